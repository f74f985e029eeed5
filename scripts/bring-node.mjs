// Makes sure that npm scripts find the Node 24 that came as a package, also where npm 10 lost its link:
// of the three packages that bring one, it takes away the two for other machines after linking, and with
// them the one name they share, `node_modules/.bin/node`. Runs after every install, on whatever Node is there.
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "..");
const modules = join(root, "node_modules");
const system = process.platform === "win32" ? "win" : process.platform;
const name = `node-${system}-${process.arch}`;
const binary = join(modules, name, "bin", process.platform === "win32" ? "node.exe" : "node");
const links = join(modules, ".bin");

// On a system none of the packages serves, an installed Node 24 does; `start.mjs` says so when it is older.
if (existsSync(binary)) {
  mkdirSync(links, { recursive: true });
  if (process.platform === "win32") {
    writeFileSync(join(links, "node.cmd"), `@"%~dp0\\..\\${name}\\bin\\node.exe" %*\r\n`);
  } else if (!existsSync(join(links, "node"))) {
    rmSync(join(links, "node"), { force: true });
    symlinkSync(join("..", name, "bin", "node"), join(links, "node"));
  }
}

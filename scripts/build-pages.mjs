// Builds the pages into dist/web. Called by `prepare`, so that `npm ci` leaves a tree that can start.

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const web = fileURLToPath(new URL("../src/bot/web/", import.meta.url));

const vite = await import("vite").catch((error) => {
  // `npm ci --omit=dev` runs prepare as well, without the tools; the pages then come built.
  if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
  console.log("Pages not built: vite is not installed (development packages were left out).");
});

for (const page of vite === undefined ? [] : ["chat", "desk", "authoring"]) {
  if (!existsSync(`${web}${page}/index.html`)) {
    console.log(`Page ${page} not built: it has no index.html.`);
    continue;
  }
  await vite.build({ configFile: `${web}vite.config.ts`, mode: page, logLevel: "warn" });
  pack(fileURLToPath(new URL(`../dist/web/${page}/assets/`, import.meta.url)));
  if (page === "desk") await beside(`${web}desk/`);
  console.log(`Page ${page} built.`);
}

/** What lies beside the desk's page: its icons, and the worker that keeps this very build. */
async function beside(source) {
  const { drawIcons } = await import("./draw-icons.mjs");
  const folder = fileURLToPath(new URL("../dist/web/desk/", import.meta.url));
  drawIcons(`${source}public/icon.svg`, folder);
  await vite.build({ configFile: `${web}vite.config.ts`, mode: "desk-worker", logLevel: "warn" });
}

/** Packed once here and as small as can be, instead of again for every phone. */
function pack(folder) {
  for (const name of readdirSync(folder)) {
    if (!/\.(js|css|svg)$/.test(name)) continue;
    const bytes = readFileSync(folder + name);
    writeFileSync(`${folder}${name}.gz`, gzipSync(bytes, { level: 9 }));
    writeFileSync(
      `${folder}${name}.br`,
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    );
  }
}

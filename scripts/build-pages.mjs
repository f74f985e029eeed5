// Builds the pages into dist/web. Called by `prepare`, so that `npm ci` leaves a tree that can start.

import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const web = fileURLToPath(new URL("../src/bot/web/", import.meta.url));

const vite = await import("vite").catch((error) => {
  // `npm ci --omit=dev` runs prepare as well, without the tools; the pages then come built.
  if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
  console.log("Pages not built: vite is not installed (development packages were left out).");
});

for (const page of vite === undefined ? [] : ["chat", "desk"]) {
  if (!existsSync(`${web}${page}/index.html`)) {
    console.log(`Page ${page} not built: it has no index.html.`);
    continue;
  }
  await vite.build({ configFile: `${web}vite.config.ts`, mode: page, logLevel: "warn" });
  console.log(`Page ${page} built.`);
}

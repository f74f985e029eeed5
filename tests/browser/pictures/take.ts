/**
 * Pictures of every page, for people to look at: `npm run pictures -- <folder> [resident propagandist …]`.
 * Into `docs/pictures` go only those that a document shows.
 */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { openBrowser } from "../../support/browser/browser.ts";
import { author } from "./author.ts";
import { cameraInto } from "./camera.ts";
import { coordinator } from "./coordinator.ts";
import { propagandist } from "./propagandist.ts";
import { resident } from "./resident.ts";
import { inTown } from "./town.ts";
import { wayIn } from "./way-in.ts";

const scenes = { resident, propagandist, coordinator, author, wayIn };
const [folder, ...wanted] = process.argv.slice(2);
if (folder === undefined) throw new Error("Say into which folder: npm run pictures -- <folder>");

const tree = join(import.meta.dirname, "..", "..", "..");
const documents = ["README.md", "docs/pages.md", "content/README.md"];
const shown = documents.flatMap((path) =>
  [...readFileSync(join(tree, path), "utf8").matchAll(/pictures\/([\w-]+\.png)/g)].map(
    ([, name]) => name ?? "",
  ),
);
const chosen = resolve(folder) === join(tree, "docs", "pictures");
const camera = cameraInto(folder, chosen ? new Set(shown) : undefined);

const browser = await openBrowser({ flags: ["--use-fake-ui-for-media-stream"] });
try {
  for (const [name, scene] of Object.entries(scenes)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    try {
      await inTown(browser, camera, scene);
      console.log(name);
    } catch (error) {
      // The other pages are worth a look all the same.
      console.error(name, error);
      process.exitCode = 1;
    }
  }
} finally {
  await browser.close();
}

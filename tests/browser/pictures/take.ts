/**
 * Pictures of every page, for people to look at: `npm run pictures -- <folder> [resident propagandist …]`.
 * What each shows is in `docs/pages.md`; those chosen for it lie in `docs/pictures`.
 */
import { openBrowser } from "../../support/browser/browser.ts";
import { author } from "./author.ts";
import { coordinator } from "./coordinator.ts";
import { propagandist } from "./propagandist.ts";
import { resident } from "./resident.ts";
import { inTown } from "./town.ts";
import { wayIn } from "./way-in.ts";

const scenes = { resident, propagandist, coordinator, author, wayIn };
const [folder, ...wanted] = process.argv.slice(2);
if (folder === undefined) throw new Error("Say into which folder: npm run pictures -- <folder>");

const browser = await openBrowser({ flags: ["--use-fake-ui-for-media-stream"] });
try {
  for (const [name, scene] of Object.entries(scenes)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    try {
      await inTown(browser, folder, scene);
    } catch (error) {
      // The other pages are worth a look all the same.
      console.error(name, error);
      process.exitCode = 1;
    }
  }
} finally {
  await browser.close();
}

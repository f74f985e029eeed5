/** Takes the same page on a phone and on a table, by day and by night. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

const sizes = [
  ["phone", { width: 360, height: 740 }],
  ["table", { width: 1280, height: 800 }],
] as const;

export type Camera = (page: Page, name: string) => Promise<void>;

/** Into this folder; only those named, where names are given. */
export function cameraInto(folder: string, named?: ReadonlySet<string>): Camera {
  mkdirSync(folder, { recursive: true });
  return async (page, name) => {
    const before = page.viewportSize();
    for (const [size, viewport] of sizes)
      for (const colorScheme of ["light", "dark"] as const) {
        const file = `${name}-${size}-${colorScheme}.png`;
        if (named?.has(file) === false) continue;
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme });
        // Two drawings: what measures itself has done so, and pictures have come.
        await page.evaluate(async () => {
          await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
          for (let drawn = 0; drawn < 2; drawn += 1)
            await new Promise((done) => requestAnimationFrame(done));
        });
        await page.screenshot({ path: join(folder, file) });
      }
    await page.emulateMedia({ colorScheme: "light" });
    if (before !== null) await page.setViewportSize(before);
  };
}

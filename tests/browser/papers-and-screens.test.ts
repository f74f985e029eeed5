/** The list of papers and the screens to choose from: seen, heard and used without a mouse. */
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { RealServer } from "../support/browser/real-server.ts";
import { inRealWindows } from "../support/browser/real-windows.ts";
import { type Resident, seriousFaults, type Windows } from "../support/browser/road.ts";
import { tabTo } from "./tab-to.ts";

let server: RealServer;
let open: Windows;
inRealWindows((given) => {
  ({ server, open } = given);
});

const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env["SCREENSHOTS"];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) });
};

/** The first answer to every question until one offers this. */
async function until(who: Resident, choice: string): Promise<void> {
  for (let asked = 0; asked < 25; asked += 1) {
    const offered = await who.choices();
    if (offered.includes(choice)) return;
    await answered(who, () => who.press(offered[0] ?? ""));
  }
  throw new Error(`${choice} was never offered`);
}

async function answered({ page }: Resident, act: () => Promise<void>): Promise<void> {
  const seq = await page.locator(".message.asking").getAttribute("data-seq");
  await act();
  await page.locator(`.message.asking:not([data-seq="${seq}"])`).waitFor();
}

async function clear(page: Page, name: string): Promise<void> {
  await shot(page, name);
  expect(await seriousFaults(page)).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0);
}

test.each(["light", "dark"] as const)(
  "papers are boxes that are ticked by keyboard and heard as found, %s",
  async (colorScheme) => {
    const ba = await open.resident(server.url, { colorScheme });
    await ba.choices();
    await answered(ba, () => ba.say("bà làm khai sinh, hộ khẩu, thẻ bảo hiểm một lần cho cháu"));
    await until(ba, server.words("gather-lacking"));
    const papers = ba.page.locator(".message.asking .paper");
    await expect.poll(() => papers.count()).toBe(4);
    await clear(ba.page, `papers-${colorScheme}`);
    const [first = ""] = await ba.choices();

    await answered(ba, async () => {
      await tabTo(ba.page, first);
      await ba.page.keyboard.press("Enter");
    });

    await expect.poll(() => papers.first().innerText()).toContain(first);
    await expect.poll(() => papers.first().textContent()).toMatch(/đã có$/);
    await expect.poll(() => papers.nth(1).textContent()).toMatch(/chưa đánh dấu$/);
    await expect.poll(() => ba.page.locator(".message.asking .paper.found svg").count()).toBe(1);
    await clear(ba.page, `papers-ticked-${colorScheme}`);
  },
);

test.each(["light", "dark"] as const)(
  "each screen to choose from is named, large enough to know, and chosen by keyboard, %s",
  async (colorScheme) => {
    const ba = await open.resident(server.url, { colorScheme });
    await ba.choices();
    await answered(ba, () => ba.say("bà muốn tra cứu hồ sơ đã nộp"));
    await until(ba, server.words("done"));
    await answered(ba, () => ba.press(server.words("done")));
    await until(ba, server.words("trouble"));
    await answered(ba, () => ba.press(server.words("trouble")));
    await answered(ba, () => ba.press(server.words("screen-differs")));
    const screens = ba.page.locator(".message.asking .choice-screen button");
    const count = await screens.count();
    expect(count).toBeGreaterThanOrEqual(2);
    await expect
      .poll(() =>
        screens
          .locator("img")
          .evaluateAll((images) =>
            images.every((image) => (image as HTMLImageElement).naturalWidth > 0),
          ),
      )
      .toBe(true);
    for (let at = 0; at < count; at += 1) {
      const box = await screens.nth(at).boundingBox();
      expect(box?.width).toBeGreaterThan(120);
      const says = await screens.nth(at).locator(".says").innerText();
      expect(says).not.toBe("");
      await expect
        .poll(() => ba.page.getByRole("button", { name: says }).count())
        .toBeGreaterThan(0);
    }
    await clear(ba.page, `screens-${colorScheme}`);

    const says = await screens.first().locator(".says").innerText();
    await answered(ba, async () => {
      await tabTo(ba.page, says);
      await ba.page.keyboard.press("Enter");
    });
    await ba.offered(server.words("more"));
  },
);

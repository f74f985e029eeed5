/** Many who wait and some of one's own: what matters is at hand, and nothing is lost below the others. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openBrowser } from "../support/browser/browser.ts";
import { type DeskServer, startDeskServer } from "../support/browser/desk-server.ts";
import { cheapPhone, seriousFaults } from "../support/browser/road.ts";
import { smallTargets } from "./small-targets.ts";

let browser: Browser;
let server: DeskServer;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  server = await startDeskServer();
});
afterEach(() => server.close());

async function come(): Promise<Page> {
  const page = await (await browser.newContext(cheapPhone)).newPage();
  await page.goto(`${server.url}/desk#in=${server.code({ id: "hoa" })}`);
  await page.getByRole("heading", { name: /đang chờ|Chưa có ai chờ/ }).waitFor();
  return page;
}

const waits = (count: number): void => {
  for (let at = 0; at < count; at += 1)
    server.addCase({
      address: "bà",
      village: "Nà Khau",
      number: at + 1,
      waitingSince: Date.now() - (count - at) * 60_000,
    });
};
const mine = { state: "claimed", claimedBy: { id: "hoa", name: "Lý Thị Hoa" } } as const;

/** How many screens of the phone lie above it. */
const screensAbove = async (page: Page, name: string): Promise<number> => {
  const box = await page.getByRole("heading", { name, exact: true }).boundingBox();
  return (box?.y ?? Number.POSITIVE_INFINITY) / 740;
};

test("with thirty people waiting the first has the one large button, and one's own are two screens down", async () => {
  waits(30);
  server.addCase({ ...mine, address: "ông", village: "Nà Khau" });

  const page = await come();

  await page.getByRole("heading", { name: "30 người đang chờ" }).waitFor();
  await expect.poll(() => page.getByRole("button", { name: "Nhận giúp" }).count()).toBe(1);
  await expect.poll(() => page.getByRole("link", { name: /Bà · Nà Khau/ }).count()).toBe(4);
  expect(await screensAbove(page, "Của tôi")).toBeLessThan(2);
  expect(await smallTargets(page)).toEqual([]);
  expect(await seriousFaults(page)).toEqual([]);
});

test("everybody who waits can be looked at, in the order they came", async () => {
  waits(12);
  const page = await come();

  await page.getByText("Những người chờ sau").click();

  const names = await page.getByRole("link", { name: /Bà · Nà Khau/ }).allInnerTexts();
  expect(names.map((name) => /\((\d+)\)/.exec(name)?.[1])).toEqual(
    Array.from({ length: 11 }, (_, at) => `${at + 2}`),
  );
});

test("whom one meets today, and who has written, stands above all who wait", async () => {
  waits(3);
  const meeting = { at: Date.now(), place: "nhà văn hoá Nà Khau" };
  server.addCase({ ...mine, state: "resting", address: "ông", village: "Nà Khau", meeting });
  server.addCase({ ...mine, address: "cô", village: "Nà Khau", unread: 2 });

  const page = await come();

  const above = page.locator(".pressing a");
  expect(await above.allInnerTexts()).toEqual([
    expect.stringMatching(/Ông · Nà Khau: hẹn \d\d:\d\d hôm nay, nhà văn hoá Nà Khau/),
    expect.stringContaining("Cô · Nà Khau vừa nhắn"),
  ]);
  await above.first().click();
  await page.getByRole("heading", { name: "Ông · Nà Khau" }).waitFor();
});

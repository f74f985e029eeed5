/** A poster's page on the phones and screens it is opened on, and the codes at a real desk, on paper too. */
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, test } from "vitest";
import { publicIdName } from "../../src/bot/store/account-settings.ts";
import type { AccountId } from "../../src/flows/index.ts";
import type { RealServer } from "../support/browser/real-server.ts";
import { inRealWindows } from "../support/browser/real-windows.ts";
import { cheapPhone, seriousFaults, tableScreen, type Windows } from "../support/browser/road.ts";
import { smallTargets } from "./small-targets.ts";

let server: RealServer;
let open: Windows;
inRealWindows((given) => {
  ({ server, open } = given);
});

const pictures = process.env["PICTURES"];
const picture = async (page: Page, name: string) => {
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/ways-${name}.png` });
};

const inZalo: BrowserContextOptions = {
  ...cheapPhone,
  userAgent: `${cheapPhone.userAgent ?? ""} Zalo/23.10.01 ZaloTheme/light`,
};

/** An Official Account is connected, so that there is something to choose. */
function withZalo(server: RealServer): void {
  const { store, library } = server.house();
  const id = "zalo-oa:1" as AccountId;
  store.account({ id, commune: library().desk.commune, channel: "zalo-oa" });
  store.channelStands(id, "ok", "Xã Tân An (mẫu)", server.now());
  store.setSetting(publicIdName(id), "579745863508352884");
}

const code = (server: RealServer): string => {
  const { store, library } = server.house();
  const made = store.wayInOf(
    library().desk.commune,
    { village: "na-khau" },
    "man274",
    server.now(),
  );
  if (made === undefined) throw new Error("the code is taken");
  return made;
};

const widerThanItself = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test.each([
  ["in Zalo", inZalo],
  ["in Zalo, dark", { ...inZalo, colorScheme: "dark" as const }],
  ["on a computer", tableScreen],
  ["on a computer, dark", { ...tableScreen, colorScheme: "dark" as const }],
])("the poster's page, opened %s, can be read and pressed", async (name, options) => {
  withZalo(server);
  const { page } = await open.open(options);

  await page.goto(`${server.url}/di/${code(server)}`);

  expect(await seriousFaults(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
  expect(await widerThanItself(page)).toBeLessThanOrEqual(0);
  await expect
    .poll(() => page.locator("figure svg").isVisible())
    .toBe(name.startsWith("on a computer"));
  await picture(page, name.replaceAll(/\W+/g, "-"));
  await page.getByRole("link", { name: "Nhắn ngay tại đây" }).click();
  await page.getByText("cần làm việc gì").waitFor();
});

test("the poster's page needs no scripts, and an old code is greeted", async () => {
  withZalo(server);
  const { page } = await open.open({ ...inZalo, javaScriptEnabled: false });

  await page.goto(`${server.url}/di/${code(server)}`);
  await page.getByText("Dành cho bà con Nà Khau").waitFor();
  await expect
    .poll(() => page.getByRole("link", { name: "Nhắn bằng Zalo" }).getAttribute("href"))
    .toBe("https://zalo.me/579745863508352884");
  await page.getByRole("link", { name: "English" }).click();
  await page.getByRole("heading", { name: "Help with official papers" }).waitFor();

  const { store, library } = server.house();
  store.endWayIn(library().desk.commune, "man274", server.now());
  await page.goto(`${server.url}/di/man274`);
  await page.getByRole("heading", { name: "Mã này không dùng nữa" }).waitFor();
  await page.getByRole("link", { name: "Nhắn ngay tại đây" }).waitFor();
});

test("a coordinator prints cards for a village, four to a sheet, and makes a stolen code anew", async () => {
  withZalo(server);
  const link = server.inviteLink({ name: "Điều phối (mẫu)", role: "Cán bộ", rank: "coordinator" });
  const { page, context } = await open.helper(link, cheapPhone);
  await page.getByRole("button", { name: "Mã QR, thẻ và tờ dán" }).click();
  const village = page.locator(".way").filter({ hasText: "Nà Khau" });
  const before = await village.locator(".way-code").innerText();
  expect(await seriousFaults(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
  await picture(page, "sheet");

  const [paper] = await Promise.all([
    context.waitForEvent("page"),
    village.getByRole("link", { name: "In thẻ" }).click(),
  ]);
  await paper.getByLabel("Mỗi mã mấy bản").selectOption("8");
  await paper.getByRole("button", { name: "Đổi" }).click();
  await paper.getByText("In ra 2 tờ giấy A4.").waitFor();
  expect(await seriousFaults(paper)).toEqual([]);
  expect(await smallTargets(paper)).toEqual([]);
  expect(await shownWhole(paper)).toBe(8);
  const pdf = await paper.pdf({ preferCSSPageSize: true });
  expect(pdf.toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(2);
  await picture(paper, "paper");

  await village.getByText("Tải ảnh, đổi mã…").click();
  await village.getByRole("button", { name: "Đổi mã mới" }).click();
  expect(await seriousFaults(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
  await village.getByRole("button", { name: "Đổi, mã cũ thôi dùng" }).click();
  await expect.poll(() => village.locator(".way-code").innerText()).not.toBe(before);
});

/** Pictures that have arrived and are drawn. */
const shownWhole = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    await Promise.all([...document.images].map((image) => image.decode()));
    return [...document.images].filter(({ naturalWidth }) => naturalWidth > 0).length;
  });

/** An officer changes a guide in the browser, and residents see it: from the first word to going back. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { RealServer } from "../support/browser/real-server.ts";
import { inRealWindows } from "../support/browser/real-windows.ts";
import { cheapPhone, seriousFaults, tableScreen, type Windows } from "../support/browser/road.ts";

const guide = "flows/trich-luc-ho-tich.yaml";
const media = join(import.meta.dirname, "..", "support", "media");

let server: RealServer;
let open: Windows;
inRealWindows(
  (given) => {
    ({ server, open } = given);
  },
  { writable: true },
);

const textOfGuide = () => readFileSync(join(server.contentDir, guide), "utf8");
const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env["SCREENSHOTS"];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) });
};

async function officer(options: typeof cheapPhone = cheapPhone): Promise<Page> {
  const link = server.inviteLink({ name: "Ma Thị Thơm (mẫu)", role: "Cán bộ xã", rank: "author" });
  const { page } = await open.helper(link, options);
  await page.getByRole("link", { name: "Soạn bài" }).click();
  await page.getByRole("heading", { name: "Bài hướng dẫn" }).waitFor();
  return page;
}

/** The first step of the guide, as the resident who asks for it meets it. */
async function toTheGuide(who: Awaited<ReturnType<Windows["resident"]>>): Promise<void> {
  await who.say("xin trích lục khai sinh");
  for (let asked = 0; asked < 4; asked += 1) {
    const offered = await who.choices();
    if (offered.includes(server.words("more"))) return;
    const seq = await who.page.locator(".message.asking").getAttribute("data-seq");
    await who.press(offered[0] ?? "");
    await who.page.locator(`.message.asking:not([data-seq="${seq}"])`).waitFor();
  }
}

async function change(page: Page, from: RegExp | undefined, to: string): Promise<string> {
  await page.locator(".guide ol a.row").first().click();
  const field = page.getByRole("group", { name: "Lời máy nói" }).getByLabel("Tiếng Việt");
  const before = await field.inputValue();
  await field.fill(from === undefined ? to : before.replace(from, to));
  await page.getByText("Đã ghi vào bản nháp").waitFor();
  return before;
}

test("words are changed on a phone, tried by the link, published, seen by whoever stands there, and restored", async () => {
  const ba = await open.resident(server.url);
  await toTheGuide(ba);
  const original = textOfGuide();
  const page = await officer();
  await shot(page, "authoring-list-phone");
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole("searchbox", { name: "Tìm" }).fill("trich-luc");
  await page.locator(`a[href="#${guide}"]`).click();
  await page.locator(".guide ol a.row").first().waitFor();
  await shot(page, "authoring-guide-phone");

  const before = await change(page, undefined, "Việc mới này {you} muốn xin bản sao giấy nào?");
  await page.locator(".preview .bubble").getByText("bà muốn xin bản sao").waitFor();
  await shot(page, "authoring-step-phone");
  expect(await seriousFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  expect(textOfGuide()).toBe(original); // nobody sees a draft

  await page.getByRole("link", { name: "Xem lại" }).click();
  await page.locator("ins").getByText("Việc mới này").waitFor();
  await page.getByText("1 người").waitFor();
  await shot(page, "authoring-review-phone");
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Thử trên điện thoại" }).click();
  const link = await page.getByRole("link", { name: "Đường thử" }).getAttribute("href");
  const trial = await open.resident(link ?? "");
  await trial.page.getByText("BẢN NHÁP").first().waitFor();
  await toTheGuide(trial);
  await trial.hears(/Việc mới này/);
  await shot(trial.page, "authoring-trial-phone");
  expect(server.house().store.journeys("tan-an", 0, server.now() + 1e9)).toHaveLength(1);

  await page.getByRole("button", { name: "Đưa ra dùng" }).click();
  await page.getByText("Đã đưa ra dùng.").waitFor();
  expect(textOfGuide()).toBe(
    original.replace(before, "Việc mới này {you} muốn xin bản sao giấy nào?"),
  );
  await expect
    .poll(
      async () => {
        await ba.say("nhắc lại");
        return (await ba.said()).join(" ");
      },
      { interval: 1500 },
    )
    .toMatch(/Việc mới này/);

  await page.getByRole("link", { name: "Lịch sử" }).click();
  await page.getByText("Ma Thị Thơm").waitFor();
  await page.locator(".history .row").last().click();
  await page.getByRole("button", { name: "Khôi phục thành bản nháp" }).click();
  await page.locator("del").getByText("Việc mới này").waitFor();
  await shot(page, "authoring-restore-phone");
  await page.getByRole("button", { name: "Đưa ra dùng" }).click();
  await page.getByText("Đã đưa ra dùng.").waitFor();
  expect(textOfGuide()).toBe(original);
});

test("on a table two officers see each other, and neither overwrites unseen words", async () => {
  const one = await officer(tableScreen);
  const other = await officer(tableScreen);
  for (const page of [one, other]) {
    await page.goto(`${server.url}/desk/soan#${guide}`);
    await page.locator(".guide ol a.row").first().click();
    await page.getByRole("group", { name: "Lời máy nói" }).waitFor();
  }
  const field = (page: Page) =>
    page.getByRole("group", { name: "Lời máy nói" }).getByLabel("Tiếng Việt");
  await other.getByText("cũng đang ở đây").waitFor();

  await field(one).fill("Lời của người thứ nhất, {you} xem nhé?");
  await one.getByText("Đã ghi vào bản nháp").waitFor();
  await field(other).fill("Lời của người thứ hai, {you} xem nhé?");

  await other.getByText("vừa sửa chỗ này thành").waitFor();
  await shot(other, "authoring-step-table");
  expect(await seriousFaults(other)).toEqual([]);
  await other.getByRole("button", { name: "Dùng lời của tôi" }).click();
  await other.getByText("Đã ghi vào bản nháp").waitFor();
  await one.reload();
  await expect.poll(() => field(one).inputValue()).toContain("thứ hai");
});

test("an own picture stands in the drawn one's place until it is taken away", async () => {
  const page = await officer(tableScreen);
  await page.goto(`${server.url}/desk/soan#flows/khai-tu.yaml/fetch-hospital-paper`);
  await page.getByText("Hình máy vẽ.").waitFor();

  await page.locator("input[type=file]").setInputFiles(join(media, "square.jpg"));
  await page.getByText("Đang dùng ảnh riêng.").waitFor();

  await shot(page, "authoring-picture-table");
  await page.getByRole("button", { name: /Bỏ ảnh riêng/ }).click();
  await page.getByText("Hình máy vẽ.").waitFor();
});

/** Facts, shared lines, history and the trial: for every eye, by keyboard, and taken back where they were written. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, test } from "vitest";
import type { RealServer } from "../support/browser/real-server.ts";
import { inRealWindows } from "../support/browser/real-windows.ts";
import { cheapPhone, seriousFaults, tableScreen, type Windows } from "../support/browser/road.ts";
import { tabTo } from "./tab-to.ts";

let server: RealServer;
let open: Windows;
inRealWindows(
  (given) => {
    ({ server, open } = given);
  },
  { writable: true },
);

/** Signed in as an officer who only writes guides; still on the desk. */
async function onTheDesk(options: BrowserContextOptions): Promise<Page> {
  const link = server.inviteLink({ name: "Ma Thị Thơm (mẫu)", role: "Cán bộ xã", rank: "author" });
  const { page } = await open.helper(link, options);
  await page.getByRole("link", { name: "Soạn bài" }).waitFor();
  return page;
}

const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env["SCREENSHOTS"];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) });
};

const inFolder = (path: string): string => readFileSync(join(server.contentDir, path), "utf8");

test.each([
  ["phone", "light", cheapPhone],
  ["phone", "dark", cheapPhone],
  ["table", "dark", tableScreen],
] as const)("every part is clear on a %s, %s", async (size, colorScheme, options) => {
  const page = await onTheDesk({ ...options, colorScheme });
  const clear = async (name: string, of: Page = page) => {
    await shot(of, `look-${name}-${size}-${colorScheme}`);
    expect(await seriousFaults(of)).toEqual([]);
    expect(
      await of.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ).toBeLessThanOrEqual(0);
  };

  // Nobody calls who only writes: no duty, no list of cases.
  await expect.poll(() => page.getByRole("radio").count()).toBe(0);
  await expect.poll(() => page.getByText("Chưa có ai chờ").count()).toBe(0);
  await clear("desk");

  await page.getByRole("link", { name: "Soạn bài" }).click();
  await page.getByRole("link", { name: "Số liệu" }).click();
  await page.locator("details.fact summary").first().click();
  await page.locator("details.fact select").first().waitFor();
  await page.getByText("Thêm nguồn mới").first().click();
  await clear("facts");
  await page.getByRole("link", { name: "Lời chung" }).click();
  await page.getByRole("searchbox", { name: "Tìm" }).fill("gather");
  const line = page.getByRole("group", { name: "Tiếng Việt" }).first().getByRole("textbox");
  await line.fill(`${await line.inputValue()} Dạ.`);
  await page.getByText("Đã ghi vào bản nháp").waitFor();
  await page.getByText("Trước đó").first().click();
  await clear("phrases");

  await page.getByRole("link", { name: "Xem lại" }).click();
  await page.getByRole("button", { name: "Thử trên điện thoại" }).click();
  const link = await page.getByRole("link", { name: "Đường thử" }).getAttribute("href");
  await clear("review");
  const trial = await open.resident(link ?? "", { ...options, colorScheme });
  await trial.page.getByText("BẢN NHÁP").first().waitFor();
  await trial.offered(server.words("field-justice"));
  await clear("trial", trial.page);
  await page.getByRole("link", { name: "Lịch sử" }).click();
  await page.locator(".history .row").first().click();
  await page.getByText("Lần đầu, hoặc không có gì khác").waitFor();
  await clear("history");

  await page.goto(`${server.url}/desk/soan#flows/lien-thong-khai-sinh.yaml/papers-on-table`);
  await page.getByRole("group", { name: "Giấy hay đồ cần có" }).first().waitFor();
  await clear("papers");

  // What a guide answers at any step: one is taken away, and another written in its place.
  await page.goto(`${server.url}/desk/soan#flows/khai-tu.yaml`);
  await page.getByText("Câu đáp khi hỏi ngang").click();
  const where = page.getByRole("group", { name: "Làm ở đâu" });
  const [vi, en] = [
    where.getByRole("textbox", { name: "Tiếng Việt" }),
    where.getByRole("textbox", { name: "Tiếng Anh" }),
  ];
  await vi.fill("");
  await en.fill("");
  await page.getByText("còn thiếu 1 câu").waitFor();
  await where.scrollIntoViewIfNeeded();
  await clear("answer-lacking");
  await vi.fill("Ra Trung tâm của xã.");
  await where.getByText("chưa có tiếng Anh").waitFor();
  await clear("answer-half");
  await en.fill("At the commune's centre.");
  await expect.poll(() => page.getByText("còn thiếu").count()).toBe(0);
  await expect.poll(() => where.locator(".wrong").count()).toBe(0);
  await clear("answer-added");

  await page.goto(`${server.url}/desk/soan#flows/khai-sinh.yaml/certificate-home`);
  await page.getByRole("group", { name: "Còn chờ gì" }).waitFor();
  await clear("waits");
});

test("by keyboard a fact gets another day and a new source, and both are taken back on its own page", async () => {
  const page = await onTheDesk(tableScreen);
  await page.goto(`${server.url}/desk/soan#facts`);
  await page.locator("details.fact").first().waitFor();
  const file = "facts/bao-hiem.yaml";
  const before = inFolder(file);
  const fact = page.locator("details.fact").filter({ hasText: "household-bhyt-time" });

  await tabTo(page, "household-bhyt-time");
  await page.keyboard.press("Enter");
  const value = fact.getByRole("textbox", { name: "Giá trị" });
  await value.waitFor();
  await value.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("6");
  await fact.getByText("Đã ghi vào bản nháp").waitFor();
  await expect.poll(() => fact.locator(".wrong").count()).toBe(0); // a number stays a number

  await fact.getByText("Thêm nguồn mới").focus();
  await page.keyboard.press("Enter");
  await fact.getByRole("textbox", { name: "Tên văn bản hay trang" }).focus();
  await page.keyboard.type("Thông báo của bảo hiểm xã hội tỉnh");
  await fact.getByRole("textbox", { name: "Địa chỉ trang" }).fill("https://example.vn/thong-bao");
  await fact.getByLabel("Ngày đọc").fill("2026-11-20");
  await page.keyboard.press("Enter");
  const source = fact.getByRole("combobox", { name: "Nguồn" });
  await expect
    .poll(() => source.evaluate((list) => (list as HTMLSelectElement).selectedOptions[0]?.text), {
      timeout: 60_000,
    })
    .toBe("Thông báo của bảo hiểm xã hội tỉnh");
  expect(inFolder(file)).toBe(before);

  await fact.getByRole("group", { name: "Nguồn" }).getByText("Trước đó").click();
  await fact.getByRole("group", { name: "Nguồn" }).getByText("Bỏ chỗ sửa này").click();
  await fact.getByRole("group", { name: "Giá trị" }).getByText("Trước đó").click();
  await fact.getByRole("group", { name: "Giá trị" }).getByText("Bỏ chỗ sửa này").click();
  await expect.poll(() => fact.getByText("đã sửa").count()).toBe(0);
  await expect.poll(() => value.inputValue()).toBe("5");
});

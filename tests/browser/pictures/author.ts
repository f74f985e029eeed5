/** The guides' desk of an officer who writes. */
import { tableScreen } from "../../support/browser/road.ts";
import type { Town } from "./town.ts";

export async function author({ server, open, take }: Town): Promise<void> {
  const link = server.inviteLink({ name: "Ma Thị Thơm (mẫu)", role: "Cán bộ xã", rank: "author" });
  const { page } = await open.helper(link, tableScreen);
  await take(page, "author-desk");
  await page.getByRole("link", { name: "Soạn bài" }).click();
  await page.getByText("Đăng ký khai sinh").first().waitFor();
  await take(page, "author-guides");
  await page.goto(`${server.url}/desk/soan#flows/khai-sinh.yaml`);
  await page.locator(".guide ol a.row").first().click();
  await page.getByRole("group", { name: "Lời máy nói" }).waitFor();
  await take(page, "author-step");
  await page.getByRole("link", { name: "Số liệu" }).click();
  await page.locator("details.fact summary").first().click();
  await page.locator("details.fact select").first().waitFor();
  await take(page, "author-facts");
  await page.getByRole("link", { name: "Lời chung" }).click();
  await page.getByRole("searchbox", { name: "Tìm" }).fill("gather");
  const line = page.getByRole("group", { name: "Tiếng Việt" }).first().getByRole("textbox");
  await line.fill(`${await line.inputValue()} Dạ.`);
  await page.getByText("Đã ghi vào bản nháp").waitFor();
  await take(page, "author-phrases");
  await page.getByRole("link", { name: "Xem lại" }).click();
  await page.getByRole("button", { name: "Thử trên điện thoại" }).click();
  await page.getByRole("link", { name: "Đường thử" }).waitFor();
  await take(page, "author-review");
  await page.getByRole("link", { name: "Lịch sử" }).click();
  await page.locator(".history .row").first().click();
  await page.getByText("Lần đầu, hoặc không có gì khác").waitFor();
  await take(page, "author-history");
}

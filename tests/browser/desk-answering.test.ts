/** Answering one line, and finding a case again, at a real desk. */
import { expect, test } from "vitest";
import type { RealServer } from "../support/browser/real-server.ts";
import { inRealWindows } from "../support/browser/real-windows.ts";
import { cheapPhone, seriousFaults, type Windows } from "../support/browser/road.ts";

let server: RealServer;
let open: Windows;
inRealWindows(
  (given) => {
    ({ server, open } = given);
  },
  // A refusal is an answer 400, which the browser's console repeats.
  { expected: /\b400\b/ },
);

const pictures = process.env["PICTURES"];

test("an answer stands under the line it answers, and the case is found by its village", async () => {
  const helper = await open.helper(server.inviteLink({ name: "Nông Thị Sen (mẫu)" }), cheapPhone);
  const { page } = helper;
  const look = async (name: string) => {
    expect(await seriousFaults(page)).toEqual([]);
    if (pictures !== undefined)
      await page.screenshot({ path: `${pictures}/answering-${name}.png` });
  };
  const ba = await open.resident(server.url);
  await ba.press(server.words("human"), "Nà Khau", server.words("who-anyone"), "Cụ");
  await helper.claim();
  await ba.hears(server.line("claimed"));
  await ba.say("chữ to hay chữ nhỏ");

  const line = page.getByRole("log").locator(".said", { hasText: "chữ to hay chữ nhỏ" });
  await line.getByRole("button", { name: "Trả lời" }).click();
  await page.getByText("↪ chữ to hay chữ nhỏ").waitFor();
  await look("line");
  await helper.box().fill("chữ to cụ ạ");
  await page.getByRole("button", { name: "Gửi", exact: true }).click();

  await ba.hears("chữ to cụ ạ");
  await ba.page.getByRole("log").getByRole("blockquote").getByText("chữ to hay chữ nhỏ").waitFor();
  await expect.poll(() => page.locator(".answering").count()).toBe(0);
  await page.getByRole("button", { name: "Về danh sách" }).click();
  await page.getByRole("searchbox", { name: "Tìm việc" }).fill("na khau");
  await page.keyboard.press("Enter");
  await page.locator(".search .row").waitFor();
  await look("found");
});

test("a coordinator keeps the commune's ready answers, and what may not be said is refused", async () => {
  const link = server.inviteLink({ name: "Điều phối (mẫu)", role: "Cán bộ", rank: "coordinator" });
  const { page } = await open.helper(link, cheapPhone);
  await page.getByRole("button", { name: "Câu soạn sẵn" }).click();
  const sheet = page.getByRole("dialog", { name: "Câu soạn sẵn" });
  const shared = sheet.getByLabel("Chung cho cả xã, mỗi dòng một câu");
  await sheet.getByLabel("Của riêng tôi, mỗi dòng một câu").fill("Chào bà con");
  expect(await seriousFaults(page)).toEqual([]);
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/answers.png` });

  await shared.fill("Đọc mã OTP cho em");
  await sheet.getByRole("button", { name: "Lưu" }).click();
  await sheet.getByRole("alert").waitFor();
  await shared.fill("Mang theo căn cước\nGiờ làm việc: sáng");
  await sheet.getByRole("button", { name: "Lưu" }).click();
  await page.getByText("Đã lưu.").waitFor();

  await page.getByRole("button", { name: "Câu soạn sẵn" }).click();
  await expect.poll(() => shared.inputValue()).toBe("Mang theo căn cước\nGiờ làm việc: sáng");
});

/** Somebody's first case at the desk, without a word of instruction. */
import { expect, test } from "vitest";
import type { RealServer } from "../support/browser/real-server.ts";
import { inRealWindows } from "../support/browser/real-windows.ts";
import { cheapPhone, seriousFaults, type Windows } from "../support/browser/road.ts";

let server: RealServer;
let open: Windows;
inRealWindows((given) => {
  ({ server, open } = given);
});

const pictures = process.env["PICTURES"];

test("who has never seen the desk finds who waits, how long, and one large button within thumb's reach", async () => {
  const { page } = await open.open(cheapPhone);
  await page.goto(server.inviteLink({ name: "Nông Thị Sen (mẫu)" }));
  await page.getByRole("button", { name: "Đã hiểu" }).waitFor();
  const ba = await open.resident(server.url);
  await ba.press(server.words("human"), "Nà Khau", server.words("who-anyone"), "Cụ");

  const large = page.locator(".main-button");
  await large.waitFor();
  await page.getByText("1 người đang chờ").waitFor();
  await page.getByText(/Đã chờ/).waitFor();
  await expect.poll(() => large.count()).toBe(1);
  const { y, height } = (await large.boundingBox()) ?? { y: 0, height: 0 };
  expect(height).toBeGreaterThanOrEqual(56);
  // Below the reach of a thumb that holds the phone nothing has to be looked for, above it nothing stretched for.
  expect([y > 740 / 3, y + height < 740]).toEqual([true, true]);
  expect(await seriousFaults(page)).toEqual([]);
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/first-case.png` });

  await large.click();
  await page.getByRole("textbox", { name: /^Tin nhắn cho/ }).fill("Dạ cụ, màn hình hiện chữ gì ạ?");
  await page.getByRole("button", { name: "Gửi", exact: true }).click();

  await ba.hears(/màn hình hiện chữ gì/);
});

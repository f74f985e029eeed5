/** The desk of a neighbour who helps. */
import { sen, type Town, tung } from "./town.ts";

export async function propagandist({ server, open, take, atAStep, calling }: Town): Promise<void> {
  const outside = await open.open({ viewport: { width: 360, height: 740 } });
  await outside.page.goto(`${server.url}/desk`);
  await outside.page.getByLabel("Mã vào trang").waitFor();
  await take(outside.page, "desk-sign-in");
  const inviteLink = server.inviteLink(sen);
  await outside.page.goto(inviteLink);
  await outside.page.getByRole("button", { name: "Đã hiểu" }).waitFor();
  await take(outside.page, "desk-first-look");
  await outside.page.getByRole("button", { name: "Đã hiểu" }).click();
  await outside.context.close();

  const helper = await open.helper(server.inviteLink({ ...sen, name: "Lý Thị Mai (mẫu)" }));
  const other = await open.helper(server.inviteLink(tung));
  const { page } = helper;
  await take(page, "desk-nobody");
  const ba = await atAStep();
  await ba.press(server.words("trouble"), server.words("human"), "Nà Khau");
  await ba.press(server.words("who-anyone"));
  await page.getByText("1 người đang chờ").waitFor();
  await calling("Cụ");
  await calling("Cụ");
  await page.getByText("3 người đang chờ").waitFor();
  await server.pass(2);
  await page.reload();
  await page.getByText("3 người đang chờ").waitFor();
  await take(page, "desk-waiting");
  await page.getByRole("link", { name: "Xem trước" }).first().click();
  await page.getByText("Bấm Nhận giúp để bắt đầu").waitFor();
  await take(page, "desk-look-first");
  await helper.claim();
  await ba.page.getByText("Đang nói chuyện với").waitFor();
  await helper.say("Cháu chào bà, bà để giấy kết hôn cạnh máy nhé.");
  await ba.say("bà tìm thấy rồi, chữ nhỏ quá");
  await helper.hears("chữ nhỏ quá");
  await helper.button("Ghi chú riêng").click();
  await page.getByRole("textbox", { name: "Ghi chú riêng" }).fill("Mắt kém, nên đến tận nhà");
  await take(page, "desk-note");
  await page.getByRole("button", { name: "Ghi", exact: true }).click();
  await helper.hears("Mắt kém");
  await take(page, "desk-case");
  await helper.say("Bà đọc mã OTP cho cháu");
  await page.getByText(server.words("stopped-asks-for-code")).waitFor();
  await take(page, "desk-stopped");
  await page.locator(".not-sent").getByRole("button", { name: "Bỏ" }).click();
  await helper.button("Công cụ").click();
  await take(page, "desk-tools");
  await helper.button("Câu soạn sẵn…").click();
  await page.getByRole("dialog").getByText("Cứ từ từ ạ").waitFor();
  await take(page, "desk-answers");
  await page.keyboard.press("Escape");
  await helper.button("Nhờ người khác").click();
  await take(page, "desk-pass-on");
  await page.keyboard.press("Escape");
  await helper.button("Kết thúc giúp").click();
  await take(page, "desk-ending");
  await page.getByRole("dialog").getByRole("button", { name: "Đã xong đến bước" }).click();
  await take(page, "desk-ending-steps");
  await page.getByRole("dialog").getByRole("button", { name: "Quay lại" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Hẹn gặp" }).click();
  await take(page, "desk-meeting");
  await page.keyboard.press("Escape");
  await helper.context.setOffline(true);
  await helper.say("Bà chờ cháu một lát");
  await page.getByText("Chờ mạng, sẽ tự gửi").waitFor();
  await take(page, "desk-offline");
  await helper.context.setOffline(false);
  await ba.hears("Bà chờ cháu một lát");
  await helper.ends("Đã xong hết");
  await page.getByText("Xong. Cảm ơn đã giúp!").waitFor();
  await page.getByText("Vừa xong").click();
  await take(page, "desk-ended");
  await page.getByRole("searchbox", { name: "Tìm việc" }).fill("na khau");
  await page.keyboard.press("Enter");
  await page.locator(".search .row").first().waitFor();
  await page.locator(".search").scrollIntoViewIfNeeded();
  await take(page, "desk-search");
  await helper.button("Cài đặt").click();
  await take(page, "desk-settings");
  await page.keyboard.press("Escape");
  await page.getByRole("radio", { name: "Tạm nghỉ" }).click();
  await page.getByText("Đang nghỉ").waitFor();
  await take(page, "desk-resting");

  await page.getByRole("button", { name: "Giọng đọc cho bà con nghe" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /Đăng ký khai sinh/ })
    .first()
    .waitFor();
  await take(page, "desk-readings");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /Đăng ký khai sinh/ })
    .first()
    .click();
  await page.locator(".reading").first().waitFor();
  await take(page, "desk-reading");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Làm cùng", exact: true }).click();
  const beside = page.getByRole("dialog", { name: "Làm cùng" });
  await beside.getByLabel("Ghi sao cho dễ nhớ").fill("bà áo xanh");
  await take(page, "desk-beside");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/desk\/cung\//);
  await page.getByText("Đọc to cho người bên cạnh nghe", { exact: false }).first().waitFor();
  await take(page, "beside-consent");
  await page.locator(".choices .says").getByText("Đồng ý", { exact: true }).click();
  await page.locator(".choices .says").getByText(server.words("human")).waitFor();
  await take(page, "beside-agreed");
  await page.getByRole("link", { name: "Về trang người giúp" }).click();
  await beside.getByText("Chuyển sang máy của người ấy").click();
  await take(page, "desk-beside-code");
  await other.context.close();
}

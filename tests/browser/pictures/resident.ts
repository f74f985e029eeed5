/** The resident's page, from the first line to the thanks. */
import { join } from "node:path";
import { sen, type Town } from "./town.ts";

const media = join(import.meta.dirname, "..", "..", "support", "media");

export async function resident({ server, open, take, atAStep }: Town): Promise<void> {
  const helper = await open.helper(server.inviteLink(sen));
  const fresh = await open.resident(server.url);
  await fresh.offered(server.words("human"));
  await take(fresh.page, "chat-greeting");
  await fresh.button("Mục khác").click();
  await take(fresh.page, "chat-menu");
  await fresh.page.keyboard.press("Escape");
  await fresh.say("ba muon lam khai sinh cho chau");
  await fresh.hears(/Đăng ký khai sinh/);
  await take(fresh.page, "chat-question");
  await fresh.context.setOffline(true);
  await fresh.say("cháu ơi");
  await fresh.page.getByText("Mất mạng").first().waitFor();
  await take(fresh.page, "chat-offline");
  await fresh.context.setOffline(false);

  const ba = await atAStep();
  await take(ba.page, "chat-step");
  await ba.press(server.words("trouble"));
  await ba.offered(server.words("human"));
  await take(ba.page, "chat-trouble");
  await ba.press(server.words("human"), "Nà Khau");
  await ba.offered(server.words("who-anyone"));
  await take(ba.page, "chat-whom");
  await ba.press(server.words("who-anyone"));
  await ba.hears(server.line("called-first"));
  await take(ba.page, "chat-waiting");
  await helper.claim();
  await ba.page.getByText("Đang nói chuyện với").waitFor();
  await helper.say("Cháu chào bà. Bà cứ để giấy kết hôn cạnh máy nhé.");
  await ba.say("bà tìm thấy rồi, chữ nhỏ quá");
  await helper.hears("chữ nhỏ quá");
  await take(ba.page, "chat-with-person");
  await ba.page.locator("input[type=file]").first().setInputFiles(join(media, "square.jpg"));
  await ba.button("Gửi ảnh").waitFor();
  await take(ba.page, "chat-photo");
  await ba.page.keyboard.press("Escape");
  await ba.page.reload();
  await ba.page.getByRole("region", { name: "Đang ở bước này" }).waitFor();
  await take(ba.page, "chat-seen-again");
  await helper.ends("Hẹn gặp");
  await helper.page.getByRole("dialog").getByRole("button", { name: "Tại nhà" }).click();
  await helper.page.getByRole("dialog").getByRole("button", { name: "Hẹn gặp" }).click();
  await ba.hears(server.line("back-meet"));
  await take(ba.page, "chat-meeting");
}

/**
 * Three windows on one server at once: a resident and her neighbours on phones, the coordinator at a desk.
 * At every turn of the story it is asserted what each of them sees, and that nobody sees what is not theirs.
 */
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { type Coordinator, coordinatorOf } from "../support/browser/coordinator.ts";
import type { RealServer } from "../support/browser/real-server.ts";
import { inRealWindows } from "../support/browser/real-windows.ts";
import {
  type Resident,
  seriousFaults,
  tableScreen,
  type Window,
  type Windows,
} from "../support/browser/road.ts";
import { smallTargets } from "./small-targets.ts";
import { tabTo } from "./tab-to.ts";

const media = join(import.meta.dirname, "..", "support", "media");
const sensName = { name: "Nông Thị Sen (mẫu)", role: "Trưởng thôn" };
const tungsName = { name: "Hoàng Văn Tùng (mẫu)", role: "Bí thư chi đoàn" };
const linsName = { name: "Ma Văn Lìn (mẫu)", role: "Cán bộ xã" };

let server: RealServer;
let open: Windows;
inRealWindows((given) => {
  ({ server, open } = given);
});

const sen = () => open.helper(server.inviteLink({ ...sensName, woman: true }));
/** Of another village: not called first. */
const tung = () => open.helper(server.inviteLink({ ...tungsName, village: "noi-khac" }));
const lin = async (): Promise<Coordinator> =>
  coordinatorOf(
    await open.helper(
      server.inviteLink({ ...linsName, rank: "coordinator", village: "noi-khac" }),
      tableScreen,
    ),
  );

/** Nothing serious by day and by night, nothing wider than the window, and all as large as a thumb. */
async function looksRight(...all: readonly Window[]): Promise<void> {
  for (const { page } of all) {
    expect(await seriousFaults(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await seriousFaults(page, "colours")).toEqual([]);
    await page.emulateMedia({ colorScheme: "light" });
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(wider).toBeLessThanOrEqual(0);
    expect(await smallTargets(page)).toEqual([]);
  }
}

/** From the step, anybody of Nà Khau. */
async function asksForSomebody(who: Resident): Promise<void> {
  await who.press(server.words("human"), "Nà Khau", server.words("who-anyone"));
}

test("a case from the first line to the right next step, each seeing their own side of it", async () => {
  const ba = await open.resident(server.url);
  const [first, second, over] = [await sen(), await tung(), await lin()];
  await over.opensFigures();
  await over.page.getByText("Tháng này chưa có việc nào.").waitFor();
  await over.closes();
  await looksRight(ba, first, second, over);

  // She writes without marks, gets stuck and asks for a person: her village is called, nobody else.
  const step = await ba.toAStep();
  await ba.press(server.words("trouble"));
  await ba.offered(server.words("human"));
  await asksForSomebody(ba);
  await ba.hears(server.line("called-first", { names: sensName.name }));
  await ba.page.getByText("Đang gọi người giúp").waitFor();
  await first.page.getByText("1 người đang chờ").waitFor();
  await second.page.getByText("Chưa có ai chờ").waitFor();
  const commune = await over.opensCommune();
  await commune.getByText("người trong thôn", { exact: false }).first().waitFor();
  await commune.getByText(`Đã gọi: ${sensName.name}`).waitFor();
  await looksRight(ba, first, over);

  // Nobody answers within the limit: the next rung is called, the resident is told, the coordinator sees it.
  await server.pass(3.2);
  await ba.hears(server.line("called-next"));
  await second.page.getByText("1 người đang chờ").waitFor();
  await commune.getByText("mọi người đang trực").waitFor();
  await commune.getByText(/^Đã gọi: Nông Thị Sen \(mẫu\), .*Hoàng Văn Tùng/).waitFor();
  await commune.locator(".wait").getByText("3 phút").waitFor();
  await server.pass(7);
  await ba.hears(server.line("nobody-came"));
  await commune.getByText("cán bộ xã, đã đưa số điện thoại").waitFor();
  await looksRight(ba, first, second, over);

  // The coordinator gives it to the one of the village, with a word the resident never reads.
  await over.gives(sensName.name, "Bà hay ngủ trưa, gọi sau hai giờ");
  await commune.getByText("Đang có người giúp").waitFor();
  await ba.hears(server.line("claimed", sensName));
  await ba.page.getByText("Đang nói chuyện với Nông Thị Sen (mẫu), Trưởng thôn").waitFor();
  await second.page.getByText("Chưa có ai chờ").waitFor();
  await over.closes();
  await first.page.getByText("đang giúp", { exact: false }).waitFor();
  await first.page.locator(".row").click();
  await first.box().waitFor();
  await first.page.locator(".card-fold summary").click();
  await first.page.getByText("Bà hay ngủ trưa, gọi sau hai giờ").waitFor();
  const card = await first.page.locator(".card").innerText();
  expect(card).toMatch(/Đã thử\s+không làm được/);
  expect(card).toContain(`Bước đã gửi\n${step}`);
  await looksRight(ba, first, second, over);
  await first.page.locator(".card-fold summary").click();

  // Words, a photo, and the step once more; a note between helpers stays between helpers.
  await first.say("Bà bấm ô màu đỏ ạ");
  await ba.hears("Bà bấm ô màu đỏ ạ");
  await ba.page.locator(".propagandist .speaker").getByText(sensName.name).waitFor();
  await ba.say("bà bấm rồi mà chưa thấy gì");
  await first.hears("bà bấm rồi mà chưa thấy gì");
  await first.page.locator("input[type=file]").setInputFiles(join(media, "square.png"));
  await first.button("Gửi ảnh").click();
  await ba.page.locator(".propagandist img").waitFor();
  await first.button("Công cụ").click();
  await first.button("Gửi lại bước này").click();
  await first.page.getByText("Đã gửi bước, có hình và tiếng.").waitFor();
  await expect.poll(async () => (await ba.said()).at(-1)).toContain(step);
  await first.button("Ghi chú riêng").click();
  await first.page.getByRole("textbox", { name: "Ghi chú riêng" }).fill("Mắt kém, nên đến tận nhà");
  await first.page.getByRole("button", { name: "Ghi", exact: true }).click();
  await first.hears("Mắt kém, nên đến tận nhà");
  await looksRight(ba, first);

  // A second person is asked to help: for them it stands above everything, and not among others' cases.
  await first.button("Công cụ").click();
  await first.button("Mời thêm người cùng giúp…").click();
  await first.button(tungsName.name).click();
  const asked = second.page.locator(".called-in");
  await asked.getByText("Nông Thị Sen (mẫu) nhờ anh/chị cùng giúp.").waitFor();
  await asked.getByRole("button", { name: "Nhận giúp" }).waitFor();
  await looksRight(second);

  // The network goes: what is sent waits, what is begun stays, even through a page opened anew.
  await first.context.setOffline(true);
  await first.say("Bà chờ cháu một lát");
  await first.page.getByText("Chờ mạng, sẽ tự gửi").waitFor();
  await first.box().fill("Cháu vừa bị mất");
  await looksRight(first);
  await first.context.setOffline(false);
  await ba.hears("Bà chờ cháu một lát");
  await first.page.reload();
  await expect.poll(() => first.box().inputValue()).toBe("Cháu vừa bị mất");
  expect((await ba.said()).filter((text) => text.includes("chờ cháu một lát"))).toHaveLength(1);
  expect((await ba.said()).join()).not.toContain("vừa bị mất");

  // Passed on with a word. The coordinator is faster; the second neighbour is told who has it.
  await first.box().fill("");
  await first.button("Nhờ người khác").click();
  await first.page.getByLabel("Dặn người sau (bà con không thấy)").fill("Bà cần người đến nhà");
  await looksRight(first);
  await first.button("Đúng, nhờ người khác").click();
  await ba.hears(/Nông Thị Sen \(mẫu\) nhờ người khác/);
  await second.page.getByText("1 người đang chờ").waitFor();
  await second.context.route("**/desk/api/{cases,stream}", (route) => route.abort("failed"));
  await over.opensCommune();
  await over.button("Tôi nhận").click();
  await ba.page.getByText("Đang nói chuyện với Ma Văn Lìn (mẫu), Cán bộ xã").waitFor();
  await second.button("Nhận giúp").click();
  await second.page.getByRole("alert").getByText(server.line("refused-taken", linsName)).waitFor();
  await looksRight(ba, second, over);
  await second.context.unrouteAll();

  // Given on to the second neighbour, who reads what both before them said, and agrees to meet.
  await over.gives(tungsName.name, "Em ở gần, em ghé giúp");
  await over.closes();
  await ba.page.getByText("Đang nói chuyện với Hoàng Văn Tùng (mẫu), Bí thư chi đoàn").waitFor();
  await second.page.locator(".row").first().click();
  await second.hears("Bà bấm ô màu đỏ ạ");
  await second.hears("Mắt kém, nên đến tận nhà");
  await second.page.locator(".card-fold summary").click();
  await second.page.getByText("Em ở gần, em ghé giúp").waitFor();
  await second.page.locator(".card-fold summary").click();
  await second.button("Kết thúc giúp").click();
  await looksRight(second);
  const sheet = second.page.getByRole("dialog");
  await sheet.getByRole("button", { name: "Hẹn gặp" }).click();
  await sheet.getByRole("button", { name: "Tại nhà" }).click();
  await looksRight(second);
  await sheet.getByRole("button", { name: "Hẹn gặp" }).click();
  await second.page.getByText("Đã hẹn. Cả hai sẽ được nhắc.").waitFor();
  await ba.hears(
    server.line("back-meet", { ...tungsName, when: "8 giờ ngày mai", place: "nhà bà" }),
  );
  await over.page.getByText("Người khác đang giúp").click();
  await over.page.getByText(/Hẹn 08:00 ngày mai/).waitFor();
  await looksRight(ba, second, over);

  // Both are reminded; afterwards one tap says how it went, and the guide goes on behind that step.
  await server.pass(11 * 60);
  await ba.hears(server.line("meet-tomorrow", { name: tungsName.name }));
  await server.pass(12 * 60 - 10);
  await ba.hears(server.line("meet-soon", { name: tungsName.name }));
  await second.page.locator(".row").getByText("Nhắc: sắp đến giờ hẹn").waitFor();
  await server.pass(3 * 60);
  await second.page.locator(".row").getByText("Hẹn đã qua").click();
  await second.ends("Đã xong đến bước");
  await second.page.getByRole("dialog").getByRole("button", { name: "đang ở đây" }).click();
  await second.page.getByText("Xong. Cảm ơn đã giúp!").waitFor();
  await ba.hears(server.line("back-done-up-to", tungsName));
  await expect.poll(async () => (await ba.said()).at(-1)).not.toContain(step);
  await ba.offered(server.words("more"));
  await expect.poll(() => ba.page.getByText("Đang nói chuyện với").count()).toBe(0);

  // Nothing that was said among helpers ever stood on her page; the coordinator's month has changed.
  for (const secret of ["ngủ trưa", "Mắt kém", "người đến nhà", "Em ở gần"])
    expect(await ba.page.content()).not.toContain(secret);
  const figures = await over.opensFigures();
  expect(await over.figure("Nhờ người")).toBe("1");
  expect(await over.figure("Có người nhận")).toBe("1");
  await figures.getByText(tungsName.name).waitFor();
  await looksRight(ba, second, over);
}, 240_000);

test("two neighbours of one name on one phone: words, drafts, pictures and what waited for the network stay apart", async () => {
  const helper = await sen();
  const residents = [
    { who: await open.resident(server.url), name: "Cụ · Nà Khau", said: "lời của người thứ nhất" },
    {
      who: await open.resident(server.url),
      name: "Cụ · Nà Khau (2)",
      said: "lời của người thứ hai",
    },
  ] as const;
  const [one, other] = [residents[0].who, residents[1].who];
  const goTo = async (name: string) => {
    if ((await helper.page.locator(".case").count()) > 0)
      await helper.button("Về danh sách").click();
    await helper.page
      .locator(".row")
      .filter({ has: named(helper.page, name) })
      .click();
    await helper.page.getByRole("heading", { name, exact: true }).waitFor();
  };
  for (const { who, name, said } of residents) {
    await who.press(server.words("human"), "Nà Khau", server.words("who-anyone"), "Cụ");
    await helper.page.getByRole("article").getByRole("heading", { name, exact: true }).waitFor();
    await helper.claim();
    await who.page.getByText("Đang nói chuyện với").waitFor();
    await who.say(said);
    await helper.hears(said);
    await helper.box().fill(`nháp: ${said}`);
    await helper.button("Về danh sách").click();
  }
  await looksRight(helper);

  // A draft waits for its own person, and goes to nobody else.
  await goTo("Cụ · Nà Khau");
  await expect.poll(() => helper.box().inputValue()).toBe("nháp: lời của người thứ nhất");
  await goTo("Cụ · Nà Khau (2)");
  await expect.poll(() => helper.box().inputValue()).toBe("nháp: lời của người thứ hai");
  await helper.button("Gửi").click();
  await other.hears("nháp: lời của người thứ hai");

  // A picture chosen in one case and not sent is not sent in the other.
  await helper.page.locator("input[type=file]").setInputFiles(join(media, "square.png"));
  await helper.button("Gửi ảnh").waitFor();
  await goTo("Cụ · Nà Khau");
  await expect.poll(() => helper.button("Gửi ảnh").count()).toBe(0);
  await helper.page.locator("input[type=file]").setInputFiles(join(media, "square.jpg"));
  await helper.button("Gửi ảnh").click();
  await one.page.locator(".propagandist img").waitFor();

  // Written to both without network: each gets their own when it is back.
  await helper.context.setOffline(true);
  await helper.say("chỉ cho người thứ nhất");
  await goTo("Cụ · Nà Khau (2)");
  await helper.say("chỉ cho người thứ hai");
  await helper.page.getByText("Chờ mạng, sẽ tự gửi").waitFor();
  await helper.context.setOffline(false);
  await one.hears("chỉ cho người thứ nhất");
  await other.hears("chỉ cho người thứ hai");

  // The one who writes is named on the way back, and an end ends only that case.
  await one.say("tôi vẫn ở đây");
  await helper.button("Về danh sách").getByText("1").waitFor();
  await helper.ends("Đã xong hết");
  await other.hears(server.line("back-finished", sensName));
  await helper.page.getByRole("link", { name: "Cụ · Nà Khau vừa nhắn" }).click();
  await helper.hears("tôi vẫn ở đây");
  await one.button("Tự làm tiếp").waitFor();
  expect((await one.said()).join()).not.toContain("thứ hai");
  expect((await other.said()).join()).not.toContain("thứ nhất");
  await expect.poll(() => other.page.locator(".propagandist img").count()).toBe(0);
});

test("by keyboard alone: the call, giving the case away, the answer, passing it on and the end", async () => {
  const options = tableScreen;
  const ba = await open.resident(server.url, options);
  const helper = await open.helper(server.inviteLink(sensName), options);
  const over = await lin();
  await ba.offered(server.words("human"));
  await byKeys(ba.page, server.words("human"), "Nà Khau", server.words("who-anyone"), "Cụ");

  // The coordinator gives it to the neighbour, with a word.
  await over.page.getByText("1 người đang chờ").waitFor();
  await byKeys(over.page, "Mở trang điều phối", "Giao cho…");
  await tabTo(over.page, "Giao cho ai");
  await over.page.keyboard.type(sensName.name);
  await tabTo(over.page, "Dặn thêm");
  await over.page.keyboard.type("Cụ nghe kém");
  await over.page.keyboard.press("Enter");
  await over.page.getByText("Đang có người giúp").waitFor();
  await over.page.keyboard.press("Escape");
  await over.page.getByRole("dialog").waitFor({ state: "detached" });

  // The neighbour opens it from the list, answers, shows a ready answer, writes a note and passes it on.
  await tabTo(helper.page, "Cụ · Nà Khau");
  await helper.page.keyboard.press("Enter");
  await tabTo(helper.page, "Tin nhắn cho cụ");
  await helper.page.keyboard.type("Cháu chào cụ");
  await helper.page.keyboard.press("Enter");
  await ba.hears("Cháu chào cụ");
  await tabTo(ba.page, "Viết tin");
  await ba.page.keyboard.type("Chào cháu");
  await ba.page.keyboard.press("Enter");
  await helper.hears("Chào cháu");
  await byKeys(helper.page, "Công cụ", "Câu soạn sẵn", "Cứ từ từ ạ");
  await helper.page.keyboard.press("Enter");
  await ba.hears("Cứ từ từ ạ");
  await byKeys(helper.page, "Ghi chú riêng");
  await helper.page.keyboard.type("Mai ghé nhà cụ");
  await helper.page.keyboard.press("Enter");
  await helper.hears("Mai ghé nhà cụ");
  await byKeys(helper.page, "Nhờ người khác");
  await tabTo(helper.page, "Dặn người sau");
  await helper.page.keyboard.type("Nói to cụ mới nghe");
  await byKeys(helper.page, "Đúng, nhờ người khác");

  // The coordinator takes it, reads what was said, and agrees to meet.
  await over.page.getByText("1 người đang chờ").waitFor();
  await byKeys(over.page, "Nhận giúp");
  await over.box().waitFor();
  await over.hears("Mai ghé nhà cụ");
  await over.page.getByText("Nói to cụ mới nghe").first().waitFor();
  await byKeys(over.page, "Kết thúc giúp", "Hẹn gặp", "Ủy ban xã", "Hẹn gặp");
  await over.page.getByText("Đã hẹn. Cả hai sẽ được nhắc.").waitFor();
  await ba.hears(server.line("back-meet", { ...linsName, place: "Ủy ban xã" }));
  expect(await ba.page.content()).not.toMatch(/nghe kém|Mai ghé|mới nghe/);
});

const named = (page: Page, name: string) => page.getByText(name, { exact: true });

async function byKeys(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) {
    await page.getByRole("button", { name }).first().waitFor();
    await tabTo(page, name);
    await page.keyboard.press("Enter");
  }
}

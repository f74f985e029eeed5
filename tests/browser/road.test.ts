/** The whole road in real windows against the program itself: a resident, and the neighbours who help. */
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { RealServer } from "../support/browser/real-server.ts";
import { inRealWindows } from "../support/browser/real-windows.ts";
import {
  cheapPhone,
  type Helper,
  type Resident,
  seriousFaults,
  tableScreen,
  type Windows,
} from "../support/browser/road.ts";
import { tabTo } from "./tab-to.ts";

const media = join(import.meta.dirname, "..", "support", "media");
const sensName = { name: "Nông Thị Sen (mẫu)", role: "Trưởng thôn" };

let server: RealServer;
let open: Windows;
inRealWindows(
  (given) => {
    ({ server, open } = given);
  },
  { flags: ["--use-fake-ui-for-media-stream"] },
);

const sen = () => open.helper(server.inviteLink({ name: "Nông Thị Sen (mẫu)", woman: true }));
const tung = (options = tableScreen) =>
  open.helper(
    server.inviteLink({ name: "Hoàng Văn Tùng (mẫu)", role: "Bí thư chi đoàn" }),
    options,
  );

/** How often the window has sounded so far. */
async function countTones(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = window as unknown as { tones: number };
    counted.tones = 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when) {
      counted.tones += 1;
      return start.call(this, when);
    };
  });
  return () => page.evaluate(() => (window as unknown as { tones: number }).tones);
}

/** The first answer offered just now. */
const firstOf = async (who: Resident) => (await who.choices())[0]!;

/** Without a guide: the shortest way to somebody. */
async function callFromTheDoor(
  who: Resident,
  wish: "who-anyone" | "who-woman" = "who-anyone",
): Promise<void> {
  await who.press(server.words("human"), "Nà Khau", server.words(wish), "Cụ");
}

describe("to the first step", () => {
  test("a machine that says so takes up a need written without marks at once", async () => {
    const ba = await open.resident(server.url);
    await ba.hears(server.line("greeting", { operator: "xã Tân An (mẫu)" }));
    await expect
      .poll(() => ba.page.getByRole("banner").innerText())
      .toMatch(/BẢN THỬ[\s\S]*Máy trả lời/);

    await ba.say("ba muon lam khai sinh cho chau");
    await ba.hears(/Đăng ký khai sinh/);

    // One line and no press: the guide's first question, addressed as she spoke of herself.
    expect((await ba.said()).at(-1)).toMatch(/\bbà\b/i);

    await ba.press(await firstOf(ba));
    await ba.offered(server.words("keep-yes"));
    await expect.poll(() => ba.page.locator("input:checked, [aria-checked=true]").count()).toBe(0);
    await ba.press(server.words("keep-no"));
    await ba.hears(server.line("keep-declined"));
    await ba.offered(server.words("more")); // the guide goes on: declining costs no help
  });

  test("by thumb alone it takes at most four presses", async () => {
    const ba = await open.resident(server.url);
    let presses = 0;
    for (const choice of [server.words("field-justice"), "Đăng ký khai sinh"]) {
      await ba.press(choice);
      presses += 1;
    }
    await ba.hears(server.line("guide-begins"));

    expect(presses).toBeLessThanOrEqual(4);
  });

  test("less than 60 KB come over the network at first, packed by the server itself", async () => {
    const { context, page } = await open.open(cheapPhone);
    const network = await context.newCDPSession(page);
    await network.send("Network.enable");
    let received = 0;
    network.on("Network.loadingFinished", ({ encodedDataLength }) => {
      received += encodedDataLength;
    });
    const packed: (string | undefined)[] = [];
    page.on("response", (response) => {
      if (/\.(js|css)$/.test(response.url())) packed.push(response.headers()["content-encoding"]);
    });
    await page.goto(server.url);
    await page.locator(".choices button").first().waitFor();
    await expect.poll(() => received).toBeGreaterThan(10_000);

    expect(packed.length).toBeGreaterThanOrEqual(2);
    expect(packed.every((encoding) => encoding === "br" || encoding === "gzip")).toBe(true);
    expect(received).toBeLessThan(60_000);
  });

  test("the step is read aloud where there is a Vietnamese voice", async () => {
    const { context } = await open.open(cheapPhone);
    await context.addInitScript(() => {
      const said: string[] = [];
      Object.assign(window, { said });
      class Utterance {
        readonly text: string;
        constructor(text: string) {
          this.text = text;
        }
      }
      Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
      Object.defineProperty(window, "speechSynthesis", {
        value: {
          getVoices: () => [{ lang: "vi-VN" }],
          speak: ({ text }: Utterance) => said.push(text),
          cancel: () => undefined,
        },
      });
    });
    const ba = await open.residentIn(context, server.url);
    const step = await ba.toAStep();

    await ba.button("Nghe").last().click();

    const said = await ba.page.evaluate(() => (window as unknown as { said: string[] }).said);
    expect(said.join(" ")).toContain(step.replaceAll(/[“”]/g, ""));
    expect(said.join(" ")).toMatch(/bấm Xong rồi\.$/);
  });
});

describe("the way back", () => {
  test("a reload, a second window and a browser opened again stand at the same step", async () => {
    const ba = await open.resident(server.url);
    const step = await ba.toAStep();

    await ba.page.reload();
    const card = ba.page.getByRole("region", { name: "Đang ở bước này" });
    await card.getByText(step).waitFor();
    const second = await open.residentIn(ba.context, server.url);
    await second.page.getByRole("region", { name: "Đang ở bước này" }).waitFor();
    await second.press(server.words("done"));
    await ba.page.locator(".log").getByText("Xong rồi", { exact: true }).waitFor(); // the first follows
    const next = await ba.choices();

    const storageState = await ba.context.storageState();
    await ba.context.close();
    const again = await open.resident(server.url, { storageState });
    await again.page.getByRole("region", { name: "Đang ở bước này" }).waitFor();
    expect(await again.choices()).toEqual(next);
  });

  test("the return code opens it elsewhere, is renewed, and the old window says so kindly", async () => {
    const ba = await open.resident(server.url);
    const step = await ba.toAStep();
    await ba.button("Mục khác").click();
    const code = await ba.page.locator(".code").innerText();
    await ba.page.keyboard.press("Escape");

    const elsewhere = await open.resident(server.url);
    await elsewhere.button(/Có mã quay lại/).click();
    await elsewhere.page
      .getByRole("textbox", { name: "Mã quay lại" })
      .fill(code.normalize("NFD").replaceAll(/\p{M}/gu, "").toUpperCase());
    await elsewhere.page.keyboard.press("Enter");
    await elsewhere.page.getByRole("region", { name: "Đang ở bước này" }).waitFor();
    await elsewhere.button("Mục khác").click();
    expect(await elsewhere.page.locator(".code").innerText()).not.toBe(code);

    await ba.page.getByText("đã mở ở chỗ khác bằng mã quay lại").waitFor();
    await ba.offered(server.words("field-justice"));
    expect((await ba.said()).join()).not.toContain(step);
  });
});

describe("a weak network", () => {
  test("what was written without network and beside a stopped server arrives once", async () => {
    const ba = await open.resident(server.url);
    await ba.say("ba muon lam khai sinh cho chau");
    await ba.hears(/Đăng ký khai sinh/);
    const first = await firstOf(ba);

    await ba.context.setOffline(true);
    await ba.say(first);
    await ba.page.getByText("Mất mạng. Máy giữ lại, có mạng sẽ gửi.").waitFor();
    await ba.context.setOffline(false);
    const yes = server.words("keep-yes");
    await ba.offered(yes);

    await server.stop();
    await ba.press(yes);
    await ba.page.getByText("Mất mạng. Máy giữ lại, có mạng sẽ gửi.").waitFor();
    await server.start();
    await ba.hears(server.line("keep-given"));

    const said = await ba.said();
    expect(said.filter((text) => text === first)).toHaveLength(1);
    expect(said.filter((text) => text === yes)).toHaveLength(1);
    expect(said.filter((text) => server.line("keep-given").test(text))).toHaveLength(1);
    await expect.poll(() => ba.page.getByText("Mất mạng").count()).toBe(0);
  });

  test("with streams blocked, both pages learn by asking", async () => {
    const ba = await open.resident("about:blank");
    await ba.context.route("**/stream*", (route) => route.abort("blockedbyclient"));
    const helper = await open.open(tableScreen);
    await helper.context.route("**/stream*", (route) => route.abort("blockedbyclient"));
    await helper.page.goto(server.inviteLink({ name: "Nông Thị Sen (mẫu)" }));
    await helper.page.getByText("Chưa có ai chờ").waitFor();
    await ba.page.goto(server.url);

    await callFromTheDoor(ba);
    await helper.page.getByText("1 người đang chờ").waitFor();
    await helper.page.getByRole("button", { name: "Nhận giúp" }).click();

    await ba.page.getByText("Đang nói chuyện với Nông Thị Sen").waitFor();
  });
});

describe("a neighbour helps", () => {
  test("from the call to the end: both talk in words, photos and voices, and the guide goes on", async () => {
    const helper = await open.helper(server.inviteLink({ name: "Nông Thị Sen (mẫu)" }), {
      ...cheapPhone,
      permissions: ["microphone"],
    });
    const tones = await countTones(helper.page);
    const ba = await open.resident(server.url, { permissions: ["microphone"] });
    const step = await ba.toAStep();

    // Called: the resident knows who and until when, the helper hears and sees it.
    await ba.callsSomebody();
    await ba.hears(server.line("called-first", { names: "Nông Thị Sen (mẫu)" }));
    await ba.page.getByText("Đang gọi người giúp").waitFor();
    await helper.page.getByText("1 người đang chờ").waitFor();
    await expect.poll(tones).toBe(4);
    expect(await helper.page.title()).toMatch(/^\(1\)/);

    await helper.page.getByRole("link", { name: "Xem trước" }).click();
    await helper.page.getByText("Bấm “Gặp người giúp”").waitFor();
    await helper.claim();
    await ba.page.getByText("Đang nói chuyện với Nông Thị Sen (mẫu), Trưởng thôn").waitFor();

    await ba.say("bà không thấy số giấy");
    await helper.hears("bà không thấy số giấy");
    await helper.say("Bà nhìn góc trên bên trái ạ");
    await ba.hears("Bà nhìn góc trên bên trái ạ");
    await ba.page.locator(".propagandist .speaker").getByText("Nông Thị Sen (mẫu)").waitFor();
    await helper.page.locator(".delivery.seen").last().waitFor();

    // A photo, after the question about the identity card.
    await ba.page.locator("input[type=file]").setInputFiles(join(media, "square.jpg"));
    await ba.button("Gửi ảnh").click();
    await ba.hears(server.line("ask-photo-clear"));
    await ba.press(server.words("photo-clear"));
    await helper.page.getByRole("button", { name: "Mở ảnh to" }).waitFor();
    expect(await loadedImages(helper.page)).toBe(1);
    await helper.page.locator("input[type=file]").setInputFiles(join(media, "square.png"));
    await helper.button("Gửi ảnh").click();
    await ba.page.locator(".propagandist img").waitFor();
    await expect.poll(() => loadedImages(ba.page)).toBe(2);

    // Voices, as the microphones gave them.
    await ba.button("Nói").click();
    await ba.page.getByText("0:01").waitFor();
    await ba.button("Nói xong").click();
    await ba.page.locator(".recorder").getByRole("button", { name: "Gửi" }).click();
    await helper.page.locator("audio").waitFor();
    await helper.button("Nói").click();
    await helper.page.getByText("Đang ghi 0:01").waitFor();
    await helper.button("Gửi tin thoại").click();
    await ba.page.locator(".propagandist audio").waitFor();
    expect(await playable(ba.page, ".propagandist audio")).toBeGreaterThan(0.5);
    expect(await playable(helper.page, "audio")).toBeGreaterThan(0.5);

    // What nobody may ask is stopped, with the reason, and the words are not lost.
    await helper.say("Bà đọc mã OTP cho cháu");
    await helper.page.getByText(server.words("stopped-asks-for-code")).waitFor();
    await helper.button("Sửa lại").click();
    await expect.poll(() => helper.box().inputValue()).toBe("Bà đọc mã OTP cho cháu");
    await helper.say("Bà tự gõ mã trên máy nhé");
    await ba.hears("Bà tự gõ mã trên máy nhé");
    expect((await ba.said()).join()).not.toContain("đọc mã OTP");

    // Seen again beside a person: the step of the guide is one line, and no answered question returns.
    await ba.page.reload();
    const current = ba.page.getByRole("region", { name: "Đang ở bước này" });
    await current.getByText(step).waitFor();
    await expect.poll(() => ba.page.locator(".choices button").count()).toBe(0);

    await helper.ends("Vẫn ở bước này");
    await helper.page.getByText("Xong. Cảm ơn đã giúp!").waitFor();
    await ba.hears(server.line("back-still-here", sensName));
    await expect.poll(async () => (await ba.said()).at(-1)).toContain(step);
    await ba.press(server.words("done"));
    await expect.poll(async () => (await ba.said()).at(-1)).not.toContain(step);
  });

  test("each ending puts the resident at the right step, told who helped", async () => {
    const helper = await sen();
    const ba = await open.resident(server.url);
    const step = await ba.toAStep();
    const helped = async () => {
      if ((await ba.choices()).includes(server.words("human")))
        await ba.press(server.words("human"));
      // The village is asked for once; later, whether the one who just helped shall come again.
      const asked = (text: string | RegExp) =>
        ba.page.locator(".choices button").filter({ hasText: text });
      await asked(/Nà Khau|Ai |Mời /)
        .first()
        .waitFor();
      if (await asked("Nà Khau").isVisible()) await ba.press("Nà Khau");
      if (await asked("Mời Nông Thị Sen").isVisible()) await ba.press("Mời Nông Thị Sen");
      else await ba.press(server.words("who-anyone"));
      await helper.claim();
      await ba.page.getByText("Đang nói chuyện với").waitFor();
    };
    const stillThere = async (told: RegExp) => {
      await ba.hears(told);
      await expect.poll(async () => (await ba.said()).at(-1)).toContain(step);
      await ba.offered(server.words("done"));
    };

    await helped();
    await helper.button("Kết thúc giúp").click();
    await helper.page.getByLabel("Thiếu giấy gì").fill("giấy chứng sinh");
    await helper.page.getByRole("dialog").getByRole("button", { name: "Còn thiếu giấy" }).click();
    await stillThere(
      server.line("back-needs-named-paper", { ...sensName, paper: "giấy chứng sinh" }),
    );

    await helped();
    await helper.ends("Phải đi làm trực tiếp");
    await stillThere(server.line("back-in-person", sensName));

    await helped();
    await helper.ends("Chưa gặp được");
    await stillThere(server.line("back-unreached", sensName));

    await helped();
    await helper.ends("Hẹn gặp");
    await helper.page.getByRole("dialog").getByRole("button", { name: "Tại nhà" }).click();
    await helper.page.getByRole("dialog").getByRole("button", { name: "Hẹn gặp" }).click();
    await helper.page.getByText("Đã hẹn. Cả hai sẽ được nhắc.").waitFor();
    await stillThere(server.line("back-meet", { ...sensName, when: "8 giờ ngày mai" }));

    // After the meeting the helper ends it: up to a step, chosen by its name.
    // In the evening it stands there as a reminder already.
    await helper.page
      .locator(".row")
      .getByText(/08:00 ngày mai/)
      .click();
    await helper.ends("Đã xong đến bước");
    await helper.page.getByRole("dialog").getByRole("button", { name: "đang ở đây" }).click();
    await ba.hears(server.line("back-done-up-to", sensName));
    await expect.poll(async () => (await ba.said()).at(-1)).not.toContain(step);
    await ba.offered(server.words("more")); // the first question nobody has answered

    await ba.say(server.words("human"));
    await helped();
    await helper.ends("Đã xong hết");
    await ba.hears(server.line("back-finished", sensName));
    expect(await ba.choices()).not.toContain(server.words("done"));
  });

  test("the resident goes on alone, a helper gives back, and the faster one is named", async () => {
    const [first, second] = [await sen(), await tung()];
    const ba = await open.resident(server.url);
    await callFromTheDoor(ba);
    await first.page.getByText("1 người đang chờ").waitFor();

    // Both press at once: a page that has not heard yet.
    await second.context.route("**/desk/api/cases", (route) => route.abort("failed"));
    await second.context.route("**/desk/api/stream", (route) => route.abort("failed"));
    await second.page.getByText("1 người đang chờ").waitFor();
    await first.claim();
    await second.button("Nhận giúp").click();
    await second.page
      .getByRole("alert")
      .getByText(server.line("refused-taken", sensName))
      .waitFor();
    await second.context.unrouteAll();
    await second.page.getByText("Người khác đang giúp").click();
    await second.page.getByText("Nông Thị Sen (mẫu) đang giúp").first().waitFor();

    await first.button("Nhờ người khác").click();
    await first.button("Đúng, nhờ người khác").click();
    await ba.hears(/Nông Thị Sen \(mẫu\) nhờ người khác/);
    await second.claim();
    await ba.page.getByText("Đang nói chuyện với Hoàng Văn Tùng (mẫu)").waitFor();

    await second.say("Cụ cần gì ạ?");
    await ba.button("Tự làm tiếp").first().click();
    await ba.offered(server.words("field-justice"));
    await expect.poll(() => ba.page.getByText("Đang nói chuyện với").count()).toBe(0);
    await second.page.getByText("Việc này đã xong.").waitFor();
  });

  test("two residents at one desk get their own answers", async () => {
    const helper = await tung();
    const [one, other] = [await open.resident(server.url), await open.resident(server.url)];
    await callFromTheDoor(one);
    await callFromTheDoor(other);
    await helper.page.getByText("2 người đang chờ").waitFor();

    await helper.claim();
    await one.page.getByText("Đang nói chuyện với").waitFor();
    await helper.page.getByRole("button", { name: "Nhận giúp" }).click();
    await other.page.getByText("Đang nói chuyện với").waitFor();
    await other.say("tôi là người thứ hai");
    await helper.hears("tôi là người thứ hai");
    await helper.say("Chào người thứ hai");
    await other.hears("Chào người thứ hai");
    await one.say("còn tôi là người thứ nhất");
    await helper.page.getByRole("link", { name: "vừa nhắn" }).click();
    await helper.hears("còn tôi là người thứ nhất");
    await helper.say("Chào người thứ nhất");
    await one.hears("Chào người thứ nhất");

    expect((await one.said()).join()).not.toContain("thứ hai");
    expect((await other.said()).join()).not.toContain("thứ nhất");
  });

  test("nobody on duty: when, a telephone, and a call that only the claimer may make", async () => {
    const [helper, coordinator] = [
      await sen(),
      await open.helper(
        server.inviteLink({ name: "Ma Văn Lìn (mẫu)", role: "Cán bộ xã", rank: "coordinator" }),
        tableScreen,
      ),
    ];
    for (const one of [helper, coordinator]) {
      await one.page.getByRole("radio", { name: "Tạm nghỉ" }).click();
      await one.page.getByText("Đang nghỉ, máy này không báo").waitFor();
    }
    const ba = await open.resident(server.url);
    await ba.toAStep();
    await ba.callsSomebody();
    await ba.hears(server.line("nobody-on-duty"));
    await expect
      .poll(() => ba.page.locator(".log a[href^='tel:']").last().innerText())
      .toMatch(/^[\d. ]+$/);

    await ba.press(server.words("call-me"));
    await ba.hears(server.line("ask-phone"));
    await ba.say("0912 345 678");
    await ba.hears(server.line("phone-kept"));
    await ba.offered(server.words("done")); // the guide goes on meanwhile

    await coordinator.page.getByText("1 người đang chờ").waitFor();
    await coordinator.page.getByRole("link", { name: "Xem trước" }).click();
    await coordinator.page.getByText("Bấm Nhận giúp để bắt đầu nói chuyện").waitFor();
    await expect.poll(() => coordinator.page.locator("a[href^='tel:']").count()).toBe(0);
    await helper.page.getByRole("radio", { name: "Đang trực" }).click();
    await helper.claim();
    await helper.page.locator("a[href='tel:0912345678']").first().waitFor();
    await coordinator.page.getByText("Nông Thị Sen (mẫu) đang giúp việc này").waitFor();
    expect(await coordinator.page.content()).not.toMatch(/0912\D?345\D?678/);
  });

  test("nobody comes: wider after three minutes, a telephone after ten", async () => {
    await sen();
    await open.helper(server.inviteLink({ name: "Bàn Văn Páo (mẫu)", village: "noi-khac" }));
    const ba = await open.resident(server.url);
    await callFromTheDoor(ba);
    await server.pass(3.1);
    await ba.hears(server.line("called-next"));
    await server.pass(7);
    await ba.hears(server.line("nobody-came"));
    await ba.offered(server.words("call-me"));
  });
});

describe("one's own affairs", () => {
  test("everything is deleted from the menu, after one question, and the desk knows nothing more", async () => {
    const helper = await sen();
    const ba = await open.resident(server.url);
    await callFromTheDoor(ba);
    await helper.page.getByText("1 người đang chờ").waitFor();

    await ba.button("Mục khác").click();
    await ba.button(/^Xóa hết/).click();
    await ba.hears(server.line("really-erase"));
    await ba.press(server.words("erase-no"));
    await ba.offered(server.words("field-justice"));
    await ba.button("Mục khác").click();
    await ba.button(/^Xóa hết/).click();
    await ba.press(server.words("erase-yes"));

    await ba.hears(server.line("erased"));
    await expect.poll(async () => (await ba.said()).join()).not.toContain("Nà Khau");
    await helper.page.getByText("Chưa có ai chờ").waitFor();
    await ba.page.reload();
    await ba.hears(server.line("erased"));
    expect((await ba.said()).join()).not.toContain("Nà Khau");
    await ba.say("alo");
    await ba.offered(server.words("field-justice")); // and begins anew
  });

  test("English and back, the page's own words too", async () => {
    const ba = await open.resident(server.url);
    await ba.offered(server.words("human"));
    await ba.button("Mục khác").click();
    await ba.button(/^Đổi tiếng/).click();
    await ba.offered("Talk to a person");
    await ba.page.getByText("A machine answers").waitFor();
    expect(await ba.page.evaluate(() => document.documentElement.lang)).toBe("en");

    await ba.button("More").click();
    await ba.button(/^Change language/).click();
    await ba.offered(server.words("human"));
    await ba.page.getByRole("banner").getByText("Máy trả lời").waitFor();
  });
});

describe("for everybody", () => {
  test.each([
    ["light", "all"],
    ["dark", "colours"],
  ] as const)("axe finds nothing serious, %s", async (colorScheme, rules) => {
    const helper = await open.helper(server.inviteLink({ name: "Nông Thị Sen (mẫu)" }), {
      ...cheapPhone,
      colorScheme,
    });
    const wide = await tung({ ...tableScreen, colorScheme });
    const ba = await open.resident(server.url, { colorScheme });
    await ba.offered(server.words("human"));
    const look = async (...who: readonly (Resident | Helper)[]) => {
      for (const { page } of who) {
        expect(await seriousFaults(page, rules)).toEqual([]);
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        expect(wider).toBeLessThanOrEqual(0);
      }
    };

    await look(ba, helper, wide);
    await ba.toAStep();
    await look(ba);
    await ba.callsSomebody();
    await helper.page.getByText("1 người đang chờ").waitFor();
    await wide.page.getByText("1 người đang chờ").waitFor();
    await look(ba, helper, wide);
    await helper.claim();
    await ba.page.getByText("Đang nói chuyện với").waitFor();
    await helper.say("Bà đọc mật khẩu cho cháu");
    await helper.page.getByText(server.words("stopped-asks-for-password")).waitFor();
    await look(ba, helper);
    await ba.page.reload();
    await ba.button("Xem").click();
    await look(ba);
    await helper.button("Kết thúc giúp").click();
    await look(helper);
  });

  test("keyboards alone carry both through a whole case", async () => {
    const helper = await open.helper(
      server.inviteLink({ name: "Nông Thị Sen (mẫu)" }),
      tableScreen,
    );
    const ba = await open.resident(server.url, tableScreen);
    await ba.offered(server.words("human"));

    await byKeys(ba.page, server.words("human"), "Nà Khau", server.words("who-anyone"), "Cụ");
    await helper.page.getByText("1 người đang chờ").waitFor();
    await byKeys(helper.page, "Nhận giúp");
    await helper.box().waitFor();
    await tabTo(helper.page, "Tin nhắn cho cụ");
    await helper.page.keyboard.type("Cháu chào cụ");
    await helper.page.keyboard.press("Enter");
    await ba.hears("Cháu chào cụ");
    await tabTo(ba.page, "Viết tin");
    await ba.page.keyboard.type("Chào cháu");
    await ba.page.keyboard.press("Enter");
    await helper.hears("Chào cháu");
    await byKeys(helper.page, "Kết thúc giúp", "Đã xong hết");

    await ba.hears(server.line("back-finished", sensName));
    await helper.page.getByText("Cảm ơn đã giúp").waitFor();
  });
});

async function byKeys(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) {
    await page.getByRole("button", { name }).first().waitFor();
    await tabTo(page, name);
    await page.keyboard.press("Enter");
  }
}

/** Pictures whose bytes really came and could be drawn. */
const loadedImages = (page: Page) =>
  page.evaluate(
    () => [...document.querySelectorAll("img")].filter((image) => image.naturalWidth > 0).length,
  );

/** Seconds of a recording that this browser can play. */
const playable = (page: Page, selector: string) =>
  page
    .locator(selector)
    .last()
    .evaluate(async (audio) => {
      const bytes = await (await fetch((audio as HTMLAudioElement).src)).arrayBuffer();
      return (await new AudioContext().decodeAudioData(bytes)).duration;
    });

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { DeskStep } from "../../src/bot/web/wire/cases.ts";
import { openBrowser } from "../support/browser/browser.ts";
import { type DeskServer, startDeskServer } from "../support/browser/desk-server.ts";

/** The desk's built page in a real browser, against a small server that keeps the wire's promises. */

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const desktop = { viewport: { width: 1280, height: 800 } };

const steps: readonly DeskStep[] = [
  { id: "log-in", says: "Đăng nhập cổng", where: "behind" },
  { id: "choose-office", says: "Chọn nơi nộp", where: "here" },
  { id: "send", says: "Bấm Gửi hồ sơ", where: "ahead" },
];

let browser: Browser;
let server: DeskServer;
let context: BrowserContext;
let faults: string[];

beforeAll(async () => {
  // The flag answers "may this page use the microphone?" with yes.
  browser = await openBrowser({ flags: ["--use-fake-ui-for-media-stream"] });
});
afterAll(() => browser.close());
beforeEach(async () => {
  server = await startDeskServer();
  faults = [];
});
afterEach(async () => {
  await context.close();
  await server.close();
  expect(faults).toEqual([]);
});

/** A page as it is opened by somebody with a link. */
async function come(
  device: typeof phone | typeof desktop = phone,
  hash = `#in=${server.code({})}`,
): Promise<Page> {
  context = await browser.newContext({ reducedMotion: "reduce", ...device });
  const page = await context.newPage();
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) faults.push(message.text());
  });
  await page.goto(`${server.url}/desk${hash}`);
  return page;
}

const grandmother = () =>
  server.addCase(
    {
      address: "bà",
      village: "Nà Khau",
      flow: "Đăng ký khai sinh",
      step: { says: "Chọn nơi nộp", sign: "Khi hiện chữ Xã Tân An" },
    },
    { steps, phone: "0912 345 678", tried: ["Đã xem Chỉ kỹ hơn"] },
  );

const claimed = async (page: Page) => {
  await page.getByRole("button", { name: "Nhận giúp" }).click();
  await page.getByRole("textbox", { name: "Tin nhắn cho bà" }).waitFor();
};

const box = (page: Page) => page.getByRole("textbox", { name: "Tin nhắn cho bà" });
const thread = (page: Page) => page.getByRole("log");

async function expectNothingSerious(page: Page): Promise<void> {
  await page.evaluate(axe);
  const serious = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run: () => Promise<{
          violations: { id: string; impact: string; nodes: { html: string }[] }[];
        }>;
      };
    };
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
  expect(serious).toEqual([]);
}

/** How far the page reaches beyond the screen's right edge. */
const overhang = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

describe("coming in", () => {
  test("a link signs in, and its code leaves the address bar", async () => {
    const page = await come();

    await page.getByRole("heading", { name: "Chưa có ai chờ" }).waitFor();

    expect(page.url()).toBe(`${server.url}/desk`);
  });

  test("an invitation greets by name and says what to do", async () => {
    const page = await come(phone, `#join=${server.code({})}`);

    await page.getByText("Chào Lý Thị Hoa").waitFor();
    await page.getByRole("button", { name: "Đã hiểu" }).click();

    await expect.poll(() => page.getByText("Chào Lý Thị Hoa").count()).toBe(0);
  });

  test("without a session the page says how one gets in, and takes a code or a whole link", async () => {
    const page = await come(phone, "");
    await page.getByText("xin đường dẫn hoặc mã của điều phối viên").waitFor();

    await page.getByRole("button", { name: "Vào trang" }).click();
    await page.getByText("Nhập mã vào ô này đã").waitFor();
    await page.getByLabel("Mã vào trang").fill(`${server.url}/desk#in=${server.code({})}`);
    await page.keyboard.press("Enter");

    await page.getByRole("heading", { name: "Chưa có ai chờ" }).waitFor();
  });

  test("a wrong and an expired code are told apart, kindly", async () => {
    const page = await come(phone, "#in=wrong");
    await page.getByText("không đúng hoặc đã dùng rồi").waitFor();

    await page.getByLabel("Mã vào trang").fill(server.code({}, true));
    await page.getByRole("button", { name: "Vào trang" }).click();

    await page.getByText("đã hết hạn").waitFor();
  });

  test("a used link opened again on the same phone simply opens the desk", async () => {
    const hash = `#in=${server.code({})}`;
    const page = await come(phone, hash);
    await page.getByRole("heading", { name: "Chưa có ai chờ" }).waitFor();

    await page.goto("about:blank");
    await page.goto(`${server.url}/desk${hash}`);

    await page.getByRole("heading", { name: "Chưa có ai chờ" }).waitFor();
  });

  test("a session that ended asks for a new code and loses no draft", async () => {
    grandmother();
    const page = await come();
    await claimed(page);
    await box(page).fill("Cháu chào bà");

    // As the message leaves: the page reads by itself, too, and would ask for a code before anything is sent.
    await page.route(
      "**/desk/api/cases/*/acts",
      (route) => {
        server.endSessions();
        return route.continue();
      },
      { times: 1 },
    );
    await box(page).press("Control+Enter");
    await page.getByText("Phiên làm việc đã hết").waitFor();
    await page.getByLabel("Mã vào trang").fill(server.code({}));
    await page.getByRole("button", { name: "Vào trang" }).click();

    await expect.poll(() => server.acts).toContain("said Cháu chào bà");
  });
});

describe("helping", () => {
  test("a newcomer answers the first case: one button, one box", async () => {
    const id = grandmother();
    server.says(id, { who: "resident" }, "không thấy tên xã");
    const page = await come();
    await page.getByText("1 người đang chờ").waitFor();
    await page.getByText(/Đã chờ 4 phút \d+ giây/).waitFor();

    await claimed(page);
    await box(page).fill("Bà kéo xuống dưới chữ T nhé");
    await page.getByRole("button", { name: "Gửi" }).click();

    await thread(page).getByText("Bà kéo xuống dưới chữ T nhé").waitFor();
    await thread(page).getByText("đã gửi").waitFor();
    await expect.poll(() => thread(page).getByText("Bà kéo xuống dưới chữ T nhé").count()).toBe(1);
    await expect
      .poll(() => server.acts)
      .toEqual([`claim ${id}`, `say ${id}`, "said Bà kéo xuống dưới chữ T nhé"]);
  });

  test("before the claim there is the whole card, no box, and one large button", async () => {
    const id = grandmother();
    const page = await come(phone, `#in=${server.code({})}`);
    await page.getByRole("link", { name: "Xem trước" }).click();

    await page.getByText("Khi hiện chữ Xã Tân An").waitFor();
    await page.getByText("Đã xem Chỉ kỹ hơn").waitFor();
    await expect.poll(() => page.getByRole("textbox").count()).toBe(0);
    await expect.poll(() => page.getByText("0912 345 678").count()).toBe(0);
    const button = await page.getByRole("button", { name: "Nhận giúp" }).boundingBox();
    expect(button?.height).toBeGreaterThanOrEqual(60);
    expect(button?.y).toBeGreaterThan(600); // where the thumb is
    expect(page.url()).toContain(`#case=${id}`);
  });

  test("who was faster is named, and the case moves to the others", async () => {
    const id = grandmother();
    const page = await come();
    const button = page.getByRole("button", { name: "Nhận giúp" });
    await button.click({ trial: true }); // drawn and at rest

    server.takenQuietly(id, "Hoàng Văn Tùng");
    await button.dispatchEvent("click"); // before the page may hear of it by itself

    await page.getByRole("alert").getByText("Hoàng Văn Tùng đã nhận việc này trước rồi").waitFor();
    await page.getByText("Người khác đang giúp").waitFor();
    await page.getByRole("heading", { name: "Chưa có ai chờ" }).waitFor();
  });

  test("a stopped message shows the reason and keeps the words to correct", async () => {
    const id = grandmother();
    const page = await come();
    await claimed(page);
    await box(page).fill("Bà đọc mã OTP cho cháu");
    await page.getByRole("button", { name: "Gửi" }).click();
    await page.getByText("Tin này hỏi mã hoặc mật khẩu").waitFor();

    await page.reload();
    await page.getByText("Tin này hỏi mã hoặc mật khẩu").waitFor();
    await page.getByRole("button", { name: "Sửa lại" }).click();

    await expect.poll(() => box(page).inputValue()).toBe("Bà đọc mã OTP cho cháu");
    await box(page).fill("Bà tự nhập mã nhé, đừng đọc cho ai");
    await page.getByRole("button", { name: "Gửi" }).click();
    await thread(page).getByText("Bà tự nhập mã nhé").waitFor();
    await expect.poll(() => page.getByText("Tin này hỏi mã hoặc mật khẩu").count()).toBe(0);
    await expect.poll(() => server.acts.filter((act) => act === `say ${id}`)).toHaveLength(2);
  });

  test("a note is marked as not for the resident, and never becomes a message", async () => {
    grandmother();
    const page = await come();
    await claimed(page);

    await page.getByRole("button", { name: "Ghi chú riêng" }).click();
    await page.getByText("Ghi chú riêng: không gửi cho bà con").waitFor();
    await page
      .getByRole("textbox", { name: "Ghi chú riêng, không gửi cho bà con" })
      .fill("Con dâu bà biết chữ");
    await page.reload(); // the draft is still a note
    await page.getByRole("button", { name: "Ghi", exact: true }).click();

    await thread(page).getByText("Ghi chú riêng · không gửi cho bà con").waitFor();
    await expect.poll(() => server.acts).toContain("noted Con dâu bà biết chữ");
    await box(page).waitFor(); // the next words are for the resident again
  });

  test("a photo is looked at, made small and sent", async () => {
    grandmother();
    const page = await come();
    await claimed(page);
    const large = await page.evaluate(async () => {
      const canvas = document.createElement("canvas");
      canvas.width = 3000;
      canvas.height = 2000;
      const paint = canvas.getContext("2d");
      for (let i = 0; i < 3000; i += 1) {
        paint!.fillStyle = `hsl(${i % 360} 80% 50%)`;
        paint!.fillRect((i * 37) % 3000, (i * 91) % 2000, 90, 60);
      }
      return canvas.toDataURL("image/png").split(",")[1]!;
    });

    await page.locator("input[type=file]").setInputFiles({
      name: "a.png",
      mimeType: "image/png",
      buffer: Buffer.from(large, "base64"),
    });
    await page.getByText("Trong ảnh không có thẻ căn cước").waitFor();
    await page.getByRole("button", { name: "Gửi ảnh" }).click();

    await thread(page).getByRole("button", { name: "Mở ảnh to" }).waitFor();
    await expect.poll(() => server.media).toHaveLength(1);
    expect(server.media[0]).toMatchObject({ kind: "photo", type: "image/jpeg" });
    const width = await page.evaluate(
      async (bytes) => {
        const { width } = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
        return width;
      },
      [...server.media[0]!.bytes],
    );
    expect(width).toBe(1600);
    await thread(page).getByRole("button", { name: "Mở ảnh to" }).click();
    await page.getByRole("dialog").getByRole("img").waitFor();
  });

  test("a voice is recorded and sent", async () => {
    grandmother();
    const page = await come();
    await claimed(page);

    await page.getByRole("button", { name: "Nói" }).click();
    await page.getByText("Đang ghi 0:01").waitFor();
    await page.getByRole("button", { name: "Gửi tin thoại" }).click();

    await thread(page).locator("audio").waitFor();
    await expect.poll(() => server.media[0]).toMatchObject({ kind: "voice", type: "audio/webm" });
    expect(server.media[0]!.bytes.length).toBeGreaterThan(1000);
  });

  test.each([
    ["Vẫn ở bước này", "still-here"],
    ["Đã xong hết", "finished"],
    ["Còn thiếu giấy", "needs-paper"],
    ["Phải đi làm trực tiếp", "in-person"],
    ["Chưa gặp được", "unreached"],
  ])("%s ends with one tap", async (label, outcome) => {
    const id = grandmother();
    const page = await come();
    await claimed(page);

    await page.getByRole("button", { name: "Kết thúc giúp" }).click();
    await page.getByRole("dialog").getByRole("button", { name: label }).click();

    await page.getByText("Cảm ơn đã giúp").waitFor();
    await expect.poll(() => server.acts).toContain(`hand-back ${id} ${outcome}`);
    await page.getByText("Vừa xong").waitFor();
  });

  test("the tools of a case are one press away, and axe finds nothing serious in them", async () => {
    const id = grandmother();
    const page = await come();
    await claimed(page);

    await page.getByRole("button", { name: "Công cụ" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Gửi lại bước này" }).waitFor();
    await expectNothingSerious(page);
    expect(await overhang(page)).toBeLessThanOrEqual(0);
    await page
      .getByRole("dialog")
      .getByRole("button", { name: "Hỏi đang thấy màn hình nào" })
      .click();
    await page.getByText("Đã hỏi màn hình.").waitFor();

    await expect.poll(() => server.acts).toContain(`which-screen ${id}`);
  });

  test("done up to a step is chosen by name, the present one marked", async () => {
    const id = grandmother();
    const page = await come();
    await claimed(page);

    await page.getByRole("button", { name: "Kết thúc giúp" }).click();
    await page.getByRole("button", { name: "Đã xong đến bước" }).click();
    await page.getByRole("button", { name: "Chọn nơi nộp đang ở đây" }).waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Bấm Gửi hồ sơ" }).click();

    await page.getByText("Cảm ơn đã giúp").waitFor();
    await expect
      .poll(() => server.acts.slice(-2))
      .toEqual([`hand-back ${id} done-up-to`, "up to send"]);
  });

  test("a meeting needs two taps, and a passed hour is not sent", async () => {
    const id = grandmother();
    const page = await come();
    await claimed(page);

    await page.getByRole("button", { name: "Kết thúc giúp" }).click();
    await page.getByRole("button", { name: "Hẹn gặp" }).click();
    await page.getByLabel("Ngày khác").fill("2020-01-01");
    await page.getByRole("dialog").getByRole("button", { name: "Hẹn gặp" }).click();
    await page.getByText("Giờ này đã qua rồi").waitFor();
    await page.getByRole("button", { name: "Ngày mai" }).click();
    await page.getByRole("button", { name: "Tại nhà" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Hẹn gặp" }).click();

    await page.getByText("Cả hai sẽ được nhắc").waitFor();
    await expect.poll(() => server.cardOf(id).meeting?.place).toMatch(/^nhà/);
    await page.getByText(/Hẹn 08:00 ngày mai, nhà/).waitFor();
  });

  test("asking someone else puts the case back among those who wait", async () => {
    const id = grandmother();
    const page = await come();
    await claimed(page);

    await page.getByRole("button", { name: "Nhờ người khác" }).click();
    await page.getByRole("button", { name: "Đúng, nhờ người khác" }).click();

    await page.getByText("1 người đang chờ").waitFor();
    await expect.poll(() => server.acts).toContain(`release ${id}`);
  });
});

describe("a network that comes and goes", () => {
  test("a draft survives a reload", async () => {
    grandmother();
    const page = await come();
    await claimed(page);
    await box(page).fill("Cháu đang đến");

    await page.reload();

    await box(page).waitFor();
    await expect.poll(() => box(page).inputValue()).toBe("Cháu đang đến");
  });

  test("what is written without a network waits, and goes by itself, even after a reload", async () => {
    const id = grandmother();
    const page = await come();
    await claimed(page);
    server.unreachable(true);

    await box(page).fill("Bà chờ cháu nhé");
    await box(page).press("Control+Enter");
    await thread(page).getByText("Chờ mạng, sẽ tự gửi").waitFor();
    await page.getByText("Mất mạng").waitFor();
    server.unreachable(false);
    await page.reload();

    await thread(page).getByText("đã gửi").waitFor();
    expect(server.acts.filter((act) => act === `say ${id}`)).toHaveLength(1);
  });

  test("a message whose answer was lost is sent again with its key, and counts once", async () => {
    const id = grandmother();
    const page = await come();
    await claimed(page);
    server.unreachable("answers lost"); // the server does it, the page never hears so

    await box(page).fill("Bà chờ cháu nhé");
    await box(page).press("Control+Enter");
    await expect.poll(() => server.acts).toContain("said Bà chờ cháu nhé");
    server.unreachable(false);
    await page.reload();

    await thread(page).getByText("đã gửi").waitFor();
    await expect
      .poll(() => page.evaluate(() => Object.keys(localStorage).join()))
      .not.toMatch(/out:/);
    expect(server.acts.filter((act) => act === `say ${id}`)).toHaveLength(1);
    await expect.poll(() => thread(page).getByText("Bà chờ cháu nhé").count()).toBe(1);
  });

  test("with the stream new people and new messages appear at once", async () => {
    const id = grandmother();
    const page = await come();
    await claimed(page);

    server.says(id, { who: "resident" }, "bà thấy rồi");
    await thread(page).getByText("bà thấy rồi").waitFor();
    server.delivered(id, "seen");
    server.addCase({ address: "anh", village: "Nà Khau" });
    await page.getByRole("button", { name: /^Về danh sách\s*1$/ }).click();

    await page.getByText("1 người đang chờ").waitFor();
    expect(await page.title()).toMatch(/^\(1\) /);
    await page.locator("[aria-live=polite]").getByText("Có người mới chờ: Anh").waitFor();
  });

  test.each(["refused", "broken"] as const)(
    "where streams are %s the page asks by itself",
    async (how) => {
      server.blockStream(how);
      const page = await come();
      await page.getByRole("heading", { name: "Chưa có ai chờ" }).waitFor();
      // A broken line is tried again by the browser itself; who was refused asks much later.
      if (how === "broken")
        for (let again = 0; again < 2; again += 1) await page.waitForRequest("**/desk/api/stream");

      grandmother();

      await page.getByText("1 người đang chờ").waitFor();
    },
  );

  test("what I have read is no longer unread", async () => {
    const id = grandmother();
    const page = await come();
    await claimed(page);
    await page.getByRole("button", { name: "Về danh sách" }).click();
    server.says(id, { who: "resident" }, "cháu ơi");
    await page.getByText("1 tin mới").waitFor();

    await page.getByText("Bà · Nà Khau vừa nhắn").first().click();
    await thread(page).getByText("cháu ơi").waitFor();

    await expect.poll(() => server.cardOf(id).unread).toBe(0);
  });

  test("a case erased while open says so and forgets the draft", async () => {
    const id = grandmother();
    const page = await come();
    await claimed(page);
    await box(page).fill("đang viết dở");

    server.erase(id);

    await page.getByText("Việc này không còn nữa").waitFor();
    const kept = await page.evaluate(() => Object.values(localStorage).join());
    expect(kept).not.toContain("đang viết dở");
  });
});

describe("oneself", () => {
  test("duty is changed with one tap and shown", async () => {
    const page = await come();

    await page.getByRole("radio", { name: "Tạm nghỉ" }).click();

    await page.getByText("Đang nghỉ, máy này không báo").waitFor();
    expect(await page.getByRole("radio", { name: "Tạm nghỉ" }).isChecked()).toBe(true);
  });

  test("somebody new is heard while on duty, once, and not while resting or silenced", async () => {
    const page = await come();
    await page.evaluate(() => {
      const counted = window as unknown as { tones: number };
      counted.tones = 0;
      const start = OscillatorNode.prototype.start;
      OscillatorNode.prototype.start = function (when) {
        counted.tones += 1;
        return start.call(this, when);
      };
    });
    const tones = () => page.evaluate(() => (window as unknown as { tones: number }).tones);
    await page.getByText("Chạm vào màn hình một lần").waitFor();
    await page.getByRole("heading", { name: "Chưa có ai chờ" }).click();
    await page.getByText("Có người cần là máy này báo").waitFor();

    server.addCase({ address: "bà" });
    await page.getByText("1 người đang chờ").waitFor();
    const heard = await tones();
    server.addCase({ address: "anh", state: "closed" }); // the lists change, nobody new waits
    await page.getByText("Vừa xong").waitFor();
    expect(await tones()).toBe(heard);
    await page.getByRole("radio", { name: "Tạm nghỉ" }).click();
    await page.getByText("Đang nghỉ").waitFor();
    server.addCase({ address: "cô" });
    await page.getByText("2 người đang chờ").waitFor();

    expect(heard).toBe(4);
    expect(await tones()).toBe(heard);
  });

  test("the page speaks English by setting, and again after a reload", async () => {
    const page = await come();
    await page.getByRole("button", { name: "Cài đặt" }).click();
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("button", { name: "Close" }).click();

    await page.reload();

    await page.getByRole("heading", { name: "Nobody is waiting" }).waitFor();
    await expect.poll(() => page.getAttribute("html", "lang")).toBe("en");
  });

  test("signing out leaves nothing of anybody's affairs on the phone", async () => {
    grandmother();
    const page = await come();
    await claimed(page);
    await box(page).fill("chuyện của bà");
    await page.getByRole("button", { name: "Về danh sách" }).click();

    await page.getByRole("button", { name: "Cài đặt" }).click();
    await page.getByRole("button", { name: "Ra khỏi trang" }).click();
    await page.getByLabel("Mã vào trang").waitFor();

    const kept = await page.evaluate(() => Object.values(localStorage).join());
    expect(kept).not.toContain("chuyện của bà");
  });

  test("a coordinator invites somebody and loads a month's figures", async () => {
    const page = await come(phone, `#in=${server.code({ rank: "coordinator" })}`);
    await page.getByRole("button", { name: "Mời người giúp" }).click();
    await page.getByLabel("Họ tên").fill("Bàn Văn Páo (mẫu)");
    await page.getByLabel("Vai trò").fill("Bí thư chi đoàn");
    await page.getByRole("button", { name: "Tạo lời mời" }).click();
    await page.getByText("Lời mời cho Bàn Văn Páo").waitFor();

    await expect.poll(() => page.getByLabel("Mã", { exact: true }).inputValue()).toBe("MAI-2741");
    await expect
      .poll(() => server.acts)
      .toContain("invite Bàn Văn Páo (mẫu) Bí thư chi đoàn na-khau");
    await page.getByRole("button", { name: "Chép" }).first().click();
    await page.getByRole("button", { name: "Đã chép" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Số liệu tháng" }).click();
    await page.getByLabel("Tháng", { exact: true }).fill("2026-11");
    await page.getByText("Làm xong 31 việc, bắt đầu 40 việc").waitFor();
    await expect
      .poll(() => page.getByRole("row", { name: /Nà Khau/ }).innerText())
      .toMatch(/12\s+11\s+4,5 phút\s+20\s+8\s+3\s+10\/11/);
    expect(await overhang(page)).toBeLessThanOrEqual(0);
    await expectNothingSerious(page);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Thôn và lĩnh vực" }).click(),
    ]);
    expect(file.suggestedFilename()).toBe("cau-noi-2026-11-figures.csv");
  });

  test("an ordinary helper sees nothing of the coordinator's", async () => {
    const page = await come();
    await page.getByRole("heading", { name: "Chưa có ai chờ" }).waitFor();

    await expect.poll(() => page.getByText("Mời người giúp").count()).toBe(0);
  });
});

describe("every hand and eye", () => {
  test("a phone shows every state without scrolling sideways, and axe finds nothing serious", async () => {
    const id = grandmother();
    server.addCase({ village: "Một cái thôn có cái tên dài đến mức khó mà viết vừa một dòng" });
    server.says(id, { who: "resident" }, `https://${"rat-dai-".repeat(30)}`);
    server.says(id, { who: "resident" }, "", { voice: { url: "/api/media/voice.wav" } });
    const page = await come(phone, `#in=${server.code({ rank: "coordinator" })}`);
    const look = async () => {
      expect(await overhang(page)).toBeLessThanOrEqual(0);
      await expectNothingSerious(page);
    };

    await page.getByText("2 người đang chờ").waitFor();
    await look();
    await page.getByRole("button", { name: "Mời người giúp" }).click();
    await look();
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Xem trước" }).click();
    await thread(page).getByText("rat-dai").waitFor();
    await look();
    await claimed(page);
    await look();
    await box(page).fill("mật khẩu của bà là gì");
    await page.getByRole("button", { name: "Gửi" }).click();
    await page.getByText("Tin này hỏi mã").waitFor();
    await look();
    await page.getByRole("button", { name: "Ghi chú riêng" }).click();
    await look();
    await page.getByRole("button", { name: "Kết thúc giúp" }).click();
    await look();
    await page.getByRole("button", { name: "Hẹn gặp" }).click();
    await look();
  });

  test.each(["light", "dark"] as const)(
    "axe finds nothing serious on a large screen, %s",
    async (colorScheme) => {
      const id = grandmother();
      server.addCase({ address: "anh" });
      server.addCase({ state: "closed", address: "chị" });
      server.says(id, { who: "machine" }, "Dạ bà chọn xã nhé", {
        choices: [{ id: "1", says: "Xong rồi" }],
      });
      const page = await come({ ...desktop, colorScheme } as typeof desktop);
      await page.getByRole("button", { name: "Nhận giúp" }).click();
      await box(page).fill("Cháu Hoa đây");
      await page.getByRole("button", { name: "Gửi" }).click();
      await thread(page).getByText("đã gửi").waitFor();

      await expectNothingSerious(page);

      // List, thread and card stand side by side.
      const edges = await Promise.all(
        [page.locator(".lists"), thread(page), page.getByRole("complementary")].map((part) =>
          part.boundingBox(),
        ),
      );
      expect(edges[1]!.x).toBeGreaterThanOrEqual(edges[0]!.x + edges[0]!.width);
      expect(edges[2]!.x).toBeGreaterThanOrEqual(edges[1]!.x + edges[1]!.width);
      expect(edges[2]!.x + edges[2]!.width).toBeLessThanOrEqual(1280);
    },
  );

  test("a case is claimed, answered and ended by keyboard alone, with the focus always seen", async () => {
    const id = grandmother();
    const page = await come(desktop);
    await page.getByRole("button", { name: "Nhận giúp" }).waitFor();
    /** Tab until the named thing has the focus, and the focus is drawn. */
    const tabTo = async (name: string) => {
      for (let presses = 0; presses < 40; presses += 1) {
        await page.keyboard.press("Tab");
        const focused = await page.evaluate(() => {
          const element = document.activeElement as HTMLElement;
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          return {
            name: element.getAttribute("aria-label") ?? element.innerText,
            seen: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
          };
        });
        if (!focused.name.includes(name)) continue;
        expect(focused.seen).toBe(true);
        return;
      }
      throw new Error(`Tab never reached ${name}`);
    };

    await tabTo("Nhận giúp");
    await page.keyboard.press("Enter");
    await box(page).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Bà · Nà Khau");
    await tabTo("Tin nhắn cho bà");
    await page.keyboard.type("Cháu chào bà");
    await page.keyboard.press("Enter");
    await thread(page).getByText("Cháu chào bà").waitFor();
    await tabTo("Kết thúc giúp");
    await page.keyboard.press("Enter");
    await tabTo("Đã xong hết");
    await page.keyboard.press("Enter");

    await page.getByText("Cảm ơn đã giúp").waitFor();
    await expect.poll(() => server.acts.at(-1)).toBe(`hand-back ${id} finished`);
  });

  test("the phone's back gesture leads from a case to the list", async () => {
    grandmother();
    const page = await come();
    await page.getByRole("link", { name: "Xem trước" }).click();
    await thread(page).waitFor();

    await page.goBack();

    await page.getByText("1 người đang chờ").waitFor();
  });

  test("the page can be installed", async () => {
    const page = await come();
    const manifest = await page.evaluate(async () => {
      const link = document.querySelector<HTMLLinkElement>("link[rel=manifest]")!;
      const found = (await (await fetch(link.href)).json()) as {
        start_url: string;
        icons: { src: string }[];
      };
      const icons = await Promise.all(
        found.icons.map(async ({ src }) => (await fetch(new URL(src, link.href).href)).status),
      );
      return { start: found.start_url, icons };
    });

    expect(manifest).toEqual({ start: "/desk", icons: [200, 200, 200, 200] });
  });
});

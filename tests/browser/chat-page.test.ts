import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import axeCore from "axe-core";
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Page,
  Request,
} from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ChatSaid } from "../../src/bot/web/wire/chat.ts";
import { openBrowser } from "../support/browser/browser.ts";
import { builtChat } from "../support/browser/built-chat.ts";
import { type ChatServer, startChatServer } from "../support/browser/chat-server.ts";

const phone = { width: 360, height: 740 };
const xongRoi = /Xong rồi/;

let browser: Browser;
let pages: string;
let server: ChatServer;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  pages = await builtChat();
  browser = await openBrowser({ flags: ["--use-fake-ui-for-media-stream"] });
});
afterAll(() => browser?.close());
beforeEach(async () => {
  server = await startChatServer(pages);
  await enter();
});
afterEach(async () => {
  await context.close();
  await server.close();
});

async function enter(options: BrowserContextOptions = {}): Promise<void> {
  await context?.close();
  context = await browser.newContext({ viewport: phone, locale: "vi-VN", ...options });
  page = await context.newPage();
}

/** Opens the page and waits for the machine's first question. */
async function open(): Promise<void> {
  await page.goto(server.url);
  await button(/Đăng ký khai sinh/).waitFor();
}

const button = (name: RegExp | string) => page.getByRole("button", { name });
const log = () => page.getByRole("log");
const field = () => page.getByRole("textbox", { name: "Viết tin" });

async function write(text: string): Promise<void> {
  await field().fill(text);
  await page.keyboard.press("Enter");
}

/** To the first step, with five choices and a picture. */
async function toTheStep(): Promise<void> {
  await open();
  await button(/Đăng ký khai sinh/).click();
  await button(xongRoi).waitFor();
}

/** What the page has asked the server to take, in the order asked. */
function watchSaid(): ChatSaid[] {
  const said: ChatSaid[] = [];
  page.on("request", (request: Request) => {
    if (request.url().endsWith("/api/chat/say")) said.push(request.postDataJSON() as ChatSaid);
  });
  return said;
}

async function texts(): Promise<string[]> {
  return (await log().locator(".text").allTextContents()).map((text) => text.trim());
}

/** The text of each bubble the resident wrote, waiting or taken. */
/** How many pictures and recordings the page has put away until they can be sent. */
const keptPhotos = () =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        const opening = indexedDB.open("cau-noi", 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore("media");
        opening.onsuccess = () => {
          const asked = opening.result.transaction("media").objectStore("media").count();
          asked.onsuccess = () => {
            opening.result.close();
            done(asked.result);
          };
        };
      }),
  );
const mine = () => log().locator(".resident .text").allTextContents();

describe("first open", () => {
  test("a machine that says so, and whose, asks one thing", async () => {
    await open();

    const header = await page.getByRole("banner").innerText();
    expect(header).toContain("Máy trả lời · UBND xã Tân An (mẫu)");
    expect(header).toContain("BẢN THỬ");
    await expect.poll(() => log().innerText()).toContain("Hôm nay cần làm việc gì ạ?");
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("vi");
  });

  test("less than 30 KB come over the network, and nothing from elsewhere", async () => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await open();

    const assets = asked.filter((url) => url.includes("/assets/"));
    let total = gzipSync(await readFile(join(pages, "index.html"))).length;
    for (const url of assets) {
      const path = join(pages, "assets", url.slice(url.lastIndexOf("/") + 1));
      total += gzipSync(await readFile(path)).length;
    }

    expect(asked.filter((url) => !url.startsWith(server.url))).toEqual([]);
    expect(assets.length).toBeGreaterThan(1);
    expect(total).toBeLessThan(30_000);
  });

  test("the browser of these tests keeps strangers out", async () => {
    const stranger = await startChatServer(pages);
    await open();

    const read = await page.evaluate(
      (url) =>
        fetch(`${url}api/chat/entries`).then(
          () => "read",
          () => "refused",
        ),
      stranger.url,
    );

    expect(read).toBe("refused");
    await stranger.close();
  });
});

describe("writing", () => {
  test("a press is sent with its turn, once, however often it is pressed", async () => {
    await open();
    const said = watchSaid();

    await button(/Đăng ký khai sinh/).dblclick();
    await button(xongRoi).waitFor();

    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({ press: { turn: "turn-0", choice: "choice-2" }, seen: 1 });
    expect(await mine()).toEqual(["Đăng ký khai sinh"]);
  });

  test("only the newest question can be pressed", async () => {
    await toTheStep();
    await expect.poll(() => page.getByRole("button", { name: /^\d/ }).count()).toBe(5);
    await expect.poll(() => log().innerText()).toContain("2 Đăng ký khai sinh");
  });

  test("typed words stand in the log once, with a tick", async () => {
    await open();

    await write("tôi muốn hỏi");
    await page.getByText("máy đã nghe: tôi muốn hỏi").waitFor();

    expect(await mine()).toEqual(["tôi muốn hỏi"]);
    await expect.poll(() => log().locator(".unsent").count()).toBe(0);
    await expect.poll(() => field().inputValue()).toBe("");
  });

  test("a refused message is shown, and can be changed", async () => {
    await open();

    await write("từ chối");
    await page.getByText("Máy chưa nhận được tin này").waitFor();
    await button("Sửa lại").click();

    await expect.poll(() => field().inputValue()).toBe("từ chối");
    expect(await mine()).toEqual([]);
  });

  test("a photo is made small, without where it was taken, and several are one message each", async () => {
    await open();
    const photo = await photoWithPlace();

    await page.locator("input[type=file]").setInputFiles([
      { name: "a.jpg", mimeType: "image/jpeg", buffer: photo },
      { name: "b.jpg", mimeType: "image/jpeg", buffer: photo },
    ]);
    await page.getByText("Đừng gửi ảnh thẻ căn cước").waitFor();
    await button("Gửi 2 ảnh").click();
    await expect.poll(() => server.newest().media.length).toBe(2);

    const [first] = server.newest().media;
    expect(first?.type).toBe("image/jpeg");
    expect(first?.bytes.includes("Exif")).toBe(false);
    expect(sizeOfJpeg(first!.bytes)).toEqual({ width: 1600, height: 800 });
    await expect.poll(() => log().locator(".resident img").count()).toBe(2);
  });

  test("a voice is recorded, listened to again, and sent", async () => {
    await enter({ permissions: ["microphone"] });
    await open();

    await button("Nói").click();
    await page.waitForTimeout(1_200);
    await button("Nói xong").click();
    await button("Nghe lại").click();
    await button("Gửi").click();
    await expect.poll(() => server.newest().media.length).toBe(1);

    const [voice] = server.newest().media;
    expect(voice).toMatchObject({ kind: "voice", type: "audio/webm" });
    expect(voice!.bytes.length).toBeGreaterThan(500);
  });

  test("without a microphone there is no voice button, and sending stays", async () => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(window, "MediaRecorder");
    });
    await open();

    await expect.poll(() => button("Nói").count()).toBe(0);
    await expect.poll(() => button("Gửi").count()).toBe(1);
  });
});

describe("a weak network", () => {
  test("what could not be sent is kept, sent again under the same key and taken once", async () => {
    await open();
    const said = watchSaid();
    let losses = 0;
    await page.route("**/api/chat/say", async (route) => {
      losses++;
      if (losses === 1) return route.abort("internetdisconnected");
      if (losses === 2) {
        await route.fetch(); // it arrives, and its confirmation is lost
        return route.abort("connectionreset");
      }
      return route.continue();
    });

    await write("một");
    await write("hai");
    await page.getByText("máy đã nghe: hai").waitFor();

    expect(await mine()).toEqual(["một", "hai"]);
    expect(new Set(said.map(({ key }) => key)).size).toBe(2);
    expect(said.length).toBeGreaterThan(2);
    const { taken, arrived } = server.newest();
    expect(taken).toHaveLength(2);
    expect(arrived.get(taken[0]!)).toBeGreaterThan(0);
  });

  test("a lost network is said, and ends by itself", async () => {
    await open();

    await context.setOffline(true);
    await write("cháu ơi");
    await page.getByText("Mất mạng. Máy giữ lại, có mạng sẽ gửi.").waitFor();
    await expect.poll(() => log().getByText("chờ mạng…").count()).toBe(1);

    await context.setOffline(false);
    await page.getByText("máy đã nghe: cháu ơi").waitFor();
    await expect.poll(() => page.getByText("Mất mạng.").count()).toBe(0);
    expect(await mine()).toEqual(["cháu ơi"]);
  });

  test("what waits survives a reload, photos too, in its order", async () => {
    await open();
    const said = watchSaid();
    let lost = true;
    const lose = (pattern: string) =>
      page.route(pattern, (route) =>
        lost ? route.abort("internetdisconnected") : route.continue(),
      );
    await lose("**/api/chat/say");
    await lose("**/api/chat/media?*");
    await write("một");
    await page
      .locator("input[type=file]")
      .setInputFiles([{ name: "a.jpg", mimeType: "image/jpeg", buffer: await photoWithPlace() }]);
    await button("Gửi ảnh").click();
    // A cheap phone takes a moment to make the photo smaller and put it away.
    await expect.poll(keptPhotos).toBe(1);
    await write("hai");
    await expect.poll(() => said.length).toBeGreaterThan(0);

    await page.reload();
    await expect.poll(mine).toEqual(["một", "hai"]);
    lost = false;
    await page.getByText("máy đã nghe: hai").waitFor();

    const { entries, media, taken } = server.newest();
    const order = entries.filter(({ from }) => from.who === "resident");
    expect(order.map(({ text, picture }) => picture?.alt ?? text)).toEqual(["một", "", "hai"]);
    expect(media).toHaveLength(1);
    expect(taken).toHaveLength(3);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });

  test("a half-written line survives a reload", async () => {
    await open();
    await field().fill("tôi đang viết d");
    await page.reload();
    await expect.poll(() => field().inputValue()).toBe("tôi đang viết d");
  });

  test("all goes on where the browser keeps nothing", async () => {
    await page.addInitScript(() => {
      for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException("closed", "SecurityError");
          },
        });
      }
      Reflect.deleteProperty(crypto, "randomUUID");
      Reflect.deleteProperty(Crypto.prototype, "randomUUID");
    });
    await toTheStep();

    await write("xin chào");
    await page.getByText("máy đã nghe: xin chào").waitFor();
    expect(await mine()).toEqual(["Đăng ký khai sinh", "xin chào"]);
  });

  test("where the stream is blocked, polling brings the news", async () => {
    await page.route("**/api/chat/stream?*", (route) => route.abort("blockedbyclient"));
    await open();

    server.say(server.newest(), { from: { who: "machine" }, text: "Tin qua đường khác" });

    await page.getByText("Tin qua đường khác").waitFor();
  });

  test("where the stream never answers, polling brings the news", async () => {
    await page.route("**/api/chat/stream?*", () => undefined);
    await open();

    server.say(server.newest(), { from: { who: "machine" }, text: "Tin qua đường khác" });

    await page.getByText("Tin qua đường khác").waitFor();
  });

  test("a stream that answers and says nothing is found out", async () => {
    await page.route("**/api/chat/stream?*", (route) =>
      route.fulfill({ contentType: "text/event-stream", body: "retry: 60000\n: here\n\n" }),
    );
    await open();

    await write("alo");

    await page.getByText("máy đã nghe: alo").waitFor();
  });

  test("entries that come twice and in disorder stand once and in order", async () => {
    const entry = (seq: number) =>
      `id: ${seq}\nevent: entry\ndata: ${JSON.stringify({ seq, at: 1_790_000_000_000, from: { who: "machine" }, text: `tin ${seq}` })}\n\n`;
    await page.route("**/api/chat/stream?*", (route) =>
      route.fulfill({
        contentType: "text/event-stream",
        body: [entry(4), entry(2), entry(4), entry(3), entry(2)].join(""),
      }),
    );
    await open();
    await page.getByText("tin 3").waitFor();

    expect((await texts()).slice(1)).toEqual(["tin 2", "tin 3", "tin 4"]);
  });

  test("a conversation that is gone begins anew, and what waited is still sent", async () => {
    await toTheStep();

    server.forget(server.newest());
    await write("xin chào");

    await page.getByText("máy đã nghe: xin chào").waitFor();
    expect(await mine()).toEqual(["xin chào"]);
  });

  test("a confirmed message is not lost in a restart of the server's stream", async () => {
    await open();
    for (const stream of server.newest().streams) stream.destroy();

    server.say(server.newest(), { from: { who: "machine" }, text: "Sau khi nối lại" });

    await page.getByText("Sau khi nối lại").waitFor();
    expect((await texts()).filter((text) => text === "Sau khi nối lại")).toHaveLength(1);
  });
});

describe("seen again", () => {
  test("the current step stands on top, with every button before the eyes", async () => {
    await toTheStep();
    await page.reload();
    const card = page.getByRole("region", { name: "Đang ở bước này" });
    await card.waitFor();

    const frame = (await page.getByRole("main").boundingBox())!;
    for (const name of ["Xong rồi", "Không làm được", "Chỉ kỹ hơn", "Gặp người giúp", "Khác…"]) {
      const box = (await card.getByRole("button", { name }).boundingBox())!;
      expect(box.y).toBeGreaterThanOrEqual(frame.y);
      expect(box.y + box.height).toBeLessThanOrEqual(frame.y + frame.height);
      expect(box.height).toBeGreaterThanOrEqual(48);
    }
    await expect.poll(() => card.getByRole("img").count()).toBe(1);
  });

  test("a press there goes on in the conversation", async () => {
    await toTheStep();
    await page.reload();

    await button(xongRoi).click();

    await expect.poll(mine).toEqual(["Đăng ký khai sinh", "Xong rồi"]);
    await expect.poll(() => page.getByRole("region", { name: "Đang ở bước này" }).count()).toBe(0);
  });

  test("after more than a minute away it stands on top too, with what was missed", async () => {
    await page.clock.install();
    await toTheStep();
    await hide(true);
    await page.clock.runFor(61_000);
    server.say(server.newest(), { from: { who: "machine" }, text: "Máy vẫn chờ ở đây ạ." });
    await hide(false);

    await page.getByRole("region", { name: "Đang ở bước này" }).waitFor();
    await button("Tin mới").click();
    await page.getByText("Máy vẫn chờ ở đây ạ.").waitFor();
  });

  test("while a person talks, their words come first and the step is one line", async () => {
    await toTheStep();
    server.change(server.newest(), {
      withPerson: { name: "Nông Thị Sen (mẫu)", role: "trưởng thôn" },
    });
    await page.reload();

    await page.getByText("Đang nói chuyện với Nông Thị Sen (mẫu), trưởng thôn").waitFor();
    await page.getByText("Máy im lặng, chỉ chuyển tin.").waitFor();
    await page.getByRole("button", { name: "Xem", exact: true }).click();
    await page.getByRole("heading", { name: "Đang ở bước này" }).waitFor();
  });

  test("the last entry on the screen is confirmed, and only while the page is looked at", async () => {
    await toTheStep();
    const { entries } = server.newest();
    await expect.poll(() => server.newest().seen).toBe(entries.length);

    await hide(true);
    server.say(server.newest(), { from: { who: "machine" }, text: "Chưa ai thấy" });
    await page.getByText("Chưa ai thấy").waitFor();
    await page.waitForTimeout(1_500);
    expect(server.newest().seen).toBe(entries.length - 1);

    await hide(false);
    await expect.poll(() => server.newest().seen).toBe(entries.length);
  });

  test("who reads further up is not torn away", async () => {
    await open();
    for (let i = 0; i < 20; i++) {
      server.say(server.newest(), { from: { who: "machine" }, text: `Dòng thứ ${i}` });
    }
    await page.getByText("Dòng thứ 19").waitFor();
    await page.getByRole("main").evaluate(
      (main) =>
        new Promise((noticed) => {
          // Told after the page itself, which listened first.
          main.addEventListener("scroll", () => noticed(undefined), { once: true });
          main.scrollTop = 0;
        }),
    );

    server.say(server.newest(), { from: { who: "machine" }, text: "Mới đây" });
    await button("Tin mới").waitFor();
    expect(await page.getByRole("main").evaluate((main) => main.scrollTop)).toBe(0);

    await button("Tin mới").click();
    await expect.poll(() => page.getByText("Mới đây").isVisible()).toBe(true);
    await expect.poll(() => button("Tin mới").count()).toBe(0);
  });
});

describe("the menu", () => {
  test("shows the return code, and takes one on another phone", async () => {
    await toTheStep();
    const older = server.newest();
    await button("Mục khác").click();
    await page.getByText("suối 47 trâu 12").waitFor();

    await enter();
    await open();
    expect(server.newest()).not.toBe(older);
    await button(/Có mã quay lại/).click();
    await page.getByRole("textbox", { name: "Mã quay lại" }).fill("suối 1");
    await page.keyboard.press("Enter");
    await page.getByText("Mã không đúng. Xin xem lại từng chữ.").waitFor();
    await page.getByRole("textbox", { name: "Mã quay lại" }).fill("suối 47 trâu 12");
    await page.keyboard.press("Enter");

    await page.getByRole("region", { name: "Đang ở bước này" }).waitFor();
    expect(await mine()).toEqual(["Đăng ký khai sinh"]);
  });

  test("larger letters stay after a reload", async () => {
    await open();
    const size = () =>
      log()
        .locator(".text")
        .first()
        .evaluate((text) => parseFloat(getComputedStyle(text).fontSize));
    const before = await size();
    expect(before).toBeGreaterThanOrEqual(18);

    await button("Mục khác").click();
    await button("Rất to").click();
    await page.keyboard.press("Escape");
    await page.reload();
    await log().waitFor();

    expect(await size()).toBeGreaterThan(before * 1.3);
    expect(await widerThanScreen()).toBe(false);
  });

  test("asks the machine to delete everything, and begins anew", async () => {
    await toTheStep();
    const erased = server.newest();
    const said = watchSaid();
    await button("Mục khác").click();
    await button(/Xóa hết/).click();

    await button(/Làm tài khoản VNeID/).waitFor();
    expect(said).toMatchObject([{ text: "/xoa" }]);
    expect(server.talks.has(erased.id)).toBe(false);
    expect(await mine()).toEqual([]);
  });

  test("is closed by the phone's back key, without leaving the page", async () => {
    await open();
    await button("Mục khác").click();
    await page.getByRole("dialog").waitFor();

    await page.goBack();

    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    expect(page.url()).toBe(server.url);
    await expect.poll(() => log().count()).toBe(1);
  });
});

describe("the voice that reads", () => {
  const giveVoices = (langs: string[]) =>
    page.addInitScript((given) => {
      const said: string[] = [];
      Object.assign(window, { said });
      class Utterance {
        readonly text: string;
        voice: unknown;
        constructor(text: string) {
          this.text = text;
        }
      }
      Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
      Object.defineProperty(window, "speechSynthesis", {
        value: {
          getVoices: () => given.map((lang) => ({ lang })),
          speak: ({ text }: Utterance) => said.push(text),
          cancel: () => said.push("—"),
        },
      });
    }, langs);

  test("is offered where there is a Vietnamese one, and stops on the second press", async () => {
    await giveVoices(["en-US", "vi_VN"]);
    await open();

    await button("Nghe").click();
    await button("Dừng").click();

    await button("Nghe").waitFor();
    const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
    expect(said.filter((text) => text !== "—")[0]).toMatch(/^Dạ, đây là máy trả lời/);
    expect(said[said.length - 1]).toBe("—");
  });

  test("is not offered where there is only a foreign one, or none", async () => {
    await giveVoices(["en-US"]);
    await open();
    await expect.poll(() => button("Nghe").count()).toBe(0);
  });
});

describe("for everybody", () => {
  test.each([
    ["a small phone", { width: 320, height: 568 }],
    ["a phone", phone],
    ["a phone's page enlarged to 200 %", { width: 180, height: 370 }],
    ["a table screen enlarged to 200 %", { width: 640, height: 400 }],
    ["a table screen", { width: 1280, height: 800 }],
  ])("nothing is cut off sideways on %s", async (_, viewport) => {
    await enter({ viewport });
    await toTheStep();
    expect(await widerThanScreen()).toBe(false);
    await page.reload();
    await page.getByRole("region", { name: "Đang ở bước này" }).waitFor();
    expect(await widerThanScreen()).toBe(false);
    await button("Mục khác").click();
    expect(await widerThanScreen()).toBe(false);
  });

  test.each(["light", "dark"] as const)("axe finds nothing, %s", async (colorScheme) => {
    await enter({ colorScheme });
    await toTheStep();
    const talk = server.newest();
    expect(await axe()).toEqual([]);

    server.say(
      talk,
      {
        from: { who: "propagandist", name: "Nông Thị Sen (mẫu)", role: "trưởng thôn" },
        text: "Chào bà ạ.",
      },
      {
        from: { who: "propagandist", name: "Nông Thị Sen (mẫu)", role: "trưởng thôn" },
        text: "",
        voice: { url: "/api/media/x" },
      },
    );
    server.change(talk, { withPerson: { name: "Nông Thị Sen (mẫu)", role: "trưởng thôn" } });
    await write("từ chối");
    await page.getByText("Máy chưa nhận được tin này").waitFor();
    expect(await axe()).toEqual([]);

    await page.reload();
    await page.getByRole("button", { name: "Xem", exact: true }).click();
    expect(await axe()).toEqual([]);
    await button("Mục khác").click();
    await page.getByRole("dialog").waitFor();
    expect(await axe()).toEqual([]);
    await button("Nhập mã quay lại").click();
    expect(await axe()).toEqual([]);
  });

  test("axe would find a planted mistake", async () => {
    await open();
    await page.evaluate(() => {
      const planted = document.createElement("button");
      document.querySelector("main")?.append(planted);
    });
    expect((await axe()).join()).toContain("button-name");
  });

  test("a keyboard alone is enough", async () => {
    await open();
    await focusByTab(/Đăng ký khai sinh/);
    await page.keyboard.press("Enter");
    await button(xongRoi).waitFor();

    // The next question takes the keyboard's place over: its first choice is one step away.
    await page.keyboard.press("Tab");
    expect(await focused()).toMatch(xongRoi);
    expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)).toBe(
      "solid",
    );

    await focusByTab(/Mục khác/);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press("Tab");
      expect(
        await page.evaluate(() => document.activeElement?.closest("[role=dialog]") !== null),
      ).toBe(true);
    }
    await page.keyboard.press("Escape");
    expect(await focused()).toMatch(/Mục khác/);
  });

  test("who speaks is said in words", async () => {
    await open();
    await write("xin chào");
    await page.getByText("máy đã nghe").waitFor();
    server.say(server.newest(), {
      from: { who: "propagandist", name: "Nông Thị Sen (mẫu)", role: "trưởng thôn" },
      text: "Cháu đây ạ.",
    });
    await page.getByText("Cháu đây ạ.").waitFor();

    const speakers = await log().locator("article p:first-child").allTextContents();
    expect(speakers.map((speaker) => speaker.trim())).toEqual([
      "Máy",
      "Tôi",
      "Máy",
      "Nông Thị Sen (mẫu), trưởng thôn",
    ]);
    await expect.poll(() => log().getAttribute("aria-live")).toBe("polite");
  });

  test("in English when the conversation is", async () => {
    await open();
    server.change(server.newest(), { language: "en" });

    await button("More").waitFor();
    await page.getByText("A machine answers").waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
  });
});

async function hide(hidden: boolean): Promise<void> {
  await page.evaluate((now) => {
    Object.defineProperty(document, "hidden", { configurable: true, value: now });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);
}

const widerThanScreen = () =>
  page.evaluate(() => {
    const wide = [
      document.documentElement,
      ...document.querySelectorAll("main, .sheet, .composer, .header"),
    ];
    return wide.some((element) => element.scrollWidth > element.clientWidth);
  });

/** What the button says that has the keyboard. */
const focused = () =>
  page.evaluate(() => {
    const here = document.activeElement;
    return here instanceof HTMLButtonElement ? (here.textContent ?? "") : "";
  });

async function focusByTab(name: RegExp): Promise<void> {
  for (let i = 0; i < 30; i++) {
    await page.keyboard.press("Tab");
    if (name.test(await focused())) return;
  }
  throw new Error(`No way by keyboard to ${name}.`);
}

/** The rules that are broken and where, whatever their weight. */
async function axe(): Promise<string[]> {
  // By evaluation, not as a script element: the page's content security policy refuses those.
  await page.evaluate(axeCore.source);
  return page.evaluate(async () => {
    type Axe = { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    const { violations } = await (window as unknown as { axe: Axe }).axe.run();
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120))}`,
    );
  });
}

/** A JPEG of 2400 × 1200 that says in its Exif part where it was taken. */
async function photoWithPlace(): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    canvas.width = 2400;
    canvas.height = 1200;
    canvas.getContext("2d")?.fillRect(100, 100, 500, 500);
    return canvas.toDataURL("image/jpeg").split(",")[1] ?? "";
  });
  const plain = Buffer.from(base64, "base64");
  const place = Buffer.from("Exif\0\0GPS 22.07N 105.03E");
  const part = Buffer.alloc(4);
  part.writeUInt16BE(0xffe1, 0);
  part.writeUInt16BE(place.length + 2, 2);
  return Buffer.concat([plain.subarray(0, 2), part, place, plain.subarray(2)]);
}

function sizeOfJpeg(bytes: Buffer): { width: number; height: number } {
  for (let at = 2; at < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    if (bytes[at + 1] === 0xc0 || bytes[at + 1] === 0xc2) {
      return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    }
  }
  throw new Error("not a JPEG");
}

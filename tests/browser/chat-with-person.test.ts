/** What the resident's page offers while a person helps: answering, taking back, showing where one is. */
import axeCore from "axe-core";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openBrowser } from "../support/browser/browser.ts";
import { builtChat } from "../support/browser/built-chat.ts";
import { type ChatServer, startChatServer } from "../support/browser/chat-server.ts";

const phone = { width: 360, height: 740 };
const sen = { name: "Nông Thị Sen (mẫu)", role: "trưởng thôn" };

let browser: Browser;
let pages: string;
let server: ChatServer;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  pages = await builtChat();
  browser = await openBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  server = await startChatServer(pages);
});
afterEach(async () => {
  await context.close();
  await server.close();
});

/** Sen has come and has written; the page is open before her neighbour. */
async function talking(options: BrowserContextOptions = {}): Promise<void> {
  context = await browser.newContext({ viewport: phone, locale: "vi-VN", ...options });
  page = await context.newPage();
  await page.goto(server.url);
  await button(/Đăng ký khai sinh/).waitFor();
  const talk = server.newest();
  server.change(talk, { withPerson: sen, mayShowPlace: sen.name });
  server.say(talk, {
    from: { who: "propagandist", ...sen },
    text: "Bà mở trang dịch vụ công chưa ạ?",
    turn: "turn-77",
  });
  await page.getByText("Bà mở trang dịch vụ công chưa ạ?").waitFor();
}

const button = (name: RegExp | string) => page.getByRole("button", { name });
const log = () => page.getByRole("log");
const dialog = () => page.getByRole("dialog");

async function write(text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Viết tin" }).fill(text);
  await page.keyboard.press("Enter");
  await log().locator(".resident:not(.unsent)", { hasText: text }).waitFor();
}

async function axe(): Promise<string[]> {
  await page.evaluate(axeCore.source);
  return await page.evaluate(async () => {
    const { axe: found } = window as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await found.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

test("a message is answered by pointing at it, and what is pointed at may be dropped", async () => {
  await talking();
  await button(/Trả lời tin: Bà mở trang/).click();
  await dialog().getByRole("button", { name: "Trả lời tin này" }).click();
  await page.locator(".answering", { hasText: "Bà mở trang" }).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("TEXTAREA");

  await button("Bỏ trả lời").click();
  await expect.poll(() => page.locator(".answering").count()).toBe(0);

  await button(/Trả lời tin: Bà mở trang/).click();
  await dialog().getByRole("button", { name: "Trả lời tin này" }).click();
  await write("Mở rồi cháu ạ");

  const said = log().locator(".resident", { hasText: "Mở rồi cháu ạ" });
  await expect
    .poll(() => said.locator("blockquote").innerText())
    .toBe("Bà mở trang dịch vụ công chưa ạ?");
  await expect.poll(() => page.locator(".answering").count()).toBe(0);
});

/** Presses *Trả lời tin này*, and tells where the focus is as soon as the dialog is gone from the page. */
async function focusOnceAnswering(line: RegExp): Promise<string> {
  await button(line).click();
  const answer = dialog().getByRole("button", { name: "Trả lời tin này" });
  return await answer.evaluate(
    (pressed: HTMLElement) =>
      new Promise<string>((told) => {
        new MutationObserver((_, watch) => {
          if (document.querySelector("[role=dialog]") !== null) return;
          watch.disconnect();
          told(document.activeElement?.tagName ?? "");
        }).observe(document.body, { childList: true, subtree: true });
        pressed.click();
      }),
  );
}

test("whoever answers a message writes at once, also when it is the same message again", async () => {
  await talking();

  expect(await focusOnceAnswering(/Trả lời tin: Bà mở trang/)).toBe("TEXTAREA");
  expect(await focusOnceAnswering(/Trả lời tin: Bà mở trang/)).toBe("TEXTAREA");

  await page.keyboard.type("mo roi");
  expect(await page.getByRole("textbox", { name: "Viết tin" }).inputValue()).toBe("mo roi");
});

test("one's own message is taken back by its three points, after one question", async () => {
  await talking();
  await write("nhầm rồi");
  await button(/Trả lời hoặc thu hồi tin: nhầm rồi/).click();
  await dialog()
    .getByRole("button", { name: /Thu hồi tin này/ })
    .click();
  await dialog().getByText("Tin mất ở cả hai bên.").waitFor();
  await dialog().getByRole("button", { name: "Thôi, để lại" }).click();
  await expect.poll(() => log().getByText("nhầm rồi").count()).toBe(1);

  await button(/Trả lời hoặc thu hồi tin: nhầm rồi/).click();
  await dialog()
    .getByRole("button", { name: /Thu hồi tin này/ })
    .click();
  await dialog().getByRole("button", { name: "Thu hồi", exact: true }).click();

  await log().getByText("Đã thu hồi một tin").waitFor();
  await expect.poll(() => log().getByText("nhầm rồi").count()).toBe(0);
});

test("holding a message opens the same, moving a finger over it does not", async () => {
  await talking({ hasTouch: true, isMobile: true });
  await write("giữ tay");
  const bubble = log().locator(".resident .bubble", { hasText: "giữ tay" });
  const touch = (type: string, more: object = {}) =>
    bubble.dispatchEvent(type, { pointerType: "touch", isPrimary: true, ...more });

  await touch("pointerdown", { clientX: 200, clientY: 500 });
  await touch("pointermove", { clientX: 200, clientY: 440 });
  await page.waitForTimeout(700);
  await expect.poll(() => dialog().count()).toBe(0);

  await touch("pointerdown", { clientX: 200, clientY: 500 });
  await dialog().getByRole("button", { name: "Trả lời tin này" }).waitFor();
});

test("a keyboard alone takes a message back", async () => {
  await talking();
  await write("nhầm rồi");
  await button(/Trả lời hoặc thu hồi tin: nhầm rồi/).focus();
  await page.keyboard.press("Enter");
  await dialog().waitFor();
  await page.keyboard.press("Escape");
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
    .toMatch(/thu hồi tin: nhầm rồi/);
  await page.keyboard.press("Enter");
  await dialog()
    .getByRole("button", { name: /Thu hồi tin này/ })
    .press("Enter");
  await dialog().getByRole("button", { name: "Thu hồi", exact: true }).press("Enter");
  await log().getByText("Đã thu hồi một tin").waitFor();
});

test("nothing is offered for what was said to the machine", async () => {
  await talking();
  await expect.poll(() => log().locator(".machine .more-of").count()).toBe(0);
});

test("sent, arrived, seen and not arrived are said in words at the newest line", async () => {
  await talking();
  const talk = server.newest();
  server.change(talk, { theirs: { reached: 0, seen: 0 } });
  await write("bà bấm rồi");
  const { seq = 0 } = talk.entries.at(-1) ?? {};
  const said = log().locator(".resident", { hasText: "bà bấm rồi" });

  await said.getByText("đã gửi").waitFor();
  server.change(talk, { theirs: { reached: seq, seen: 0 } });
  await said.getByText("đã tới").waitFor();
  server.change(talk, { theirs: { reached: seq, seen: seq } });
  await said.getByText("đã xem").waitFor();
  server.change(talk, { theirs: { reached: 0, seen: 0, lost: seq } });
  await said.getByText("Chưa tới được.").waitFor();
});

describe("where one is", () => {
  const here = { latitude: 22.1234, longitude: 105.5678, accuracy: 20 };

  test("is sent only after it was said who sees it, and pressed", async () => {
    await talking({ geolocation: here, permissions: ["geolocation"] });
    await button("Chỗ").click();
    await dialog().getByText(`Chỉ ${sen.name} thấy chỗ này`).waitFor();
    expect(server.newest().places).toEqual([]);

    await dialog().getByRole("button", { name: "Gửi chỗ đang ở" }).click();

    await expect
      .poll(() => server.newest().places)
      .toEqual([{ latitude: here.latitude, longitude: here.longitude }]);
    await expect.poll(() => dialog().count()).toBe(0);
  });

  test("found roughly, it is asked about once more", async () => {
    await talking({ geolocation: { ...here, accuracy: 760 }, permissions: ["geolocation"] });
    await button("Chỗ").click();
    await dialog().getByRole("button", { name: "Gửi chỗ đang ở" }).click();
    await dialog().getByText("lệch khoảng 800 mét").waitFor();
    expect(server.newest().places).toEqual([]);
    await dialog().getByRole("button", { name: "Gửi chỗ đang ở" }).click();
    await expect.poll(() => server.newest().places.length).toBe(1);
  });

  test("refused, another way is shown, and nothing is sent", async () => {
    await talking({ permissions: [] });
    await button("Chỗ").click();
    await dialog().getByRole("button", { name: "Gửi chỗ đang ở" }).click();
    await dialog().getByText("Không sao: viết tên thôn").waitFor();
    expect(server.newest().places).toEqual([]);
  });

  test("is not offered while nobody helps", async () => {
    await talking({ geolocation: here, permissions: ["geolocation"] });
    await button("Chỗ").waitFor();
    const { withPerson: _, mayShowPlace: __, ...alone } = server.newest().state;
    server.newest().state = alone;
    server.change(server.newest(), {});
    await button("Chỗ").waitFor({ state: "detached" });
  });
});

describe("for everybody", () => {
  test.each([
    ["light", phone],
    ["dark", phone],
    ["light", { width: 320, height: 568 }],
    ["light", { width: 1280, height: 800 }],
  ] as const)("axe finds nothing and nothing is cut off, %s at %o", async (scheme, viewport) => {
    await talking({
      viewport,
      colorScheme: scheme,
      geolocation: { latitude: 22, longitude: 105 },
      permissions: ["geolocation"],
    });
    await write("Bà mở rồi, mà chữ nhỏ quá bà không đọc được");
    server.change(server.newest(), { theirs: { reached: 99, seen: 0 } });
    await button(/Trả lời tin: Bà mở trang/).click();
    await dialog().getByRole("button", { name: "Trả lời tin này" }).click();
    await write("Mở rồi cháu ạ");
    await button(/Trả lời tin: Bà mở trang/).click();
    await dialog().getByRole("button", { name: "Trả lời tin này" }).click();
    expect(await axe()).toEqual([]);
    expect(await widerThanScreen()).toBe(false);

    await button(/thu hồi tin: Bà mở rồi/).click();
    await dialog().waitFor();
    expect(await axe()).toEqual([]);
    await dialog()
      .getByRole("button", { name: /Thu hồi tin này/ })
      .click();
    expect(await axe()).toEqual([]);
    await dialog().getByRole("button", { name: "Thu hồi", exact: true }).click();
    await log().getByText("Đã thu hồi một tin").waitFor();
    await button("Chỗ").click();
    await dialog().waitFor();
    expect(await axe()).toEqual([]);
    expect(await widerThanScreen()).toBe(false);
    await dialog().getByRole("button", { name: "Bỏ", exact: true }).click();
  });
});

const widerThanScreen = () =>
  page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1,
  );

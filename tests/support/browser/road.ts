/** A resident's window and a helper's window, and what people do in them. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Locator,
  Page,
} from "playwright-core";
import type { PhraseId } from "../../../src/flows/words/phrases.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What most residents hold: narrow, touched, some years old. */
export const cheapPhone: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
  locale: "vi-VN",
  timezoneId: "Asia/Ho_Chi_Minh",
  reducedMotion: "reduce",
  userAgent:
    "Mozilla/5.0 (Linux; Android 10; SM-A105F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36",
};
export const tableScreen: BrowserContextOptions = {
  viewport: { width: 1280, height: 800 },
  locale: "vi-VN",
  timezoneId: "Asia/Ho_Chi_Minh",
  reducedMotion: "reduce",
};

export interface Window {
  readonly page: Page;
  readonly context: BrowserContext;
}

export interface Resident extends Window {
  /** Writes and sends, as the keyboard does. */
  say(text: string): Promise<void>;
  /** Presses these choices one after another, each once it is offered. */
  press(...choices: string[]): Promise<void>;
  /** Waits until the newest question offers this. */
  offered(choice: string): Promise<void>;
  button(name: string | RegExp): Locator;
  /** Every bubble's words, oldest first. */
  said(): Promise<string[]>;
  /** A bubble with these words; waits for it. */
  hears(text: string | RegExp): Promise<void>;
  /** What the newest question offers. */
  choices(): Promise<string[]>;
  /**
   * From the first line, written without marks, to the first step with something to do; says what it asks.
   * Questions on the way get their first answer, whatever authors ask there.
   */
  toAStep(): Promise<string>;
  /** Asks for anybody from Nà Khau, to whom the village may still have to be told. */
  callsSomebody(): Promise<void>;
}

export interface Helper extends Window {
  button(name: string | RegExp): Locator;
  /** Where a message to the resident is written. */
  box(): Locator;
  claim(): Promise<void>;
  say(text: string): Promise<void>;
  hears(text: string | RegExp): Promise<void>;
  /** Opens the endings and presses one. */
  ends(outcome: string): Promise<void>;
}

/** Windows of one test: opened here, closed together, and what went wrong in any of them. */
export interface Windows {
  open(options: BrowserContextOptions): Promise<Window>;
  resident(url: string, options?: BrowserContextOptions): Promise<Resident>;
  helper(link: string, options?: BrowserContextOptions): Promise<Helper>;
  /** Another window on a context that is open already. */
  residentIn(context: BrowserContext, url: string): Promise<Resident>;
  /** Errors on the console and broken content security policies, in any window. */
  faults(): readonly string[];
  close(): Promise<void>;
}

export function windows(browser: Browser, words: (id: PhraseId) => string): Windows {
  const contexts: BrowserContext[] = [];
  const faults: string[] = [];

  function watch(page: Page): Page {
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => {
      // What a lost network or an expected refusal says on the console is no fault of the page.
      if (message.type() !== "error" || message.text().startsWith("Failed to load resource"))
        return;
      faults.push(message.text());
    });
    return page;
  }
  async function open(options: BrowserContextOptions): Promise<Window> {
    const context = await browser.newContext(options);
    contexts.push(context);
    return { context, page: watch(await context.newPage()) };
  }
  return {
    open,
    async resident(url, options = {}) {
      const { page, context } = await open({ ...cheapPhone, ...options });
      await page.goto(url);
      return resident(page, context, words);
    },
    async residentIn(context, url) {
      const page = watch(await context.newPage());
      await page.goto(url);
      return resident(page, context, words);
    },
    async helper(link, options = cheapPhone) {
      const { page, context } = await open(options);
      await page.goto(link);
      await page.getByRole("button", { name: "Đã hiểu" }).click();
      return helper(page, context);
    },
    faults: () => faults,
    async close() {
      await Promise.all(contexts.splice(0).map((context) => context.close()));
    },
  };
}

function resident(page: Page, context: BrowserContext, words: (id: PhraseId) => string): Resident {
  const choice = (name: string) => page.locator(".choices button").filter({ hasText: name });
  const self: Resident = {
    page,
    context,
    button: (name) => page.getByRole("button", { name }),
    async say(text) {
      await page.getByRole("textbox", { name: /Viết tin|Write a message/ }).fill(text);
      await page.keyboard.press("Enter");
    },
    async press(...choices) {
      for (const name of choices) await choice(name).click();
    },
    offered: (name) => choice(name).waitFor(),
    said: async () =>
      (await page.getByRole("log").locator(".bubble .text").allInnerTexts()).map((text) =>
        text.trim(),
      ),
    hears: (text) => page.getByRole("log").getByText(text).last().waitFor(),
    async choices() {
      await page.locator(".choices button").first().waitFor();
      return page.locator(".choices .says").allInnerTexts();
    },
    async toAStep() {
      await self.say("ba muon lam khai sinh cho chau");
      await self.hears(/Đăng ký khai sinh/);
      for (let asked = 0; asked < 20; asked += 1) {
        const offered = await self.choices();
        if (offered.includes(words("done"))) return firstLine((await self.said()).at(-1) ?? "");
        const newest = page.locator(".message.asking");
        const seq = await newest.getAttribute("data-seq");
        await newest.locator(".choices button").first().click();
        await page.locator(`.message.asking:not([data-seq="${seq}"])`).waitFor();
      }
      throw new Error("no step with something to do was reached");
    },
    async callsSomebody() {
      await self.press(words("human"), "Nà Khau", words("who-anyone"));
    },
  };
  return self;
}

function helper(page: Page, context: BrowserContext): Helper {
  const self: Helper = {
    page,
    context,
    button: (name) => page.getByRole("button", { name }),
    box: () => page.getByRole("textbox", { name: /^Tin nhắn cho/ }),
    async claim() {
      // Beside an opened case the list offers the same; on a phone there is one.
      await page.getByRole("button", { name: "Nhận giúp" }).last().click();
      await self.box().waitFor();
    },
    async say(text) {
      await self.box().fill(text);
      await page.getByRole("button", { name: "Gửi", exact: true }).click();
    },
    hears: (text) => page.getByRole("log").getByText(text).last().waitFor(),
    async ends(outcome) {
      await page.getByRole("button", { name: "Kết thúc giúp" }).click();
      await page.getByRole("dialog").getByRole("button", { name: outcome }).click();
    },
  };
  return self;
}

/** The step's own words, without what came before it in the same message and without its sign. */
function firstLine(text: string): string {
  const lines = text.split("\n").filter((line) => line !== "" && !/Xong rồi/.test(line));
  return lines.at(-1) ?? "";
}

/** Rules of axe that are broken in a serious way, and where: all rules, or the one that colours can break. */
export async function seriousFaults(
  page: Page,
  rules: "all" | "colours" = "all",
): Promise<string[]> {
  // By evaluation, not as a script element: the pages' content security policy refuses those.
  await page.evaluate(axe);
  return page.evaluate(async (only) => {
    type Found = { id: string; impact: string; nodes: { html: string }[] };
    const { violations } = await (
      globalThis as unknown as {
        axe: { run(options: object): Promise<{ violations: Found[] }> };
      }
    ).axe.run(only === "all" ? {} : { runOnly: ["color-contrast"] });
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" ")}`);
  }, rules);
}

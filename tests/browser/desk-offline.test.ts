/** The desk as something on a telephone: it can be installed, and it opens without a network. */
import { cp, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { aTempFolder } from "../support/at-end.ts";
import { openBrowser } from "../support/browser/browser.ts";
import { builtPages, type RealServer, startRealServer } from "../support/browser/real-server.ts";
import {
  cheapPhone,
  seriousFaults,
  tableScreen,
  type Windows,
  windows,
} from "../support/browser/road.ts";

let browser: Browser;
let server: RealServer;
let open: Windows;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  server = await startRealServer();
  open = windows(browser, server.words);
});
afterEach(async () => {
  const faults = open.faults();
  await open.close();
  await server.close();
  expect(faults).toEqual([]);
});

/** Pictures for people to look at, where somebody asks for them. */
const pictures = process.env["PICTURES"];

const sen = () => server.inviteLink({ name: "Nông Thị Sen (mẫu)" });

/** The worker has kept everything and stands between this page and the network. */
const workerStands = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (navigator.serviceWorker.controller === null)
      await new Promise((done) => setTimeout(done, 20));
  });

/** Everything kept by the page's caches: addresses, and what lies under them. */
const keptByCaches = (page: Page) =>
  page.evaluate(async () => {
    const kept: { url: string; text: string }[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const text = (await (await cache.match(request))?.text()) ?? "";
        kept.push({ url: new URL(request.url).pathname, text });
      }
    }
    return kept;
  });

/** Width and height as the picture itself says. */
async function sizeOf(page: Page, url: string): Promise<string> {
  const bytes = Buffer.from(await (await page.request.get(url)).body());
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

test("the desk has all that a telephone asks before it installs a page", async () => {
  const { page, context } = await open.helper(sen());
  await workerStands(page);
  const cdp = await context.newCDPSession(page);

  // As Chromium reads it. What it would say of installing cannot be asked of a browser without a window.
  const { url, errors, manifest } = await cdp.send("Page.getAppManifest");

  expect(errors).toEqual([]);
  expect(manifest).toMatchObject({
    name: "Cầu Nối – trang người giúp",
    startUrl: `${server.url}/desk`,
    scope: `${server.url}/desk`,
    display: "kStandalone",
  });
  const said = (await (await page.request.get(url)).json()) as {
    lang: string;
    short_name: string;
    icons: { src: string; sizes: string; type: string; purpose?: string }[];
  };
  expect(said).toMatchObject({ lang: "vi", short_name: "Người giúp" });
  const drawn = said.icons.filter(({ type }) => type === "image/png");
  expect(drawn.map(({ sizes, purpose }) => `${sizes} ${purpose ?? "any"}`)).toEqual([
    "192x192 any",
    "512x512 any",
    "512x512 maskable",
  ]);
  for (const { src, sizes } of drawn)
    expect(await sizeOf(page, new URL(src, url).href)).toBe(sizes);
  const apple = await page.locator('link[rel="apple-touch-icon"]').getAttribute("href");
  expect(await sizeOf(page, new URL(apple ?? "", url).href)).toBe("180x180");
  const scope = () => navigator.serviceWorker.ready.then((registration) => registration.scope);
  expect(await page.evaluate(scope)).toBe(`${server.url}/desk`);
});

test("a browser's offer to install waits in the settings for a press", async () => {
  const { page } = await open.helper(sen());
  const offered = () =>
    page.evaluate(() => {
      const offer = Object.assign(new Event("beforeinstallprompt", { cancelable: true }), {
        prompt: async () => {
          document.body.dataset["prompted"] = "yes";
        },
      });
      return !dispatchEvent(offer);
    });

  expect(await offered()).toBe(true);
  await expect.poll(() => page.locator("body").getAttribute("data-prompted")).toBe(null);
  await page.getByRole("button", { name: "Cài đặt" }).click();
  await page.getByRole("button", { name: "Cài lên điện thoại" }).click();

  await page.locator('body[data-prompted="yes"]').waitFor();
  await expect.poll(() => page.getByRole("button", { name: "Cài lên điện thoại" }).count()).toBe(0);
});

test("on an iPhone the settings say how the desk is installed there", async () => {
  const { page, context } = await open.open(cheapPhone);
  await context.addInitScript(() => {
    Object.defineProperty(navigator, "standalone", { value: false });
  });
  await page.goto(sen());
  await page.getByRole("button", { name: "Đã hiểu" }).click();

  await page.getByRole("button", { name: "Cài đặt" }).click();

  await page.getByText("bấm nút Chia sẻ").waitFor();
});

/** The pages as they are built after a change: other names, the same desk. */
async function aLaterBuild(pagesDir: string): Promise<void> {
  const desk = join(pagesDir, "desk");
  const script = (await readdir(join(desk, "assets"))).find((name) => name.endsWith(".js")) ?? "";
  await rename(join(desk, "assets", script), join(desk, "assets", "index-later.js"));
  for (const file of ["index.html", "worker.js"]) {
    const text = await readFile(join(desk, file), "utf8");
    const later = text.replaceAll(script, "index-later.js");
    expect(later).not.toBe(text);
    await writeFile(join(desk, file), later.replace(/(version:[`"])[0-9a-f]+/, "$1later"));
  }
}

test("a later build takes over: an old page says so, and at a press is the new one", async () => {
  await server.close();
  const pagesDir = aTempFolder();
  await cp(builtPages, pagesDir, { recursive: true });
  server = await startRealServer({ pagesDir });
  open = windows(browser, server.words);
  const { page, context } = await open.helper(sen());
  await workerStands(page);

  await server.stop();
  await aLaterBuild(pagesDir);
  await server.start();
  await expect.poll(() => page.getByText("Trang có bản mới").count()).toBe(0);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await page.getByText("Trang có bản mới").waitFor();
  await page.getByRole("button", { name: "Tải lại" }).click();
  await page.locator('script[src$="index-later.js"]').waitFor({ state: "attached" });
  await page.getByRole("heading", { name: "Chưa có ai chờ" }).waitFor();

  expect(await page.evaluate(() => caches.keys())).toEqual(["cau-noi-desk-later"]);
  await expect.poll(() => page.getByText("Trang có bản mới").count()).toBe(0);
  await context.setOffline(true);
  await page.reload();
  await page.getByRole("heading", { name: "Chưa có mạng" }).waitFor();
});

test("without a network the desk opens, says so, and sends what was written once it is back", async () => {
  const { page, context } = await open.helper(sen());
  const ba = await open.resident(server.url);
  await ba.callsSomebody();
  await page.getByRole("button", { name: "Nhận giúp" }).last().click();
  const box = page.getByRole("textbox", { name: /^Tin nhắn cho/ });
  await box.waitFor();
  await workerStands(page);

  await context.setOffline(true);
  await box.fill("cháu tới ngay");
  await page.getByRole("button", { name: "Gửi", exact: true }).click();
  await box.fill("đang viết dở");
  await page.reload();
  await page.getByRole("heading", { name: "Chưa có mạng" }).waitFor();
  await page.getByText("1 tin chưa gửi vẫn giữ trong máy này").waitFor();
  await page.getByText("1 tin đang viết dở vẫn còn nguyên").waitFor();
  await context.setOffline(false);

  await ba.hears("cháu tới ngay");
  await expect.poll(() => box.inputValue()).toBe("đang viết dở");
});

test("nothing of anybody is kept by the worker, only the page itself", async () => {
  const { page } = await open.helper(sen());
  const ba = await open.resident(server.url);
  await ba.callsSomebody();
  await page.getByRole("button", { name: "Nhận giúp" }).last().click();
  await workerStands(page);
  await ba.say("chim hoàng yến ở nhà tôi");
  await page.getByRole("log").getByText("chim hoàng yến").waitFor();
  await page.reload();
  await page.getByRole("log").getByText("chim hoàng yến").waitFor();

  const kept = await keptByCaches(page);

  expect(kept.map(({ url }) => url).filter((url) => !url.startsWith("/desk-assets/"))).toEqual([
    "/desk",
  ]);
  expect(kept.length).toBeGreaterThanOrEqual(4);
  expect(JSON.stringify(kept)).not.toContain("hoàng yến");
  expect(JSON.stringify(kept)).not.toContain("Nông Thị Sen");
});

test("who is signed out meanwhile is told so when the network is back, and sees nobody's words before", async () => {
  const { page, context } = await open.helper(sen());
  await workerStands(page);
  await context.setOffline(true);
  await page.reload();
  await page.getByRole("heading", { name: "Chưa có mạng" }).waitFor();
  await context.clearCookies();

  await context.setOffline(false);

  await page.getByLabel("Mã vào trang").waitFor();
});

test.each([
  ["phone", { ...cheapPhone }],
  ["table", { ...tableScreen }],
  ["dark phone", { ...cheapPhone, colorScheme: "dark" as const }],
])("on a %s the page without a network can be read by everybody", async (size, options) => {
  const { page, context } = await open.helper(sen(), options);
  await workerStands(page);
  await context.setOffline(true);
  await page.reload();
  await page.getByRole("heading", { name: "Chưa có mạng" }).waitFor();

  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Thử lại");
  if (pictures !== undefined)
    await page.screenshot({ path: `${pictures}/${size.replace(" ", "-")}-offline.png` });
});

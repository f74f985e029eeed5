// Takes the pictures of the README anew, from the program itself with sample people:
//   node scripts/take-pictures.mjs [folder]      (Node 24; after `npm run prepare`)

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { smallPng } from "../src/bot/pictures/small-png.ts";
import { openBrowser } from "../tests/support/browser/browser.ts";
import { startRealServer } from "../tests/support/browser/real-server.ts";
import { cheapPhone, tableScreen, windows } from "../tests/support/browser/road.ts";

const folder = process.argv[2] ?? join(import.meta.dirname, "..", "docs", "pictures");
const largest = 120 * 1024;
mkdirSync(folder, { recursive: true });

const server = await startRealServer({ writable: true });
const browser = await openBrowser();
const open = windows(browser, server.words);
try {
  const phone = { ...cheapPhone, deviceScaleFactor: 2 };
  const sen = await open.helper(server.inviteLink({ name: "Nông Thị Sen (mẫu)" }), phone);
  const tung = await open.helper(
    server.inviteLink({ name: "Hoàng Văn Tùng (mẫu)", role: "Bí thư chi đoàn" }),
    tableScreen,
  );
  const ba = await open.resident(server.url, { deviceScaleFactor: 2 });

  await ba.toAStep();
  await toAScreen(ba);
  await take(ba.page, "chat-step");

  await ba.callsSomebody();
  await sen.page.getByText("1 người đang chờ").waitFor();
  await take(sen.page, "desk-waiting");

  await tung.claim();
  await ba.say("chú ơi, bà bấm rồi mà chưa thấy gì");
  await tung.hears("chưa thấy gì");
  await tung.say("Dạ, bà vuốt màn hình lên một chút, ô ấy ở ngay dưới ạ.");
  await ba.hears("ngay dưới");
  await ba.say("à bà thấy rồi");
  await tung.hears("à bà thấy rồi");
  await take(ba.page, "chat-with-person");
  await take(tung.page, "desk-case");

  const nam = await open.resident(server.url, { deviceScaleFactor: 2 });
  await nam.choices();
  await nam.say("bà làm khai sinh, hộ khẩu, thẻ bảo hiểm một lần cho cháu");
  await toThePapers(nam);
  await take(nam.page, "chat-papers");

  const link = server.inviteLink({ name: "Ma Thị Thơm (mẫu)", role: "Cán bộ xã", rank: "author" });
  const thom = await open.helper(link, tableScreen);
  await thom.page.goto(`${server.url}/desk/soan#flows/lien-thong-khai-sinh.yaml/papers-on-table`);
  await thom.page.locator(".preview .bubble").first().waitFor();
  await take(thom.page, "authoring-step");
} finally {
  await open.close();
  await browser.close();
  await server.close();
}

/** Answers by the first choice as far as a list of papers, and ticks one. */
async function toThePapers({ page }) {
  await page.getByRole("log").getByText("thẻ bảo hiểm một lần").last().waitFor();
  for (let presses = 0; presses < 25; presses += 1) {
    const asking = page.locator(".message.asking");
    const listed = (await asking.locator(".paper").count()) > 0;
    if (listed && (await asking.locator(".paper.found").count()) > 0) return;
    const seq = await asking.getAttribute("data-seq");
    await asking.locator(".choices button").first().click();
    await page.locator(`.message.asking:not([data-seq="${seq}"])`).waitFor();
  }
  throw new Error("No list of papers within reach of the first answers.");
}

/** Goes on to the first step that is shown with its screen. */
async function toAScreen({ page }) {
  for (let presses = 0; presses < 12; presses += 1) {
    const asking = page.locator(".message.asking");
    const words = await asking.locator(".text").innerText();
    if ((await asking.locator("img").count()) > 0 && words.length < 160) return;
    const seq = await asking.getAttribute("data-seq");
    await asking.locator(".choices button").first().click();
    await page.locator(`.message.asking:not([data-seq="${seq}"])`).waitFor();
  }
  throw new Error("No step with a screen within reach of the first answers.");
}

async function take(page, name) {
  await page.evaluate(() => document.activeElement?.blur());
  await page.waitForTimeout(800);
  const { pixels, width, height } = await pixelsOf(await page.screenshot());
  const png = smallPng(pixels, width, height);
  if (png.length > largest) throw new Error(`${name}.png is larger than 120 KB.`);
  writeFileSync(join(folder, `${name}.png`), png);
  console.log(`${name}.png ${Math.round(png.length / 1024)} KB`);
}

/** A screenshot as RGBA, read by the browser that took it. */
async function pixelsOf(screenshot) {
  const blank = await browser.newPage();
  const read = await blank.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    const { data } = canvas.getImageData(0, 0, image.width, image.height);
    let letters = "";
    for (let at = 0; at < data.length; at += 8192) {
      letters += String.fromCharCode(...data.subarray(at, at + 8192));
    }
    return { width: image.width, height: image.height, rgba: btoa(letters) };
  }, screenshot.toString("base64"));
  await blank.close();
  return { ...read, pixels: new Uint8Array(Buffer.from(read.rgba, "base64")) };
}

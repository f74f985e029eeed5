/** The bell and the number on the icon: heard and counted when somebody waits, still when one has said so. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { RealServer } from "../support/browser/real-server.ts";
import { inRealWindows } from "../support/browser/real-windows.ts";
import { cheapPhone, type Windows } from "../support/browser/road.ts";

let server: RealServer;
let open: Windows;
inRealWindows((given) => {
  ({ server, open } = given);
});

interface Heard {
  /** Pitches, in their order. */
  readonly tones: number[];
  badge: number;
}
type WithHeard = { heard: Heard };

/** A helper whose page's tones and badge are written down as the page asks for them. */
async function listening(): Promise<Page> {
  const { page, context } = await open.open(cheapPhone);
  await context.addInitScript(() => {
    const heard: Heard = { tones: [], badge: 0 };
    Object.assign(globalThis, { heard });
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (this: OscillatorNode, ...when: [number?]) {
      heard.tones.push(this.frequency.value);
      start.apply(this, when);
    };
    Object.assign(navigator, {
      setAppBadge: async (count: number) => {
        heard.badge = count;
      },
      clearAppBadge: async () => {
        heard.badge = 0;
      },
    });
  });
  await page.goto(server.inviteLink({ name: "Nông Thị Sen (mẫu)" }));
  await page.getByRole("button", { name: "Đã hiểu" }).click();
  return page;
}

const heard = (page: Page) => page.evaluate(() => (globalThis as unknown as WithHeard).heard);

test("somebody who waits is heard, counted on the icon and in the title; a message once softly", async () => {
  const page = await listening();
  const ba = await open.resident(server.url);

  await ba.callsSomebody();
  await expect.poll(() => heard(page)).toEqual({ tones: [587, 784, 587, 784], badge: 1 });
  expect(await page.title()).toMatch(/^\(1\) /);
  await page.getByRole("button", { name: "Nhận giúp" }).last().click();
  await page.getByRole("button", { name: "Về danh sách" }).click();
  await expect.poll(async () => (await heard(page)).badge).toBe(0);
  await ba.say("cháu ơi");

  await expect.poll(() => heard(page)).toEqual({ tones: [587, 784, 587, 784, 659], badge: 1 });
});

test("with the bell off nothing sounds, and the number still stands there", async () => {
  const page = await listening();
  await page.getByRole("button", { name: "Tiếng báo: bật" }).focus();
  await page.keyboard.press("Enter");
  const ba = await open.resident(server.url);

  await ba.callsSomebody();

  await expect.poll(() => heard(page)).toEqual({ tones: [], badge: 1 });
});

test("who rests hears nobody, and counts nobody who waits", async () => {
  const page = await listening();
  await page.getByRole("radio", { name: "Đang trực" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.getByText("Đang nghỉ, máy này không báo.").waitFor();
  const ba = await open.resident(server.url);
  await ba.callsSomebody();
  await page.getByRole("button", { name: "Nhận giúp" }).last().waitFor();

  expect(await heard(page)).toEqual({ tones: [], badge: 0 });
});

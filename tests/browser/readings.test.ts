/** A step is read aloud into a microphone on the desk, and heard in a resident's window by pressing Nghe. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, test } from "vitest";
import { publish } from "../../src/bot/content/publish.ts";
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

const flow = "tra-cuu-ho-so";
const title = /Xem hồ sơ/;

let server: RealServer;
let open: Windows;
inRealWindows(
  (given) => {
    ({ server, open } = given);
  },
  { flags: ["--use-fake-ui-for-media-stream"], writable: true },
);

const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env["SCREENSHOTS"];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) });
};

const helper = (options: BrowserContextOptions, rank: "propagandist" | "coordinator") =>
  open.helper(server.inviteLink({ name: "Nông Thị Sen (mẫu)", rank }), {
    ...options,
    permissions: ["microphone"],
  });

/** The sheet with the steps of the guide. */
async function toTheSteps({ page, button }: Helper): Promise<void> {
  await button("Giọng đọc cho bà con nghe").click();
  await button(title).first().click();
  await page.locator(".reading").first().waitFor();
}

async function readFirstStep({ page }: Helper): Promise<void> {
  const step = page.locator(".reading").first();
  await step.getByRole("button", { name: "Bấm để thu giọng" }).click();
  await step.getByRole("button", { name: "Đang thu" }).waitFor();
  await page.waitForTimeout(1500); // the microphone beeps once a second
  await page.keyboard.press("Enter"); // the keyboard stands on the button that stops
  await step.getByRole("button", { name: "Giữ giọng này" }).waitFor();
  await page.keyboard.press("Enter");
  await step.getByText("Nông Thị Sen (mẫu) đọc").waitFor();
}

/** To the first step of the guide, as she asks for it herself. */
async function toTheGuide(ba: Resident): Promise<void> {
  await ba.say("ba muon tra cuu ho so da nop");
  for (let asked = 0; asked < 4; asked += 1) {
    const offered = await ba.choices();
    if (offered.includes(server.words("more"))) return;
    const seq = await ba.page.locator(".message.asking").getAttribute("data-seq");
    await ba.press(offered[0] ?? "");
    await ba.page.locator(`.message.asking:not([data-seq="${seq}"])`).waitFor();
  }
}

/** How far the newest player is, and how much it has. */
const player = (page: Page) =>
  page
    .locator(".log audio")
    .last()
    .evaluate((audio) => {
      const { duration, currentTime, ended } = audio as HTMLAudioElement;
      return { duration, heard: ended ? duration : currentTime };
    });

test("what was read on the desk plays at one press of Nghe, until the words change and it is removed", async () => {
  const sen = await helper(cheapPhone, "coordinator");
  await toTheSteps(sen);
  await readFirstStep(sen);

  const ba = await open.resident(server.url);
  await toTheGuide(ba);
  if (!(await ba.choices()).includes(server.words("listen"))) await ba.press(server.words("more"));
  await ba.press(server.words("listen"));
  await ba.page.locator(".log audio").waitFor();
  await expect.poll(async () => (await player(ba.page)).heard).toBeGreaterThan(0.3);
  expect((await player(ba.page)).duration).toBeGreaterThan(1);
  await shot(ba.page, "nghe-phone");
  await ba.page.reload();
  await ba.page.locator(".log audio").waitFor();
  expect((await player(ba.page)).heard).toBe(0); // asked for then, not now

  changeWords();
  await expect
    .poll(
      async () => {
        await ba.say("nhắc lại");
        await ba.choices();
        return (await ba.said()).at(-1);
      },
      { interval: 1500 },
    )
    .toContain("Lời mới đây ạ");
  expect(await ba.choices()).not.toContain(server.words("listen"));
  await expect.poll(() => ba.page.locator(".message.asking .listen").count()).toBe(0);

  await sen.button("Về danh sách bài").click();
  await sen.page.getByText("1 bước đã đổi lời").click();
  await sen.page.getByText("lời cũ, bà con không nghe nữa").waitFor();
  await shot(sen.page, "readings-stale-phone");
  await sen.button("Bỏ giọng này").click();
  await expect.poll(() => sen.page.locator(".reading audio").count()).toBe(0);
});

/** Other words for the first step, in the folder and published as `npm run cau-noi -- publish` does. */
function changeWords(): void {
  const file = join(server.contentDir, "flows", `${flow}.yaml`);
  const text = readFileSync(file, "utf8");
  const begins = /begins: (\S+)/.exec(text)?.[1];
  const step = text.indexOf(`\n  ${begins}:`);
  const changed = text.slice(step).replace('vi: "', 'vi: "Lời mới đây ạ. ');
  writeFileSync(file, text.slice(0, step) + changed);
  expect(publish(server.house().store, server.contentDir, server.now()).outcome).toBe("published");
}

test.each([
  ["phone", "light", cheapPhone],
  ["phone", "dark", cheapPhone],
  ["table", "light", tableScreen],
  ["table", "dark", tableScreen],
] as const)("the sheet is clear to everybody on a %s, %s", async (size, colorScheme, options) => {
  const sen = await helper({ ...options, colorScheme }, "propagandist");
  const clear = async (name: string) => {
    await shot(sen.page, `${name}-${size}-${colorScheme}`);
    expect(await seriousFaults(sen.page)).toEqual([]);
    expect(
      await sen.page.evaluate(() => {
        const sheet = document.querySelector("dialog");
        return (sheet?.scrollWidth ?? 0) - (sheet?.clientWidth ?? 0);
      }),
    ).toBe(0);
  };

  await sen.button("Giọng đọc cho bà con nghe").click();
  await sen.button(title).first().waitFor();
  await clear("readings-guides");
  await sen.button(title).first().click();
  await sen.page.locator(".reading").first().waitFor();
  const begin = sen.button("Bấm để thu giọng");
  await begin.first().click();
  await sen.button("Đang thu").waitFor();
  await clear("readings-recording");
  await sen.button("Đang thu").click();
  await sen.button("Giữ giọng này").waitFor();
  await clear("readings-recorded");
  await sen.button("Giữ giọng này").click();
  await sen.page.locator(".read").first().waitFor();
  await clear("readings-kept");
});

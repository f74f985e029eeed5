import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { toOggOpus } from "../../src/bot/conversations/media/voice-form.ts";
import { withoutMetadata } from "../../src/bot/conversations/media/without-metadata.ts";
import { openBrowser } from "../support/browser/browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser({ flags: ["--autoplay-policy=no-user-gesture-required"] });
});
afterAll(async () => {
  await browser.close();
});

const media = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(new URL(`../support/media/${name}`, import.meta.url)));

/** How long a player hears, and how loud it is in the middle. */
async function heard(bytes: Uint8Array): Promise<{ seconds: number; loudness: number }> {
  const page = await browser.newPage();
  try {
    return await page.evaluate(
      async (content) => {
        const context = new OfflineAudioContext(1, 1, 48_000);
        const sound = await context.decodeAudioData(Uint8Array.from(content).buffer);
        const samples = sound.getChannelData(0);
        const middle = samples.subarray(samples.length * 0.4, samples.length * 0.6);
        const power = middle.reduce((sum, sample) => sum + sample * sample, 0) / middle.length;
        return { seconds: sound.duration, loudness: Math.sqrt(power) };
      },
      [...bytes],
    );
  } finally {
    await page.close();
  }
}

test("a browser hears the Ogg file as long and as loud as the recording", async () => {
  const recorded = await media("tone.webm");

  const before = await heard(recorded);
  const after = await heard(toOggOpus(recorded));

  expect(before.seconds).toBeGreaterThan(1);
  expect(Math.abs(after.seconds - before.seconds)).toBeLessThan(0.03);
  expect(after.loudness).toBeGreaterThan(0.1);
  expect(Math.abs(after.loudness - before.loudness)).toBeLessThan(0.05);
});

test("a recording made just now is heard in full", async () => {
  const page = await browser.newPage();
  const recorded = Uint8Array.from(
    await page.evaluate(async () => {
      const context = new AudioContext();
      const oscillator = new OscillatorNode(context, { frequency: 440 });
      const microphone = new MediaStreamAudioDestinationNode(context);
      oscillator.connect(microphone);
      oscillator.start();
      const recorder = new MediaRecorder(microphone.stream, { mimeType: "audio/webm;codecs=opus" });
      const slices: Blob[] = [];
      recorder.ondataavailable = ({ data }) => slices.push(data);
      const stopped = new Promise((resolve) => {
        recorder.onstop = resolve;
      });
      recorder.start(200);
      await new Promise((resolve) => setTimeout(resolve, 1200));
      recorder.stop();
      await stopped;
      return [...new Uint8Array(await new Blob(slices).arrayBuffer())];
    }),
  );
  await page.close();

  const before = await heard(recorded);
  const after = await heard(toOggOpus(recorded));

  expect(Math.abs(after.seconds - before.seconds)).toBeLessThan(0.03);
});

test("a cleaned picture is still drawn", async () => {
  const page = await browser.newPage();
  for (const [name, type] of [
    ["square.jpg", "image/jpeg"],
    ["square.png", "image/png"],
    ["square.webp", "image/webp"],
  ] as const) {
    const drawn = await page.evaluate(
      async ({ content, kind }) => {
        const picture = await createImageBitmap(
          new Blob([Uint8Array.from(content)], { type: kind }),
        );
        return [picture.width, picture.height];
      },
      { content: [...withoutMetadata(await media(name))], kind: type },
    );
    expect(drawn).toEqual([48, 32]);
  }
  await page.close();
});

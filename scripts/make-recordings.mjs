// Records the sound and draws the pictures in tests/support/media; the README there says what they are.
import { writeFile } from "node:fs/promises";
import { openBrowser } from "../tests/support/browser/browser.ts";

// Runs in the page; kept as text because this file belongs to Node.
const inPage = `(async () => {
  const base64 = async (blob) => {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  };

  const context = new AudioContext();
  await context.resume();
  const oscillator = new OscillatorNode(context, { frequency: 440 });
  const microphone = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  oscillator.connect(microphone);
  oscillator.start();
  const recorder = new MediaRecorder(microphone.stream, {
    mimeType: "audio/webm;codecs=opus",
    audioBitsPerSecond: 16000,
  });
  const slices = [];
  recorder.ondataavailable = ({ data }) => slices.push(data);
  const stopped = new Promise((resolve) => (recorder.onstop = resolve));
  recorder.start(100);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  recorder.stop();
  await stopped;

  const canvas = document.createElement("canvas");
  canvas.width = 48;
  canvas.height = 32;
  const brush = canvas.getContext("2d");
  brush.fillStyle = "teal";
  brush.fillRect(8, 6, 32, 20);
  const drawn = (type) => new Promise((resolve) => canvas.toBlob((blob) => resolve(base64(blob)), type, 0.6));

  return {
    "tone.webm": await base64(new Blob(slices)),
    "square.jpg": await drawn("image/jpeg"),
    "square.png": await drawn("image/png"),
    "square.webp": await drawn("image/webp"),
  };
})()`;

const browser = await openBrowser({ flags: ["--autoplay-policy=no-user-gesture-required"] });
try {
  const page = await browser.newPage();
  const files = await page.evaluate(inPage);
  for (const [name, content] of Object.entries(files)) {
    await writeFile(
      new URL(`../tests/support/media/${name}`, import.meta.url),
      Buffer.from(content, "base64"),
    );
  }
} finally {
  await browser.close();
}

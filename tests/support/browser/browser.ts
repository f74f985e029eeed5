/**
 * A real Chromium from npm alone, for tests.
 *
 * The binary comes packed in `@sparticuz/chromium`; we use its files and none of its flags, because
 * those switch web security off, and a page that only works so does not work.
 */

import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { inflate } from "@sparticuz/chromium";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";
import { patience } from "../patience.ts";

const flags = [
  "--headless",
  // Containers run tests as root, where Chromium's own sandbox refuses to start.
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--no-first-run",
  "--no-pings",
  "--font-render-hinting=none",
  // A microphone that beeps, for the voice messages.
  "--use-fake-device-for-media-stream",
];

/** Opens a browser with web security on. The caller closes it. */
export async function openBrowser(options: { flags?: readonly string[] } = {}): Promise<Browser> {
  const folder = await unpacked();
  const launch = (libraries: string) =>
    launched({
      executablePath: join(folder, "chromium"),
      args: [...flags, ...(options.flags ?? [])],
      env: {
        ...process.env,
        // One font on every machine, with all Vietnamese marks: pictures and line breaks stay the same.
        FONTCONFIG_FILE: join(folder, "fonts.conf"),
        LD_LIBRARY_PATH: libraries,
      },
    });

  const own = process.env["LD_LIBRARY_PATH"] ?? "";
  try {
    return await launch(own);
  } catch (error) {
    if (!String(error).includes("error while loading shared libraries")) throw error;
    // A bare machine: the package brings the few libraries that are missing.
    return await launch(
      [own, join(folder, "al2023", "lib")].filter((path) => path !== "").join(":"),
    );
  }
}

/** Whatever is waited for in it, is waited for long: a limit ends what hangs, and measures nothing. */
async function launched(options: LaunchOptions): Promise<Browser> {
  const browser = await chromium.launch(options);
  const opens = browser.newContext.bind(browser);
  browser.newContext = async (wishes) => {
    const context = await opens(wishes);
    context.setDefaultTimeout(patience);
    return context;
  };
  return browser;
}

let unpacking: Promise<string> | undefined;

/** The folder where the browser lies unpacked; the first test run on a machine unpacks it (some seconds). */
function unpacked(): Promise<string> {
  unpacking ??= unpack();
  return unpacking;
}

async function unpack(): Promise<string> {
  const packed = dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium"));
  const root = join(packed, "..");
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {
    version: string;
  };
  const folder = join(tmpdir(), `cau-noi-chromium-${version}`);
  if (existsSync(folder)) return folder;

  // Unpacked aside and moved in one go: a second test run never meets half a browser.
  const aside = await mkdtemp(join(tmpdir(), "cau-noi-unpacking-"));
  const usual = process.env["TMPDIR"];
  process.env["TMPDIR"] = aside; // where the package unpacks to
  try {
    await Promise.all(
      ["chromium.br", "fonts.tar.br", "al2023.tar.br"].map((file) =>
        inflate(join(root, "bin", file)),
      ),
    );
  } finally {
    if (usual === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = usual;
  }
  await mkdir(join(aside, "font-cache"));
  await writeFile(
    join(aside, "fonts.conf"),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, "fonts")}</dir>
  <cachedir>${join(folder, "font-cache")}</cachedir>
</fontconfig>
`,
  );
  try {
    await rename(aside, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    await rm(aside, { recursive: true }); // another run was faster
  }
  return folder;
}

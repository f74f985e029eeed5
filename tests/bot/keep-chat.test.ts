/** "Keep this chat as a test": what an author typed in the terminal plays again, word for word. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { parse } from "yaml";
import { consoleChannel } from "../../src/bot/channels/console/console.ts";
import { realClock } from "../../src/bot/clock.ts";
import { makeLog } from "../../src/bot/log.ts";
import { openHouse } from "../../src/bot/running.ts";
import type { AccountId } from "../../src/flows/index.ts";
import { aTempFolder } from "../support/at-end.ts";
import { morning, prepare } from "../support/talk.ts";
import { play, transcriptFileSchema } from "../support/transcript.ts";

beforeAll(prepare, 120_000);

let folder: string;
beforeEach(() => {
  folder = aTempFolder();
});

/** Types these lines in a terminal and gives back what stood on it. */
async function typing(...lines: readonly string[]): Promise<string> {
  const clock = { ...realClock, now: () => morning };
  const house = openHouse({
    databaseFile: ":memory:",
    contentDir: fileURLToPath(new URL("../../content", import.meta.url)),
    clock,
    log: makeLog("silent"),
  });
  const account = "console" as AccountId;
  const { commune } = house.library().desk;
  house.store.account({ id: account, commune, channel: "console" });
  const output = new PassThrough();
  const channel = consoleChannel({
    conversations: house.conversations,
    clock,
    account,
    peer: "here",
    input: Readable.from(lines.map((line) => `${line}\n`)),
    output,
    keepInto: {
      folder,
      flow: () => house.store.journeys(commune, 0, morning + 1).at(-1)?.flow,
    },
    settled: () => house.conversations.tick(),
  });
  house.conversations.addSender(channel.sender);
  house.conversations.start();
  await channel.talk();
  await house.close();
  return String(output.read());
}

const keptIn = (flow: string) =>
  transcriptFileSchema.parse(parse(readFileSync(join(folder, `${flow}.yaml`), "utf8")));

const road = ["bà muốn làm khai sinh cho cháu", "1", "Mở được rồi", "1", "/help", "quay lại"];

test("a kept chat lies beside the other transcripts of its guide and plays again", async () => {
  const shown = await typing(...road, "/giu-lai bà làm cho cháu");

  const { flow, transcripts } = keptIn("khai-sinh");
  expect(shown).toContain(join(folder, "khai-sinh.yaml"));
  expect(flow).toBe("khai-sinh");
  expect(transcripts.map(({ name }) => name)).toEqual(["bà làm cho cháu"]);
  const lines = transcripts[0]?.lines ?? [];
  expect(lines).toHaveLength(1 + road.length);
  expect(lines.every(({ said }) => (said ?? []).length > 0)).toBe(true);
  expect(play(lines, transcripts[0]?.channel)).toEqual(lines);
});

test("an earlier one is never written over; another name comes beside it", async () => {
  await typing(...road, "/keep first");
  const again = await typing(...road, "/keep first", "/Giữ-lại second");

  expect(again).toContain("choose another");
  expect(keptIn("khai-sinh").transcripts.map(({ name }) => name)).toEqual(["first", "second"]);
});

test.each([
  ["a code", [...road, "mã OTP là 482913", "/keep codes"]],
  ["a password as its name", [...road, "/keep mật khẩu là Hoa@1985"]],
])("a chat with something masked is not kept: %s", async (_what, lines) => {
  const shown = await typing(...lines);

  expect(shown).toContain("Not kept");
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ["no guide", ["xin chào", "/keep nothing"], "no guide was begun"],
  ["no name", [...road, "/giu-lai"], "Give it a name"],
  ["a command that cannot be played", ["/start", ...road, "/keep it"], "cannot be played again"],
  ["an invitation", ["join-abcdefghjkmnpqrs", ...road, "/keep it"], "propagandist's chat"],
])("says why nothing is kept: %s", async (_what, lines, why) => {
  const shown = await typing(...lines);

  expect(shown).toContain(why);
  expect(existsSync(join(folder, "khai-sinh.yaml"))).toBe(false);
});

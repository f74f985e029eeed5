/**
 * What every channel promises: the golden transcripts, played through the real conversations, the real channel
 * and its platform's emulator, say the same; bad inputs are answered; limits hold.
 */
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Clock } from "../../../src/bot/clock.ts";
import {
  conversations,
  type RunningConversations,
} from "../../../src/bot/conversations/conversations.ts";
import { firstCoordinator } from "../../../src/bot/desk/invitations.ts";
import { makeLog } from "../../../src/bot/log.ts";
import { openSqlite } from "../../../src/bot/store/sqlite.ts";
import type { ChannelKind, Store } from "../../../src/bot/store/store.ts";
import type { AccountId, Speech } from "../../../src/flows/index.ts";
import { morning, theLibrary } from "../talk.ts";
import { allRead, dung, play, type TranscriptLine } from "../transcript.ts";

/** What a channel is opened with. */
export interface House {
  readonly store: Store;
  readonly conversations: RunningConversations;
  readonly clock: Clock;
  readonly account: AccountId;
}

/** One person in front of the channel, as far from our own code as the emulator allows. */
export interface Stage {
  /** The platform's id of this chat. */
  readonly peer: string;
  /** Everything shown so far, oldest first; choices as the channel shows them. */
  sees(): ReadonlyArray<{ readonly text: string; readonly choices: readonly string[] }>;
  types(text: string): void;
  /** How many voice messages have come, where the channel plays any. */
  readonly voices?: () => number;
  /** Answers the newest question by what it offers, in the channel's own way. */
  chooses(label: string): void;
  /** Missing where the platform has none. */
  readonly sendsSticker?: () => void;
  end(): Promise<void>;
}

export interface ChannelUnderTest {
  readonly channel: ChannelKind;
  /** In the platform's own counting. */
  readonly longestText: number;
  open(house: House): Promise<Stage>;
}

const tone = readFileSync(new URL("../media/tone.webm", import.meta.url));

/** Vietnam's morning in the transcripts, passing faster than here: no platform's pace is waited for. */
const hurry = 40;

function hurriedClock(): Clock {
  const begun = performance.now();
  return {
    now: () => Math.floor(morning + (performance.now() - begun) * hurry),
    sleep: (milliseconds, signal) =>
      new Promise<void>((resolve) => {
        if (signal?.aborted === true) return resolve();
        const timer = setTimeout(resolve, milliseconds / hurry);
        signal?.addEventListener("abort", () => {
          clearTimeout(timer);
          resolve();
        });
      }),
  };
}

/**
 * A transcript as every platform can play it: what a link or a button would open is asked for in words, and
 * from the first line on in which time or somebody else comes in, it ends.
 */
export function aloneIn(lines: readonly TranscriptLine[]): readonly TranscriptLine[] {
  const spoken = lines.map(({ arrives, ...line }) => {
    if (arrives === undefined) return line;
    return { types: arrives === true ? "xin chào" : `làm ${titleOf(arrives)}` };
  });
  const end = spoken.findIndex((line) => !("types" in line || "presses" in line));
  return end === -1 ? spoken : spoken.slice(0, end);
}

const titleOf = (flow: string): string => theLibrary().flows.get(flow)?.says.vi ?? flow;

export function channelContract(
  { channel, longestText, open }: ChannelUnderTest,
  transcripts: ReadonlyArray<{
    readonly name: string;
    readonly lines: readonly TranscriptLine[];
    readonly aloud?: Speech | undefined;
  }>,
): void {
  describe(channel, () => {
    let house: House;
    let stage: Stage;

    beforeEach(async () => {
      const clock = hurriedClock();
      const account = `${channel}:thu` as AccountId;
      const store = openSqlite(":memory:", { now: clock.now });
      store.account({ id: account, commune: theLibrary().desk.commune, channel });
      const running = conversations({
        store,
        library: theLibrary,
        clock,
        log: makeLog("silent"),
      });
      house = { store, conversations: running, clock, account };
      stage = await open(house);
      running.start();
    });
    afterEach(async () => {
      await stage.end();
      await house.conversations.stop();
      house.store.close();
    });

    /** What is shown from that place on, once there is so much of it. */
    const shown = async (from: number, words: string): Promise<string> =>
      await vi.waitFor(
        () => {
          const all = stage.sees().slice(from);
          const text = all.map((each) => [each.text, ...each.choices].join("\n")).join("\n");
          if (!folded(text).includes(folded(words))) {
            throw new Error(`not shown: ${words}\n--- but:\n${text}`);
          }
          return text;
        },
        { interval: 5, timeout: 20_000 },
      );

    test.each(transcripts)("$name", async ({ lines, aloud }) => {
      if (aloud !== undefined) dungReads(house.store, aloud);
      for (const { said = [], ...line } of play(lines, channel, aloud)) {
        const from = stage.sees().length;
        const heard = stage.voices?.() ?? 0;
        if (line.presses === undefined) stage.types(line.types ?? "");
        else stage.chooses(line.presses);
        for (const reply of said) {
          await shown(from, reply.text);
          for (const label of reply.choices ?? []) await shown(from, label);
        }
        const voices = said.filter(({ voice }) => voice === true).length;
        if (stage.voices !== undefined) expect(stage.voices() - heard).toBe(voices);
        const fresh = stage.sees().slice(from);
        expect(fresh.every((each) => each.choices.length <= 5)).toBe(true);
        expect(fresh.every((each) => each.text.length <= longestText)).toBe(true);
      }
    });

    test("what cannot be read is answered, and the next word is", async () => {
      stage.types("xin chào");
      await shown(0, "làm việc gì");
      for (const bad of ["   ", "a".repeat(10_000), "👍👍👍", "🫠".repeat(1500)]) {
        const from = stage.sees().length;
        stage.types(bad);
        if (bad.trim() === "") continue;
        await vi.waitFor(() => expect(stage.sees().length).toBeGreaterThan(from), {
          interval: 5,
          timeout: 20_000,
        });
      }
      if (stage.sendsSticker !== undefined) {
        const from = stage.sees().length;
        stage.sendsSticker();
        await vi.waitFor(() => expect(stage.sees().length).toBeGreaterThan(from), {
          interval: 5,
          timeout: 20_000,
        });
      }
      const from = stage.sees().length;
      stage.types("con mới đẻ làm giấy khai sinh");
      await shown(from, "khai sinh");
    });

    test("a secret is written nowhere", async () => {
      stage.types("mã OTP của tôi là 482913");

      await vi.waitFor(() => expect(stage.sees().length).toBeGreaterThan(0), {
        interval: 5,
        timeout: 20_000,
      });

      const kept = house.store.findByPeer(house.account, stage.peer);
      if (kept === undefined) throw new Error("nobody is known there");
      expect(JSON.stringify(house.store.lines(kept.id, 0, 100))).not.toContain("482913");
    });
  });
}

/** Dũng is of the village, and has read every step of every guide. */
function dungReads(store: Store, speech: Speech): void {
  const { commune } = theLibrary().desk;
  const { name, role } = dung;
  store.savePropagandist({ ...firstCoordinator(commune, dung.id, morning), name, role });
  for (const read of allRead(speech))
    store.keepRecording({ ...read, type: "audio/webm", bytes: tone });
}

/** Whatever a platform does with line ends and blanks, and where a label was cut. */
const folded = (text: string): string =>
  text.normalize("NFC").replaceAll(/\s+/g, " ").replace(/…$/, "").trim();

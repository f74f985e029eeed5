/** A golden transcript on a channel: what a resident reads there is what the transcript says. */
import { readFileSync } from "node:fs";
import { expect, vi } from "vitest";
import { firstCoordinator } from "../../../src/bot/desk/invitations.ts";
import type { Store } from "../../../src/bot/store/store.ts";
import type { Speech } from "../../../src/flows/index.ts";
import { soon } from "../patience.ts";
import { day, hour, minute, morning, theLibrary } from "../talk.ts";
import { allRead, dung, helperNote, play, type TranscriptLine } from "../transcript.ts";
import type { ChannelUnderTest, OnStage, Stage } from "./on-stage.ts";

const tone = readFileSync(new URL("../media/tone.webm", import.meta.url));
const units = { minute, hour, day };
const commands = { human: "/giup", menu: "/viec", later: "/nghi", language: "/tieng" } as const;

export interface Played {
  readonly name: string;
  readonly lines: readonly TranscriptLine[];
  readonly aloud?: Speech | undefined;
}

const titleOf = (flow: string): string => theLibrary().flows.get(flow)?.says.vi ?? flow;

/** As every platform can play it: what a link or a button would open is asked for in words. */
function spoken(lines: readonly TranscriptLine[]): readonly TranscriptLine[] {
  return lines.map(({ arrives, ...line }) =>
    arrives === undefined
      ? line
      : { types: arrives === true ? "xin chào" : `làm ${titleOf(arrives)}` },
  );
}

/** Up to the first thing that cannot be sent there at all. */
function sendable(lines: readonly TranscriptLine[], { sends }: Stage): readonly TranscriptLine[] {
  const can = { photo: sends.photos, voice: sends.voice, sticker: sends.sticker };
  const end = lines.findIndex((line) => line.sends !== undefined && can[line.sends] === undefined);
  return end === -1 ? lines : lines.slice(0, end);
}

/** How many lines were played. */
export async function playedAlike(
  on: OnStage,
  { channel, longestText }: ChannelUnderTest,
  { lines, aloud }: Played,
): Promise<number> {
  const { stage, house } = on;
  settleDung(house.store, aloud);
  const known = sendable(spoken(lines), stage);
  for (const [at, { said = [], ...line }] of play(known, channel, aloud).entries()) {
    const from = stage.sees().length;
    const heard = stage.voices?.() ?? 0;
    await happens(on, line, `${at}`);
    for (const reply of said) {
      await on.shown(from, reply.text);
      for (const label of reply.choices ?? []) await on.shown(from, label);
    }
    const voices = said.filter(({ voice }) => voice === true).length;
    if (stage.voices !== undefined) expect(stage.voices() - heard).toBe(voices);
    const fresh = stage.sees().slice(from);
    expect(fresh.every((each) => each.choices.length <= 5)).toBe(true);
    expect(fresh.every((each) => each.text.length <= longestText)).toBe(true);
    if (said.length === 0) {
      await on.quiet();
      expect(stage.sees().slice(from)).toEqual([]);
    }
  }
  return known.length;
}

async function happens(on: OnStage, line: TranscriptLine, key: string): Promise<void> {
  const { stage, house } = on;
  // Nobody answers within the millisecond in which the platform tells us that it showed the question.
  await on.quiet();
  if (line.types !== undefined) stage.types(line.types);
  else if (line.presses !== undefined) stage.chooses(line.presses);
  else if (line.sends === "photo") stage.sends.photos?.(1);
  else if (line.sends === "voice") stage.sends.voice?.();
  else if (line.sends === "sticker") stage.sends.sticker?.();
  else if (line.command !== undefined) stage.types(typed(line.command));
  else if (line.waits !== undefined) {
    const [count, unit = ""] = line.waits.split(" ");
    await on.pass(Number(count) * units[unit.replace(/s$/, "") as keyof typeof units]);
  } else if (line.helper !== undefined) {
    await vi.waitFor(() => on.row().saved.case ?? Promise.reject(new Error("no case")), soon);
    const { id, saved } = on.row();
    if (saved.case === undefined) throw new Error("no case is open");
    await house.conversations.note(id, key, helperNote(saved.case.id, line.helper));
  } else throw new Error("a line in which nothing happens");
}

function typed(command: NonNullable<TranscriptLine["command"]>): string {
  if (command === "human" || command === "menu" || command === "later" || command === "language")
    return commands[command];
  return command === "delete" ? "/xoa" : "/help";
}

/** Dũng is of the village, and has read every step of every guide where it is heard. */
function settleDung(store: Store, aloud: Speech | undefined): void {
  const { commune } = theLibrary().desk;
  const { id, name, role, villages } = dung;
  store.savePropagandist({
    ...firstCoordinator(commune, id, morning),
    name,
    role,
    villages,
    rank: "propagandist",
    office: false,
  });
  for (const read of aloud === undefined ? [] : allRead(aloud))
    store.keepRecording({ ...read, type: "audio/webm", bytes: tone });
}

/**
 * What every channel promises: the golden transcripts, played through the real conversations, the real channel
 * and its platform's emulator, say the same; bad inputs are answered; limits hold.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { firstCoordinator } from "../../../src/bot/desk/invitations.ts";
import type { Store } from "../../../src/bot/store/store.ts";
import type { Speech } from "../../../src/flows/index.ts";
import { morning, theLibrary } from "../talk.ts";
import { allRead, dung, play, type TranscriptLine } from "../transcript.ts";
import { badInputs } from "./bad-inputs.ts";
import { type ChannelUnderTest, type OnStage, onStage } from "./on-stage.ts";
import { outgoing } from "./outgoing.ts";

const tone = readFileSync(new URL("../media/tone.webm", import.meta.url));

export interface Played {
  readonly name: string;
  readonly lines: readonly TranscriptLine[];
  readonly aloud?: Speech | undefined;
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
  channel: ChannelUnderTest,
  transcripts: ReadonlyArray<Played>,
): void {
  describe(channel.channel, () => {
    const on = onStage(channel);
    test.each(transcripts)("$name", (played) => playedAlike(on, channel, played));
    badInputs(on);
    outgoing(on, channel);
  });
}

/** What a resident reads is what the transcript says, in this channel's wording of choices. */
export async function playedAlike(
  { house, stage, shown }: OnStage,
  { channel, longestText }: ChannelUnderTest,
  { lines, aloud }: Played,
): Promise<void> {
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
}

/** Dũng is of the village, and has read every step of every guide. */
function dungReads(store: Store, speech: Speech): void {
  const { commune } = theLibrary().desk;
  const { name, role } = dung;
  store.savePropagandist({ ...firstCoordinator(commune, dung.id, morning), name, role });
  for (const read of allRead(speech))
    store.keepRecording({ ...read, type: "audio/webm", bytes: tone });
}

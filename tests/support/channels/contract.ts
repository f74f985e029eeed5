/**
 * What every channel promises: the golden transcripts, played through the real conversations, the real channel
 * and its platform's emulator, say the same; bad inputs are answered; limits hold.
 */
import { describe, expect, test } from "vitest";
import { badInputs } from "./bad-inputs.ts";
import { type ChannelUnderTest, onStage } from "./on-stage.ts";
import { outgoing } from "./outgoing.ts";
import { type Played, playedAlike } from "./played-alike.ts";

export function channelContract(
  channel: ChannelUnderTest,
  transcripts: ReadonlyArray<Played>,
): void {
  describe(channel.channel, () => {
    const on = onStage(channel);
    test.each(transcripts)("$name", async (played) => {
      expect(await playedAlike(on, channel, played)).toBeGreaterThan(2);
    });
    badInputs(on);
    outgoing(on, channel);
  });
}

/** All golden transcripts on every channel: what a resident reads is the same wherever they come from. */
import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { transcriptsOf } from "../support/channels/golden.ts";
import { onStage } from "../support/channels/on-stage.ts";
import { playedAlike } from "../support/channels/played-alike.ts";
import { telegram, terminal, zaloBot, zaloOa } from "../support/channels/stages.ts";
import { webChat } from "../support/channels/web-stage.ts";
import { prepare } from "../support/talk.ts";

beforeAll(prepare, 120_000);

const all = readdirSync(new URL("../transcripts/", import.meta.url))
  .filter((name) => name.endsWith(".yaml"))
  .flatMap((name) => transcriptsOf(name.replace(".yaml", "")));

describe.each([webChat, telegram, zaloBot, zaloOa, terminal])("$channel", (channel) => {
  const on = onStage(channel);
  test.each(all)("$name", async (played) => {
    expect(await playedAlike(on, channel, played)).toBeGreaterThan(2);
  });
});

import { readFileSync } from "node:fs";
import { beforeAll } from "vitest";
import { parse } from "yaml";
import { aloneIn, channelContract } from "../support/channels/contract.ts";
import { telegram, terminal, zaloBot, zaloOa } from "../support/channels/stages.ts";
import { webChat } from "../support/channels/web-stage.ts";
import { prepare } from "../support/talk.ts";
import { transcriptFileSchema } from "../support/transcript.ts";

beforeAll(prepare, 120_000);

/** A few guides that ask, choose, show pictures and mourn; the shortest road of each that goes some way. */
const chosen = ["khai-sinh", "khai-tu", "tra-cuu-ho-so"].flatMap((flow) => {
  const file = new URL(`../transcripts/${flow}.yaml`, import.meta.url);
  const { transcripts } = transcriptFileSchema.parse(parse(readFileSync(file, "utf8")));
  return transcripts
    .map(({ name, lines, aloud }) => ({ name: `${flow}: ${name}`, lines: aloneIn(lines), aloud }))
    .filter(({ lines }) => lines.length >= 4)
    .filter(({ aloud }, at) => at === 0 || aloud !== undefined);
});

for (const channel of [webChat, telegram, zaloBot, zaloOa, terminal])
  channelContract(channel, chosen);

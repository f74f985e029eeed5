import { beforeAll } from "vitest";
import { channelContract } from "../support/channels/contract.ts";
import { transcriptsOf } from "../support/channels/golden.ts";
import { telegram, terminal, zaloBot, zaloOa } from "../support/channels/stages.ts";
import { webChat } from "../support/channels/web-stage.ts";
import { prepare } from "../support/talk.ts";

beforeAll(prepare, 120_000);

/** Guides that ask, choose, show pictures, mourn and are heard; in which a neighbour comes, and nobody does. */
const chosen = [
  ...transcriptsOf("khai-sinh").filter(({ name }) => /straight|neighbour|nobody|rest/.test(name)),
  ...transcriptsOf("khai-tu").slice(0, 1),
  ...transcriptsOf("tra-cuu-ho-so").filter(({ aloud }, at) => at === 0 || aloud !== undefined),
];

for (const channel of [webChat, telegram, zaloBot, zaloOa, terminal])
  channelContract(channel, chosen);

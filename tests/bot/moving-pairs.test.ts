/** Going on in another channel by the spoken code: between each two channels people have, in both directions. */
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import type { AccountId } from "../../src/flows/index.ts";
import {
  type ChannelUnderTest,
  emptyHouse,
  hurriedClock,
  type Stage,
} from "../support/channels/on-stage.ts";
import { telegram, zaloBot, zaloOa } from "../support/channels/stages.ts";
import { webChat } from "../support/channels/web-stage.ts";
import { soon } from "../support/patience.ts";
import { commune } from "../support/store/builders.ts";
import { prepare } from "../support/talk.ts";

beforeAll(prepare, 120_000);

const channels: readonly ChannelUnderTest[] = [webChat, telegram, zaloBot, zaloOa];
const pairs = channels.flatMap((from) =>
  channels
    .filter((to) => to !== from)
    .map((to) => ({ from, to, name: `${from.channel} to ${to.channel}` })),
);
const code = /\p{L}+ \p{L}+ \p{L}+ \d{4}/u;

let ending: Array<() => Promise<unknown>> = [];
afterEach(async () => {
  for (const end of ending.toReversed()) await end();
  ending = [];
});

const reads = async (stage: Stage, words: string | RegExp) => {
  await vi.waitFor(() => {
    const all = stage.sees().map(({ text }) => text);
    if (!all.some((text) => (typeof words === "string" ? text.includes(words) : words.test(text))))
      throw new Error(`not yet:\n${all.slice(-3).join("\n---\n")}`);
  }, soon);
  return stage.sees().findLast(({ text }) => new RegExp(words).test(text))?.text ?? "";
};

test.each(pairs)(
  "$name: the question they stood at is asked there, and here it says where it went",
  async ({ from, to }) => {
    const house = emptyHouse(hurriedClock());
    ending.push(() => house.conversations.stop());
    const open = async (channel: ChannelUnderTest): Promise<Stage> => {
      const account = `${channel.channel}:${channel === from ? "old" : "new"}` as AccountId;
      house.store.account({ id: account, commune, channel: channel.channel });
      const stage = await channel.open({ ...house, account });
      ending.push(() => stage.end());
      return stage;
    };
    const old = await open(from);
    const fresh = await open(to);
    house.conversations.start();

    old.types("con mới đẻ làm giấy khai sinh");
    await vi.waitFor(() => expect(old.sees().at(-1)?.choices.length).toBeGreaterThan(1), soon);
    const asked = old.sees().at(-1)?.choices ?? [];
    old.types("mã quay lại");
    const spoken = code.exec(await reads(old, code))?.[0] ?? "";
    fresh.types(`mã quay lại ${spoken.toLowerCase()}`);

    await reads(fresh, "đã sang đây");
    await reads(old, "đã chuyển sang");
    await vi.waitFor(() => expect(fresh.sees().at(-1)?.choices).toEqual(asked), soon);
    // The code is used up.
    old.types(`mã quay lại ${spoken}`);
    await reads(old, "chưa đúng");
  },
);

/**
 * What happens at the same moment: claims, endings, timers and words of the resident, over mixed channels,
 * through the real loop and store. One wins, every loser is told, the others hear once who has it, and nothing
 * that was handed in is lost.
 */
import { expect } from "vitest";
import type { Changed } from "../../../src/bot/conversations/turns.ts";
import type { Outgoing } from "../../../src/bot/store/store.ts";
import type { CaseId, ConversationId, Helper, PropagandistId } from "../../../src/flows/index.ts";
import { theLibrary } from "../talk.ts";
import { type Chance, chance } from "./chance.ts";
import {
  commune,
  type RunningVillage,
  runningVillage,
  telegram,
  web,
  zaloBot,
  zaloOa,
} from "./running-village.ts";

const minute = 60 * 1000;
/** One on each platform, two at desks, all of one village. */
const helpers = [
  { name: "hoa", chat: telegram },
  { name: "minh", chat: zaloBot },
  { name: "sen", chat: zaloOa },
  { name: "pao", chat: undefined },
  { name: "dung", chat: undefined },
].map(({ name, chat }) => ({
  id: name as PropagandistId,
  name: `${name} (mẫu)`,
  role: "trưởng thôn",
  chat,
}));
type Rival = (typeof helpers)[number];
const asHelper = ({ id, name, role }: Rival): Helper => ({ id, name, role });
const residents = [web, telegram, zaloBot, zaloOa];

async function aVillage() {
  const heard = new Map<string, string[]>();
  const results = new Map<string, boolean>();
  const village = runningVillage({
    library: theLibrary(),
    now: Date.parse("2026-11-24T01:00:00Z"),
    sent: ({ peer, reply }: Outgoing) => heard.set(peer, [...(heard.get(peer) ?? []), reply.text]),
    changed: (changed: readonly Changed[]) => {
      for (const { effects } of changed)
        for (const effect of effects)
          if (effect.do === "case") results.set(effect.row.id, effect.row.state === "closed");
    },
  });
  for (const who of helpers) {
    village.store.savePropagandist({
      ...{ id: who.id, commune, name: who.name, role: who.role, rank: "propagandist" },
      ...{ woman: false, office: false, villages: ["na-khau"], groups: [], knows: [] },
      ...{ speaks: ["vi"], hours: [], absences: [], duty: true, language: "vi", joinedAt: 0 },
    });
    if (who.chat === undefined) continue;
    const fresh = () => `chat-${who.id}` as ConversationId;
    const { id } = village.store.conversationOf(who.chat, who.id, fresh, village.now);
    const row = village.store.propagandist(who.id);
    if (row !== undefined) village.store.savePropagandist({ ...row, conversation: id });
    await village.does(who.chat, who.id, {
      kind: "joined",
      outcome: "joined",
      helper: asHelper(who),
    });
  }
  await village.settle();
  return { village, heard };
}

/** A resident on one of the channels asks; the case is open and the village has been called. */
async function open(village: RunningVillage, round: number) {
  const account = residents[round % residents.length] ?? web;
  const peer = `r${round}`;
  const words = (text: string) => village.does(account, peer, { kind: "words", text, masked: [] });
  await words("gặp người giúp");
  await words("Nà Khau");
  await words("ai cũng được");
  await village.settle();
  const row = village.store.findByPeer(account, peer);
  const id = row?.saved.case?.id;
  if (row === undefined || id === undefined) throw new Error(`round ${round}: no case was opened`);
  return { id, conversation: row.id, words, account, peer };
}

/** By a press where there are buttons, by the number of the choice where there are none, at the desk by its button. */
function claim(village: RunningVillage, who: Rival, id: CaseId, conversation: ConversationId) {
  if (who.chat === undefined)
    return village.notes(conversation, { kind: "case-claim", case: id, by: asHelper(who) });
  return who.chat === telegram
    ? village.does(who.chat, who.id, { kind: "press", turn: 0, choice: `claim:${id}` })
    : village.does(who.chat, who.id, { kind: "words", text: "1", masked: [] });
}

/** So many races; throws at the first that does not end as promised. */
export async function race(rounds: number): Promise<void> {
  const { village, heard } = await aVillage();
  const lot: Chance = chance(2);
  let refusedAtDesks = 0;
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const at of heard.keys()) heard.set(at, []);
      const { id, conversation, words, account, peer } = await open(village, round);
      const rivals = helpers
        .map((who) => ({ who, order: lot.next() }))
        .toSorted((a, b) => a.order - b.order)
        .slice(0, 2 + (round % 4))
        .map(({ who }) => who);

      // At the very moment a limit passes, too.
      if (lot.percent(30)) village.passTo(village.now + 3 * minute);
      const said = `tin ${round}`;
      const acts: Array<() => Promise<unknown>> = [
        ...rivals.map((who) => () => claim(village, who, id, conversation)),
        () => words(said),
        async () => void (await village.conversations.tick()),
      ];
      const mixed = acts
        .map((act) => ({ act, order: lot.next() }))
        .toSorted((a, b) => a.order - b.order);
      const answers = await Promise.all(mixed.map(({ act }) => act()));
      await village.settle();

      const state = village.store.findByPeer(account, peer)?.saved.case?.state;
      if (state?.is !== "claimed") throw new Error(`round ${round}: nobody won`);
      const winner = rivals.find(({ id: who }) => who === state.by.id);
      expect(winner).toBeDefined();

      // Losers at a desk have their answer, losers in a chat a line; who only was called hears once who has it.
      const desks = rivals.filter((r) => r.chat === undefined);
      const told = answers.filter(
        (a) => (a as { answer?: { ok: boolean; reason?: string } })?.answer?.reason === "taken",
      );
      expect(told).toHaveLength(desks.filter((r) => r !== winner).length);
      refusedAtDesks += told.length;
      for (const who of helpers.filter((r) => r.chat !== undefined)) {
        const lines = heard.get(who.id) ?? [];
        const taken = lines.filter((line) => line.startsWith("✅"));
        expect(taken).toHaveLength(who === winner ? 0 : 1);
        const refusals = lines.filter((line) => line.includes("đã nhận việc này trước rồi"));
        expect(refusals).toHaveLength(rivals.includes(who) && who !== winner ? 1 : 0);
      }

      // What the resident wrote stands in the thread, once.
      const lines = village.store.lines(conversation, 0, 500);
      const own = lines.filter(
        ({ what }) =>
          what.is === "inbound" && what.inbound.kind === "words" && what.inbound.text === said,
      );
      expect(own).toHaveLength(1);

      // Two endings and one more word at once: one ends it, the other hears that it is closed.
      const by = asHelper(winner ?? helpers[0]!);
      const ends = await Promise.all([
        village.notes(conversation, {
          kind: "case-hand-back",
          case: id,
          by,
          result: { outcome: "still-here" },
        }),
        words("cảm ơn"),
        village.notes(conversation, {
          kind: "case-hand-back",
          case: id,
          by,
          result: { outcome: "finished" },
        }),
      ]);
      await village.settle();
      const oks = [ends[0], ends[2]].map((taken) => taken?.answer);
      expect(oks.filter((a) => a?.ok === true)).toHaveLength(1);
      expect(oks.filter((a) => a?.reason === "closed")).toHaveLength(1);
      expect(village.store.case(id)?.state).toBe("closed");
      expect(village.store.unowned(village.now, 0)).toEqual([]);
      village.passTo(village.now + 20 * minute);
    }
    expect(village.store.parked()).toEqual([]);
    expect(village.refused).toEqual([]);
    expect(refusedAtDesks).toBeGreaterThan(rounds / 2);
  } finally {
    village.close();
  }
}

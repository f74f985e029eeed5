/**
 * What happens at the same moment: claims, endings, timers and words of the resident, over mixed channels,
 * through the real loop and store. One wins, every loser is told, the others hear once who has it, and nothing
 * that was handed in is lost.
 */
import { expect } from "vitest";
import type { Changed } from "../../../src/bot/conversations/turns.ts";
import type { Outgoing } from "../../../src/bot/store/replies.ts";
import type { ActAnswer } from "../../../src/bot/store/turns.ts";
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

/** What the desk is answered when it acts on a case. */
type Answered = { readonly answer?: Partial<ActAnswer> | undefined } | undefined;
type Case = Awaited<ReturnType<typeof open>>;

const refusal = /đã nhận việc này trước rồi|Việc này đã đóng rồi/;

/** Presses that nobody is needed any more, or to go on alone, as it stands in the newest question. */
function takesBack(village: RunningVillage, { account, peer }: Case) {
  const turn = village.store.findByPeer(account, peer)?.saved.shown.at(-1)?.turn ?? 0;
  return village.does(account, peer, { kind: "press", turn, choice: "take-back" });
}

/** All at once, in whatever order the lot says; what each was answered, in the order given. */
async function atOnce<Did>(lot: Chance, acts: ReadonlyArray<() => Promise<Did>>): Promise<Did[]> {
  const order = acts.map((_, at) => ({ at, by: lot.next() })).toSorted((a, b) => a.by - b.by);
  const began = new Map(order.map(({ at }) => [at, acts[at]?.()]));
  return await Promise.all(acts.map((_, at) => began.get(at) as Promise<Did>));
}

/** So many races; throws at the first that does not end as promised. */
export async function race(rounds: number): Promise<void> {
  const { village, heard } = await aVillage();
  const lot: Chance = chance(2);
  const seen = { refusedAtDesks: 0, withdrawn: 0, takenBack: 0, finished: 0 };

  /** Two to five want the case while a limit passes and the resident writes, and sometimes wants nobody any more. */
  async function claims(of: Case, round: number): Promise<Rival | undefined> {
    const rivals = helpers
      .map((who) => ({ who, order: lot.next() }))
      .toSorted((a, b) => a.order - b.order)
      .slice(0, 2 + (round % 4))
      .map(({ who }) => who);
    if (lot.percent(30)) village.passTo(village.now + 3 * minute);
    const withdraws = lot.percent(20);
    // Asking once more shows the button for it.
    if (withdraws) await of.words("gặp người giúp");
    const said = `tin ${round}`;
    const answers: Answered[] = await atOnce<Answered>(lot, [
      ...rivals.map((who) => () => claim(village, who, of.id, of.conversation)),
      () => of.words(said),
      async () => void (await village.conversations.tick()),
      ...(withdraws ? [() => takesBack(village, of)] : []),
    ]);
    await village.settle();

    const state = village.store.findByPeer(of.account, of.peer)?.saved.case?.state;
    const holder = state?.is === "claimed" ? state.by.id : undefined;
    if (!withdraws && holder === undefined) throw new Error(`round ${round}: nobody won`);
    if (withdraws) {
      expect(village.store.case(of.id)?.state).toBe("closed");
      seen.withdrawn += 1;
    }
    // Whoever won before the resident went on alone was told so at their desk, or has the card in their chat.
    const won = rivals.filter((who, at) =>
      who.chat === undefined
        ? answers[at]?.answer?.ok === true
        : (heard.get(who.id) ?? []).some((line) => line.startsWith("Anh/chị đã nhận giúp")),
    );
    expect(won.length).toBeLessThanOrEqual(1);
    if (!withdraws) expect(won.map(({ id }) => id)).toEqual([holder]);

    // Losers at a desk have their answer, losers in a chat a line; who only was called hears once who has it.
    for (const [at, who] of rivals.entries()) {
      if (won.includes(who)) continue;
      if (who.chat === undefined) {
        expect(answers[at]?.answer).toMatchObject({
          ok: false,
          reason: withdraws ? expect.stringMatching(/taken|closed/) : "taken",
        });
        seen.refusedAtDesks += 1;
      } else expect(linesOf(who).filter((line) => refusal.test(line))).toHaveLength(1);
    }
    for (const who of helpers.filter((r) => r.chat !== undefined)) {
      const taken = linesOf(who).filter((line) => line.startsWith("✅")).length;
      if (won.includes(who)) expect(taken).toBe(0);
      else if (!withdraws) expect(taken).toBe(1);
      else expect(taken).toBe(won.length);
      if (!rivals.includes(who))
        expect(linesOf(who).filter((line) => refusal.test(line))).toEqual([]);
    }

    // What the resident wrote stands in the thread, once.
    const own = village.store
      .lines(of.conversation, 0, 500)
      .filter(
        ({ what }) =>
          what.is === "inbound" && what.inbound.kind === "words" && what.inbound.text === said,
      );
    expect(own).toHaveLength(1);
    return won.find(({ id }) => id === holder);
  }

  /** Two endings and one more word at once, and every other time the resident goes on alone: one of them ends it. */
  async function endings(of: Case, winner: Rival, round: number): Promise<void> {
    const ends = (outcome: "still-here" | "finished") => () =>
      village.notes(of.conversation, {
        kind: "case-hand-back",
        case: of.id,
        by: asHelper(winner),
        result: { outcome },
      });
    const [first, second] = await atOnce<Answered>(lot, [
      ends("still-here"),
      ends("finished"),
      () => of.words("cảm ơn"),
      ...(round % 2 === 0 ? [() => takesBack(village, of)] : []),
    ]);
    await village.settle();

    const row = village.store.case(of.id);
    expect(row?.state).toBe("closed");
    const agreed = [first, second].filter((one) => one?.answer?.ok === true);
    const refused = [first, second].filter((one) => one?.answer?.reason === "closed");
    expect(agreed.length + refused.length).toBe(2);
    const outcome =
      first?.answer?.ok === true
        ? "still-here"
        : second?.answer?.ok === true
          ? "finished"
          : "taken-back";
    expect(agreed).toHaveLength(outcome === "taken-back" ? 0 : 1);
    expect(row?.outcome).toBe(outcome);
    seen[outcome === "taken-back" ? "takenBack" : "finished"] += 1;
  }

  const linesOf = (who: Rival): readonly string[] => heard.get(who.id) ?? [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const at of heard.keys()) heard.set(at, []);
      const of = await open(village, round);
      const winner = await claims(of, round);
      if (winner !== undefined) await endings(of, winner, round);
      expect(village.store.unowned(village.now, 0)).toEqual([]);
      village.passTo(village.now + 20 * minute);
    }
    expect(village.store.parked()).toEqual([]);
    expect(village.refused).toEqual([]);
    // Each kind of race was really run.
    expect(seen.refusedAtDesks).toBeGreaterThan(rounds / 2);
    expect(seen.withdrawn).toBeGreaterThan(rounds / 10);
    expect(seen.takenBack).toBeGreaterThan(rounds / 20);
    expect(seen.finished).toBeGreaterThan(rounds / 4);
  } finally {
    village.close();
  }
}

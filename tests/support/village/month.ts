/**
 * A month of village days: residents ask for help at all hours, propagandists take up some calls and miss
 * others, are away, switch off, fall silent, hand on; and the program is killed again and again. At every
 * moment every open case must have somebody, or something that is going to happen.
 */
import type { Changed } from "../../../src/bot/conversations/turns.ts";
import type { Unowned } from "../../../src/bot/store/cases.ts";
import {
  type CaseId,
  type ConversationId,
  type HandBack,
  type Helper,
  instantOf,
  type PropagandistId,
  type Rung,
} from "../../../src/flows/index.ts";
import { theLibrary } from "../talk.ts";
import { type Chance, chance } from "./chance.ts";
import { type Manner, neighbours, settlePeople, villages } from "./people.ts";
import { runningVillage, telegram, web } from "./running-village.ts";

const minute = 60 * 1000;
const day = 24 * 60 * minute;

export interface MonthOptions {
  readonly residents: number;
  readonly propagandists: number;
  readonly days: number;
  /** How often somebody asks, over the whole time. */
  readonly asks: number;
  readonly kills: number;
  readonly seed: number;
}

/** One case, from asking to somebody coming. */
interface Waited {
  readonly openedAt: number;
  claimedAt?: number;
  /** The rung whose people were being called when somebody came. */
  rung?: Rung;
  by?: PropagandistId;
}

export interface MonthReport {
  readonly options: MonthOptions;
  readonly turns: number;
  readonly opened: number;
  readonly claimed: number;
  readonly kills: number;
  /** What the standing query ever showed. There must be nothing. */
  readonly unowned: readonly Unowned[];
  /** How often it was asked. */
  readonly looks: number;
  readonly parked: number;
  /** What was handed in and refused although nobody killed anything. */
  readonly refused: readonly string[];
  /** People called at one moment on one rung, at most. */
  readonly mostAtOnce: number;
  readonly rungs: ReadonlyArray<{
    readonly rung: Rung;
    readonly cases: number;
    readonly medianMinutes: number;
    readonly ninthTenthMinutes: number;
  }>;
  readonly load: ReadonlyArray<{
    readonly who: PropagandistId;
    readonly calls: number;
    readonly cases: number;
  }>;
}

export async function month(options: MonthOptions): Promise<MonthReport> {
  const lot = chance(options.seed);
  const start = Date.parse("2026-11-22T23:00:00Z");
  const shipped = theLibrary();
  const library = { ...shipped, desk: { ...shipped.desk, neighbours } };
  const agenda = new Agenda();
  const waited = new Map<CaseId, Waited>();
  const unowned: Unowned[] = [];
  let looks = 0;
  let turns = 0;
  let mostAtOnce = 0;

  const village = runningVillage({
    library,
    now: start,
    changed: (changed) => {
      turns += changed.length;
      // After every single commit: what is due this very moment is about to happen.
      lookAt(1);
      for (const each of changed) follow(each);
    },
  });
  const manners = new Map(
    settlePeople(village.store, options.propagandists, lot, start).map((m) => [m.id, m]),
  );
  for (const { id } of [...manners.values()].filter((m) => m.inChat)) await join(id);

  function lookAt(grace: number): void {
    looks += 1;
    unowned.push(...village.store.unowned(village.now, grace));
  }

  /** The chat a propagandist works in. */
  async function join(id: PropagandistId): Promise<void> {
    const row = village.store.propagandist(id);
    if (row === undefined) throw new Error(`no ${id}`);
    const { id: conversation } = village.store.conversationOf(
      telegram,
      id,
      () => `chat-${id}` as ConversationId,
      village.now,
    );
    village.store.savePropagandist({ ...row, conversation });
    const helper = { id, name: row.name, role: row.role };
    await village.does(telegram, id, { kind: "joined", outcome: "joined", helper });
  }

  const helperOf = (id: PropagandistId): Helper => {
    const row = village.store.propagandist(id);
    return { id, name: row?.name ?? "", role: row?.role ?? "" };
  };

  function follow({ effects, conversation }: Changed): void {
    for (const effect of effects) {
      if (effect.do === "call") {
        mostAtOnce = Math.max(mostAtOnce, effect.who.length);
        for (const who of effect.who) answerCall(who, effect.case, conversation);
      }
      if (effect.do === "case") {
        const { row } = effect;
        const known = waited.get(row.id) ?? { openedAt: row.openedAt };
        waited.set(row.id, known);
        if (row.state === "claimed" && known.claimedAt === undefined) {
          known.claimedAt = village.now;
          known.rung = village.store.case(row.id)?.rung ?? "later";
          known.by = row.claimedBy as PropagandistId;
        }
        if (row.state === "claimed" && row.claimedBy !== undefined)
          help(row.claimedBy, row.id, conversation);
      }
    }
  }

  /** Somebody's telephone rings. */
  function answerCall(who: PropagandistId, id: CaseId, conversation: ConversationId): void {
    const manner = manners.get(who);
    if (manner === undefined || !lot.percent(manner.willing)) return;
    agenda.add(village.now + lot.between(0.2, 9) * minute, () => claim(manner, id, conversation));
  }

  const claim = ({ id: who, inChat }: Manner, id: CaseId, conversation: ConversationId) =>
    inChat
      ? village.does(telegram, who, { kind: "press", turn: 0, choice: `claim:${id}` })
      : village.notes(conversation, { kind: "case-claim", case: id, by: helperOf(who) });

  const helping = new Set<string>();

  /** What somebody does with a case they have just got: most write and finish, some fall silent or hand it on. */
  function help(who: PropagandistId, id: CaseId, conversation: ConversationId): void {
    const key = `${id}/${who}`;
    if (helping.has(key)) return;
    helping.add(key);
    const by = helperOf(who);
    const over = () => helping.delete(key);
    if (lot.percent(8)) {
      agenda.add(village.now + 20 * minute, async () => void over());
      return;
    }
    agenda.add(village.now + lot.between(0.5, 6) * minute, () =>
      village.notes(conversation, {
        kind: "case-say",
        case: id,
        by,
        text: "Cháu đây ạ, mình đang thấy gì trên màn hình?",
        masked: [],
      }),
    );
    agenda.add(village.now + lot.between(8, 30) * minute, () => {
      over();
      if (lot.percent(10))
        return village.notes(conversation, { kind: "case-release", case: id, by });
      return village.notes(conversation, {
        kind: "case-hand-back",
        case: id,
        by,
        result: outcome(lot),
      });
    });
  }

  const outcome = (by: Chance): HandBack =>
    by.percent(15)
      ? {
          outcome: "meet",
          at: Math.round(village.now + by.between(20, 60) * 60 * minute),
          place: "nhà văn hoá",
        }
      : { outcome: by.oneOf(["still-here", "finished", "needs-paper", "unreached"]) };

  /** A resident opens the page, begins a guide and asks for somebody. */
  async function ask(peer: string): Promise<void> {
    const own = () => village.store.findByPeer(web, peer);
    if (own()?.saved.case !== undefined) return;
    const saying = (text: string) => village.does(web, peer, { kind: "words", text, masked: [] });
    await village.does(web, peer, {
      kind: "arrived",
      payload: lot.oneOf(["khai-sinh", "cai-vneid"]),
    });
    await saying("gặp người giúp");
    for (let asked = 0; asked < 8 && own()?.saved.case === undefined; asked += 1) {
      const row = own();
      const what = row?.saved.asking?.what;
      if (what === "village") await saying(villages[Number(peer.slice(1)) % villages.length] ?? "");
      else {
        const shown = row?.saved.shown.at(-1);
        const wish = lot.percent(80) ? "w:anyone" : lot.oneOf(["w:woman", "w:other-village"]);
        const known = shown?.choices.map(({ id }) => id) ?? [];
        const choice = [wish, "w:anyone", "w:yes", "w:ba", "human"].find((id) =>
          known.includes(id),
        );
        if (shown === undefined || choice === undefined) await saying("gặp người giúp");
        else await village.does(web, peer, { kind: "press", turn: shown.turn, choice });
      }
    }
  }

  /** Mostly by day, in the morning and the evening more than at noon; one in ten at night. */
  function anHour(): string {
    const hours = lot.percent(10) ? lot.oneOf([1, 4, 21, 22, 23]) : Math.floor(lot.between(7, 20));
    return `${String(hours).padStart(2, "0")}:${String(Math.floor(lot.between(0, 60))).padStart(2, "0")}`;
  }
  const someTime = () => {
    const on = new Date(start + 7 * 60 * minute + Math.floor(lot.between(0, options.days)) * day);
    return Math.max(start, instantOf(on.toISOString().slice(0, 10), anHour()));
  };
  for (let at = 0; at < options.asks; at += 1)
    agenda.add(someTime(), () => ask(`r${Math.floor(lot.between(0, options.residents))}`));
  for (let at = 0; at < options.asks / 6; at += 1) {
    const manner = lot.oneOf([...manners.values()]);
    const off = someTime();
    for (const [when, duty] of [
      [off, false],
      [off + lot.between(1, 30) * 60 * minute, true],
    ] as const)
      agenda.add(when, async () => {
        const row = village.store.propagandist(manner.id);
        if (row !== undefined) village.store.savePropagandist({ ...row, duty });
      });
  }
  for (let at = 0; at < options.kills; at += 1) {
    const when = someTime();
    // In the middle of whatever is going on at that moment.
    agenda.add(when, async () => {
      const under = ask(`r${Math.floor(lot.between(0, options.residents))}`);
      for (let turn = lot.between(0, 12); turn > 0; turn -= 1)
        await new Promise((resolve) => setImmediate(resolve));
      await village.kill();
      await village.settle();
      lookAt(0);
      await under;
    });
  }

  const end = start + options.days * day;
  try {
    for (;;) {
      const next = Math.min(agenda.next ?? end, village.store.nextTimerAt() ?? end, end);
      village.passTo(next);
      await village.settle();
      lookAt(0);
      if (next >= end) break;
      for (const act of agenda.due(village.now)) await act();
      await village.settle();
      lookAt(0);
    }
    return {
      options,
      turns,
      looks,
      unowned,
      mostAtOnce,
      kills: village.kills,
      parked: village.store.parked().length,
      refused: village.refused,
      opened: waited.size,
      claimed: [...waited.values()].filter((w) => w.claimedAt !== undefined).length,
      rungs: perRung([...waited.values()]),
      load: [...manners.keys()].map((who) => ({
        who,
        calls: village.store.load("tan-an", start).get(who)?.calls ?? 0,
        cases: [...waited.values()].filter((w) => w.by === who).length,
      })),
    };
  } finally {
    village.close();
  }
}

function perRung(waited: readonly Waited[]): MonthReport["rungs"] {
  const order: readonly Rung[] = [
    "helped-before",
    "village-knows",
    "village",
    "neighbours",
    "group",
    "everyone",
    "office",
    "later",
  ];
  return order.flatMap((rung) => {
    const minutes = waited
      .filter((w) => w.rung === rung)
      .map((w) => ((w.claimedAt ?? 0) - w.openedAt) / minute)
      .toSorted((a, b) => a - b);
    if (minutes.length === 0) return [];
    const at = (part: number) =>
      Math.round((minutes[Math.floor(minutes.length * part)] ?? 0) * 10) / 10;
    return [{ rung, cases: minutes.length, medianMinutes: at(0.5), ninthTenthMinutes: at(0.9) }];
  });
}

type Act = () => Promise<unknown>;

/** What is going to be done, by its time. */
class Agenda {
  #all: Array<{ readonly at: number; readonly act: Act }> = [];

  /** Instants are whole milliseconds. */
  add(time: number, act: Act): void {
    const at = Math.round(time);
    const place = this.#all.findLastIndex((other) => other.at <= at) + 1;
    this.#all.splice(place, 0, { at, act });
  }

  get next(): number | undefined {
    return this.#all[0]?.at;
  }

  due(now: number): readonly Act[] {
    const until = this.#all.findIndex(({ at }) => at > now);
    return this.#all.splice(0, until < 0 ? this.#all.length : until).map(({ act }) => act);
  }
}

/** For people to read. */
export function inWords(report: MonthReport): string {
  const { options, rungs, load } = report;
  const pad = (text: string | number, width: number) => String(text).padEnd(width);
  const calls = load.map((l) => l.calls).toSorted((a, b) => a - b);
  const cases = load.map((l) => l.cases).toSorted((a, b) => a - b);
  const middle = (all: readonly number[]) => all[Math.floor(all.length / 2)] ?? 0;
  return [
    `${options.residents} residents, ${options.propagandists} propagandists, ${options.days} days, ${report.kills} kills: ` +
      `${report.turns} turns, ${report.opened} cases, ${report.claimed} of them taken up`,
    `standing query: ${report.unowned.length} rows in ${report.looks} looks; at most ${report.mostAtOnce} called at once`,
    `${pad("taken up on", 16)}${pad("cases", 8)}${pad("median min", 12)}90 % within min`,
    ...rungs.map(
      (r) =>
        `${pad(r.rung, 16)}${pad(r.cases, 8)}${pad(r.medianMinutes, 12)}${r.ninthTenthMinutes}`,
    ),
    `calls a person: ${calls[0]} to ${calls.at(-1)}, median ${middle(calls)}; ` +
      `cases a person: ${cases[0]} to ${cases.at(-1)}, median ${middle(cases)}`,
    `per person (calls/cases): ${load.map((l) => `${l.who} ${l.calls}/${l.cases}`).join(", ")}`,
  ].join("\n");
}

/**
 * Turns on their way in. `commit` is one synchronous block and one transaction on the only writer; each turn
 * has its own savepoint in it, so that one refused turn leaves the others standing.
 */
import type { Database } from "better-sqlite3";
import {
  type AccountId,
  type ConversationId,
  type Inbound,
  type Instant,
  inboundSchema,
} from "../../../flows/index.ts";
import type { ChannelKind } from "../conversations.ts";
import { open, seal } from "../sealed.ts";
import { NotInStore } from "../store-errors.ts";
import type {
  ActAnswer,
  Arriving,
  DueTimer,
  FinishedTurn,
  Outcome,
  Pending,
  TurnStore,
} from "../turns.ts";
import { effectsOn, type Standing } from "./effects.ts";
import type { Eraser } from "./erasure.ts";

type State = "pending" | "taken" | "parked" | "erased";

/** Whether a kind is a line of the thread: what a person or a helper wrote or sent. */
const isLine: Readonly<Record<Inbound["kind"], boolean>> = {
  arrived: true,
  words: true,
  press: true,
  photo: true,
  voice: true,
  file: true,
  unreadable: true,
  command: true,
  edited: true,
  location: true,
  recall: true,
  undelivered: false,
  "known-phone": false,
  "reached-again": false,
  "case-say": true,
  "case-send": true,
  "case-tool": false,
  beside: false,
  moved: false,
  timer: false,
  "case-claim": false,
  "case-assign": false,
  "case-release": false,
  "case-hand-back": false,
  "case-remarked": false,
  "case-unheard": false,
  called: false,
  yours: false,
  gone: false,
  "resident-said": false,
  "resident-sent": false,
  refused: false,
  remarked: false,
  meeting: false,
  joined: false,
  "return-code": true,
  "move-asked": false,
  "moved-here": false,
  "not-moved": false,
  "staff-said": true,
  "house-alarm": false,
  letter: false,
};

export function turns(db: Database, eraser: Eraser, now: () => Instant): TurnStore {
  const effects = effectsOn(db);

  const begin = db.prepare("begin immediate");
  const end = db.prepare("commit");
  const giveUp = db.prepare("rollback");
  const mark = db.prepare("savepoint turn");
  const keep = db.prepare("release turn");
  const undo = db.prepare("rollback to turn");

  const standing = db.prepare<
    [string],
    { commune: string; account: AccountId; channel: ChannelKind; revision: number; seq: number }
  >(
    "select c.commune, c.account, a.channel, c.revision, c.seq " +
      "from conversations c join accounts a on a.id = c.account where c.id = ?",
  );
  const known = db.prepare<[string, string], { state: State; answer: string | null }>(
    "select state, answer from inbox where account = ? and key = ?",
  );
  // A waiting note keeps its place and its words; anything else is new. A second taking changes nothing.
  const take = db.prepare<
    [
      string,
      string,
      string,
      string,
      string,
      string | null,
      string | null,
      number,
      number,
      number | null,
    ]
  >(
    "insert into inbox (commune, account, key, conversation, state, kind, payload, answer, at, turn, seq) " +
      "values (?, ?, ?, ?, 'taken', ?, ?, ?, ?, ?, ?) " +
      "on conflict (account, key) do update set state = 'taken', payload = excluded.payload, " +
      "answer = excluded.answer, turn = excluded.turn, seq = excluded.seq where inbox.state = 'pending'",
  );
  const advance = db.prepare<[number, string, number, number, string, number]>(
    "update conversations set revision = ?, saved = ?, seq = ?, turned_at = ? where id = ? and revision = ?",
  );
  const fired = db.prepare<[string, string, number]>(
    "delete from timers where conversation = ? and name = ? and at <= ?",
  );

  const setAside = db.prepare<
    [string, string, string, string, string, string, string, number, number]
  >(
    "insert into inbox (commune, account, key, conversation, state, kind, payload, why, at, parked_at) " +
      "values (?, ?, ?, ?, 'parked', ?, ?, ?, ?, ?) " +
      "on conflict (account, key) do update set state = 'parked', why = excluded.why, " +
      "parked_at = excluded.parked_at where inbox.state = 'pending'",
  );
  const putAside = db.prepare<[string, number, number]>(
    "update inbox set state = 'parked', why = ?, parked_at = ? where position = ? and state = 'pending'",
  );
  const allParked = db.prepare<
    [],
    { account: AccountId; key: string; conversation: ConversationId; why: string; at: Instant }
  >(
    "select account, key, conversation, why, parked_at as at from inbox where state = 'parked' order by position",
  );
  const waiting = db.prepare<
    [number],
    {
      account: AccountId;
      key: string;
      conversation: ConversationId;
      payload: string;
      at: Instant;
      position: number;
    }
  >(
    "select account, key, conversation, payload, at, position from inbox where state = 'pending' order by position limit ?",
  );
  const due = db.prepare<
    [number, number],
    { conversation: ConversationId; name: string; at: Instant; about: string | null }
  >(
    "select conversation, name, at, about from timers where at <= ? order by at, conversation, name limit ?",
  );
  const timerOf = db.prepare<[string, string], { at: Instant }>(
    "select at from timers where conversation = ? and name = ?",
  );
  const nextTimer = db.prepare<[], { at: Instant | null }>("select min(at) as at from timers");

  /** Inside the turn's savepoint; a thrown error undoes this turn alone. */
  function write(turn: FinishedTurn, now: Instant): Outcome {
    const { arriving, revision } = turn;
    const { account, key, conversation, inbound } = arriving;

    const before = known.get(account, key);
    if (before !== undefined && before.state !== "pending") {
      return { kind: "seen-before", ...answerOf(before.answer) };
    }
    const at = standing.get(conversation);
    if (at === undefined) throw new NotInStore("conversation", conversation);
    if (at.revision !== revision - 1) return { kind: "someone-went-first" };

    effects.handOn(turn);
    const erased = erases(turn) ? eraser.eraseWithin(conversation, now) : undefined;
    const answer = actAnswerOf(turn);

    // seq: the last sequence in this conversation's thread; its lines stand in the order of their turns.
    let seq = at.seq;
    const line = isLine[inbound.kind] && erased === undefined ? ++seq : null;
    take.run(
      at.commune,
      account,
      key,
      conversation,
      inbound.kind,
      // The request to erase is itself kept only as its kind.
      erased === undefined ? seal(JSON.stringify(inbound)) : null,
      answer === undefined ? null : seal(JSON.stringify(answer)),
      arriving.at,
      revision,
      line,
    );
    if (inbound.kind === "timer") fired.run(conversation, inbound.name, arriving.at);

    const done = effects.apply(turn, { ...at, seq, erased } satisfies Standing, now);
    const { changes } = advance.run(
      revision,
      seal(JSON.stringify(turn.saved)),
      done.seq,
      now,
      conversation,
      revision - 1,
    );
    if (changes === 0) return { kind: "someone-went-first" };
    return {
      kind: "committed",
      seq: done.seq,
      replies: done.replies,
      notes: done.notes,
      ...(answer === undefined ? {} : { answer }),
    };
  }

  function alone(turn: FinishedTurn, now: Instant): Outcome {
    mark.run();
    let outcome: Outcome;
    try {
      outcome = write(turn, now);
    } catch (error) {
      // A full disk or a broken file has already undone everything: that is every turn's refusal.
      if (!db.inTransaction) throw error;
      outcome = { kind: "refused", error: asError(error) };
    }
    if (outcome.kind !== "committed") undo.run();
    keep.run();
    const { arriving } = turn;
    if (outcome.kind === "seen-before" && arriving.inbound.kind === "timer") {
      // Set again for the very moment it was met at; standing, it would be due for ever.
      fired.run(arriving.conversation, arriving.inbound.name, arriving.at);
    }
    return outcome;
  }

  return {
    commit: (all, now) => {
      if (all.length === 0) return [];
      let outcomes: Outcome[];
      try {
        begin.run();
        outcomes = all.map((turn) => alone(turn, now));
        end.run();
      } catch (error) {
        if (db.inTransaction) giveUp.run();
        return all.map(() => ({ kind: "refused", error: asError(error) }));
      }
      if (all.some((turn, i) => outcomes[i]?.kind === "committed" && forgets(turn))) {
        eraser.forgetTheLog();
      }
      return outcomes;
    },
    seen: (account, key) => {
      const row = known.get(account, key);
      return row && answerOf(row.answer);
    },
    park: db.transaction((arriving: Arriving, why: string, now: Instant) => {
      const { account, key, conversation, inbound, at } = arriving;
      const commune = standing.get(conversation)?.commune;
      if (commune === undefined) throw new NotInStore("conversation", conversation);
      const payload = seal(JSON.stringify(inbound));
      setAside.run(commune, account, key, conversation, inbound.kind, payload, seal(why), at, now);
      // Otherwise it would be due again at once.
      if (inbound.kind === "timer") fired.run(conversation, inbound.name, at);
    }).immediate,
    parked: () => allParked.all().map((row) => ({ ...row, why: open(row.why) })),
    pending: (limit) =>
      waiting.all(limit).flatMap(({ payload, ...row }): Pending[] => {
        const inbound = inboundSchema.safeParse(JSON.parse(open(payload)));
        if (inbound.success) return [{ ...row, inbound: inbound.data }];
        // Written by another version of this program; one such note must not hold up all the others.
        putAside.run(seal("this version cannot read it"), now(), row.position);
        return [];
      }),
    dueTimers: (now, limit) =>
      due
        .all(now, limit)
        .map(({ about, ...row }): DueTimer => ({ ...row, ...(about === null ? {} : { about }) })),
    timerAt: (conversation, name) => timerOf.get(conversation, name)?.at,
    nextTimerAt: () => nextTimer.get()?.at ?? undefined,
  };
}

/** It erased, or let go of what a helper's conversation still knew of somebody who has erased everything. */
function forgets(turn: FinishedTurn): boolean {
  const { inbound } = turn.arriving;
  return erases(turn) || (inbound.kind === "gone" && inbound.why === "withdrawn");
}

function erases(turn: FinishedTurn): boolean {
  return turn.effects.some((effect) => effect.do === "erase");
}

function answerOf(sealed: string | null): { answer?: ActAnswer } {
  return sealed === null ? {} : { answer: JSON.parse(open(sealed)) as ActAnswer };
}

function actAnswerOf(turn: FinishedTurn): ActAnswer | undefined {
  const effect = turn.effects.findLast((each) => each.do === "answer-act");
  if (effect === undefined) return undefined;
  const { do: _, ...answer } = effect;
  return answer;
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

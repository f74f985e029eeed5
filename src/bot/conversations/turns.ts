/**
 * The loop that makes turns. Inbounds of one conversation wait in its lane and are met in their order; the
 * heads of many lanes are decided and committed together. Nothing between reading a conversation and its
 * commit awaits, so no two turns of one conversation ever overlap.
 */

import type {
  AccountId,
  ConversationId,
  Effect,
  Inbound,
  Instant,
  RosterEntry,
} from "../../flows/index.ts";
import type { Log } from "../log.ts";
import type { ConversationRow } from "../store/conversations.ts";
import type { Arriving, FinishedTurn, Outcome } from "../store/turns.ts";
import { type DecidingOptions, deciding } from "./deciding.ts";
import type { Taken } from "./ports.ts";
import { rosterOf } from "./roster.ts";

/** Turns that share one commit: full synchronisation then costs about what none does. */
const sharedCommit = 64;

/** Notes and timers arrive from inside. */
export const inside = "inside" as AccountId;

export interface Changed {
  readonly conversation: ConversationId;
  readonly commune: string;
  readonly replies: number;
  readonly effects: readonly Effect[];
  readonly inbound: Inbound["kind"];
}

export interface TurnsOptions extends DecidingOptions {
  now(): Instant;
  readonly log: Log;
  /** Called after a commit, for whoever shows or sends what it left. */
  onCommitted(changed: readonly Changed[]): void;
}

interface Waiting {
  readonly arriving: Arriving;
  readonly resolve: (taken: Taken) => void;
  readonly reject: (error: Error) => void;
  failures: number;
}

export interface Turns {
  submit(arriving: Arriving): Promise<Taken>;
  /** Takes up notes that wait in the database and timers whose time has come. */
  lookInside(): void;
  /** Resolves when every lane is empty. */
  idle(): Promise<void>;
  /** No further turns; what is under way has been committed or will be sent again by its platform. */
  close(): void;
}

export function turns(options: TurnsOptions): Turns {
  const { store, log } = options;
  const decideTurn = deciding(options);
  const lanes = new Map<ConversationId, Waiting[]>();
  const insideNow = new Set<string>();
  let scheduled = false;
  let closed = false;
  let idleWaiters: Array<() => void> = [];

  const schedule = (): void => {
    if (scheduled || closed) return;
    scheduled = true;
    setImmediate(pump);
  };

  const submit = (arriving: Arriving): Promise<Taken> =>
    new Promise((resolve, reject) => {
      if (closed) {
        reject(new Error("no further turns are taken"));
        return;
      }
      const lane = lanes.get(arriving.conversation) ?? [];
      lane.push({ arriving, resolve, reject, failures: 0 });
      lanes.set(arriving.conversation, lane);
      schedule();
    });

  function pump(): void {
    scheduled = false;
    if (closed) return;
    const heads: Waiting[] = [];
    for (const lane of lanes.values()) {
      const head = lane[0];
      if (head !== undefined) heads.push(head);
      if (heads.length === sharedCommit) break;
    }
    if (heads.length > 0) {
      try {
        takeTogether(heads);
      } catch (error) {
        // The database itself refused: nothing was kept, so nobody may be told otherwise.
        log.error({ err: error }, "commit failed");
        for (const head of heads)
          finish(head, () =>
            head.reject(error instanceof Error ? error : new Error("commit failed")),
          );
      }
    }
    if (lanes.size > 0) schedule();
    else {
      const waiters = idleWaiters;
      idleWaiters = [];
      for (const wake of waiters) wake();
    }
  }

  function takeTogether(heads: readonly Waiting[]): void {
    const now = options.now();
    const rosters = new Map<string, readonly RosterEntry[]>();
    const decided: Array<{
      readonly head: Waiting;
      readonly turn: FinishedTurn;
      readonly row: ConversationRow;
    }> = [];
    for (const head of heads) {
      const { arriving } = head;
      const before = store.seen(arriving.account, arriving.key);
      if (before !== undefined && arriving.account !== inside) {
        finish(head, () =>
          head.resolve({
            fresh: false,
            conversation: arriving.conversation,
            removeInbound: holdsSecret(arriving.inbound),
            ...(before.answer === undefined ? {} : { answer: before.answer }),
          }),
        );
        continue;
      }
      if (
        arriving.inbound.kind === "timer" &&
        store.timerAt(arriving.conversation, arriving.inbound.name) === undefined
      ) {
        // Its scope ended while it waited in the lane.
        finish(head, () =>
          head.resolve({ fresh: false, conversation: arriving.conversation, removeInbound: false }),
        );
        continue;
      }
      const row = store.conversation(arriving.conversation);
      if (row === undefined) {
        finish(head, () =>
          head.reject(new Error(`there is no conversation ${arriving.conversation}`)),
        );
        continue;
      }
      // Most turns have nothing to do with who could be called, so nobody asks before one does.
      const roster = (): readonly RosterEntry[] => {
        const known = rosters.get(row.commune) ?? rosterOf(store, row.commune, now);
        rosters.set(row.commune, known);
        return known;
      };
      try {
        decided.push({ head, row, turn: decideTurn(row, arriving, roster, now) });
      } catch (error) {
        stumble(head, row, error, now);
      }
    }
    if (decided.length === 0) return;
    const outcomes = store.commit(
      decided.map(({ turn }) => turn),
      now,
    );
    const changed: Changed[] = [];
    decided.forEach(({ head, turn, row }, index) => {
      const outcome = outcomes[index];
      if (outcome !== undefined) settle(head, turn, row, outcome, now, changed);
    });
    if (changed.length > 0) options.onCommitted(changed);
    if (changed.some((c) => c.effects.some((e) => e.do === "note"))) lookInside();
  }

  function settle(
    head: Waiting,
    turn: FinishedTurn,
    row: ConversationRow,
    outcome: Outcome,
    now: Instant,
    changed: Changed[],
  ): void {
    switch (outcome.kind) {
      case "committed": {
        const step = turn.saved.journeys.at(-1)?.step;
        log.info(
          {
            conversation: row.id,
            channel: row.channel,
            kind: turn.arriving.inbound.kind,
            state: turn.saved.state,
            ...(step === undefined ? {} : { step }),
            replies: outcome.replies,
            revision: turn.revision,
          },
          "turn",
        );
        changed.push({
          conversation: row.id,
          commune: row.commune,
          replies: outcome.replies,
          effects: turn.effects,
          inbound: turn.arriving.inbound.kind,
        });
        finish(head, () =>
          head.resolve({
            fresh: true,
            conversation: row.id,
            removeInbound:
              holdsSecret(turn.arriving.inbound) ||
              turn.effects.some((e) => e.do === "remove-inbound"),
            ...(outcome.answer === undefined ? {} : { answer: outcome.answer }),
          }),
        );
        return;
      }
      case "seen-before":
        finish(head, () =>
          head.resolve({
            fresh: false,
            conversation: row.id,
            removeInbound: holdsSecret(turn.arriving.inbound),
            ...(outcome.answer === undefined ? {} : { answer: outcome.answer }),
          }),
        );
        return;
      case "someone-went-first":
        // Stays at the head of its lane and is decided again on what is there now.
        return;
      case "refused":
        stumble(head, row, outcome.error, now);
    }
  }

  /** A turn that threw is tried once more alone; then its inbound alone is kept, and the person is told. */
  function stumble(head: Waiting, row: ConversationRow, error: unknown, now: Instant): void {
    head.failures += 1;
    log.error(
      {
        err: error,
        conversation: row.id,
        kind: head.arriving.inbound.kind,
        failures: head.failures,
      },
      "turn failed",
    );
    if (head.failures < 2) return;
    store.park(head.arriving, error instanceof Error ? error.name : "unknown", now);
    finish(head, () => head.resolve({ fresh: true, conversation: row.id, removeInbound: false }));
    const sorry = options.library().phrases[row.saved.language]["machine-stumbled"] ?? "";
    const apology: FinishedTurn = {
      arriving: { ...head.arriving, key: `${head.arriving.key}/stumbled` },
      revision: row.revision + 1,
      saved: row.saved,
      effects: [{ do: "say", reply: { text: sorry, choices: [], step: false, from: "machine" } }],
    };
    const [outcome] = isPersons(head.arriving.inbound) ? store.commit([apology], now) : [];
    if (outcome?.kind === "committed")
      options.onCommitted([
        {
          conversation: row.id,
          commune: row.commune,
          replies: outcome.replies,
          effects: apology.effects,
          inbound: head.arriving.inbound.kind,
        },
      ]);
  }

  function finish(head: Waiting, tell: () => void): void {
    const { conversation, account, key } = head.arriving;
    const lane = lanes.get(conversation);
    if (lane?.[0] === head) lane.shift();
    if (lane?.length === 0) lanes.delete(conversation);
    if (account === inside) insideNow.delete(key);
    tell();
  }

  function takeInside(arriving: Arriving): void {
    if (insideNow.has(arriving.key)) return;
    insideNow.add(arriving.key);
    submit(arriving).catch((error: unknown) => {
      insideNow.delete(arriving.key);
      log.error({ err: error, conversation: arriving.conversation }, "note waits");
    });
  }

  function lookInside(): void {
    if (closed) return;
    const now = options.now();
    for (const { position: _, ...note } of store.pending(512)) takeInside(note);
    for (const timer of store.dueTimers(now, 512)) {
      takeInside({
        account: inside,
        key: `timer/${timer.conversation}/${timer.name}/${timer.at}`,
        conversation: timer.conversation,
        inbound: {
          kind: "timer",
          name: timer.name,
          ...(timer.about === undefined ? {} : { about: timer.about }),
        },
        at: now,
      });
    }
  }

  return {
    submit,
    lookInside,
    idle: () =>
      lanes.size === 0 ? Promise.resolve() : new Promise((resolve) => idleWaiters.push(resolve)),
    close: () => {
      closed = true;
    },
  };
}

/** Also when it comes a second time: a kill may have come before the platform was asked to remove it. */
function holdsSecret(inbound: Inbound): boolean {
  return "masked" in inbound && (inbound.masked ?? []).length > 0;
}

function isPersons(inbound: Inbound): boolean {
  return (
    inbound.kind === "words" ||
    inbound.kind === "press" ||
    inbound.kind === "photo" ||
    inbound.kind === "voice" ||
    inbound.kind === "file" ||
    inbound.kind === "command" ||
    inbound.kind === "arrived"
  );
}

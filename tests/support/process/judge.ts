/**
 * After the kills: what the database holds, held against what people did and saw, and against the same
 * inbounds decided again by the pure machine, as an uncrashed run decides them. Every complaint is a line.
 */
import Database from "better-sqlite3";
import { keyboardOf, wordsOf } from "../../../src/bot/channels/telegram/compose.ts";
import { publishedLibrary } from "../../../src/bot/content/publish.ts";
import { rosterOf } from "../../../src/bot/conversations/roster.ts";
import type { ConversationRow } from "../../../src/bot/store/conversations.ts";
import { openSqlite } from "../../../src/bot/store/sqlite.ts";
import type { Store } from "../../../src/bot/store/store.ts";
import {
  blank,
  type ConversationId,
  decide,
  type Effect,
  type Inbound,
  inboundSchema,
  type Reply,
  type Saved,
  savedSchema,
} from "../../../src/flows/index.ts";
import type { RecordedCall } from "../telegram/emulator.ts";

/** An inbound as the database kept it, with the turn it made. */
export interface Kept {
  readonly account: string;
  readonly key: string;
  readonly inbound: Inbound;
  readonly answer: unknown;
  readonly at: number;
  readonly turn: number;
}

/** A conversation as the database kept it. */
export interface Chronicle {
  readonly row: ConversationRow;
  readonly kept: readonly Kept[];
  readonly replies: ReadonlyArray<{
    readonly turn: number;
    readonly position: number;
    readonly at: number;
    readonly state: string;
    readonly reply: Reply;
  }>;
}

export interface Chronicles {
  readonly all: readonly Chronicle[];
  readonly pending: number;
  readonly parked: number;
  readonly notes: ReadonlyMap<string, { readonly to: string; readonly kind: string }>;
}

interface InboxRow {
  readonly account: string;
  readonly key: string;
  readonly payload: string;
  readonly answer: string | null;
  readonly at: number;
  readonly turn: number;
}

/** Reads everything; the server must have ended. */
export function readChronicles(databaseFile: string, store: Store): Chronicles {
  const db = new Database(databaseFile, { readonly: true });
  try {
    const ids = db.prepare<[], { id: ConversationId }>("select id from conversations").all();
    const inbox = db.prepare<[string], InboxRow>(
      "select account, key, payload, answer, at, turn from inbox where conversation = ? and state = 'taken' order by turn",
    );
    const replies = db.prepare<
      [string],
      { turn: number; position: number; at: number; state: string; payload: string }
    >(
      "select turn, position, at, state, payload from replies where conversation = ? order by turn, position",
    );
    const count = (state: string) =>
      db
        .prepare<[string], { n: number }>("select count(*) as n from inbox where state = ?")
        .get(state)?.n ?? 0;
    const notes = db
      .prepare<[], { key: string; conversation: string; kind: string }>(
        "select key, conversation, kind from inbox where account = 'inside' and kind <> 'timer'",
      )
      .all();
    return {
      all: ids.map(({ id }) => {
        const row = store.conversation(id);
        if (row === undefined) throw new Error(`${id} cannot be read`);
        return {
          row,
          kept: inbox.all(id).map(({ payload, answer, ...rest }) => ({
            ...rest,
            inbound: inboundSchema.parse(JSON.parse(payload)),
            answer: answer === null ? undefined : (JSON.parse(answer) as unknown),
          })),
          replies: replies.all(id).map(({ payload, ...rest }) => ({
            ...rest,
            reply: JSON.parse(payload) as Reply,
          })),
        };
      }),
      pending: count("pending"),
      parked: count("parked"),
      notes: new Map(notes.map(({ key, conversation, kind }) => [key, { to: conversation, kind }])),
    };
  } finally {
    db.close();
  }
}

/** Decides every turn again and says where the database has something else. */
export function replayed(
  { row, kept, replies }: Chronicle,
  world: Pick<Parameters<typeof decide>[2], "library" | "roster">,
  notes: Chronicles["notes"],
): { readonly complaints: readonly string[]; readonly steps: number; readonly claims: number } {
  const complaints: string[] = [];
  const complain = (turn: number, what: string) =>
    complaints.push(`${row.id} turn ${turn}: ${what}`);
  let saved: Saved = blank;
  let steps = 0;
  let claims = 0;

  if (row.revision !== kept.length) {
    complaints.push(`${row.id} is at revision ${row.revision} after ${kept.length} inbounds`);
  }
  kept.forEach(({ inbound, turn, at, answer }, index) => {
    if (turn !== index + 1) complain(turn, `stands in place ${index + 1}`);
    const said = replies.filter((reply) => reply.turn === turn);
    const before = saved;
    const decision = decide(saved, inbound, {
      ...world,
      now: said[0]?.at ?? at,
      conversation: row.id,
      revision: turn,
      channel: row.channel,
      returnCode: row.returnCode,
      freshCode: row.returnCode ?? "",
    });
    saved = savedSchema.parse(JSON.parse(JSON.stringify(decision.saved)));

    const expected = decision.effects.flatMap((effect, position) =>
      effect.do === "say" ? [JSON.stringify({ position, reply: timeless(effect.reply) })] : [],
    );
    const found = said.map(({ position, reply }) =>
      JSON.stringify({ position, reply: timeless(reply) }),
    );
    if (JSON.stringify(expected) !== JSON.stringify(found)) {
      complain(turn, `said ${found.join()} where an uncrashed run says ${expected.join()}`);
    }
    decision.effects.forEach((effect, position) => {
      if (effect.do !== "note") return;
      const note = notes.get(`${row.id}/${turn}/${position}`);
      if (note?.to !== effect.to || note.kind !== effect.note.kind) {
        complain(turn, `its note ${position} is not there`);
      }
    });
    const answered = decision.effects.findLast(
      (effect): effect is Extract<Effect, { do: "answer-act" }> => effect.do === "answer-act",
    );
    if (answered?.ok !== (answer as { ok?: boolean } | undefined)?.ok) {
      complain(turn, "the answer kept is another one");
    }
    if (inbound.kind === "case-claim") {
      const state = before.case?.id === inbound.case ? before.case.state : undefined;
      const free =
        state?.is === "waiting" || (state?.is === "claimed" && state.by.id === inbound.by.id);
      if (free !== (answered?.ok === true)) complain(turn, "a claim was answered wrongly");
      if (state?.is === "waiting" && answered?.ok === true) claims += 1;
    }
    const [was, is] = [before.journeys.at(-1)?.step, saved.journeys.at(-1)?.step];
    if (was !== undefined && is !== undefined && was !== is) steps += 1;
  });
  if (JSON.stringify(timeless(saved)) !== JSON.stringify(timeless(row.saved))) {
    complaints.push(`${row.id} stands elsewhere than an uncrashed run`);
  }
  return { complaints, steps, claims };
}

/** Every note that a turn did not leave was made up, and every one left must have been met. */
export function strayNotes({ all, notes }: Chronicles): readonly string[] {
  const turns = new Map(all.map(({ row, kept }) => [row.id as string, kept.length]));
  return [...notes.keys()].filter((key) => {
    const [conversation = "", turn = ""] = key.split("/");
    return Number(turn) > (turns.get(conversation) ?? 0);
  });
}

/** Instants differ by the milliseconds between arriving and being decided, our own address by the life it was said in. */
function timeless(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, inner: unknown) =>
      typeof inner === "number" && inner > 1_600_000_000_000
        ? "an instant"
        : typeof inner === "string"
          ? inner.replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, "")
          : inner,
    ),
  );
}

/** One message that went out to a chat, and in which life of the server. */
export interface SentOut {
  readonly life: number;
  readonly words: string;
}

/** What reached the chats, from the emulator's record. `lifeOf` knows in which life a call was made. */
export function sentTo(
  calls: readonly RecordedCall[],
  lifeOf: (index: number) => number,
): ReadonlyMap<string, readonly SentOut[]> {
  const chats = new Map<string, SentOut[]>();
  calls.forEach(({ method, parameters, status, description }, index) => {
    if (!/^(?:send(?:Message|Photo|Voice|Document)|editMessageText)$/.test(method)) return;
    const unchanged = description?.includes("message is not modified") === true;
    if (status !== 200 && !unchanged) return;
    const chat = String(parameters["chat_id"]);
    const { text, caption, reply_markup: markup } = parameters;
    // A form writes line ends its own way; Telegram takes the returns out again.
    const plain = String(text ?? caption ?? "").replaceAll("\r\n", "\n");
    const words = JSON.stringify([plain, buttonsIn(markup)]);
    chats.set(chat, [...(chats.get(chat) ?? []), { life: lifeOf(index), words }]);
  });
  return chats;
}

function buttonsIn(markup: unknown): readonly unknown[] {
  const rows = (markup as { inline_keyboard?: ReadonlyArray<readonly unknown[]> } | undefined)
    ?.inline_keyboard;
  return (rows ?? []).flat().map((button) => (button as { callback_data?: string }).callback_data);
}

/** The words and buttons of a reply as `sentTo` writes them. */
export function asSent({ turn, reply }: Chronicle["replies"][number]): string {
  return JSON.stringify([wordsOf(reply).text, buttonsIn(keyboardOf(turn, reply.choices))]);
}

/**
 * Holds what a chat was sent against what was decided: each message at least once, in order; repeated only
 * by the life after the one that sent it, and in each life only the very first message. The same words may
 * be due twice in a row, so every way to read the record is followed at once.
 */
export function misdelivered(
  expected: readonly string[],
  sent: readonly SentOut[],
): { readonly complaints: readonly string[]; readonly repeats: number } {
  const complaints: string[] = [];
  /** How many of the expected may have been sent by now, each with the fewest repeats. */
  let ways = new Map([[0, 0]]);
  sent.forEach(({ life, words }, index) => {
    const before = sent[index - 1];
    const next = new Map<number, number>();
    const reach = (count: number, repeats: number) =>
      next.set(count, Math.min(repeats, next.get(count) ?? Number.POSITIVE_INFINITY));
    for (const [count, repeats] of ways) {
      if (words === expected[count]) reach(count + 1, repeats);
      const repeatable = before !== undefined && before.life < life;
      if (repeatable && words === expected[count - 1]) reach(count, repeats + 1);
    }
    if (next.size > 0) {
      ways = next;
      return;
    }
    const count = Math.max(...ways.keys());
    complaints.push(
      words === expected[count - 1]
        ? `message ${index} was repeated without a kill: ${words}`
        : `message ${index} is not the next one: ${words} instead of ${expected[count]}`,
    );
    const found = expected.indexOf(words, count);
    if (found >= 0) ways = new Map([[found + 1, 0]]);
  });
  const unsent = expected.length - Math.max(...ways.keys());
  if (unsent > 0) complaints.push(`${unsent} messages were never sent`);
  return { complaints, repeats: ways.get(expected.length) ?? 0 };
}

/** Opens the database of a server that has ended, with what is published in it. */
export function openAfterwards(databaseFile: string) {
  const store = openSqlite(databaseFile);
  const library = publishedLibrary(store);
  if (library === undefined) throw new Error("nothing is published");
  return {
    store,
    library,
    roster: (commune: string, now: number) => rosterOf(store, commune, now),
  };
}

/** Replies on their way out, and the thread as the page, the desk and the outbox read it. */
import type { Database } from "better-sqlite3";
import {
  type AccountId,
  type CaseId,
  type ConversationId,
  type Instant,
  inboundSchema,
  type Reply,
} from "../../../flows/index.ts";
import { open, seal } from "../sealed.ts";
import type { Line, Outgoing, Store } from "../store.ts";

interface HeadRow {
  readonly conversation: ConversationId;
  readonly peer: string;
  readonly account: AccountId;
  readonly turn: number;
  readonly position: number;
  readonly seq: number;
  readonly payload: string;
  readonly attempts: number;
  readonly late: number;
}

interface LineRow {
  readonly seq: number;
  readonly at: Instant;
  readonly turn: number;
  readonly payload: string;
  /** Of an inbound. */
  readonly key: string | null;
  /** Of a reply. */
  readonly state: "waiting" | "sent" | "reached" | "seen" | "parked" | null;
}

/** The first waiting reply of each conversation of so many accounts. A later one never overtakes it. */
function heads(accounts: number): string {
  return (
    "from replies r where r.state = 'waiting' " +
    `and r.account in (${Array.from({ length: accounts }, () => "?").join(", ")}) ` +
    "and not exists (select 1 from replies earlier where earlier.state = 'waiting' " +
    "and earlier.account = r.account and earlier.conversation = r.conversation and earlier.seq < r.seq)"
  );
}

/** What a person does; everything else happens by itself or comes from inside. */
const persons = "'arrived', 'words', 'press', 'photo', 'voice', 'unreadable', 'command', 'joined'";

/** A reply `r` of the conversation `c`, as far as their platform or page has told. */
const howFar =
  "case when r.state = 'sent' and r.seq <= c.shown then 'seen' " +
  "when r.state = 'sent' and r.seq <= c.reached then 'reached' else r.state end";

const linesOf =
  "select seq, at, turn, payload, key, null as state from inbox " +
  "where conversation = :conversation and seq > :after and payload is not null " +
  "union all " +
  "select r.seq, r.at, r.turn, r.payload, null, " +
  `${howFar} ` +
  "from replies r join conversations c on c.id = r.conversation " +
  "where r.conversation = :conversation and r.seq > :after and r.payload is not null";

/** The reply that went out, whole or in part, under a number of the platform. */
const underNumber =
  "from replies where (conversation, turn, position) in (" +
  "select conversation, turn, position from replies " +
  "where conversation = :conversation and platform_id = :platformId union all " +
  "select conversation, turn, position from reply_messages " +
  "where conversation = :conversation and platform_id = :platformId)";
interface Numbered {
  readonly conversation: string;
  readonly platformId: string;
}

export function replies(
  db: Database,
): Pick<
  Store,
  | "outgoing"
  | "delivered"
  | "nextOutgoingAt"
  | "waiting"
  | "spent"
  | "pieceSent"
  | "piecesSent"
  | "sentAs"
  | "messageIn"
  | "turnOfMessage"
  | "seenOnPlatform"
  | "reachedOnPlatform"
  | "parkedReplies"
  | "notSent"
  | "shown"
  | "reached"
  | "seenTurn"
  | "platformIds"
  | "oldButtons"
  | "sentAbout"
  | "caseOfMessage"
  | "replyOfMessage"
  | "recalledIn"
  | "lines"
  | "lastLines"
  | "repliesOfTurn"
> {
  const dueOf = perCount((count) =>
    db.prepare<(string | number)[], HeadRow>(
      "select r.conversation, c.peer, r.account, r.turn, r.position, r.seq, r.payload, r.attempts, r.late, r.awaited, r.at " +
        `${heads(count).replace("from replies r", "from replies r join conversations c on c.id = r.conversation")} ` +
        "and r.next_at <= ? order by r.awaited desc, r.at, r.conversation limit ?",
    ),
  );
  const nextOf = perCount((count) =>
    db.prepare<string[], { at: Instant | null }>(`select min(r.next_at) as at ${heads(count)}`),
  );
  const sent = db.prepare<[string | null, number, number, string, number, number]>(
    "update replies set state = 'sent', platform_id = ?, sent_at = ?, messages = ?, why = null " +
      "where conversation = ? and turn = ? and position = ? and state = 'waiting'",
  );
  const again = db.prepare<[number, string, number, number]>(
    "update replies set attempts = attempts + 1, next_at = ? " +
      "where conversation = ? and turn = ? and position = ? and state = 'waiting'",
  );
  const parked = db.prepare<[string, number, string, number, number]>(
    "update replies set attempts = attempts + 1, state = 'parked', why = ?, held = ? " +
      "where conversation = ? and turn = ? and position = ? and state = 'waiting'",
  );
  const waitingOf = db.prepare<[string], HeadRow>(
    "select r.conversation, c.peer, r.account, r.turn, r.position, r.seq, r.payload, r.attempts, r.late " +
      "from replies r join conversations c on c.id = r.conversation " +
      "where r.conversation = ? and r.state = 'waiting' order by r.seq",
  );
  const spent = db.prepare<
    { conversation: string },
    { heard: Instant | null; whole: number | null; parts: number }
  >(
    "with heard as (select max(i.at) as at from inbox i join conversations c on c.id = i.conversation " +
      `where c.id = :conversation and i.account = c.account and i.kind in (${persons})) ` +
      "select heard.at as heard, (select sum(r.messages) from replies r where r.conversation = :conversation " +
      "and r.state = 'sent' and r.sent_at >= coalesce(heard.at, 0)) as whole, " +
      "(select count(*) from reply_messages m join replies r on r.conversation = m.conversation " +
      "and r.turn = m.turn and r.position = m.position where m.conversation = :conversation " +
      "and r.state <> 'sent' and m.at >= coalesce(heard.at, 0)) as parts from heard",
  );
  const heardIn = db.prepare<[string, number], { payload: string }>(
    "select payload from inbox where conversation = ? and turn = ? and state = 'taken' and payload is not null",
  );
  const saidAs = db.prepare<[string, number], { platform_id: string }>(
    "select platform_id from replies where conversation = ? and turn = ? and platform_id is not null " +
      "and payload is not null order by position desc limit 1",
  );
  const turnOf = db.prepare<Numbered, { turn: number }>(`select turn ${underNumber}`);
  const seqOf = db.prepare<Numbered, { seq: number }>(`select seq ${underNumber}`);
  const allParked = db.prepare<
    [],
    { conversation: ConversationId; turn: number; why: string | null }
  >(
    "select conversation, turn, why from replies where state = 'parked' order by at, conversation, seq",
  );
  const parkedSince = db.prepare<
    [string, number],
    { conversation: ConversationId; why: string | null }
  >(
    "select distinct conversation, why from replies where account = ? and state = 'parked' and at >= ? " +
      "and payload is not null",
  );
  // A page cannot have shown what was not written yet.
  const show = db.prepare<{ seq: number; conversation: string }>(
    "update conversations set shown = case when :seq < seq then :seq else seq end " +
      "where id = :conversation and shown < :seq",
  );
  const reach = db.prepare<{ seq: number; conversation: string }>(
    "update conversations set reached = case when :seq < seq then :seq else seq end " +
      "where id = :conversation and reached < :seq",
  );
  const newestSeen = db.prepare<[string], { turn: number | null }>(
    "select max(r.turn) as turn from replies r join conversations c on c.id = r.conversation " +
      "join accounts a on a.id = c.account " +
      "where r.conversation = ? and r.asks = 1 and r.state = 'sent' " +
      "and (a.channel <> 'web' or r.seq <= c.shown)",
  );
  const idsOf = db.prepare<[string, number], { platform_id: string }>(
    "select platform_id from replies where conversation = ? and turn = ? and choices > 0 " +
      "and platform_id is not null order by position",
  );
  const oldButtons = db.prepare<{ conversation: string; turn: number }, { platform_id: string }>(
    "select platform_id from replies where conversation = :conversation and choices > 0 and about is null " +
      "and platform_id is not null and turn = (select max(turn) from replies " +
      "where conversation = :conversation and choices > 0 and about is null and platform_id is not null and turn < :turn) " +
      "order by position",
  );
  const sentAbout = db.prepare<[string, string], { platform_id: string }>(
    "select platform_id from replies where conversation = ? and about = ? and platform_id is not null order by seq desc",
  );
  const caseOf = db.prepare<Numbered, { about: CaseId }>(
    `select about ${underNumber} and about is not null`,
  );
  const replyOf = db.prepare<Numbered, { payload: string }>(
    `select payload ${underNumber} and payload is not null`,
  );
  const recalledIn = db.prepare<[string, number], { platform_id: string }>(
    "select platform_id from replies where conversation = ? and turn = ? and payload is null " +
      "and platform_id is not null order by position",
  );
  const keepPiece = db.prepare<{
    conversation: string;
    turn: number;
    position: number;
    piece: number;
    platformId: string;
    now: number;
  }>(
    "insert into reply_messages (conversation, platform_id, commune, turn, position, piece, at) " +
      "select conversation, :platformId, commune, turn, position, :piece, :now from replies " +
      "where conversation = :conversation and turn = :turn and position = :position " +
      "on conflict (conversation, platform_id) do nothing",
  );
  const piecesOf = db.prepare<[string, number, number], { piece: number; platformId: string }>(
    "select piece, platform_id as platformId from reply_messages " +
      "where conversation = ? and turn = ? and position = ? order by piece, rowid",
  );
  const linesAfter = db.prepare<{ conversation: string; after: number; limit: number }, LineRow>(
    `${linesOf} order by seq limit :limit`,
  );
  const linesBefore = db.prepare<{ conversation: string; after: number; limit: number }, LineRow>(
    `${linesOf} order by seq desc limit :limit`,
  );

  const linesOfTurn = db.prepare<{ conversation: string; turn: number }, LineRow>(
    `select r.seq, r.at, r.turn, r.payload, null as key, ${howFar} as state ` +
      "from replies r join conversations c on c.id = r.conversation " +
      "where r.conversation = :conversation and r.turn = :turn and r.payload is not null order by r.position",
  );

  const newestOf = (conversation: ConversationId, platformIds: readonly string[]): number =>
    Math.max(
      0,
      ...platformIds.map((platformId) => seqOf.get({ conversation, platformId })?.seq ?? 0),
    );

  return {
    outgoing: (accounts, now, limit) => {
      if (accounts.length === 0) return [];
      return dueOf(accounts.length)
        .all(...accounts, now, limit)
        .map(asOutgoing);
    },
    waiting: (conversation) => waitingOf.all(conversation).map(asOutgoing),
    spent: (conversation) => {
      const found = spent.get({ conversation });
      return {
        ...(found?.heard == null ? {} : { heardAt: found.heard }),
        sent: (found?.whole ?? 0) + (found?.parts ?? 0),
      };
    },
    pieceSent: ({ conversation, turn, position }, piece, platformIds, now) => {
      for (const platformId of platformIds) {
        keepPiece.run({ conversation, turn, position, piece, platformId, now });
      }
    },
    piecesSent: ({ conversation, turn, position }) => piecesOf.all(conversation, turn, position),
    messageIn: (conversation, turn) => {
      const heard = heardIn.get(conversation, turn);
      const inbound =
        heard === undefined ? undefined : inboundSchema.parse(JSON.parse(open(heard.payload)));
      if (inbound !== undefined && "message" in inbound && inbound.message !== undefined)
        return inbound.message;
      return saidAs.get(conversation, turn)?.platform_id;
    },
    turnOfMessage: (conversation, platformId) => turnOf.get({ conversation, platformId })?.turn,
    sentAs: (conversation, platformId) => seqOf.get({ conversation, platformId }) !== undefined,
    seenOnPlatform: (conversation, platformIds) => {
      const newest = newestOf(conversation, platformIds);
      if (newest > 0) show.run({ seq: newest, conversation });
    },
    reachedOnPlatform: (conversation, platformIds) => {
      const newest = newestOf(conversation, platformIds);
      if (newest > 0) reach.run({ seq: newest, conversation });
    },
    delivered: db.transaction(({ conversation, turn, position }, result, now) => {
      switch (result.kind) {
        case "sent": {
          const { platformId = null, messages = 1, also = [] } = result;
          sent.run(platformId, now, messages, conversation, turn, position);
          for (const one of also) {
            sent.run(platformId, now, 0, conversation, one.turn, one.position);
          }
          return;
        }
        case "again":
          again.run(result.at, conversation, turn, position);
          return;
        case "parked":
          parked.run(
            seal(result.why),
            result.untilHeard === true ? 1 : 0,
            conversation,
            turn,
            position,
          );
          return;
      }
    }) satisfies Store["delivered"],
    nextOutgoingAt: (accounts) =>
      accounts.length === 0
        ? undefined
        : (nextOf(accounts.length).get(...accounts)?.at ?? undefined),
    parkedReplies: () =>
      allParked.all().map(({ why, ...row }) => ({ ...row, why: why === null ? "" : open(why) })),
    notSent: (account, since) =>
      parkedSince
        .all(account, since)
        .map(({ why, ...row }) => ({ ...row, why: why === null ? "" : open(why) })),
    shown: (conversation, seq) => {
      show.run({ seq, conversation });
    },
    reached: (conversation, seq) => {
      reach.run({ seq, conversation });
    },
    seenTurn: (conversation) => newestSeen.get(conversation)?.turn ?? undefined,
    platformIds: (conversation, turn) =>
      idsOf.all(conversation, turn).map((row) => row.platform_id),
    oldButtons: (conversation, turn) =>
      oldButtons.all({ conversation, turn }).map((row) => row.platform_id),
    sentAbout: (conversation, about) =>
      sentAbout.all(conversation, about).map((row) => row.platform_id),
    caseOfMessage: (conversation, platformId) => caseOf.get({ conversation, platformId })?.about,
    replyOfMessage: (conversation, platformId) => {
      const row = replyOf.get({ conversation, platformId });
      return row === undefined ? undefined : (JSON.parse(open(row.payload)) as Reply);
    },
    recalledIn: (conversation, turn) =>
      recalledIn.all(conversation, turn).map((row) => row.platform_id),
    lines: (conversation, after, limit) =>
      linesAfter.all({ conversation, after, limit }).map(asLine),
    repliesOfTurn: (conversation, turn) => linesOfTurn.all({ conversation, turn }).map(asLine),
    lastLines: (conversation, count) =>
      linesBefore.all({ conversation, after: 0, limit: count }).reverse().map(asLine),
  };
}

function asOutgoing(row: HeadRow): Outgoing {
  const { conversation, peer, account, turn, position, seq, attempts, late } = row;
  const reply = JSON.parse(open(row.payload)) as Reply;
  const outgoing = { conversation, peer, account, turn, position, seq, attempts, reply };
  return late === 0 ? outgoing : { ...outgoing, late: true };
}

function asLine({ seq, at, turn, payload, key, state }: LineRow): Line {
  const value: unknown = JSON.parse(open(payload));
  const what: Line["what"] =
    state === null
      ? { is: "inbound", inbound: inboundSchema.parse(value), key: key ?? "" }
      : { is: "reply", reply: value as Reply, state };
  return { seq, at, turn, what };
}

/** One prepared statement for each number of accounts asked for. */
function perCount<Statement>(prepare: (count: number) => Statement): (count: number) => Statement {
  const known = new Map<number, Statement>();
  return (count) => {
    const statement = known.get(count) ?? prepare(count);
    known.set(count, statement);
    return statement;
  };
}

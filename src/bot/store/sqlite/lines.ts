/** The thread as the page, the desk and the outbox read it, and how much of it the person has. */
import type { Database } from "better-sqlite3";
import { type Instant, inboundSchema, type Reply } from "../../../flows/index.ts";
import type { Line, LineStore } from "../lines.ts";
import { perhapsArrived } from "../replies.ts";
import { open } from "../sealed.ts";

interface LineRow {
  readonly seq: number;
  readonly at: Instant;
  readonly turn: number;
  readonly payload: string;
  /** Of an inbound. */
  readonly key: string | null;
  /** Of a reply. */
  readonly state: "waiting" | "sent" | "reached" | "seen" | "perhaps" | "parked" | null;
  /** Of one that was parked. */
  readonly why: string | null;
}

/** A reply `r` of the conversation `c`, as far as their platform or page has told. */
const howFar =
  "case when r.state = 'sent' and r.seq <= c.shown then 'seen' " +
  "when r.state = 'sent' and r.seq <= c.reached then 'reached' " +
  "when r.state = 'parked' and exists (select 1 from sendings s where s.conversation = r.conversation " +
  "and s.turn = r.turn and s.position = r.position and s.state = 'lost') then 'perhaps' else r.state end";

const linesOf =
  "select seq, at, turn, payload, key, null as state, null as why from inbox " +
  "where conversation = :conversation and seq > :after and payload is not null " +
  "union all " +
  "select r.seq, r.at, r.turn, r.payload, null, " +
  `${howFar}, r.why ` +
  "from replies r join conversations c on c.id = r.conversation " +
  "where r.conversation = :conversation and r.seq > :after and r.payload is not null";

export function lines(db: Database): LineStore {
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
  const linesAfter = db.prepare<{ conversation: string; after: number; limit: number }, LineRow>(
    `${linesOf} order by seq limit :limit`,
  );
  const linesBefore = db.prepare<{ conversation: string; after: number; limit: number }, LineRow>(
    `${linesOf} order by seq desc limit :limit`,
  );
  const linesOfTurn = db.prepare<{ conversation: string; turn: number }, LineRow>(
    `select r.seq, r.at, r.turn, r.payload, null as key, ${howFar} as state, r.why ` +
      "from replies r join conversations c on c.id = r.conversation " +
      "where r.conversation = :conversation and r.turn = :turn and r.payload is not null order by r.position",
  );

  return {
    lines: (conversation, after, limit) =>
      linesAfter.all({ conversation, after, limit }).map(asLine),
    repliesOfTurn: (conversation, turn) => linesOfTurn.all({ conversation, turn }).map(asLine),
    lastLines: (conversation, count) =>
      linesBefore.all({ conversation, after: 0, limit: count }).reverse().map(asLine),
    shown: (conversation, seq) => {
      show.run({ seq, conversation });
    },
    reached: (conversation, seq) => {
      reach.run({ seq, conversation });
    },
    seenTurn: (conversation) => newestSeen.get(conversation)?.turn ?? undefined,
  };
}

function asLine({ seq, at, turn, payload, key, state, why }: LineRow): Line {
  const value: unknown = JSON.parse(open(payload));
  const what: Line["what"] =
    state === null
      ? { is: "inbound", inbound: inboundSchema.parse(value), key: key ?? "" }
      : {
          is: "reply",
          reply: value as Reply,
          state:
            state === "parked" && why !== null && perhapsArrived.has(open(why)) ? "perhaps" : state,
        };
  return { seq, at, turn, what };
}

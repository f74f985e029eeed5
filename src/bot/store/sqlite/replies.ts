/** Replies on their way out: which is next, and what became of each. */
import type { Database } from "better-sqlite3";
import type { AccountId, ConversationId, Instant, Reply } from "../../../flows/index.ts";
import type { Outgoing, ReplyStore, Spent } from "../replies.ts";
import { open, seal } from "../sealed.ts";
import type { SendingStore } from "../sendings.ts";
import type { People } from "./people.ts";
import type { Sendings } from "./sendings.ts";

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
const persons =
  "'arrived', 'words', 'press', 'photo', 'voice', 'location', 'unreadable', 'command', 'joined', 'return-code'";

export function replies(
  db: Database,
  sendings: Sendings,
  members: Pick<People, "heard" | "unheard">,
): ReplyStore & Pick<SendingStore, "lostSendings"> {
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
  const allParked = db.prepare<
    [],
    { conversation: ConversationId; turn: number; why: string | null }
  >(
    "select conversation, turn, why from replies where state = 'parked' order by at, conversation, seq",
  );
  const keptBack = db.prepare<
    [string],
    {
      readonly conversation: ConversationId;
      readonly turn: number;
      readonly position: number;
      readonly at: Instant;
      readonly why: string | null;
      readonly payload: string;
      readonly newest: number;
    }
  >(
    "select r.conversation, r.turn, r.position, r.at, r.why, r.payload, not exists (select 1 from replies later " +
      "where later.conversation = r.conversation and later.seq > r.seq) as newest " +
      "from replies r where r.account = ? and r.state = 'parked' and r.payload is not null order by r.at, r.seq",
  );
  const late = db.prepare<[number, string, number, number]>(
    "update replies set state = 'waiting', held = 0, late = 1, next_at = ?, why = null " +
      "where conversation = ? and turn = ? and position = ? and state = 'parked'",
  );
  const letGo = db.prepare<[string, string, number, number]>(
    "update replies set held = 0, why = ? where conversation = ? and turn = ? and position = ? and state = 'parked'",
  );
  const parkedSince = db.prepare<
    [string, number],
    { conversation: ConversationId; why: string | null; reached: number }
  >(
    "select distinct r.conversation, r.why, exists (select 1 from replies later where " +
      "later.conversation = r.conversation and later.seq > r.seq and later.state = 'sent') as reached " +
      "from replies r where r.account = ? and r.state = 'parked' and r.at >= ? and r.payload is not null",
  );

  function spentIn(conversation: ConversationId): Spent {
    const found = spent.get({ conversation });
    return {
      ...(found?.heard == null ? {} : { heardAt: found.heard }),
      sent: (found?.whole ?? 0) + (found?.parts ?? 0),
      perhaps: sendings.perhapsSince(conversation, found?.heard ?? 0),
    };
  }

  return {
    outgoing: (accounts, now, limit) => {
      if (accounts.length === 0) return [];
      return dueOf(accounts.length)
        .all(...accounts, now, limit)
        .map(asOutgoing);
    },
    waiting: (conversation) => waitingOf.all(conversation).map(asOutgoing),
    spent: spentIn,
    lostSendings: (of) => sendings.lostSince(of, spentIn(of.conversation).heardAt ?? 0),
    delivered: db.transaction(({ conversation, turn, position }, result, now) => {
      sendings.noted({ conversation, turn, position }, now);
      switch (result.kind) {
        case "sent": {
          const { platformId = null, messages = 1, also = [], used } = result;
          sent.run(platformId, now, messages, conversation, turn, position);
          members.heard(conversation);
          for (const one of also) {
            sent.run(platformId, now, 0, conversation, one.turn, one.position);
          }
          if (used === undefined) return;
          const known = spentIn(conversation);
          if (used < known.sent + known.perhaps)
            sendings.keepPerhaps(conversation, known.heardAt ?? 0, Math.max(0, used - known.sent));
          return;
        }
        case "again":
          again.run(result.at, conversation, turn, position);
          return;
        case "parked":
          if (result.unreachable === true || result.untilHeard === true)
            members.unheard(conversation, now);
          parked.run(
            seal(result.why),
            result.untilHeard === true ? 1 : 0,
            conversation,
            turn,
            position,
          );
          return;
      }
    }) satisfies ReplyStore["delivered"],
    nextOutgoingAt: (accounts) =>
      accounts.length === 0
        ? undefined
        : (nextOf(accounts.length).get(...accounts)?.at ?? undefined),
    parkedReplies: () =>
      allParked.all().map(({ why, ...row }) => ({ ...row, why: why === null ? "" : open(why) })),
    keptBack: (account) =>
      keptBack.all(account).map(({ conversation, turn, position, at, why, payload, newest }) => ({
        of: { conversation, turn, position },
        at,
        why: why === null ? "" : open(why),
        reply: JSON.parse(open(payload)) as Reply,
        newest: newest === 1,
      })),
    sendLate: ({ conversation, turn, position }, now) => {
      late.run(now, conversation, turn, position);
    },
    letGo: ({ conversation, turn, position }, why) => {
      letGo.run(seal(why), conversation, turn, position);
    },
    notSent: (account, since) =>
      parkedSince.all(account, since).map(({ conversation, why, reached }) => ({
        conversation,
        why: why === null ? "" : open(why),
        reachedSince: reached === 1,
      })),
  };
}

function asOutgoing(row: HeadRow): Outgoing {
  const { conversation, peer, account, turn, position, seq, attempts, late } = row;
  const reply = JSON.parse(open(row.payload)) as Reply;
  const outgoing = { conversation, peer, account, turn, position, seq, attempts, reply };
  return late === 0 ? outgoing : { ...outgoing, late: true };
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

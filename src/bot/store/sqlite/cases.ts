/** Cases as the desk lists them, and how far each propagandist has read. */
import type { Database } from "better-sqlite3";
import type {
  Card,
  CaseId,
  ConversationId,
  Instant,
  PropagandistId,
} from "../../../flows/index.ts";
import type { CallLine, CaseLine, CaseStore, Unowned } from "../cases.ts";
import type { ChannelKind } from "../conversations.ts";
import { open } from "../sealed.ts";

interface Row {
  readonly id: CaseId;
  readonly commune: string;
  readonly conversation: ConversationId;
  readonly channel: ChannelKind;
  readonly state: CaseLine["state"];
  readonly opened_at: Instant;
  readonly waiting_since: Instant;
  readonly next_at: Instant | null;
  readonly closed_at: Instant | null;
  readonly claimed_by: PropagandistId | null;
  readonly called: string;
  readonly wants: string;
  readonly village: string | null;
  readonly field: CaseLine["field"] | null;
  readonly flow: string | null;
  readonly outcome: string | null;
  readonly card: string | null;
  readonly phone: string | null;
  readonly rung: CaseLine["rung"] | null;
  readonly discreet: number;
}

const columns =
  "select k.id, k.commune, k.conversation, a.channel, k.state, k.opened_at, k.waiting_since, k.next_at, " +
  "k.closed_at, k.claimed_by, k.called, k.wants, k.village, k.field, k.flow, k.outcome, k.card, k.phone, k.rung, k.discreet " +
  "from cases k join conversations c on c.id = k.conversation join accounts a on a.id = c.account";

export function cases(db: Database): CaseStore {
  const since = db.prepare<[string, string, number], Row>(
    `${columns} where (k.commune = ? and k.state <> 'closed') ` +
      "or (k.commune = ? and k.state = 'closed' and k.closed_at >= ?) order by k.waiting_since, k.id",
  );
  const ofOne = db.prepare<[string], Row>(
    `${columns} where k.conversation = ? order by k.opened_at desc, k.id desc`,
  );
  const byId = db.prepare<[string], Row>(`${columns} where k.id = ?`);
  const calls = db.prepare<[string], CallLine>(
    'select case_id as "case", who, rung, at from case_calls where case_id = ? order by at, who',
  );
  // An owner is somebody still on the list; a deadline is a timer of the case that is yet to come.
  const unowned = db.prepare<
    { now: number; late: number },
    {
      id: CaseId;
      conversation: ConversationId;
      state: CaseLine["state"];
      since: Instant;
      timers: number;
      owned: number;
    }
  >(
    "select id, conversation, state, since, timers, owned from (select k.id, k.conversation, k.state, " +
      "k.waiting_since as since, " +
      "(select count(*) from timers t where t.scope = 'case:' || k.id and t.conversation = k.conversation) as timers, " +
      "(select count(*) from timers t where t.scope = 'case:' || k.id and t.conversation = k.conversation " +
      "and t.at > :late) as ahead, " +
      "(select count(*) from propagandists p where p.id = k.claimed_by and p.left_at is null) as owned " +
      "from cases k where k.state <> 'closed' and k.opened_at <= :now) where ahead = 0 and owned = 0 order by since, id",
  );
  const read = db.prepare<[string, number, string]>(
    "insert into case_reads (case_id, who, commune, seq) " +
      "select k.id, ?, k.commune, ? from cases k where k.id = ? " +
      "on conflict (case_id, who) do update set seq = excluded.seq where case_reads.seq < excluded.seq",
  );
  const reach = db.prepare<[string, number, string]>(
    "insert into case_reads (case_id, who, commune, seq, reached) " +
      "select k.id, ?, k.commune, 0, ? from cases k where k.id = ? " +
      "on conflict (case_id, who) do update set reached = excluded.reached " +
      "where case_reads.reached < excluded.reached",
  );
  const readUpTo = db.prepare<[string, string], { seq: number; reached: number }>(
    "select seq, reached from case_reads where case_id = ? and who = ?",
  );

  return {
    cases: (commune, from) => since.all(commune, commune, from).map(asCase),
    casesOf: (conversation) => ofOne.all(conversation).map(asCase),
    case: (id) => {
      const row = byId.get(id);
      return row && asCase(row);
    },
    callsFor: (id) => calls.all(id),
    unowned: (now, grace) =>
      unowned
        .all({ now, late: now - grace })
        .map(({ id, conversation, state, since, timers }): Unowned => {
          const why = timers > 0 ? "overdue" : state === "waiting" ? "no-deadline" : "owner-gone";
          return { case: id, conversation, state, why, since };
        }),
    markRead: (id, who, seq) => {
      read.run(who, seq, id);
    },
    readUpTo: (id, who) => readUpTo.get(id, who)?.seq ?? 0,
    markReached: (id, who, seq) => {
      reach.run(who, seq, id);
    },
    reachedUpTo: (id, who) => {
      const row = readUpTo.get(id, who);
      return row === undefined ? 0 : Math.max(row.seq, row.reached);
    },
  };
}

/** What is left to show of a case whose resident has erased everything. */
const blankCard: Card = { reason: "", tried: [], steps: [] };

function asCase(row: Row): CaseLine {
  return {
    id: row.id,
    commune: row.commune,
    conversation: row.conversation,
    channel: row.channel,
    state: row.state,
    openedAt: row.opened_at,
    waitingSince: row.waiting_since,
    nextAt: row.next_at ?? undefined,
    closedAt: row.closed_at ?? undefined,
    claimedBy: row.claimed_by ?? undefined,
    called: JSON.parse(row.called) as string[],
    wants: row.wants,
    village: row.village ?? undefined,
    field: row.field ?? undefined,
    flow: row.flow ?? undefined,
    outcome: row.outcome ?? undefined,
    card: row.card === null ? blankCard : (JSON.parse(open(row.card)) as Card),
    phone: row.phone === null ? undefined : open(row.phone),
    rung: row.rung ?? undefined,
    discreet: row.discreet === 1 ? true : undefined,
  };
}

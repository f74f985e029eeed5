/** Takes everything of a resident out of the tables, as the list in `sealed.ts` says. */
import type { Database } from "better-sqlite3";
import { type ConversationId, dayOf, type Instant, instantOf } from "../../../flows/index.ts";
import { erasedWithIt, sealedColumns } from "../sealed.ts";
import type { Erased } from "../store.ts";
import { busyTimeout } from "./open-file.ts";

export interface ErasedHere extends Erased {
  /** The new names of the journeys, which nobody can follow back to the person. */
  readonly journeyNames: ReadonlyMap<string, string>;
  /** And of the cases, in the log of what happened to them. */
  readonly caseNames: ReadonlyMap<string, string>;
}

export interface Eraser {
  /** Inside a transaction. */
  eraseWithin(conversation: ConversationId, now: Instant): ErasedHere;
  /** After the transaction: the write-ahead log still holds pages with the erased words. */
  forgetTheLog(): void;
}

/** The id of a known village stays for the figures; what somebody typed as their village goes. */
const onlyKnown = "village = case when village glob '*[^a-z0-9-]*' then null else village end";

export function eraser(db: Database, freshId: () => string): Eraser {
  const count = db.prepare<
    { conversation: string },
    { messages: number; replies: number; media: number }
  >(
    "select (select count(*) from inbox where conversation = :conversation and seq is not null and payload is not null) as messages, " +
      "(select count(*) from replies where conversation = :conversation) as replies, " +
      "(select count(*) from media where conversation = :conversation) as media",
  );
  const journeysOf = db.prepare<
    [string],
    {
      id: string;
      begun_at: number;
      sent_at: number | null;
      finished_at: number | null;
      moved_at: number;
    }
  >("select id, begun_at, sent_at, finished_at, moved_at from journeys where conversation = ?");
  const unlink = db.prepare<[string, number, number | null, number | null, number, string]>(
    `update journeys set conversation = null, id = ?, begun_at = ?, sent_at = ?, finished_at = ?, moved_at = ?, ${onlyKnown} where id = ?`,
  );
  const offersOf = db.prepare<[string]>(`update stuck set ${onlyKnown} where journey = ?`);
  const eventsOf = db.prepare<[string], { position: number; at: number }>(
    "select position, at from journey_events where journey = ?",
  );
  const coarsen = db.prepare<[number, string, number]>(
    `update journey_events set at = ?, ${onlyKnown} where journey = ? and position = ?`,
  );
  const casesOf = db.prepare<[string], { id: string; open: number }>(
    "select id, state <> 'closed' as open from cases where conversation = ?",
  );
  // Who erases while somebody waits or helps has ended the case; the log says so once.
  const endOfCase = db.prepare<{ id: string; now: number }>(
    "insert into case_events (case_id, position, commune, moment, at, by, within_hours, outcome, village, field, flow, channel) " +
      "select k.id, (select count(*) from case_events where case_id = k.id), k.commune, 'closed', :now, k.claimed_by, " +
      "coalesce((select within_hours from case_events where case_id = k.id and position = 0), 1), 'erased', k.village, " +
      "k.field, k.flow, a.channel from cases k join conversations c on c.id = k.conversation " +
      "join accounts a on a.id = c.account where k.id = :id",
  );
  const caseEventsOf = db.prepare<[string], { position: number; at: number }>(
    "select position, at from case_events where case_id = ?",
  );
  const unlinkCase = db.prepare<[string, number, string, number]>(
    `update case_events set case_id = ?, at = ?, ${onlyKnown} where case_id = ? and position = ?`,
  );
  const unlinkAnswer = db.prepare<[string, string]>(
    `update case_answers set case_id = ?, ${onlyKnown} where case_id = ?`,
  );
  // What was called off before its day was never a visit.
  const visitsStay = db.prepare<{ conversation: string; now: number }>(
    "insert into past_visits (commune, day, village, who, went) " +
      "select m.commune, strftime('%Y-%m-%d', m.at / 1000, 'unixepoch', '+7 hours'), " +
      "case when k.village glob '*[^a-z0-9-]*' then null else k.village end, m.who, m.went " +
      "from meetings m join cases k on k.id = m.case_id where k.conversation = :conversation and m.at <= :now " +
      "and (m.ended_at is null or strftime('%Y-%m-%d', m.ended_at / 1000, 'unixepoch', '+7 hours') >= " +
      "strftime('%Y-%m-%d', m.at / 1000, 'unixepoch', '+7 hours'))",
  );
  const closeCases = db.prepare<{ conversation: string; now: number }>(
    "update cases set state = 'closed', closed_at = coalesce(closed_at, :now), next_at = null, " +
      "village = null, field = null, flow = null where conversation = :conversation",
  );
  const dropCode = db.prepare<[string]>(
    "update conversations set return_code_hash = null where id = ?",
  );
  // A note or a parked inbound without its words can no longer be met.
  const dropWaiting = db.prepare(
    "update inbox set state = 'erased' where state in ('pending', 'parked') and payload is null",
  );
  const listed = statements().map((sql) => db.prepare<{ conversation: string }>(sql));

  return {
    eraseWithin: (conversation, now) => {
      const { messages = 0, replies = 0, media = 0 } = count.get({ conversation }) ?? {};
      visitsStay.run({ conversation, now });
      for (const statement of listed) statement.run({ conversation });
      dropWaiting.run();
      dropCode.run(conversation);
      const caseNames = new Map<string, string>();
      for (const { id, open } of casesOf.all(conversation)) {
        if (open === 1) endOfCase.run({ id, now });
        const name = freshId();
        caseNames.set(id, name);
        unlinkAnswer.run(name, id);
        for (const event of caseEventsOf.all(id))
          unlinkCase.run(name, localDay(event.at), id, event.position);
      }
      closeCases.run({ conversation, now });

      const journeyNames = new Map<string, string>();
      for (const journey of journeysOf.all(conversation)) {
        const name = freshId();
        journeyNames.set(journey.id, name);
        unlink.run(
          name,
          localDay(journey.begun_at),
          journey.sent_at === null ? null : localDay(journey.sent_at),
          journey.finished_at === null ? null : localDay(journey.finished_at),
          localDay(journey.moved_at),
          journey.id,
        );
        offersOf.run(name);
        for (const event of eventsOf.all(name))
          coarsen.run(localDay(event.at), name, event.position);
      }
      return { messages, replies, media, journeys: journeyNames.size, journeyNames, caseNames };
    },
    forgetTheLog: () => {
      // Waits for nobody: while another process reads, this answers "busy", and the next erasure or the
      // last one to close the file empties the log instead.
      db.pragma("busy_timeout = 0");
      try {
        db.pragma("wal_checkpoint(TRUNCATE)");
      } finally {
        db.pragma(`busy_timeout = ${busyTimeout}`);
      }
    },
  };
}

/** One statement per table and condition; what deletes rows comes first, so that nothing is emptied in vain. */
function statements(): string[] {
  const deletes = new Set<string>();
  const empties = new Map<string, string[]>();
  for (const { table, column, erasure } of sealedColumns) {
    for (const each of erasure) {
      switch (each.by) {
        case "delete":
          deletes.add(`delete from ${table} where ${each.rows}`);
          break;
        case "empty": {
          const where = `${table} where ${each.rows}`;
          empties.set(where, [...(empties.get(where) ?? []), column]);
          break;
        }
        case "keep":
          break;
      }
    }
  }
  for (const { table, rows } of erasedWithIt) deletes.add(`delete from ${table} where ${rows}`);
  const emptied = [...empties].map(([where, columns]) => {
    const [table, rest] = where.split(/ (.*)/s);
    return `update ${table} set ${columns.map((column) => `${column} = null`).join(", ")} ${rest}`;
  });
  return [...deletes, ...emptied];
}

/** Midnight of that day in Vietnam: what is left of a moment when its person is gone. */
export const localDay = (at: Instant): Instant => instantOf(dayOf(at), "00:00");

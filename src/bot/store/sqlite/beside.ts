/** Who sits beside whom today, and how many that were on which day. */
import type { Database } from "better-sqlite3";
import type { ConversationId, Day, PropagandistId } from "../../../flows/index.ts";
import type { BesideRow, BesideStore } from "../beside.ts";
import { open, seal } from "../sealed.ts";

const day = 24 * 60 * 60 * 1000;

export function beside(db: Database): BesideStore {
  const put = db.prepare<BesideRow>(
    "insert into beside (conversation, commune, who, peer, label, at) " +
      "values (:conversation, :commune, :who, :peer, :label, :at)",
  );
  const of = db.prepare<[PropagandistId, number], BesideRow>(
    "select conversation, commune, who, peer, label, at from beside where who = ? and at > ? order by at desc",
  );
  const drop = db.prepare<[number]>("delete from beside where at <= ?");
  const counts = db.prepare<
    { commune: string; from: Day; until: Day },
    { who: PropagandistId; people: number }
  >(
    "select who, sum(people) as people from beside_counts " +
      "where commune = :commune and day >= :from and day < :until group by who",
  );
  return {
    sitBeside: (row) => {
      put.run({ ...row, label: seal(row.label) });
    },
    besides: (who, now) =>
      of.all(who, now - day).map((row) => ({ ...row, label: open(row.label) })),
    dropOldBesides: (now) => {
      drop.run(now - day);
    },
    besideCounts: (commune, from, until) =>
      new Map(counts.all({ commune, from, until }).map(({ who, people }) => [who, people])),
  };
}

/** Inside a turn: somebody agreed to be sat beside; or, moving to another chat, stays on the list as moved. */
export function besideWriter(db: Database) {
  const count = db.prepare<[PropagandistId, Day, string]>(
    "insert into beside_counts (who, day, commune, people) values (?, ?, ?, 1) " +
      "on conflict (who, day) do update set people = people + 1",
  );
  const handOn = db.prepare<[string, string]>(
    "update beside set conversation = ? where conversation = ?",
  );
  return {
    count: (who: PropagandistId, commune: string, on: Day): void => {
      count.run(who, on, commune);
    },
    handOn: (to: ConversationId, from: ConversationId): void => {
      handOn.run(to, from);
    },
  };
}

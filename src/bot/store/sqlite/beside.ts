/** Who sits beside whom today. */
import type { Database } from "better-sqlite3";
import type { PropagandistId } from "../../../flows/index.ts";
import { open, seal } from "../sealed.ts";
import type { BesideRow, Store } from "../store.ts";

const day = 24 * 60 * 60 * 1000;

export function beside(db: Database): Pick<Store, "sitBeside" | "besides" | "dropOldBesides"> {
  const put = db.prepare<BesideRow>(
    "insert into beside (conversation, commune, who, peer, label, at) " +
      "values (:conversation, :commune, :who, :peer, :label, :at)",
  );
  const of = db.prepare<[PropagandistId, number], BesideRow>(
    "select conversation, commune, who, peer, label, at from beside where who = ? and at > ? order by at desc",
  );
  const drop = db.prepare<[number]>("delete from beside where at <= ?");
  return {
    sitBeside: (row) => {
      put.run({ ...row, label: seal(row.label) });
    },
    besides: (who, now) =>
      of.all(who, now - day).map((row) => ({ ...row, label: open(row.label) })),
    dropOldBesides: (now) => {
      drop.run(now - day);
    },
  };
}

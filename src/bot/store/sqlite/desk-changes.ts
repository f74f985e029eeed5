/** What coordinators set on the desk; rows are only ever added. */
import type { Database } from "better-sqlite3";
import type { PropagandistId } from "../../../flows/index.ts";
import type { DeskChange, DeskChangeStore } from "../desk-changes.ts";

export function deskChanges(db: Database): DeskChangeStore {
  const add = db.prepare<[string, string, string | null, string, PropagandistId, number]>(
    "insert into desk_changes (commune, part, value, in_file, who, at) values (?, ?, ?, ?, ?, ?)",
  );
  const all = db.prepare<
    [string],
    { part: string; value: string | null; inFile: string; who: PropagandistId; at: number }
  >(
    "select part, value, in_file as inFile, who, at from desk_changes where commune = ? order by id",
  );
  const mark = db.prepare<[string], { mark: number }>(
    "select coalesce(max(id), 0) as mark from desk_changes where commune = ?",
  );
  return {
    changeDesk: (commune, { part, value, inFile, who, at }) => {
      const kept = value === undefined ? null : JSON.stringify(value);
      add.run(commune, part, kept, JSON.stringify(inFile), who, at);
    },
    deskChanges: (commune) =>
      all.all(commune).map(
        ({ value, inFile, ...row }): DeskChange => ({
          ...row,
          ...(value === null ? {} : { value: JSON.parse(value) as unknown }),
          inFile: JSON.parse(inFile) as unknown,
        }),
      ),
    deskChangesMark: (commune) => mark.get(commune)?.mark ?? 0,
  };
}

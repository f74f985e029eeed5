/** Codes on posters and cards, and which village and propagandist they stand for. */
import type { Database } from "better-sqlite3";
import type { CameBy, PropagandistId } from "../../../flows/index.ts";
import type { Store } from "../store.ts";

export function villageLinks(db: Database): Pick<Store, "wayInOf" | "wayIn"> {
  const make = db.prepare<[string, string, string, string, number]>(
    "insert into ways_in (commune, code, village, propagandist, made_at) values (?, ?, ?, ?, ?) " +
      "on conflict do nothing",
  );
  const codeOf = db.prepare<[string, string, string], { code: string }>(
    "select code from ways_in where commune = ? and village = ? and propagandist = ?",
  );
  const of = db.prepare<[string, string], { village: string; propagandist: string }>(
    "select village, propagandist from ways_in where commune = ? and code = ?",
  );
  return {
    wayInOf: (commune, { village, propagandist = "" as PropagandistId }, freshCode, now) => {
      make.run(commune, freshCode, village, propagandist, now);
      return codeOf.get(commune, village, propagandist)?.code;
    },
    wayIn: (commune, code) => {
      const row = of.get(commune, code);
      if (row === undefined) return undefined;
      const to: CameBy = { village: row.village };
      return row.propagandist === ""
        ? to
        : { ...to, propagandist: row.propagandist as PropagandistId };
    },
  };
}

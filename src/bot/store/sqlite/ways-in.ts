/** Codes on posters and cards: which village or propagandist they stand for, and how many came by them. */
import type { Database } from "better-sqlite3";
import { dayOf, type Instant, type PropagandistId } from "../../../flows/index.ts";
import type { WayInCount, WayInRow, WayInStore } from "../ways-in.ts";

interface Row {
  readonly code: string;
  readonly village: string;
  readonly propagandist: string;
  readonly made_at: Instant;
  readonly ended_at: Instant | null;
}

const columns = "code, village, propagandist, made_at, ended_at";

export function waysIn(db: Database): WayInStore {
  const make = db.prepare<[string, string, string, string, number]>(
    "insert into ways_in (commune, code, village, propagandist, made_at) values (?, ?, ?, ?, ?) " +
      "on conflict do nothing",
  );
  const codeOf = db.prepare<[string, string, string], { code: string }>(
    "select code from ways_in where commune = ? and village = ? and propagandist = ? and ended_at is null",
  );
  const one = db.prepare<[string, string], Row>(
    `select ${columns} from ways_in where commune = ? and code = ?`,
  );
  const all = db.prepare<[string], Row>(
    `select ${columns} from ways_in where commune = ? order by made_at, code`,
  );
  const end = db.prepare<[number, string, string]>(
    "update ways_in set ended_at = ? where commune = ? and code = ? and ended_at is null",
  );
  const counts = db.prepare<[string], WayInCount>(
    "select code, month, opened, came, begun from way_in_counts where commune = ? order by month, code",
  );
  const count = wayInCounter(db);
  return {
    wayInOf: (commune, { village = "", propagandist }, freshCode, now) => {
      const who = propagandist ?? "";
      const known = codeOf.get(commune, village, who);
      if (known !== undefined) return known.code;
      make.run(commune, freshCode, village, who, now);
      return codeOf.get(commune, village, who)?.code;
    },
    wayIn: (commune, code) => {
      const row = one.get(commune, code);
      return row === undefined ? undefined : rowOf(row);
    },
    waysIn: (commune) => all.all(commune).map(rowOf),
    endWayIn: (commune, code, now) => {
      end.run(now, commune, code);
    },
    countOpened: (commune, code, now) => count(commune, code, "opened", now),
    wayInCounts: (commune) => counts.all(commune),
  };
}

const rowOf = ({ code, village, propagandist, made_at, ended_at }: Row): WayInRow => ({
  code,
  madeAt: made_at,
  ...(village === "" ? {} : { village }),
  ...(propagandist === "" ? {} : { propagandist: propagandist as PropagandistId }),
  ...(ended_at === null ? {} : { endedAt: ended_at }),
});

/** One more, in this calendar month of Vietnam. */
export function wayInCounter(db: Database) {
  const add = db.prepare<[string, string, string, number, number, number]>(
    "insert into way_in_counts (commune, code, month, opened, came, begun) values (?, ?, ?, ?, ?, ?) " +
      "on conflict (commune, code, month) do update set opened = opened + excluded.opened, " +
      "came = came + excluded.came, begun = begun + excluded.begun",
  );
  return (
    commune: string,
    code: string,
    moment: "opened" | "came" | "begun",
    now: Instant,
  ): void => {
    const one = (what: typeof moment): number => (what === moment ? 1 : 0);
    add.run(commune, code, dayOf(now).slice(0, 7), one("opened"), one("came"), one("begun"));
  };
}

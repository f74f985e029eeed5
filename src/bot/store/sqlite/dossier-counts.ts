/** Entries of dossiers received; rows are only ever added. */
import type { Database } from "better-sqlite3";
import type { PropagandistId } from "../../../flows/index.ts";
import type { DossierCountStore, DossierEntry, DossiersOf } from "../dossier-counts.ts";

const nameOf = (of: DossiersOf): string => (of.is === "all" ? "" : `${of.is}:${of.id}`);

function ofNamed(name: string): DossiersOf {
  const [, is, id] = /^(village|field):(.*)$/.exec(name) ?? [];
  return id === undefined ? { is: "all" } : { is: is === "village" ? "village" : "field", id };
}

export function dossierCounts(db: Database): DossierCountStore {
  const enter = db.prepare<
    [string, string, string, number | null, number | null, PropagandistId, number]
  >(
    "insert into dossier_counts (commune, month, of, counter, online, who, at) values (?, ?, ?, ?, ?, ?, ?)",
  );
  const all = db.prepare<
    [string, string, string],
    {
      month: string;
      of: string;
      counter: number | null;
      online: number | null;
      who: PropagandistId;
      at: number;
    }
  >(
    "select month, of, counter, online, who, at from dossier_counts " +
      "where commune = ? and month >= ? and month <= ? order by id",
  );
  return {
    enterDossiers: (commune, { month, of, counts, who, at }) => {
      enter.run(
        ...([commune, month, nameOf(of)] as const),
        ...([counts?.counter ?? null, counts?.online ?? null] as const),
        ...([who, at] as const),
      );
    },
    dossierEntries: (commune, from, until) =>
      all.all(commune, from, until).map(
        ({ of, counter, online, ...row }): DossierEntry => ({
          ...row,
          of: ofNamed(of),
          counts: counter === null ? undefined : { counter, online: online ?? undefined },
        }),
      ),
  };
}

/** Opens the file the way every statement here relies on, and brings its tables up to date. */
import { chmodSync, existsSync, mkdirSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import Database from "better-sqlite3";
import { StoreTooNew } from "../store-errors.ts";
import { type Claim, claim } from "./claim.ts";
import { examine } from "./examine.ts";
import { migrations } from "./migrations.ts";

/** A server holds the file alone. A visitor is a command that may run beside it. */
export type Role = "server" | "visitor";

export interface OpenFile {
  readonly db: Database.Database;
  close(): void;
}

/** How long a statement waits while another process writes. Theirs take milliseconds. */
export const busyTimeout = 5000;

export function openFile(given: string, role: Role): OpenFile {
  const inMemory = given === ":memory:";
  const path = inMemory ? given : onePathOf(given);
  if (!inMemory) examine(path, busyTimeout);
  const held = role === "server" && !inMemory ? claim(path) : undefined;
  try {
    const fresh = !inMemory && !existsSync(path);
    const db = new Database(path, { timeout: busyTimeout });
    try {
      // What residents wrote is for this account alone; the log and the index beside it follow its rights.
      if (fresh) chmodSync(path, 0o600);
      if (db.pragma("journal_mode", { simple: true }) !== "wal") db.pragma("journal_mode = WAL");
      // Without FULL a power cut loses what the platform has already been told was taken.
      db.pragma("synchronous = FULL");
      db.pragma("foreign_keys = ON");
      // What was erased is overwritten, not just unlinked.
      db.pragma("secure_delete = ON");
      bringUpToDate(db, path, held !== undefined || inMemory);
      return {
        db,
        close: () => {
          db.close();
          held?.release();
        },
      };
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    held?.release();
    throw error;
  }
}

/** Two names of one file must meet in one lock. */
function onePathOf(given: string): string {
  if (existsSync(given)) return realpathSync(given);
  mkdirSync(dirname(given), { recursive: true, mode: 0o700 });
  return join(realpathSync(dirname(given)), basename(given));
}

/** A visitor changes tables only while no server runs: it takes the claim for that long, or is refused. */
function bringUpToDate(db: Database.Database, path: string, alone: boolean): void {
  const known = migrations.at(-1)?.number ?? 0;
  if (reached(db, path) === known) return;
  const held: Claim | undefined = alone ? undefined : claim(path);
  try {
    db.transaction(() => {
      db.exec(
        "create table if not exists migrations (number integer primary key, name text not null, at integer not null) strict",
      );
      const from = reached(db, path);
      const note = db.prepare("insert into migrations (number, name, at) values (?, ?, ?)");
      for (const step of migrations.filter((m) => m.number > from)) {
        db.exec(step.sql);
        note.run(step.number, step.name, Date.now());
      }
    }).immediate();
  } finally {
    held?.release();
  }
}

function reached(db: Database.Database, path: string): number {
  const table = db
    .prepare("select 1 from sqlite_schema where type = 'table' and name = 'migrations'")
    .get();
  if (table === undefined) return 0;
  const last = db
    .prepare<[], { last: number | null }>("select max(number) as last from migrations")
    .get();
  const number = last?.last ?? 0;
  const known = migrations.at(-1)?.number ?? 0;
  if (number > known) throw new StoreTooNew(path, number, known);
  return number;
}

/**
 * One server per file. The claim is an exclusive lock that SQLite holds on an empty file beside the
 * database. The operating system takes it back when the process ends, however it ends: the file may stay,
 * and means nothing.
 */
import Database from "better-sqlite3";
import { StoreInUse } from "../store-errors.ts";

export interface Claim {
  release(): void;
}

/** How long a claim waits for a command that is just leaving, or a server that is just going down. */
const patience = 1000;

export function claim(path: string, wait = patience): Claim {
  const lock = new Database(`${path}.lock`, { timeout: wait });
  try {
    // Nothing is ever written here, so no journal may appear beside it either.
    lock.pragma("journal_mode = OFF");
    lock.exec("begin exclusive");
  } catch (error) {
    lock.close();
    if (isBusy(error)) throw new StoreInUse(path);
    throw error;
  }
  return { release: () => lock.close() };
}

/** Whether a server holds this file just now. */
export function isClaimed(path: string): boolean {
  try {
    claim(path, 0).release();
    return false;
  } catch (error) {
    if (error instanceof StoreInUse) return true;
    throw error;
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY");
}

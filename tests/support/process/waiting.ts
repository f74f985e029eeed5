/** What waits in the database of a program that runs: inside to be met, and outside to be sent. */
import Database from "better-sqlite3";

export const nothingWaits = "0 notes, 0 replies";

export function waiting(databaseFile: string): string {
  const db = new Database(databaseFile, { readonly: true });
  const count = (table: string, state: string) =>
    db
      .prepare<[string], { n: number }>(`select count(*) as n from ${table} where state = ?`)
      .get(state)?.n;
  try {
    return `${count("inbox", "pending")} notes, ${count("replies", "waiting")} replies`;
  } finally {
    db.close();
  }
}

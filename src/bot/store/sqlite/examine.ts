/** Looks at a file before anything of ours touches it: whether it is ours, whole, and of no later version. */
import { existsSync, statSync } from "node:fs";
import Database from "better-sqlite3";
import { StoreNotOurs, StoreTooNew } from "../store-errors.ts";
import { migrations } from "./migrations.ts";

/** Changes nothing in it. A file that is not there yet, or is empty, is as good as ours. */
export function examine(path: string, patience: number): void {
  if (!existsSync(path) || statSync(path).size === 0) return;
  const db = new Database(path, { readonly: true, timeout: patience });
  try {
    const tables = new Set(
      db
        .prepare<[], { name: string }>("select name from sqlite_schema where type = 'table'")
        .all()
        .map(({ name }) => name),
    );
    if (tables.size === 0) return;
    if (!tables.has("migrations") || firstStep(db) !== migrations[0]?.name)
      throw new StoreNotOurs(path);
    const { last } = db
      .prepare<[], { last: number }>("select max(number) as last from migrations")
      .get() ?? { last: 0 };
    const known = migrations.at(-1)?.number ?? 0;
    if (last > known) throw new StoreTooNew(path, last, known);
  } finally {
    db.close();
  }
}

/** Undefined where the table of steps is another program's. */
function firstStep(db: Database.Database): string | undefined {
  const columns = db
    .prepare<[], { name: string }>("select name from pragma_table_info('migrations')")
    .all()
    .map(({ name }) => name);
  if (!["number", "name", "at"].every((column) => columns.includes(column))) return undefined;
  return db.prepare<[], { name: string }>("select name from migrations where number = 1").get()
    ?.name;
}

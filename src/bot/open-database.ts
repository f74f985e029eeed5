/** Opens the database, or says in a sentence why it does not open. */
import { mkdirSync, statfsSync } from "node:fs";
import { dirname } from "node:path";
import { CannotGoOn } from "./errors.ts";
import { openSqlite } from "./store/sqlite.ts";
import type { Store } from "./store/store.ts";
import { StoreInUse, StoreNotOurs, StoreTooNew } from "./store/store-errors.ts";

export function openDatabase(file: string, role: "server" | "visitor"): Store {
  try {
    if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
    return openSqlite(file, { role });
  } catch (error) {
    // Our tables by name, and not as we know them: what the steps made of them was changed by somebody else.
    if (codeOf(error) === "SQLITE_ERROR") throw damaged(file, `: ${String(error)}`);
    throw unopened(file, error) ?? error;
  }
}

/** What whoever runs the program can do about a file that does not open; nothing for our own mistakes. */
export function unopened(file: string, error: unknown): CannotGoOn | undefined {
  const code = codeOf(error);
  if (error instanceof StoreInUse) {
    return new CannotGoOn(
      error.code,
      `${file} đang có máy khác dùng: dừng máy kia trước, hoặc đặt DATABASE_URL khác. / ${error.message}`,
    );
  }
  if (error instanceof StoreNotOurs) {
    return new CannotGoOn(
      error.code,
      `${file} là cơ sở dữ liệu của chương trình khác, máy không đụng vào: đặt DATABASE_URL sang tệp khác. / ${error.message}`,
    );
  }
  if (error instanceof StoreTooNew) {
    return new CannotGoOn(
      error.code,
      `${file} do bản Cầu Nối mới hơn ghi: chạy bản mới hơn đó, hoặc đưa bản chép (restore) trở lại. / ${error.message}`,
    );
  }
  if (/^(?:SQLITE_FULL|ENOSPC|EDQUOT)/.test(code)) {
    return new CannotGoOn(
      "disk-full",
      `Ổ đĩa của ${file} đầy: xóa bớt tệp khác rồi chạy lại, không mất gì. / The disk of ${file} is full: make room, then start again; nothing is lost.`,
    );
  }
  if (/^SQLITE_(?:NOTADB|CORRUPT)/.test(code)) {
    return damaged(file);
  }
  if (/^(?:SQLITE_(?:CANTOPEN|READONLY|PERM|IOERR)|EACCES|EPERM|EEXIST|ENOTDIR|EROFS)/.test(code)) {
    return new CannotGoOn(
      "cannot-open",
      `Không mở được ${file} (${code}). / ${file} cannot be opened (${code}): look at the folder, its owner and the free space.`,
    );
  }
  return undefined;
}

/** Bytes left for this file on its disk; undefined where it lies on none, or nobody can say. */
export function roomBeside(file: string): number | undefined {
  if (file === ":memory:") return undefined;
  try {
    const { bavail, bsize } = statfsSync(dirname(file));
    return bavail * bsize;
  } catch {
    return undefined;
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "";

const damaged = (file: string, why = ""): CannotGoOn =>
  new CannotGoOn(
    "not-a-database",
    `${file} hỏng, hoặc không phải cơ sở dữ liệu: đưa bản chép (restore) trở lại, hoặc đặt DATABASE_URL sang tệp khác. / ${file} is damaged, or no database: restore a backup, or give DATABASE_URL another file${why}.`,
  );

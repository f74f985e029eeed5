/** Opens the database, or says in a sentence why it does not open. */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { CannotGoOn } from "./errors.ts";
import { openSqlite } from "./store/sqlite.ts";
import type { Store } from "./store/store.ts";
import { StoreInUse, StoreTooNew } from "./store/store-errors.ts";

export function openDatabase(file: string, role: "server" | "visitor"): Store {
  try {
    if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
    return openSqlite(file, { role });
  } catch (error) {
    throw unopened(file, error) ?? error;
  }
}

/** What whoever runs the program can do about a file that does not open; nothing for our own mistakes. */
export function unopened(file: string, error: unknown): CannotGoOn | undefined {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (error instanceof StoreInUse) {
    return new CannotGoOn(
      error.code,
      `${file} đang có máy khác dùng: dừng máy kia trước, hoặc đặt DATABASE_URL khác. / ${error.message}`,
    );
  }
  if (error instanceof StoreTooNew) return new CannotGoOn(error.code, error.message);
  if (/^(?:SQLITE_FULL|ENOSPC|EDQUOT)/.test(code)) {
    return new CannotGoOn(
      "disk-full",
      `Ổ đĩa của ${file} đầy: xóa bớt tệp khác rồi chạy lại, không mất gì. / The disk of ${file} is full: make room, then start again; nothing is lost.`,
    );
  }
  if (/^SQLITE_(?:NOTADB|CORRUPT)/.test(code)) {
    return new CannotGoOn(
      "not-a-database",
      `${file} không phải cơ sở dữ liệu đọc được. / ${file} is no database that can be read: restore a backup.`,
    );
  }
  if (/^(?:SQLITE_(?:CANTOPEN|READONLY|PERM|IOERR)|EACCES|EPERM|EEXIST|ENOTDIR|EROFS)/.test(code)) {
    return new CannotGoOn(
      "cannot-open",
      `Không mở được ${file} (${code}). / ${file} cannot be opened (${code}): look at the folder, its owner and the free space.`,
    );
  }
  return undefined;
}

/** What a start says when its database cannot be had: words for whoever runs the machine, never a trace of ours. */
import { mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { CannotGoOn } from "../../src/bot/errors.ts";
import { openDatabase, unopened } from "../../src/bot/open-database.ts";
import { openSqlite } from "../../src/bot/store/sqlite.ts";
import { aTempFolder } from "../support/at-end.ts";

const refusalOf = (file: string): unknown => {
  try {
    openDatabase(file, "server").close();
    return undefined;
  } catch (error) {
    return error;
  }
};

/** As the engine says it, whose disk no test can fill. */
const said = (code: string) => Object.assign(new Error("database or disk is full"), { code });

test.each(["SQLITE_FULL", "ENOSPC"])("a full disk is called one (%s)", (code) => {
  const refusal = unopened("data/cau-noi.db", said(code));

  expect(refusal).toBeInstanceOf(CannotGoOn);
  expect(refusal?.message).toMatch(/Ổ đĩa .* đầy.*\/.*disk .* is full/);
});

test("a disk that answers with errors is no riddle", () => {
  expect(unopened("data/cau-noi.db", said("SQLITE_IOERR_FSYNC"))?.message).toMatch(
    /Không mở được.*SQLITE_IOERR_FSYNC/,
  );
});

test("a file that was written over in its middle is called unreadable", () => {
  const file = join(aTempFolder(), "cau-noi.db");
  openSqlite(file).close();
  writeFileSync(file, "x".repeat(4096 * 20));

  expect(refusalOf(file)).toMatchObject({ code: "not-a-database" });
});

test("a folder in the place of the file cannot be opened", () => {
  const file = join(aTempFolder(), "cau-noi.db");
  mkdirSync(file);

  expect(refusalOf(file)).toMatchObject({ code: "cannot-open" });
});

describe("what is not ours is refused in one line of both languages, and stays as it is to the byte", () => {
  const line = /^\S*cau-noi\.db .+ \/ .+[.]$/;
  /** Made by somebody else's program, or by ours before something happened to it. */
  const made = (file: string, ...statements: string[]): void => {
    const db = new Database(file);
    for (const statement of statements) db.exec(statement);
    db.close();
  };
  const ours = (file: string): void => openSqlite(file).close();

  test.each<[string, string, (file: string) => void]>([
    ["another program's tables", "store-not-ours", (file) => made(file, "create table people (n)")],
    [
      "another program's table of steps",
      "store-not-ours",
      (file) => made(file, "create table migrations (id, name)"),
    ],
    [
      "another program's steps in a table like ours",
      "store-not-ours",
      (file) =>
        made(
          file,
          "create table migrations (number, name, at)",
          "insert into migrations values (1, 'people', 0)",
        ),
    ],
    [
      "ours, of a version after this one",
      "store-too-new",
      (file) => {
        ours(file);
        made(file, "insert into migrations values (999, 'of tomorrow', 0)");
      },
    ],
    [
      "ours, cut in the middle",
      "not-a-database",
      (file) => {
        ours(file);
        truncateSync(file, statSync(file).size - 4096 * 3);
      },
    ],
    [
      "ours, without one of its tables",
      "not-a-database",
      (file) => {
        ours(file);
        made(file, "drop table reply_messages");
      },
    ],
    ["words", "not-a-database", (file) => writeFileSync(file, "xin chào ".repeat(1000))],
  ])("%s: %s", (_, code, make) => {
    const file = join(aTempFolder(), "cau-noi.db");
    make(file);
    const before = readFileSync(file);

    const refusal = refusalOf(file);

    expect(refusal).toBeInstanceOf(CannotGoOn);
    expect(refusal).toMatchObject({ code, message: expect.stringMatching(line) });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test("an empty file is ours to fill", () => {
    const file = join(aTempFolder(), "cau-noi.db");
    writeFileSync(file, "");

    expect(refusalOf(file)).toBeUndefined();
  });
});

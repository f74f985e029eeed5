/** What a start says when its database cannot be had: words for whoever runs the machine, never a trace of ours. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
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

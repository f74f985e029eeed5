import { readdirSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeEach, describe, expect, test } from "vitest";
import { erasedWithIt, plainColumns, sealedColumns } from "../../src/bot/store/sealed.ts";
import { eraser } from "../../src/bot/store/sqlite/erasure.ts";
import { openFile } from "../../src/bot/store/sqlite/open-file.ts";
import { turns } from "../../src/bot/store/sqlite/turns.ts";
import { openSqlite } from "../../src/bot/store/sqlite.ts";
import { aTempFolder } from "../support/at-end.ts";
import {
  aTurn,
  conversationId,
  journey,
  morning,
  say,
  settle,
  threadOf,
  words,
} from "../support/store/builders.ts";
import { startChild } from "../support/store/child.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = aTempFolder();
  path = join(folder, "cau-noi.db");
});

const lan = conversationId("lan");

describe("the list of personal columns", () => {
  interface Column {
    readonly table: string;
    readonly column: string;
    readonly type: string;
  }

  function liveColumns(): Column[] {
    openSqlite(path).close();
    const db = new Database(path, { readonly: true });
    const columns = db
      .prepare<[], Column>(
        "select t.name as 'table', c.name as 'column', c.type from sqlite_schema t join pragma_table_info(t.name) c " +
          "where t.type = 'table' and t.name not like 'sqlite_%'",
      )
      .all();
    db.close();
    return columns;
  }

  /** Columns on neither list, or on both. */
  function complaints(columns: readonly Column[]): string[] {
    return columns
      .filter(({ type }) => type !== "INTEGER")
      .filter(({ table, column }) => {
        const sealed = sealedColumns.some((s) => s.table === table && s.column === column);
        return sealed === (plainColumns[table]?.includes(column) ?? false);
      })
      .map(({ table, column }) => `${table}.${column}`);
  }

  test("has an opinion on every column that can hold words", () => {
    expect(complaints(liveColumns())).toEqual([]);
  });

  test("notices a column nobody thought of, and one on both lists", () => {
    const planted = [
      { table: "cases", column: "mood", type: "TEXT" },
      { table: "feelings", column: "bytes", type: "BLOB" },
      { table: "cases", column: "card", type: "TEXT" },
    ];

    expect(complaints(planted)).toEqual(["cases.mood", "feelings.bytes"]);
  });

  test("names no column that is not there", () => {
    const live = new Set(liveColumns().map(({ table, column }) => `${table}.${column}`));
    const named = [
      ...sealedColumns.map(({ table, column }) => `${table}.${column}`),
      ...Object.entries(plainColumns).flatMap(([table, columns]) =>
        columns.map((column) => `${table}.${column}`),
      ),
    ];

    expect(named.filter((name) => !live.has(name))).toEqual([]);
  });

  test("every row has its commune, but for what serves the whole house", () => {
    const columns = liveColumns();
    const tables = new Set(columns.map(({ table }) => table));
    const without = [...tables].filter(
      (name) => !columns.some(({ table, column }) => table === name && column === "commune"),
    );

    expect(without.toSorted()).toEqual([
      "editions",
      "kept_files",
      "migrations",
      "secrets",
      "settings",
    ]);
  });

  test("every table that knows a conversation says what erasure does with it", () => {
    const known = new Set([
      ...sealedColumns.map(({ table }) => table),
      ...erasedWithIt.map(({ table }) => table),
      "journeys", // unlinked and coarsened, not erased
    ]);
    const knowing = liveColumns().filter(({ column }) => column === "conversation");

    expect(knowing.filter(({ table }) => !known.has(table))).toEqual([]);
  });
});

describe("one server per file", () => {
  test("a second server is refused with the way out, and its refusal disturbs nothing", () => {
    const first = openSqlite(path);

    expect(() => openSqlite(path)).toThrow(
      expect.objectContaining({
        code: "store-in-use",
        message: expect.stringContaining("Stop that one"),
      }),
    );
    settle(first, { web: ["lan"] });
    first.close();
    const next = openSqlite(path);
    expect(next.conversation(lan)).toBeDefined();
    next.close();
  });

  test("another name of the same file is the same file", () => {
    const first = openSqlite(path);
    const link = join(folder, "link.db");
    symlinkSync(path, link);

    expect(() => openSqlite(link)).toThrow(expect.objectContaining({ code: "store-in-use" }));
    first.close();
  });

  test("a server in another process holds the file until kill -9, which leaves nothing to clean up", async () => {
    const first = startChild(path, "hold");
    expect(await first.firstLine).toBe("ready");

    expect(() => openSqlite(path)).toThrow(expect.objectContaining({ code: "store-in-use" }));
    const second = startChild(path, "hold");
    expect(await second.firstLine).toBe("refused store-in-use");
    await second.ended;

    await first.kill();
    const third = startChild(path, "hold");
    expect(await third.firstLine).toBe("ready");
    await third.kill();
    const store = openSqlite(path);
    expect(store.conversation(conversationId("a"))).toBeDefined();
    store.close();
  });

  test("a command works beside a running server, and the server sees what it did", async () => {
    const server = startChild(path, "commit");
    expect(await server.firstLine).toBe("ready");

    const visitor = openSqlite(path, { role: "visitor" });
    for (let i = 0; i < 50; i++) visitor.setSetting("trial", `${i}`);
    const alongside = visitor.conversation(conversationId("a"))!.revision;
    visitor.close();
    await server.kill();

    const store = openSqlite(path);
    expect(store.setting("trial")).toBe("49");
    expect(store.conversation(conversationId("a"))!.revision).toBeGreaterThanOrEqual(alongside);
    expect(server.lines.filter((line) => !/^(ready|committed|seen-before)/.test(line))).toEqual([]);
    store.close();
  });

  test("a command may come first, and make the tables", () => {
    const visitor = openSqlite(path, { role: "visitor" });
    visitor.setSetting("trial", "yes");
    const server = openSqlite(path);

    expect(server.setting("trial")).toBe("yes");
    visitor.close();
    server.close();
    expect(readdirSync(folder).toSorted()).toEqual(["cau-noi.db", "cau-noi.db.lock"]);
  });

  test("a folder that is not there yet is made; memory needs none", () => {
    const deep = openSqlite(join(folder, "data", "deep", "cau-noi.db"));
    const light = [openSqlite(":memory:"), openSqlite(":memory:")];

    for (const store of [deep, ...light]) {
      settle(store, { web: ["lan"] });
      store.close();
    }
  });
});

describe("the file", () => {
  test("is opened so that what was acknowledged survives a power cut", () => {
    const { db, close } = openFile(path, "server");
    const pragma = (name: string) => db.pragma(name, { simple: true });

    expect(pragma("journal_mode")).toBe("wal");
    expect(pragma("synchronous")).toBe(2); // FULL
    expect(pragma("foreign_keys")).toBe(1);
    expect(pragma("busy_timeout")).toBe(5000);
    expect(pragma("secure_delete")).toBe(1);
    close();
  });

  test.skipIf(process.platform === "win32")(
    "its log and its copies are readable by its own account alone",
    async () => {
      const deep = join(folder, "data", "cau-noi.db");
      const store = openSqlite(deep);
      settle(store, { web: ["lan"] });
      const copy = join(folder, "copy.db");

      await store.backup(copy);

      const rights = (file: string) => statSync(file).mode & 0o077;
      expect([deep, `${deep}-wal`, `${deep}-shm`, copy, join(folder, "data")].map(rights)).toEqual([
        0, 0, 0, 0, 0,
      ]);
      store.close();
    },
  );

  test("of a newer version is refused, with the way out", () => {
    openSqlite(path).close();
    const db = new Database(path);
    db.exec("insert into migrations (number, name, at) values (999, 'from tomorrow', 0)");
    db.close();

    for (const role of ["server", "visitor"] as const) {
      expect(() => openSqlite(path, { role })).toThrow(
        expect.objectContaining({ code: "store-too-new", message: expect.stringContaining("999") }),
      );
    }
  });

  test("that fills up refuses the turns it cannot keep, and keeps the others", () => {
    const { db, close } = openFile(path, "server");
    const { commit } = turns(
      db,
      eraser(db, () => "id"),
      () => morning,
    );
    const add = db.prepare(
      "insert into conversations (id, commune, account, peer, revision, seq, shown, made_at) values (?, 'x', 'web', ?, 0, 0, 0, 0)",
    );
    db.exec("insert into accounts (id, commune, channel) values ('web', 'x', 'web')");
    for (const name of ["a", "b", "c"]) add.run(name, name);
    const pages = db.pragma("page_count", { simple: true }) as number;
    db.pragma(`max_page_count = ${pages + 20}`);
    const long = say("dạ ".repeat(100_000));

    const outcomes = commit(
      [aTurn({ in: "a" }), aTurn({ in: "b", effects: [long] }), aTurn({ in: "c" })],
      morning,
    );
    const next = commit([aTurn({ in: "c", key: "next" })], morning);

    expect(outcomes[1]).toMatchObject({ kind: "refused", error: { code: "SQLITE_FULL" } });
    // Whatever stands was said to stand.
    for (const [i, name] of ["a", "b", "c"].entries()) {
      const { revision } = db
        .prepare("select revision from conversations where id = ?")
        .get(name) as { revision: number };
      const later = name === "c" && next[0]?.kind === "committed" ? 1 : 0;
      expect(revision).toBe((outcomes[i]?.kind === "committed" ? 1 : 0) + later);
    }
    close();
  });

  test("locked by somebody for too long refuses all turns, and none is half there", () => {
    const { db, close } = openFile(path, "server");
    db.exec("insert into accounts (id, commune, channel) values ('web', 'x', 'web')");
    const { commit } = turns(
      db,
      eraser(db, () => "id"),
      () => morning,
    );
    db.pragma("busy_timeout = 20");
    const other = new Database(path);
    other.exec("begin immediate");

    const outcomes = commit([aTurn({ in: "a" }), aTurn({ in: "b" })], morning);

    expect(outcomes).toMatchObject([
      { kind: "refused", error: { code: "SQLITE_BUSY" } },
      { kind: "refused", error: { code: "SQLITE_BUSY" } },
    ]);
    other.close();
    close();
  });

  test("is erased without waiting for a reader in another process", () => {
    const store = openSqlite(path);
    settle(store, { web: ["lan"] });
    store.commit([aTurn({ in: "lan", inbound: words("chim-hoàng-yến") })], morning);
    const reader = new Database(path);
    reader.exec("begin");
    reader.prepare("select count(*) from inbox").get();

    const begun = performance.now();
    const erased = store.erase(lan);

    expect(erased).toMatchObject({ messages: 1 });
    // Who waits for a reader waits for as long as the database is told to.
    expect(performance.now() - begun).toBeLessThan(5000);
    reader.close();
    store.close();
  });

  test.each(["server", "visitor"] as const)("is copied by a %s while turns go on", async (role) => {
    const server = startChild(path, "commit");
    expect(await server.firstLine).toBe("ready");
    const copy = join(folder, "copy.db");

    if (role === "server") await server.kill();
    const store = openSqlite(path, { role });
    const before = store.conversation(conversationId("a"))!.revision;
    await store.backup(copy);
    store.close();
    await server.kill();

    const copied = openSqlite(copy);
    const { revision } = copied.conversation(conversationId("a"))!;
    expect(revision).toBeGreaterThanOrEqual(before);
    expect(copied.lines(conversationId("a"), 0, 1_000_000)).toHaveLength(3 * revision);
    copied.close();
    expect(readdirSync(folder)).not.toContain("copy.db.part");
  });

  test("keeps an erased journey's moments as days, under a name that leads nowhere", () => {
    const store = openSqlite(path, { id: () => "fresh" });
    settle(store, { web: ["lan"] });
    const effects = [journey("lan/j1"), journey("lan/j1", { moment: "finished" })];
    store.commit([aTurn({ in: "lan", effects })], morning);

    store.erase(lan);

    store.close();
    const db = new Database(path);
    const events = db
      .prepare("select journey, at, moment from journey_events order by position")
      .all();
    const midnight = Date.parse("2026-11-21T17:00:00Z");
    expect(events).toEqual([
      { journey: "fresh", at: midnight, moment: "begun" },
      { journey: "fresh", at: midnight, moment: "finished" },
    ]);
    expect(db.prepare("select id, conversation from journeys").all()).toEqual([
      { id: "fresh", conversation: null },
    ]);
    db.close();
  });

  test("with a note this version cannot read sets it aside, and goes on with the others", () => {
    const store = openSqlite(path);
    settle(store, { web: ["lan", "minh"] });
    const to = conversationId("minh");
    const effects = [
      { do: "note", to, note: words("một") },
      { do: "note", to, note: words("hai") },
    ] as const;
    store.commit([aTurn({ in: "lan", effects })], morning);
    const db = new Database(path);
    db.exec(`update inbox set payload = '{"kind":"from tomorrow"}' where key = 'lan/1/0'`);
    db.close();

    expect(store.pending(10).map(({ key }) => key)).toEqual(["lan/1/1"]);
    expect(store.parked()).toMatchObject([{ key: "lan/1/0", conversation: to }]);
    store.close();
  });

  test("with a conversation we did not write is not guessed at", () => {
    const store = openSqlite(path);
    settle(store, { web: ["lan"] });
    store.commit([aTurn({ in: "lan", effects: [say("Dạ")] })], morning);
    const db = new Database(path);
    db.exec(`update conversations set saved = '{"version":1}'`);
    db.close();

    expect(() => store.conversation(lan)).toThrow();
    expect(threadOf(store, "lan")).toHaveLength(2);
    store.close();
  });
});

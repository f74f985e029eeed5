/** A store of a test, in a folder of its own. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openSqlite } from "../../../src/bot/store/sqlite.ts";
import { aTempFolder } from "../at-end.ts";
import { morning } from "./builders.ts";
import type { StoreUnderTest } from "./contract.ts";

export function sqliteOnDisk(): StoreUnderTest {
  const folder = aTempFolder();
  return opened(folder);
}

function opened(folder: string): StoreUnderTest {
  const store = openSqlite(join(folder, "cau-noi.db"), { now: () => morning });
  return {
    store,
    restart: () => {
      store.close();
      return opened(folder);
    },
    bytes: () => Buffer.concat(readdirSync(folder).map((file) => readFileSync(join(folder, file)))),
    end: () => {
      store.close();
    },
  };
}

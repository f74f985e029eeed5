/** `backup` and `restore`: copies of the database. */
import { existsSync } from "node:fs";
import type { Config } from "../config.ts";
import { CannotGoOn } from "../errors.ts";
import { newCode } from "../ids.ts";
import { openDatabase } from "../open-database.ts";
import { write } from "./answer.ts";
import { visit } from "./visit.ts";

export async function backup(config: Config, file: string | undefined): Promise<number> {
  if (file === undefined)
    throw new CannotGoOn(
      "usage",
      "backup cần tên tệp / needs a file name: npm run cau-noi -- backup copy.db",
    );
  await visit(config, (store) => store.backup(file));
  write(`Đã chép vào ${file}. / Copied to ${file}.\n`);
  return 0;
}

export async function restore(config: Config, file: string | undefined): Promise<number> {
  if (file === undefined)
    throw new CannotGoOn(
      "usage",
      "restore cần tên tệp / needs a file name: npm run cau-noi -- restore copy.db",
    );
  if (!existsSync(file)) {
    throw new CannotGoOn("missing", `Không có tệp ${file}. / There is no file ${file}.`);
  }
  // Opened as a server: refused while one runs on this file. The copy is made next to the old one first.
  const copy = openDatabase(file, "server");
  const kept = `${config.databaseFile}.before-restore-${newCode().slice(0, 6)}`;
  try {
    const present = openDatabase(config.databaseFile, "server");
    await present.backup(kept);
    present.close();
    await copy.backup(config.databaseFile);
  } finally {
    copy.close();
  }
  write(`Đã đưa ${file} trở lại; bản cũ ở ${kept}. / Restored; the former one is ${kept}.\n`);
  return 0;
}

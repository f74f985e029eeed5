/** A command beside a running server: it opens the same file, and closes it whatever happens. */
import type { Config } from "../config.ts";
import { CannotGoOn } from "../errors.ts";
import { openDatabase } from "../open-database.ts";
import { keptNames } from "../running.ts";
import type { Store } from "../store/store.ts";

export async function visit<Got>(
  config: Config,
  look: (store: Store) => Got | Promise<Got>,
): Promise<Got> {
  const store = openDatabase(config.databaseFile, "visitor");
  try {
    return await look(store);
  } finally {
    store.close();
  }
}

export function publishedCommune(store: Store): string {
  const publication = store.publication();
  if (publication === undefined)
    throw new CannotGoOn(
      "unpublished",
      "Chưa chạy lần nào: chạy npm start trước. / Start the server once first: npm start.",
    );
  return (JSON.parse(publication.content) as { desk: { commune: string } }).desk.commune;
}

/** Where the pages are: as it is set, as the running server last was, or on this machine. */
export const webRootOf = (config: Config, store: Store): string =>
  config.publicUrl ?? store.setting(keptNames.webRoot) ?? `http://localhost:${config.port}`;

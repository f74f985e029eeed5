/** What was published, and the house's own settings and secrets. */
import type { Database } from "better-sqlite3";
import type { EditionId, Instant } from "../../../flows/index.ts";
import { open, seal } from "../sealed.ts";
import type { Publication, Store } from "../store.ts";

export function content(
  db: Database,
): Pick<
  Store,
  | "publish"
  | "publication"
  | "publicationId"
  | "edition"
  | "secret"
  | "setting"
  | "setSetting"
  | "changeSetting"
> {
  const latest = db.prepare<
    [],
    { id: string; commune: string; at: Instant; content: string; editions: string }
  >("select id, commune, at, content, editions from publications order by position desc limit 1");
  const latestId = db.prepare<[], { id: string }>(
    "select id from publications order by position desc limit 1",
  );
  const addPublication = db.prepare<[string, string, number, string, string]>(
    "insert into publications (id, commune, at, content, editions) values (?, ?, ?, ?, ?)",
  );
  // An edition is its hash: the same one is never written twice, and never changed.
  const addEdition = db.prepare<[string, string, string]>(
    "insert into editions (id, flow, expanded) values (?, ?, ?) on conflict (id) do nothing",
  );
  const edition = db.prepare<[string], { flow: string; expanded: string }>(
    "select flow, expanded from editions where id = ?",
  );
  const addSecret = db.prepare<[string, string]>(
    "insert into secrets (name, value) values (?, ?) on conflict (name) do nothing",
  );
  const secret = db.prepare<[string], { value: string }>(
    "select value from secrets where name = ?",
  );
  const setting = db.prepare<[string], { value: string }>(
    "select value from settings where name = ?",
  );
  const setSetting = db.prepare<[string, string]>(
    "insert into settings (name, value) values (?, ?) on conflict (name) do update set value = excluded.value",
  );
  const addSetting = db.prepare<[string, string]>(
    "insert into settings (name, value) values (?, ?) on conflict (name) do nothing",
  );
  const swapSetting = db.prepare<[string, string, string]>(
    "update settings set value = ? where name = ? and value = ?",
  );

  function editionsOf(ids: string): Publication["editions"] {
    return (JSON.parse(ids) as EditionId[]).map((id) => {
      const found = edition.get(id);
      if (found === undefined) throw new Error(`edition ${id} was published and is not there`);
      return { id, ...found };
    });
  }

  return {
    publish: db.transaction((publication: Publication) => {
      for (const { id, flow, expanded } of publication.editions) addEdition.run(id, flow, expanded);
      if (latestId.get()?.id === publication.id) return;
      addPublication.run(
        publication.id,
        publication.commune ?? "",
        publication.at,
        publication.content,
        JSON.stringify(publication.editions.map(({ id }) => id)),
      );
    }).immediate,
    publication: () => {
      const found = latest.get();
      if (found === undefined) return undefined;
      const { commune, editions, ...rest } = found;
      return {
        ...rest,
        ...(commune === "" ? {} : { commune }),
        editions: editionsOf(editions),
      };
    },
    publicationId: () => latestId.get()?.id,
    edition: (id) => edition.get(id),
    secret: (name, fresh) => {
      const known = secret.get(name);
      if (known !== undefined) return open(known.value);
      addSecret.run(name, seal(fresh()));
      const kept = secret.get(name);
      if (kept === undefined) throw new Error(`the secret ${name} could not be kept`);
      return open(kept.value);
    },
    setting: (name) => setting.get(name)?.value,
    setSetting: (name, value) => {
      setSetting.run(name, value);
    },
    changeSetting: (name, from, to) =>
      (from === undefined ? addSetting.run(name, to) : swapSetting.run(to, name, from)).changes ===
      1,
  };
}

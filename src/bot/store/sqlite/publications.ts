/** What was published: each edition once, each file once. */
import { createHash } from "node:crypto";
import type { Database } from "better-sqlite3";
import type { EditionId, Instant, PropagandistId } from "../../../flows/index.ts";
import type { Publication, PublicationStore } from "../publications.ts";

interface Row {
  readonly id: string;
  readonly commune: string;
  readonly at: Instant;
  readonly content: string;
  readonly editions: string;
}

export function publications(db: Database): PublicationStore {
  const latest = db.prepare<[], Row>(
    "select id, commune, at, content, editions from publications order by position desc limit 1",
  );
  const atPosition = db.prepare<[number], Row>(
    "select id, commune, at, content, editions from publications where position = ?",
  );
  const latestId = db.prepare<[], { id: string; position: number }>(
    "select id, position from publications order by position desc limit 1",
  );
  const addPublication = db.prepare<[string, string, number, string, string, string | null]>(
    "insert into publications (id, commune, at, content, editions, published_by) values (?, ?, ?, ?, ?, ?)",
  );
  const lines = db.prepare<
    [],
    {
      position: number;
      id: string;
      at: Instant;
      published_by: PropagandistId | null;
      files: number;
    }
  >(
    "select p.position, p.id, p.at, p.published_by, " +
      "exists (select 1 from publication_files f where f.publication = p.position) as files " +
      "from publications p order by p.position desc",
  );
  // The same bytes are kept once, however many publications they are part of.
  const keepFile = db.prepare<[string, Uint8Array]>(
    "insert into kept_files (hash, bytes) values (?, ?) on conflict (hash) do nothing",
  );
  const addFile = db.prepare<[number, string, string, string]>(
    "insert into publication_files (publication, commune, path, hash) values (?, ?, ?, ?) on conflict do nothing",
  );
  const files = db.prepare<[number], { path: string; bytes: Buffer }>(
    "select f.path, k.bytes from publication_files f join kept_files k on k.hash = f.hash " +
      "where f.publication = ? order by f.path",
  );
  // An edition is its hash: the same one is never written twice, and never changed.
  const addEdition = db.prepare<[string, string, string]>(
    "insert into editions (id, flow, expanded) values (?, ?, ?) on conflict (id) do nothing",
  );
  const edition = db.prepare<[string], { flow: string; expanded: string }>(
    "select flow, expanded from editions where id = ?",
  );

  function editionsOf(ids: string): Publication["editions"] {
    return (JSON.parse(ids) as EditionId[]).map((id) => {
      const found = edition.get(id);
      if (found === undefined) throw new Error(`edition ${id} was published and is not there`);
      return { id, ...found };
    });
  }

  function asPublication(found: Row | undefined): Publication | undefined {
    if (found === undefined) return undefined;
    const { commune, editions, ...rest } = found;
    return { ...rest, ...(commune === "" ? {} : { commune }), editions: editionsOf(editions) };
  }

  return {
    publish: db.transaction((publication: Publication) => {
      for (const { id, flow, expanded } of publication.editions) addEdition.run(id, flow, expanded);
      if (latestId.get()?.id !== publication.id) {
        addPublication.run(
          publication.id,
          publication.commune ?? "",
          publication.at,
          publication.content,
          JSON.stringify(publication.editions.map(({ id }) => id)),
          publication.by ?? null,
        );
      }
      const position = latestId.get()?.position;
      if (position === undefined) return;
      for (const [path, bytes] of publication.files ?? []) {
        const hash = createHash("sha256").update(bytes).digest("hex");
        keepFile.run(hash, bytes);
        addFile.run(position, publication.commune ?? "", path, hash);
      }
    }).immediate,
    publication: () => asPublication(latest.get()),
    publications: () =>
      lines.all().map(({ published_by: by, files: kept, ...line }) => ({
        ...line,
        ...(by === null ? {} : { by }),
        restorable: kept === 1,
      })),
    publicationAt: (position) => asPublication(atPosition.get(position)),
    publicationFiles: (position) =>
      new Map(files.all(position).map(({ path, bytes }) => [path, bytes])),
    publicationId: () => latestId.get()?.id,
    edition: (id) => edition.get(id),
  };
}

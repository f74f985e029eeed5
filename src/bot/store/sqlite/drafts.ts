/** The commune's one draft of its content, and the links on which it may be tried. */
import type { Database } from "better-sqlite3";
import type { Instant, PropagandistId } from "../../../flows/index.ts";
import type { DraftFile, DraftStore, DraftTouch } from "../drafts.ts";

interface FileRow {
  readonly path: string;
  readonly base: Buffer | null;
  readonly bytes: Buffer | null;
  readonly by: PropagandistId;
  readonly at: Instant;
}

export function drafts(db: Database): DraftStore {
  const files = db.prepare<[string], FileRow>(
    "select path, base, bytes, by, at from draft_files where commune = ? order by path",
  );
  const touches = db.prepare<[string], DraftTouch>(
    "select path, place, by, at from draft_touches where commune = ? order by at, path, place",
  );
  const putFile = db.prepare<
    [string, string, Uint8Array | null, Uint8Array | null, string, number]
  >(
    "insert into draft_files (commune, path, base, bytes, by, at) values (?, ?, ?, ?, ?, ?) " +
      "on conflict (commune, path) do update set base = excluded.base, bytes = excluded.bytes, " +
      "by = excluded.by, at = excluded.at",
  );
  const putTouch = db.prepare<[string, string, string, string, number]>(
    "insert into draft_touches (commune, path, place, by, at) values (?, ?, ?, ?, ?) " +
      "on conflict (commune, path, place) do update set by = excluded.by, at = excluded.at",
  );
  const dropFile = db.prepare<[string, string]>(
    "delete from draft_files where commune = ? and path = ?",
  );
  const dropTouches = db.prepare<[string, string]>(
    "delete from draft_touches where commune = ? and path = ?",
  );
  const begin = db.prepare<[string, string, number]>(
    "insert into draft_writings (commune, by, at) values (?, ?, ?) " +
      "on conflict (commune) do update set by = excluded.by, at = excluded.at",
  );
  const writings = db.prepare<[], { commune: string; by: PropagandistId; at: Instant }>(
    "select commune, by, at from draft_writings order by commune",
  );
  const end = db.prepare<[string]>("delete from draft_writings where commune = ?");
  const dropAllFiles = db.prepare<[string]>("delete from draft_files where commune = ?");
  const dropAllTouches = db.prepare<[string]>("delete from draft_touches where commune = ?");
  const addLink = db.prepare<[string, string, string, number]>(
    "insert into try_links (code_hash, commune, by, expires_at) values (?, ?, ?, ?)",
  );
  const link = db.prepare<[string], { commune: string; expires_at: Instant }>(
    "select commune, expires_at from try_links where code_hash = ?",
  );
  const dropLinks = db.prepare<[number]>("delete from try_links where expires_at <= ?");

  return {
    draftFiles: (commune) =>
      files.all(commune).map(({ base, bytes, ...rest }) => ({
        ...rest,
        base: base ?? undefined,
        bytes: bytes ?? undefined,
      })),
    draftTouches: (commune) => touches.all(commune),
    saveDraft: db.transaction(
      (commune: string, saved: readonly DraftFile[], touched: readonly DraftTouch[] = []) => {
        for (const { path, base, bytes, by, at } of saved)
          putFile.run(commune, path, base ?? null, bytes ?? null, by, at);
        for (const { path, place, by, at } of touched) putTouch.run(commune, path, place, by, at);
      },
    ).immediate,
    dropDraft: db.transaction((commune: string, paths: readonly string[]) => {
      for (const path of paths) {
        dropFile.run(commune, path);
        dropTouches.run(commune, path);
      }
    }).immediate,
    beginWriting: (commune, by, now) => {
      begin.run(commune, by, now);
    },
    writings: () => writings.all(),
    endWriting: db.transaction((commune: string) => {
      dropAllFiles.run(commune);
      dropAllTouches.run(commune);
      end.run(commune);
    }).immediate,
    addTryLink: (codeHash, commune, by, expiresAt) => {
      addLink.run(codeHash, commune, by, expiresAt);
    },
    tryLink: (codeHash) => {
      const found = link.get(codeHash);
      return found && { commune: found.commune, expiresAt: found.expires_at };
    },
    dropTryLinks: (before) => {
      dropLinks.run(before);
    },
  };
}

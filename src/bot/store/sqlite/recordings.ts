/** Steps read aloud by propagandists: the newest recording of the same words in the same language counts. */
import { createHash } from "node:crypto";
import type { Database } from "better-sqlite3";
import type { Instant, MediaId, PropagandistId, Recorded, Speech } from "../../../flows/index.ts";
import type { Recording, RecordingStore } from "../recordings.ts";
import { open, seal } from "../sealed.ts";
import { MediaTooLarge, NotInStore } from "../store-errors.ts";

const limit = 10 * 1024 * 1024;

interface Row {
  readonly id: MediaId;
  readonly commune: string;
  readonly flow: string;
  readonly step: string;
  readonly mark: string;
  readonly speech: Speech;
  readonly by_whom: PropagandistId;
  readonly at: Instant;
}

const known = "id, commune, flow, step, mark, speech, by_whom, at";

/** Keeps a recording, inside a turn's commit or alone. */
export function recordingWriter(db: Database) {
  const keep = db.prepare<Record<string, string | number | Uint8Array>>(
    `insert into recordings (${known}, type, bytes) ` +
      "select :id, p.commune, :flow, :step, :mark, :speech, p.id, :at, :type, :bytes " +
      "from propagandists p where p.id = :by " +
      "on conflict (commune, mark, speech) do update set id = excluded.id, flow = excluded.flow, " +
      "step = excluded.step, by_whom = excluded.by_whom, at = excluded.at, type = excluded.type, bytes = excluded.bytes",
  );
  return (recording: Omit<Recording, "id" | "commune" | "form">): MediaId => {
    const { flow, step, mark, speech, by, at, type, bytes } = recording;
    if (bytes.byteLength > limit) throw new MediaTooLarge(bytes.byteLength, limit);
    const id = createHash("sha256")
      .update(`${by}/${mark}/${speech}/${at}/`)
      .update(bytes)
      .digest("hex")
      .slice(0, 32) as MediaId;
    const sealed = seal(bytes);
    const { changes } = keep.run({ id, flow, step, mark, speech, by, at, type, bytes: sealed });
    if (changes === 0) throw new NotInStore("propagandist", by);
    return id;
  };
}

export function recordings(db: Database): RecordingStore {
  const all = db.prepare<[string], Row>(
    `select ${known} from recordings where commune = ? order by at, id`,
  );
  // Which recordings there are changes seldom and is asked for at every turn.
  const version = db.prepare<[string], { count: number; row: number | null; at: number | null }>(
    'select count(*) as count, max(rowid) as "row", max(at) as at from recordings where commune = ?',
  );
  const byId = db.prepare<[string], Row & { type: string; bytes: Uint8Array }>(
    `select ${known}, type, bytes from recordings where id = ?`,
  );
  const drop = db.prepare<[string]>("delete from recordings where id = ?");
  const dropOf = db.prepare<[string]>("delete from recordings where by_whom = ?");
  const read = new Map<string, { readonly version: string; readonly rows: readonly Recorded[] }>();

  return {
    recordings: (commune) => {
      const { count = 0, row, at } = version.get(commune) ?? {};
      const now = `${count}/${row}/${at}`;
      const before = read.get(commune);
      if (before?.version === now) return before.rows;
      const rows = all.all(commune).map(asRecorded);
      read.set(commune, { version: now, rows });
      return rows;
    },
    recording: (id) => {
      const row = byId.get(id);
      return (
        row && {
          ...asRecorded(row),
          commune: row.commune,
          form: "voice",
          type: row.type,
          bytes: open(row.bytes),
        }
      );
    },
    keepRecording: db.transaction(recordingWriter(db)).immediate,
    dropRecording: (id) => {
      drop.run(id);
    },
    dropRecordingsOf: (who) => dropOf.run(who).changes,
  };
}

const asRecorded = ({ id, flow, step, mark, speech, by_whom: by, at }: Row): Recorded => ({
  id,
  flow,
  step,
  mark,
  speech,
  by,
  at,
});

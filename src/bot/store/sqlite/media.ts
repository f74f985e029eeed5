/** Photos, voices and documents, kept only as long as somebody may still have to see or hear them. */
import { createHash } from "node:crypto";
import type { Database } from "better-sqlite3";
import type { ConversationId, Instant, MediaId } from "../../../flows/index.ts";
import type { MediaRow, MediaStore } from "../media.ts";
import { open, seal } from "../sealed.ts";
import { MediaTooLarge, NotInStore } from "../store-errors.ts";
import { facePrefix } from "./people.ts";

const limit = 10 * 1024 * 1024;
const day = 24 * 60 * 60 * 1000;
/** As long as an address lent to a person leads to it. */
const givenFor = 3 * day;

export function media(db: Database): MediaStore {
  const add = db.prepare<[string, string, string, Uint8Array, number, string]>(
    "insert into media (id, commune, conversation, form, type, bytes, at) " +
      "select ?, c.commune, c.id, ?, ?, ?, ? from conversations c where c.id = ? " +
      "on conflict (id) do update set at = excluded.at",
  );
  const byId = db.prepare<
    [string],
    {
      id: MediaId;
      conversation: ConversationId;
      form: MediaRow["form"];
      type: string;
      bytes: Uint8Array;
      at: Instant;
      shared: 0 | 1;
    }
  >("select id, conversation, form, type, bytes, at, shared from media where id = ?");
  // An open case keeps what its conversation sent; so does a reply that still has to carry it, or a resident was given
  // of late: what a propagandist is told stands about a case.
  const dropOld = db.prepare<[number, number]>(
    "delete from media where not exists (select 1 from cases k where k.conversation = media.conversation and k.state <> 'closed') " +
      "and not exists (select 1 from replies r where r.media = media.id " +
      "and (r.state = 'waiting' or (r.about is null and r.at > ?))) " +
      "and (at <= ? or exists (select 1 from cases k where k.conversation = media.conversation and k.closed_at >= media.at))",
  );

  const sharedOf = db.prepare<[string], { shared: 0 | 1 }>("select shared from media where id = ?");
  const isFace = db.prepare<[string], object>("select 1 from propagandist_photos where id = ?");

  const face = db.prepare<[string], { type: string; bytes: Uint8Array; at: Instant }>(
    "select type, bytes, at from propagandist_photos where id = ?",
  );

  /** Everybody who is being helped may see who helps. */
  function faceOf(id: MediaId): MediaRow | undefined {
    const row = face.get(id);
    const nobodys = "" as ConversationId;
    return (
      row && {
        id,
        conversation: nobodys,
        form: "photo",
        ...row,
        bytes: open(row.bytes),
        shared: true,
      }
    );
  }

  return {
    addMedia: ({ conversation, form, type, bytes, at }) => {
      if (bytes.byteLength > limit) throw new MediaTooLarge(bytes.byteLength, limit);
      const hash = createHash("sha256").update(conversation).update(bytes).digest("hex");
      const id = hash.slice(0, 32) as MediaId;
      const { changes } = add.run(id, form, type, seal(bytes), at, conversation);
      if (changes === 0) throw new NotInStore("conversation", conversation);
      return id;
    },
    media: (id) => {
      if (id.startsWith(facePrefix)) return faceOf(id);
      const row = byId.get(id);
      return row && { ...row, bytes: open(row.bytes), shared: row.shared === 1 };
    },
    isShared: (id) => {
      if (id.startsWith(facePrefix)) return isFace.get(id) === undefined ? undefined : true;
      const row = sharedOf.get(id);
      return row && row.shared === 1;
    },
    dropOldMedia: (now) => dropOld.run(now - givenFor, now - day).changes,
  };
}

/** Under which numbers of its platform a reply went out, and what those numbers lead back to. */
import type { Database } from "better-sqlite3";
import {
  type CaseId,
  type ConversationId,
  inboundSchema,
  type Reply,
} from "../../../flows/index.ts";
import type { LineStore } from "../lines.ts";
import type { PlatformMessageStore } from "../platform-messages.ts";
import { open } from "../sealed.ts";
import type { Sendings } from "./sendings.ts";

/** The reply that went out, whole or in part, under a number of the platform. */
const underNumber =
  "from replies where (conversation, turn, position) in (" +
  "select conversation, turn, position from replies " +
  "where conversation = :conversation and platform_id = :platformId union all " +
  "select conversation, turn, position from reply_messages " +
  "where conversation = :conversation and platform_id = :platformId)";
interface Numbered {
  readonly conversation: string;
  readonly platformId: string;
}

/** `screen` is told how far a person's telephone has come, `noted` which reply a piece is out of. */
export function platformMessages(
  db: Database,
  screen: Pick<LineStore, "shown" | "reached">,
  noted: Sendings["noted"],
): PlatformMessageStore {
  const heardIn = db.prepare<[string, number], { payload: string }>(
    "select payload from inbox where conversation = ? and turn = ? and state = 'taken' and payload is not null",
  );
  const saidAs = db.prepare<[string, number], { platform_id: string }>(
    "select platform_id from replies where conversation = ? and turn = ? and platform_id is not null " +
      "and payload is not null order by position desc limit 1",
  );
  const turnOf = db.prepare<Numbered, { turn: number }>(`select turn ${underNumber}`);
  const seqOf = db.prepare<Numbered, { seq: number }>(`select seq ${underNumber}`);
  const idsOf = db.prepare<[string, number], { platform_id: string }>(
    "select platform_id from replies where conversation = ? and turn = ? and choices > 0 " +
      "and platform_id is not null order by position",
  );
  const oldButtons = db.prepare<{ conversation: string; turn: number }, { platform_id: string }>(
    "select platform_id from replies where conversation = :conversation and choices > 0 and about is null " +
      "and platform_id is not null and turn = (select max(turn) from replies " +
      "where conversation = :conversation and choices > 0 and about is null and platform_id is not null and turn < :turn) " +
      "order by position",
  );
  const sentAbout = db.prepare<[string, string], { platform_id: string }>(
    "select platform_id from replies where conversation = ? and about = ? and platform_id is not null order by seq desc",
  );
  const caseOf = db.prepare<Numbered, { about: CaseId }>(
    `select about ${underNumber} and about is not null`,
  );
  const replyOf = db.prepare<Numbered, { payload: string }>(
    `select payload ${underNumber} and payload is not null`,
  );
  const recalledIn = db.prepare<[string, number], { platform_id: string }>(
    "select platform_id from replies where conversation = ? and turn = ? and payload is null " +
      "and platform_id is not null order by position",
  );
  const recalledPieces = db.prepare<[string, number], { platform_id: string }>(
    "select reply_messages.platform_id from reply_messages join replies using (conversation, turn, position) " +
      "where conversation = ? and turn = ? and payload is null order by position, piece",
  );
  const keepPiece = db.prepare<{
    conversation: string;
    turn: number;
    position: number;
    piece: number;
    platformId: string;
    now: number;
  }>(
    "insert into reply_messages (conversation, platform_id, commune, turn, position, piece, at) " +
      "select conversation, :platformId, commune, turn, position, :piece, :now from replies " +
      "where conversation = :conversation and turn = :turn and position = :position " +
      "on conflict (conversation, platform_id) do nothing",
  );
  const piecesOf = db.prepare<[string, number, number], { piece: number; platformId: string }>(
    "select piece, platform_id as platformId from reply_messages " +
      "where conversation = ? and turn = ? and position = ? order by piece, rowid",
  );

  const newestOf = (conversation: ConversationId, platformIds: readonly string[]): number =>
    Math.max(
      0,
      ...platformIds.map((platformId) => seqOf.get({ conversation, platformId })?.seq ?? 0),
    );

  return {
    pieceSent: db.transaction(({ conversation, turn, position }, piece, platformIds, now) => {
      for (const platformId of platformIds) {
        keepPiece.run({ conversation, turn, position, piece, platformId, now });
      }
      noted({ conversation, turn, position }, now);
    }) satisfies PlatformMessageStore["pieceSent"],
    piecesSent: ({ conversation, turn, position }) => piecesOf.all(conversation, turn, position),
    messageIn: (conversation, turn) => {
      const heard = heardIn.get(conversation, turn);
      const inbound =
        heard === undefined ? undefined : inboundSchema.parse(JSON.parse(open(heard.payload)));
      if (inbound !== undefined && "message" in inbound && inbound.message !== undefined)
        return inbound.message;
      return saidAs.get(conversation, turn)?.platform_id;
    },
    turnOfMessage: (conversation, platformId) => turnOf.get({ conversation, platformId })?.turn,
    sentAs: (conversation, platformId) => seqOf.get({ conversation, platformId }) !== undefined,
    seenOnPlatform: (conversation, platformIds) => {
      const newest = newestOf(conversation, platformIds);
      if (newest > 0) screen.shown(conversation, newest);
    },
    reachedOnPlatform: (conversation, platformIds) => {
      const newest = newestOf(conversation, platformIds);
      if (newest > 0) screen.reached(conversation, newest);
    },
    platformIds: (conversation, turn) =>
      idsOf.all(conversation, turn).map((row) => row.platform_id),
    oldButtons: (conversation, turn) =>
      oldButtons.all({ conversation, turn }).map((row) => row.platform_id),
    sentAbout: (conversation, about) =>
      sentAbout.all(conversation, about).map((row) => row.platform_id),
    caseOfMessage: (conversation, platformId) => caseOf.get({ conversation, platformId })?.about,
    replyOfMessage: (conversation, platformId) => {
      const row = replyOf.get({ conversation, platformId });
      return row === undefined ? undefined : (JSON.parse(open(row.payload)) as Reply);
    },
    recalledIn: (conversation, turn) => {
      const ids = [
        ...recalledIn.all(conversation, turn),
        ...recalledPieces.all(conversation, turn),
      ];
      return [...new Set(ids.map((row) => row.platform_id))];
    },
  };
}

/** Words that were taken back leave nothing behind: not themselves, not their picture, not where they are quoted. */
import type { Database } from "better-sqlite3";
import {
  type ConversationId,
  type Inbound,
  inboundSchema,
  type Reply,
  withoutQuote,
} from "../../../flows/index.ts";
import { open, seal } from "../sealed.ts";

interface HeardRow {
  readonly position: number;
  readonly payload: string;
}
interface SaidRow extends HeardRow {
  readonly turn: number;
}

/** Forgets what was said and heard in a turn; `theirs` is its turn where it was carried from. */
export function recallWriter(db: Database) {
  const heardIn = db.prepare<[string, number], HeardRow>(
    "select position, payload from inbox where conversation = ? and turn = ? and state = 'taken' " +
      "and payload is not null",
  );
  const heardSince = db.prepare<[string, number], HeardRow>(
    "select position, payload from inbox where conversation = ? and turn > ? and payload is not null",
  );
  const keepHeard = db.prepare<[string | null, number]>(
    "update inbox set payload = ? where position = ?",
  );
  // What a person said here, or what a propagandist's chat showed of a case: never the machine's own guide.
  const saidIn = db.prepare<[string, number], SaidRow>(
    "select turn, position, payload from replies where conversation = ? and turn = ? and payload is not null",
  );
  const saidSince = db.prepare<[string, number], SaidRow>(
    "select turn, position, payload from replies where conversation = ? and turn > ? and payload is not null",
  );
  const forgetSaid = db.prepare<[string, number, number]>(
    "update replies set payload = null, state = case when state = 'waiting' then 'sent' else state end " +
      "where conversation = ? and turn = ? and position = ?",
  );
  const keepSaid = db.prepare<[string, string, number, number]>(
    "update replies set payload = ? where conversation = ? and turn = ? and position = ?",
  );
  const dropMedia = db.prepare<[string]>("delete from media where id = ?");
  // What stands about no case was given to a resident.
  const givenToOthers = db.prepare<[string, string, number]>(
    "select 1 from replies where media = ? and payload is not null and about is null " +
      "and not (conversation = ? and turn = ?)",
  );

  return (conversation: ConversationId, turn: number, theirs: number | undefined): void => {
    for (const { position, payload } of heardIn.all(conversation, turn)) {
      const inbound = inboundIn(payload);
      if ("media" in inbound) dropMedia.run(inbound.media);
      keepHeard.run(null, position);
    }
    for (const { position, payload } of saidIn.all(conversation, turn)) {
      const reply = replyIn(payload);
      if (reply.from === "machine" && reply.about === undefined) continue;
      forgetSaid.run(conversation, turn, position);
      const { media, about } = reply;
      if (media === undefined) continue;
      // The same form may have been given to somebody else.
      const stays =
        about === undefined && givenToOthers.get(media.id, conversation, turn) !== undefined;
      if (!stays) dropMedia.run(media.id);
    }
    for (const { position, payload } of heardSince.all(conversation, turn)) {
      const inbound = inboundIn(payload);
      if (!quotes(inbound, turn, theirs)) continue;
      const { quote: _, ...rest } = inbound;
      keepHeard.run(seal(JSON.stringify(rest)), position);
    }
    for (const line of saidSince.all(conversation, turn)) {
      const { quote, ...reply } = replyIn(line.payload);
      if (quote?.turn !== turn) continue;
      const alone: Reply = { ...reply, text: withoutQuote(quote.text, reply.text) };
      keepSaid.run(seal(JSON.stringify(alone)), conversation, line.turn, line.position);
    }
  };
}

const inboundIn = (payload: string): Inbound => inboundSchema.parse(JSON.parse(open(payload)));
const replyIn = (payload: string): Reply => JSON.parse(open(payload)) as Reply;

function quotes(
  inbound: Inbound,
  turn: number,
  theirs: number | undefined,
): inbound is Inbound & { readonly quote?: string } {
  if (!("quote" in inbound) || inbound.quote === undefined) return false;
  const { answers } = inbound;
  if (typeof answers !== "object") return answers === turn;
  return answers.here === turn || (theirs !== undefined && answers.of === theirs);
}

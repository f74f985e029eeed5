/** Messages put before a platform, until what became of them is noted; those without an answer for a week. */
import type { Database } from "better-sqlite3";
import type { AccountId, ConversationId, Instant } from "../../../flows/index.ts";
import type { Outgoing } from "../replies.ts";
import type { SendingId, SendingStore } from "../sendings.ts";

type Of = Pick<Outgoing, "conversation" | "turn" | "position">;

/** Longer than any window in which they count. */
const keptFor = 8 * 24 * 60 * 60 * 1000;

export interface Sendings extends Omit<SendingStore, "lostSendings"> {
  lostSince(of: Of, since: Instant): number;
  /** Inside a transaction: the reply, or a piece of it, is noted with what it became. */
  noted(of: Of, now: Instant): void;
  /** How many may have arrived since then. */
  perhapsSince(conversation: ConversationId, since: Instant): number;
  /** Of those since then so many stay, the newest. */
  keepPerhaps(conversation: ConversationId, since: Instant, count: number): void;
}

export function sendings(db: Database): Sendings {
  const begin = db.prepare<Of & { now: Instant }, { id: SendingId }>(
    "insert into sendings (commune, conversation, turn, position, state, at) " +
      "select commune, conversation, turn, position, 'open', :now from replies " +
      "where conversation = :conversation and turn = :turn and position = :position returning id",
  );
  const become = db.prepare<[string, number]>("update sendings set state = ? where id = ?");
  const drop = db.prepare<[number]>("delete from sendings where id = ?");
  const lost = db.prepare<Of & { since: Instant }, { count: number }>(
    "select count(*) as count from sendings where conversation = :conversation and turn = :turn " +
      "and position = :position and state = 'lost' and at >= :since",
  );
  const loseOpen = db.prepare<[string], { conversation: string }>(
    "update sendings set state = 'lost' where state = 'open' and conversation in " +
      "(select id from conversations where account = ?) returning conversation",
  );
  const peerOf = db.prepare<[string], { peer: string }>(
    "select peer from conversations where id = ?",
  );
  const dropNoted = db.prepare<Of>(
    "delete from sendings where conversation = :conversation and turn = :turn and position = :position " +
      "and state <> 'lost'",
  );
  const dropOld = db.prepare<[string, number]>(
    "delete from sendings where conversation = ? and at < ?",
  );
  const perhaps = db.prepare<[string, number], { count: number }>(
    "select count(*) as count from sendings where conversation = ? and at >= ?",
  );
  const dropAllBut = db.prepare<{ conversation: string; since: number; count: number }>(
    "delete from sendings where conversation = :conversation and at >= :since and id not in " +
      "(select id from sendings where conversation = :conversation and at >= :since order by id desc limit :count)",
  );

  return {
    sendingBegins: (of, now) => {
      const begun = begin.get({ ...keyOf(of), now });
      if (begun === undefined) throw new Error("a reply that is not kept is not sent");
      return begun.id;
    },
    sendingEnds: (id, how) => {
      if (how === "refused") drop.run(id);
      else become.run(how, id);
    },
    lostSince: (of, since) => lost.get({ ...keyOf(of), since })?.count ?? 0,
    loseOpenSendings: (account: AccountId) =>
      loseOpen.all(account).flatMap(({ conversation }) => peerOf.get(conversation)?.peer ?? []),
    noted: (of, now) => {
      dropNoted.run(keyOf(of));
      dropOld.run(of.conversation, now - keptFor);
    },
    perhapsSince: (conversation, since) => perhaps.get(conversation, since)?.count ?? 0,
    keepPerhaps: (conversation, since, count) => {
      dropAllBut.run({ conversation, since, count });
    },
  };
}

const keyOf = ({ conversation, turn, position }: Of): Of => ({ conversation, turn, position });

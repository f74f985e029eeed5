/** Who is reached where: channel accounts, conversations, and the web's ways back into one. */
import type { Database } from "better-sqlite3";
import {
  type AccountId,
  blank,
  type ConversationId,
  type Instant,
  type Saved,
  savedSchema,
} from "../../../flows/index.ts";
import type { ChannelKind, ConversationRow, ConversationStore } from "../conversations.ts";
import { open, seal } from "../sealed.ts";
import { NotInStore, ReturnCodeTaken } from "../store-errors.ts";

interface Row {
  readonly id: ConversationId;
  readonly account: AccountId;
  readonly channel: ChannelKind;
  readonly commune: string;
  readonly peer: string;
  readonly revision: number;
  readonly saved: string | null;
  readonly return_code: string | null;
}

/** An erased conversation begins again from nothing. */
export function savedOf(sealed: string | null): Saved {
  return sealed === null ? blank : savedSchema.parse(JSON.parse(open(sealed)));
}

const columns =
  "select c.id, c.account, a.channel, c.commune, c.peer, c.revision, c.saved, c.return_code " +
  "from conversations c join accounts a on a.id = c.account";

export function conversations(db: Database): ConversationStore {
  const saveAccount = db.prepare<[string, string, string]>(
    "insert into accounts (id, commune, channel) values (?, ?, ?) " +
      "on conflict (id) do update set commune = excluded.commune, channel = excluded.channel",
  );
  const byId = db.prepare<[string], Row>(`${columns} where c.id = ?`);
  const byPeer = db.prepare<[string, string], Row>(`${columns} where c.account = ? and c.peer = ?`);
  const byCode = db.prepare<[string, string], Row>(
    `${columns} where c.commune = ? and c.return_code_hash = ?`,
  );
  // Nothing is saved before the first turn; that reads as `blank`.
  const insert = db.prepare<[string, string, number, string]>(
    "insert into conversations (id, commune, account, peer, revision, seq, shown, made_at) " +
      "select ?, a.commune, a.id, ?, 0, 0, 0, ? from accounts a where a.id = ? " +
      "on conflict (account, peer) do nothing",
  );
  const communeOfCode = db.prepare<[string, string], { id: string }>(
    "select other.id from conversations other join conversations mine on mine.commune = other.commune " +
      "where mine.id = ? and other.return_code_hash = ? and other.id <> mine.id",
  );
  const putCode = db.prepare<[string, string, string]>(
    "update conversations set return_code = ?, return_code_hash = ? where id = ?",
  );
  const putPeer = db.prepare<[string, string]>("update conversations set peer = ? where id = ?");

  const consents = db.prepare<
    [string],
    { purpose: "keep" | "remind"; given: number; text_version: string; at: Instant }
  >(
    "select purpose, given, text_version, at from consents where conversation = ? order by turn, position",
  );

  const find = (row: Row | undefined): ConversationRow | undefined => row && asConversation(row);

  return {
    account: ({ id, commune, channel }) => {
      saveAccount.run(id, commune, channel);
    },
    conversation: (id) => find(byId.get(id)),
    findByPeer: (account, peer) => find(byPeer.get(account, peer)),
    conversationOf: (account, peer, fresh, now) => {
      const known = byPeer.get(account, peer);
      if (known !== undefined) return asConversation(known);
      insert.run(fresh(), peer, now, account);
      const made = byPeer.get(account, peer);
      if (made === undefined) throw new NotInStore("channel account", account);
      return asConversation(made);
    },
    setReturnCode: db.transaction(
      (conversation: ConversationId, code: string, codeHash: string) => {
        if (communeOfCode.get(conversation, codeHash) !== undefined) throw new ReturnCodeTaken();
        const { changes } = putCode.run(seal(code), codeHash, conversation);
        if (changes === 0) throw new NotInStore("conversation", conversation);
      },
    ).immediate,
    findByReturnCode: (commune, codeHash) => find(byCode.get(commune, codeHash)),
    movePeer: (conversation, peer) => {
      const { changes } = putPeer.run(peer, conversation);
      if (changes === 0) throw new NotInStore("conversation", conversation);
    },
    consents: (conversation) =>
      consents.all(conversation).map((row) => ({
        purpose: row.purpose,
        given: row.given === 1,
        textVersion: row.text_version,
        at: row.at,
      })),
  };
}

function asConversation(row: Row): ConversationRow {
  return {
    id: row.id,
    account: row.account,
    channel: row.channel,
    commune: row.commune,
    peer: row.peer,
    revision: row.revision,
    saved: savedOf(row.saved),
    ...(row.return_code === null ? {} : { returnCode: open(row.return_code) }),
  };
}

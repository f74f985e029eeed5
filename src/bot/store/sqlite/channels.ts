/** How channel accounts stand with their platforms, what they count, and what was handed out only once. */
import type { Database } from "better-sqlite3";
import type { AccountId, Instant } from "../../../flows/index.ts";
import type { ChannelStore, HandedOut, MessageCount } from "../channels.ts";
import type { ChannelKind } from "../conversations.ts";
import { open, seal } from "../sealed.ts";
import { NotInStore } from "../store-errors.ts";

interface LineRow {
  readonly id: AccountId;
  readonly commune: string;
  readonly channel: ChannelKind;
  readonly state: string | null;
  readonly since: Instant | null;
  readonly name: string | null;
  readonly refusal: string | null;
  readonly refused_at: Instant | null;
  readonly last_inbound: Instant | null;
  readonly waiting: number;
  readonly parked: number;
}

const none: MessageCount = { inbound: 0, outbound: 0, billed: 0, perhaps: 0, pictures: 0 };

export function channels(db: Database): ChannelStore {
  const keep = db.prepare<[string, string, string, number, string]>(
    "insert into handed_out (commune, account, peer, key, event, at) " +
      "select a.commune, a.id, ?, ?, ?, ? from accounts a where a.id = ? " +
      "on conflict (account, key) do nothing",
  );
  const kept = db.prepare<[string], HandedOut>(
    "select account, peer, key, event, at from handed_out where account = ? order by position",
  );
  const drop = db.prepare<[string, string]>("delete from handed_out where account = ? and key = ?");
  const stands = db.prepare<{ account: string; state: string; name: string | null; now: number }>(
    "insert into channel_states (account, commune, state, since, name) " +
      "select id, commune, :state, :now, :name from accounts where id = :account " +
      "on conflict (account) do update set name = coalesce(excluded.name, name), " +
      "since = case when state = excluded.state then since else excluded.since end, state = excluded.state",
  );
  // A first reply may be refused before the account was looked at.
  const refused = db.prepare<{ account: string; why: string; now: number }>(
    "insert into channel_states (account, commune, state, since, refusal, refused_at) " +
      "select id, commune, 'starting', :now, :why, :now from accounts where id = :account " +
      "on conflict (account) do update set refusal = excluded.refusal, refused_at = excluded.refused_at",
  );
  const lines = db.prepare<[string], LineRow>(
    "select a.id, a.commune, a.channel, s.state, s.since, s.name, s.refusal, s.refused_at, " +
      "(select max(i.at) from inbox i where i.account = a.id) as last_inbound, " +
      "(select count(*) from replies r where r.account = a.id and r.state = 'waiting') as waiting, " +
      "(select count(*) from replies r where r.account = a.id and r.state = 'parked') as parked " +
      "from accounts a left join channel_states s on s.account = a.id where a.commune = ? order by a.id",
  );
  const count = db.prepare<MessageCount & { account: string; month: string }>(
    "insert into message_counts (account, commune, month, inbound, outbound, billed, perhaps, pictures) " +
      "select id, commune, :month, :inbound, :outbound, :billed, :perhaps, :pictures from accounts where id = :account " +
      "on conflict (account, month) do update set " +
      "inbound = inbound + excluded.inbound, outbound = outbound + excluded.outbound, " +
      "billed = billed + excluded.billed, perhaps = perhaps + excluded.perhaps, pictures = pictures + excluded.pictures",
  );
  const counted = db.prepare<[string, string], MessageCount>(
    "select inbound, outbound, billed, perhaps, pictures from message_counts where account = ? and month = ?",
  );
  const messagesIn = (account: AccountId, month: string): MessageCount =>
    counted.get(account, month) ?? none;

  return {
    keepHandedOut: ({ account, peer, key, event, at }) =>
      keep.run(peer, key, seal(event), at, account).changes > 0,
    handedOut: (account) =>
      kept.all(account).map(({ event, ...row }) => ({ ...row, event: open(event) })),
    dropHandedOut: (account, key) => {
      drop.run(account, key);
    },
    channelStands: (account, state, name, now) => {
      const { changes } = stands.run({ account, state, name: name ?? null, now });
      if (changes === 0) throw new NotInStore("channel account", account);
    },
    channelRefused: (account, why, now) => {
      refused.run({ account, why, now });
    },
    channels: (commune) =>
      lines.all(commune).map((row) => ({
        id: row.id,
        commune: row.commune,
        channel: row.channel,
        waiting: row.waiting,
        parked: row.parked,
        ...(row.last_inbound === null ? {} : { lastInboundAt: row.last_inbound }),
        ...(row.state === null
          ? {}
          : {
              stands: {
                state: row.state,
                since: row.since ?? 0,
                ...(row.name === null ? {} : { name: row.name }),
                ...(row.refusal === null
                  ? {}
                  : { refusal: { why: row.refusal, at: row.refused_at ?? 0 } }),
              },
            }),
      })),
    countMessage: (account, month, way) => {
      count.run({ ...none, [way]: 1, account, month });
      return messagesIn(account, month);
    },
    messagesIn,
  };
}

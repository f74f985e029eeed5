/** Browsers that may be told something while no page is open, and what is still to be told to each. */
import type { Database } from "better-sqlite3";
import type { CaseId, Instant, PropagandistId, Tidings } from "../../../flows/index.ts";
import type { Push, PushStore, PushSubscription } from "../pushes.ts";
import { open, seal } from "../sealed.ts";

const day = 24 * 60 * 60 * 1000;

/** A browser that has not shown the desk for so long has no session any more. */
const forgottenAfter = 60 * day;

interface Row {
  readonly id: number;
  readonly session: string;
  readonly who: PropagandistId;
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
  readonly case_id: CaseId;
  readonly what: Tidings;
  readonly at: Instant;
  readonly attempts: number;
}

export function pushes(db: Database): PushStore {
  const takeOver = db.prepare<[string, string]>(
    "delete from push_subscriptions where session = ? or endpoint = ?",
  );
  const put = db.prepare<[string, string, string, number, string]>(
    "insert into push_subscriptions (session, commune, who, endpoint, p256dh, auth, at) " +
      "select s.id, s.commune, s.who, ?, ?, ?, ? from sessions s where s.id = ?",
  );
  const renew = db.prepare<[number, string, string, string, string]>(
    "update push_subscriptions set at = ? where session = ? and endpoint = ? and p256dh = ? and auth = ?",
  );
  const drop = db.prepare<[string]>("delete from push_subscriptions where session = ?");
  const dropById = db.prepare<[number]>("delete from push_subscriptions where id = ?");
  const here = db.prepare<[string]>("select 1 from push_subscriptions where session = ?");
  const due = db.prepare<[number, number], Row>(
    "select s.id, s.session, s.who, s.endpoint, s.p256dh, s.auth, p.case_id, p.what, p.at, p.attempts " +
      "from pushes p join push_subscriptions s on s.id = p.subscription " +
      "where p.next_at <= ? order by p.next_at limit ?",
  );
  const next = db.prepare<[], { at: Instant | null }>("select min(next_at) as at from pushes");
  // Something newer may have taken its place while it was on its way: that one stays.
  const done = db.prepare<[number, string, string, number]>(
    "delete from pushes where subscription = ? and case_id = ? and what = ? and at = ?",
  );
  const again = db.prepare<[number, number, number, string]>(
    "update pushes set next_at = ?, attempts = ? where subscription = ? and case_id = ?",
  );
  return {
    subscribe: db.transaction((session: string, given: PushSubscription, now: Instant) => {
      const { endpoint, p256dh, auth } = given;
      const sealed = [seal(endpoint), seal(p256dh), seal(auth)] as const;
      if (renew.run(now, session, ...sealed).changes > 0) return;
      takeOver.run(session, sealed[0]);
      put.run(...sealed, now, session);
    }).immediate,
    unsubscribe: (session) => {
      drop.run(session);
    },
    isSubscribed: (session) => here.get(session) !== undefined,
    dropSubscription: (id) => {
      dropById.run(id);
    },
    duePushes: (now, limit) =>
      due.all(now, limit).map((row) => ({
        subscription: row.id,
        session: row.session,
        who: row.who,
        to: { endpoint: open(row.endpoint), p256dh: open(row.p256dh), auth: open(row.auth) },
        case: row.case_id,
        what: row.what,
        at: row.at,
        attempts: row.attempts,
      })),
    nextPushAt: () => next.get()?.at ?? undefined,
    pushDone: ({ subscription, case: id, what, at }) => {
      done.run(subscription, id, what, at);
    },
    pushAgain: ({ subscription, case: id, attempts }: Push, at) => {
      again.run(at, attempts + 1, subscription, id);
    },
  };
}

/** Inside the turn's transaction: for everybody named who has asked to be told on a telephone. */
export function pushWriter(db: Database) {
  const put = db.prepare<[string, string, number, number, string, number]>(
    "insert into pushes (subscription, case_id, commune, what, at, next_at, attempts) " +
      "select s.id, ?, s.commune, ?, ?, ?, 0 from push_subscriptions s join propagandists p on p.id = s.who " +
      "where s.who = ? and s.at > ? and p.left_at is null " +
      "on conflict (subscription, case_id) do update set what = excluded.what, at = excluded.at, " +
      "next_at = excluded.next_at, attempts = 0",
  );
  return (id: CaseId, what: Tidings, who: readonly PropagandistId[], now: Instant): void => {
    for (const each of who) put.run(id, what, now, now, each, now - forgottenAfter);
  };
}

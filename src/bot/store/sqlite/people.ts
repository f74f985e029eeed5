/** Propagandists and their working groups, their likenesses, and what each has to do. */
import { createHash } from "node:crypto";
import type { Database } from "better-sqlite3";
import type {
  Absence,
  Address,
  ConversationId,
  Instant,
  MediaId,
  PropagandistId,
  Speech,
  WeekHours,
} from "../../../flows/index.ts";
import type { Load, PeopleStore, PropagandistRow } from "../people.ts";
import { open, seal } from "../sealed.ts";
import { NotInStore } from "../store-errors.ts";

interface Row {
  readonly id: PropagandistId;
  readonly commune: string;
  readonly name: string;
  readonly role: string;
  readonly rank: PropagandistRow["rank"];
  readonly woman: number;
  readonly office: number;
  readonly villages: string;
  readonly groups: string;
  readonly knows: string;
  readonly speaks: string;
  readonly hours: string;
  readonly absences: string;
  readonly form: Address | null;
  readonly duty: number;
  readonly language: PropagandistRow["language"];
  readonly conversation: ConversationId | null;
  readonly joined_at: Instant | null;
  readonly left_at: Instant | null;
  readonly photo: MediaId | null;
  readonly unheard_since: Instant | null;
}

const own =
  "id, commune, name, role, rank, woman, office, villages, groups, knows, speaks, hours, absences, form, duty, " +
  "language, conversation, joined_at, left_at";
const columns = `${own}, unheard_since, (select f.id from propagandist_photos f where f.who = propagandists.id) as photo`;

export interface People extends PeopleStore {
  /** Inside a transaction. */
  put(row: PropagandistRow): void;
  inChat(conversation: ConversationId): PropagandistRow | undefined;
  /** Inside a transaction: a reply to that chat was taken, or was not. */
  heard(conversation: ConversationId): void;
  unheard(conversation: ConversationId, now: Instant): void;
}

export function people(db: Database): People {
  const all = db.prepare<[string], Row>(
    `select ${columns} from propagandists where commune = ? and left_at is null order by id`,
  );
  const byId = db.prepare<[string], Row>(`select ${columns} from propagandists where id = ?`);
  const byConversation = db.prepare<[string], Row>(
    `select ${columns} from propagandists where conversation = ?`,
  );
  const leaveConversation = db.prepare<[string, string]>(
    "update propagandists set conversation = null where conversation = ? and id <> ?",
  );
  const save = db.prepare<Record<string, string | number | null>>(
    `insert into propagandists (${own}) values (:id, :commune, :name, :role, :rank, :woman, :office, :villages, ` +
      ":groups, :knows, :speaks, :hours, :absences, :form, :duty, :language, :conversation, :joinedAt, :leftAt) " +
      "on conflict (id) do update set commune = excluded.commune, name = excluded.name, role = excluded.role, " +
      "rank = excluded.rank, woman = excluded.woman, office = excluded.office, villages = excluded.villages, " +
      "groups = excluded.groups, knows = excluded.knows, speaks = excluded.speaks, hours = excluded.hours, " +
      "absences = excluded.absences, form = excluded.form, duty = excluded.duty, language = excluded.language, " +
      "conversation = excluded.conversation, joined_at = excluded.joined_at, left_at = excluded.left_at",
  );
  const seen = db.prepare<[string]>(
    "update propagandists set unheard_since = null where id = ? and unheard_since is not null",
  );
  const heard = db.prepare<[string]>(
    "update propagandists set unheard_since = null where conversation = ? and unheard_since is not null",
  );
  const unheard = db.prepare<[number, string]>(
    "update propagandists set unheard_since = ? where conversation = ? and unheard_since is null",
  );
  const putPhoto = db.prepare<[string, string, Uint8Array, number, string]>(
    "insert into propagandist_photos (who, commune, id, type, bytes, at) " +
      "select p.id, p.commune, ?, ?, ?, ? from propagandists p where p.id = ? " +
      "on conflict (who) do update set id = excluded.id, type = excluded.type, bytes = excluded.bytes, at = excluded.at",
  );
  const dropPhoto = db.prepare<[string]>("delete from propagandist_photos where who = ?");
  const groups = db.prepare<
    [string],
    { id: string; says_vi: string; says_en: string; villages: string }
  >("select id, says_vi, says_en, villages from working_groups where commune = ? order by rowid");
  const putGroup = db.prepare<[string, string, string, string, string]>(
    "insert into working_groups (commune, id, says_vi, says_en, villages) values (?, ?, ?, ?, ?) " +
      "on conflict (commune, id) do update set says_vi = excluded.says_vi, says_en = excluded.says_en, " +
      "villages = excluded.villages",
  );
  const dropGroup = db.prepare<[string, string]>(
    "delete from working_groups where commune = ? and id = ?",
  );
  const anybody = db.prepare<[string]>("select 1 from propagandists where commune = ? limit 1");
  const begun = db.prepare<[string]>("select 1 from settings where name = ?");
  const begin = db.prepare<[string, string]>(
    "insert into settings (name, value) values (?, ?) on conflict (name) do nothing",
  );
  const held = db.prepare<[string], { who: PropagandistId; n: number }>(
    "select claimed_by as who, count(*) as n from cases where commune = ? and state in ('claimed', 'resting') " +
      "and claimed_by is not null group by claimed_by",
  );
  const called = db.prepare<[string, number], { who: PropagandistId; n: number; last: Instant }>(
    "select who, count(*) as n, max(at) as last from case_calls where commune = ? and at >= ? group by who",
  );

  function put(row: PropagandistRow): void {
    if (row.conversation !== undefined) leaveConversation.run(row.conversation, row.id);
    save.run({
      id: row.id,
      commune: row.commune,
      name: seal(row.name),
      role: seal(row.role),
      rank: row.rank,
      woman: row.woman ? 1 : 0,
      office: row.office ? 1 : 0,
      villages: JSON.stringify(row.villages),
      groups: JSON.stringify(row.groups),
      knows: JSON.stringify(row.knows),
      speaks: JSON.stringify(row.speaks),
      hours: JSON.stringify(row.hours),
      absences: seal(JSON.stringify(row.absences)),
      form: row.form ?? null,
      duty: row.duty ? 1 : 0,
      language: row.language,
      conversation: row.conversation ?? null,
      joinedAt: row.joinedAt ?? null,
      leftAt: row.leftAt ?? null,
    });
  }

  return {
    put,
    inChat: (conversation) => {
      const row = byConversation.get(conversation);
      return row && asPropagandist(row);
    },
    propagandists: (commune) => all.all(commune).map(asPropagandist),
    propagandist: (id) => {
      const row = byId.get(id);
      return row && asPropagandist(row);
    },
    savePropagandist: db.transaction(put).immediate,
    seenAtDesk: (who) => {
      seen.run(who);
    },
    heard: (conversation) => {
      heard.run(conversation);
    },
    unheard: (conversation, now) => {
      unheard.run(now, conversation);
    },
    savePhoto: (who, photo, now) => {
      if (photo === undefined) {
        dropPhoto.run(who);
        return;
      }
      const hash = createHash("sha256").update(who).update(photo.bytes).digest("hex");
      const id = `${facePrefix}${hash.slice(0, 32)}`;
      const { changes } = putPhoto.run(id, photo.type, seal(photo.bytes), now, who);
      if (changes === 0) throw new NotInStore("propagandist", who);
    },
    groups: (commune) =>
      groups.all(commune).map((row) => ({
        id: row.id,
        says: { vi: row.says_vi, en: row.says_en },
        villages: JSON.parse(row.villages) as string[],
      })),
    saveGroup: (commune, group) => {
      putGroup.run(commune, group.id, group.says.vi, group.says.en, JSON.stringify(group.villages));
    },
    removeGroup: db.transaction((commune: string, id: string) => {
      dropGroup.run(commune, id);
      for (const row of all.all(commune).map(asPropagandist)) {
        if (row.groups.includes(id)) put({ ...row, groups: row.groups.filter((g) => g !== id) });
      }
    }).immediate,
    beginDesk: db.transaction(
      (
        commune: string,
        first: Parameters<PeopleStore["beginDesk"]>[1],
        members: readonly PropagandistRow[],
      ) => {
        const mark = `desk-begun:${commune}`;
        if (begun.get(mark) !== undefined) return false;
        begin.run(mark, "yes");
        for (const group of first) {
          const { vi, en } = group.says;
          putGroup.run(commune, group.id, vi, en, JSON.stringify(group.villages));
        }
        // A desk of an earlier release has its people already.
        if (anybody.get(commune) !== undefined) return false;
        for (const row of members) put(row);
        return true;
      },
    ).immediate,
    load: (commune, since) => {
      const open = new Map(held.all(commune).map(({ who, n }) => [who, n]));
      const calls = called.all(commune, since);
      const known = new Map<PropagandistId, Load>(
        calls.map(({ who, n, last }) => [
          who,
          { open: open.get(who) ?? 0, calls: n, calledAt: last },
        ]),
      );
      const others = [...open].filter(([who]) => !known.has(who));
      for (const [who, n] of others) known.set(who, { open: n, calls: 0 });
      return known;
    },
  };
}

/** A likeness has an id of its own kind: it is found where all media are, and is nobody's conversation's. */
export const facePrefix = "face-";

function asPropagandist(row: Row): PropagandistRow {
  return {
    id: row.id,
    commune: row.commune,
    name: open(row.name),
    role: open(row.role),
    rank: row.rank,
    woman: row.woman === 1,
    office: row.office === 1,
    villages: JSON.parse(row.villages) as string[],
    groups: JSON.parse(row.groups) as string[],
    knows: JSON.parse(row.knows) as string[],
    speaks: JSON.parse(row.speaks) as Speech[],
    hours: JSON.parse(row.hours) as WeekHours[],
    absences: JSON.parse(open(row.absences)) as Absence[],
    duty: row.duty === 1,
    language: row.language,
    ...(row.form === null ? {} : { form: row.form }),
    ...(row.conversation === null ? {} : { conversation: row.conversation }),
    ...(row.joined_at === null ? {} : { joinedAt: row.joined_at }),
    ...(row.left_at === null ? {} : { leftAt: row.left_at }),
    ...(row.photo === null ? {} : { photo: row.photo }),
    ...(row.unheard_since === null ? {} : { unheardSince: row.unheard_since }),
  };
}

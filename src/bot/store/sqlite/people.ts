/** Propagandists, and how they come in: invitations, one-time links, sessions. Codes are kept as hashes only. */
import type { Database } from "better-sqlite3";
import type { ConversationId, Instant, PropagandistId } from "../../../flows/index.ts";
import { open, seal } from "../sealed.ts";
import type { Invitation, Joined, PropagandistRow, Store } from "../store.ts";
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
  readonly duty: number;
  readonly language: PropagandistRow["language"];
  readonly conversation: ConversationId | null;
}

interface InvitationRow {
  readonly commune: string;
  readonly rank: Invitation["rank"];
  readonly name: string;
  readonly role: string;
  readonly village: string;
  readonly woman: number;
  readonly office: number;
  readonly expires_at: Instant;
  readonly used_at: Instant | null;
  readonly used_by: PropagandistId | null;
}

const columns =
  "id, commune, name, role, rank, woman, office, villages, duty, language, conversation";

export function people(
  db: Database,
): Pick<
  Store,
  | "propagandists"
  | "propagandist"
  | "savePropagandist"
  | "invite"
  | "join"
  | "addSignInLink"
  | "useSignInLink"
  | "openSession"
  | "session"
  | "endSession"
> {
  const all = db.prepare<[string], Row>(
    `select ${columns} from propagandists where commune = ? order by id`,
  );
  const byId = db.prepare<[string], Row>(`select ${columns} from propagandists where id = ?`);
  const byConversation = db.prepare<[string], Row>(
    `select ${columns} from propagandists where conversation = ?`,
  );
  const leaveConversation = db.prepare<[string, string]>(
    "update propagandists set conversation = null where conversation = ? and id <> ?",
  );
  const save = db.prepare<Record<string, string | number | null>>(
    `insert into propagandists (${columns}) values (:id, :commune, :name, :role, :rank, :woman, :office, ` +
      ":villages, :duty, :language, :conversation) " +
      "on conflict (id) do update set commune = excluded.commune, name = excluded.name, role = excluded.role, " +
      "rank = excluded.rank, woman = excluded.woman, office = excluded.office, villages = excluded.villages, " +
      "duty = excluded.duty, language = excluded.language, conversation = excluded.conversation",
  );
  const addInvitation = db.prepare<Record<string, string | number>>(
    "insert into invitations (code_hash, commune, rank, name, role, village, woman, office, expires_at) " +
      "values (:codeHash, :commune, :rank, :name, :role, :village, :woman, :office, :expiresAt)",
  );
  const invitation = db.prepare<[string], InvitationRow>(
    "select commune, rank, name, role, village, woman, office, expires_at, used_at, used_by " +
      "from invitations where code_hash = ?",
  );
  const useInvitation = db.prepare<[number, string, string]>(
    "update invitations set used_at = ?, used_by = ? where code_hash = ? and used_at is null",
  );
  const addLink = db.prepare<[string, string, string | null, number]>(
    "insert into sign_in_links (code_hash, commune, who, expires_at) values (?, ?, ?, ?)",
  );
  const link = db.prepare<
    [string],
    {
      commune: string;
      who: PropagandistId | null;
      expires_at: Instant;
      used_at: Instant | null;
    }
  >("select commune, who, expires_at, used_at from sign_in_links where code_hash = ?");
  const useLink = db.prepare<[number, string]>(
    "update sign_in_links set used_at = ? where code_hash = ? and used_at is null",
  );
  const addSession = db.prepare<[string, number, string]>(
    "insert into sessions (id, commune, who, opened_at) select ?, p.commune, p.id, ? from propagandists p where p.id = ?",
  );
  const session = db.prepare<[string], { who: PropagandistId }>(
    "select who from sessions where id = ?",
  );
  const dropSession = db.prepare<[string]>("delete from sessions where id = ?");

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
      duty: row.duty ? 1 : 0,
      language: row.language,
      conversation: row.conversation ?? null,
    });
  }

  function use(
    codeHash: string,
    fresh: () => PropagandistId,
    conversation: ConversationId | undefined,
    now: Instant,
  ): Joined {
    const found = invitation.get(codeHash);
    if (found === undefined) return { outcome: "unknown" };
    const here = conversation === undefined ? undefined : byConversation.get(conversation);
    if (found.used_at !== null) {
      // The same chat asks again: its first answer was lost on the way.
      if (here !== undefined && here.id === found.used_by) {
        return { outcome: "joined", who: asPropagandist(here) };
      }
      return { outcome: "used" };
    }
    if (found.expires_at <= now) return { outcome: "expired" };

    const who = joining(found, here && asPropagandist(here), fresh, conversation);
    put(who);
    useInvitation.run(now, who.id, codeHash);
    return { outcome: "joined", who };
  }

  return {
    propagandists: (commune) => all.all(commune).map(asPropagandist),
    propagandist: (id) => {
      const row = byId.get(id);
      return row && asPropagandist(row);
    },
    savePropagandist: db.transaction(put).immediate,
    invite: (invited) => {
      addInvitation.run({
        codeHash: invited.codeHash,
        commune: invited.commune,
        rank: invited.rank,
        name: seal(invited.name),
        role: seal(invited.role),
        village: invited.village,
        woman: invited.woman ? 1 : 0,
        office: invited.office ? 1 : 0,
        expiresAt: invited.expiresAt,
      });
    },
    join: db.transaction(use).immediate,
    addSignInLink: (codeHash, who, commune, expiresAt) => {
      addLink.run(codeHash, commune, who ?? null, expiresAt);
    },
    useSignInLink: (codeHash, now) => {
      const found = link.get(codeHash);
      if (found === undefined) return { outcome: "unknown" };
      if (found.used_at !== null) return { outcome: "used" };
      if (found.expires_at <= now) return { outcome: "expired" };
      // Another process may have been faster between the two statements.
      if (useLink.run(now, codeHash).changes === 0) return { outcome: "used" };
      return { outcome: "ok", who: found.who ?? undefined, commune: found.commune };
    },
    openSession: (id, who, now) => {
      if (addSession.run(id, now, who).changes === 0) throw new NotInStore("propagandist", who);
    },
    session: (id) => session.get(id)?.who,
    endSession: (id) => {
      dropSession.run(id);
    },
  };
}

/** Whoever already helps in this chat keeps their id and villages; a newcomer starts on duty. */
function joining(
  invited: InvitationRow,
  here: PropagandistRow | undefined,
  fresh: () => PropagandistId,
  conversation: ConversationId | undefined,
): PropagandistRow {
  return {
    id: here?.id ?? fresh(),
    commune: invited.commune,
    name: open(invited.name),
    role: open(invited.role),
    rank: here?.rank === "coordinator" ? "coordinator" : invited.rank,
    woman: invited.woman === 1,
    office: invited.office === 1,
    villages: [...new Set([...(here?.villages ?? []), invited.village])],
    duty: here?.duty ?? true,
    language: here?.language ?? "vi",
    ...(conversation === undefined ? {} : { conversation }),
  };
}

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
    duty: row.duty === 1,
    language: row.language,
    ...(row.conversation === null ? {} : { conversation: row.conversation }),
  };
}

/** How propagandists come in, and are put out: invitations, one-time links, sessions. Codes are kept as hashes only. */
import type { Database } from "better-sqlite3";
import type { ConversationId, Instant, PropagandistId } from "../../../flows/index.ts";
import type { PropagandistRow } from "../people.ts";
import { open, seal } from "../sealed.ts";
import type { Invitation, Joined, SignInStore } from "../sign-in.ts";
import { NotInStore } from "../store-errors.ts";
import type { People } from "./people.ts";

interface InvitationRow {
  readonly code_hash: string;
  readonly commune: string;
  readonly rank: Invitation["rank"];
  readonly name: string;
  readonly role: string;
  readonly village: string;
  readonly woman: number;
  readonly office: number;
  readonly expires_at: Instant;
  readonly who: PropagandistId | null;
  readonly used_at: Instant | null;
  readonly used_by: PropagandistId | null;
  readonly ended_at: Instant | null;
}

const columns =
  "code_hash, commune, rank, name, role, village, woman, office, expires_at, who, used_at, used_by, ended_at";

export function signIn(db: Database, people: People): SignInStore {
  const addInvitation = db.prepare<Record<string, string | number | null>>(
    "insert into invitations (code_hash, commune, rank, name, role, village, woman, office, expires_at, who) " +
      "values (:codeHash, :commune, :rank, :name, :role, :village, :woman, :office, :expiresAt, :who)",
  );
  const invitation = db.prepare<[string], InvitationRow>(
    `select ${columns} from invitations where code_hash = ?`,
  );
  const openInvitations = db.prepare<[string, number], InvitationRow>(
    `select ${columns} from invitations where commune = ? and expires_at > ? ` +
      "and used_at is null and ended_at is null order by expires_at",
  );
  const endInvitation = db.prepare<[number, string, string]>(
    "update invitations set ended_at = ? where commune = ? and code_hash = ? and used_at is null and ended_at is null",
  );
  const endTheirs = db.prepare<[number, string]>(
    "update invitations set ended_at = ? where who = ? and used_at is null and ended_at is null",
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
  const endLinks = db.prepare<[number, string]>(
    "update sign_in_links set used_at = ? where who = ? and used_at is null",
  );
  const addSession = db.prepare<[string, number, string]>(
    "insert into sessions (id, commune, who, opened_at) select ?, p.commune, p.id, ? from propagandists p " +
      "where p.id = ? and p.left_at is null",
  );
  const session = db.prepare<[string], { who: PropagandistId }>(
    "select s.who from sessions s join propagandists p on p.id = s.who where s.id = ? and p.left_at is null",
  );
  const dropSession = db.prepare<[string]>("delete from sessions where id = ?");
  const dropSessions = db.prepare<[string]>("delete from sessions where who = ?");
  const leaveChat = db.prepare<[string]>(
    "update propagandists set conversation = null where id = ?",
  );

  function use(
    codeHash: string,
    fresh: () => PropagandistId,
    conversation: ConversationId | undefined,
    now: Instant,
  ): Joined {
    const found = invitation.get(codeHash);
    if (found === undefined) return { outcome: "unknown" };
    const here = conversation === undefined ? undefined : people.inChat(conversation);
    if (found.used_at !== null) {
      // The same chat asks again: its first answer was lost on the way.
      if (here !== undefined && here.id === found.used_by) return { outcome: "joined", who: here };
      return { outcome: "used" };
    }
    if (found.expires_at <= now || found.ended_at !== null) return { outcome: "expired" };

    const listed = found.who === null ? undefined : people.propagandist(found.who);
    if (listed?.leftAt !== undefined) return { outcome: "expired" };
    const who =
      listed === undefined
        ? joining(found, here, fresh, conversation, now)
        : rejoining(listed, conversation, now);
    people.put(who);
    useInvitation.run(now, who.id, codeHash);
    return { outcome: "joined", who };
  }

  return {
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
        who: invited.who ?? null,
      });
    },
    invitations: (commune, now) => openInvitations.all(commune, now).map(asInvitation),
    endInvitation: (commune, codeHash, now) =>
      endInvitation.run(now, commune, codeHash).changes === 1,
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
    signOut: db.transaction((who: PropagandistId, now: Instant) => {
      const chat = people.propagandist(who)?.conversation;
      dropSessions.run(who);
      endLinks.run(now, who);
      endTheirs.run(now, who);
      leaveChat.run(who);
      return chat;
    }).immediate,
  };
}

/** Whoever already helps in this chat keeps their id and villages; a newcomer starts on duty. */
function joining(
  invited: InvitationRow,
  here: PropagandistRow | undefined,
  fresh: () => PropagandistId,
  conversation: ConversationId | undefined,
  now: Instant,
): PropagandistRow {
  const begins = { groups: [], knows: [], speaks: ["vi"], hours: [], absences: [] } as const;
  return {
    ...begins,
    duty: true,
    language: "vi",
    ...here,
    id: here?.id ?? fresh(),
    commune: invited.commune,
    name: open(invited.name),
    role: open(invited.role),
    rank: here?.rank === "coordinator" ? "coordinator" : invited.rank,
    woman: invited.woman === 1,
    office: invited.office === 1,
    villages: [...new Set([...(here?.villages ?? []), invited.village])],
    joinedAt: here?.joinedAt ?? now,
    ...(conversation === undefined ? {} : { conversation }),
  };
}

/** Somebody on the list comes in, for the first time or with another telephone, and is who they were. */
function rejoining(
  listed: PropagandistRow,
  conversation: ConversationId | undefined,
  now: Instant,
): PropagandistRow {
  return {
    ...listed,
    joinedAt: listed.joinedAt ?? now,
    duty: listed.joinedAt === undefined ? true : listed.duty,
    ...(conversation === undefined ? {} : { conversation }),
  };
}

function asInvitation(row: InvitationRow): Invitation {
  return {
    codeHash: row.code_hash,
    commune: row.commune,
    rank: row.rank,
    name: open(row.name),
    role: open(row.role),
    village: row.village,
    woman: row.woman === 1,
    office: row.office === 1,
    expiresAt: row.expires_at,
    ...(row.who === null ? {} : { who: row.who }),
  };
}

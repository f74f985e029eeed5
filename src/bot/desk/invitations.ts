/** Ways onto the desk: invitations for 48 hours, and one-time links for a quarter of an hour. */
import type { Instant, PropagandistId } from "../../flows/index.ts";
import { hashOf, newCode } from "../ids.ts";
import type { PropagandistRow } from "../store/people.ts";
import type { Invitation } from "../store/sign-in.ts";
import type { Store } from "../store/store.ts";

const invitationLasts = 48 * 60 * 60 * 1000;
const linkLasts = 15 * 60 * 1000;

export interface Invited {
  readonly code: string;
  /** Opens the bot and joins there, where the commune has one. */
  readonly telegram?: string | undefined;
  readonly zalo?: string | undefined;
  readonly web: string;
}

/** What a coordinator writes; the code and its end are made here. */
export type InvitationWish = Omit<Invitation, "codeHash" | "expiresAt">;

export function invite(
  store: Store,
  wish: InvitationWish,
  at: { readonly now: Instant; readonly webRoot: string; readonly botName?: string | undefined },
): Invited {
  const code = newCode();
  store.invite({ ...wish, codeHash: hashOf(code), expiresAt: at.now + invitationLasts });
  return {
    code,
    ...(at.botName === undefined
      ? {}
      : { telegram: `https://t.me/${at.botName}?start=join-${code}` }),
    web: `${at.webRoot}/desk#join=${code}`,
  };
}

/** The link printed at the start, while nobody has joined yet: whoever opens it becomes the first coordinator. */
export function firstSignInLink(
  store: Store,
  commune: string,
  now: Instant,
  webRoot: string,
): string | undefined {
  // Whoever is only on the list cannot let anybody in.
  if (store.propagandists(commune).some(({ joinedAt }) => joinedAt !== undefined)) return undefined;
  const code = newCode();
  store.addSignInLink(hashOf(code), undefined, commune, now + linkLasts);
  return `${webRoot}/desk#in=${code}`;
}

export function firstCoordinator(
  commune: string,
  id: PropagandistId,
  now: Instant,
): PropagandistRow {
  return {
    groups: [],
    knows: [],
    speaks: ["vi"],
    hours: [],
    absences: [],
    joinedAt: now,
    id,
    commune,
    name: "Điều phối",
    role: "Cán bộ xã",
    rank: "coordinator",
    woman: false,
    office: true,
    villages: [],
    duty: true,
    language: "vi",
  };
}

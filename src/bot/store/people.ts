/** Propagandists and their working groups. */
import type {
  Absence,
  Address,
  ConversationId,
  Instant,
  MediaId,
  PropagandistId,
  Rank,
  Speech,
  WeekHours,
} from "../../flows/index.ts";

export interface PropagandistRow {
  readonly id: PropagandistId;
  readonly commune: string;
  readonly name: string;
  readonly role: string;
  readonly rank: Rank;
  readonly woman: boolean;
  readonly office: boolean;
  readonly villages: readonly string[];
  /** Working groups, by id. */
  readonly groups: readonly string[];
  /** Fields and flows they know. */
  readonly knows: readonly string[];
  readonly speaks: readonly Speech[];
  readonly hours: readonly WeekHours[];
  readonly absences: readonly Absence[];
  /** What stands before the name for residents: "cô" Hoa. */
  readonly form?: Address | undefined;
  /** The switch; whether they are called depends on hours and absences too. */
  readonly duty: boolean;
  readonly language: "vi" | "en";
  readonly conversation?: ConversationId | undefined;
  /** When they used an invitation; whoever has not is on the list and never called. */
  readonly joinedAt?: Instant | undefined;
  /** Off the list since then; the name stays with what they did. */
  readonly leftAt?: Instant | undefined;
  readonly photo?: MediaId | undefined;
  /** Their chat took nothing, at last, since then; nor were they seen at the desk. Deliveries say so. */
  readonly unheardSince?: Instant | undefined;
}

/** People who help together, and the villages they look after. */
export interface WorkingGroup {
  readonly id: string;
  readonly says: { readonly vi: string; readonly en: string };
  readonly villages: readonly string[];
}

/** What somebody holds now, and how often they were called since a moment. */
export interface Load {
  readonly open: number;
  readonly calls: number;
  readonly calledAt?: Instant | undefined;
}

export interface PeopleStore {
  /** Everybody on the list, also who has not joined yet; not who has left. */
  propagandists(commune: string): PropagandistRow[];
  propagandist(id: PropagandistId): PropagandistRow | undefined;
  /** But for the photo and whether their chat takes anything. */
  savePropagandist(row: PropagandistRow): void;
  /** They are at the desk, and read there what their chat did not take. */
  seenAtDesk(who: PropagandistId): void;
  /** A cleaned picture; its id changes with its bytes. Nothing takes it away again. */
  savePhoto(
    who: PropagandistId,
    photo: { readonly type: string; readonly bytes: Uint8Array } | undefined,
    now: Instant,
  ): void;
  groups(commune: string): WorkingGroup[];
  saveGroup(commune: string, group: WorkingGroup): void;
  /** The group goes, and with it everybody's being in it. */
  removeGroup(commune: string, id: string): void;
  /** What the desk begins with, once for a commune: false when it has begun before, or somebody is there. */
  beginDesk(
    commune: string,
    groups: readonly WorkingGroup[],
    people: readonly PropagandistRow[],
  ): boolean;
  load(commune: string, since: Instant): ReadonlyMap<PropagandistId, Load>;
}

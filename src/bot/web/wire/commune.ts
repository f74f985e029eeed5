/**
 * The commune, for coordinators
 *   GET  /desk/api/alarms       → DeskAlarm[]: what a channel needs a person for
 *   GET  /desk/api/commune      → CommuneView; each of the following answers with it as it is then
 *   POST /desk/api/people       { name, role, … } somebody new on the list; people/ID { … } changes them
 *   POST /desk/api/people/ID/invite     {} → { code, web, telegram? }, for a first joining or a new telephone
 *   POST /desk/api/people/ID/sign-out   {} every session, link, invitation and the chat, at once
 *   POST /desk/api/people/ID/leave      {} off the list; what they hold waits again
 *   POST /desk/api/groups       WorkingGroup, fresh: 409 where there is one of this id; groups/ID/remove {}
 *   POST /desk/api/villages-beside { villages: [a, b], beside }
 *   POST /desk/api/invitations  { role, village, name } → { code, web, telegram? }
 *   POST /desk/api/invitations/ID/end   {}
 */
import type { DeskCard } from "./cases.ts";
import type { DeskMe } from "./desk.ts";

/** A case that waits, as a coordinator sees it. */
export interface CommuneWaiting {
  readonly card: DeskCard;
  /** Who is being called: an id of the ladder, said in the page's language. */
  readonly rung:
    | "helped-before"
    | "village-knows"
    | "village"
    | "neighbours"
    | "group"
    | "everyone"
    | "office"
    | "later";
  readonly called: readonly string[];
  readonly nextAt?: number;
}

export interface WireHours {
  readonly days: readonly number[];
  readonly from: string;
  readonly until: string;
}

export type WireAbsence =
  | {
      readonly on: "days";
      readonly from: string;
      readonly until: string;
      readonly why?: string | undefined;
    }
  | { readonly on: "weekdays"; readonly days: readonly number[]; readonly why?: string | undefined }
  | { readonly on: "lunar"; readonly days: readonly number[]; readonly why?: string | undefined }
  | { readonly on: "tet"; readonly why?: string | undefined };

export interface CommunePerson {
  readonly id: string;
  readonly name: string;
  /** As residents see it, with the form of address. */
  readonly shown: string;
  readonly role: string;
  readonly rank: DeskMe["rank"];
  readonly form?: string;
  readonly woman: boolean;
  readonly office: boolean;
  readonly villages: readonly string[];
  readonly groups: readonly string[];
  readonly knows: readonly string[];
  readonly speaks: readonly string[];
  readonly hours: readonly WireHours[];
  readonly absences: readonly WireAbsence[];
  /** The switch; `onDuty` is whether they are called right now. */
  readonly duty: boolean;
  readonly onDuty: boolean;
  /** Switched on, and outside their hours or on a day they are away. */
  readonly away: boolean;
  readonly freeAt?: number;
  /** False while they are only on the list and cannot be called. */
  readonly joined: boolean;
  readonly inChat: boolean;
  /** Their chat took nothing, at last, since then: others are called before them. */
  readonly unheardSince?: number;
  readonly open: number;
  /** In the last seven days. */
  readonly calls: number;
  readonly photo?: string;
}

export interface CommuneGroup {
  readonly id: string;
  readonly says: { readonly vi: string; readonly en: string };
  readonly villages: readonly string[];
}

/** What a channel needs a person for. */
export interface DeskAlarm {
  readonly what: string;
  readonly account: string;
  /** What is wrong, and what to do. */
  readonly says: { readonly vi: string; readonly en: string };
}

export interface CommuneView {
  /** Meetings of today that are still to come. */
  readonly visitsToday: number;
  readonly waiting: readonly CommuneWaiting[];
  /** Claimed, or resting until a meeting. */
  readonly held: readonly DeskCard[];
  /** What the morning letter would say now; `since` is a length of time. */
  readonly stuck: readonly {
    readonly id: string;
    readonly why: "waiting" | "held" | "meeting-past";
    readonly since: number;
  }[];
  readonly people: readonly CommunePerson[];
  readonly groups: readonly CommuneGroup[];
  /** Pairs of villages that lie beside each other, as coordinators said it here. */
  readonly villagesBeside: ReadonlyArray<readonly [string, string]>;
  readonly invitations: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: string;
    readonly rank: DeskMe["rank"];
    readonly expiresAt: number;
  }[];
  readonly villages: readonly { readonly id: string; readonly says: string }[];
  /** What somebody may know besides whole fields, by name. */
  readonly guides: readonly { readonly id: string; readonly says: string }[];
}

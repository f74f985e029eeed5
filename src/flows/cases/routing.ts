/**
 * The ladder: who is called for a case, from near to wide, and when the next thing happens if nobody comes.
 * Plain values in and out. Whoever is off duty or away is skipped, a resident's wish holds on every rung, and
 * of many people the ones with the least to do are called first, a few at a time. Whoever's chat took nothing the
 * last time comes after the others of the rung.
 */
import type { Desk } from "../authoring/settings-schema.ts";
import type { RosterEntry } from "../talk/library.ts";
import type { Case, Rung } from "../talk/saved.ts";
import { dayOf, isWithin, minute, nextBeginning } from "../time/calendar.ts";
import { villageKey } from "../understanding/places.ts";
import type { CaseId, FlowId, Instant, PropagandistId, Speech } from "../vocabulary.ts";

/** The rungs on which people are called because of who they are; `office` and `later` follow when none came. */
export const ladder = [
  "helped-before",
  "village-knows",
  "village",
  "neighbours",
  "group",
  "everyone",
] as const satisfies readonly Rung[];
export type Step = (typeof ladder)[number];

/** What matters about a case for whom to call. */
export interface Need {
  readonly case: CaseId;
  readonly wants: Case["wants"];
  /** The guide is private. */
  readonly discreet: boolean;
  readonly village?: string | undefined;
  readonly speech?: Speech | undefined;
  readonly flow?: FlowId | undefined;
  readonly field?: string | undefined;
  /** Who helped this resident last, where the resident agreed to be remembered. */
  readonly helper?: PropagandistId | undefined;
}

export interface Call {
  readonly rung: Step;
  readonly people: readonly RosterEntry[];
  /** There are more of them on this rung, to be called a little later. */
  readonly more: boolean;
}

/** A resident writes the village as they spell it, a coordinator as they do. */
export function worksIn(
  person: { readonly villages: readonly string[] },
  village: string,
): boolean {
  return among(person.villages, village);
}

function among(villages: readonly string[], village: string): boolean {
  const key = villageKey(village);
  return key !== "" && villages.some((one) => villageKey(one) === key);
}

type Person = Pick<RosterEntry, "woman" | "office" | "villages">;

/**
 * Whether a resident's wish, and a private guide, let this person be called or see the case at all. Who asked
 * for another village has a reason and is never sent a neighbour; a woman or the office is waited for while
 * the commune has one at all, else help comes first.
 */
export function mayMeet(
  person: Person,
  { wants, discreet, village }: Pick<Need, "wants" | "discreet" | "village">,
  roster: readonly Person[],
): boolean {
  const away = wants === "other-village" || (discreet && wants !== "own-village");
  if (away && village !== undefined && worksIn(person, village)) return false;
  switch (wants) {
    case "anyone":
    case "own-village":
    case "other-village":
      return true;
    case "woman":
      return person.woman || !roster.some((p) => p.woman);
    case "office":
      return person.office || !roster.some((p) => p.office);
  }
}

/** The people on duty whom the resident's wish allows. */
export function onDuty(roster: readonly RosterEntry[], need: Need): readonly RosterEntry[] {
  return roster.filter((p) => p.onDuty && mayMeet(p, need, roster));
}

/** When the first of those allowed will be there again, and who; nothing when nobody's hours are known. */
export function nextThere(
  roster: readonly RosterEntry[],
  need: Need,
): { readonly at: Instant; readonly who: RosterEntry } | undefined {
  return roster
    .filter((p) => p.freeAt !== undefined && mayMeet(p, need, roster))
    .map((who) => ({ at: who.freeAt ?? 0, who }))
    .toSorted((a, b) => a.at - b.at)[0];
}

const speaks = (person: RosterEntry, { speech }: Need): boolean =>
  speech === undefined || speech === "vi" || person.speaks.includes(speech);

/** Whether what is wanted here is more than what everybody can do, and this person can. */
function knows(person: RosterEntry, need: Need): boolean {
  const { flow, field, speech } = need;
  const skilled =
    flow === undefined
      ? speech !== undefined && speech !== "vi"
      : person.knows.includes(flow) || (field !== undefined && person.knows.includes(field));
  return skilled && speaks(person, need);
}

function liesBeside(desk: Desk, person: RosterEntry, village: string): boolean {
  if (among(person.besideVillages ?? [], village)) return true;
  return Object.entries(desk.neighbours).some(
    ([one, others]) =>
      (among([one], village) && others.some((other) => worksIn(person, other))) ||
      (among(others, village) && worksIn(person, one)),
  );
}

/** In a working group that covers the village, or in one with somebody who works there. */
function sharesGroup(
  person: RosterEntry,
  village: string,
  roster: readonly RosterEntry[],
): boolean {
  if (among(person.groupVillages, village)) return true;
  return roster.some(
    (other) => worksIn(other, village) && other.groups.some((id) => person.groups.includes(id)),
  );
}

/** Whom a rung calls, of those allowed. `roster` is everybody, on duty or not: groups are made of all of them. */
export function peopleOn(
  rung: Step,
  desk: Desk,
  roster: readonly RosterEntry[],
  need: Need,
): readonly RosterEntry[] {
  const { village } = need;
  const there = onDuty(roster, need);
  switch (rung) {
    case "helped-before":
      return there.filter((p) => p.id === need.helper);
    case "village-knows":
      return village === undefined
        ? []
        : there.filter((p) => worksIn(p, village) && knows(p, need));
    case "village":
      return village === undefined ? [] : there.filter((p) => worksIn(p, village));
    case "neighbours":
      return village === undefined ? [] : there.filter((p) => liesBeside(desk, p, village));
    case "group":
      return village === undefined ? [] : there.filter((p) => sharesGroup(p, village, roster));
    case "everyone":
      return there;
  }
}

/**
 * The next people to call: the rest of the rung stood on, else the next rung on which there is anybody. Rungs
 * without people are passed over. Nothing when everybody who may be called has been.
 */
export function nextCall(
  desk: Desk,
  roster: readonly RosterEntry[],
  need: Need,
  from: Step,
  rang: readonly string[],
): Call | undefined {
  const atOnce = desk.routing["at-once"];
  for (const rung of ladder.slice(ladder.indexOf(from))) {
    const people = peopleOn(rung, desk, roster, need).filter((p) => !rang.includes(p.id));
    if (people.length === 0) continue;
    const reached = people.filter((p) => p.unheardSince === undefined);
    const asked = reached.length === 0 ? people : reached;
    const first = new Set(fairly(asked, need, desk).slice(0, atOnce));
    // Named in the order of the list: whose turn it was is nobody's business.
    return { rung, people: people.filter((p) => first.has(p)), more: people.length > first.size };
  }
  return undefined;
}

/**
 * Who understands the resident first, then who is near, then who holds the least, was called the least and the
 * longest ago. What is left equal is decided by the case, so that not always the same one is first.
 */
function fairly(people: readonly RosterEntry[], need: Need, desk: Desk): readonly RosterEntry[] {
  const { village } = need;
  const far = (p: RosterEntry): number =>
    village === undefined ? 0 : worksIn(p, village) ? 0 : liesBeside(desk, p, village) ? 1 : 2;
  const order = (p: RosterEntry): readonly number[] => [
    speaks(p, need) ? 0 : 1,
    far(p),
    p.open,
    p.calls,
    p.calledAt ?? 0,
    drawn(`${need.case}/${p.id}`),
  ];
  return people
    .map((person) => ({ person, order: order(person) }))
    .toSorted((a, b) => {
      const at = a.order.findIndex((value, i) => value !== b.order[i]);
      return at < 0 ? 0 : (a.order[at] ?? 0) - (b.order[at] ?? 0);
    })
    .map(({ person }) => person);
}

/** A number that looks drawn by lot and is always the same for the same text (FNV-1a). */
function drawn(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * When all are called again: soon while it is an hour at which people help, else when those hours next begin.
 * `tries` earlier calls in vain double the pause, so that nobody is written to all day. When nobody is there
 * and it is known who comes first (`there`), then that is the time.
 */
export function nextTry(
  desk: Desk,
  tries: number,
  now: Instant,
  there: Instant | undefined = undefined,
): Instant {
  const beginning = nextBeginning(desk.hours, now);
  if (there !== undefined && there > now && there <= beginning) return there;
  const soon = now + desk.routing["again-after-minutes"] * 2 ** Math.min(tries, 4) * minute;
  return isWithin(desk.hours, soon) && dayOf(soon) === dayOf(now) ? soon : beginning;
}

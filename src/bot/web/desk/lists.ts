import type { DeskCard, DeskCases } from "../wire/cases.ts";

/** Every card of the four lists, each once. */
export const allOf = (cases: DeskCases): readonly DeskCard[] => [
  ...cases.waiting,
  ...cases.mine,
  ...cases.others,
  ...cases.closed,
];

/** Who has waited longest stands first. */
export const inOrder = (waiting: readonly DeskCard[]): readonly DeskCard[] =>
  [...waiting].sort((one, other) => one.waitingSince - other.waitingSince);

/** Whoever helps in these asks us to help too. */
export const calledIn = ({ others }: DeskCases): readonly DeskCard[] =>
  others.filter(({ invited }) => invited === true);

/** Cases that wait for us now and did not when we last looked; none on the very first look. */
export function newlyWaiting(before: DeskCases | undefined, after: DeskCases): readonly DeskCard[] {
  if (before === undefined) return [];
  const known = new Set([...before.waiting, ...calledIn(before)].map(({ id }) => id));
  return [...after.waiting, ...calledIn(after)].filter(({ id }) => !known.has(id));
}

/** My cases with more unread than when we last looked. */
export function newlyUnread(before: DeskCases | undefined, after: DeskCases): readonly DeskCard[] {
  if (before === undefined) return [];
  const unread = new Map(before.mine.map((card) => [card.id, card.unread]));
  return after.mine.filter((card) => card.unread > (unread.get(card.id) ?? 0));
}

/** My meetings of which there is something new to remind: tomorrow, within the hour, or over. */
export function newlyDue(before: DeskCases | undefined, after: DeskCases): readonly DeskCard[] {
  const due = new Map(
    before === undefined ? [] : before.mine.map((card) => [card.id, card.meeting?.due]),
  );
  return after.mine.filter(
    (card) => card.meeting?.due !== undefined && card.meeting.due !== due.get(card.id),
  );
}

/** The number on the icon: people waiting, while on duty, and unread messages of my cases. */
export const badgeOf = (cases: DeskCases | undefined, duty: boolean): number =>
  cases === undefined
    ? 0
    : (duty ? cases.waiting.length : 0) +
      calledIn(cases).length +
      cases.mine.reduce((sum, card) => sum + card.unread, 0);

/** The lists without one case, for counting what happens elsewhere. */
export const notCounting = (cases: DeskCases, id: string): DeskCases => ({
  ...cases,
  waiting: cases.waiting.filter((card) => card.id !== id),
  mine: cases.mine.filter((card) => card.id !== id),
  others: cases.others.filter((card) => card.id !== id),
});

/** "Bà · Nà Khau (2)": how we speak of a person without a name. */
export function titleOf(
  card: Pick<DeskCard, "address" | "village" | "number">,
  someone: string,
): string {
  const address = card.address ?? someone;
  const who = address.charAt(0).toUpperCase() + address.slice(1);
  const name = card.village === undefined ? who : `${who} · ${card.village}`;
  return card.number === undefined ? name : `${name} (${card.number})`;
}

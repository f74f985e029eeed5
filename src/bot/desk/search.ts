/** Finds cases by where, about what, and by the words of internal notes. */
import { type FoundCase, fold } from "../../flows/index.ts";
import type { CaseLine } from "../store/cases.ts";
import type { PropagandistRow } from "../store/people.ts";
import type { Store } from "../store/store.ts";
import { mayRead } from "./cases.ts";

const mostFound = 30;
/** Older than this a case is history, not something to be looked up. */
const lookedBack = 180 * 24 * 60 * 60 * 1000;

/** Every word must be found somewhere in what this propagandist may read anyway; newest first. */
export function searchCases(
  store: Store,
  who: PropagandistRow,
  query: string,
  now: number,
): readonly CaseLine[] {
  const words = fold(query)
    .split(" ")
    .filter((word) => word !== "");
  if (words.length === 0) return [];
  return store
    .cases(who.commune, now - lookedBack)
    .filter((of) => mayRead(who, of))
    .filter((of) => {
      const text = fold(
        [
          of.village,
          of.card.village,
          of.card.flow,
          of.card.subject,
          of.card.reason,
          ...store.remarks(of.id).map(({ text }) => text),
        ]
          .filter((part) => part !== undefined)
          .join(" "),
      );
      return words.every((word) => text.includes(word));
    })
    .toSorted((a, b) => b.openedAt - a.openedAt)
    .slice(0, mostFound);
}

/** The same as a chat shows it. */
export function foundFor(
  store: Store,
  who: PropagandistRow["id"],
  query: string,
  now: number,
): readonly FoundCase[] {
  const person = store.propagandist(who);
  if (person === undefined) return [];
  return searchCases(store, person, query, now).map(({ id, state, claimedBy, card }) => ({
    case: id,
    state,
    mine: claimedBy === who,
    address: card.address,
    village: card.village,
    flow: (person.language === "en" ? card.en : undefined)?.flow ?? card.flow,
  }));
}

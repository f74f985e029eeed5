import type { DeskCard } from "../wire/cases.ts";
import { What } from "./case-row.tsx";
import { ClaimButton } from "./claim-button.tsx";
import { fragmentOfCase } from "./entrance.ts";
import { useHand } from "./in-hand.ts";
import { titleOf } from "./lists.ts";

/** Somebody who helps asks for a second person: above all lists, since they wait for an answer now. */
export function CalledIn({ cards }: { readonly cards: readonly DeskCard[] }) {
  const { words } = useHand();
  return cards.map((card) => (
    <article class="first called-in" key={card.id}>
      <h3>{words.invitedHint(card.claimedBy?.name ?? "")}</h3>
      <p>{titleOf(card, words.someone)}</p>
      <What card={card} />
      <ClaimButton id={card.id} />
      <a class="look" href={fragmentOfCase(card.id)}>
        {words.look}
      </a>
    </article>
  ));
}

import type { DeskCard } from "../wire/cases.ts";
import { What } from "./case-row.tsx";
import { fragmentOfCase } from "./entrance.ts";
import { useHand } from "./in-hand.ts";
import { titleOf } from "./lists.ts";

/** Somebody who helps asks for a second person: above all lists, since they wait for an answer now. */
export function CalledIn({ cards }: { readonly cards: readonly DeskCard[] }) {
  const { desk, words } = useHand();
  return cards.map((card) => {
    const busy = desk.shown.busy.has(`claim ${card.id}`);
    return (
      <article class="first called-in" key={card.id}>
        <h3>{words.invitedHint(card.claimedBy?.name ?? "")}</h3>
        <p>{titleOf(card, words.someone)}</p>
        <What card={card} />
        <button
          type="button"
          class="main-button large"
          disabled={busy}
          onClick={() => void desk.claim(card.id)}
        >
          {busy ? words.claiming : words.claim}
        </button>
        <a class="look" href={fragmentOfCase(card.id)}>
          {words.look}
        </a>
      </article>
    );
  });
}

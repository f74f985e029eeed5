import { useHand } from "./in-hand.ts";

/** The one large button: takes the case on. */
export function ClaimButton({ id }: { readonly id: string }) {
  const { desk, words } = useHand();
  const busy = desk.shown.busy.has(`claim ${id}`);
  return (
    <button
      type="button"
      class="main-button large"
      disabled={busy}
      onClick={() => void desk.claim(id)}
    >
      {busy ? words.claiming : words.claim}
    </button>
  );
}

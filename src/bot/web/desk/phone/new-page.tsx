import { useHand } from "../in-hand.ts";
import { phoneWords } from "./words.ts";

/** A newer build is there: taken up as soon as this page is out of sight, or at once by a press. */
export function NewPage() {
  const { desk, me } = useHand();
  const words = phoneWords(me.language);
  return (
    <div class="notice" role="status">
      <p>{words.newPage}</p>
      <button type="button" class="quiet" onClick={() => desk.renew()}>
        {words.loadNewPage}
      </button>
    </div>
  );
}

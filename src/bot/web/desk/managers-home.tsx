import { useState } from "preact/hooks";
import { MonthFigures } from "./figures.tsx";
import { useHand } from "./in-hand.ts";

/** What somebody finds who answers for the commune: the month in figures, and nobody's case. */
export function ManagersHome() {
  const { desk, me, words } = useHand();
  const [counting, setCounting] = useState(false);
  return (
    <div class="lists">
      {!desk.shown.greeted && (
        <div class="greeting">
          <p>{words.greetingManager(me.name)}</p>
          <button type="button" class="side-button" onClick={() => desk.setGreeted()}>
            {words.understood}
          </button>
        </div>
      )}
      <section class="authors-home">
        <h1>{words.monthTitle}</h1>
        <button type="button" class="main-button" onClick={() => setCounting(true)}>
          {words.openFigures}
        </button>
      </section>
      {counting && <MonthFigures close={() => setCounting(false)} />}
    </div>
  );
}

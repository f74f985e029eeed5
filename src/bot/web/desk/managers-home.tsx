import { useState } from "preact/hooks";
import { dayOf } from "./calendar.ts";
import { MonthFigures } from "./figures.tsx";
import { Greeting } from "./greeting.tsx";
import { useHand } from "./in-hand.ts";
import { OnlineUse } from "./online-use.tsx";
import { serverNow } from "./server.ts";

/** What somebody finds who answers for the commune: the month in figures, and nobody's case. */
export function ManagersHome() {
  const { desk, words } = useHand();
  const [counting, setCounting] = useState(false);
  return (
    <div class="lists">
      {!desk.shown.greeted && <Greeting />}
      <section class="authors-home">
        <h1>{words.monthTitle}</h1>
        <button type="button" class="main-button" onClick={() => setCounting(true)}>
          {words.openFigures}
        </button>
        {!counting && <OnlineUse month={dayOf(serverNow()).slice(0, 7)} />}
      </section>
      {counting && <MonthFigures close={() => setCounting(false)} />}
    </div>
  );
}

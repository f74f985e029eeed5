import { useState } from "preact/hooks";
import { Greeting } from "./greeting.tsx";
import { useHand } from "./in-hand.ts";
import { Readings } from "./readings.tsx";

/** What somebody finds who writes guides and is called by nobody: the guides, and reading them aloud. */
export function AuthorsHome() {
  const { desk, words } = useHand();
  const [reading, setReading] = useState(false);
  return (
    <div class="lists">
      {!desk.shown.greeted && <Greeting />}
      <section class="authors-home">
        <h1>{words.guides}</h1>
        <a class="main-button" href="/desk/soan">
          {words.writeGuides}
        </a>
        <button type="button" class="side-button" onClick={() => setReading(true)}>
          {words.readings}
        </button>
      </section>
      {reading && <Readings close={() => setReading(false)} />}
    </div>
  );
}

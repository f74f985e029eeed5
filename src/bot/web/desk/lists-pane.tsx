import { useEffect, useRef, useState } from "preact/hooks";
import type { DeskCard } from "../wire/cases.ts";
import { AnswersDoor } from "./answers-sheet.tsx";
import { AuthorsHome } from "./authors-home.tsx";
import { BesideDoor } from "./beside.tsx";
import { CalledIn } from "./called-in.tsx";
import { Row, What } from "./case-row.tsx";
import { ClaimButton } from "./claim-button.tsx";
import { Coordinator } from "./coordinator.tsx";
import { fragmentOfCase } from "./entrance.ts";
import { Folded } from "./folded.tsx";
import { Greeting } from "./greeting.tsx";
import { BridgeIcon } from "./icons.tsx";
import { useHand, useNow } from "./in-hand.ts";
import { calledIn, inOrder, titleOf } from "./lists.ts";
import { ManagersHome } from "./managers-home.tsx";
import { MyMonth } from "./my-month.tsx";
import { Pressing } from "./pressing.tsx";
import { Questions } from "./questions.tsx";
import { Readings } from "./readings.tsx";
import { Search } from "./search.tsx";
import { VisitsDoor } from "./visits.tsx";
import { waited } from "./waited.ts";
import { WaysDoor } from "./ways.tsx";

/** Who waits, mine, others', and what was just finished. */
export function Lists() {
  const { desk, me, words } = useHand();
  const { cases, open, greeted } = desk.shown;
  const [reading, setReading] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const was = useRef(open);
  useEffect(() => {
    if (was.current !== undefined && open === undefined) heading.current?.focus();
    was.current = open;
  }, [open]);

  if (me.rank === "author") return <AuthorsHome />;
  if (me.rank === "manager") return <ManagersHome />;
  if (cases === undefined) {
    return (
      <div class="lists" aria-busy="true">
        <p class="empty">{words.opening}</p>
      </div>
    );
  }
  const waiting = inOrder(cases.waiting);
  const [first, ...others] = waiting;
  const asked = calledIn(cases);
  const elsewhere = cases.others.filter((card) => !asked.includes(card));

  return (
    <div class="lists">
      {!greeted && first === undefined && <Greeting />}
      <CalledIn cards={asked} />
      <Pressing cards={cases.mine} />
      {me.rank === "coordinator" && <Questions />}
      <section class="waiting">
        <h1 ref={heading} tabIndex={-1}>
          {waiting.length === 0 ? words.nobodyWaits : words.peopleWait(waiting.length)}
        </h1>
        {first === undefined ? (
          <div class="nobody">
            <BridgeIcon />
            <p>{me.duty ? words.nobodyWaitsHint : words.nobodyWaitsOff}</p>
          </div>
        ) : (
          <First card={first} />
        )}
        {/* Who waits comes first, also on the first day. */}
        {!greeted && first !== undefined && <Greeting />}
        {others.length > 0 && <Rows cards={others.slice(0, atOnce)} />}
        {/* One's own work must not lie below thirty people. */}
        {others.length > atOnce && (
          <Folded title={words.moreWait} count={others.length - atOnce}>
            <Rows cards={others.slice(atOnce)} />
          </Folded>
        )}
      </section>
      {/* Whose work is that nobody is left waiting has it at hand, not below all lists. */}
      {me.rank === "coordinator" && <Coordinator />}
      <section>
        <h2>{words.mineTitle}</h2>
        {cases.mine.length === 0 ? (
          <p class="empty">{words.nothingMine}</p>
        ) : (
          <Rows cards={cases.mine} />
        )}
        <MyMonth closed={cases.closed.length} />
      </section>
      {elsewhere.length > 0 && (
        <Folded title={words.othersTitle} count={elsewhere.length}>
          <Rows cards={elsewhere} />
        </Folded>
      )}
      {cases.closed.length > 0 && (
        <Folded title={words.closedTitle} count={cases.closed.length}>
          <Rows cards={cases.closed} />
        </Folded>
      )}
      <Search />
      <BesideDoor />
      <VisitsDoor />
      <AnswersDoor />
      <WaysDoor />
      <button type="button" class="side-button" onClick={() => setReading(true)}>
        {words.readings}
      </button>
      {reading && <Readings close={() => setReading(false)} />}
      {me.rank === "coordinator" && (
        <section class="coordinator">
          <h2>{words.guides}</h2>
          <a class="side-button" href="/desk/soan">
            {words.writeGuides}
          </a>
        </section>
      )}
    </div>
  );
}

const Rows = ({ cards }: { readonly cards: readonly DeskCard[] }) => (
  <ul class="rows">
    {cards.map((card) => (
      <Row key={card.id} card={card} />
    ))}
  </ul>
);

/** How many of those who wait stand below the first without being unfolded. */
const atOnce = 4;

/** Who has waited longest, with the one large button. */
function First({ card }: { readonly card: DeskCard }) {
  const { me, words } = useHand();
  const now = useNow(1000);
  return (
    <article class="first">
      <h3>{titleOf(card, words.someone)}</h3>
      <p class="clock">
        {words.waitedFor} <strong>{waited(now - card.waitingSince, me.language, "seconds")}</strong>
      </p>
      <What card={card} />
      <p class="why">{card.why ?? card.reason}</p>
      <ClaimButton id={card.id} />
      <a class="look" href={fragmentOfCase(card.id)}>
        {words.look}
      </a>
    </article>
  );
}

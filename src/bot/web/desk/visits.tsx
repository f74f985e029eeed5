import { useEffect, useState } from "preact/hooks";
import type { DeskVillageVisits, DeskVisit, DeskVisits } from "../wire/visits.ts";
import { dayNameAndDate, hourOf, weekdayAndDate } from "./calendar.ts";
import { fragmentOfCase } from "./entrance.ts";
import { useHand } from "./in-hand.ts";
import { read } from "./server.ts";
import { Sheet } from "./sheet.tsx";
import { visitsWords } from "./visits-words.ts";

/** The way to the week's visits. */
export function VisitsDoor() {
  const { me } = useHand();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="side-button visits-door" onClick={() => setOpen(true)}>
        {visitsWords(me.language).door}
      </button>
      {open && <VisitsSheet close={() => setOpen(false)} />}
    </>
  );
}

/** To look at on a phone, or to print and take along. */
function VisitsSheet({ close }: { readonly close: () => void }) {
  const { me } = useHand();
  return (
    <Sheet title={visitsWords(me.language).title} close={close} wide prints>
      <VisitsOfWeek close={close} />
    </Sheet>
  );
}

/** Village by village and day by day, what is to come and what came of the last ones; a month back and ahead. */
export function VisitsOfWeek({ close }: { readonly close: () => void }) {
  const { desk, words, me } = useHand();
  const says = visitsWords(me.language);
  const [week, setWeek] = useState(0);
  const [found, setFound] = useState<DeskVisits>();
  const [trouble, setTrouble] = useState<string>();
  const { cases } = desk.shown;
  // Read again whenever a case moves.
  useEffect(() => {
    let asked = true;
    read<DeskVisits>(`visits?week=${week}`).then(
      (visits) => {
        if (!asked) return;
        setFound(visits);
        setTrouble(undefined);
      },
      (error: unknown) => asked && setTrouble(desk.sayOf(error)),
    );
    return () => {
      asked = false;
    };
  }, [desk, cases, week]);

  return (
    <div class="visits" aria-busy={found?.week !== week && trouble === undefined}>
      {trouble !== undefined && (
        <p class="says" role="alert">
          {trouble}
        </p>
      )}
      {found === undefined && trouble === undefined && <p class="hint">{words.opening}</p>}
      {found !== undefined && (
        <>
          <Weeks found={found} turn={setWeek} />
          {found.week >= 0 && (
            <section>
              <h3>{says.coming}</h3>
              {found.coming.length === 0 ? (
                <p class="empty">{says.none}</p>
              ) : (
                <Villages all={found.coming} today={found.today} close={close} />
              )}
            </section>
          )}
          {found.week <= 0 && (found.past.length > 0 || found.week < 0) && (
            <section class="past">
              <h3>{says.past}</h3>
              {found.past.length === 0 ? (
                <p class="empty">{says.nonePast}</p>
              ) : (
                <>
                  <p class="tally">{says.tally(found.tally)}</p>
                  <Villages all={found.past} today={found.today} close={close} past />
                </>
              )}
            </section>
          )}
        </>
      )}
    </div>
  );
}

/** Which week this is, on paper too, and the way to the ones beside it. */
function Weeks({
  found: { week, from, until, before, after },
  turn,
}: {
  readonly found: DeskVisits;
  readonly turn: (week: number) => void;
}) {
  const { me } = useHand();
  const says = visitsWords(me.language);
  const day = (of: string) => weekdayAndDate(of, me.language);
  return (
    <div class="weeks">
      <p class="week" aria-live="polite">
        <strong>{says.which(week)}</strong> {day(from)} – {day(until)}
      </p>
      <nav aria-label={says.title}>
        {before !== undefined && (
          <button type="button" class="side-button" onClick={() => turn(week - 1)}>
            ‹ {says.turn(says.which(week - 1), before)}
          </button>
        )}
        {week !== 0 && Math.abs(week) > 1 && (
          <button type="button" class="side-button" onClick={() => turn(0)}>
            {says.thisWeek}
          </button>
        )}
        {after !== undefined && (
          <button type="button" class="side-button" onClick={() => turn(week + 1)}>
            {says.turn(says.which(week + 1), after)} ›
          </button>
        )}
      </nav>
    </div>
  );
}

function Villages(props: {
  readonly all: readonly DeskVillageVisits[];
  readonly today: string;
  readonly close: () => void;
  readonly past?: boolean;
}) {
  const { me } = useHand();
  const says = visitsWords(me.language);
  const { all, today, close, past = false } = props;
  return (
    <div class="villages">
      {all.map(({ village, days }) => (
        <section key={village} class="village">
          <h4>
            {village === "" ? says.noVillage : village}
            <span class="count">
              {says.count(days.reduce((sum, { visits }) => sum + visits.length, 0))}
            </span>
          </h4>
          {days.map(({ day, visits }) => (
            <div key={day}>
              <h5>{dayNameAndDate(day, today, me.language)}</h5>
              <ul>
                {visits.map((visit, at) =>
                  visit.is === "known" ? (
                    <Visit
                      key={`${visit.case}/${visit.at}`}
                      visit={visit}
                      close={close}
                      past={past}
                    />
                  ) : (
                    <li key={`forgotten/${at}`}>
                      <span />
                      <div>
                        <p>
                          {says.forgotten} · {visit.mine ? says.mine : says.goes(visit.goes)}
                        </p>
                        <Came visit={visit} />
                      </div>
                    </li>
                  ),
                )}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

/** What came of it, in words and in colour. */
function Came({ visit: { went, came } }: { readonly visit: DeskVisit }) {
  const { me, words } = useHand();
  const says = visitsWords(me.language);
  const otherwise = { meet: says.meet, claimed: says.claimed, waiting: says.waiting };
  const became =
    went === undefined
      ? says.unsaid
      : went in otherwise
        ? otherwise[went as keyof typeof otherwise]
        : words.outcomeName(went);
  return <p class={came}>{became}</p>;
}

function Visit(props: {
  readonly visit: Extract<DeskVisit, { is: "known" }>;
  readonly close: () => void;
  readonly past: boolean;
}) {
  const { me } = useHand();
  const says = visitsWords(me.language);
  const { visit, close, past } = props;
  const need = visit.private === true ? says.private : visit.need;
  return (
    <li>
      <time>{hourOf(visit.at)}</time>
      <div>
        <a href={fragmentOfCase(visit.case)} onClick={close}>
          {[visit.address ?? says.someone, need, visit.subject]
            .filter((part) => part !== undefined)
            .join(" · ")}
        </a>
        <p>
          {visit.place} · {visit.mine ? says.mine : says.goes(visit.goes)}
        </p>
        {past && <Came visit={visit} />}
      </div>
    </li>
  );
}

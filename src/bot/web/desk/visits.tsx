import { useEffect, useState } from "preact/hooks";
import type { DeskVillageVisits, DeskVisit, DeskVisits } from "../wire/visits.ts";
import { dayNameAndDate, hourOf } from "./calendar.ts";
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

/** Village by village and day by day, what is to come and how the last ones went. */
export function VisitsOfWeek({ close }: { readonly close: () => void }) {
  const { desk, me, words } = useHand();
  const says = visitsWords(me.language);
  const [found, setFound] = useState<DeskVisits>();
  const [trouble, setTrouble] = useState<string>();
  const { cases } = desk.shown;
  // Read again whenever a case moves.
  useEffect(() => {
    read<DeskVisits>("visits").then(setFound, (error: unknown) => setTrouble(desk.sayOf(error)));
  }, [desk, cases]);

  return (
    <div class="visits" aria-busy={found === undefined && trouble === undefined}>
      {trouble !== undefined && (
        <p class="says" role="alert">
          {trouble}
        </p>
      )}
      {found === undefined && trouble === undefined && <p class="hint">{words.opening}</p>}
      {found !== undefined && (
        <>
          <h3>{says.coming}</h3>
          {found.coming.length === 0 ? (
            <p class="empty">{says.none}</p>
          ) : (
            <Villages all={found.coming} today={found.today} close={close} />
          )}
          {found.past.length > 0 && (
            <section class="past">
              <h3>{says.past}</h3>
              <Villages all={found.past} today={found.today} close={close} past />
            </section>
          )}
        </>
      )}
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
                {visits.map((visit) => (
                  <Visit
                    key={`${visit.case}/${visit.at}`}
                    visit={visit}
                    close={close}
                    past={past}
                  />
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

function Visit(props: {
  readonly visit: DeskVisit;
  readonly close: () => void;
  readonly past: boolean;
}) {
  const { me, words } = useHand();
  const says = visitsWords(me.language);
  const { visit, close, past } = props;
  const { went } = visit;
  const otherwise = { meet: says.meet, claimed: says.claimed, waiting: says.waiting };
  const became =
    went === undefined
      ? says.unsaid
      : went in otherwise
        ? otherwise[went as keyof typeof otherwise]
        : words.outcomeName(went);
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
        {past && <p class={went === undefined ? "unsaid" : "became"}>{became}</p>}
      </div>
    </li>
  );
}

import { useEffect, useState } from "preact/hooks";
import type { DeskFigureLine, DeskFigures, DeskWaits } from "../wire.ts";
import { dayOf } from "./calendar.ts";
import { useHand } from "./in-hand.ts";
import { Refusal, read, serverNow } from "./server.ts";
import { Sheet } from "./sheet.tsx";

const tables = ["figures", "load", "month", "stuck"] as const;

type Found =
  | { readonly is: "reading" }
  | { readonly is: "read"; readonly figures: DeskFigures }
  | { readonly is: "refused"; readonly says: string | undefined };

/** A month in figures, for whoever answers for the commune: the whole first, villages and people below it. */
export function MonthFigures({ close }: { readonly close: () => void }) {
  const { words } = useHand();
  const [month, setMonth] = useState(() => dayOf(serverNow()).slice(0, 7));
  const [found, setFound] = useState<Found>({ is: "reading" });
  const known = /^\d{4}-(0[1-9]|1[0-2])$/.test(month);

  useEffect(() => {
    if (!known) return;
    let asked = true;
    setFound({ is: "reading" });
    read<DeskFigures>(`figures?month=${month}`).then(
      (figures) => asked && setFound({ is: "read", figures }),
      (error: unknown) =>
        asked &&
        setFound({ is: "refused", says: error instanceof Refusal ? error.says : undefined }),
    );
    return () => {
      asked = false;
    };
  }, [month, known]);

  return (
    <Sheet title={words.monthTitle} close={close} wide>
      <div class="figures">
        <label for="month">{words.month}</label>
        <input
          id="month"
          type="month"
          value={month}
          placeholder="2026-11"
          onInput={({ currentTarget }) => setMonth(currentTarget.value)}
        />
        <div aria-live="polite" aria-busy={known && found.is === "reading"}>
          {known && found.is === "reading" && <p class="hint">{words.opening}</p>}
          {known && found.is === "refused" && (
            <p class="says" role="alert">
              {found.says ?? words.unreachable}
            </p>
          )}
          {known && found.is === "read" && <Month figures={found.figures} />}
        </div>
        {known && (
          <>
            <h3>{words.figuresTables}</h3>
            <ul class="tables">
              {tables.map((name) => (
                <li key={name}>
                  <a
                    class="side-button"
                    href={`/desk/api/${name}.csv?month=${month}`}
                    download={`cau-noi-${month}-${name}.csv`}
                  >
                    {words.figuresTable[name]}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Sheet>
  );
}

function Month({ figures }: { readonly figures: DeskFigures }) {
  const { words } = useHand();
  const { all, each, loads } = figures;
  if (all.asked === 0 && all.begun === 0 && doneIn(all) === 0)
    return <p class="hint">{words.figuresNone}</p>;
  return (
    <>
      <dl class="whole">
        <Figure name={words.figuresAsked} value={all.asked} />
        <Figure name={words.figuresAnswered} value={all.answered} />
        <Figure name={words.figuresWait} value={minutes(all.waits, words.figuresMinutes)} />
        <Figure
          name={words.figuresWaitOutside}
          value={minutes(all.waitsOutsideHours, words.figuresMinutes)}
        />
      </dl>
      <h3>{words.figuresFinished(doneIn(all), all.begun)}</h3>
      <Share line={all} />
      <h3>{words.figuresVillages}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: wider than a phone, and a keyboard must reach its end. */}
      <section class="table-frame" tabIndex={0} aria-label={words.figuresVillages}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.figuresVillage}</th>
              <th scope="col">{words.figuresField}</th>
              <th scope="col">{words.figuresAsked}</th>
              <th scope="col">{words.figuresAnswered}</th>
              <th scope="col">{words.figuresAlone}</th>
              <th scope="col">{words.figuresInChat}</th>
              <th scope="col">{words.figuresInPerson}</th>
            </tr>
          </thead>
          <tbody>
            {each.map((line) => (
              <tr key={`${line.village}/${line.field}`}>
                <th scope="row">{line.village === "" ? words.figuresNoVillage : line.village}</th>
                <td class="words">{words.figuresFieldName(line.field)}</td>
                <td>{line.asked}</td>
                <td>{line.answered}</td>
                <td>{line.finished.alone}</td>
                <td>{line.finished["in-chat"]}</td>
                <td>{line.finished["in-person"]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {loads.length > 0 && (
        <>
          <h3>{words.figuresLoads}</h3>
          <ul class="loads">
            {loads.map(({ name, helped }) => (
              <li key={name}>
                <span>{name}</span>
                <span>{words.figuresHelped(helped)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="hint">{words.figuresHint}</p>
    </>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: number | string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

const doneIn = ({ finished }: DeskFigureLine): number =>
  finished.alone + finished["in-chat"] + finished["in-person"];

const minutes = ({ median }: DeskWaits, say: (minutes: number) => string): string =>
  median === undefined ? "–" : say(median);

/** What was finished alone, in chat, in person: a bar, and the same in words for whoever does not see it. */
function Share({ line }: { readonly line: DeskFigureLine }) {
  const { words } = useHand();
  const parts = [
    ["alone", line.finished.alone, words.figuresAlone],
    ["in-chat", line.finished["in-chat"], words.figuresInChat],
    ["in-person", line.finished["in-person"], words.figuresInPerson],
  ] as const;
  return (
    <>
      <div class="share" aria-hidden="true">
        {parts.map(
          ([part, count]) =>
            count > 0 && <span key={part} class={part} style={{ flexGrow: count }} />,
        )}
      </div>
      <ul class="share-words">
        {parts.map(([part, count, says]) => (
          <li key={part} class={part}>
            {says}: <strong>{count}</strong>
          </li>
        ))}
      </ul>
    </>
  );
}

import type { DeskFigureLine, DeskFigures, DeskWaits } from "../wire/figures.ts";
import { monthSaid } from "./calendar.ts";
import { useHand } from "./in-hand.ts";

/** One month: the whole first, then how it ended and what was said of it, villages and fields, and who helped. */
export function Month({ figures }: { readonly figures: DeskFigures }) {
  const { me, words } = useHand();
  const { all, each, loads } = figures;
  if (all.asked === 0 && all.begun === 0 && doneIn(all) === 0)
    return <p class="hint">{words.figuresNone}</p>;
  return (
    <>
      <p class="of-month">{words.figuresOf(monthSaid(figures.month), me.commune)}</p>
      <dl class="whole">
        <Figure name={words.figuresAsked} value={all.asked} />
        <Figure name={words.figuresAnswered} value={all.answered} />
        <WaitFigure name={words.figuresWait} waits={all.waits} />
        <WaitFigure name={words.figuresWaitOutside} waits={all.waitsOutsideHours} />
      </dl>
      <h3>{words.figuresFinished(doneIn(all), all.begun)}</h3>
      <Share line={all} />
      {Object.keys(all.outcomes).length > 0 && (
        <>
          <h3>{words.figuresOutcomes}</h3>
          <ul class="loads">
            {Object.entries(all.outcomes)
              .sort(([, a], [, b]) => b - a)
              .map(([outcome, count]) => (
                <li key={outcome}>
                  <span>
                    {outcome === "open"
                      ? words.figuresOpen
                      : outcome === "erased"
                        ? words.figuresErased
                        : words.outcomeName(outcome)}
                  </span>
                  <span>{count}</span>
                </li>
              ))}
          </ul>
        </>
      )}
      {all.said.helped + all.said.not > 0 && (
        <>
          <h3>{words.figuresSaid}</h3>
          <ul class="loads">
            <li>
              <span>{words.figuresSaidHelped}</span>
              <span>{all.said.helped}</span>
            </li>
            <li>
              <span>{words.figuresSaidNot}</span>
              <span>{all.said.not}</span>
            </li>
          </ul>
        </>
      )}
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
              <th scope="col">{words.figuresWaitShort}</th>
              <th scope="col">{words.figuresAlone}</th>
              <th scope="col">{words.figuresInChat}</th>
              <th scope="col">{words.figuresInPerson}</th>
              <th scope="col">{words.figuresSaidHelped}</th>
            </tr>
          </thead>
          <tbody>
            {[...each].sort(unknownLast).map((line) => (
              <tr key={`${line.village}/${line.field}`}>
                <th scope="row">{line.village === "" ? words.figuresNoVillage : line.village}</th>
                <td class="words">{line.fieldName}</td>
                <td>{line.asked}</td>
                <td>{line.answered}</td>
                <td>{minutes(line.waits, words.figuresMinutes)}</td>
                <td>{line.finished.alone}</td>
                <td>{line.finished["in-chat"]}</td>
                <td>{line.finished["in-person"]}</td>
                <td>
                  {line.said.helped + line.said.not === 0
                    ? "–"
                    : `${line.said.helped}/${line.said.helped + line.said.not}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {loads.length > 0 && (
        <>
          <h3>{words.figuresLoads}</h3>
          <ul class="loads">
            {loads.map(({ name, helped, beside }) => (
              <li key={name}>
                <span>{name}</span>
                <span>
                  {[
                    ...(helped > 0 || beside === 0 ? [words.figuresHelped(helped)] : []),
                    ...(beside > 0 ? [words.figuresBeside(beside)] : []),
                  ].join(", ")}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="hint">{words.figuresHint}</p>
    </>
  );
}

/** What nobody knows the village of comes after the villages. */
const unknownLast = (a: { readonly village: string }, b: { readonly village: string }): number =>
  Number(a.village === "") - Number(b.village === "");

function WaitFigure({ name, waits }: { readonly name: string; readonly waits: DeskWaits }) {
  const { words } = useHand();
  const { most } = waits;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {minutes(waits, words.figuresMinutes)}
        {most !== undefined && <small>{words.figuresMost(words.figuresMinutes(most))}</small>}
      </dd>
    </div>
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

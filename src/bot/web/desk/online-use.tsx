import { useEffect, useState } from "preact/hooks";
import type { DeskOnlineLine, DeskOnlinePoint, DeskOnlineUse } from "../wire/figures.ts";
import { monthSaid } from "./calendar.ts";
import { EnterDossiers } from "./enter-dossiers.tsx";
import { useHand } from "./in-hand.ts";
import { InVillage } from "./in-village.tsx";
import { onlineUseWords } from "./online-use-words.ts";
import { read } from "./server.ts";
import { goals, ShareLine } from "./share-line.tsx";

/** The committee's curve in one glance: how many of all dossiers come online, and what is needed to know it. */
export function OnlineUse({ month }: { readonly month: string }) {
  const { desk, me } = useHand();
  const says = onlineUseWords(me.language);
  const [use, setUse] = useState<DeskOnlineUse>();
  const [trouble, setTrouble] = useState<string>();
  useEffect(() => {
    let asked = true;
    read<DeskOnlineUse>(`online-use?month=${month}`).then(
      (found) => asked && setUse(found),
      (error: unknown) => asked && setTrouble(desk.sayOf(error)),
    );
    return () => {
      asked = false;
    };
  }, [desk, month]);
  if (trouble !== undefined)
    return (
      <p class="says" role="alert">
        {trouble}
      </p>
    );
  if (use === undefined) return null;
  return (
    <section class="online-use figures" aria-label={says.title}>
      <h3>{says.title}</h3>
      <Now points={use.all.points} />
      <Each name={says.villages} lines={use.villages} />
      <Each name={says.fields} lines={use.fields} />
      <InVillage lines={use.inVillages} />
      <EnterDossiers use={use} entered={setUse} />
    </section>
  );
}

/** "42,5" or "42": as people write it. */
const percentOf = (percent: number, language: "vi" | "en"): string =>
  percent.toLocaleString(language === "en" ? "en-GB" : "vi-VN", { maximumFractionDigits: 1 });

function Now({ points }: { readonly points: readonly DeskOnlinePoint[] }) {
  const { me } = useHand();
  const says = onlineUseWords(me.language);
  const last = points[points.length - 1];
  if (last === undefined) return null;
  const { share, sent } = last;
  const known = points.filter((point) => point.share !== undefined);
  const say = (percent: number) => percentOf(percent, me.language);
  const goal = goals.find((one) => share !== undefined && share.percent < one);
  return (
    <>
      {share === undefined ? (
        <p>
          <strong>{says.of(monthSaid(last.month))}:</strong> {says.withUs(sent)} {says.noShare}
        </p>
      ) : (
        <>
          <p class="share-now">
            {(share.is === "exact" ? says.exactly : says.atLeast)(say(share.percent))}
          </p>
          <p>
            {says.of(monthSaid(last.month))}: {says.counted(onlineIn(last), allIn(last))}.{" "}
            {goal === undefined
              ? says.past(goals[1])
              : says.away(say(Math.round((goal - share.percent) * 10) / 10), goal)}{" "}
            {says.withUs(sent)}
          </p>
        </>
      )}
      {known.length > 0 && (
        <>
          <ShareLine points={points} />
          <p class="for-ears">
            {says.lineSays(
              known
                .map(
                  ({ month, share: of }) =>
                    `${monthSaid(month)} ${says.share(say(of?.percent ?? 0), of?.is === "at-least")}`,
                )
                .join(", "),
            )}
          </p>
          <p class="hint">{says.why}</p>
        </>
      )}
    </>
  );
}

const onlineIn = ({ online, sent }: DeskOnlinePoint): number => Math.max(online ?? 0, sent);
const allIn = (point: DeskOnlinePoint): number => onlineIn(point) + (point.counter ?? 0);

/** The last month of each, in words. */
function Each(props: { readonly name: string; readonly lines: readonly DeskOnlineLine[] }) {
  const { me } = useHand();
  const says = onlineUseWords(me.language);
  const { name } = props;
  const lines = props.lines.filter(
    ({ of, points }) =>
      of.is === "village" || points.some((p) => p.sent > 0 || p.counter !== undefined),
  );
  if (lines.length === 0) return null;
  return (
    <>
      <h4>{name}</h4>
      <ul class="loads">
        {lines.map((line) => {
          const last = line.points[line.points.length - 1];
          return (
            <li key={line.name}>
              <span>{line.name}</span>
              <span>
                {last?.share === undefined ? (
                  <>
                    {says.sentOnly(last?.sent ?? 0)}
                    <small>{says.noCounter}</small>
                  </>
                ) : (
                  says.share(
                    percentOf(last.share.percent, me.language),
                    last.share.is === "at-least",
                  )
                )}
                {line.points.filter(({ share }) => share !== undefined).length > 1 && (
                  <Small points={line.points} />
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** The months before in one line: "9: 20 %, 10: 35 %". */
function Small({ points }: { readonly points: readonly DeskOnlinePoint[] }) {
  const { me } = useHand();
  const known = points.filter(({ share }) => share !== undefined).slice(-4);
  return (
    <small>
      {known
        .map(
          ({ month, share }) =>
            `${Number(month.slice(5))}: ${percentOf(share?.percent ?? 0, me.language)} %`,
        )
        .join(", ")}
    </small>
  );
}

import type { DeskOnlinePoint } from "../wire/figures.ts";

/** Where the commune wants to be: most people, and nearly everybody. */
export const goals = [60, 90] as const;

const height = 150;
const width = 340;
const left = 34;
const bottom = 20;
const top = 8;

/** A share for each month as a line towards the goals; a month without one is a gap. What it shows is said beside it. */
export function ShareLine({ points }: { readonly points: readonly DeskOnlinePoint[] }) {
  const x = (at: number): number => left + 8 + (at * (width - left - 20)) / (points.length - 1);
  const y = (percent: number): number => top + ((100 - percent) * (height - top - bottom)) / 100;
  const known = points.flatMap(({ share, month }, at) =>
    share === undefined ? [] : [{ at, month, ...share }],
  );
  return (
    <svg class="share-line" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {[0, ...goals, 100].map((percent) => (
        <g key={percent} class={percent === 60 || percent === 90 ? "goal" : "edge"}>
          <line x1={left} x2={width} y1={y(percent)} y2={y(percent)} />
          <text x={left - 5} y={y(percent) + 4} text-anchor="end">
            {percent === 100 ? "" : `${percent} %`}
          </text>
        </g>
      ))}
      {points.map(({ month }, at) => (
        <text key={month} class="month" x={x(at)} y={height - 5} text-anchor="middle">
          {Number(month.slice(5))}
        </text>
      ))}
      {known.map(({ at, percent }, index) => {
        const next = known[index + 1];
        return next === undefined || next.at !== at + 1 ? null : (
          <line
            key={at}
            class="curve"
            x1={x(at)}
            y1={y(percent)}
            x2={x(next.at)}
            y2={y(next.percent)}
          />
        );
      })}
      {known.map(({ at, percent, is }) => (
        <circle key={at} class={is} cx={x(at)} cy={y(percent)} r="4.5" />
      ))}
    </svg>
  );
}

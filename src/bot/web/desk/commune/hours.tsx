import type { WireHours } from "../../wire/commune.ts";
import { Refusal } from "../refusal.tsx";
import { Checks } from "./checks.tsx";
import { useCommune } from "./use-commune.ts";

const wholeWeek = [1, 2, 3, 4, 5, 6, 0];
const usual: WireHours = { days: [1, 2, 3, 4, 5], from: "07:00", until: "11:30" };

/** Begins before it ends, on some day. */
export const holds = ({ days, from, until }: WireHours): boolean =>
  days.length > 0 && from !== "" && from < until;

/** When somebody is there in a week: as many stretches as they like, each on days of its own. */
export function Hours(props: {
  readonly legend: string;
  readonly all: readonly WireHours[];
  readonly change: (all: readonly WireHours[]) => void;
  /** What was wrong with each stretch when it was last sent. */
  readonly faults?: Readonly<Record<string, string>> | undefined;
}) {
  const { says } = useCommune();
  const { all, change } = props;
  const put = (at: number, changed: WireHours) =>
    change(all.map((one, index) => (index === at ? changed : one)));
  return (
    <fieldset class="hours">
      <legend>{props.legend}</legend>
      <ul>
        {all.map((one, at) => (
          <li key={at}>
            <Checks
              legend={says.stretch(at + 1)}
              all={wholeWeek.map((day) => [String(day), says.days[day] ?? ""])}
              chosen={one.days.map(String)}
              choose={(days) => put(at, { ...one, days: days.map(Number).sort((a, b) => a - b) })}
            />
            <div class="from-until">
              <label>
                {says.from}
                <input
                  type="time"
                  required
                  value={one.from}
                  onInput={({ currentTarget }) => put(at, { ...one, from: currentTarget.value })}
                />
              </label>
              <label>
                {says.until}
                <input
                  type="time"
                  required
                  value={one.until}
                  onInput={({ currentTarget }) => put(at, { ...one, until: currentTarget.value })}
                />
              </label>
            </div>
            <Refusal says={holds(one) ? props.faults?.[at] : says.stretchWrong} />
            <button
              type="button"
              class="quiet"
              aria-label={says.removeStretch(at + 1)}
              onClick={() => change(all.filter((_, index) => index !== at))}
            >
              {says.remove}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="side-button" onClick={() => change([...all, next(all)])}>
        {says.addStretch}
      </button>
    </fieldset>
  );
}

/** After a morning the afternoon of the same days. */
function next(all: readonly WireHours[]): WireHours {
  const last = all[all.length - 1];
  return last === undefined || last.until >= "13:30"
    ? usual
    : { days: last.days, from: "13:30", until: "20:00" };
}

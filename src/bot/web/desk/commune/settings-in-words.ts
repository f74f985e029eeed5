import type { DeskLimitName, DeskSettingName, DeskSettingValues } from "../../wire/settings.ts";
import { useHand } from "../in-hand.ts";
import { type SettingsWords, settingsWords } from "./settings-words.ts";
import { useCommune } from "./use-commune.ts";

/** In the order in which they come to pass. */
export const limits: readonly DeskLimitName[] = [
  "at-once",
  "next-after-minutes",
  "everyone-after-minutes",
  "office-after-minutes",
  "again-after-minutes",
  "silent-claim-minutes",
  "silence-minutes",
];

type Value = DeskSettingValues[DeskSettingName];

/** A part in one line, as it is told beside the fields. */
export function useInWords(): (part: DeskSettingName, value: Value) => string {
  const { me } = useHand();
  const { says: commune } = useCommune();
  const says = settingsWords(me.language);
  const tellers: { readonly [Name in DeskSettingName]: (value: never) => string } = {
    hours: (hours: DeskSettingValues["hours"]) =>
      hours
        .map(({ days, from, until }) => says.stretch(daysSaid(days, commune.days), from, until))
        .join("; "),
    telephone: (telephone: string) => (telephone === "" ? says.none : telephone),
    operator: (operator: DeskSettingValues["operator"]) => operator[me.language],
    limits: (of: DeskSettingValues["limits"]) => limitsSaid(of, says),
  };
  return (part, value) => tellers[part](value as never);
}

const limitsSaid = (of: DeskSettingValues["limits"], says: SettingsWords): string =>
  limits.map((name) => says.limit(says.short[name], of[name], name !== "at-once")).join(", ");

/** Monday first; a run of days by its ends. */
function daysSaid(days: readonly number[], names: readonly string[]): string {
  const week = [1, 2, 3, 4, 5, 6, 0].filter((day) => days.includes(day));
  const places = week.map((day) => (day + 6) % 7);
  const run = places.every((place, at) => at === 0 || place === (places[at - 1] ?? 0) + 1);
  const name = (day: number | undefined) => names[day ?? 0] ?? "";
  return run && week.length > 2
    ? `${name(week[0])}–${name(week[week.length - 1])}`
    : week.map(name).join(", ");
}

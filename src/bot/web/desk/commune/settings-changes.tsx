import { useHand, useNow } from "../in-hand.ts";
import { useInWords } from "./settings-in-words.ts";
import { settingsWords } from "./settings-words.ts";
import { timeOf } from "./time-of.ts";
import { useSettings } from "./use-settings.ts";

/** Who set what, newest first. */
export function Changes() {
  const { me } = useHand();
  const { settings } = useSettings();
  const now = useNow(60_000);
  const says = settingsWords(me.language);
  const inWords = useInWords();
  const { changes } = settings;
  if (changes.length === 0) return null;
  return (
    <details class="desk-changes">
      <summary>{says.changes(changes.length)}</summary>
      <ul class="entries">
        {changes.map(({ part, value, by, at }) => (
          <li key={`${at}/${part}`}>
            {value === undefined
              ? says.givenBack(says.names[part])
              : says.changed(says.names[part], inWords(part, value))}
            <small>
              {by}, {timeOf(at, now, me.language)}
            </small>
          </li>
        ))}
      </ul>
    </details>
  );
}

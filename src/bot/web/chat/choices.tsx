import { useEffect, useRef } from "preact/hooks";
import type { Entry, WireChoice } from "../wire/entry.ts";
import { base } from "./base.ts";
import { Icon } from "./icons.tsx";
import type { Words } from "./words.ts";

export interface Choosing {
  /** The one on its way, if any. */
  readonly pressed: string | undefined;
  /** Nothing more can be pressed until the answer is here. */
  readonly quiet: boolean;
  onPress(entry: Entry, choice: WireChoice): void;
}

/** Whether the keyboard stood on a choice when it was pressed; the next question then takes it over. */
let keyboardWaits = false;

/** The choices of the newest question. Their numbers can be typed as well. */
export function Choices(props: { words: Words; entry: Entry; choosing: Choosing }) {
  const { words, entry, choosing } = props;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (!keyboardWaits) return;
    keyboardWaits = false;
    const nowhere = document.activeElement === null || document.activeElement === document.body;
    if (nowhere) list.current?.focus({ preventScroll: true });
  }, [entry.seq]);
  const rowOf = ({ picture }: WireChoice) =>
    picture !== undefined ? "choice-screen" : pictured ? "choice-below" : "choice-row";
  const pictured = (entry.choices ?? []).some(({ picture }) => picture !== undefined);
  return (
    // tabIndex -1: reached by us only, after the question before was answered by keyboard.
    <ol
      class={pictured ? "choices pictured" : "choices"}
      ref={list}
      tabIndex={-1}
      aria-label={words.choices}
    >
      {(entry.choices ?? []).map((choice, i) => (
        <li class={rowOf(choice)} key={choice.id}>
          <button
            type="button"
            class={`choice ${choosing.pressed === choice.id ? "pressed" : choosing.quiet ? "resting" : ""}`}
            // Not `disabled`, which would throw the keyboard's place away.
            aria-disabled={choosing.quiet}
            onClick={() => {
              if (choosing.quiet) return;
              keyboardWaits = true;
              choosing.onPress(entry, choice);
            }}
          >
            <span class="number">{i + 1}</span>
            <span class="says">{choice.says}</span>
            {/* Its name stands above it; what is marked on the screen is for whoever asks the picture. */}
            {choice.picture !== undefined && (
              <img class="screen-small" src={base + choice.picture.url} alt={choice.picture.alt} />
            )}
            {choosing.pressed === choice.id && <Icon name="check" />}
          </button>
        </li>
      ))}
    </ol>
  );
}

/** What an older question had offered: to be read, not pressed. */
export function OldChoices({ words, entry }: { words: Words; entry: Entry }) {
  // One alone was no question.
  if (entry.choices === undefined || entry.choices.length < 2) return null;
  return (
    <ol class="old-choices" aria-label={words.choicesWere}>
      {entry.choices.map((choice, i) => (
        <li key={choice.id}>
          {i + 1} {choice.says}
        </li>
      ))}
    </ol>
  );
}

import { Icon } from "./icons.tsx";
import type { PersonWords } from "./person-words.ts";

/** What the next words answer, and the way out of it. */
export function Answering(props: { words: PersonWords; text: string; onDrop: () => void }) {
  return (
    <section class="answering" aria-label={props.words.answering}>
      <p>
        <b aria-hidden="true">{props.words.answering}</b>
        <span>{props.text}</span>
      </p>
      <button type="button" aria-label={props.words.answerNot} onClick={props.onDrop}>
        <Icon name="close" />
      </button>
    </section>
  );
}

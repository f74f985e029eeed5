import { useEffect, useRef } from "preact/hooks";
import type { Entry } from "../wire/entry.ts";
import { base } from "./base.ts";
import { Choices, type Choosing } from "./choices.tsx";
import { ListenButton } from "./listen-button.tsx";
import { Picture } from "./picture.tsx";
import { Text } from "./text.tsx";
import type { Reading } from "./use-reading.ts";
import type { Seen } from "./use-seen.ts";
import { useTight } from "./use-tight.ts";
import type { Words } from "./words.ts";

/** The step one stands at, filling the screen of someone who comes back from another app or another day. */
export function CurrentStep(props: {
  words: Words;
  entry: Entry;
  choosing: Choosing | undefined;
  reading: Reading;
  seen: Seen;
}) {
  const { words, entry, choosing } = props;
  const element = useRef<HTMLElement>(null);
  useEffect(
    () => (element.current === null ? undefined : props.seen(element.current, entry.seq)),
    [entry.seq],
  );
  const tight = useTight(element, entry.seq);
  const listen = <ListenButton words={words} entry={entry} reading={props.reading} />;
  return (
    <section
      class={tight ? "current tight" : "current"}
      ref={element}
      aria-labelledby="current-step"
    >
      <div class="current-head">
        <h2 id="current-step">{entry.step === true ? words.atStep : words.atQuestion}</h2>
        {listen}
      </div>
      <Text words={words} text={entry.text} />
      {entry.picture !== undefined && (
        <Picture words={words} url={base + entry.picture.url} alt={entry.picture.alt} screen />
      )}
      {choosing !== undefined && <Choices words={words} entry={entry} choosing={choosing} />}
    </section>
  );
}

/** The same as one line, while a person is talking and their words matter more. */
export function CurrentLine(props: { words: Words; entry: Entry; onShow: () => void }) {
  return (
    <section class="current-line" aria-label={props.words.atStep}>
      <p>
        <b>{props.words.atStep}:</b> {props.entry.asks ?? props.entry.text}
      </p>
      <button type="button" onClick={props.onShow}>
        {props.words.showStep}
      </button>
    </section>
  );
}

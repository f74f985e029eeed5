import type { Entry } from "../wire/entry.ts";
import { Icon } from "./icons.tsx";
import type { Reading } from "./use-reading.ts";
import type { Words } from "./words.ts";

/**
 * Lets the entry be heard: as a propagandist read it, else in the phone's own voice. A second press stops.
 * Absent where there is neither.
 */
export function ListenButton(props: { words: Words; entry: Entry; reading: Reading }) {
  const { words, entry, reading } = props;
  // A message that came with a voice has a player of its own.
  if (entry.voice !== undefined || !reading.canRead(entry)) return null;
  const reads = reading.seq === entry.seq;
  return (
    <button type="button" class="listen" aria-pressed={reads} onClick={() => reading.toggle(entry)}>
      <Icon name={reads ? "stop" : "listen"} /> {reads ? words.stop : words.listen}
    </button>
  );
}

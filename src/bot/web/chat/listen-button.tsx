import type { Entry } from "../wire.ts";
import { Icon } from "./icons.tsx";
import type { Reading } from "./use-reading.ts";
import type { Words } from "./words.ts";

/** Reads the entry aloud; a second press stops. Absent where the phone has no voice. */
export function ListenButton(props: { words: Words; entry: Entry; reading: Reading }) {
  const { words, entry, reading } = props;
  const { speak } = entry;
  if (speak === undefined || speak === "" || !reading.possible) return null;
  const reads = reading.seq === entry.seq;
  return (
    <button
      type="button"
      class="listen"
      aria-pressed={reads}
      onClick={() => reading.toggle(entry.seq, speak)}
    >
      <Icon name={reads ? "stop" : "listen"} /> {reads ? words.stop : words.listen}
    </button>
  );
}

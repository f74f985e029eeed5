import { useEffect } from "preact/hooks";
import type { Desk } from "../desk-state.ts";
import { BridgeIcon } from "../icons.tsx";
import { phoneWords } from "./words.ts";

/** Opened without a network: what is well, what waits, and that nothing has to be done. */
export function Offline({ desk }: { readonly desk: Desk }) {
  const { unsent } = desk;
  const words = phoneWords(desk.language);
  const unreached = navigator.onLine;
  const title = unreached ? words.noServerTitle : words.offlineTitle;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main class="outside">
      <BridgeIcon />
      <h1>{title}</h1>
      <p role="status">{unreached ? words.noServerHint : words.offlineHint}</p>
      {unsent.messages > 0 && <p>{words.unsentWaits(unsent.messages)}</p>}
      {unsent.drafts > 0 && <p>{words.draftsWait(unsent.drafts)}</p>}
      <button type="button" class="main-button" onClick={() => desk.tryAgain()}>
        {words.tryAgain}
      </button>
    </main>
  );
}

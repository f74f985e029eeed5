import { useEffect, useState } from "preact/hooks";
import { useHand } from "../in-hand.ts";
import { type Afar, afarNow, turnOff, turnOn } from "./afar.ts";
import { phoneWords } from "./words.ts";

/** Turns on, for this telephone, that it speaks up while the desk is closed; says plainly why it cannot. */
export function AfarSwitch({ installable }: { readonly installable: boolean }) {
  const { desk, me } = useHand();
  const words = phoneWords(me.language);
  const [afar, setAfar] = useState<Afar>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    afarNow().then(setAfar, () => setAfar("off"));
  }, []);

  const change = (work: () => Promise<Afar>) => {
    setBusy(true);
    work()
      .then(setAfar, () => desk.notify(words.afarFailed, true))
      .finally(() => setBusy(false));
  };
  // Nothing jumps under the thumb while it is being asked.
  if (afar === undefined) return <p class="afar-waits">{words.afarHint}</p>;
  switch (afar) {
    case "missing":
      return <p>{installable ? words.afarAfterInstall : words.afarMissing}</p>;
    case "blocked":
      return <p>{words.afarBlocked}</p>;
    case "off":
      return (
        <>
          <button
            type="button"
            class="side-button strong"
            disabled={busy}
            onClick={() => change(() => turnOn(desk.mine))}
          >
            {words.afarTurnOn}
          </button>
          <p>{words.afarHint}</p>
        </>
      );
    case "on":
      return (
        <>
          <button
            type="button"
            class="side-button"
            disabled={busy}
            onClick={() => change(() => turnOff(desk.mine))}
          >
            {words.afarTurnOff}
          </button>
          <p role="status">{words.afarIsOn}</p>
        </>
      );
  }
}

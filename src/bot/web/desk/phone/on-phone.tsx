import { useEffect, useState } from "preact/hooks";
import { useHand } from "../in-hand.ts";
import { AfarSwitch } from "./afar-switch.tsx";
import { installing, onInstallOffer } from "./install.ts";
import { phoneWords } from "./words.ts";

/** What this telephone itself can do for its helper: speak up from afar, and stand among the applications. */
export function OnPhone() {
  const { me } = useHand();
  const words = phoneWords(me.language);
  const [, redraw] = useState(0);
  const again = () => redraw((times) => times + 1);
  useEffect(() => onInstallOffer(again), []);
  const install = installing();
  // Who only writes guides or reads figures is called by nobody.
  const called = me.rank === "propagandist" || me.rank === "coordinator";
  if (!called && install.is === "unknown") return null;
  return (
    <fieldset class="on-phone">
      <legend>{words.onPhone}</legend>
      {called && <AfarSwitch installable={install.is === "by-hand"} />}
      {install.is === "offered" && (
        <button
          type="button"
          class="side-button"
          onClick={() => void install.install().finally(again)}
        >
          {words.install}
        </button>
      )}
      {install.is !== "unknown" && (
        <p>
          {install.is === "installed"
            ? words.installed
            : install.is === "by-hand"
              ? words.installByHand
              : words.installHint}
        </p>
      )}
    </fieldset>
  );
}

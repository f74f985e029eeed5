import { useEffect, useState } from "preact/hooks";
import { useHand } from "../in-hand.ts";
import { installing, onInstallOffer } from "./install.ts";
import { phoneWords } from "./words.ts";

/** What this telephone itself can do for its helper: stand among the applications. */
export function OnPhone() {
  const { me } = useHand();
  const words = phoneWords(me.language);
  const [, redraw] = useState(0);
  const again = () => redraw((times) => times + 1);
  useEffect(() => onInstallOffer(again), []);
  const install = installing();
  if (install.is === "unknown") return null;
  return (
    <fieldset class="on-phone">
      <legend>{words.onPhone}</legend>
      {install.is === "offered" && (
        <button
          type="button"
          class="side-button"
          onClick={() => void install.install().finally(again)}
        >
          {words.install}
        </button>
      )}
      <p>
        {install.is === "installed"
          ? words.installed
          : install.is === "by-hand"
            ? words.installByHand
            : words.installHint}
      </p>
    </fieldset>
  );
}

import { useState } from "preact/hooks";
import { canSound } from "./bell.ts";
import { BellIcon, BridgeIcon, GearIcon } from "./icons.tsx";
import { useHand } from "./in-hand.ts";
import { Settings } from "./settings.tsx";

/** Where one is, whether one is on duty, and whether the phone may sound. */
export function TopBar() {
  const { desk, me, words } = useHand();
  const [settings, setSettings] = useState(false);
  const { sound } = desk.shown;

  return (
    <header class="top">
      <div class="top-line">
        <BridgeIcon />
        <p class="top-name">
          <strong>{words.deskName}</strong>
          <span>{me.commune}</span>
          {me.trial && <span class="trial">{words.trial}</span>}
        </p>
        <button
          type="button"
          class="round"
          aria-pressed={sound}
          aria-label={sound ? words.soundOn : words.soundOff}
          title={sound ? words.soundOn : words.soundOff}
          onClick={() => desk.setSound(!sound)}
        >
          <BellIcon off={!sound} />
        </button>
        <button
          type="button"
          class="round"
          aria-label={words.settings}
          title={words.settings}
          onClick={() => setSettings(true)}
        >
          <GearIcon />
        </button>
      </div>
      {/* Who only writes guides or reads figures is called by nobody. */}
      {me.rank !== "author" && me.rank !== "manager" && (
        <div class="duty-line">
          <fieldset class="duty">
            <legend class="for-ears">{words.dutyName}</legend>
            <Choice duty={true} says={words.dutyOn} />
            <Choice duty={false} says={words.dutyOff} />
          </fieldset>
          <p class="duty-hint">
            {!me.duty
              ? words.dutyOffHint
              : sound && !canSound()
                ? words.soundAsleep
                : words.dutyOnHint}
          </p>
        </div>
      )}
      {settings && <Settings close={() => setSettings(false)} />}
    </header>
  );
}

function Choice({ duty, says }: { readonly duty: boolean; readonly says: string }) {
  const { desk, me } = useHand();
  return (
    <label class={me.duty === duty ? "chosen" : ""}>
      <input
        type="radio"
        name="duty"
        checked={me.duty === duty}
        onChange={() => void desk.change({ duty })}
      />
      <span>{says}</span>
    </label>
  );
}

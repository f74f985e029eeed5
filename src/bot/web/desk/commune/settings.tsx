import { useEffect, useState } from "preact/hooks";
import type { DeskSettings } from "../../wire/settings.ts";
import { useHand } from "../in-hand.ts";
import { Refusal } from "../refusal.tsx";
import * as server from "../server.ts";
import { Changes } from "./settings-changes.tsx";
import { HoursPart, LimitsPart, OperatorPart, TelephonePart } from "./settings-fields.tsx";
import { settingsWords } from "./settings-words.ts";
import { SettingsContext } from "./use-settings.ts";

/** What `desk.yaml` begins with and a coordinator sets: hours, telephone, name, and how long each rung waits. */
export function Settings() {
  const { desk, me, words } = useHand();
  const says = settingsWords(me.language);
  const [settings, show] = useState<DeskSettings>();
  const [refused, setRefused] = useState<string>();
  useEffect(() => {
    server
      .read<DeskSettings>("settings")
      .then(show, (error: unknown) => setRefused(desk.sayOf(error)));
  }, [desk]);
  if (settings === undefined)
    return refused === undefined ? (
      <p aria-busy="true">{words.opening}</p>
    ) : (
      <Refusal says={refused} />
    );
  return (
    <SettingsContext.Provider value={{ settings, show }}>
      <div class="settings-of-commune">
        <p class="hint">{says.hint}</p>
        <ul class="lines">
          <HoursPart />
          <TelephonePart />
          <OperatorPart />
          <LimitsPart />
        </ul>
        <Changes />
      </div>
    </SettingsContext.Provider>
  );
}

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { DeskSettingName, DeskSettings, DeskSettingValues } from "../../wire/settings.ts";
import { useHand, useNow } from "../in-hand.ts";
import { Refusal } from "../refusal.tsx";
import * as server from "../server.ts";
import { useInWords } from "./settings-in-words.ts";
import { settingsWords } from "./settings-words.ts";
import { timeOf } from "./time-of.ts";
import { useCommune } from "./use-commune.ts";
import { useSettings } from "./use-settings.ts";

/** One part: what is typed goes to the server as it is, and what is wrong comes back beside its field. */
export function usePart<Name extends DeskSettingName>(name: Name) {
  const { desk, me } = useHand();
  const { settings, show } = useSettings();
  const says = settingsWords(me.language);
  const [typed, setTyped] = useState<unknown>();
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [refused, setRefused] = useState<string>();
  const [done, setDone] = useState("");
  const [editing, setEditing] = useState(false);
  const edit = (open: boolean) => {
    setEditing(open);
    setTyped(undefined);
    setFaults({});
    setRefused(undefined);
    setDone("");
  };
  const send = async (path: string, body: object, then: string) => {
    try {
      show(await server.write<DeskSettings>(`settings/${path}`, body));
      edit(false);
      setDone(then);
    } catch (error) {
      const found = error instanceof server.Refusal ? error.faults : {};
      setFaults(found);
      setRefused(Object.keys(found).length === 0 ? desk.sayOf(error) : undefined);
    }
  };
  return {
    says,
    setting: settings.parts[name],
    /** What stands in the fields: what holds, until somebody types. */
    typed: typed as DeskSettingValues[Name] | undefined,
    type: (value: unknown) => setTyped(value),
    editing,
    edit,
    faults,
    refused,
    done,
    save: (value: unknown) => send(name, { value }, says.saved),
    back: () => send(`${name}/as-in-file`, {}, says.back),
  };
}

type Changing = ReturnType<typeof usePart>;

/** What holds and who set it; its fields once somebody wants to change it. */
export function Part(props: {
  readonly name: DeskSettingName;
  readonly of: Pick<Changing, "refused" | "done" | "back" | "editing" | "edit">;
  readonly save: () => void;
  readonly children: ComponentChildren;
}) {
  const { me } = useHand();
  const { settings } = useSettings();
  const { says: commune } = useCommune();
  const now = useNow(60_000);
  const says = settingsWords(me.language);
  const inWords = useInWords();
  const { name, of } = props;
  const { now: holds, inFile, set } = settings.parts[name];
  const title = says.names[name];
  if (of.editing)
    return (
      <li>
        <form
          class="form"
          aria-label={title}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            props.save();
          }}
        >
          <b>{title}</b>
          <p class="hint">{says.hints[name]}</p>
          {props.children}
          <Refusal says={of.refused} />
          <div class="acts">
            <button type="submit" class="main-button">
              {commune.save}
            </button>
            <button type="button" class="side-button" onClick={() => of.edit(false)}>
              {commune.cancel}
            </button>
          </div>
        </form>
      </li>
    );
  return (
    <li>
      <b>{title}</b>
      <p>{inWords(name, holds)}</p>
      {set !== undefined && (
        <p class="hint">
          {says.setBy(set.by, timeOf(set.at, now, me.language))}{" "}
          {says.inFile(inWords(name, inFile))} {set.fileChanged && <b>{says.fileChanged}</b>}
        </p>
      )}
      <p class="hint" aria-live="polite">
        {of.done}
      </p>
      <Refusal says={of.refused} />
      <div class="acts">
        <button
          type="button"
          class="side-button"
          aria-label={says.changeOf(title)}
          onClick={() => of.edit(true)}
        >
          {commune.change}
        </button>
        {set !== undefined && (
          <button
            type="button"
            class="side-button"
            aria-label={says.asInFileOf(title)}
            onClick={() => void of.back()}
          >
            {says.asInFile}
          </button>
        )}
      </div>
    </li>
  );
}

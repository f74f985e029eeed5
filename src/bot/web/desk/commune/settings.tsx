import { type ComponentChildren, createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type {
  DeskLimitName,
  DeskSettingName,
  DeskSettings,
  DeskSettingValues,
} from "../../wire/settings.ts";
import { useHand, useNow } from "../in-hand.ts";
import { Refusal } from "../refusal.tsx";
import * as server from "../server.ts";
import { Hours } from "./hours.tsx";
import { type SettingsWords, settingsWords } from "./settings-words.ts";
import { timeOf } from "./time-of.ts";
import { useCommune } from "./use-commune.ts";

interface Given {
  readonly settings: DeskSettings;
  readonly show: (settings: DeskSettings) => void;
}
const SettingsContext = createContext<Given | undefined>(undefined);

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

function useSettings(): Given {
  const given = useContext(SettingsContext);
  if (given === undefined) throw new Error("drawn only among the commune's settings");
  return given;
}

/** One part: what is typed goes to the server as it is, and what is wrong comes back beside its field. */
function usePart<Name extends DeskSettingName>(name: Name) {
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
function Part(props: {
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

function HoursPart() {
  const of = usePart("hours");
  const hours = of.typed ?? of.setting.now;
  return (
    <Part name="hours" of={of} save={() => void of.save(hours)}>
      <Hours legend={of.says.names.hours} all={hours} change={of.type} faults={of.faults} />
      <Refusal says={of.faults["hours"]} />
    </Part>
  );
}

function TelephonePart() {
  const of = usePart("telephone");
  const { settings } = useSettings();
  const value = of.typed ?? of.setting.now;
  return (
    <Part name="telephone" of={of} save={() => void of.save(value)}>
      <Field
        id="commune-telephone"
        label={of.says.names.telephone}
        kind="tel"
        value={value}
        type={of.type}
        fault={of.faults["telephone"]}
      />
      <p class="hint">{of.says.noTelephone(settings.telephoneInstead)}</p>
    </Part>
  );
}

function OperatorPart() {
  const of = usePart("operator");
  const value = of.typed ?? of.setting.now;
  return (
    <Part name="operator" of={of} save={() => void of.save(value)}>
      <Field
        id="operator-vi"
        label={of.says.operatorVi}
        value={value.vi}
        type={(vi) => of.type({ ...value, vi })}
        fault={of.faults["vi"]}
      />
      <Field
        id="operator-en"
        label={of.says.operatorEn}
        value={value.en}
        type={(en) => of.type({ ...value, en })}
        fault={of.faults["en"]}
      />
    </Part>
  );
}

/** In the order in which they come to pass. */
const limits: readonly DeskLimitName[] = [
  "at-once",
  "next-after-minutes",
  "everyone-after-minutes",
  "office-after-minutes",
  "again-after-minutes",
  "silent-claim-minutes",
  "silence-minutes",
];

function LimitsPart() {
  const of = usePart("limits");
  const value: Readonly<Record<string, string | number>> = of.typed ?? of.setting.now;
  return (
    <Part name="limits" of={of} save={() => void of.save(value)}>
      {limits.map((name) => (
        <Field
          key={name}
          id={`limit-${name}`}
          label={of.says.limits[name]}
          kind="number"
          value={String(value[name] ?? "")}
          type={(text) => of.type({ ...value, [name]: text })}
          fault={of.faults[name]}
        />
      ))}
    </Part>
  );
}

function Field(props: {
  readonly id: string;
  readonly label: string;
  readonly kind?: "tel" | "number" | undefined;
  readonly value: string;
  readonly type: (text: string) => void;
  readonly fault: string | undefined;
}) {
  const { id, kind, fault } = props;
  return (
    <>
      <label for={id}>{props.label}</label>
      <input
        id={id}
        class={kind === "number" ? "short" : undefined}
        inputMode={kind === "number" ? "numeric" : kind}
        autocomplete="off"
        value={props.value}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : `${id}-says`}
        onInput={({ currentTarget }) => props.type(currentTarget.value)}
      />
      {fault !== undefined && (
        <p class="says" role="alert" id={`${id}-says`}>
          {fault}
        </p>
      )}
    </>
  );
}

/** Who set what, newest first. */
function Changes() {
  const { me } = useHand();
  const { settings } = useSettings();
  const now = useNow(60_000);
  const says = settingsWords(me.language);
  const inWords = useInWords();
  const { changes } = settings;
  if (changes.length === 0) return null;
  return (
    <details class="desk-changes">
      <summary>{says.changes(changes.length)}</summary>
      <ul class="entries">
        {changes.map(({ part, value, by, at }) => (
          <li key={`${at}/${part}`}>
            {value === undefined
              ? says.givenBack(says.names[part])
              : says.changed(says.names[part], inWords(part, value))}
            <small>
              {by}, {timeOf(at, now, me.language)}
            </small>
          </li>
        ))}
      </ul>
    </details>
  );
}

type Value = DeskSettingValues[DeskSettingName];

/** A part in one line, as it is told beside the fields. */
function useInWords(): (part: DeskSettingName, value: Value) => string {
  const { me } = useHand();
  const { says: commune } = useCommune();
  const says = settingsWords(me.language);
  const tellers: { readonly [Name in DeskSettingName]: (value: never) => string } = {
    hours: (hours: DeskSettingValues["hours"]) =>
      hours
        .map(({ days, from, until }) => says.stretch(daysSaid(days, commune.days), from, until))
        .join("; "),
    telephone: (telephone: string) => (telephone === "" ? says.none : telephone),
    operator: (operator: DeskSettingValues["operator"]) => operator[me.language],
    limits: (of: DeskSettingValues["limits"]) => limitsSaid(of, says),
  };
  return (part, value) => tellers[part](value as never);
}

const limitsSaid = (of: DeskSettingValues["limits"], says: SettingsWords): string =>
  limits.map((name) => says.limit(says.short[name], of[name], name !== "at-once")).join(", ");

/** Monday first; a run of days by its ends. */
function daysSaid(days: readonly number[], names: readonly string[]): string {
  const week = [1, 2, 3, 4, 5, 6, 0].filter((day) => days.includes(day));
  const places = week.map((day) => (day + 6) % 7);
  const run = places.every((place, at) => at === 0 || place === (places[at - 1] ?? 0) + 1);
  const name = (day: number | undefined) => names[day ?? 0] ?? "";
  return run && week.length > 2
    ? `${name(week[0])}–${name(week[week.length - 1])}`
    : week.map(name).join(", ");
}

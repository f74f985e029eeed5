import { useState } from "preact/hooks";
import type { DeskDossierEntry, DeskDossiersOf, DeskOnlineUse } from "../wire/figures.ts";
import { dayOf, hourOf, monthSaid } from "./calendar.ts";
import { useHand } from "./in-hand.ts";
import { onlineUseWords } from "./online-use-words.ts";
import { Refusal } from "./refusal.tsx";
import { write } from "./server.ts";

/** Where the commune writes down what only it knows; what was written before stays below, with who and when. */
export function EnterDossiers(props: {
  readonly use: DeskOnlineUse;
  readonly entered: (use: DeskOnlineUse) => void;
}) {
  const { desk, me } = useHand();
  const says = onlineUseWords(me.language);
  const { use, entered } = props;
  const [what, setWhat] = useState(keyOf({ is: "all" }));
  const [counter, setCounter] = useState("");
  const [online, setOnline] = useState("");
  const [refused, setRefused] = useState<string>();
  const [done, setDone] = useState(false);
  const month = use.months[use.months.length - 1] ?? "";
  const all = [{ of: use.all.of, name: says.wholeCommune }, ...use.villages, ...use.fields];
  const nameOf = (of: DeskDossiersOf): string =>
    all.find((one) => keyOf(one.of) === keyOf(of))?.name ?? keyOf(of);
  const of = all.find((one) => keyOf(one.of) === what)?.of ?? use.all.of;
  const standing = use.entries.find((entry) => keyOf(entry.of) === what);

  const send = async (numbers: Pick<DeskDossierEntry, "counter" | "online">) => {
    try {
      entered(await write<DeskOnlineUse>("dossiers", { month, of, ...numbers }));
      setRefused(undefined);
      setDone(true);
      setCounter("");
      setOnline("");
    } catch (error) {
      setDone(false);
      setRefused(desk.sayOf(error));
    }
  };
  const save = () => {
    const number = wholeNumber(counter);
    if (number === undefined) {
      setDone(false);
      setRefused(says.missing);
      return;
    }
    const known = wholeNumber(online);
    void send({ counter: number, ...(known === undefined ? {} : { online: known }) });
  };

  return (
    <details class="enter-dossiers not-on-paper">
      <summary>{says.enter(monthSaid(month))}</summary>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <label for="dossiers-of">{says.what}</label>
        <select
          id="dossiers-of"
          value={what}
          onChange={({ currentTarget }) => {
            setWhat(currentTarget.value);
            setDone(false);
          }}
        >
          {all.map((one) => (
            <option key={keyOf(one.of)} value={keyOf(one.of)}>
              {one.name}
            </option>
          ))}
        </select>
        <label for="dossiers-counter">{says.counter}</label>
        <input
          id="dossiers-counter"
          inputMode="numeric"
          autocomplete="off"
          value={counter}
          onInput={({ currentTarget }) => setCounter(currentTarget.value)}
        />
        <label for="dossiers-online">{says.online}</label>
        <input
          id="dossiers-online"
          inputMode="numeric"
          autocomplete="off"
          value={online}
          onInput={({ currentTarget }) => setOnline(currentTarget.value)}
        />
        <Refusal says={refused} />
        <p class="hint" aria-live="polite">
          {done ? says.saved : ""}
        </p>
        <button type="submit" class="main-button">
          {says.save}
        </button>
        {standing?.counter !== undefined && (
          <button type="button" class="side-button" onClick={() => void send({})}>
            {says.takeBack}
          </button>
        )}
      </form>
      {use.entries.length > 0 && (
        <>
          <h4>{says.log}</h4>
          <ul class="entries">
            {use.entries.map((entry) => (
              <li key={`${entry.at}/${keyOf(entry.of)}`}>
                {entry.counter === undefined
                  ? says.takenBack(nameOf(entry.of))
                  : says.entry(nameOf(entry.of), entry.counter, entry.online)}
                <small>
                  {entry.by}, {dayOf(entry.at).split("-").reverse().map(Number).join("/")},{" "}
                  {hourOf(entry.at)}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

const keyOf = (of: DeskDossiersOf): string => (of.is === "all" ? "" : `${of.is}:${of.id}`);

/** "1.234" is a number people write; "" is none. */
function wholeNumber(text: string): number | undefined {
  const digits = text.replace(/[\s.]/g, "");
  return /^\d{1,6}$/.test(digits) ? Number(digits) : undefined;
}

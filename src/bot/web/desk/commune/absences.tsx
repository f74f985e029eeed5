import { useState } from "preact/hooks";
import type { WireAbsence } from "../../wire/commune.ts";
import { dayOf } from "../calendar.ts";
import { serverNow } from "../server.ts";
import { Checks } from "./checks.tsx";
import { useCommune } from "./use-commune.ts";
import type { CommuneWords } from "./words.ts";

/** The days somebody is away, and a small form for more of them. */
export function Absences(props: {
  readonly all: readonly WireAbsence[];
  readonly change: (all: readonly WireAbsence[]) => void;
}) {
  const { says } = useCommune();
  const { all, change } = props;
  const [adding, setAdding] = useState(false);
  return (
    <fieldset class="absences">
      <legend>{says.absences}</legend>
      <ul>
        {all.map((absence) => (
          <li key={JSON.stringify(absence)}>
            <span>{inWords(absence, says)}</span>
            <button
              type="button"
              class="quiet"
              onClick={() => change(all.filter((one) => one !== absence))}
            >
              {says.remove}
            </button>
          </li>
        ))}
      </ul>
      {adding ? (
        <NewAbsence
          add={(absence) => {
            change([...all, absence]);
            setAdding(false);
          }}
        />
      ) : (
        <button type="button" class="side-button" onClick={() => setAdding(true)}>
          {says.addAbsence}
        </button>
      )}
    </fieldset>
  );
}

function inWords(absence: WireAbsence, says: CommuneWords): string {
  const why = absence.why === undefined || absence.why === "" ? "" : ` (${absence.why})`;
  switch (absence.on) {
    case "days":
      return `${absence.from} – ${absence.until}${why}`;
    case "weekdays":
      return `${absence.days.map((day) => says.days[day]).join(", ")}${why}`;
    case "lunar":
      return `${says.absenceKinds.lunar}: ${absence.days.join(", ")}${why}`;
    case "tet":
      return `${says.absenceKinds.tet}${why}`;
  }
}

function NewAbsence({ add }: { readonly add: (absence: WireAbsence) => void }) {
  const { says } = useCommune();
  const today = dayOf(serverNow());
  const [on, setOn] = useState<WireAbsence["on"]>("days");
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState(today);
  const [days, setDays] = useState<readonly string[]>([]);
  const [lunar, setLunar] = useState("1, 15");
  const [why, setWhy] = useState("");

  const made = (): WireAbsence | undefined => {
    const reason = why.trim() === "" ? {} : { why: why.trim() };
    switch (on) {
      case "days":
        return from <= until ? { on, from, until, ...reason } : undefined;
      case "weekdays":
        return days.length === 0 ? undefined : { on, days: days.map(Number), ...reason };
      case "lunar": {
        const numbers = lunar
          .split(/\D+/)
          .map(Number)
          .filter((n) => n >= 1 && n <= 30);
        return numbers.length === 0 ? undefined : { on, days: numbers, ...reason };
      }
      case "tet":
        return { on, ...reason };
    }
  };
  const absence = made();

  return (
    <div class="new-absence">
      <label>
        {says.absences}
        <select
          value={on}
          onChange={({ currentTarget }) => setOn(currentTarget.value as WireAbsence["on"])}
        >
          {Object.entries(says.absenceKinds).map(([kind, word]) => (
            <option key={kind} value={kind}>
              {word}
            </option>
          ))}
        </select>
      </label>
      {on === "days" && (
        <div class="from-until">
          <label>
            {says.from}
            <input
              type="date"
              value={from}
              onInput={({ currentTarget }) => setFrom(currentTarget.value)}
            />
          </label>
          <label>
            {says.until}
            <input
              type="date"
              value={until}
              onInput={({ currentTarget }) => setUntil(currentTarget.value)}
            />
          </label>
        </div>
      )}
      {on === "weekdays" && (
        <Checks
          legend={says.absenceKinds.weekdays}
          all={says.days.map((word, day) => [String(day), word])}
          chosen={days}
          choose={setDays}
        />
      )}
      {on === "lunar" && (
        <label>
          {says.lunarDays}
          <input value={lunar} onInput={({ currentTarget }) => setLunar(currentTarget.value)} />
        </label>
      )}
      <label>
        {says.why}
        <input
          maxLength={60}
          value={why}
          onInput={({ currentTarget }) => setWhy(currentTarget.value)}
        />
      </label>
      <button
        type="button"
        class="side-button"
        disabled={absence === undefined}
        onClick={() => absence !== undefined && add(absence)}
      >
        {says.addAbsence}
      </button>
    </div>
  );
}

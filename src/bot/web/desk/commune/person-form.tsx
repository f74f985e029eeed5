import { useState } from "preact/hooks";
import type { CommunePerson, WireAbsence, WireHours } from "../../wire.ts";
import { useHand } from "../in-hand.ts";
import { Absences } from "./absences.tsx";
import { Checks } from "./checks.tsx";
import { FormSelect } from "./form-select.tsx";
import { useCommune } from "./use-commune.ts";

const wholeWeek = [0, 1, 2, 3, 4, 5, 6];
const listOf = (text: string): string[] =>
  text
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");

/** Everything the commune knows of somebody who helps; a new one when nobody is given. */
export function PersonForm(props: {
  readonly person: CommunePerson | undefined;
  readonly done: () => void;
}) {
  const { desk } = useHand();
  const { says, view, act } = useCommune();
  const { person, done } = props;
  const [name, setName] = useState(person?.name ?? "");
  const [form, setForm] = useState(person?.form ?? "");
  const [role, setRole] = useState(person?.role ?? "");
  const [rank, setRank] = useState<CommunePerson["rank"]>(person?.rank ?? "propagandist");
  const [kinds, setKinds] = useState<readonly string[]>([
    ...(person?.woman === true ? ["woman"] : []),
    ...(person?.office === true ? ["office"] : []),
  ]);
  const [villages, setVillages] = useState((person?.villages ?? []).join(", "));
  const [groups, setGroups] = useState<readonly string[]>(person?.groups ?? []);
  const [knows, setKnows] = useState<readonly string[]>(person?.knows ?? []);
  const [speaks, setSpeaks] = useState<readonly string[]>(person?.speaks ?? ["vi"]);
  const [hours, setHours] = useState<WireHours | undefined>(person?.hours[0]);
  const [absences, setAbsences] = useState<readonly WireAbsence[]>(person?.absences ?? []);

  const save = async () => {
    const own = hours === undefined || hours.days.length === 0 ? [] : [hours];
    const agreed = await act(person === undefined ? "people" : `people/${person.id}`, {
      name: name.trim(),
      role: role.trim(),
      rank,
      form: form === "" ? null : form,
      woman: kinds.includes("woman"),
      office: kinds.includes("office"),
      villages: listOf(villages),
      groups,
      knows,
      speaks: speaks.length === 0 ? ["vi"] : speaks,
      // Hours the page does not show (a second stretch of a day) stay.
      hours: [...own, ...(person?.hours.slice(1) ?? [])],
      absences,
    });
    if (!agreed) return;
    desk.notify(says.saved);
    done();
  };

  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label for="person-name">{says.name}</label>
      <input
        id="person-name"
        required
        maxLength={60}
        autocomplete="off"
        value={name}
        onInput={({ currentTarget }) => setName(currentTarget.value)}
      />
      <FormSelect
        id="person-form"
        label={says.form}
        none={says.noForm}
        value={form}
        choose={setForm}
      />
      <label for="person-role">{says.role}</label>
      <input
        id="person-role"
        required
        maxLength={60}
        autocomplete="off"
        value={role}
        onInput={({ currentTarget }) => setRole(currentTarget.value)}
      />
      <label for="person-rank">{says.rank}</label>
      <select
        id="person-rank"
        value={rank}
        onChange={({ currentTarget }) => setRank(currentTarget.value as CommunePerson["rank"])}
      >
        {Object.entries(says.ranks).map(([id, word]) => (
          <option key={id} value={id}>
            {word}
          </option>
        ))}
      </select>
      <Checks
        legend={says.rank}
        all={{ woman: says.woman, office: says.office }}
        chosen={kinds}
        choose={setKinds}
      />
      <label for="person-villages">{says.villages}</label>
      <input
        id="person-villages"
        list="known-villages"
        autocomplete="off"
        value={villages}
        onInput={({ currentTarget }) => setVillages(currentTarget.value)}
      />
      <datalist id="known-villages">
        {view.villages.map(({ id, says: spoken }) => (
          <option key={id} value={id}>
            {spoken}
          </option>
        ))}
      </datalist>
      <Checks
        legend={says.inGroups}
        all={Object.fromEntries(view.groups.map((g) => [g.id, g.says.vi]))}
        chosen={groups}
        choose={setGroups}
      />
      <Checks legend={says.knows} all={says.fields} chosen={knows} choose={setKnows} />
      <Checks legend={says.speaks} all={says.speeches} chosen={speaks} choose={setSpeaks} />
      <Checks
        legend={says.hours}
        all={Object.fromEntries(wholeWeek.map((day) => [String(day), says.days[day] ?? ""]))}
        chosen={(hours?.days ?? []).map(String)}
        choose={(days) =>
          setHours({
            from: hours?.from ?? "07:00",
            until: hours?.until ?? "20:00",
            days: days.map(Number).sort((a, b) => a - b),
          })
        }
      />
      {hours !== undefined && hours.days.length > 0 && (
        <div class="from-until">
          <label>
            {says.from}
            <input
              type="time"
              value={hours.from}
              onInput={({ currentTarget }) => setHours({ ...hours, from: currentTarget.value })}
            />
          </label>
          <label>
            {says.until}
            <input
              type="time"
              value={hours.until}
              onInput={({ currentTarget }) => setHours({ ...hours, until: currentTarget.value })}
            />
          </label>
        </div>
      )}
      <Absences all={absences} change={setAbsences} />
      <div class="acts">
        <button type="submit" class="main-button">
          {says.save}
        </button>
        <button type="button" class="side-button" onClick={done}>
          {says.cancel}
        </button>
      </div>
    </form>
  );
}

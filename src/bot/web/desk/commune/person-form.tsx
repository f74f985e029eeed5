import { useState } from "preact/hooks";
import type { CommunePerson, WireAbsence, WireHours } from "../../wire/commune.ts";
import { useHand } from "../in-hand.ts";
import { Absences } from "./absences.tsx";
import { Checks } from "./checks.tsx";
import { FormSelect } from "./form-select.tsx";
import { Hours, holds } from "./hours.tsx";
import { useCommune } from "./use-commune.ts";

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
  const { desk, me } = useHand();
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
  const [hours, setHours] = useState<readonly WireHours[]>(person?.hours ?? []);
  const [absences, setAbsences] = useState<readonly WireAbsence[]>(person?.absences ?? []);

  const save = async () => {
    // What is wrong stands beside the hours themselves.
    if (!hours.every(holds)) return;
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
      hours,
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
        legend={says.kinds}
        all={[
          ["woman", says.woman],
          ["office", says.office],
        ]}
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
        all={view.groups.map((group) => [group.id, group.says[me.language]])}
        chosen={groups}
        choose={setGroups}
      />
      <Checks
        legend={says.knows}
        all={Object.entries(says.fields)}
        chosen={knows}
        choose={setKnows}
      />
      <details class="single-guides">
        <summary>
          {says.singleGuides(view.guides.filter(({ id }) => knows.includes(id)).length)}
        </summary>
        <Checks
          legend={says.knowsGuides}
          all={view.guides.map(({ id, says: name }) => [id, name])}
          chosen={knows}
          choose={setKnows}
        />
      </details>
      <Checks
        legend={says.speaks}
        all={Object.entries(says.speeches)}
        chosen={speaks}
        choose={setSpeaks}
      />
      <Hours legend={says.hours} all={hours} change={setHours} />
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

import { useState } from "preact/hooks";
import type { CommuneGroup, CommuneView } from "../../wire/commune.ts";
import { useHand } from "../in-hand.ts";
import { BesideVillages } from "./beside-villages.tsx";
import { Sure } from "./sure.tsx";
import { useCommune } from "./use-commune.ts";

/** An id from a name: what it means to us stays when the name is mended later. */
const idOf = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 40);

/** Working groups and the villages they look after. */
export function Groups() {
  const { view, says } = useCommune();
  const [adding, setAdding] = useState(false);
  return (
    <section aria-label={says.groups}>
      <ul class="lines">
        {view.groups.map((group) => (
          <GroupLine key={group.id} group={group} />
        ))}
      </ul>
      {adding ? (
        <GroupForm group={undefined} done={() => setAdding(false)} />
      ) : (
        <button type="button" class="main-button" onClick={() => setAdding(true)}>
          {says.addGroup}
        </button>
      )}
      <BesideVillages />
    </section>
  );
}

const nameOf = (id: string, villages: CommuneView["villages"]): string =>
  villages.find((village) => village.id === id)?.says ?? id;

function GroupLine({ group }: { readonly group: CommuneGroup }) {
  const { me } = useHand();
  const { view, says, act } = useCommune();
  const [editing, setEditing] = useState(false);
  const [asking, setAsking] = useState(false);
  const members = view.people.filter((p) => p.groups.includes(group.id));
  if (editing)
    return (
      <li>
        <GroupForm group={group} done={() => setEditing(false)} />
      </li>
    );
  return (
    <li>
      <b>{group.says[me.language]}</b>
      <p>{group.villages.map((id) => nameOf(id, view.villages)).join(", ")}</p>
      <p>{members.map((p) => p.shown).join(", ")}</p>
      {asking ? (
        <Sure
          says={says.removeGroupSure(group.says[me.language])}
          yes={says.remove}
          act={() => {
            setAsking(false);
            void act(`groups/${group.id}/remove`, {});
          }}
          not={() => setAsking(false)}
        />
      ) : (
        <div class="acts">
          <button type="button" class="side-button" onClick={() => setEditing(true)}>
            {says.change}
          </button>
          <button type="button" class="side-button" onClick={() => setAsking(true)}>
            {says.remove}
          </button>
        </div>
      )}
    </li>
  );
}

function GroupForm(props: { readonly group: CommuneGroup | undefined; readonly done: () => void }) {
  const { says, act } = useCommune();
  const { group, done } = props;
  const [name, setName] = useState(group?.says.vi ?? "");
  const [english, setEnglish] = useState(
    group === undefined || group.says.en === group.says.vi ? "" : group.says.en,
  );
  const [villages, setVillages] = useState((group?.villages ?? []).join(", "));
  const field = group?.id ?? "new";
  const save = async () => {
    const spoken = name.trim();
    const agreed = await act("groups", {
      id: group?.id ?? idOf(spoken),
      // Where nobody writes an English one, the name is the same in both.
      says: { vi: spoken, en: english.trim() === "" ? spoken : english.trim() },
      villages: villages
        .split(",")
        .map((one) => one.trim())
        .filter((one) => one !== ""),
      fresh: group === undefined,
    });
    if (agreed) done();
  };
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label for={`group-name-${field}`}>{says.groupName}</label>
      <input
        id={`group-name-${field}`}
        required
        maxLength={60}
        value={name}
        onInput={({ currentTarget }) => setName(currentTarget.value)}
      />
      <label for={`group-english-${field}`}>{says.groupNameInEnglish}</label>
      <input
        id={`group-english-${field}`}
        maxLength={60}
        lang="en"
        value={english}
        onInput={({ currentTarget }) => setEnglish(currentTarget.value)}
      />
      <label for={`group-villages-${field}`}>{says.groupVillages}</label>
      <input
        id={`group-villages-${field}`}
        value={villages}
        onInput={({ currentTarget }) => setVillages(currentTarget.value)}
      />
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

import { useState } from "preact/hooks";
import type { CommunePerson } from "../../wire/commune.ts";
import { useHand, useNow } from "../in-hand.ts";
import { type Invitation, Made } from "../made-invitation.tsx";
import { write } from "../server.ts";
import { PersonForm } from "./person-form.tsx";
import { Sure } from "./sure.tsx";
import { timeOf } from "./time-of.ts";
import { useCommune } from "./use-commune.ts";

/** Everybody on the list: who is there now, what each has to do, and their ways in and out. */
export function People() {
  const { view, says } = useCommune();
  const [editing, setEditing] = useState<string>();
  const [made, setMade] = useState<{ readonly name: string; readonly with: Invitation }>();

  if (made !== undefined) {
    return (
      <section aria-label={says.invited(made.name)}>
        <h3>{says.invited(made.name)}</h3>
        <p>{says.inviteHint}</p>
        <Made invitation={made.with} />
        <button type="button" class="side-button" onClick={() => setMade(undefined)}>
          {says.people}
        </button>
      </section>
    );
  }
  if (editing !== undefined) {
    const person = view.people.find(({ id }) => id === editing);
    return <PersonForm person={person} done={() => setEditing(undefined)} />;
  }
  return (
    <section aria-label={says.people}>
      <button type="button" class="main-button" onClick={() => setEditing("")}>
        {says.add}
      </button>
      <ul class="lines">
        {view.people.map((person) => (
          <PersonLine
            key={person.id}
            person={person}
            change={() => setEditing(person.id)}
            made={(invitation) => setMade({ name: person.shown, with: invitation })}
          />
        ))}
      </ul>
    </section>
  );
}

function PersonLine(props: {
  readonly person: CommunePerson;
  readonly change: () => void;
  readonly made: (invitation: Invitation) => void;
}) {
  const { desk, me } = useHand();
  const { says, act, view } = useCommune();
  const now = useNow(60_000);
  const [asking, setAsking] = useState<"sign-out" | "leave">();
  const { person } = props;
  const back = person.freeAt === undefined ? undefined : timeOf(person.freeAt, now, me.language);
  const state = !person.joined
    ? says.stateList
    : person.onDuty
      ? says.stateOn
      : person.away
        ? says.stateAway(back)
        : says.stateOff;

  const spoken = (id: string) => view.villages.find((v) => v.id === id)?.says ?? id;

  const invite = () =>
    write<Invitation>(`people/${person.id}/invite`, {}).then(props.made, (error: unknown) =>
      desk.notify(desk.sayOf(error), true),
    );

  return (
    <li>
      <p class="line-head">
        {person.photo !== undefined && <img class="face" src={person.photo} alt="" />}
        <b>{person.shown}</b>
        <span class={`state${person.onDuty && person.joined ? " on" : ""}`}>{state}</span>
      </p>
      <p>
        {[person.role, says.ranks[person.rank], ...person.villages.map(spoken)].join(" · ")}
        <br />
        {says.load(person.open, person.calls)}
      </p>
      {person.unheardSince !== undefined && (
        <p class="unheard">{says.unheard(timeOf(person.unheardSince, now, me.language))}</p>
      )}
      {asking === undefined ? (
        <div class="acts">
          <button type="button" class="side-button" onClick={props.change}>
            {says.change}
          </button>
          <button type="button" class="side-button" onClick={() => void invite()}>
            {says.inviteIn}
          </button>
          {person.joined && (
            <button type="button" class="side-button" onClick={() => setAsking("sign-out")}>
              {says.signOut}
            </button>
          )}
          {person.id !== me.id && (
            <button type="button" class="side-button" onClick={() => setAsking("leave")}>
              {says.leave}
            </button>
          )}
        </div>
      ) : (
        <Sure
          says={asking === "leave" ? says.leaveSure(person.shown) : says.signOutSure(person.shown)}
          yes={asking === "leave" ? says.leave : says.signOut}
          act={() => {
            setAsking(undefined);
            void act(`people/${person.id}/${asking}`, {});
          }}
          not={() => setAsking(undefined)}
        />
      )}
    </li>
  );
}

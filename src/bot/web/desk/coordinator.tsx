import { useState } from "preact/hooks";
import { CommuneSheet } from "./commune/commune-sheet.tsx";
import { communeWords } from "./commune/words.ts";
import { MonthFigures } from "./figures.tsx";
import { useHand } from "./in-hand.ts";
import { type Invitation, Made } from "./made-invitation.tsx";
import { Refusal } from "./refusal.tsx";
import { write } from "./server.ts";
import { Sheet } from "./sheet.tsx";

/** What only a coordinator has: the commune at a glance, inviting helpers, and a month's figures. */
export function Coordinator() {
  const { me, words } = useHand();
  const [inviting, setInviting] = useState(false);
  const [counting, setCounting] = useState(false);
  const [looking, setLooking] = useState(false);

  return (
    <section class="coordinator">
      <h2>{words.coordinator}</h2>
      <button type="button" class="side-button" onClick={() => setLooking(true)}>
        {communeWords(me.language).open}
      </button>
      <button type="button" class="side-button" onClick={() => setInviting(true)}>
        {words.invite}
      </button>
      <button type="button" class="side-button" onClick={() => setCounting(true)}>
        {words.monthTitle}
      </button>
      {looking && <CommuneSheet close={() => setLooking(false)} />}
      {inviting && <Invite close={() => setInviting(false)} />}
      {counting && <MonthFigures close={() => setCounting(false)} />}
    </section>
  );
}

function Invite({ close }: { readonly close: () => void }) {
  const { desk, me, words } = useHand();
  const [name, setName] = useState("");
  const [role, setRole] = useState("");
  const [village, setVillage] = useState(me.villages[0]?.id ?? "");
  const [rank, setRank] = useState("propagandist");
  const [says, setSays] = useState<string>();
  const [made, setMade] = useState<Invitation>();

  const make = async () => {
    if (name.trim() === "" || role.trim() === "") {
      setSays(words.fieldMissing);
      return;
    }
    try {
      const wish = { name: name.trim(), role: role.trim(), village };
      // An ordinary helper is what the server makes when nothing is said.
      setMade(
        await write<Invitation>("invitations", rank === "propagandist" ? wish : { ...wish, rank }),
      );
      setSays(undefined);
    } catch (error) {
      setSays(desk.sayOf(error));
    }
  };

  if (made !== undefined) {
    return (
      <Sheet title={words.inviteReady(name.trim())} close={close}>
        <p>{words.inviteHint}</p>
        <Made invitation={made} />
        <button
          type="button"
          class="side-button"
          onClick={() => {
            setMade(undefined);
            setName("");
          }}
        >
          {words.inviteAnother}
        </button>
      </Sheet>
    );
  }
  return (
    <Sheet title={words.inviteTitle} close={close}>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <label for="invite-name">{words.inviteName}</label>
        <input
          id="invite-name"
          autocomplete="off"
          value={name}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
        <label for="invite-role">{words.inviteRole}</label>
        <input
          id="invite-role"
          autocomplete="off"
          placeholder={words.inviteRoleExample}
          value={role}
          onInput={({ currentTarget }) => setRole(currentTarget.value)}
        />
        <label for="invite-village">{words.inviteVillage}</label>
        <select
          id="invite-village"
          value={village}
          onChange={({ currentTarget }) => setVillage(currentTarget.value)}
        >
          {me.villages.map(({ id, says: spoken }) => (
            <option key={id} value={id}>
              {spoken}
            </option>
          ))}
        </select>
        <label for="invite-rank">{words.inviteRank}</label>
        <select
          id="invite-rank"
          value={rank}
          onChange={({ currentTarget }) => setRank(currentTarget.value)}
        >
          <option value="propagandist">{words.rankPropagandist}</option>
          <option value="author">{words.rankAuthor}</option>
          <option value="manager">{communeWords(me.language).ranks.manager}</option>
          <option value="coordinator">{words.rankCoordinator}</option>
        </select>
        <Refusal says={says} />
        <button type="submit" class="main-button">
          {words.inviteMake}
        </button>
      </form>
    </Sheet>
  );
}

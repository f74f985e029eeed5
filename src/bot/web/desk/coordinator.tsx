import { useState } from "preact/hooks";
import { MonthFigures } from "./figures.tsx";
import { useHand } from "./in-hand.ts";
import { write } from "./server.ts";
import { Sheet } from "./sheet.tsx";

interface Invitation {
  readonly code: string;
  readonly web: string;
  readonly telegram?: string;
}

/** What only a coordinator has: inviting helpers, and a month's figures. */
export function Coordinator() {
  const { words } = useHand();
  const [inviting, setInviting] = useState(false);
  const [counting, setCounting] = useState(false);

  return (
    <section class="coordinator">
      <h2>{words.coordinator}</h2>
      <button type="button" class="side-button" onClick={() => setInviting(true)}>
        {words.invite}
      </button>
      <button type="button" class="side-button" onClick={() => setCounting(true)}>
        {words.monthTitle}
      </button>
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
        <Copied label={words.inviteWeb} text={made.web} />
        {made.telegram !== undefined && (
          <Copied label={words.inviteTelegram} text={made.telegram} />
        )}
        <Copied label={words.inviteCode} text={made.code} />
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
          <option value="coordinator">{words.rankCoordinator}</option>
        </select>
        {says !== undefined && (
          <p class="says" role="alert">
            {says}
          </p>
        )}
        <button type="submit" class="main-button">
          {words.inviteMake}
        </button>
      </form>
    </Sheet>
  );
}

/** A line to be given to somebody, with a button that copies it. */
function Copied({ label, text }: { readonly label: string; readonly text: string }) {
  const { words } = useHand();
  const [copied, setCopied] = useState(false);
  return (
    <div class="copied">
      <label>
        <span>{label}</span>
        <input readOnly value={text} onFocus={({ currentTarget }) => currentTarget.select()} />
      </label>
      <button
        type="button"
        class="side-button"
        onClick={({ currentTarget }) => {
          currentTarget.parentElement?.querySelector("input")?.select();
          copySelected(text).then(setCopied, () => setCopied(false));
        }}
      >
        {copied ? words.copied : words.copy}
      </button>
    </div>
  );
}

/** Without a secure address, or when it was refused, the clipboard is closed, and the old way is left. */
async function copySelected(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return document.execCommand("copy");
  }
}

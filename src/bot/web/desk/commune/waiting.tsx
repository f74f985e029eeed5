import { useState } from "preact/hooks";
import type { DeskActed } from "../../wire/acts.ts";
import type { DeskCard } from "../../wire/cases.ts";
import type { CommuneWaiting } from "../../wire/commune.ts";
import { useHand, useNow } from "../in-hand.ts";
import { titleOf } from "../lists.ts";
import { Questions } from "../questions.tsx";
import { write } from "../server.ts";
import { waited } from "../waited.ts";
import { timeOf } from "./time-of.ts";
import { useCommune } from "./use-commune.ts";

/** Who waits how long and on which rung, and who is being helped; each can be taken over or given to somebody. */
export function Waiting() {
  const { words } = useHand();
  const { view, says } = useCommune();
  const onDuty = view.people.filter((p) => p.onDuty && p.joined);
  return (
    <section aria-label={says.waiting}>
      <p class="sum">
        {says.onDuty(onDuty.length)}
        {view.visitsToday > 0 && <span>{says.visitsToday(view.visitsToday)}</span>}
        {view.stuck.length > 0 && <b class="stuck">{says.stuck(view.stuck.length)}</b>}
      </p>
      <Questions />
      {view.waiting.length === 0 && <p class="empty">{says.nobodyWaits}</p>}
      <ul class="lines">
        {view.waiting.map((of) => (
          <WaitingLine key={of.card.id} of={of} />
        ))}
      </ul>
      {view.held.length > 0 && (
        <>
          <h3>{says.held}</h3>
          <ul class="lines">
            {view.held.map((card) => (
              <li key={card.id}>
                <b>{lineOf(card, words.someone)}</b>
                <p>{card.claimedBy?.name}</p>
                <Hand card={card} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const lineOf = (card: DeskCard, someone: string): string =>
  [titleOf(card, someone), card.flow].filter((part) => part !== undefined).join(" · ");

function WaitingLine({ of }: { readonly of: CommuneWaiting }) {
  const { me, words } = useHand();
  const { says, view } = useCommune();
  const now = useNow(20_000);
  const { card, rung, called, nextAt } = of;
  const stuck = view.stuck.some(({ id }) => id === card.id);
  return (
    <li class={stuck ? "late" : undefined}>
      <p class="line-head">
        <b>{lineOf(card, words.someone)}</b>
        <span class="wait">{waited(now - card.waitingSince, me.language)}</span>
      </p>
      <p>
        {says.calling}: <b>{says.rungs[rung]}</b>
      </p>
      <p>{called.length === 0 ? says.calledNobody : says.called(called.join(", "))}</p>
      {nextAt !== undefined && <p>{says.next(timeOf(nextAt, now, me.language))}</p>}
      <Hand card={card} />
    </li>
  );
}

/** Taking a case over, or giving it to somebody with a note. */
function Hand({ card }: { readonly card: DeskCard }) {
  const { desk, me } = useHand();
  const { says, view, refresh } = useCommune();
  const [giving, setGiving] = useState(false);
  const [to, setTo] = useState("");
  const [note, setNote] = useState("");
  const able = view.people.filter(
    (p) => p.joined && (p.rank === "propagandist" || p.rank === "coordinator"),
  );

  const give = async (who: string, name: string) => {
    try {
      const said = note.trim() === "" ? {} : { note: note.trim() };
      const acted = await write<DeskActed>(`cases/${card.id}/assign`, {
        key: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`,
        to: who,
        ...said,
      });
      desk.notify(acted.ok ? says.given(name) : acted.says, !acted.ok);
      setGiving(false);
      refresh();
    } catch (error) {
      desk.notify(desk.sayOf(error), true);
    }
  };

  if (!giving) {
    return (
      <div class="acts">
        {card.claimedBy?.id !== me.id && (
          <button type="button" class="side-button" onClick={() => void give(me.id, me.name)}>
            {says.take}
          </button>
        )}
        <button type="button" class="side-button" onClick={() => setGiving(true)}>
          {says.give}
        </button>
      </div>
    );
  }
  const chosen = able.find(({ id }) => id === to);
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== undefined) void give(chosen.id, chosen.shown);
      }}
    >
      <label for={`to-${card.id}`}>{says.giveTo}</label>
      <select
        id={`to-${card.id}`}
        required
        value={to}
        onChange={({ currentTarget }) => setTo(currentTarget.value)}
      >
        <option value="" />
        {able.map((p) => (
          <option key={p.id} value={p.id}>
            {`${p.shown} (${p.onDuty ? says.stateOn : says.stateOff})`}
          </option>
        ))}
      </select>
      <label for={`note-${card.id}`}>{says.note}</label>
      <input
        id={`note-${card.id}`}
        maxLength={500}
        value={note}
        onInput={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <div class="acts">
        <button type="submit" class="main-button">
          {says.doGive}
        </button>
        <button type="button" class="side-button" onClick={() => setGiving(false)}>
          {says.cancel}
        </button>
      </div>
    </form>
  );
}

import { useState } from "preact/hooks";
import { useCommune } from "./use-commune.ts";

/** Which villages lie beside each other: their people are called next when nobody of a village comes. */
export function BesideVillages() {
  const { view, says, act } = useCommune();
  const [one, setOne] = useState("");
  const [other, setOther] = useState("");
  const nameOf = (id: string): string =>
    view.villages.find((village) => village.id === id)?.says ?? id;
  return (
    <section class="beside-villages" aria-label={says.besideVillages}>
      <h3>{says.besideVillages}</h3>
      <p class="hint">{says.besideVillagesHint}</p>
      <ul class="lines">
        {view.villagesBeside.map(([a, b]) => (
          <li key={`${a}/${b}`}>
            <b>
              {nameOf(a)} – {nameOf(b)}
            </b>
            <div class="acts">
              <button
                type="button"
                class="side-button"
                onClick={() => void act("villages-beside", { villages: [a, b], beside: false })}
              >
                {says.remove}
              </button>
            </div>
          </li>
        ))}
      </ul>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          const villages = [one.trim(), other.trim()];
          void act("villages-beside", { villages, beside: true }).then((agreed) => {
            if (!agreed) return;
            setOne("");
            setOther("");
          });
        }}
      >
        <label for="beside-one">{says.village}</label>
        <input
          id="beside-one"
          required
          maxLength={60}
          value={one}
          onInput={({ currentTarget }) => setOne(currentTarget.value)}
        />
        <label for="beside-other">{says.besideVillage}</label>
        <input
          id="beside-other"
          required
          maxLength={60}
          value={other}
          onInput={({ currentTarget }) => setOther(currentTarget.value)}
        />
        <button type="submit" class="side-button">
          {says.addBeside}
        </button>
      </form>
    </section>
  );
}

import { useState } from "preact/hooks";
import type { DeskOnlineUse } from "../wire/figures.ts";
import { useHand } from "./in-hand.ts";
import { onlineUseWords } from "./online-use-words.ts";

/** One village at a time with its fields: a table of both would be wider than any phone. */
export function InVillage({ lines }: { readonly lines: DeskOnlineUse["inVillages"] }) {
  const { me } = useHand();
  const says = onlineUseWords(me.language);
  const [wanted, setWanted] = useState<string>();
  const villages = [...new Set(lines.map(({ village }) => village))].sort(unknownLast);
  const chosen = villages.find((village) => village === wanted) ?? villages[0];
  if (chosen === undefined) return null;
  return (
    <section class="in-village" aria-label={says.inVillage}>
      <h4>{says.inVillage}</h4>
      <label for="in-village" class="not-on-paper">
        {says.village}
      </label>
      <select
        id="in-village"
        value={chosen}
        onChange={({ currentTarget }) => setWanted(currentTarget.value)}
      >
        {villages.map((village) => (
          <option key={village} value={village}>
            {village === "" ? says.noVillage : village}
          </option>
        ))}
      </select>
      <table>
        <thead>
          <tr>
            <th scope="col">{says.field}</th>
            <th scope="col">{says.sentOnline}</th>
            <th scope="col">{says.asked}</th>
            <th scope="col">{says.answered}</th>
          </tr>
        </thead>
        <tbody>
          {lines
            .filter(({ village }) => village === chosen)
            .map((line) => (
              <tr key={line.fieldName}>
                <th scope="row">{line.fieldName}</th>
                <td>{line.sent}</td>
                <td>{line.asked}</td>
                <td>{line.answered}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}

/** What nobody knows the village of comes after the villages. */
const unknownLast = (a: string, b: string): number => Number(a === "") - Number(b === "");

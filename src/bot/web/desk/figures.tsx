import { useEffect, useState } from "preact/hooks";
import type { DeskFigures } from "../wire/figures.ts";
import { dayOf } from "./calendar.ts";
import { Month } from "./figures-month.tsx";
import { useHand } from "./in-hand.ts";
import { OnlineUse } from "./online-use.tsx";
import { Refusal, read, serverNow } from "./server.ts";
import { Sheet } from "./sheet.tsx";

const tables = [
  "online-use",
  "villages-fields",
  "dossiers",
  "figures",
  "load",
  "month",
  "stuck",
  "ways",
] as const;

type Found =
  | { readonly is: "reading" }
  | { readonly is: "read"; readonly figures: DeskFigures }
  | { readonly is: "refused"; readonly says: string | undefined };

/** A month in figures, for whoever answers for the commune: the whole first, villages and people below it. */
export function MonthFigures({ close }: { readonly close: () => void }) {
  const { words } = useHand();
  const [month, setMonth] = useState(() => dayOf(serverNow()).slice(0, 7));
  const [found, setFound] = useState<Found>({ is: "reading" });
  const known = /^\d{4}-(0[1-9]|1[0-2])$/.test(month);

  useEffect(() => {
    if (!known) return;
    let asked = true;
    setFound({ is: "reading" });
    read<DeskFigures>(`figures?month=${month}`).then(
      (figures) => asked && setFound({ is: "read", figures }),
      (error: unknown) =>
        asked &&
        setFound({ is: "refused", says: error instanceof Refusal ? error.says : undefined }),
    );
    return () => {
      asked = false;
    };
  }, [month, known]);

  return (
    <Sheet title={words.monthTitle} close={close} wide prints>
      <div class="figures">
        <label for="month" class="not-on-paper">
          {words.month}
        </label>
        <input
          id="month"
          class="not-on-paper"
          type="month"
          value={month}
          placeholder="2026-11"
          onInput={({ currentTarget }) => setMonth(currentTarget.value)}
        />
        {known && <OnlineUse key={month} month={month} />}
        <div aria-live="polite" aria-busy={known && found.is === "reading"}>
          {known && found.is === "reading" && <p class="hint">{words.opening}</p>}
          {known && found.is === "refused" && (
            <p class="says" role="alert">
              {found.says ?? words.unreachable}
            </p>
          )}
          {known && found.is === "read" && <Month figures={found.figures} />}
        </div>
        {known && (
          <>
            <h3 class="not-on-paper">{words.figuresTables}</h3>
            <ul class="tables">
              {tables.map((name) => (
                <li key={name}>
                  <a
                    class="side-button"
                    href={`/desk/api/${name}.csv?month=${month}`}
                    download={`cau-noi-${month}-${name}.csv`}
                  >
                    {words.figuresTable[name]}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Sheet>
  );
}

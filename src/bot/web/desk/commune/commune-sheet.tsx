import { useState } from "preact/hooks";
import { useHand } from "../in-hand.ts";
import { Refusal } from "../refusal.tsx";
import { Sheet } from "../sheet.tsx";
import { VisitsOfWeek } from "../visits.tsx";
import { Groups } from "./groups.tsx";
import { Invitations } from "./invitations.tsx";
import { People } from "./people.tsx";
import { Settings } from "./settings.tsx";
import { CommuneContext, useLiveCommune } from "./use-commune.ts";
import { Waiting } from "./waiting.tsx";
import { communeWords } from "./words.ts";

const parts = {
  waiting: Waiting,
  visits: VisitsOfWeek,
  people: People,
  groups: Groups,
  invitations: Invitations,
  settings: Settings,
};
type PartName = keyof typeof parts;
const names = Object.keys(parts) as PartName[];

/** The coordinator's page: who waits, who is there, the groups, and who may come in. */
export function CommuneSheet({ close }: { readonly close: () => void }) {
  const { me, words } = useHand();
  const { commune, refused } = useLiveCommune();
  const [part, setPart] = useState<PartName>("waiting");
  const says = communeWords(me.language);
  const Part = parts[part];

  return (
    <Sheet title={says.title} close={close} wide prints={part === "visits"}>
      <div class="commune">
        <nav class="parts" aria-label={says.title}>
          {names.map((name) => (
            <button
              key={name}
              type="button"
              aria-current={name === part ? "page" : undefined}
              onClick={() => setPart(name)}
            >
              {says[name]}
            </button>
          ))}
        </nav>
        <Refusal says={refused} />
        {commune === undefined ? (
          <p aria-busy="true">{words.opening}</p>
        ) : (
          <CommuneContext.Provider value={commune}>
            <Part close={close} />
          </CommuneContext.Provider>
        )}
      </div>
    </Sheet>
  );
}

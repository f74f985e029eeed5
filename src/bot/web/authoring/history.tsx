import { useState } from "preact/hooks";
import type { HistoryEntry, HistoryLine } from "../wire/authoring.ts";
import { Differences, FileDifferences } from "./difference.tsx";
import { sayOf, useHand, useRead } from "./in-hand.ts";
import { Refusal, write } from "./server.ts";

/** Every publication, who made it and what it changed; an older one comes back as a draft. */
export function HistoryPage({ open }: { readonly open?: string | undefined }) {
  const { words } = useHand();
  const { is: lines, says } = useRead<readonly HistoryLine[]>("history");
  if (lines === undefined) return <p role="status">{says ?? words.opening}</p>;
  return (
    <div class="history">
      <h1>{words.history}</h1>
      <ol>
        {lines.map((line) => (
          <li key={line.position} class="paper">
            <a
              class="row"
              href={open === String(line.position) ? "#history" : `#history/${line.position}`}
              aria-expanded={open === String(line.position)}
            >
              <span class="row-main">
                {words.when(dateOf(line.at), line.by ?? words.byCommand)}
              </span>
              {line.current && <b class="mark">{words.current}</b>}
            </a>
            {open === String(line.position) && <Entry line={line} />}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Entry({ line }: { readonly line: HistoryLine }) {
  const { words, notify, touched } = useHand();
  const { is: entry, says } = useRead<HistoryEntry>(`history/${line.position}`);
  const [replace, setReplace] = useState(false);
  async function restore(): Promise<void> {
    try {
      await write("restore", { position: line.position, replace });
      touched();
      location.hash = "#review";
    } catch (error) {
      if (error instanceof Refusal && (error.body as { error?: string }).error === "draft-there")
        setReplace(true);
      notify(sayOf(error, words));
    }
  }
  if (entry === undefined) return <p role="status">{says ?? words.opening}</p>;
  return (
    <div class="history-entry">
      {entry.changes.length === 0 ? <p>{words.first}</p> : <Differences changes={entry.changes} />}
      <FileDifferences files={entry.files} />
      {!line.current &&
        (line.restorable ? (
          <>
            <button type="button" class="side-button" onClick={() => void restore()}>
              {replace ? words.restoreSure : words.restore}
            </button>
            <p class="soft">{words.restoreHint}</p>
          </>
        ) : (
          <p class="soft">{words.notKept}</p>
        ))}
    </div>
  );
}

/** In Vietnam's time, wherever the officer's computer thinks it is. */
function dateOf(at: number): string {
  const there = new Date(at + 7 * 3_600_000).toISOString();
  return `${there.slice(8, 10)}/${there.slice(5, 7)}/${there.slice(0, 4)} ${there.slice(11, 16)}`;
}

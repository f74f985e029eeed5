/** A case found again from a chat, by village, guide or a word of a note; only what this propagandist may read anyway. */
import type { Choice } from "../../effect.ts";
import type { FoundCase } from "../../library.ts";
import { phrase, type Talk } from "../../talk.ts";
import { helpingOf, tell } from "./side.ts";

const mostShown = 5;

export function searchInChat(talk: Talk, words: string): Talk {
  const found = talk.world.search?.(helpingOf(talk).me.id, words) ?? [];
  if (found.length === 0)
    return tell(talk, phrase(talk, "found-none", { words }), [], { chosen: true });
  const shown = found.slice(0, mostShown);
  const lines = shown.map((of) => `• ${titleOf(of)}: ${phrase(talk, stateOf(of))}`);
  const rest = found.length - shown.length;
  const text = [
    phrase(talk, "found-cases", { words, count: found.length }),
    ...lines,
    ...(rest > 0 ? [phrase(talk, "found-more", { count: rest })] : []),
  ].join("\n");
  const choices = shown.flatMap((of): readonly Choice[] => {
    if (of.state === "waiting") return [{ id: `claim:${of.case}`, says: opening(talk, of) }];
    return of.mine && of.state === "claimed" ? [{ id: `turn:${of.case}`, says: titleOf(of) }] : [];
  });
  return tell(talk, text, choices, { chosen: true });
}

const opening = (talk: Talk, of: FoundCase): string => `${phrase(talk, "claim")}: ${titleOf(of)}`;

const titleOf = ({ address, village, flow }: FoundCase): string =>
  [address, village, flow].filter((part) => part !== undefined).join(" · ") || "…";

function stateOf({ state, mine }: FoundCase) {
  switch (state) {
    case "waiting":
      return "found-waiting" as const;
    case "claimed":
      return mine ? ("found-mine" as const) : ("found-held" as const);
    case "resting":
      return "found-resting" as const;
    case "closed":
      return "found-closed" as const;
  }
}

/** Steps offered by their names, never by a number to be known. */
import type { CaseId } from "../../../vocabulary.ts";
import { phrase, type Talk } from "../../talk.ts";
import { caseNamed, page, tell } from "./side.ts";

/** The step stood on first, then what follows, and at the end what was before it. */
export function chooseStep(
  talk: Talk,
  id: CaseId,
  at: number,
  wish: "done-up-to" | "show" = "done-up-to",
): Talk {
  const held = caseNamed(talk, id);
  if (held === undefined) return tell(talk, phrase(talk, "refused-closed"), [], { about: id });
  if (held.steps.length === 0)
    return tell(talk, phrase(talk, "no-steps-known"), [], { about: id, chosen: true });
  const steps = held.steps.map((step, position) => ({ ...step, position }));
  const from = Math.max(
    0,
    steps.findIndex((step) => step.current === true),
  );
  const choices = [...steps.slice(from), ...steps.slice(0, from)].map(({ position, says }) => ({
    id: `${wish === "show" ? "st" : "up"}:${position}:${id}`,
    says: short(says),
  }));
  return tell(
    talk,
    phrase(talk, wish === "show" ? "show-which" : "done-up-to-which", { name: held.name }),
    page(
      talk,
      toldApart(choices),
      at,
      (next) => `${wish === "show" ? "sts" : "upto"}:${id}:${next}`,
      [{ id: `${wish === "show" ? "tools" : "end"}:${id}`, says: phrase(talk, "back") }],
    ),
    { about: id, chosen: true },
  );
}

const short = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 59)}…`);

/** Two steps that begin alike are told apart, or one of two equal buttons would never be pressed. */
function toldApart<C extends { readonly says: string }>(choices: readonly C[]): readonly C[] {
  const seen = new Map<string, number>();
  return choices.map((choice) => {
    const count = (seen.get(choice.says) ?? 0) + 1;
    seen.set(choice.says, count);
    return count === 1 ? choice : { ...choice, says: `${choice.says} (${count})` };
  });
}

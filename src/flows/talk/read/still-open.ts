/** Which of the choices once shown still count. */

import type { Choice } from "../effect.ts";
import type { Shown } from "../saved.ts";
import type { Talk } from "../talk.ts";

/** Buttons that mean the same wherever they stand. */
const always = new Set([
  "human",
  "menu",
  "later",
  "call-me",
  "leave-message",
  "take-back",
  "helped:yes",
  "helped:no",
]);

/** The newest question's buttons count; an older one's only while its step is still the one stood on. */
export function stillOpen(talk: Talk, shown: Shown, choice: Choice): boolean {
  if (shown === talk.saved.shown.at(-1)) return true;
  if (always.has(choice.id)) return true;
  const journey = talk.saved.guiding ? talk.saved.journeys.at(-1) : undefined;
  // Arriving again at a step makes its old buttons the buttons of another visit.
  return (
    shown.step !== undefined &&
    shown.step === journey?.step &&
    (shown.state === talk.saved.state || standsBeside(talk, choice)) &&
    talk.saved.shown.every(
      (s) => s.turn <= shown.turn || s.step === shown.step || s.step === undefined,
    )
  );
}

/** Looking at the troubles, or at other things, nobody has left the step: what it asks may still be answered. */
function standsBeside(talk: Talk, { id }: Choice): boolean {
  const { state } = talk.saved;
  const beside = state.startsWith("guided.") && state !== "guided.proving";
  return beside && (id === "done" || id === "explain" || id === "listen" || id.startsWith("c:"));
}

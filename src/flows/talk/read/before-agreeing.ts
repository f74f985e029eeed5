/** What still counts before anybody has said yes to sitting beside. */

import type { TalkEvent } from "../event.ts";

const heardBeforeAgreeing: ReadonlySet<TalkEvent["type"]> = new Set([
  "yes",
  "no",
  "language",
  "moved",
  "timer",
]);

/** Somebody sits beside, and nobody has said yes yet: nothing begins. */
export function beforeAgreeing(event: TalkEvent): TalkEvent {
  if (heardBeforeAgreeing.has(event.type)) return event;
  // Another place asks for it: there is nothing to stay for. A code typed here has to wait for the yes.
  if (event.type === "moving" && event.note.kind !== "return-code") return event;
  if (event.type === "done") return { type: "yes" };
  return event.type === "erase" || event.type === "stop" ? { type: "no" } : { type: "repeat" };
}

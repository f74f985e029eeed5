/** What came of a propagandist's act, in their language. */
import type { PropagandistRow } from "../store/people.ts";
import type { ActAnswer } from "../store/turns.ts";
import { lines } from "./desk-door.ts";
import type { DeskActed } from "./wire/acts.ts";

export function actedOf(
  { language }: Pick<PropagandistRow, "language">,
  answer: ActAnswer | undefined,
): DeskActed {
  if (answer?.ok === true)
    return { ok: true, ...(answer.says === undefined ? {} : { says: answer.says[language] }) };
  // Every act is answered; without an answer its turn failed and was set aside.
  return {
    ok: false,
    reason: answer?.reason ?? "unknown",
    says: (answer?.says ?? lines["not-read"])[language],
  };
}

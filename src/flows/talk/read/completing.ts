/** Plain words of a propagandist that complete what a press began. */

import type { InboundOf } from "../../inbound.ts";
import type { HelpingAct } from "../event.ts";
import type { Talk } from "../talk.ts";

/** Nothing for an answer to a message of another case. */
export function readCompleting(
  { saved: { helping } }: Talk,
  { text, about }: InboundOf<"words">,
): HelpingAct | undefined {
  const completing = helping?.completing;
  if (completing === undefined || (about ?? completing.case) !== completing.case) return undefined;
  const { what, case: of } = completing;
  switch (what) {
    case "meeting":
      return { act: "meeting-place", case: of, text };
    case "passing-on":
      return { act: "passing-note", case: of, text };
    case "remark":
      return { act: "remark", case: of, as: completing.as, text };
    case "answer":
      return { act: "answer", case: of, question: completing.question, text };
  }
}

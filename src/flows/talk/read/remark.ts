/** Words of a propagandist that are for those who help: they say so themselves, or answer a question shown here. */

import type { InboundOf } from "../../inbound.ts";
import { remarkIn } from "../../understanding/remark-words.ts";
import type { HelpingAct } from "../event.ts";
import type { Talk } from "../talk.ts";
import { helpingWith } from "./addressee.ts";

export function readRemark(talk: Talk, inbound: InboundOf<"words">): HelpingAct | undefined {
  const { helping } = talk.saved;
  if (helping === undefined) return undefined;
  const { text, about } = inbound;
  const answered = helping.cases.find((c) => c.id === about);
  const remark = remarkIn(text);
  if (remark !== undefined && helping.cases.length > 0) {
    const [only] = helping.cases;
    const meant = about === undefined && helping.cases.length === 1 ? only : answered;
    return meant === undefined
      ? helpingWith(talk, inbound, { is: "remark", ...remark })
      : { act: "remark", case: meant.id, ...remark };
  }
  const asked = helping.asked?.findLast((one) => one.case === about);
  return asked === undefined || answered !== undefined
    ? undefined
    : { act: "answer", case: asked.case, question: asked.key, text };
}

/** From what a propagandist wrote or sent to the note it leaves in a case. */
import type { Helper, Inbound } from "../../../inbound.ts";
import type { CaseId } from "../../../vocabulary.ts";
import type { Unsent } from "../../saved.ts";
import type { Talk } from "../../talk.ts";
import { remark } from "./remarks.ts";
import { helpingOf, leave, withHelping } from "./side.ts";

/** How many own messages an edit is still carried after. */
const mostRemembered = 40;

export function sendNow(talk: Talk, id: CaseId, what: Unsent): Talk {
  if (what.is === "remark") return remark(talk, id, what.as, what.text);
  const { me, sent = [] } = helpingOf(talk);
  const message = what.is === "place" ? undefined : what.message;
  const remembered =
    message === undefined
      ? talk
      : withHelping(talk, { sent: [...sent, { message, case: id }].slice(-mostRemembered) });
  return leave(remembered, id, noteOf(talk, id, me, what));
}

function noteOf(
  talk: Talk,
  id: CaseId,
  by: Helper,
  what: Exclude<Unsent, { is: "remark" }>,
): Inbound {
  switch (what.is) {
    case "words":
      return {
        kind: "case-say",
        case: id,
        by,
        text: what.text,
        masked: [...what.masked],
        ...answering(talk, id, what),
      };
    case "media":
      return {
        kind: "case-send",
        case: id,
        by,
        media: what.media,
        form: what.form,
        file: what.file,
        caption: what.caption,
        ...answering(talk, id, what),
      };
    case "place":
      return {
        kind: "case-tool",
        case: id,
        by,
        tool: { is: "place", latitude: what.latitude, longitude: what.longitude },
      };
  }
}

/** What it answers, by the turn that has in the resident's conversation. */
const answering = (
  talk: Talk,
  id: CaseId,
  {
    quote,
    answers,
  }: { readonly quote?: string | undefined; readonly answers?: number | undefined },
) => ({
  quote,
  answers: helpingOf(talk).relayed?.find((line) => line.case === id && line.here === answers)?.of,
  here: talk.world.revision,
});

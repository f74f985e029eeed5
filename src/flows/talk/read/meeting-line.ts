/** A whole meeting in one line of a propagandist, to somebody they are talking with. */

import type { InboundOf } from "../../inbound.ts";
import { meetingLine } from "../acts/helping/meeting.ts";
import type { HelpingAct } from "../event.ts";
import type { Talk } from "../talk.ts";
import { helpingWith } from "./addressee.ts";

export function readMeetingLine(talk: Talk, inbound: InboundOf<"words">): HelpingAct | undefined {
  const { text, masked } = inbound;
  if (talk.saved.helping === undefined || masked.length > 0) return undefined;
  const meeting = meetingLine(text, talk);
  if (meeting === undefined) return undefined;
  const to = helpingWith(talk, inbound, { is: "words", text, masked });
  // While it is doubtful whom it is for, that is asked first, and the words go as they stand.
  return to?.act === "send" ? { act: "meeting-line", case: to.case, ...meeting, text } : undefined;
}

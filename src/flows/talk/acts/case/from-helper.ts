/** What a propagandist does about a case, as it arrives in the resident's conversation. */
import { backToWaiting } from "../../../cases/calling.ts";
import type { InboundOf } from "../../../inbound.ts";
import { MASK } from "../../../secrets.ts";
import { effect, say, type Talk } from "../../talk.ts";
import { refuse } from "./claim.ts";
import { handBack } from "./end.ts";
import { speak, spoken, stop, stoppedFor } from "./speak.ts";

/** The holder's words, photo or voice, or an outcome; anybody else's is refused. */
export function fromHelper(
  talk: Talk,
  note: InboundOf<"case-release" | "case-say" | "case-send" | "case-hand-back">,
): Talk {
  const of = talk.saved.case;
  if (of?.id !== note.case) return refuse(talk, note.case, note.by, "closed");
  if (of.state.is === "waiting" || of.state.by.id !== note.by.id)
    return refuse(
      talk,
      note.case,
      note.by,
      of.state.is === "waiting" ? "not-yours" : "taken",
      of.state.is === "waiting" ? undefined : of.state.by.name,
    );
  switch (note.kind) {
    case "case-release":
      return effect(backToWaiting(talk, of, note.by, "helper-released"), {
        do: "answer-act",
        ok: true,
      });
    case "case-say":
      return speak(talk, of, note);
    case "case-send": {
      const stopped = stoppedFor(talk, note.caption, note.caption.includes(MASK));
      if (stopped !== undefined) return stop(talk, of, note.by, stopped);
      const said = say(spoken(talk, of), note.caption, {
        from: note.by,
        media: { id: note.media, form: note.form },
      });
      return effect(said, { do: "share-media", media: note.media }, { do: "answer-act", ok: true });
    }
    case "case-hand-back":
      return effect(handBack(talk, of, note.by, note.result), { do: "answer-act", ok: true });
  }
}

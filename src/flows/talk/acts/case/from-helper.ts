/** What a propagandist does about a case, as it arrives in the resident's conversation. */
import { backToWaiting } from "../../../cases/calling.ts";
import type { InboundOf } from "../../../inbound.ts";
import { MASK } from "../../../secrets.ts";
import { withQuote } from "../../../words/quote.ts";
import type { CaseNote } from "../../event.ts";
import type { Case } from "../../saved.ts";
import { effect, inBoth, phrase, say, type Talk } from "../../talk.ts";
import { refuse } from "./claim.ts";
import { handBack } from "./end.ts";
import { remarked } from "./remarks.ts";
import { hold, noteHeard, quoted, speak, spoken, stoppedFor, tellColleagues } from "./speak.ts";
import { goAgain, useTool } from "./tools.ts";

/** Words, a picture, a tool or an outcome, of whoever may; anybody else's is refused. */
export function fromHelper(talk: Talk, note: Exclude<CaseNote, { kind: "case-claim" }>): Talk {
  if (note.kind === "case-remarked") return remarked(talk, note);
  const of = talk.saved.case;
  if (of?.id !== note.case) return refuse(talk, note.case, note.by, "closed");
  if (of.state.is === "waiting") return refuse(talk, note.case, note.by, "not-yours");
  const holds = of.state.by.id === note.by.id;
  const beside = of.beside?.some((p) => p.id === note.by.id) === true;
  // Whoever was called in talks and shows; how it ends is for the holder.
  if (!holds && !(beside && note.kind !== "case-hand-back"))
    return refuse(talk, note.case, note.by, "taken", of.state.by.name);
  switch (note.kind) {
    case "case-release":
      return holds ? passOn(talk, of, note) : goAgain(talk, of, note.by);
    case "case-say":
      return speak(talk, of, note);
    case "case-send":
      return send(talk, of, note);
    case "case-tool":
      return useTool(talk, of, note.by, note.tool);
    case "case-hand-back":
      return effect(handBack(talk, of, note.by, note.result), { do: "answer-act", ok: true });
  }
}

function passOn(talk: Talk, of: Case, { by, note }: InboundOf<"case-release">): Talk {
  const passed = note === undefined || note === "" ? undefined : { by: by.name, note };
  return effect(backToWaiting(talk, { ...of, passed }, by, "helper-released"), {
    do: "answer-act",
    ok: true,
  });
}

function send(talk: Talk, of: Case, note: InboundOf<"case-send">): Talk {
  const stopped = stoppedFor(talk, note.caption, note.caption.includes(MASK));
  if (stopped !== undefined) return hold(talk, of, note.by, stopped);
  const said = say(spoken(talk, of), withQuote(note.quote, note.caption), {
    from: note.by,
    media: { id: note.media, form: note.form, file: note.file },
    ...quoted(note),
  });
  const told = tellColleagues(
    noteHeard(said, note),
    of,
    note.by,
    inBoth(talk, (desk) => `${sentAs(desk, note)} ${note.caption}`.trim()),
  );
  return effect(told, { do: "share-media", media: note.media }, { do: "answer-act", ok: true });
}

/** What a colleague reads in its place. */
function sentAs(desk: Talk, { form, file }: InboundOf<"case-send">): string {
  switch (form) {
    case "photo":
      return phrase(desk, "a-picture");
    case "voice":
      return phrase(desk, "a-recording");
    case "file":
      return phrase(desk, "a-file", { name: file?.name ?? "" });
  }
}

/** Acts of a case: claimed, given, ended, and a propagandist's side of it. */
import { sayWaiting } from "../../../cases/calling.ts";
import { noteHelped } from "../../acts/case/afterwards.ts";
import { claim } from "../../acts/case/claim.ts";
import { takeBack } from "../../acts/case/end.ts";
import { fromHelper } from "../../acts/case/from-helper.ts";
import { give } from "../../acts/case/give.ts";
import { callOthers } from "../../acts/case/moments.ts";
import { help } from "../../acts/helping/help.ts";
import { helperNote } from "../../acts/helping/notes.ts";
import { staffSaid } from "../../acts/staff.ts";
import { on } from "../on.ts";

export const actsOfCase = {
  sayWaiting,
  claim: on("claim", (talk, { note }) => claim(talk, note)),
  give: on("assign", (talk, { note }) => give(talk, note)),
  takeBack,
  noteHelped: on("helped", (talk, { well }) => noteHelped(talk, well)),
  fromHelper: on("case-note", (talk, { note }) => fromHelper(talk, note)),
  staffSaid: on("staff-said", (talk, { note }) => staffSaid(talk, note)),
  helperNote: on("helper-note", (talk, { note }) => helperNote(talk, note)),
  callOthers: on("unheard", (talk, { note }) => callOthers(talk, note)),
  help: on("helping", (talk, { act }) => help(talk, act)),
} as const;

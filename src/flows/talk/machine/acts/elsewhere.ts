/** Acts of going on in another place, of sitting beside, and of being forgotten. */
import { agreed, notAgreed, noteMoved, sitDown } from "../../acts/beside.ts";
import { withdraw } from "../../acts/case/end.ts";
import {
  askMove,
  callAnew,
  giveCode,
  leave,
  sayNotMoved,
  stay,
  unpack,
} from "../../acts/moving.ts";
import { blank } from "../../saved.ts";
import { effect, sayPhrase, type Talk } from "../../talk.ts";
import { on } from "../on.ts";

export const actsOfElsewhere = {
  giveCode,
  askMove: on("moving", (talk, { note }) => askMove(talk, note)),
  sayNotMoved: on("moving", (talk, { note }) => sayNotMoved(talk, note)),
  stay: on("moving", (talk, { note }) => stay(talk, note)),
  leave: on("moving", (talk, { note }) => leave(talk, note)),
  unpack: on("moving", (talk, { note }) => unpack(talk, note)),
  callAnew: on("moving", (talk, { note }) => callAnew(talk, note)),
  sitDown: on("beside", (talk, { by }) => sitDown(talk, by)),
  agreed,
  notAgreed,
  noteMoved,
  erase: (talk: Talk) => {
    const told = withdraw(talk);
    const gone = effect({ ...told, saved: blankAfterErasure(talk) }, { do: "erase" });
    return sayPhrase(gone, "erased");
  },
  sayNotErased: (talk: Talk) => sayPhrase(talk, "not-erased"),
} as const;

/** After erasing only the language stays, and a propagandist's side of the chat: those cases are others'. */
function blankAfterErasure(talk: Talk): Talk["saved"] {
  const { language, helping } = talk.saved;
  return { ...blank, language, ...(helping === undefined ? {} : { helping }) };
}

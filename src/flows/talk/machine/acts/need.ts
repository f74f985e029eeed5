/** Acts of greeting, of choosing what is needed and of leaving it. */
import { sayAbout } from "../../acts/about.ts";
import { begin, finish, resume } from "../../acts/guide.ts";
import { practicable } from "../../acts/practice.ts";
import type { TalkEvent } from "../../event.ts";
import { activeJourney, phrase, say, sayPhrase, type Talk, withSaved } from "../../talk.ts";
import { on } from "../on.ts";
import { answerFirst } from "./answers.ts";

export const actsOfNeed = {
  greet: (talk: Talk, event: TalkEvent) => {
    // Whoever sits beside reads one sentence aloud first.
    if (event.type === "beside") return talk;
    const trial = talk.world.library.desk["approved-by"] === undefined;
    return say(
      talk,
      trial ? `${phrase(talk, "greeting")}\n${phrase(talk, "trial")}` : phrase(talk, "greeting"),
    );
  },
  noteNeed: (talk: Talk, event: TalkEvent) => {
    if (event.type === "need") return withSaved(talk, { offers: [...event.flows] });
    if (event.type === "pick") return withSaved(talk, { offers: [event.flow] });
    if (event.type === "wrong-thing") return withSaved(talk, { offers: [...event.flows] });
    if (event.type === "practise")
      return withSaved(talk, { offers: [...practicable(talk, event)] });
    return talk;
  },
  noteField: on("field", (talk, { field }) => {
    const [name = "", page = "0"] = field.split(":");
    return withSaved(talk, { offers: [name, page] });
  }),
  begin: (talk: Talk, event: TalkEvent) => {
    const begun = begin(talk, talk.saved.offers[0] ?? "");
    const need = event.type === "need" ? event : undefined;
    const asks = need?.asks ?? talk.saved.wonders;
    const told = asks === undefined ? begun : sayAbout(begun, asks);
    return need?.answers === undefined ? told : answerFirst(told, need.answers);
  },
  resume: on("resume", (talk, { journey }) => {
    const { wonders } = talk.saved;
    const resumed = resume(withSaved(talk, { wonders: undefined }), journey);
    return wonders === undefined || !resumed.saved.guiding ? resumed : sayAbout(resumed, wonders);
  }),
  leaveGuide: (talk: Talk) =>
    withSaved(talk, {
      guiding: false,
      trouble: undefined,
      practiceWished: undefined,
      // Asked at the menu it waits for a guide; from inside one it is left with it.
      ...(talk.saved.guiding ? { wonders: undefined } : {}),
    }),
  dropWrong: (talk: Talk) => {
    const journey = activeJourney(talk);
    return journey !== undefined && (journey.path.length === 0 || journey.practice === true)
      ? finish(talk, "stopped")
      : withSaved(talk, { guiding: false, wonders: undefined });
  },
  stop: (talk: Talk) => sayPhrase(finish(talk, "stopped"), "stopped"),
  welcomeBack: (talk: Talk) => (talk.saved.guiding ? sayPhrase(talk, "welcome-back") : talk),
  sayFarewell: (talk: Talk) => sayPhrase(talk, "farewell"),
} as const;

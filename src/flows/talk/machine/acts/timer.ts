/** Acts of what time brings: asking after a guide that rests, and what becomes of a case or of practice. */
import { afterQuiet, hour } from "../../../time/calendar.ts";
import type { JourneyId } from "../../../vocabulary.ts";
import { askHelped } from "../../acts/case/afterwards.ts";
import { caseTimer } from "../../acts/case/moments.ts";
import { forgetPractice } from "../../acts/practice.ts";
import { noteAskedAfter, reminderText } from "../../acts/reminders.ts";
import { leaveToMachine } from "../../acts/staff.ts";
import { activeJourney, ask, effect, label, say } from "../../talk.ts";
import { on } from "../on.ts";

export const actsOfTimer = {
  remind: on("timer", (talk, { name, about = "" }) => {
    const text = reminderText(talk, about, name);
    if (text === undefined) return talk;
    const noted = noteAskedAfter(talk, about, name);
    if (activeJourney(talk)?.id === about) return say(noted, text);
    // Something else is on top: what is reminded of is one press away.
    return ask(noted, text, [label(talk, "go-on", `resume:${about}`), label(talk, "menu")]);
  }),
  remindLater: on("timer", (talk, { name, about = "" }) =>
    effect(talk, {
      do: "timer",
      name,
      scope: `step:${about as JourneyId}`,
      at: afterQuiet(talk.world.now + 2 * hour),
      about,
    }),
  ),
  caseTimer: on("timer", (talk, { name }) => caseTimer(talk, name)),
  leaveToMachine,
  askHelped,
  forgetPractice: on("timer", (talk, { about = "" }) => forgetPractice(talk, about)),
} as const;

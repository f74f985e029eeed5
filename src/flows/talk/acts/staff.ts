/**
 * Staff of the commune answer in the platform's own app, beside the machine: it falls silent for this
 * resident as if a propagandist had claimed. They read and write there, so nothing is carried to them.
 */
import { nameOf } from "../../cases/card.ts";
import type { Helper, InboundOf } from "../../inbound.ts";
import { minute } from "../../time/calendar.ts";
import type { CaseId, PropagandistId } from "../../vocabulary.ts";
import type { Case } from "../saved.ts";
import { activeJourney, phrase, type Talk, withSaved } from "../talk.ts";
import { claim } from "./case/claim.ts";
import { close, keepCase, timer } from "./case/kept.ts";
import { noteTo } from "./case/notes.ts";
import { spoken } from "./case/speak.ts";

const staffId = "zalo-staff" as PropagandistId;
/** When nobody has written for so long the machine takes up again, without a word. */
const quietFor = 30 * minute;

const heldByStaff = (of: Case): boolean => of.state.is !== "waiting" && of.state.by.id === staffId;

/** Somebody waits for help, or nobody has been asked yet: then who wrote has taken it on. */
export const staffTakes = (talk: Talk): boolean =>
  talk.saved.helping === undefined &&
  (talk.saved.case === undefined || talk.saved.case.state.is === "waiting");

/** Staff are quiet, and so is the resident. */
export const staffLeft = (talk: Talk, name: string): boolean =>
  name === "case-idle" && talk.saved.case !== undefined && heldByStaff(talk.saved.case);

export function staffSaid(talk: Talk, { text }: InboundOf<"staff-said">): Talk {
  const desk = withSaved(talk, { language: "vi", address: undefined });
  const by: Helper = {
    id: staffId,
    name: phrase(talk, "staff-in-zalo"),
    role: phrase(talk, "staff-role"),
  };
  if (staffTakes(talk)) return stay(claimFor(talk, by));
  const of = talk.saved.case;
  if (of === undefined || of.state.is === "waiting") return talk;
  // A propagandist has it: they should know that two are speaking.
  return heldByStaff(of)
    ? stay(talk)
    : noteTo(talk, of.state.by.id, {
        kind: "resident-said",
        case: of.id,
        name: nameOf(talk),
        text: `${phrase(desk, "staff-in-zalo")}: ${text}`,
      });
}

/** Quiet on both sides: the case closes, and the machine answers whatever comes next. */
export function leaveToMachine(talk: Talk): Talk {
  const of = talk.saved.case;
  return of === undefined ? talk : close(talk, of, "staff-answered");
}

function claimFor(talk: Talk, by: Helper): Talk {
  const { world } = talk;
  const journey = activeJourney(talk);
  const waiting = talk.saved.case ?? {
    id: `${world.conversation}.k${world.revision.toString(36)}` as CaseId,
    reason: phrase(withSaved(talk, { language: "vi", address: undefined }), "reason-staff"),
    wants: "anyone" as const,
    openedAt: world.now,
    ...(journey === undefined ? {} : { journey: journey.id }),
    told: [],
    called: [],
    state: { is: "waiting" as const, since: world.now, rung: "office" as const },
  };
  const claimed = claim(withSaved(talk, { case: waiting }), {
    kind: "case-claim",
    case: waiting.id,
    by,
  });
  return claimed;
}

/** They have spoken: no claim of theirs is silent, and a quiet while ends it. */
function stay(talk: Talk): Talk {
  const of = talk.saved.case;
  if (of === undefined) return talk;
  const answered = spoken(talk, of);
  const kept = answered.saved.case ?? of;
  const until = talk.world.now + quietFor;
  return timer(keepCase(answered, kept, until), kept, "case-idle", until);
}

/**
 * Staff of the commune answer in the platform's own app, beside the machine: it falls silent for this
 * resident as if a propagandist had claimed. They read and write there, so nothing is carried to them.
 */
import { isHeld, withStaff } from "../../cases/held.ts";
import type { Helper, InboundOf } from "../../inbound.ts";
import { minute } from "../../time/calendar.ts";
import type { CaseId, PropagandistId } from "../../vocabulary.ts";
import type { Case } from "../saved.ts";
import { activeJourney, ask, inBoth, label, phrase, type Talk, withSaved } from "../talk.ts";
import { claim } from "./case/claim.ts";
import { close, keepCase, timer, withoutStaff } from "./case/kept.ts";
import { noteTo } from "./case/notes.ts";
import { spoken } from "./case/speak.ts";

const staffId = "zalo-staff" as PropagandistId;
/** When nobody has written for so long the machine takes up again, without a word. */
const quietFor = 30 * minute;

const heldByStaff = (of: Case): boolean => of.state.is !== "waiting" && of.state.by.id === staffId;

/** Nobody speaks with this person, and who wrote does from now on: a meeting agreed for later stands. */
export const staffTakes = (talk: Talk): boolean =>
  talk.saved.helping === undefined && !isHeld(talk.saved.case);

/** Staff are quiet, and so is the resident. */
export const staffLeft = (talk: Talk, name: string): boolean =>
  name === "case-idle" &&
  talk.saved.case !== undefined &&
  (heldByStaff(talk.saved.case) || withStaff(talk.saved.case));

export function staffSaid(talk: Talk, { text }: InboundOf<"staff-said">): Talk {
  const by: Helper = {
    id: staffId,
    name: phrase(talk, "staff-in-zalo"),
    role: phrase(talk, "staff-role"),
  };
  const of = talk.saved.case;
  if (staffTakes(talk) && of?.state.is !== "resting") return stay(claimFor(talk, by));
  if (of === undefined || of.state.is === "waiting") return talk;
  if (heldByStaff(of)) return stay(talk);
  // A propagandist has it, or meets them soon: they should know that somebody else is speaking.
  const told = noteTo(talk, of.state.by.id, ({ desk, name }) => ({
    kind: "resident-said",
    case: of.id,
    name,
    text: `${phrase(desk, "staff-in-zalo")}: ${text}`,
  }));
  return of.state.is === "resting" ? speakBeside(told, of, by) : told;
}

/** The meeting stands; until staff are quiet the machine is silent. */
function speakBeside(talk: Talk, of: Case, by: Helper): Talk {
  if (of.state.is !== "resting") return talk;
  const beside: Case = { ...of, state: { ...of.state, staff: true } };
  const kept = timer(
    withSaved(talk, { case: beside }),
    beside,
    "case-idle",
    talk.world.now + quietFor,
  );
  return withStaff(of)
    ? kept
    : ask(kept, phrase(kept, "claimed", { name: by.name, role: by.role }), [
        label(kept, "take-back"),
      ]);
}

/** Quiet on both sides: the case closes, and the machine answers whatever comes next. */
export function leaveToMachine(talk: Talk): Talk {
  const of = talk.saved.case;
  if (of === undefined) return talk;
  return withStaff(of) ? withoutStaff(talk, of) : close(talk, of, "staff-answered");
}

function claimFor(talk: Talk, by: Helper): Talk {
  const { world } = talk;
  const journey = activeJourney(talk);
  const waiting = talk.saved.case ?? {
    id: `${world.conversation}.k${world.revision.toString(36)}` as CaseId,
    reason: inBoth(talk, (desk) => phrase(desk, "reason-staff")),
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

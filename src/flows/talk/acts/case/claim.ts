/** The first claim in the queue wins; everybody else hears who has it. */
import { passOnLeft } from "../../../cases/calling.ts";
import { cardOf, cardText, stepsFor } from "../../../cases/card.ts";
import { showFace } from "../../../cases/remember.ts";
import type { Helper, InboundOf } from "../../../inbound.ts";
import { hour, minute } from "../../../time/calendar.ts";
import type { CaseId } from "../../../vocabulary.ts";
import type { Case } from "../../saved.ts";
import { ask, effect, inBoth, label, phrase, type Talk, withJourney } from "../../talk.ts";
import { record } from "../guide.ts";
import { keepCase, scopeOf, timer } from "./kept.ts";
import { sendLeft } from "./left.ts";
import { lineNote, noteGone, noteTo } from "./notes.ts";
import { join } from "./tools.ts";

/** The first claim in the queue wins. */
export function claim(talk: Talk, { by, case: id }: InboundOf<"case-claim">): Talk {
  const of = talk.saved.case;
  if (of?.id !== id) return refuse(talk, id, by, "closed");
  if (of.state.is === "claimed" && of.state.by.id === by.id)
    return effect(talk, { do: "answer-act", ok: true });
  if (of.beside?.some((p) => p.id === by.id) === true)
    return effect(talk, { do: "answer-act", ok: true });
  if (of.state.is === "claimed" && of.invited?.includes(by.id) === true) return join(talk, of, by);
  if (of.state.is !== "waiting") return refuse(talk, id, by, "taken", of.state.by.name);
  const { now, library, roster } = talk.world;
  const silentAt = now + library.desk.routing["silent-claim-minutes"] * minute;
  const chat = roster.find((p) => p.id === by.id)?.conversation;
  // From here on only the holder is told of it: the others hear now, once, who has it.
  const claimed: Case = {
    ...of,
    told: chat === undefined ? [] : [chat],
    tries: 0,
    state: { is: "claimed", by, since: now, spoke: false },
  };
  const journey = talk.saved.journeys.find((j) => j.id === of.journey);
  const helped =
    journey === undefined
      ? talk
      : record(
          withJourney(talk, {
            ...journey,
            helped: journey.helped === "in-person" ? "in-person" : "in-chat",
            helper: { id: by.id, case: id },
          }),
          journey,
          "helped",
        );
  const calmed = effect(helped, { do: "end-scope", scope: scopeOf(id) });
  const timed = timer(
    timer(calmed, claimed, "case-silent", silentAt),
    claimed,
    "case-idle",
    now + 12 * hour,
  );
  const kept = keepCase(timed, claimed, silentAt);
  const gone = noteGone(kept, of, "taken", by, chat);
  const card = cardOf(gone, claimed);
  const waited = Math.round((now - of.openedAt) / minute);
  const winner = noteTo(gone, by.id, ({ desk, name, language }) => ({
    kind: "yours",
    case: id,
    name,
    reopens: of.reopens?.case,
    card: `${cardText(gone, card, waited, language)}${phoneLine(desk, of)}`,
    screen: card.step?.screen,
    steps: [...stepsFor(card, language)],
  }));
  const begun = showFace(sendLeft(passOnLeft(winner, by)), by);
  const told = ask(begun, phrase(begun, "claimed", { name: by.name, role: by.role }), [
    label(begun, "take-back"),
  ]);
  return effect(told, { do: "answer-act", ok: true });
}

/** The number a resident wants to be called at; read by whoever claimed, and nobody else. */
function phoneLine(desk: Talk, of: Case): string {
  if (of.phone === undefined) return "";
  return `\n${phrase(desk, "card-phone", { phone: of.phone })}`;
}

export function refuse(
  talk: Talk,
  id: CaseId,
  by: Helper,
  reason: "taken" | "closed" | "not-yours",
  holder?: string,
): Talk {
  const line = `refused-${reason}` as const;
  const values = reason === "taken" ? { name: holder ?? "" } : {};
  const says = inBoth(talk, (desk) => phrase(desk, line, values));
  const told = noteTo(talk, by.id, (reader) => lineNote(id, reader, line, values));
  return effect(told, { do: "answer-act", ok: false, reason, says });
}

/** What residents' conversations tell a propagandist's chat. */

import type { InboundOf } from "../../../inbound.ts";
import { sayDay, sayWhen } from "../../../time/calendar.ts";
import { phraseIds } from "../../../words/phrases.ts";
import { withQuote } from "../../../words/quote.ts";
import type { HelperNote } from "../../event.ts";
import type { Helping } from "../../saved.ts";
import { effect, languageOf, phrase, type Talk, withSaved } from "../../talk.ts";
import { placeTold } from "../meeting-places.ts";
import { hearRemark, remarkLines } from "./remarks.ts";
import {
  conversationOf,
  countBefore,
  counted,
  dutyChoices,
  ended,
  type Held,
  heldOf,
  holding,
  namedHere,
  outcomes,
  readsFromNow,
  tell,
  turnTo,
  withHelping,
} from "./side.ts";

export function helperNote(talk: Talk, note: HelperNote): Talk {
  switch (note.kind) {
    case "joined":
      return joined(talk, note);
    case "called":
      return tell(
        talk,
        `${note.why}\n\n${note.card}${remarkLines(talk, note.reopens)}`,
        [{ id: `claim:${note.case}`, says: phrase(talk, "claim") }],
        { about: note.case },
      );
    case "yours":
      return yours(talk, note);
    case "gone":
      return gone(talk, note);
    case "resident-said":
      return residentSaid(talk, note);
    case "resident-sent":
      return relayed(
        tell(
          talk,
          phrase(talk, "resident-said", {
            name: namedHere(talk, note),
            text: withQuote(note.quote, note.caption),
          }).trimEnd(),
          holding(talk, note.case),
          {
            about: note.case,
            media: { id: note.media, form: note.form, file: note.file },
            talking: true,
            ...quotedHere(talk, note),
          },
        ),
        note,
      );
    case "remarked":
      return hearRemark(talk, note);
    case "refused": {
      const mine = heldOf(talk).some((c) => c.id === note.case);
      return tell(talk, wordedHere(talk, note), mine ? holding(talk, note.case) : [], {
        about: note.case,
        talking: mine,
      });
    }
    case "meeting":
      return meeting(talk, note);
    case "letter":
      return tell(talk, note.text);
    case "house-alarm":
      return tell(
        talk,
        phrase(talk, `alarm-${note.what}`, {
          days: note.days ?? 0,
          left: note.left ?? 0,
          monthly: note.monthly ?? 0,
          again: note.again === undefined ? "" : sayDay(note.again, talk.saved.language),
        }),
      );
  }
}

/** A line about a case, as this chat calls people. */
function wordedHere(talk: Talk, note: InboundOf<"refused">): string {
  const { says } = note;
  // Left by an older version, as whole words.
  if (typeof says === "string") return says;
  const line = phraseIds.find((id) => id === says.phrase);
  return line === undefined
    ? ""
    : phrase(talk, line, { name: namedHere(talk, note), ...says.values });
}

/** How many of their lines can still be taken back here. */
const mostRelayed = 60;

function residentSaid(talk: Talk, note: InboundOf<"resident-said">): Talk {
  const name = namedHere(talk, note);
  const before = talk.saved.helping?.relayed ?? [];
  const { by, of, recalled, place } = note;
  if (recalled === true) {
    const there = before.find((r) => r.case === note.case && r.of === of);
    if (there === undefined) return talk;
    const gone = effect(talk, { do: "recall", turn: there.here, theirs: of });
    const said = staysOn.has(talk.world.channel)
      ? recalledButStays(talk, name, there)
      : phrase(talk, "recalled-resident", { name });
    return tell(gone, said, [], { about: note.case, recalls: there.here });
  }
  const text =
    by === undefined
      ? phrase(talk, "resident-said", { name, text: withQuote(note.quote, note.text) })
      : phrase(talk, "colleague-said", { name, by, text: note.text });
  const told = tell(talk, text, holding(talk, note.case), {
    about: note.case,
    talking: true,
    ...quotedHere(talk, note),
  });
  return relayed(told, note, place);
}

/** These take nothing back: what was carried there stays on the telephone of whoever read it. */
const staysOn: ReadonlySet<Talk["world"]["channel"]> = new Set(["zalo-bot", "zalo-oa"]);

function recalledButStays(
  talk: Talk,
  name: string,
  { at, form }: NonNullable<Helping["relayed"]>[number],
): string {
  const what = phrase(talk, `recalled-${form ?? "words"}`);
  return at === undefined
    ? phrase(talk, "recalled-stays", { name, what })
    : phrase(talk, "recalled-stays-at", {
        name,
        what,
        when: sayWhen(at, talk.world.now, talk.saved.language),
      });
}

/** What it answers, by the turn that has here: their own line as it was carried, or one of the propagandist's. */
function quotedHere(
  talk: Talk,
  note: Pick<InboundOf<"resident-said">, "case" | "quote" | "answers">,
) {
  const { quote, answers } = note;
  if (quote === undefined) return {};
  const carried = talk.saved.helping?.relayed?.find(
    (line) => line.case === note.case && line.of === answers?.of,
  );
  return { quote: { text: quote, turn: answers?.here ?? carried?.here } };
}

/** Remembers where a line of theirs stands here. */
function relayed(
  told: Talk,
  {
    case: id,
    of,
    form,
  }: Pick<InboundOf<"resident-said">, "case" | "of"> &
    Partial<Pick<InboundOf<"resident-sent">, "form">>,
  place?: true,
): Talk {
  if (of === undefined || told.saved.helping === undefined) return told;
  const before = told.saved.helping.relayed ?? [];
  const line = {
    case: id,
    of,
    here: told.world.revision,
    at: told.world.now,
    ...(form === undefined ? {} : { form }),
    ...(place === undefined ? {} : { place }),
  };
  return withHelping(told, { relayed: [...before, line].slice(-mostRelayed) });
}

function yours(talk: Talk, note: InboundOf<"yours">): Talk {
  // The roster names this chat, so its owner is told even when the chat itself has forgotten.
  if (talk.saved.helping === undefined)
    return tell(talk, `${phrase(talk, "yours", { name: note.name })}\n\n${note.card}`);
  const others = talk.saved.helping.cases.filter((c) => c.id !== note.case);
  const conversation = conversationOf(note.case);
  const count = countFor(talk, note, others);
  const mine: Held = {
    ...{ id: note.case, conversation, name: counted(note.name, count), steps: note.steps },
    claimed: true,
  };
  const alone = heldOf(talk).every((c) => c.id === note.case);
  const before = talk.saved.helping.known ?? [];
  const known = before.filter((one) => one.conversation !== conversation);
  const kept = withHelping(talk, {
    cases: [...others, mine].slice(-20),
    completing: undefined,
    known: [...known, { conversation, count }].slice(-30),
  });
  const told = tell(
    kept,
    `${phrase(kept, "yours", { name: mine.name })}\n\n${note.card}${remarkLines(kept, note.reopens)}${remarkLines(kept, note.case)}\n\n${phrase(kept, "never-ask")}`,
    holding(kept, note.case),
    { about: note.case, talking: true, screen: note.screen },
  );
  return alone ? turnTo(told, note.case, "only-one") : told;
}

/** Which of those called alike they are here: as the last time, or the first that is free. */
function countFor(talk: Talk, note: InboundOf<"yours">, others: readonly Held[]): number {
  const taken = new Set(others.map(({ name }) => name));
  const free = (count: number): boolean => !taken.has(counted(note.name, count));
  const before = countBefore(talk, note.case);
  if (free(before)) return before;
  let count = 1;
  while (!free(count)) count += 1;
  return count;
}

function gone(talk: Talk, note: InboundOf<"gone">): Talk {
  // Who has erased everything is no longer called by what they were called here.
  const name = note.why === "withdrawn" ? note.name : namedHere(talk, note);
  const text =
    note.outcome === undefined || note.outcome === "finished"
      ? phrase(talk, `gone-${note.why}`, { name, by: note.by ?? "" })
      : phrase(talk, "gone-noted", { name, outcome: phrase(talk, `outcome-${note.outcome}`) });
  const { helping } = talk.saved;
  if (helping === undefined) return tell(talk, text, [], { about: note.case, replaces: true });
  const lines = helping.relayed ?? [];
  const places = lines.filter((r) => r.case === note.case && r.place === true);
  const left = withHelping(talk, { relayed: lines.filter((r) => !places.includes(r)) });
  // Where somebody is, is theirs to see only while they help.
  const told = tell(
    effect(left, ...places.map(({ here }) => ({ do: "recall" as const, turn: here }))),
    text,
    [],
    { about: note.case, replaces: true },
  );
  if (note.why !== "meeting") {
    const helped = note.why === "closed" && note.outcome !== "unreached";
    const counted = helped ? (helping.count ?? 0) + 1 : helping.count;
    return withHelping(ended(told, note.case), { count: counted });
  }
  // The steps are asked for again once they have met.
  const { cases, current } = told.saved.helping ?? { cases: [] };
  return withHelping(told, {
    cases: cases.map((c) => (c.id === note.case ? { ...c, claimed: false } : c)),
    current: current === note.case ? undefined : current,
  });
}

function meeting(talk: Talk, note: InboundOf<"meeting">): Talk {
  const text = phrase(
    talk,
    note.when === "eve"
      ? "helper-meet-tomorrow"
      : note.when === "hour"
        ? "helper-meet-soon"
        : "helper-meet-after",
    {
      name: namedHere(talk, note),
      when: sayWhen(note.at, talk.world.now, talk.saved.language),
      place: placeTold(talk, note.place, "helper"),
    },
  );
  return tell(talk, text, note.when === "after" ? outcomes(talk, note.case, 0) : [], {
    about: note.case,
  });
}

function joined(talk: Talk, note: InboundOf<"joined">): Talk {
  if (note.outcome !== "joined" || note.helper === undefined)
    return tell(
      talk,
      phrase(
        talk,
        note.outcome === "expired"
          ? "invitation-expired"
          : note.outcome === "used"
            ? "invitation-used"
            : "invitation-unknown",
      ),
    );
  // English was wished for on the desk, or here before they joined.
  const english = languageOf(talk, note.helper.id) === "en" || talk.saved.language === "en";
  const known = readsFromNow(
    withSaved(talk, { helping: { me: note.helper, cases: [] } }),
    english ? "en" : "vi",
  );
  return tell(
    effect(known, { do: "end-timer", name: "forget" }),
    phrase(known, "welcome-helper", { name: note.helper.name, role: note.helper.role }),
    dutyChoices(known),
  );
}

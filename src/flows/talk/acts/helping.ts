/** A propagandist's side of their own chat: cards, answering, outcomes, duty. Acts on cases are notes left there. */
import type { Helper, Inbound, InboundOf } from "../../inbound.ts";
import { dayOf, instantOf, sayWhen } from "../../time/calendar.ts";
import { readDate } from "../../understanding/answers.ts";
import type { CaseId, ConversationId } from "../../vocabulary.ts";
import type { Choice, Reply } from "../effect.ts";
import type { HelpingAct } from "../event.ts";
import type { Helping } from "../saved.ts";
import { effect, phrase, type Talk, withSaved } from "../talk.ts";

/** A case's id begins with the conversation it belongs to. */
export function conversationOf(id: CaseId): ConversationId {
  return id.slice(0, id.lastIndexOf(".")) as ConversationId;
}

function helpingOf(talk: Talk): Helping {
  if (talk.saved.helping === undefined) throw new Error("this chat is no propagandist's");
  return talk.saved.helping;
}

function withHelping(talk: Talk, change: Partial<Helping>): Talk {
  return withSaved(talk, { helping: { ...helpingOf(talk), ...change } });
}

/**
 * Said to the propagandist; the choices carry the case, so they work however old the message is. The newest can
 * be typed as well: a label always, a number unless plain words go to a resident (`talking`).
 */
function tell(
  talk: Talk,
  text: string,
  choices: readonly Choice[] = [],
  { talking = false, ...more }: Partial<Reply> & { readonly talking?: boolean } = {},
): Talk {
  const { helping } = talk.saved;
  const offered = choices.length === 0 ? undefined : { choices: [...choices], byNumber: !talking };
  const told = helping === undefined ? talk : withSaved(talk, { helping: { ...helping, offered } });
  return effect(told, {
    do: "say",
    reply: {
      text,
      choices,
      step: false,
      from: "machine",
      ...(talking ? { byWords: true } : {}),
      ...more,
    },
  });
}

const claimChoice = (talk: Talk, id: CaseId): Choice => ({
  id: `claim:${id}`,
  says: phrase(talk, "claim"),
});

const holding = (talk: Talk, id: CaseId): readonly Choice[] => [
  { id: `end:${id}`, says: phrase(talk, "hand-back") },
  { id: `release:${id}`, says: phrase(talk, "transfer") },
];

function leave(talk: Talk, id: CaseId, note: Inbound): Talk {
  return effect(talk, { do: "note", to: conversationOf(id), note });
}

/** What the resident's conversation told this one. */
export function helperNote(
  talk: Talk,
  note: InboundOf<
    | "called"
    | "yours"
    | "gone"
    | "resident-said"
    | "resident-sent"
    | "refused"
    | "meeting"
    | "joined"
    | "house-alarm"
  >,
): Talk {
  switch (note.kind) {
    case "joined":
      return joined(talk, note);
    case "called":
      return tell(talk, `${note.why}\n\n${note.card}`, [claimChoice(talk, note.case)], {
        about: note.case,
      });
    case "yours": {
      // The roster names this chat, so its owner is told even when the chat itself has forgotten.
      const { cases } = talk.saved.helping ?? { cases: [] };
      if (talk.saved.helping === undefined)
        return tell(talk, `${phrase(talk, "yours", { name: note.name })}\n\n${note.card}`);
      const mine = {
        id: note.case,
        conversation: conversationOf(note.case),
        name: note.name,
        steps: note.steps,
        claimed: true,
      };
      const kept = withHelping(talk, {
        current: note.case,
        cases: [...cases.filter((c) => c.id !== note.case), mine].slice(-20),
      });
      return tell(
        kept,
        `${phrase(kept, "yours", { name: note.name })}\n\n${note.card}\n\n${phrase(kept, "never-ask")}`,
        holding(kept, note.case),
        { about: note.case, talking: true },
      );
    }
    case "gone": {
      const kept = talk.saved.helping === undefined ? talk : ended(talk, note.case);
      return tell(
        kept,
        phrase(kept, `gone-${note.why}`, { name: note.name, by: note.by ?? "" }),
        [],
        { about: note.case, replaces: true },
      );
    }
    case "resident-said":
      return tell(
        talk,
        phrase(talk, "resident-said", { name: note.name, text: note.text }),
        holding(talk, note.case),
        { about: note.case, talking: true },
      );
    case "resident-sent":
      return tell(
        talk,
        phrase(talk, "resident-said", { name: note.name, text: note.caption }).trimEnd(),
        holding(talk, note.case),
        { about: note.case, media: { id: note.media, form: note.form }, talking: true },
      );
    case "refused":
      return tell(talk, note.says, [], { about: note.case });
    case "house-alarm":
      return tell(talk, phrase(talk, `alarm-${note.what}`, { days: note.days ?? 0 }));
    case "meeting": {
      const when = sayWhen(note.at, talk.world.now, "vi");
      const text = phrase(
        talk,
        note.when === "eve"
          ? "helper-meet-tomorrow"
          : note.when === "hour"
            ? "helper-meet-soon"
            : "helper-meet-after",
        { name: note.name, when, place: note.place },
      );
      // Which steps there were was let go with the case; the other outcomes need no list.
      const ends = outcomes(talk, note.case).filter((c) => !c.id.startsWith("upto:"));
      return tell(talk, text, note.when === "after" ? ends : [], { about: note.case });
    }
  }
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
  const known = withSaved(talk, { helping: { me: note.helper, cases: [] } });
  return tell(
    effect(known, { do: "end-timer", name: "forget" }),
    phrase(known, "welcome-helper", { name: note.helper.name, role: note.helper.role }),
    dutyChoices(known),
  );
}

const dutyChoices = (talk: Talk): readonly Choice[] => [
  { id: "duty:on", says: phrase(talk, "duty-on") },
  { id: "duty:off", says: phrase(talk, "duty-off") },
  { id: "cases", says: phrase(talk, "my-cases") },
];

function outcomes(talk: Talk, id: CaseId): readonly Choice[] {
  return [
    { id: `o:still-here:${id}`, says: phrase(talk, "outcome-still-here") },
    { id: `upto:${id}`, says: phrase(talk, "outcome-done-up-to") },
    { id: `o:finished:${id}`, says: phrase(talk, "outcome-finished") },
    { id: `o:needs-paper:${id}`, says: phrase(talk, "outcome-needs-paper") },
    { id: `o:in-person:${id}`, says: phrase(talk, "outcome-in-person") },
    { id: `o:meet:${id}`, says: phrase(talk, "outcome-meet") },
    { id: `o:unreached:${id}`, says: phrase(talk, "outcome-unreached") },
  ];
}

const handBack = (
  id: CaseId,
  by: Helper,
  result: InboundOf<"case-hand-back">["result"],
): Inbound => ({ kind: "case-hand-back", case: id, by, result });

/** What a propagandist pressed or wrote in their chat. */
export function help(talk: Talk, act: HelpingAct): Talk {
  const { me, cases, current } = helpingOf(talk);
  switch (act.act) {
    case "claim":
      return leave(talk, act.case, { kind: "case-claim", case: act.case, by: me });
    case "release":
      return leave(talk, act.case, { kind: "case-release", case: act.case, by: me });
    case "end":
      if (!holds(talk, act.case)) return tell(talk, phrase(talk, "refused-closed"));
      return tell(
        withHelping(talk, { completing: undefined }),
        phrase(talk, "how-did-it-end", { name: nameOfCase(talk, act.case) }),
        outcomes(talk, act.case),
        { about: act.case },
      );
    case "choose-step": {
      const steps = cases.find((c) => c.id === act.case)?.steps ?? [];
      if (steps.length === 0) return tell(talk, phrase(talk, "no-steps-known"));
      const choices = steps
        .slice(0, 12)
        .map((s, position) => ({ id: `up:${position}:${act.case}`, says: short(s.says) }));
      return tell(talk, phrase(talk, "done-up-to-which"), choices, { about: act.case });
    }
    case "up-to": {
      const step = cases.find((c) => c.id === act.case)?.steps[act.position];
      if (step === undefined) return tell(talk, phrase(talk, "refused-closed"));
      return leave(
        ended(talk, act.case),
        act.case,
        handBack(act.case, me, { outcome: "done-up-to", step: step.id }),
      );
    }
    case "outcome":
      if (act.outcome === "meet")
        return tell(
          withHelping(talk, { completing: { what: "meeting", case: act.case } }),
          phrase(talk, "when-and-where"),
          [],
          { about: act.case },
        );
      return leave(
        ended(talk, act.case),
        act.case,
        handBack(act.case, me, { outcome: act.outcome }),
      );
    case "meeting-place": {
      const meeting = readMeeting(act.text, talk);
      if (meeting === undefined)
        return tell(talk, phrase(talk, "when-and-where-again"), [], { about: act.case });
      return leave(
        ended(talk, act.case),
        act.case,
        handBack(act.case, me, { outcome: "meet", ...meeting }),
      );
    }
    case "answer":
      return leave(withHelping(talk, { current: act.case }), act.case, {
        kind: "case-say",
        case: act.case,
        by: me,
        text: act.text,
        masked: [...act.masked],
      });
    case "send":
      return leave(withHelping(talk, { current: act.case }), act.case, {
        kind: "case-send",
        case: act.case,
        by: me,
        media: act.media,
        form: act.form,
        caption: act.caption,
      });
    case "which-case":
      return tell(
        talk,
        phrase(talk, "which-case"),
        cases.map((c) => ({ id: `turn:${c.id}`, says: c.name })),
      );
    case "turn-to":
      if (!holds(talk, act.case)) return tell(talk, phrase(talk, "refused-closed"));
      return tell(
        withHelping(talk, { current: act.case, completing: undefined }),
        phrase(talk, "answers-go-to", { name: nameOfCase(talk, act.case) }),
        holding(talk, act.case),
        { about: act.case, talking: true },
      );
    case "list": {
      if (cases.length === 0) return tell(talk, phrase(talk, "no-cases"), dutyChoices(talk));
      const named =
        current === undefined
          ? phrase(talk, "my-cases-are")
          : phrase(talk, "my-cases-current", { name: nameOfCase(talk, current) });
      return tell(
        talk,
        named,
        cases.map((c) => ({ id: `turn:${c.id}`, says: c.name })),
      );
    }
    case "duty":
      return tell(
        effect(talk, { do: "duty", who: me.id, on: act.on }),
        phrase(talk, act.on ? "duty-is-on" : "duty-is-off"),
        dutyChoices(talk),
      );
  }
}

function ended(talk: Talk, id: CaseId): Talk {
  const helping = helpingOf(talk);
  const cases = helping.cases.filter((c) => c.id !== id);
  const { completing } = helping;
  return withSaved(talk, {
    helping: {
      me: helping.me,
      cases,
      ...(completing === undefined || completing.case === id ? {} : { completing }),
      ...(helping.current === undefined || helping.current === id
        ? {}
        : { current: helping.current }),
    },
  });
}

const holds = (talk: Talk, id: CaseId): boolean => helpingOf(talk).cases.some((c) => c.id === id);

function nameOfCase(talk: Talk, id: CaseId): string {
  return helpingOf(talk).cases.find((c) => c.id === id)?.name ?? "";
}

const short = (text: string): string => (text.length <= 40 ? text : `${text.slice(0, 39)}…`);

/** "15 giờ ngày 24/11, nhà văn hoá": hour, day and place in any order, the place being what is left. */
function readMeeting(
  text: string,
  talk: Talk,
): { readonly at: number; readonly place: string } | undefined {
  const clock =
    /(\d{1,2})\s*(?:giờ|gio|h|:)\s*(\d{1,2})?\s*(?:phút|phut)?\s*(sáng|sang|chiều|chieu|tối|toi)?/i.exec(
      text,
    );
  if (clock === null) return undefined;
  const rest = text.replace(clock[0], " ");
  const day =
    readDate(rest, dayOf(talk.world.now)) ??
    (/hôm nay|hom nay/i.test(rest) ? dayOf(talk.world.now) : undefined);
  const stated = Number(clock[1]);
  const afternoon = /chi[eề]u|t[oố]i/i.test(clock[3] ?? "") && stated < 12;
  const hours = afternoon ? stated + 12 : stated;
  const minutes = Number(clock[2] ?? 0);
  if (day === undefined || hours > 23 || minutes > 59) return undefined;
  const at = instantOf(
    day,
    `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`,
  );
  const place = rest
    .replaceAll(/(ngày|ngay)?\s*\d{1,2}\s*[/-]\s*\d{1,2}(\s*[/-]\s*\d{2,4})?/gi, " ")
    .replaceAll(
      /(?<!\p{L})(hôm nay|hom nay|ngày mai|ngay mai|sáng mai|sang mai|chiều mai|chieu mai|mai|ngày kia|thứ (hai|ba|tư|năm|sáu|bảy)( tuần sau)?|chủ nhật|lúc|luc|vào|vao|ở|tại|tai)(?!\p{L})/giu,
      " ",
    )
    .replaceAll(/[,;.]+/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  return at <= talk.world.now || place === "" ? undefined : { at, place: place.slice(0, 200) };
}

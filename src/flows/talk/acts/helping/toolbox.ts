/** The tools of a case in a propagandist's chat: each is one press, or one press and a choice. */
import type { InboundOf } from "../../../inbound.ts";
import type { CaseId } from "../../../vocabulary.ts";
import { markOf } from "../../../voice/read-aloud.ts";
import type { Choice } from "../../effect.ts";
import type { HelpingAct } from "../../event.ts";
import { phrase, type Talk } from "../../talk.ts";
import { helpingOf, holding, leave, nameOfCase, page, tell, withHelping } from "./side.ts";
import { chooseShown, stepMarked } from "./steps.ts";

type ToolAct = Extract<
  HelpingAct,
  {
    act:
      | "tools"
      | "show"
      | "choose-shown"
      | "ask-screen"
      | "choose-second"
      | "invite"
      | "choose-answer"
      | "ready-answer"
      | "pass-on"
      | "passing-note";
  }
>;

export function useToolbox(talk: Talk, act: ToolAct): Talk {
  const { case: id } = act;
  const { me } = helpingOf(talk);
  const name = nameOfCase(talk, id);
  switch (act.act) {
    case "tools":
      return tell(
        talk,
        phrase(talk, "tools-for", { name }),
        page(talk, tools(talk, id), act.page, (next) => `tools:${id}:${next}`),
        { about: id, chosen: true },
      );
    case "show": {
      const step = act.mark === undefined ? undefined : stepMarked(talk, id, act.mark);
      if (act.mark !== undefined && step === undefined) return chooseShown(talk, id, 0);
      return used(talk, id, { is: "show", step: step?.id }, "tool-shown");
    }
    case "choose-shown":
      return chooseShown(talk, id, act.page);
    case "ask-screen":
      return used(talk, id, { is: "which-screen" }, "tool-screen-asked");
    case "choose-second":
      return chooseSecond(talk, id, act.page);
    case "invite":
      return used(talk, id, { is: "invite", to: act.to }, "tool-second-called", {
        by: talk.world.roster.find((p) => p.id === act.to)?.name ?? "",
      });
    case "choose-answer":
      return chooseAnswer(talk, id, act.page);
    case "ready-answer": {
      const text = readyAnswers(talk).find((says) => markOf(says) === act.mark);
      if (text === undefined) return chooseAnswer(talk, id, 0);
      const said = leave(talk, id, { kind: "case-say", case: id, by: me, text, masked: [] });
      return tell(said, phrase(talk, "tool-said", { name, text }), holding(talk, id), {
        about: id,
        talking: true,
      });
    }
    case "pass-on":
      return tell(
        withHelping(talk, { completing: { what: "passing-on", case: id } }),
        phrase(talk, "passing-on", { name }),
        [
          { id: `release:${id}`, says: phrase(talk, "pass-without-note") },
          { id: `turn:${id}`, says: phrase(talk, "back") },
        ],
        { about: id, talking: true, chosen: true },
      );
    case "passing-note":
      return leave(withHelping(talk, { completing: undefined }), id, {
        kind: "case-release",
        case: id,
        by: me,
        note: act.text.slice(0, 500),
      });
  }
}

/** What is used at every step first; the rest one page on. */
const tools = (talk: Talk, id: CaseId): readonly Choice[] => [
  { id: `show:${id}`, says: phrase(talk, "tool-show") },
  { id: `see:${id}`, says: phrase(talk, "tool-which-screen") },
  { id: `can:${id}`, says: phrase(talk, "tool-ready-answers") },
  { id: `note:${id}`, says: phrase(talk, "tool-note") },
  { id: `sts:${id}`, says: phrase(talk, "tool-show-other") },
  { id: `ask:${id}`, says: phrase(talk, "tool-ask") },
  { id: `two:${id}`, says: phrase(talk, "tool-second") },
  { id: `turn:${id}`, says: phrase(talk, "back") },
];

function used(
  talk: Talk,
  id: CaseId,
  tool: InboundOf<"case-tool">["tool"],
  line: "tool-shown" | "tool-screen-asked" | "tool-second-called",
  values: Readonly<Record<string, string>> = {},
): Talk {
  const { me } = helpingOf(talk);
  const left = leave(talk, id, { kind: "case-tool", case: id, by: me, tool });
  const said = phrase(left, line, { ...values, name: nameOfCase(left, id) });
  return tell(left, said, holding(left, id), { about: id, talking: true });
}

/** Whoever is on duty, but oneself. */
function chooseSecond(talk: Talk, id: CaseId, at: number): Talk {
  const { me } = helpingOf(talk);
  const people = talk.world.roster.filter((p) => p.onDuty && p.id !== me.id);
  if (people.length === 0)
    return tell(talk, phrase(talk, "nobody-to-call-in"), [], { about: id, chosen: true });
  const choices = people.map((p) => ({ id: `inv:${p.id}:${id}`, says: `${p.name} (${p.role})` }));
  return tell(
    talk,
    phrase(talk, "call-in-whom", { name: nameOfCase(talk, id) }),
    page(talk, choices, at, (next) => `two:${id}:${next}`, [
      { id: `tools:${id}`, says: phrase(talk, "back") },
    ]),
    { about: id, chosen: true },
  );
}

/** One's own and those shared by everybody here, as they are kept at this moment. */
const readyAnswers = (talk: Talk): readonly string[] =>
  talk.world.readyAnswers?.(helpingOf(talk).me.id) ??
  (talk.world.library.desk.answers ?? []).map((answer) => answer[talk.saved.language]);

function chooseAnswer(talk: Talk, id: CaseId, at: number): Talk {
  const answers = readyAnswers(talk);
  if (answers.length === 0)
    return tell(talk, phrase(talk, "no-ready-answers"), [], { about: id, chosen: true });
  // By its words: the list may have changed since it was shown, and nothing else may be said then.
  const choices = answers.map((says) => ({ id: `say:${markOf(says)}:${id}`, says }));
  return tell(
    talk,
    phrase(talk, "which-answer", { name: nameOfCase(talk, id) }),
    page(talk, choices, at, (next) => `can:${id}:${next}`, [
      { id: `tools:${id}`, says: phrase(talk, "back") },
    ]),
    { about: id, chosen: true },
  );
}

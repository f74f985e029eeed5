/** What a propagandist pressed or wrote in their chat. Acts on cases are notes left there. */
import type { Helper, Inbound, InboundOf } from "../../../inbound.ts";
import type { CaseId } from "../../../vocabulary.ts";
import type { PhraseId } from "../../../words/phrases.ts";
import type { HelpingAct } from "../../event.ts";
import { effect, phrase, type Talk } from "../../talk.ts";
import { readSteps } from "../read-aloud.ts";
import { arrange, arrangeInWords, arrangeLine } from "./arrange.ts";
import { writeRemark } from "./remarks.ts";
import { searchInChat } from "./search.ts";
import { sendNow } from "./send.ts";
import {
  caseNamed,
  conversationOf,
  dutyChoices,
  ended,
  heldOf,
  helpingOf,
  holding,
  leave,
  nameOfCase,
  outcomes,
  page,
  readsFromNow,
  tell,
  turnTo,
  withHelping,
} from "./side.ts";
import { chooseStep, stepMarked } from "./steps.ts";
import { useToolbox } from "./toolbox.ts";
import { askWhom, drop, editUnsent, offerWhom, sendTo } from "./unsent.ts";

const handBack = (
  id: CaseId,
  by: Helper,
  result: InboundOf<"case-hand-back">["result"],
): Inbound => ({ kind: "case-hand-back", case: id, by, result });

export function help(talk: Talk, act: HelpingAct): Talk {
  const { me } = helpingOf(talk);
  switch (act.act) {
    case "claim":
      return leave(talk, act.case, { kind: "case-claim", case: act.case, by: me });
    case "release":
      return leave(talk, act.case, { kind: "case-release", case: act.case, by: me });
    case "end":
      if (caseNamed(talk, act.case) === undefined) return notTheirs(talk, act.case);
      return tell(
        withHelping(talk, { completing: undefined }),
        phrase(talk, "how-did-it-end", { name: nameOfCase(talk, act.case) }),
        outcomes(talk, act.case, act.page),
        { about: act.case, chosen: true },
      );
    case "choose-step":
      return chooseStep(talk, act.case, act.page);
    case "up-to": {
      const step = stepMarked(talk, act.case, act.mark);
      // Another edition names its steps otherwise: what was meant is asked again.
      if (step === undefined) return chooseStep(talk, act.case, 0);
      return leave(
        ended(talk, act.case),
        act.case,
        handBack(act.case, me, { outcome: "done-up-to", step: step.id }),
      );
    }
    case "outcome":
      if (act.outcome === "meet") return arrange(talk, act.case, { is: "days", page: 0 });
      return leave(
        ended(talk, act.case),
        act.case,
        handBack(act.case, me, { outcome: act.outcome }),
      );
    case "arrange":
      return arrange(talk, act.case, act.pick);
    case "meeting-line":
      return arrangeLine(talk, act);
    case "meeting-place":
      return arrangeInWords(talk, act);
    case "send":
      return sendNow(said(talk, act), act.case, act.what);
    case "edit":
      return leave(talk, act.case, {
        kind: "case-say",
        case: act.case,
        by: me,
        text: act.text,
        masked: [...act.masked],
        edited: true,
      });
    case "edit-unsent":
      return editUnsent(talk, act);
    case "search":
      return searchInChat(talk, act.words);
    case "nothing":
      return talk;
    case "ask-whom":
      return askWhom(talk, act.what);
    case "offer-whom":
      return offerWhom(talk, act.page);
    case "send-to":
      return holds(talk, act.case) ? sendTo(talk, act.case) : notTheirs(talk, act.case);
    case "drop":
      return drop(talk);
    case "not-held":
      return notTheirs(talk, act.case);
    case "unreadable":
      return tell(talk, phrase(talk, unreadableHere(talk)), [], { chosen: true });
    case "turn-to":
      if (!holds(talk, act.case)) return notTheirs(talk, act.case);
      return tell(
        turnTo(withHelping(talk, { completing: undefined }), act.case, "chosen"),
        phrase(talk, "answers-go-to", { name: nameOfCase(talk, act.case) }),
        holding(talk, act.case),
        { about: act.case, talking: true },
      );
    case "list":
      return list(talk, act.page);
    case "tools":
    case "show":
    case "choose-shown":
    case "ask-screen":
    case "choose-second":
    case "invite":
    case "choose-answer":
    case "ready-answer":
    case "pass-on":
    case "passing-note":
      return holds(talk, act.case) ? useToolbox(talk, act) : notTheirs(talk, act.case);
    case "write-remark":
    case "remark":
    case "write-answer":
    case "answer":
      return writeRemark(talk, act);
    case "beside":
      return tell(talk, phrase(talk, "beside-link", { link: deskOf(talk) }), [], { chosen: true });
    case "unheard": {
      const here = helpingOf(talk).worked?.includes(act.case) === true;
      return effect(talk, {
        do: "note",
        to: conversationOf(act.case),
        note: {
          ...{ kind: "case-unheard", case: act.case, by: me },
          ...(act.held ? { held: true as const } : {}),
          ...(here ? { here: true as const } : {}),
        },
      });
    }
    case "how-to-help":
      return tell(talk, phrase(talk, "how-to-help"), dutyChoices(talk), { chosen: true });
    case "language": {
      const set = readsFromNow(talk, act.language);
      return tell(set, phrase(set, "language-set"), dutyChoices(set), { chosen: true });
    }
    case "read-aloud":
      return readSteps(talk, act.reading);
    case "duty":
      return tell(
        effect(talk, { do: "duty", who: me.id, on: act.on }),
        phrase(talk, act.on ? "duty-is-on" : "duty-is-off"),
        dutyChoices(talk),
        { chosen: true },
      );
  }
}

/** Where the list of those sat beside is; a chat has one conversation and cannot keep several people apart. */
const deskOf = ({ world }: Talk): string => `${world.webRoot ?? ""}/desk#lam-cung`;

const holds = (talk: Talk, id: CaseId): boolean => heldOf(talk).some((c) => c.id === id);

/**
 * Answering the newest message chooses its case. An answer further up may be one word beside the talk or the
 * beginning of another: where it was to somebody else, whom the next words are for is asked.
 */
function said(talk: Talk, act: { readonly case: CaseId; readonly chosen: boolean }): Talk {
  const { newest, current } = helpingOf(talk);
  if (!act.chosen) return talk;
  if (newest === act.case) return turnTo(talk, act.case, "chosen");
  return current === act.case ? talk : withHelping(talk, { current: undefined });
}

const notTheirs = (talk: Talk, id: CaseId): Talk =>
  tell(talk, phrase(talk, "refused-closed"), [], { about: id });

/** Their own quiet count, for them alone. */
function nothingHeld(talk: Talk): string {
  const { count = 0 } = helpingOf(talk);
  const none = phrase(talk, "no-cases");
  return count === 0 ? none : `${none}\n${phrase(talk, "helped-so-far", { count })}`;
}

function list(talk: Talk, at: number): Talk {
  const { cases, current } = helpingOf(talk);
  if (cases.length === 0) return tell(talk, nothingHeld(talk), dutyChoices(talk), { chosen: true });
  const named =
    current === undefined
      ? phrase(talk, "my-cases-are")
      : phrase(talk, "my-cases-current", { name: nameOfCase(talk, current) });
  const choices = cases.map((c) =>
    c.claimed
      ? { id: `turn:${c.id}`, says: c.name }
      : { id: `end:${c.id}`, says: phrase(talk, "case-resting", { name: c.name }) },
  );
  return tell(
    talk,
    named,
    page(talk, choices, at, (next) => `cases:${next}`),
    { chosen: true },
  );
}

/** Zalo's bot platform hands on no documents. */
const unreadableHere = ({ world }: Talk): PhraseId =>
  world.channel === "zalo-bot" ? "helper-unreadable" : "helper-unreadable-file";

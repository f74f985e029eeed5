/** Notes, questions to the coordinators and their answers, written in a chat: for those who help, never for a resident. */
import type { InboundOf } from "../../../inbound.ts";
import type { CaseId } from "../../../vocabulary.ts";
import type { Remark } from "../../effect.ts";
import type { HelpingAct } from "../../event.ts";
import { effect, phrase, type Talk } from "../../talk.ts";
import { caseNamed, helpingOf, holding, leave, nameOfCase, tell, withHelping } from "./side.ts";

type RemarkAct = Extract<
  HelpingAct,
  { act: "write-remark" | "remark" | "write-answer" | "answer" }
>;

export function writeRemark(talk: Talk, act: RemarkAct): Talk {
  const { case: id } = act;
  switch (act.act) {
    case "write-remark":
      return caseNamed(talk, id) === undefined
        ? tell(talk, phrase(talk, "refused-closed"), [], { about: id })
        : tell(
            withHelping(talk, { completing: { what: "remark", case: id, as: act.as } }),
            phrase(talk, `write-${act.as}`, { name: nameOfCase(talk, id) }),
            [{ id: `turn:${id}`, says: phrase(talk, "back") }],
            { about: id, talking: true, chosen: true },
          );
    case "remark":
      return remark(withHelping(talk, { completing: undefined }), id, act.as, act.text);
    case "write-answer":
      return writeAnswer(talk, id);
    case "answer":
      return answer(withHelping(talk, { completing: undefined }), act);
  }
}

const longest = 3000;

/** Kept, and passed round by the resident's conversation, which is told only that there is one. */
function keep(talk: Talk, remark: Pick<Remark, "case" | "text" | "as" | "of">): Talk {
  const { me } = helpingOf(talk);
  const { conversation, revision } = talk.world;
  const key = `${conversation}/${revision}/${talk.effects.length}`;
  const { case: id, as, of } = remark;
  const text = remark.text.slice(0, longest);
  const kept = effect(talk, { do: "remark", remark: { case: id, key, by: me, text, as, of } });
  return leave(kept, id, { kind: "case-remarked", case: id, by: me, key, as, of });
}

/** Said back with the name: a note in the wrong case is seen at once. Of a question the case says what becomes of it. */
export function remark(talk: Talk, id: CaseId, as: "note" | "question", text: string): Talk {
  if (text === "") return writeRemark(talk, { act: "write-remark", case: id, as });
  const kept = keep(talk, { case: id, as, text });
  if (as === "question") return kept;
  const held = caseNamed(talk, id)?.claimed === true;
  return tell(
    kept,
    phrase(kept, "note-kept", { name: nameOfCase(kept, id), text }),
    held ? holding(kept, id) : [],
    { about: id, talking: held },
  );
}

/** The newest question about this case that was shown here. */
const questionAbout = (talk: Talk, id: CaseId) =>
  helpingOf(talk).asked?.findLast((asked) => asked.case === id);

function writeAnswer(talk: Talk, id: CaseId): Talk {
  const asked = questionAbout(talk, id);
  if (asked === undefined) return tell(talk, phrase(talk, "question-gone"), [], { about: id });
  const completing = { what: "answer", case: id, question: asked.key } as const;
  return tell(
    withHelping(talk, { completing }),
    phrase(talk, "write-answer", { name: asked.name }),
    [],
    { about: id, talking: true },
  );
}

/** Also when somebody was faster: what was begun by then adds to it. */
function answer(
  talk: Talk,
  { case: id, question, text }: Extract<RemarkAct, { act: "answer" }>,
): Talk {
  const kept = keep(talk, { case: id, as: "answer", of: question, text });
  return tell(forgetQuestion(kept, question), phrase(kept, "answer-kept"), [], { about: id });
}

const mostAsked = 30;

function forgetQuestion(talk: Talk, key: string): Talk {
  const asked = helpingOf(talk).asked?.filter((one) => one.key !== key);
  return withHelping(talk, {
    asked: asked === undefined || asked.length === 0 ? undefined : asked,
  });
}

/** A remark of somebody else arrives. Whose resident erased everything has no words left, and nothing is said. */
export function hearRemark(talk: Talk, note: InboundOf<"remarked">): Talk {
  const words = remarksOn(talk, note.case).find(({ key }) => key === note.key);
  if (talk.saved.helping === undefined || words === undefined) return talk;
  const name = nameOfCase(talk, note.case) || note.name;
  const text = phrase(talk, `remark-${note.as}`, { by: note.by, name, text: words.text });
  const mine = caseNamed(talk, note.case)?.claimed === true;
  switch (note.as) {
    case "question": {
      const asked = [
        ...(forgetQuestion(talk, note.key).saved.helping?.asked ?? []),
        { case: note.case, key: note.key, name },
      ].slice(-mostAsked);
      return tell(
        withHelping(talk, { asked }),
        note.card === undefined ? text : `${text}\n\n${note.card}`,
        [{ id: `ans:${note.case}`, says: phrase(talk, "answer-question") }],
        { about: note.case },
      );
    }
    case "note":
    case "answer":
      return tell(
        note.of === undefined ? talk : forgetQuestion(talk, note.of),
        text,
        mine ? holding(talk, note.case) : [],
        { about: note.case, talking: mine },
      );
  }
}

const remarksOn = (talk: Talk, id: CaseId): readonly Remark[] => talk.world.remarks?.(id) ?? [];

const mostOnCard = 5;
const longestOnCard = 200;

/** Below the card of whoever takes a case: what was written about it so far, the newest last. */
export function remarkLines(talk: Talk, id: CaseId | undefined): string {
  if (id === undefined) return "";
  return remarksOn(talk, id)
    .slice(-mostOnCard)
    .map(({ by, text }) =>
      phrase(talk, "card-note", {
        by: by.name,
        text: text.length <= longestOnCard ? text : `${text.slice(0, longestOnCard - 1)}…`,
      }),
    )
    .map((line) => `\n${line}`)
    .join("");
}

import { useState } from "preact/hooks";
import type { DeskQuestion } from "../wire/cases.ts";
import { fragmentOfCase } from "./entrance.ts";
import { useHand, useNow } from "./in-hand.ts";
import { titleOf } from "./lists.ts";
import { Refusal } from "./refusal.tsx";
import { RemarkForm } from "./remark-form.tsx";
import { Sheet } from "./sheet.tsx";
import { waited } from "./waited.ts";

/** What helpers asked and nobody has answered, with how long it waits; a coordinator's. */
export function Questions() {
  const { desk, me, words } = useHand();
  const now = useNow(15_000);
  const questions = desk.shown.cases?.questions ?? [];
  if (questions.length === 0) return null;
  return (
    <section class="questions" aria-label={words.questionsTitle(questions.length)}>
      <h2>{words.questionsTitle(questions.length)}</h2>
      <ul class="rows">
        {questions.map((question) => (
          <li key={question.key} class="question">
            <a class="row" href={fragmentOfCase(question.case)}>
              <span class="row-top">
                <strong>{titleOf(question, words.someone)}</strong>
                <span class="row-state">
                  {words.waitingShort(waited(now - question.at, me.language))}
                </span>
              </span>
              <span class="what">
                {question.by}: {question.text}
              </span>
            </a>
            <AnswerQuestion question={question} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One button, and a sheet to write the answer in; it goes to those who help. */
export function AnswerQuestion({
  question,
}: {
  readonly question: Pick<DeskQuestion, "case" | "key" | "text">;
}) {
  const { desk, words } = useHand();
  const [open, setOpen] = useState(false);
  const [says, setSays] = useState<string>();
  const busy = desk.shown.busy.has(`answer ${question.case}`);
  const send = async (text: string) => {
    const answer = await desk.press(question.case, { act: "answer", question: question.key, text });
    if (!answer.ok) {
      setSays(answer.says);
      return;
    }
    setOpen(false);
    desk.notify(words.answered);
  };
  return (
    <>
      <button type="button" class="side-button" onClick={() => setOpen(true)}>
        {words.answerThis}
      </button>
      {open && (
        <Sheet title={words.answerTitle} close={() => setOpen(false)}>
          <Refusal says={says} />
          <blockquote>{question.text}</blockquote>
          <RemarkForm
            label={words.answerLabel}
            busy={busy}
            send={(text) => {
              void send(text);
            }}
          />
        </Sheet>
      )}
    </>
  );
}

import { useEffect, useState } from "preact/hooks";
import type { DeskCase } from "../wire/cases.ts";
import type { DeskAnswers, DeskColleague } from "../wire/toolbox.ts";
import { FileToSend } from "./file-to-send.tsx";
import { useHand } from "./in-hand.ts";
import { Refusal } from "./refusal.tsx";
import { RemarkForm } from "./remark-form.tsx";
import { read, write } from "./server.ts";
import { Sheet } from "./sheet.tsx";
import type { Press } from "./shown.ts";
import { StepsToSend } from "./steps-to-send.tsx";
import { Tool } from "./tool.tsx";

type Page = "tools" | "steps" | "answers" | "colleagues" | "asking" | "file";

/** What helps besides writing: a step again, the question for the screen, a ready answer, somebody else's help. */
export function Toolbox({
  found,
  text,
  put,
  noting,
  sendFile,
  close,
}: {
  readonly found: DeskCase;
  /** What stands in the box: it can be kept as one of one's own answers. */
  readonly text: string;
  /** Puts a ready answer into the box, to be looked at before it goes. */
  readonly put: (text: string) => void;
  /** A note is being written, which no document goes with. */
  readonly noting: boolean;
  readonly sendFile: (file: File) => void;
  readonly close: () => void;
}) {
  const { desk, words } = useHand();
  const [page, setPage] = useState<Page>("tools");
  const [says, setSays] = useState<string>();
  const { card, steps } = found;
  const busy = [...desk.shown.busy].some((name) => name.endsWith(` ${card.id}`));

  const use = async (press: Press, done: string) => {
    const answer = await desk.press(card.id, press);
    if (!answer.ok) {
      setSays(answer.says);
      return;
    }
    close();
    desk.notify(answer.says ?? done);
  };

  const title = {
    tools: words.tools,
    steps: words.toolShowOther,
    answers: words.toolAnswers,
    colleagues: words.toolSecond,
    asking: words.toolAsk,
    file: words.toolFile,
  }[page];
  return (
    <Sheet title={title} close={close}>
      <Refusal says={says} />
      {page === "tools" && (
        <fieldset class="outcomes" disabled={busy}>
          <legend class="for-ears">{title}</legend>
          {card.step !== undefined && (
            <Tool hint={card.step.says} press={() => void use({ act: "show" }, words.toolShown)}>
              {words.toolShow}
            </Tool>
          )}
          {steps.some((step) => step.where !== "here") && (
            <Tool press={() => setPage("steps")}>{words.toolShowOther}</Tool>
          )}
          <Tool press={() => void use({ act: "which-screen" }, words.toolScreenAsked)}>
            {words.toolScreen}
          </Tool>
          <Tool press={() => setPage("answers")}>{words.toolAnswers}</Tool>
          {!noting && (
            <Tool hint={words.toolFileHint} press={() => setPage("file")}>
              {words.toolFile}
            </Tool>
          )}
          {card.beside !== true && (
            <Tool hint={words.toolSecondHint} press={() => setPage("colleagues")}>
              {words.toolSecond}
            </Tool>
          )}
          <Tool hint={words.toolAskHint} press={() => setPage("asking")}>
            {words.toolAsk}
          </Tool>
        </fieldset>
      )}
      {page === "steps" && (
        <fieldset class="outcomes steps" disabled={busy}>
          <legend class="for-ears">{title}</legend>
          <StepsToSend
            steps={steps}
            send={(step) => void use({ act: "show", step }, words.toolShown)}
          />
          <Back press={() => setPage("tools")} />
        </fieldset>
      )}
      {page === "answers" && (
        <Answers
          text={text}
          choose={(answer) => {
            put(answer);
            close();
          }}
          back={() => setPage("tools")}
        />
      )}
      {page === "colleagues" && (
        <Colleagues
          busy={busy}
          choose={(to) => void use({ act: "invite", to }, words.toolSecondCalled)}
          back={() => setPage("tools")}
        />
      )}
      {page === "file" && (
        <FileToSend
          send={(file) => {
            sendFile(file);
            close();
          }}
          back={() => setPage("tools")}
        />
      )}
      {page === "asking" && (
        <>
          <RemarkForm
            label={words.askLabel}
            busy={busy}
            send={(question) => void use({ act: "ask", text: question }, words.asked)}
          />
          <Back press={() => setPage("tools")} />
        </>
      )}
    </Sheet>
  );
}

function Back({ press }: { readonly press: () => void }) {
  const { words } = useHand();
  return (
    <button type="button" class="quiet" onClick={press}>
      {words.backStep}
    </button>
  );
}

/** Loaded when looked at; a lost network is said, and the way back stands. */
function useLoaded<T>(path: string): readonly [T | undefined, string | undefined, (t: T) => void] {
  const { desk } = useHand();
  const [loaded, setLoaded] = useState<T>();
  const [says, setSays] = useState<string>();
  useEffect(() => {
    read<T>(path).then(setLoaded, (error: unknown) => setSays(desk.sayOf(error)));
  }, [path, desk]);
  return [loaded, says, setLoaded];
}

function Answers({
  text,
  choose,
  back,
}: {
  readonly text: string;
  readonly choose: (answer: string) => void;
  readonly back: () => void;
}) {
  const { desk, words } = useHand();
  const [answers, says, setAnswers] = useLoaded<DeskAnswers>("answers");
  const [trouble, setTrouble] = useState<string>();
  const keepOwn = (own: readonly string[]) => {
    write<DeskAnswers>("answers", { own }).then(setAnswers, (error: unknown) =>
      setTrouble(desk.sayOf(error)),
    );
  };
  const mine = answers?.own ?? [];
  const written = text.trim();
  return (
    <fieldset class="outcomes">
      <legend class="for-ears">{words.toolAnswers}</legend>
      <Refusal says={says ?? trouble} />
      {mine.map((answer) => (
        <div class="own-answer" key={`own ${answer}`}>
          <Tool press={() => choose(answer)}>{answer}</Tool>
          <button
            type="button"
            class="quiet"
            aria-label={words.answerForget(answer)}
            onClick={() => keepOwn(mine.filter((one) => one !== answer))}
          >
            ✕
          </button>
        </div>
      ))}
      {answers?.shared.map((answer) => (
        <Tool key={answer} press={() => choose(answer)}>
          {answer}
        </Tool>
      ))}
      {answers !== undefined && written !== "" && !mine.includes(written) && (
        <button
          type="button"
          class="side-button"
          onClick={() => keepOwn([...mine, written.slice(0, 300)])}
        >
          {words.answerKeep}
        </button>
      )}
      <Back press={back} />
    </fieldset>
  );
}

function Colleagues({
  busy,
  choose,
  back,
}: {
  readonly busy: boolean;
  readonly choose: (id: string) => void;
  readonly back: () => void;
}) {
  const { words } = useHand();
  const [people, says] = useLoaded<readonly DeskColleague[]>("colleagues");
  return (
    <fieldset class="outcomes" disabled={busy}>
      <legend class="for-ears">{words.toolSecond}</legend>
      <Refusal says={says} />
      {people?.length === 0 && <p>{words.nobodyElse}</p>}
      {people?.map((person) => (
        <Tool key={person.id} hint={person.role} press={() => choose(person.id)}>
          {person.name}
        </Tool>
      ))}
      <Back press={back} />
    </fieldset>
  );
}

import { useEffect, useState } from "preact/hooks";
import type { DeskAnswers } from "../wire/toolbox.ts";
import { useHand } from "./in-hand.ts";
import { Refusal } from "./refusal.tsx";
import { read, write } from "./server.ts";
import { Sheet } from "./sheet.tsx";

const linesOf = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** Ready answers, one a line: everybody's own, and for coordinators the commune's. */
export function AnswersDoor() {
  const { desk, me, words } = useHand();
  const [open, setOpen] = useState(false);
  const [own, setOwn] = useState<string>();
  const [shared, setShared] = useState("");
  const [says, setSays] = useState<string>();
  const coordinates = me.rank === "coordinator";

  useEffect(() => {
    if (!open) return;
    setSays(undefined);
    read<DeskAnswers>("answers").then(
      (answers) => {
        setOwn(answers.own.join("\n"));
        setShared(answers.shared.join("\n"));
      },
      (error: unknown) => setSays(desk.sayOf(error)),
    );
  }, [open, desk]);

  const save = async () => {
    try {
      await write<DeskAnswers>("answers", {
        own: linesOf(own ?? ""),
        ...(coordinates ? { shared: linesOf(shared) } : {}),
      });
      desk.notify(words.saved);
      setOpen(false);
    } catch (error) {
      setSays(desk.sayOf(error));
    }
  };

  return (
    <>
      <button type="button" class="side-button beside-door" onClick={() => setOpen(true)}>
        {words.answersTitle}
      </button>
      {open && (
        <Sheet title={words.answersTitle} close={() => setOpen(false)}>
          <form
            class="form"
            onSubmit={(event) => {
              event.preventDefault();
              void save();
            }}
          >
            <label for="answers-own">{words.answersOwn}</label>
            <textarea
              id="answers-own"
              rows={5}
              disabled={own === undefined}
              value={own ?? ""}
              onInput={({ currentTarget }) => setOwn(currentTarget.value)}
            />
            {coordinates && (
              <>
                <label for="answers-shared">{words.answersShared}</label>
                <textarea
                  id="answers-shared"
                  rows={7}
                  disabled={own === undefined}
                  value={shared}
                  onInput={({ currentTarget }) => setShared(currentTarget.value)}
                />
              </>
            )}
            <Refusal says={says} />
            <button type="submit" class="main-button" disabled={own === undefined}>
              {words.save}
            </button>
          </form>
        </Sheet>
      )}
    </>
  );
}

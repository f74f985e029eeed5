import { useRef, useState } from "preact/hooks";
import type { Entry } from "../wire/entry.ts";
import type { MayDo } from "./may-do.ts";
import type { Answered } from "./outbox.ts";
import { PersonIcon } from "./person-icons.tsx";
import type { PersonWords } from "./person-words.ts";
import { Sheet } from "./sheet.tsx";
import type { Words } from "./words.ts";

/** A few words by which a message is known again. */
export function excerptOf(entry: Entry, words: Words): string {
  const text =
    entry.text !== ""
      ? entry.text.replace(/\s+/g, " ")
      : entry.picture !== undefined
        ? words.photo
        : (entry.file?.name ?? words.voiceMessage);
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}

/** The three points beside a message, and the page they open; holding the message opens it too. */
export function MoreOfMessage(props: {
  words: Words & PersonWords;
  entry: Entry;
  may: MayDo;
  open: boolean;
  onOpen: (open: boolean) => void;
  onAnswer: (line: Answered) => void;
  onTakeBack: (turn: string) => void;
}) {
  const { words, entry, may, open, onOpen } = props;
  const button = useRef<HTMLButtonElement>(null);
  const text = excerptOf(entry, words);
  return (
    <>
      <button
        ref={button}
        type="button"
        class="more-of"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={may.recall ? words.moreOf(text) : words.moreOfTheirs(text)}
        onClick={() => onOpen(true)}
      >
        <PersonIcon name="dots" />
      </button>
      {open && (
        <Doing
          {...props}
          text={text}
          onClose={() => {
            onOpen(false);
            button.current?.focus();
          }}
        />
      )}
    </>
  );
}

function Doing(props: Parameters<typeof MoreOfMessage>[0] & { text: string; onClose: () => void }) {
  const { words, entry, may, text, onClose } = props;
  const [sure, setSure] = useState(false);
  return (
    <Sheet words={words} title={sure ? words.takeBackSure : words.thisMessage} onClose={onClose}>
      <blockquote class="answered">{text}</blockquote>
      {sure ? (
        <>
          <p>{words.takeBackSureHow}</p>
          <div class="pair">
            <button type="button" class="plain" onClick={onClose}>
              {words.takeBackNo}
            </button>
            <button
              type="button"
              class="main"
              onClick={() => {
                props.onTakeBack(entry.turn ?? "");
                onClose();
              }}
            >
              {words.takeBackYes}
            </button>
          </div>
        </>
      ) : (
        <>
          {may.answer && (
            <button
              type="button"
              class="row"
              onClick={() => {
                onClose();
                props.onAnswer({ seq: entry.seq, text });
              }}
            >
              <PersonIcon name="reply" /> {words.answerThis}
            </button>
          )}
          {may.recall && (
            <button type="button" class="row" onClick={() => setSure(true)}>
              <PersonIcon name="undo" />
              <span>
                {words.takeBackThis} <small>{words.takeBackHint}</small>
              </span>
            </button>
          )}
        </>
      )}
    </Sheet>
  );
}

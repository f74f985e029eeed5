import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon } from "./icons.tsx";
import { keepDraft, keptDraft, type Media } from "./keep.ts";
import { canShowPlace } from "./may-do.ts";
import type { PersonTools } from "./parts.ts";
import { PhotoSheet } from "./photo-sheet.tsx";
import { canRecord, Recorder } from "./recorder.tsx";
import type { Session } from "./session.ts";
import type { Shown } from "./shown.ts";
import type { Words } from "./words.ts";

/** The place to write, at the thumb: words always, photos, and the voice where the browser can. */
export function Composer(props: {
  words: Words;
  shown: Shown;
  session: Session;
  tools: PersonTools | undefined;
}) {
  const { words, session, shown, tools } = props;
  const { answering } = shown;
  const { mayShowPlace, language } = shown.state;
  const ready = shown.header !== undefined;
  const [text, setText] = useState(keptDraft);
  const [files, setFiles] = useState<readonly File[]>();
  const [recording, setRecording] = useState(false);
  const [placing, setPlacing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);

  useEffect(() => {
    // A refused message comes back here to be changed.
    const edit = (event: Event) => {
      setText((event as CustomEvent<string>).detail);
      field.current?.focus();
    };
    addEventListener("cn-draft", edit);
    return () => removeEventListener("cn-draft", edit);
  }, []);
  // Before it is painted, or a fast hand types at the button; the same line again counts again.
  useLayoutEffect(() => {
    if (answering !== undefined) field.current?.focus();
  }, [answering]);
  useLayoutEffect(() => {
    const here = field.current;
    if (here === null) return;
    here.style.height = "auto";
    here.style.height = `${here.scrollHeight + 4}px`; // the border; the style sheet limits it
  }, [text, recording]);

  function change(now: string): void {
    setText(now);
    keepDraft(now);
  }

  function send(): void {
    const words = text.trim();
    if (words === "") return;
    session.write(words);
    change("");
    field.current?.focus();
  }

  if (recording) {
    return (
      <Recorder
        words={words}
        onSend={(media: Media, seconds: number) => {
          setRecording(false);
          session.sendMedia({ kind: "voice", seconds }, media);
        }}
        onClose={() => setRecording(false)}
      />
    );
  }
  const empty = text.trim() === "";
  return (
    <>
      {answering !== undefined && tools !== undefined && (
        <tools.Answering
          words={tools.wordsIn(language)}
          text={answering.text}
          onDrop={() => {
            session.answer(undefined);
            field.current?.focus();
          }}
        />
      )}
      <form
        class="composer"
        aria-label={words.writeLabel}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <button
          type="button"
          class="tool"
          onClick={() => picker.current?.click()}
          disabled={!ready}
        >
          <Icon name="photo" />
          <span>{words.photo}</span>
        </button>
        <input
          ref={picker}
          class="picker"
          type="file"
          accept="image/*"
          multiple
          tabIndex={-1}
          aria-hidden="true"
          onChange={(event) => {
            const chosen = Array.from(event.currentTarget.files ?? []);
            event.currentTarget.value = "";
            if (chosen.length > 0) setFiles(chosen);
          }}
        />
        <textarea
          ref={field}
          rows={1}
          value={text}
          maxLength={10_000}
          placeholder={words.writeHere}
          aria-label={words.writeLabel}
          enterkeyhint="send"
          autocomplete="off"
          onInput={(event) => change(event.currentTarget.value)}
          onKeyDown={(event) => {
            // While a syllable is being composed, Enter belongs to the keyboard.
            if (
              event.key !== "Enter" ||
              event.shiftKey ||
              event.isComposing ||
              event.keyCode === 229
            )
              return;
            event.preventDefault();
            send();
          }}
        />
        {empty && tools !== undefined && mayShowPlace !== undefined && canShowPlace() && (
          <button type="button" class="tool" onClick={() => setPlacing(true)} disabled={!ready}>
            <tools.PersonIcon name="pin" />
            <span>{tools.wordsIn(language).place}</span>
          </button>
        )}
        {empty && canRecord() ? (
          <button type="button" class="tool" onClick={() => setRecording(true)} disabled={!ready}>
            <Icon name="voice" />
            <span>{words.voice}</span>
          </button>
        ) : (
          <button type="submit" class="tool send" aria-disabled={empty}>
            <Icon name="send" />
            <span>{words.send}</span>
          </button>
        )}
        {files !== undefined && (
          <PhotoSheet
            words={words}
            files={files}
            onSend={(photos) => {
              setFiles(undefined);
              for (const photo of photos) session.sendMedia({ kind: "photo" }, photo);
            }}
            onClose={() => setFiles(undefined)}
          />
        )}
        {placing && tools !== undefined && mayShowPlace !== undefined && (
          <tools.PlaceSheet
            words={{ ...words, ...tools.wordsIn(language) }}
            name={mayShowPlace}
            onSend={(found) => {
              setPlacing(false);
              session.showPlace(found);
            }}
            onClose={() => setPlacing(false)}
          />
        )}
      </form>
    </>
  );
}

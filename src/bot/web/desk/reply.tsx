import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { DeskCase } from "../wire/cases.ts";
import { LockIcon, PhoneIcon, PhotoIcon, SendIcon, ToolsIcon, VoiceIcon } from "./icons.tsx";
import { useHand } from "./in-hand.ts";
import { forCase } from "./outbox.ts";
import { smaller } from "./photos.ts";
import { canRecord, type Recording, record } from "./recording.ts";
import { Refusal } from "./refusal.tsx";
import { telephone } from "./telephone.ts";
import { textOf } from "./thread.tsx";
import { Toolbox } from "./toolbox.tsx";

const largest = 10 * 1024 * 1024;

/** Where one writes: text, a photo, a voice, or a note for helpers only. */
export function Reply(props: {
  readonly id: string;
  readonly found: DeskCase;
  /** On a phone: what leads back to the lists, where the thumb is. */
  readonly back?: ComponentChildren;
}) {
  const { id, found, back } = props;
  const { card } = found;
  const { desk, words } = useHand();
  const [draft, setDraft] = useState(() => desk.writing.draftOf(id));
  const [photo, setPhoto] = useState<Awaited<ReturnType<typeof smaller>>>();
  const [trouble, setTrouble] = useState<string>();
  const [tools, setTools] = useState(false);
  /** How many ready answers were put into the box: it takes the focus once their list is gone. */
  const [put, setPut] = useState(0);
  const box = useRef<HTMLTextAreaElement>(null);
  const { text, internal } = draft;

  // A correction asked for above the box is written into the draft there.
  const { redrafted, answering } = desk.shown;
  const seen = useRef(redrafted);
  useEffect(() => {
    if (redrafted === seen.current) return;
    seen.current = redrafted;
    setDraft(desk.writing.draftOf(id));
    box.current?.focus();
  }, [redrafted, desk, id]);

  useLayoutEffect(() => {
    if (answering?.id === id || put > 0) box.current?.focus();
  }, [answering, id, put]);

  // As high as its words, up to what the style allows.
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight + 2}px`;
  }, [text]);

  const change = (next: { text: string; internal: boolean }) => {
    setDraft({ ...next, at: Date.now() });
    desk.writing.keepDraft(id, next.text, next.internal);
  };
  const send = () => {
    if (text.trim() === "") {
      box.current?.focus();
      return;
    }
    desk.writing.say(id, text.trim(), internal);
    change({ text: "", internal: false });
    box.current?.focus();
  };
  const choosePhoto = async (file: File | undefined) => {
    if (file === undefined) return;
    const made = await smaller(file);
    setPhoto(made);
    setTrouble(made === undefined ? words.photoBad : undefined);
  };
  const sendBytes = (kind: "photo" | "voice", bytes: Blob) => {
    if (bytes.size > largest) setTrouble(words.tooBig);
    else desk.writing.sendBytes(id, kind, bytes);
  };

  const who = card.address ?? words.someone.toLowerCase();
  if (photo !== undefined) {
    return (
      <PhotoCheck
        picture={photo.picture}
        send={() => {
          sendBytes("photo", photo.bytes);
          setPhoto(undefined);
        }}
        drop={() => setPhoto(undefined)}
      />
    );
  }
  return (
    <div class={`reply${internal ? " internal" : ""}`}>
      {internal ? (
        <p class="note-banner">
          <LockIcon />
          {words.noteBanner}
        </p>
      ) : (
        <p class="reminder">{words.reminder}</p>
      )}
      {!internal && answering?.id === id && (
        <p class="answering">
          <span>↪ {answering.text}</span>
          <button type="button" class="quiet" onClick={() => desk.writing.answer(undefined)}>
            {words.dropIt}
          </button>
        </p>
      )}
      <Refusal says={trouble} />
      <form
        class="write"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <textarea
          ref={box}
          rows={1}
          maxLength={3000}
          value={text}
          aria-label={internal ? words.noteLabel : words.replyLabel(who)}
          placeholder={internal ? words.notePlaceholder : words.replyPlaceholder}
          enterkeyhint="enter"
          onInput={({ currentTarget }) => change({ text: currentTarget.value, internal })}
          onKeyDown={(event) => {
            // A finger's Enter is a new line; a keyboard's sends, unless it composes a letter.
            const sends = event.ctrlKey || event.metaKey || matchMedia("(pointer: fine)").matches;
            if (event.key !== "Enter" || event.shiftKey || event.isComposing || !sends) return;
            event.preventDefault();
            send();
          }}
        />
        <button type="submit" class="send" aria-label={internal ? words.keepNote : words.send}>
          <SendIcon />
        </button>
      </form>
      <div class="tools">
        {canRecord() && (
          <Voice
            disabled={internal}
            send={(bytes) => sendBytes("voice", bytes)}
            refused={() => setTrouble(words.microphoneRefused)}
          />
        )}
        <label class="tool" aria-disabled={internal}>
          <PhotoIcon />
          <span>{words.addPhoto}</span>
          <input
            type="file"
            accept="image/*"
            disabled={internal}
            onChange={({ currentTarget }) => {
              void choosePhoto(currentTarget.files?.[0]);
              currentTarget.value = "";
            }}
          />
        </label>
        <button
          type="button"
          class="tool"
          aria-pressed={internal}
          aria-label={words.noteToggle}
          onClick={() => {
            change({ text, internal: !internal });
            box.current?.focus();
          }}
        >
          <LockIcon />
          <span>{back === undefined ? words.noteToggle : words.noteShort}</span>
        </button>
        <button type="button" class="tool" onClick={() => setTools(true)}>
          <ToolsIcon />
          <span>{words.tools}</span>
        </button>
        {back !== undefined && found.phone !== undefined && (
          <a class="tool" href={telephone(found.phone)} aria-label={words.call(found.phone)}>
            <PhoneIcon />
            <span>{words.callShort}</span>
          </a>
        )}
        {back}
      </div>
      {tools && (
        <Toolbox
          found={found}
          text={text}
          put={(answer) => {
            change({
              text: text.trim() === "" ? answer : `${text.trimEnd()}\n${answer}`,
              internal: false,
            });
            setPut(put + 1);
          }}
          noting={internal}
          sendFile={(file) => {
            setTrouble(file.size > largest ? words.tooBig : undefined);
            if (file.size <= largest)
              desk.writing.sendBytes(id, "file", plainBytes(file), file.name);
          }}
          close={() => setTools(false)}
        />
      )}
    </div>
  );
}

/** The server looks at what it is; some phones name no type, or one of their own. */
const plainBytes = (file: File): Blob => file.slice(0, file.size, "application/octet-stream");

/** Looked at before it goes: papers and codes stay out of the chat. */
function PhotoCheck(props: {
  readonly picture: HTMLCanvasElement;
  readonly send: () => void;
  readonly drop: () => void;
}) {
  const { words } = useHand();
  const frame = useRef<HTMLDivElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    frame.current?.appendChild(props.picture);
    first.current?.focus();
  }, [props.picture]);
  return (
    <div class="photo-check">
      <div ref={frame} class="photo-frame" />
      <p>{words.photoCheck}</p>
      <div class="end-line">
        <button type="button" class="side-button" onClick={props.drop}>
          {words.dropIt}
        </button>
        <button type="button" class="main-button" ref={first} onClick={props.send}>
          {words.sendPhoto}
        </button>
      </div>
    </div>
  );
}

/** Press to speak, press again to send. */
function Voice(props: {
  readonly disabled: boolean;
  readonly send: (bytes: Blob) => void;
  readonly refused: () => void;
}) {
  const { words } = useHand();
  const [running, setRunning] = useState<Recording>();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (running === undefined) return;
    const begun = Date.now();
    const timer = setInterval(() => setSeconds(Math.floor((Date.now() - begun) / 1000)), 250);
    return () => {
      clearInterval(timer);
      setSeconds(0);
    };
  }, [running]);
  // Leaving the case closes the microphone.
  const latest = useRef<Recording | undefined>(undefined);
  latest.current = running;
  useEffect(() => () => latest.current?.drop(), []);

  const finish = async (recording: Recording) => {
    setRunning(undefined);
    props.send(await recording.stop());
  };

  if (running === undefined) {
    return (
      <button
        type="button"
        class="tool"
        disabled={props.disabled}
        onClick={() => {
          let mine: Recording | undefined;
          record(() => {
            if (mine !== undefined) void finish(mine);
          }).then(
            (recording) => {
              mine = recording;
              setRunning(recording);
            },
            () => props.refused(),
          );
        }}
      >
        <VoiceIcon />
        <span>{words.addVoice}</span>
      </button>
    );
  }
  return (
    <fieldset class="recording" aria-label={words.recording}>
      <p>
        {words.recording} {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, "0")}
      </p>
      <button
        type="button"
        class="side-button"
        onClick={() => {
          running.drop();
          setRunning(undefined);
        }}
      >
        {words.dropIt}
      </button>
      <button type="button" class="main-button" onClick={() => void finish(running)}>
        {words.sendVoice}
      </button>
    </fieldset>
  );
}

/** What was stopped, and why; the words stay until they are corrected or dropped. */
export function NotSent({ id }: { readonly id: string }) {
  const { desk, words } = useHand();
  const refused = forCase(desk.shown.outbox, id).filter(({ state }) => state.is === "refused");
  const writable = desk.shown.known[id];
  const canWrite = writable !== undefined && writable !== "gone" && writable.canWrite;
  return (
    <>
      {refused.map((outgoing) => (
        <div class="not-sent" role="alert" key={outgoing.key}>
          <p>
            <strong>{words.notSent}.</strong>{" "}
            {outgoing.state.is === "refused" ? outgoing.state.says : ""}
          </p>
          <blockquote>{textOf(outgoing, words)}</blockquote>
          <div class="end-line">
            <button
              type="button"
              class="side-button"
              onClick={() => desk.writing.drop(outgoing.key)}
            >
              {words.dropIt}
            </button>
            {canWrite && outgoing.kind !== "file" && outgoing.text !== "" && (
              <button
                type="button"
                class="side-button strong"
                onClick={() => desk.writing.correct(outgoing)}
              >
                {words.editIt}
              </button>
            )}
          </div>
        </div>
      ))}
    </>
  );
}

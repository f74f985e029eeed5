import { useEffect, useRef, useState } from "preact/hooks";
import type { DeskReadingGuide } from "../wire/readings.ts";
import { useHand } from "./in-hand.ts";
import { canRecord, type Recording, record } from "./recording.ts";
import { Refusal } from "./refusal.tsx";
import { upload, write } from "./server.ts";
import { takeFocus } from "./take-focus.ts";

interface Props {
  readonly flow: string;
  readonly step: DeskReadingGuide["steps"][number];
  readonly speech: string;
  readonly changed: () => Promise<void>;
}

/** The words of one step, who has read them, and a recorder whose sound is heard before it is kept. */
export function ReadingStep({ flow, step, speech, changed }: Props) {
  const { desk, words } = useHand();
  const running = useRef<Recording | undefined>(undefined);
  const [recording, setRecording] = useState(false);
  const [heard, setHeard] = useState<{ readonly blob: Blob; readonly url: string }>();
  const [says, setSays] = useState<string>();
  /** This step was recorded here: its buttons hand the keyboard on to each other. */
  const began = useRef(false);
  useEffect(() => () => running.current?.drop(), []);

  const stop = async () => {
    const blob = await running.current?.stop();
    running.current = undefined;
    setRecording(false);
    if (blob !== undefined) setHeard({ blob, url: URL.createObjectURL(blob) });
  };
  const begin = async () => {
    began.current = true;
    setSays(undefined);
    try {
      running.current = await record(() => void stop());
      setRecording(true);
    } catch {
      setSays(words.microphoneRefused);
    }
  };
  const drop = () => {
    if (heard !== undefined) URL.revokeObjectURL(heard.url);
    setHeard(undefined);
  };
  const trying = async (act: () => Promise<unknown>) => {
    try {
      await act();
      await changed();
    } catch (error) {
      setSays(desk.sayOf(error));
    }
  };
  const keep = (blob: Blob) =>
    trying(async () => {
      const query = new URLSearchParams({ flow, step: step.step, mark: step.mark, speech });
      await upload(`readings?${query}`, blob);
      drop();
    });
  const remove = (id: string) => trying(() => write(`readings/${id}/remove`, {}));

  return (
    <li class="reading">
      <p class="to-read">{step.text}</p>
      {[...step.readings, ...step.stale].map((one) => (
        <div key={one.id} class={step.stale.includes(one) ? "read old" : "read"}>
          <p>
            {words.readBy(words.speech[one.speech as keyof typeof words.speech], one.by)}
            {step.stale.includes(one) && <b class="stale"> · {words.readOld}</b>}
          </p>
          {/* biome-ignore lint/a11y/useMediaCaption: its words stand above it */}
          <audio controls preload="none" src={`/desk/api/media/${one.id}`} aria-label={one.by} />
          {one.mayRemove && (
            <button type="button" class="side-button" onClick={() => void remove(one.id)}>
              {words.readRemove}
            </button>
          )}
        </div>
      ))}
      {heard !== undefined ? (
        <div class="read new">
          {/* biome-ignore lint/a11y/useMediaCaption: its words stand above it */}
          <audio controls src={heard.url} aria-label={words.readListen} />
          <div class="pair">
            <button
              type="button"
              class="main-button"
              ref={takeFocus}
              onClick={() => void keep(heard.blob)}
            >
              {words.readKeep}
            </button>
            <button type="button" class="side-button" onClick={drop}>
              {words.readAgain}
            </button>
          </div>
        </div>
      ) : (
        canRecord() && (
          <button
            type="button"
            ref={began.current ? takeFocus : null}
            class={recording ? "main-button recording" : "side-button"}
            onClick={() => void (recording ? stop() : begin())}
          >
            {recording ? words.readStop : words.readBegin}
          </button>
        )
      )}
      <Refusal says={says} />
    </li>
  );
}

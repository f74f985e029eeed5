import { useEffect, useRef, useState } from "preact/hooks";
import type { DeskReadingGuide } from "../wire.ts";
import { useHand } from "./in-hand.ts";
import { canRecord, type Recording, record } from "./recording.ts";
import { upload, write } from "./server.ts";

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
  useEffect(() => () => running.current?.drop(), []);

  const stop = async () => {
    const blob = await running.current?.stop();
    running.current = undefined;
    setRecording(false);
    if (blob !== undefined) setHeard({ blob, url: URL.createObjectURL(blob) });
  };
  const begin = async () => {
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
    <li>
      <p>{step.text}</p>
      {[...step.readings, ...step.stale].map((one) => (
        <div key={one.id}>
          <p>
            {words.readBy(words.speech[one.speech as keyof typeof words.speech], one.by)}
            {step.stale.includes(one) && ` · ${words.readOld}`}
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
        <div>
          {/* biome-ignore lint/a11y/useMediaCaption: its words stand above it */}
          <audio controls src={heard.url} aria-label={words.readListen} />
          <button type="button" class="side-button strong" onClick={() => void keep(heard.blob)}>
            {words.readKeep}
          </button>
          <button type="button" class="side-button" onClick={drop}>
            {words.readAgain}
          </button>
        </div>
      ) : (
        canRecord() && (
          <button
            type="button"
            class="side-button"
            aria-pressed={recording}
            onClick={() => void (recording ? stop() : begin())}
          >
            {recording ? words.readStop : words.readBegin}
          </button>
        )
      )}
      {says !== undefined && (
        <p class="says" role="alert">
          {says}
        </p>
      )}
    </li>
  );
}

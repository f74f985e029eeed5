import { useEffect, useRef, useState } from "preact/hooks";
import { lasting } from "./dates.ts";
import { Icon } from "./icons.tsx";
import type { Media } from "./keep.ts";
import { bytesOf } from "./photos.ts";
import type { Words } from "./words.ts";

const longest = 120;

/** In-app browsers often lack one of these; then there is no voice button at all. */
export function canRecord(): boolean {
  return typeof MediaRecorder !== "undefined" && navigator.mediaDevices?.getUserMedia !== undefined;
}

type Stage =
  | { readonly at: "asking" }
  | { readonly at: "recording" }
  | { readonly at: "refused" }
  | { readonly at: "ready"; readonly media: Media; readonly seconds: number };

/** Takes the composer's place: speak, stop, listen to it, send or drop it. Nothing is sent unheard by its owner's choice. */
export function Recorder(props: {
  words: Words;
  onSend: (media: Media, seconds: number) => void;
  onClose: () => void;
}) {
  const { words } = props;
  const [stage, setStage] = useState<Stage>({ at: "asking" });
  const [seconds, setSeconds] = useState(0);
  const recorder = useRef<MediaRecorder>(undefined);
  const stopButton = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    let gone = false;
    let stream: MediaStream | undefined;
    let clock: ReturnType<typeof setInterval> | undefined;
    const silence = () => {
      if (clock !== undefined) clearInterval(clock);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    void (async () => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({ audio: true });
        if (gone) {
          silence();
          return;
        }
        const type = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"].find(
          (one) => MediaRecorder.isTypeSupported?.(one) === true,
        );
        const machine = new MediaRecorder(stream, {
          audioBitsPerSecond: 24_000,
          ...(type === undefined ? {} : { mimeType: type }),
        });
        recorder.current = machine;
        const parts: Blob[] = [];
        const begun = Date.now();
        machine.ondataavailable = ({ data }) => parts.push(data);
        machine.onstop = () => {
          silence();
          if (gone) return;
          const lasted = Math.max(1, Math.round((Date.now() - begun) / 1000));
          const kind = machine.mimeType.split(";")[0] ?? "";
          const blob = new Blob(parts, { type: kind === "" ? "audio/webm" : kind });
          void bytesOf(blob).then((bytes) => {
            if (!gone)
              setStage({ at: "ready", media: { type: blob.type, bytes }, seconds: lasted });
          });
        };
        machine.start();
        setStage({ at: "recording" });
        stopButton.current?.focus();
        clock = setInterval(() => {
          const now = (Date.now() - begun) / 1000;
          setSeconds(now);
          if (now >= longest && machine.state === "recording") machine.stop();
        }, 250);
      } catch {
        silence();
        if (!gone) setStage({ at: "refused" });
      }
    })();
    return () => {
      gone = true;
      if (recorder.current?.state === "recording") recorder.current.stop();
      silence();
    };
  }, []);

  return (
    <section class="recorder" aria-label={words.voiceMessage}>
      {stage.at === "refused" ? (
        <p role="alert">{words.noMicrophone}</p>
      ) : (
        <p class="recorder-line">
          {stage.at === "recording" && <span class="red-dot" aria-hidden="true" />}
          <b>{stage.at === "ready" ? words.voiceMessage : words.recording}</b>{" "}
          <span class="clock">{lasting(stage.at === "ready" ? stage.seconds : seconds)}</span>
          {stage.at !== "ready" && <small>{words.recordUpTo}</small>}
        </p>
      )}
      <div class="pair">
        <button type="button" class="plain" onClick={props.onClose}>
          {stage.at === "refused" ? words.close : words.remove}
        </button>
        {stage.at === "ready" ? (
          <>
            <PlayButton words={words} media={stage.media} />
            <button
              type="button"
              class="main"
              onClick={() => props.onSend(stage.media, stage.seconds)}
            >
              {words.send}
            </button>
          </>
        ) : (
          stage.at !== "refused" && (
            <button
              type="button"
              class="main"
              ref={stopButton}
              disabled={stage.at === "asking"}
              onClick={() => recorder.current?.stop()}
            >
              {words.recordStop}
            </button>
          )
        )}
      </div>
    </section>
  );
}

/** Plays through an audio context: a blob's address would be refused by our content security policy. */
function PlayButton({ words, media }: { words: Words; media: Media }) {
  const [playing, setPlaying] = useState<AudioBufferSourceNode>();
  const context = useRef<AudioContext>(undefined);
  useEffect(() => () => void context.current?.close(), []);
  if (typeof AudioContext === "undefined") return null;
  async function toggle(): Promise<void> {
    if (playing !== undefined) {
      playing.stop();
      return;
    }
    context.current ??= new AudioContext();
    const source = context.current.createBufferSource();
    source.buffer = await context.current.decodeAudioData(media.bytes.slice(0));
    source.connect(context.current.destination);
    source.onended = () => setPlaying(undefined);
    source.start();
    setPlaying(source);
  }
  return (
    <button
      type="button"
      class="plain"
      onClick={() => {
        toggle().catch(() => setPlaying(undefined)); // some browsers cannot play what they record
      }}
    >
      <Icon name={playing === undefined ? "listen" : "stop"} />{" "}
      {playing === undefined ? words.recordListen : words.stop}
    </button>
  );
}

/** At most this long: a voice message is a few sentences. */
const longest = 120_000;

export interface Recording {
  /** Ends it and gives what was said. */
  readonly stop: () => Promise<Blob>;
  /** Ends it and throws it away. */
  readonly drop: () => void;
}

export const canRecord = (): boolean =>
  typeof MediaRecorder !== "undefined" && navigator.mediaDevices?.getUserMedia !== undefined;

/** Starts to record; rejects when the person or the browser refuses the microphone. */
export async function record(full: () => void): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const recorder = new MediaRecorder(stream);
  const parts: Blob[] = [];
  const ended = new Promise<Blob>((done) => {
    recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
    recorder.addEventListener("stop", () => {
      for (const track of stream.getTracks()) track.stop();
      done(new Blob(parts, { type: recorder.mimeType }));
    });
  });
  recorder.start();
  const timer = setTimeout(full, longest);
  const end = () => {
    clearTimeout(timer);
    if (recorder.state !== "inactive") recorder.stop();
    return ended;
  };
  return {
    stop: end,
    drop: () => {
      end().catch(() => undefined); // nobody wants it
    },
  };
}

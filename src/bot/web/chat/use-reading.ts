import { useEffect, useRef, useState } from "preact/hooks";
import type { Entry } from "../wire/entry.ts";
import { recordingFor } from "./recordings.ts";
import { breaths, voiceFor } from "./voices.ts";

export interface Reading {
  /** Whether this entry can be heard; without it there is no listen button. */
  canRead(entry: Entry): boolean;
  /** The sequence being read aloud. */
  readonly seq: number | undefined;
  toggle(entry: Entry): void;
  /** Something else is to be heard now. */
  quiet(): void;
}

export interface ReadingOptions {
  readonly language: "vi" | "en";
  /** What steps are to be heard in, once it was chosen. */
  readonly speech: string | undefined;
  /** Several languages and none chosen: the conversation asks which. */
  readonly onWhich: () => void;
}

/** Reads aloud: the recording of a propagandist where there is one, else the browser's own voice. */
export function useReading({ language, speech, onWhich }: ReadingOptions): Reading {
  const [voice, setVoice] = useState<SpeechSynthesisVoice>();
  const [seq, setSeq] = useState<number>();
  const playing = useRef<HTMLAudioElement | undefined>(undefined);
  useEffect(() => {
    if (typeof speechSynthesis === "undefined") return;
    const look = () => setVoice(voiceFor(speechSynthesis.getVoices(), language));
    look();
    // Many phones load their voices late; some old ones know no such event.
    speechSynthesis.addEventListener?.("voiceschanged", look);
    return () => {
      speechSynthesis.removeEventListener?.("voiceschanged", look);
      speechSynthesis.cancel();
      setSeq(undefined);
    };
  }, [language]);
  useEffect(() => () => playing.current?.pause(), []);

  function quiet(): void {
    if (typeof speechSynthesis !== "undefined") speechSynthesis.cancel();
    playing.current?.pause();
    playing.current = undefined;
    setSeq(undefined);
  }

  function toggle(entry: Entry): void {
    const heard = seq === entry.seq;
    quiet();
    if (heard) return;
    const found = recordingFor(entry.recorded ?? [], speech);
    if (found === "which") onWhich();
    else if (found === undefined) speak(entry);
    else play(entry, found.url);
  }

  function play(entry: Entry, url: string): void {
    const audio = new Audio(url);
    playing.current = audio;
    setSeq(entry.seq);
    const over = () => {
      if (playing.current !== audio) return;
      quiet();
    };
    // Removed meanwhile, or of a kind this phone does not play: the phone's own voice reads it.
    const failed = () => {
      if (playing.current !== audio) return;
      quiet();
      speak(entry);
    };
    audio.addEventListener("ended", over);
    audio.addEventListener("error", failed);
    audio.play().catch(failed);
  }

  function speak({ seq: which, speak: text }: Entry): void {
    if (voice === undefined || text === undefined) return;
    const parts = breaths(text);
    setSeq(which);
    parts.forEach((part, i) => {
      const utterance = new SpeechSynthesisUtterance(part);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      utterance.rate = 0.9;
      const ended = () => setSeq((now) => (now === which ? undefined : now));
      if (i === parts.length - 1) utterance.onend = ended;
      utterance.onerror = ended;
      speechSynthesis.speak(utterance);
    });
  }

  return {
    canRead: (entry) =>
      (entry.recorded ?? []).length > 0 ||
      (voice !== undefined && entry.speak !== undefined && entry.speak !== ""),
    seq,
    toggle,
    quiet,
  };
}

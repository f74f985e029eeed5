import { useEffect, useState } from "preact/hooks";
import { breaths, voiceFor } from "./voices.ts";

export interface Reading {
  /** Whether this phone has a voice for the language; without one there is no listen button. */
  readonly possible: boolean;
  /** The sequence being read aloud. */
  readonly seq: number | undefined;
  toggle(seq: number, text: string): void;
}

/** Reads aloud with the browser's own voice. */
export function useReading(language: "vi" | "en"): Reading {
  const [voice, setVoice] = useState<SpeechSynthesisVoice>();
  const [seq, setSeq] = useState<number>();
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

  function toggle(which: number, text: string): void {
    speechSynthesis.cancel();
    if (which === seq || voice === undefined) {
      setSeq(undefined);
      return;
    }
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

  return { possible: voice !== undefined, seq, toggle };
}

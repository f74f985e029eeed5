import { useEffect, useRef } from "preact/hooks";
import { base } from "./base.ts";
import type { Words } from "./words.ts";

/**
 * A voice message. What was asked for with *Nghe* begins by itself; a browser that refuses leaves its player.
 * Two voices never speak at once.
 */
export function VoicePlayer(props: {
  words: Words;
  url: string;
  /** Asked for a moment ago, and not heard yet. */
  asked: boolean;
  onBegin: () => void;
}) {
  const { words, url, asked } = props;
  const player = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    // A refusal is no fault: the press on the player is then the one that counts.
    if (asked) player.current?.play().catch(() => undefined);
  }, []);
  return (
    // biome-ignore lint/a11y/useMediaCaption: a neighbour's spoken message comes without a transcript
    <audio
      ref={player}
      controls
      preload="none"
      src={base + url}
      aria-label={words.voiceMessage}
      onPlay={() => {
        props.onBegin();
        for (const other of document.querySelectorAll("audio"))
          if (other !== player.current) other.pause();
      }}
    />
  );
}

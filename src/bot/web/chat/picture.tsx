import { useRef, useState } from "preact/hooks";
import { Icon } from "./icons.tsx";
import { Sheet } from "./sheet.tsx";
import type { Words } from "./words.ts";

/**
 * A picture that can be looked at closely. A step's screen is as wide as its message, to be read where it
 * stands; a photo has a reserved place, so nothing jumps when it arrives late.
 */
export function Picture(props: { words: Words; url: string; alt: string; screen: boolean }) {
  const { words, url, alt } = props;
  const [large, setLarge] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        type="button"
        class={props.screen ? "picture screen" : "picture"}
        ref={opener}
        aria-label={`${alt}. ${words.bigger}`}
        onClick={() => setLarge(true)}
      >
        <img class="photo" src={url} alt={alt} decoding="async" />
        <span class="look">
          <Icon name="look" />
        </span>
      </button>
      {large && (
        <Sheet
          words={words}
          title={words.photo}
          kind="whole"
          onClose={() => {
            setLarge(false);
            opener.current?.focus();
          }}
        >
          <div class="large-picture">
            <img class="photo" src={url} alt={alt} />
          </div>
        </Sheet>
      )}
    </>
  );
}

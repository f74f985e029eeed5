import { useRef, useState } from "preact/hooks";
import { Icon } from "./icons.tsx";
import { Sheet } from "./sheet.tsx";
import type { Words } from "./words.ts";

/** A picture that can be looked at closely. Its place is reserved, so nothing jumps when it arrives late. */
export function Picture({ words, url, alt }: { words: Words; url: string; alt: string }) {
  const [large, setLarge] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        type="button"
        class="picture"
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
          title={alt}
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

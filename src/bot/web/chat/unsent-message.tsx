import { useEffect, useRef } from "preact/hooks";
import { lasting } from "./dates.ts";
import { Icon } from "./icons.tsx";
import { keepDraft, keptMedia } from "./keep.ts";
import type { Unsent } from "./outbox.ts";
import { drawPhoto } from "./photos.ts";
import type { Session } from "./session.ts";
import { OwnText } from "./text.tsx";
import type { Words } from "./words.ts";

/** Something the resident wrote, on its way. */
export function UnsentMessage(props: {
  words: Words;
  unsent: Unsent;
  offline: boolean;
  session: Session;
}) {
  const { words, unsent, session } = props;
  const { content, progress, key } = unsent;
  return (
    <article class={`message resident unsent ${progress.state}`} data-key={key}>
      <div class="bubble">
        <p class="heard">{words.me}</p>
        {content.kind === "photo" ? (
          <PhotoPreview words={words} unsentKey={key} />
        ) : (
          <OwnText
            words={words}
            text={
              content.kind === "voice"
                ? `${words.voiceMessage} ${lasting(content.seconds)}`
                : content.kind === "press"
                  ? content.says
                  : content.text
            }
          />
        )}
        {progress.state === "taken" ? (
          <p class="when">
            <Icon name="check" /> {words.sent}
          </p>
        ) : (
          progress.state !== "refused" && (
            <p class="when">{props.offline ? words.keptUntilNetwork : words.sending}</p>
          )
        )}
      </div>
      {progress.state === "refused" && (
        <div class="refused-why" role="alert">
          <p>{progress.says ?? words.notSent}</p>
          {content.kind === "text" && (
            <button
              type="button"
              class="small"
              onClick={() => {
                session.remove(key);
                keepDraft(content.text);
                dispatchEvent(new CustomEvent("cn-draft", { detail: content.text }));
              }}
            >
              {words.edit}
            </button>
          )}
          <button type="button" class="small" onClick={() => session.sendAgain(key)}>
            {words.sendAgain}
          </button>
          <button type="button" class="small" onClick={() => session.remove(key)}>
            {words.remove}
          </button>
        </div>
      )}
    </article>
  );
}

function PhotoPreview({ words, unsentKey }: { words: Words; unsentKey: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    void keptMedia(unsentKey).then((media) => {
      if (media !== undefined && canvas.current !== null) return drawPhoto(canvas.current, media);
      return undefined;
    });
  }, [unsentKey]);
  return (
    <canvas class="preview" ref={canvas} width={4} height={3} role="img" aria-label={words.photo} />
  );
}

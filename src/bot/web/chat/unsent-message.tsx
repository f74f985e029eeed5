import { useEffect, useRef } from "preact/hooks";
import { lasting } from "./dates.ts";
import { Icon } from "./icons.tsx";
import { keepDraft, keptMedia } from "./keep.ts";
import type { Content, Unsent } from "./outbox.ts";
import { drawPhoto } from "./photos.ts";
import { Quoted } from "./quoted.tsx";
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
        {"answers" in content && <Quoted text={content.answers?.text} />}
        {content.kind === "photo" ? (
          <PhotoPreview words={words} unsentKey={key} />
        ) : (
          <OwnText words={words} text={saidBy(content, words)} />
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

function saidBy(content: Exclude<Content, { kind: "photo" }>, words: Words): string {
  switch (content.kind) {
    case "text":
      return content.text;
    case "press":
      return content.says;
    case "voice":
      return `${words.voiceMessage} ${lasting(content.seconds)}`;
    case "file":
      return content.name;
    case "place":
      return words.placeHere;
    case "recall":
      return words.takeBackThis;
  }
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

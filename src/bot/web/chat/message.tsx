import { useEffect, useRef } from "preact/hooks";
import type { Entry } from "../wire.ts";
import { base } from "./base.ts";
import { Choices, type Choosing, OldChoices } from "./choices.tsx";
import { type Came, Come } from "./come.tsx";
import { timeOf } from "./dates.ts";
import { Icon } from "./icons.tsx";
import { ListenButton } from "./listen-button.tsx";
import { Picture } from "./picture.tsx";
import { OwnText, Text } from "./text.tsx";
import type { Reading } from "./use-reading.ts";
import type { Seen } from "./use-seen.ts";
import { useTight } from "./use-tight.ts";
import { VoicePlayer } from "./voice-player.tsx";
import type { Words } from "./words.ts";

/** One message. Who speaks is said in words, for those who hear the page and those who see no colours. */
export function Message(props: {
  words: Words;
  entry: Entry;
  /** The first of several by the same speaker. */
  first: boolean;
  /** The machine's name is shown where it could be mistaken for a person. */
  named: boolean;
  last: boolean;
  choosing: Choosing | undefined;
  /** Its voice was asked for a moment ago. */
  asked: boolean;
  reading: Reading;
  seen: Seen;
  /** How far what the resident wrote has come to whoever helps. */
  come: Came;
}) {
  const { words, entry, choosing } = props;
  const { from, picture, voice } = entry;
  const element = useRef<HTMLElement>(null);
  useEffect(
    () => (element.current === null ? undefined : props.seen(element.current, entry.seq)),
    [entry.seq],
  );

  const asking = choosing !== undefined;
  const tight = useTight(element, asking) && asking;
  const alt =
    picture === undefined || picture.alt !== ""
      ? picture?.alt
      : from.who === "propagandist"
        ? words.photoFrom(from.name)
        : words.photoSent;
  return (
    <article
      class={`message ${from.who}${props.first ? " first" : ""}${asking ? " asking" : ""}${tight ? " tight" : ""}`}
      ref={element}
      data-seq={entry.seq}
    >
      <div class="bubble">
        {from.who === "propagandist" ? (
          <p class={props.first ? "speaker" : "heard"}>
            <b>{from.name}</b>, {from.role}
          </p>
        ) : from.who === "machine" && props.named ? (
          <p class="speaker">
            <Icon name="machine" /> {words.machine}
          </p>
        ) : (
          <p class="heard">{from.who === "machine" ? words.machine : words.me}</p>
        )}
        {entry.text !== "" &&
          (from.who === "resident" ? (
            <OwnText words={words} text={entry.text} />
          ) : (
            <Text words={words} text={entry.text} />
          ))}
        {voice !== undefined && (
          <VoicePlayer
            words={words}
            url={voice.url}
            asked={props.asked}
            onBegin={props.reading.quiet}
          />
        )}
        <div class={picture === undefined || from.who === "machine" ? "" : "beside"}>
          {picture !== undefined && (
            <Picture
              words={words}
              url={base + picture.url}
              alt={alt ?? ""}
              screen={from.who === "machine"}
            />
          )}
          <ListenButton words={words} entry={entry} reading={props.reading} />
        </div>
        {((props.last && !asking) || from.who === "resident") && (
          <p class="when">
            {timeOf(entry.at)}
            {from.who === "resident" && <Come words={words} entry={entry} come={props.come} />}
          </p>
        )}
      </div>
      {choosing !== undefined ? (
        <Choices words={words} entry={entry} choosing={choosing} />
      ) : (
        <OldChoices words={words} entry={entry} />
      )}
    </article>
  );
}

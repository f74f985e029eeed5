import { useEffect, useRef, useState } from "preact/hooks";
import type { ChatState } from "../wire/chat.ts";
import type { Entry } from "../wire/entry.ts";
import { base } from "./base.ts";
import { Choices, type Choosing, OldChoices } from "./choices.tsx";
import { timeOf } from "./dates.ts";
import { FileLink } from "./file-link.tsx";
import { Icon } from "./icons.tsx";
import { ListenButton } from "./listen-button.tsx";
import type { Came, MayDo } from "./may-do.ts";
import type { Answered } from "./outbox.ts";
import type { PersonTools } from "./parts.ts";
import { Picture } from "./picture.tsx";
import { Quoted } from "./quoted.tsx";
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
  may: MayDo;
  tools: PersonTools | undefined;
  language: ChatState["language"];
  /** It is on its way to be taken back. */
  going: boolean;
  onAnswer: (line: Answered) => void;
  onTakeBack: (turn: string) => void;
}) {
  const { words, entry, choosing, may, tools } = props;
  const [doing, setDoing] = useState(false);
  const more = tools !== undefined && (may.answer || may.recall) && !props.going;
  const hold = more ? tools.holding(() => setDoing(true)) : {};
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
      <div class={more ? "with-more" : "alone"}>
        <div class="bubble" {...hold}>
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
          <Quoted text={entry.quote} />
          {entry.recalls !== undefined && entry.text === "" && (
            <p class="text taken-back">{words.takenBack}</p>
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
          {entry.file !== undefined && <FileLink words={words} file={entry.file} />}
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
              {from.who === "resident" &&
                entry.recalls === undefined &&
                (props.going ? <span> {words.takingBack}</span> : <Sent {...props} />)}
            </p>
          )}
        </div>
        {more && (
          <tools.MoreOfMessage
            words={{ ...words, ...tools.wordsIn(props.language) }}
            entry={entry}
            may={may}
            open={doing}
            onOpen={setDoing}
            onAnswer={props.onAnswer}
            onTakeBack={props.onTakeBack}
          />
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

/** Sent; how far it has come to a person is told once the means for it are here. */
function Sent(
  props: Pick<Parameters<typeof Message>[0], "words" | "entry" | "come" | "tools" | "language">,
) {
  const { words, tools } = props;
  if (tools !== undefined)
    return <tools.Come {...props} words={{ ...words, ...tools.wordsIn(props.language) }} />;
  return (
    <>
      {" "}
      <Icon name="check" />
      <span class="heard">{words.sent}</span>
    </>
  );
}

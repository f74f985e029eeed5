import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { DeskCase, DeskEntry } from "../wire/cases.ts";
import { dayName, dayOf, hourOf } from "./calendar.ts";
import { DeliveryIcon, FileIcon, LockIcon } from "./icons.tsx";
import { useHand } from "./in-hand.ts";
import { forCase, type Outgoing } from "./outbox.ts";
import { AnswerQuestion } from "./questions.tsx";
import { serverNow } from "./server.ts";
import { Sheet } from "./sheet.tsx";
import { type Line, linesOf, newestIn } from "./thread-lines.ts";
import type { Words } from "./words.ts";

/** Nearer to the end than this, and the reader follows what arrives. */
const atEnd = 120;

/** What was said, oldest first; stays at the end while the reader is at the end. */
export function Thread({
  id,
  found,
  before,
}: {
  readonly id: string;
  readonly found: DeskCase | undefined;
  /** Read first and scrolled away with the rest: the card, on a phone, before the claim. */
  readonly before?: ComponentChildren;
}) {
  const { desk, words } = useHand();
  const [large, setLarge] = useState<{ readonly url: string; readonly alt: string }>();
  const [below, setBelow] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const fromTop = before !== undefined && before !== false;

  const thread = found?.thread ?? [];
  const lines = linesOf(thread, forCase(desk.shown.outbox, id));
  const last = lines[lines.length - 1]?.id;
  const newest = newestIn(thread);
  const shown = useRef(last);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    if (fromTop) return;
    if (following.current || last?.startsWith("going") === true) {
      element.scrollTop = element.scrollHeight;
    } else if (shown.current !== undefined && last !== shown.current) {
      setBelow(true);
    }
    shown.current = last;
  }, [last, found === undefined, fromTop]);

  useLayoutEffect(() => {
    if (found?.canWrite === true && newest > 0) desk.markRead(id, newest);
  });

  /** A picture that arrives late makes the thread longer under the reader's eyes. */
  const grown = () => {
    const element = box.current;
    if (element !== null && following.current && !fromTop) element.scrollTop = element.scrollHeight;
  };
  // So does the keyboard, which makes the thread's window smaller.
  const latest = useRef(grown);
  latest.current = grown;
  useLayoutEffect(() => {
    if (box.current === null || typeof ResizeObserver === "undefined") return;
    const sizes = new ResizeObserver(() => latest.current());
    sizes.observe(box.current);
    return () => sizes.disconnect();
  }, []);
  const toEnd = () => {
    const element = box.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
    setBelow(false);
  };

  return (
    <div class="thread-frame">
      <div
        class="thread"
        ref={box}
        role="log"
        aria-label={words.thread}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long thread is scrolled by keyboard
        tabIndex={0}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          following.current = scrollHeight - scrollTop - clientHeight < atEnd;
          if (following.current && below) setBelow(false);
        }}
      >
        {before}
        {found === undefined && <p class="empty">{words.opening}</p>}
        {found !== undefined && lines.length === 0 && <p class="empty">{words.threadEmpty}</p>}
        {lines.map((line) => (
          <LineShown key={line.id} line={line} found={found} onOpen={setLarge} onGrown={grown} />
        ))}
      </div>
      {below && (
        <button type="button" class="to-end" onClick={toEnd}>
          {words.newBelow}
        </button>
      )}
      {large !== undefined && (
        <Sheet title={words.photo} wide close={() => setLarge(undefined)}>
          <img class="large-photo" src={large.url} alt={large.alt} />
        </Sheet>
      )}
    </div>
  );
}

function LineShown({
  line,
  found,
  onOpen,
  onGrown,
}: {
  readonly line: Line;
  readonly found: DeskCase | undefined;
  readonly onOpen: (picture: { url: string; alt: string }) => void;
  readonly onGrown: () => void;
}) {
  const { me, words } = useHand();
  switch (line.is) {
    case "day":
      return <p class="day">{dayName(line.day, dayOf(serverNow()), me.language)}</p>;
    case "entry":
      return (
        <Said
          id={found?.canWrite === true ? found.card.id : undefined}
          of={found?.card.id}
          entry={line.entry}
          who={whoSpeaks(line.entry, found, me.name, words)}
          onOpen={onOpen}
          onGrown={onGrown}
        />
      );
    case "going":
      return <Going going={line.going} />;
  }
}

/** Named except where the side already says it: my own words. */
function whoSpeaks(
  entry: DeskEntry,
  found: DeskCase | undefined,
  myName: string,
  words: Words,
): string | undefined {
  switch (entry.from.who) {
    case "resident": {
      const address = found?.card.address ?? words.someone;
      return address.charAt(0).toUpperCase() + address.slice(1);
    }
    case "machine":
      return words.machine;
    case "propagandist":
      return entry.from.name === myName ? undefined : `${entry.from.name}, ${entry.from.role}`;
  }
}

function Said({
  id,
  of,
  entry,
  who,
  onOpen,
  onGrown,
}: {
  /** The case, while one may write in it. */
  readonly id: string | undefined;
  readonly of: string | undefined;
  readonly entry: DeskEntry;
  readonly who: string | undefined;
  readonly onOpen: (picture: { url: string; alt: string }) => void;
  readonly onGrown: () => void;
}) {
  const { desk, me, words } = useHand();
  const { picture, turn } = entry;
  const excerpt = excerptOf(entry, words);
  const own = entry.from.who === "propagandist" && entry.from.name === me.name;
  const recall = () => {
    if (id === undefined || turn === undefined) return;
    void desk.press(id, { act: "recall", turn: Number(turn) }).then((answer) => {
      if (!answer.ok) desk.notify(answer.says, true);
    });
  };
  return (
    <div class={`said ${entry.internal === true ? "internal" : entry.from.who}`}>
      {entry.internal === true && (
        <p class="who">
          <LockIcon />
          {entry.remark === "question"
            ? words.internalQuestion
            : entry.remark === "answer"
              ? words.internalAnswer
              : words.internal}
        </p>
      )}
      {who !== undefined && <p class="who">{who}</p>}
      {picture !== undefined && (
        <button
          type="button"
          class="picture"
          aria-label={`${words.openPhoto}: ${picture.alt}`}
          onClick={() => onOpen(picture)}
        >
          <img src={picture.url} alt="" onLoad={onGrown} />
        </button>
      )}
      {entry.voice !== undefined && (
        // biome-ignore lint/a11y/useMediaCaption: a neighbour's voice message has no captions
        <audio controls preload="none" src={entry.voice.url} aria-label={words.voice} />
      )}
      {entry.file !== undefined && <FileShown file={entry.file} />}
      {entry.quote !== undefined && <blockquote class="answered">{entry.quote}</blockquote>}
      {entry.recalls !== undefined && entry.text === "" && (
        <p class="text taken-back">{words.takenBack}</p>
      )}
      {entry.withheld !== undefined && (
        <p class="text taken-back">
          {entry.withheld === "gone" ? words.mediaGone : words.mediaKeptBack}
        </p>
      )}
      {entry.text !== "" && <p class="text">{entry.text.replace(/^👉 */mu, "")}</p>}
      {entry.choices !== undefined && entry.choices.length > 0 && (
        <p class="choices-shown">
          <span class="for-ears">{words.choices} </span>
          {entry.choices.map((choice) => (
            <span key={choice.id}>{choice.says}</span>
          ))}
        </p>
      )}
      <p class="when">
        <time dateTime={new Date(entry.at).toISOString()}>{hourOf(entry.at)}</time>
        {entry.delivery !== undefined && entry.internal !== true && tells(entry) && (
          <Delivery delivery={entry.delivery} />
        )}
        {entry.from.who === "resident" && excerpt !== "" && id !== undefined && (
          <button
            type="button"
            class="recall"
            onClick={() => desk.writing.answer({ id, seq: entry.seq, text: excerpt })}
          >
            {words.answerThis}
          </button>
        )}
        {own && id !== undefined && turn !== undefined && entry.internal !== true && (
          <button type="button" class="recall" onClick={recall}>
            {words.recall}
          </button>
        )}
      </p>
      {entry.question?.answered === false && of !== undefined && me.rank === "coordinator" && (
        <AnswerQuestion question={{ case: of, key: entry.question.key, text: entry.text }} />
      )}
    </div>
  );
}

/** What an answer to it shows of it; nothing where there is nothing to be answered. */
function excerptOf({ text, picture, voice, file }: DeskEntry, words: Words): string {
  if (text !== "") return text;
  if (picture !== undefined) return words.photo;
  return file?.name ?? (voice === undefined ? "" : words.voice);
}

/** Opened by another program. */
const FileShown = ({
  file: { name, size, url },
}: {
  readonly file: NonNullable<DeskEntry["file"]>;
}) => (
  <a class="file" {...(url !== undefined && { href: url })} download={name}>
    <FileIcon />
    <span>
      {name} <small>{size}</small>
    </span>
  </a>
);

/** Of the machine's messages only the one that did not arrive matters to a helper. */
const tells = ({ from, delivery }: DeskEntry) => from.who !== "machine" || delivery === "failed";

function Delivery({ delivery }: { readonly delivery: NonNullable<DeskEntry["delivery"]> }) {
  const { words } = useHand();
  const says = {
    waiting: words.deliveryWaiting,
    sent: words.deliverySent,
    reached: words.deliveryReached,
    seen: words.deliverySeen,
    perhaps: words.deliveryPerhaps,
    failed: words.deliveryFailed,
  }[delivery];
  return (
    <span class={`delivery ${delivery}`}>
      <DeliveryIcon delivery={delivery} />
      {says}
      {delivery === "failed" && <small>{words.deliveryFailedDo}</small>}
      {delivery === "perhaps" && <small>{words.deliveryPerhapsDo}</small>}
    </span>
  );
}

/** Written here, not yet in the thread. */
function Going({ going }: { readonly going: Outgoing }) {
  const { desk, words } = useHand();
  const internal = going.kind === "note";
  return (
    <div class={`said going ${internal ? "internal" : "propagandist"}`}>
      {internal && (
        <p class="who">
          <LockIcon />
          {words.internal}
        </p>
      )}
      <p class="text">{textOf(going, words)}</p>
      <p class="when">
        {desk.shown.online || going.state.is === "taken" ? words.goingOut : words.goingWaits}
      </p>
    </div>
  );
}

export function textOf({ kind, text }: Outgoing, words: Words): string {
  switch (kind) {
    case "say":
    case "note":
      return text;
    case "photo":
      return `[${words.notSentPhoto}]`;
    case "voice":
      return `[${words.notSentVoice}]`;
    case "file":
      return `[${words.notSentFile}] ${text}`;
  }
}

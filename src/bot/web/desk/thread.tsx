import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { DeskCase, DeskEntry } from "../wire.ts";
import { dayName, dayOf, hourOf } from "./calendar.ts";
import { LockIcon } from "./icons.tsx";
import { useHand } from "./in-hand.ts";
import { forCase, type Outgoing } from "./outbox.ts";
import { serverNow } from "./server.ts";
import { Sheet } from "./sheet.tsx";
import { linesOf, newestIn } from "./thread-lines.ts";
import type { Words } from "./words.ts";

/** Nearer to the end than this, and the reader follows what arrives. */
const atEnd = 120;

/** What was said, oldest first; stays at the end while the reader is at the end. */
export function Thread({ id, found }: { readonly id: string; readonly found: DeskCase | undefined }) {
  const { desk, me, words } = useHand();
  const [large, setLarge] = useState<{ readonly url: string; readonly alt: string }>();
  const [below, setBelow] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const following = useRef(true);

  const thread = found?.thread ?? [];
  const lines = linesOf(thread, forCase(desk.shown.outbox, id));
  const last = lines[lines.length - 1]?.id;
  const newest = newestIn(thread);
  const shown = useRef(last);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    if (following.current || last?.startsWith("going") === true) {
      element.scrollTop = element.scrollHeight;
    } else if (shown.current !== undefined && last !== shown.current) {
      setBelow(true);
    }
    shown.current = last;
  }, [last, found === undefined]);

  useLayoutEffect(() => {
    if (found?.canWrite === true && newest > 0) desk.markRead(id, newest);
  });

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
        {found === undefined && <p class="empty">{words.opening}</p>}
        {found !== undefined && lines.length === 0 && <p class="empty">{words.threadEmpty}</p>}
        {lines.map((line) => {
          switch (line.is) {
            case "day":
              return (
                <p key={line.id} class="day">
                  {dayName(line.day, dayOf(serverNow()), me.language)}
                </p>
              );
            case "entry":
              return (
                <Said
                  key={line.id}
                  entry={line.entry}
                  who={whoSpeaks(line.entry, found, me.name, words)}
                  onOpen={setLarge}
                />
              );
            case "going":
              return <Going key={line.id} going={line.going} />;
          }
        })}
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
  entry,
  who,
  onOpen,
}: {
  readonly entry: DeskEntry;
  readonly who: string | undefined;
  readonly onOpen: (picture: { url: string; alt: string }) => void;
}) {
  const { words } = useHand();
  const { picture } = entry;
  return (
    <div class={`said ${entry.internal === true ? "internal" : entry.from.who}`}>
      {entry.internal === true && (
        <p class="who">
          <LockIcon />
          {words.internal}
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
          <img src={picture.url} alt="" loading="lazy" />
        </button>
      )}
      {entry.voice !== undefined && (
        // biome-ignore lint/a11y/useMediaCaption: a neighbour's voice message has no captions
        <audio controls preload="none" src={entry.voice.url} aria-label={words.voice} />
      )}
      {entry.text !== "" && <p class="text">{entry.text}</p>}
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
        {entry.delivery !== undefined && entry.internal !== true && (
          <Delivery delivery={entry.delivery} />
        )}
      </p>
    </div>
  );
}

function Delivery({ delivery }: { readonly delivery: NonNullable<DeskEntry["delivery"]> }) {
  const { words } = useHand();
  const says = {
    waiting: ["○", words.deliveryWaiting],
    sent: ["✓", words.deliverySent],
    seen: ["✓✓", words.deliverySeen],
    failed: ["!", words.deliveryFailed],
  } as const;
  const [mark, word] = says[delivery];
  return (
    <span class={`delivery ${delivery}`}>
      <span aria-hidden="true">{mark}</span> {word}
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
  }
}

import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { offerGoneBy } from "./banners.tsx";
import { CurrentLine, CurrentStep } from "./current-step.tsx";
import { dayName, dayOf } from "./dates.ts";
import { currentEntry, newestSeq, pressable } from "./entries.ts";
import { Icon } from "./icons.tsx";
import { mayDo } from "./may-do.ts";
import { Message } from "./message.tsx";
import { pressedTurn, recalling } from "./outbox.ts";
import type { PersonTools } from "./parts.ts";
import type { Session } from "./session.ts";
import type { Shown } from "./shown.ts";
import { UnsentMessage } from "./unsent-message.tsx";
import type { Reading } from "./use-reading.ts";
import { useSeen } from "./use-seen.ts";
import type { Words } from "./words.ts";

/** How near to the end still counts as reading the newest, in CSS pixels. */
const nearEnd = 80;

/** All messages in their order; above them, when the page is seen again, the step one stands at. */
export function Conversation(props: {
  words: Words;
  shown: Shown;
  session: Session;
  reading: Reading;
  tools: PersonTools | undefined;
  children: ComponentChildren;
}) {
  const { words, shown, session, reading } = props;
  const { entries, unsent, state, card } = shown;
  const box = useRef<HTMLElement>(null);
  const log = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const settledAt = useRef(0);
  const [pill, setPill] = useState<"fresh" | "step">();
  const seen = useSeen(session);

  const current = currentEntry(entries, state);
  const active = pressable(entries, state);
  const goneBy = offerGoneBy(shown);
  const pressed =
    pressedTurn(unsent, active?.turn) ??
    (active !== undefined && shown.held === active.turn ? "held" : undefined);
  const choosing = {
    pressed:
      pressed === "held" || pressed?.content.kind !== "press" ? undefined : pressed.content.choice,
    quiet: pressed !== undefined,
    onPress: (entry: Parameters<Session["press"]>[0], choice: Parameters<Session["press"]>[1]) =>
      session.press(entry, choice),
  };

  function settle(top: number): void {
    const here = box.current;
    if (here === null) return;
    here.scrollTop = top;
    settledAt.current = here.scrollTop;
  }

  function toNewest(): void {
    const here = box.current;
    const last = log.current?.lastElementChild;
    if (here === null || !(last instanceof HTMLElement)) return;
    follows.current = true;
    setPill(undefined);
    // A question higher than the screen begins at its first word.
    const tall = last.offsetHeight > here.clientHeight;
    settle(tall ? last.offsetTop - 8 : here.scrollHeight);
  }

  function toCard(): void {
    follows.current = false;
    setPill(undefined);
    settle(0);
  }

  const newest = newestSeq(entries);
  const newestIsOwn = entries[entries.length - 1]?.from.who === "resident";
  /** Something was said after the question on the card. */
  const newsBelow = current !== undefined && newest > current.seq && !newestIsOwn;
  useLayoutEffect(() => {
    if (card === "whole") {
      toCard();
      if (newsBelow) setPill("fresh");
    } else toNewest();
  }, [card]);
  useLayoutEffect(() => {
    if (card === "whole") {
      if (newsBelow) setPill("fresh");
    } else if (follows.current || newestIsOwn) toNewest();
    else setPill("fresh");
  }, [newest]);
  useLayoutEffect(() => {
    if (card !== "whole" && unsent.length > 0) toNewest();
  }, [unsent.length]);

  // The keyboard, a picture or larger letters change heights: who reads the newest goes on doing so.
  useEffect(() => {
    if (typeof ResizeObserver === "undefined" || box.current === null) return;
    const watch = new ResizeObserver(() => {
      if (follows.current) toNewest();
    });
    watch.observe(box.current);
    if (log.current !== null) watch.observe(log.current);
    return () => watch.disconnect();
  }, []);

  function onScroll(): void {
    const here = box.current;
    if (here === null || Math.abs(here.scrollTop - settledAt.current) < 3) return;
    settledAt.current = -1;
    const left = here.scrollHeight - here.clientHeight - here.scrollTop;
    follows.current = left < nearEnd && (card !== "whole" || here.scrollTop > nearEnd);
    if (card === "whole") {
      const away = here.scrollTop > here.clientHeight * 0.6;
      setPill((now) => (away ? "step" : now === "fresh" && newsBelow ? now : undefined));
    } else if (follows.current) setPill(undefined);
  }

  const own = entries.filter(({ from }) => from.who === "resident");
  const come = { theirs: state.theirs, newest: newestSeq(own) };
  const today = dayOf(Date.now());
  let day = -1;
  const rows: ComponentChildren[] = [];
  entries.forEach((entry, i) => {
    const entryDay = dayOf(entry.at);
    if (entryDay !== day) {
      day = entryDay;
      // Today needs no name as long as nothing older is there.
      if (i > 0 || entryDay !== today) {
        rows.push(
          <p class="day" key={`day-${entryDay}`}>
            {dayName(entryDay, today, words)}
          </p>,
        );
      }
    }
    const before = entries[i - 1];
    rows.push(
      <Message
        key={entry.seq}
        words={words}
        entry={entry}
        first={before === undefined || speakerOf(before) !== speakerOf(entry) || rows.length === 0}
        named={before?.from.who !== "resident" && before?.from.who !== "machine"}
        last={i === entries.length - 1}
        choosing={card !== "whole" && entry === active && !goneBy ? choosing : undefined}
        asked={shown.asked === entry.seq}
        reading={reading}
        seen={seen}
        come={come}
        may={mayDo(entry, state)}
        tools={props.tools}
        language={state.language}
        going={recalling(unsent, entry.turn)}
        onAnswer={session.answer}
        onTakeBack={session.takeBack}
      />,
    );
  });

  const thinking =
    newestIsOwn && unsent.length === 0 && state.withPerson === undefined && card === "none";
  return (
    <div class="talk-frame">
      {card === "line" && current !== undefined && (
        <CurrentLine words={words} entry={current} onShow={() => session.showCard("whole")} />
      )}
      <main
        class="talk"
        ref={box}
        onScroll={onScroll}
        // Long conversations are scrolled by keyboard as well.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs a place in the tab order
        tabIndex={0}
        aria-label={words.conversation}
      >
        {card === "whole" && current !== undefined && (
          <>
            <CurrentStep
              words={words}
              entry={current}
              choosing={current === active ? choosing : undefined}
              reading={reading}
              seen={seen}
            />
            <h2 class="earlier">{words.earlier}</h2>
          </>
        )}
        <div class="log" role="log" aria-live="polite" aria-relevant="additions" ref={log}>
          {rows}
          {unsent.filter(isShown).map((one) => (
            <UnsentMessage
              key={one.key}
              words={words}
              unsent={one}
              offline={shown.offline}
              session={session}
            />
          ))}
          {thinking && (
            <p class="thinking" key="thinking" aria-hidden="true">
              {words.thinking}
            </p>
          )}
          {props.children}
        </div>
      </main>
      {pill === "fresh" && (
        <button
          type="button"
          class="pill"
          onClick={() => {
            session.showCard(card === "whole" ? "none" : card);
            toNewest();
          }}
        >
          <Icon name="down" /> {words.fresh}
        </button>
      )}
      {pill === "step" && (
        <button type="button" class="pill" onClick={toCard}>
          <Icon name="up" /> {words.toStep}
        </button>
      )}
    </div>
  );
}

/** What is taken back is shown where it stands; only a refusal is said apart. */
const isShown = ({ content, progress }: Shown["unsent"][number]): boolean =>
  content.kind !== "recall" || progress.state === "refused";

function speakerOf({ from }: Shown["entries"][number]): string {
  return from.who === "propagandist" ? `${from.name}, ${from.role}` : from.who;
}

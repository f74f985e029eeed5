import type { ChatOpened, ChatState } from "../wire/chat.ts";
import type { Entry } from "../wire/entry.ts";
import { confirming } from "./confirming.ts";
import { begun, currentEntry, merged, newestSeq } from "./entries.ts";
import * as keep from "./keep.ts";
import { readNews } from "./news.ts";
import * as box from "./outbox.ts";
import { sending } from "./sending.ts";
import * as server from "./server.ts";
import { type Shown, showing as shownNow } from "./shown.ts";

export type Returned =
  | { readonly ok: true }
  | { readonly ok: false; readonly says?: string; readonly lost: boolean };

type Sent =
  | { readonly kind: "photo" }
  | { readonly kind: "voice"; readonly seconds: number }
  | { readonly kind: "file"; readonly name: string };

export interface Session {
  shown(): Shown;
  subscribe(listener: () => void): () => void;
  write(text: string): void;
  press(entry: Entry, choice: { readonly id: string; readonly says: string }): void;
  sendMedia(what: Sent, media: keep.Media): void;
  /** The next words, picture or recording answers this line; nothing takes it back. */
  answer(line: box.Answered | undefined): void;
  /** One's own words to a person are gone, for them too. */
  takeBack(turn: string): void;
  showPlace(at: { readonly latitude: number; readonly longitude: number }): void;
  sendAgain(key: string): void;
  remove(key: string): void;
  /** An entry is really before the resident's eyes. */
  sawEntry(seq: number): void;
  returnWith(code: string): Promise<Returned>;
  showCard(card: Shown["card"]): void;
}

const awayAfter = 60_000;
/** A recording that comes later than this surprises whoever asked for it. */
const playsWithin = 30_000;

export function openSession(): Session {
  const showing = shownNow(keep.keptUnsent());
  const { now: shown, change, reached } = showing;

  let opening: Promise<void> | undefined;
  let wake: (() => void) | undefined;
  /** The page has just been seen again: what arrives now was missed, and does not push the card away. */
  let resuming = false;
  let hiddenAt: number | undefined;
  let wroteAt = Number.NEGATIVE_INFINITY;

  const confirm = confirming(showing, () => void open(true));
  const outgoing = sending({
    showing,
    seen: confirm.seen,
    // Opening ends by sending what waits.
    ready: () => shown().header !== undefined && opening === undefined,
    onOverdue: () => void news.refresh(),
    onGone: () => open(true),
  });
  const news = readNews({
    newest: () => newestSeq(shown().entries),
    entries: takeEntries,
    state(state) {
      const erased = shown().state.returnCode !== undefined && state.returnCode === undefined;
      change({ state });
      // What was erased there is not to be read here either: the page takes what is left, from the start.
      if (erased) void open(false);
    },
    reached(trouble) {
      if (trouble?.kind === "no-conversation") void open(true);
      else reached(trouble?.kind !== "lost");
    },
  });

  // Opening ------------------------------------------------------------------

  function open(anew: boolean): Promise<void> {
    opening ??= openUntilDone(anew).finally(() => {
      opening = undefined;
      outgoing.next();
    });
    return opening;
  }

  async function openUntilDone(anew: boolean): Promise<void> {
    news.stop();
    for (let tries = 0; ; tries++) {
      const answer = await server.openChat();
      if (answer.ok) {
        takeOpened(answer.body, anew);
        return;
      }
      const { trouble } = answer;
      reached(trouble.kind !== "lost");
      if (trouble.kind === "refused" && trouble.status === 410) {
        // It went to another phone: nothing of it is to be seen here any more.
        const { header: _, held: __, ...rest } = shown();
        for (const { key } of rest.unsent) keep.forgetUnsent(key);
        keep.keepDraft("");
        const closed = trouble.says ?? "";
        showing.replace({ ...rest, entries: [], unsent: [], card: "none", closed });
        return;
      }
      if (trouble.kind === "refused") change({ closed: trouble.says ?? "" });
      await pause(trouble.kind === "busy" ? trouble.wait : Math.min(15_000, 1_000 * 2 ** tries));
    }
  }

  /** Waits, but not past the moment the network is back. */
  function pause(milliseconds: number): Promise<void> {
    return new Promise((done) => {
      const timer = setTimeout(done, milliseconds);
      wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  }

  function takeOpened(opened: ChatOpened, anew: boolean): void {
    const { entries } = merged([], opened.entries);
    const { closed: _, held: __, ...rest } = shown();
    confirm.beginAnew();
    showing.replace({
      ...rest,
      entries,
      state: opened.state,
      header: opened.header,
      unsent: outgoing.withoutArrived(
        rest.unsent.filter(({ progress }) => progress.state !== "taken"),
        entries,
      ),
      offline: false,
      startedAnew: anew,
      card: cardFor(entries, opened.state),
    });
    news.start();
    outgoing.next();
    confirm.arrived();
  }

  // Reading ------------------------------------------------------------------

  function takeEntries(told: readonly Entry[]): void {
    const { entries, fresh } = merged(shown().entries, told);
    if (entries === shown().entries) return;
    const unsent = outgoing.withoutArrived(shown().unsent, told);
    const live = !resuming && fresh.some(({ from }) => from.who !== "resident");
    const wanted = live && !document.hidden && Date.now() - wroteAt < playsWithin;
    const asked = wanted ? machinesVoice(fresh) : undefined;
    change({
      entries,
      unsent,
      ...(live ? { card: "none" as const } : {}),
      ...(asked === undefined ? {} : { asked: asked.seq }),
    });
    confirm.arrived();
  }

  // Writing ------------------------------------------------------------------

  function put(content: box.Content): string {
    resuming = false;
    wroteAt = Date.now();
    return outgoing.put(content);
  }

  function putNow(content: box.Content): void {
    put(content);
    outgoing.next();
  }

  /** What was to be answered is answered by this. */
  function answered(): { readonly answers?: box.Answered } {
    const { answering, ...rest } = shown();
    showing.replace(rest);
    return answering === undefined ? {} : { answers: answering };
  }

  // Coming and going ----------------------------------------------------------

  function hurry(): void {
    wake?.();
    outgoing.hurry();
  }

  async function seenAgain(): Promise<void> {
    const away = hiddenAt === undefined ? 0 : Date.now() - hiddenAt;
    hiddenAt = undefined;
    if (shown().header === undefined) return;
    hurry();
    if (away < awayAfter) {
      void news.refresh();
      return;
    }
    const cardNow = (): void => change({ card: cardFor(shown().entries, shown().state) });
    resuming = true;
    cardNow();
    news.returned();
    await news.refresh();
    if (!resuming) return; // the resident has gone on meanwhile
    resuming = false;
    cardNow();
  }

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) hiddenAt = Date.now();
    else void seenAgain();
  });
  addEventListener("online", () => {
    hurry();
    void news.refresh();
  });
  addEventListener("offline", () => reached(false));

  void open(false);

  return {
    shown,
    subscribe: showing.subscribe,
    write: (text) => putNow({ kind: "text", text, ...answered() }),
    answer(line) {
      const { answering: _, ...rest } = shown();
      showing.replace(line === undefined ? rest : { ...rest, answering: line });
    },
    takeBack(turn) {
      if (!box.recalling(shown().unsent, turn)) putNow({ kind: "recall", turn });
    },
    showPlace: ({ latitude, longitude }) => putNow({ kind: "place", latitude, longitude }),
    press(entry, { id, says }) {
      const { turn } = entry;
      if (turn === undefined || shown().held === turn) return;
      if (box.pressedTurn(shown().unsent, turn) !== undefined) return;
      putNow({ kind: "press", turn, choice: id, says });
    },
    sendMedia(what, media) {
      const key = put({ ...what, ...answered() });
      void keep.keepMedia(key, media).then(outgoing.next);
    },
    sendAgain(key) {
      change({ unsent: box.again(shown().unsent, key) });
      outgoing.next();
    },
    remove(key) {
      keep.forgetUnsent(key);
      change({ unsent: box.without(shown().unsent, key) });
    },
    sawEntry: confirm.saw,
    async returnWith(code) {
      const answer = await server.returnWith(code);
      if (answer.ok) {
        news.stop();
        takeOpened(answer.body, false);
        return { ok: true };
      }
      const { trouble } = answer;
      if (trouble.kind === "refused" && trouble.says !== undefined) {
        return { ok: false, lost: false, says: trouble.says };
      }
      return { ok: false, lost: trouble.kind === "lost" };
    },
    showCard(card) {
      resuming = false;
      change({ card });
    },
  };
}

function cardFor(entries: readonly Entry[], state: ChatState): Shown["card"] {
  if (currentEntry(entries, state) === undefined || !begun(entries)) return "none";
  return state.withPerson === undefined ? "whole" : "line";
}

/** The machine says with a voice only what *Nghe* asked for. */
const machinesVoice = (entries: readonly Entry[]): Entry | undefined =>
  entries.filter(({ from, voice }) => from.who === "machine" && voice !== undefined).pop();

import type { ChatOpened, ChatSaid, ChatState } from "../wire/chat.ts";
import type { Entry } from "../wire/entry.ts";
import { begun, currentEntry, merged, newestSeq } from "./entries.ts";
import * as keep from "./keep.ts";
import { readNews } from "./news.ts";
import * as box from "./outbox.ts";
import * as server from "./server.ts";

/** Everything the screen shows; replaced as a whole whenever something changes. */
export interface Shown {
  readonly entries: readonly Entry[];
  readonly state: ChatState;
  readonly unsent: box.Outbox;
  /** Missing until the server first answered. */
  readonly header?: ChatOpened["header"];
  /** The network, or the server behind it, cannot be reached. */
  readonly offline: boolean;
  /** The server would not open a conversation, in its own words. */
  readonly closed?: string;
  /** The conversation this phone knew is gone; a new one has begun. */
  readonly startedAnew: boolean;
  /** The step one stands at, on top: whole, or as one line while a person is talking. */
  readonly card: "none" | "whole" | "line";
  /** The turn pressed a moment ago: its buttons stay quiet until the answer is here. */
  readonly held?: string;
  /** What the next words answer. */
  readonly answering?: box.Answered;
  /** The newest recording that answers what was written or pressed here a moment ago: it plays by itself. */
  readonly asked?: number;
}

export type Returned =
  | { readonly ok: true }
  | { readonly ok: false; readonly says?: string; readonly lost: boolean };

export interface Session {
  shown(): Shown;
  subscribe(listener: () => void): () => void;
  write(text: string): void;
  press(entry: Entry, choice: { readonly id: string; readonly says: string }): void;
  sendMedia(kind: "photo" | "voice", media: keep.Media, seconds: number): void;
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
const holdFor = 3_000;
/** A recording that comes later than this surprises whoever asked for it. */
const playsWithin = 30_000;

export function openSession(): Session {
  let shown: Shown = {
    entries: [],
    state: { waitingForPerson: false, language: "vi" },
    unsent: keep.keptUnsent(),
    offline: false,
    startedAnew: false,
    card: "none",
  };
  const listeners = new Set<() => void>();
  function change(part: Partial<Shown>): void {
    shown = { ...shown, ...part };
    for (const listener of listeners) listener();
  }

  let opening: Promise<void> | undefined;
  let wake: (() => void) | undefined;
  let sendTimer: ReturnType<typeof setTimeout> | undefined;
  let seen = 0;
  let confirmed = { seq: 0, reached: 0 };
  let seenTimer: ReturnType<typeof setTimeout> | undefined;
  /** The page has just been seen again: what arrives now was missed, and does not push the card away. */
  let resuming = false;
  let hiddenAt: number | undefined;
  let wroteAt = Number.NEGATIVE_INFINITY;

  const news = readNews({
    newest: () => newestSeq(shown.entries),
    entries: takeEntries,
    state(state) {
      const erased = shown.state.returnCode !== undefined && state.returnCode === undefined;
      change({ state });
      // What was erased there is not to be read here either: the page takes what is left, from the start.
      if (erased) void open(false);
    },
    reached(trouble) {
      if (trouble?.kind === "no-conversation") void open(true);
      else reached(trouble?.kind !== "lost");
    },
  });

  function reached(yes: boolean): void {
    if (shown.offline !== !yes) change({ offline: !yes });
  }

  // Opening ------------------------------------------------------------------

  function open(anew: boolean): Promise<void> {
    opening ??= openUntilDone(anew).finally(() => {
      opening = undefined;
      sendNext();
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
        const { header: _, held: __, ...rest } = shown;
        for (const { key } of shown.unsent) keep.forgetUnsent(key);
        keep.keepDraft("");
        shown = { ...rest, entries: [], unsent: [], card: "none", closed: trouble.says ?? "" };
        change({});
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
    const { closed: _, held: __, ...rest } = shown;
    seen = 0;
    confirmed = { seq: 0, reached: 0 };
    shown = {
      ...rest,
      entries,
      state: opened.state,
      header: opened.header,
      unsent: withoutArrived(
        shown.unsent.filter(({ progress }) => progress.state !== "taken"),
        entries,
      ),
      offline: false,
      startedAnew: anew,
      card: cardFor(entries, opened.state),
    };
    change({});
    news.start();
    sendNext();
    confirmArrived();
  }

  function cardFor(entries: readonly Entry[], state: ChatState): Shown["card"] {
    if (currentEntry(entries, state) === undefined || !begun(entries)) return "none";
    return state.withPerson === undefined ? "whole" : "line";
  }

  // Reading ------------------------------------------------------------------

  function takeEntries(told: readonly Entry[]): void {
    const { entries, fresh } = merged(shown.entries, told);
    if (entries === shown.entries) return;
    const unsent = withoutArrived(shown.unsent, told);
    const live = !resuming && fresh.some(({ from }) => from.who !== "resident");
    const wanted = live && !document.hidden && Date.now() - wroteAt < playsWithin;
    const asked = wanted ? machinesVoice(fresh) : undefined;
    change({
      entries,
      unsent,
      ...(live ? { card: "none" as const } : {}),
      ...(asked === undefined ? {} : { asked: asked.seq }),
    });
    confirmArrived();
  }

  /** A person who helps reads what has come here; of the machine's lines nobody asks. */
  function confirmArrived(): void {
    if (hasArrived()) confirmSeenSoon(1_000);
  }
  const hasArrived = (): boolean =>
    shown.state.withPerson !== undefined && newestSeq(shown.entries) > confirmed.reached;

  function withoutArrived(unsent: box.Outbox, entries: readonly Entry[]): box.Outbox {
    const keys = new Set<string>();
    for (const { key } of entries) if (key !== undefined) keys.add(key);
    for (const { key, content } of unsent) {
      if (!keys.has(key)) continue;
      keep.forgetUnsent(key);
      if (content.kind === "press") hold(content.turn);
    }
    return box.echoed(unsent, keys);
  }

  function hold(turn: string): void {
    change({ held: turn });
    setTimeout(() => {
      const { held, ...rest } = shown;
      if (held !== turn) return;
      shown = rest;
      change({});
    }, holdFor);
  }

  function sawEntry(seq: number): void {
    if (seq <= seen) return;
    seen = seq;
    confirmSeenSoon(1_000);
  }

  function confirmSeenSoon(wait: number): void {
    if (seenTimer !== undefined) return;
    seenTimer = setTimeout(() => {
      void confirmSeen().finally(() => {
        seenTimer = undefined;
        if (seen > confirmed.seq || hasArrived()) confirmSeenSoon(10_000);
      });
    }, wait);
  }

  async function confirmSeen(): Promise<void> {
    const now = { seq: seen, reached: newestSeq(shown.entries) };
    if (now.seq <= confirmed.seq && now.reached <= confirmed.reached) return;
    const answer = await server.confirmSeen(now);
    // One that the server refuses would be refused again; the next entry brings the next confirmation.
    if (answer.ok || answer.trouble.kind === "refused") confirmed = now;
    else if (answer.trouble.kind === "no-conversation") void open(true);
  }

  // Writing ------------------------------------------------------------------

  function put(content: box.Content): string {
    const unsent = box.written(keep.newKey(), content, seen, Date.now());
    keep.keepUnsent(unsent);
    resuming = false;
    wroteAt = Date.now();
    change({ unsent: [...shown.unsent, unsent], card: "none", startedAnew: false });
    return unsent.key;
  }

  /** What was to be answered is answered by this. */
  function answered(): { readonly answers?: box.Answered } {
    const { answering, ...rest } = shown;
    shown = rest;
    return answering === undefined ? {} : { answers: answering };
  }

  function sendNext(): void {
    if (sendTimer !== undefined) clearTimeout(sendTimer);
    sendTimer = undefined;
    if (shown.header === undefined || opening !== undefined) return; // opening ends by coming here
    const next = box.nextToSend(shown.unsent, Date.now());
    if (next.do === "wait") sendTimer = setTimeout(sendNext, Math.max(0, next.until - Date.now()));
    if (next.do === "send") void send(next.unsent).then(sendNext);
  }

  async function send(unsent: box.Unsent): Promise<void> {
    const { key } = unsent;
    change({ unsent: box.sending(shown.unsent, key) });
    const answer = await delivered(unsent);
    if (answer === "no-bytes") {
      change({ unsent: box.refused(shown.unsent, key) });
      return;
    }
    if (answer.ok) {
      keep.forgetUnsent(key);
      reached(true);
      change({ unsent: box.taken(shown.unsent, key) });
      // The stream brings the entry; when it does not, ask.
      setTimeout(() => {
        if (shown.unsent.some((mine) => mine.key === key)) void news.refresh();
      }, 2_500);
      return;
    }
    const { trouble } = answer;
    switch (trouble.kind) {
      case "refused":
        reached(true);
        change({ unsent: box.refused(shown.unsent, key, trouble.says) });
        return;
      case "lost":
        reached(false);
        change({ unsent: box.failed(shown.unsent, key, Date.now()) });
        return;
      case "busy":
        change({ unsent: box.failed(shown.unsent, key, Date.now(), trouble.wait) });
        return;
      case "no-conversation":
        change({ unsent: box.failed(shown.unsent, key, Date.now()) });
        await open(true);
        return;
    }
  }

  async function delivered({ key, content, seen: seq }: box.Unsent) {
    switch (content.kind) {
      case "text": {
        const { text, answers } = content;
        return server.say({ key, seen: seq, text, ...(answers && { answers: answers.seq }) });
      }
      case "place": {
        const { latitude, longitude } = content;
        return server.say({ key, seen: seq, place: { latitude, longitude } });
      }
      case "recall":
        return server.say({ key, seen: seq, recall: { turn: content.turn } });
      case "press": {
        const press = { turn: content.turn, choice: content.choice };
        const said: ChatSaid = { key, seen: seq, press };
        return server.say(said);
      }
      case "photo":
      case "voice": {
        const media = await keep.keptMedia(key);
        if (media === undefined) return "no-bytes" as const;
        return server.sendMedia(key, content.kind, media, content.answers?.seq);
      }
    }
  }

  function hurry(): void {
    change({ unsent: box.hurried(shown.unsent) });
    wake?.();
    sendNext();
  }

  // Coming and going ----------------------------------------------------------

  async function seenAgain(): Promise<void> {
    const away = hiddenAt === undefined ? 0 : Date.now() - hiddenAt;
    hiddenAt = undefined;
    if (shown.header === undefined) return;
    hurry();
    if (away < awayAfter) {
      void news.refresh();
      return;
    }
    resuming = true;
    change({ card: cardFor(shown.entries, shown.state) });
    news.returned();
    await news.refresh();
    if (!resuming) return; // the resident has gone on meanwhile
    resuming = false;
    change({ card: cardFor(shown.entries, shown.state) });
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
    shown: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    write(text) {
      put({ kind: "text", text, ...answered() });
      sendNext();
    },
    answer(line) {
      const { answering: _, ...rest } = shown;
      shown = rest;
      change(line === undefined ? {} : { answering: line });
    },
    takeBack(turn) {
      if (box.recalling(shown.unsent, turn)) return;
      put({ kind: "recall", turn });
      sendNext();
    },
    showPlace({ latitude, longitude }) {
      put({ kind: "place", latitude, longitude });
      sendNext();
    },
    press(entry, { id, says }) {
      const { turn } = entry;
      if (turn === undefined || shown.held === turn) return;
      if (box.pressedTurn(shown.unsent, turn) !== undefined) return;
      put({ kind: "press", turn, choice: id, says });
      sendNext();
    },
    sendMedia(kind, media, seconds) {
      const answers = answered();
      const key = put(kind === "photo" ? { kind, ...answers } : { kind, seconds, ...answers });
      void keep.keepMedia(key, media).then(sendNext);
    },
    sendAgain(key) {
      change({ unsent: box.again(shown.unsent, key) });
      sendNext();
    },
    remove(key) {
      keep.forgetUnsent(key);
      change({ unsent: box.without(shown.unsent, key) });
    },
    sawEntry,
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

/** The machine says with a voice only what *Nghe* asked for. */
const machinesVoice = (entries: readonly Entry[]): Entry | undefined =>
  entries.filter(({ from, voice }) => from.who === "machine" && voice !== undefined).pop();

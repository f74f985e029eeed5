import type { DeskAct, DeskActed } from "../wire/acts.ts";
import type { DeskCase, DeskCases } from "../wire/cases.ts";
import type { DeskMe } from "../wire/desk.ts";
import { ring, showCount } from "./bell.ts";
import { type Draft, emptyDraft, isStale, readDraft } from "./drafts.ts";
import { entranceOf, fragmentOfCase } from "./entrance.ts";
import { forget, keep, kept, keptUnder } from "./kept.ts";
import { newKey } from "./keys.ts";
import { allOf, badgeOf } from "./lists.ts";
import { listen } from "./live.ts";
import {
  answered,
  keptForm,
  nextToSend,
  type Outbox,
  type Outgoing,
  pauseAfter,
  readOutgoing,
  takenIn,
  without,
} from "./outbox.ts";
import { forgetAfar, renewAfar, tidyNotices } from "./phone/afar.ts";
import { ReadOnce } from "./read-once.ts";
import { Refusal, read, sayAway, serverNow, Unreachable, upload, write } from "./server.ts";
import type { Press, Shown } from "./shown.ts";
import { attemptDone, signInAttempt } from "./sign-in-attempt.ts";
import { newsBetween } from "./telling.ts";
import { newestIn } from "./thread-lines.ts";
import { en, vi, type Words } from "./words.ts";

/** Between two looks while no stream speaks, and while one does. */
const lookEvery = 5000;
const lookAnyway = 30_000;

/** How long a press is tried again before the person is asked to press once more. */
const pressLasts = 20_000;

/** What the page knows and does; components draw `shown` and call the rest. */
export class Desk {
  shown: Shown = {
    stage: { at: "opening" },
    cases: undefined,
    open: undefined,
    known: {},
    outbox: [],
    online: true,
    busy: new Set(),
    notice: undefined,
    spoken: "",
    sound: kept("sound") !== "off",
    greeted: true,
    renewed: false,
    redrafted: 0,
  };

  readonly #watchers = new Set<() => void>();
  /** Photos and voices on their way, by key: the outbox itself is only words. */
  readonly #bytes = new Map<string, Blob>();
  readonly #inFlight = new Set<string>();
  /** Keys of presses not answered yet: pressed again, they go with the same key. */
  readonly #pressed = new Map<string, string>();
  readonly #reading = new ReadOnce();
  readonly #readUpTo = new Map<string, number>();
  readonly #arrivedUpTo = new Map<string, number>();
  #failures = 0;
  #live = false;
  #hangUp: () => void = () => undefined;
  #looking: ReturnType<typeof setTimeout> | undefined;
  #sending: ReturnType<typeof setTimeout> | undefined;

  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  get language(): DeskMe["language"] {
    const { stage } = this.shown;
    if (stage.at === "inside") return stage.me.language;
    return kept("language") === "en" ? "en" : "vi";
  }

  get words(): Words {
    return this.language === "en" ? en : vi;
  }

  // ---- Coming in and going out

  async enter(): Promise<void> {
    addEventListener("hashchange", () => this.#follow());
    addEventListener("online", () => this.#reconnected());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.#look();
      else {
        if (this.shown.stage.at === "inside") sayAway();
        this.#renewUnseen();
      }
    });
    addEventListener("beforeunload", (event) => {
      if (this.#bytes.size > 0) event.preventDefault(); // a photo or voice would be lost
    });

    const entrance = entranceOf(location.hash);
    if (entrance.to === "sign-in") {
      history.replaceState(null, "", location.pathname + location.search);
      await this.signIn(entrance.code, entrance.by === "invitation");
      return;
    }
    await this.#whoAmI();
  }

  async signIn(code: string, greet = false): Promise<void> {
    this.#show({ stage: { at: "outside", entering: true } });
    try {
      this.#inside(await this.#entered(code));
      this.#show({ greeted: !greet });
    } catch (error) {
      const says = this.#sayOf(error, {
        404: "codeWrong",
        410: "codeExpired",
        429: "codeTooOften",
      });
      // The link was opened a second time on a phone that is already signed in.
      await this.#whoAmI(says);
    }
  }

  /** A lost answer is asked for once more at once; later the same link or code does it. */
  async #entered(code: string): Promise<DeskMe> {
    const ask = () => write<DeskMe>("sign-in", { code, attempt: signInAttempt() });
    const me = await ask().catch((error: unknown) => {
      if (error instanceof Unreachable) return ask();
      throw error;
    });
    attemptDone();
    return me;
  }

  async signOut(): Promise<void> {
    const mine = this.mine;
    await write("sign-out", {}).catch(() => undefined); // the phone forgets in any case
    for (const name of keptUnder(mine)) forget(name);
    forget("last");
    void forgetAfar().catch(() => undefined); // the server has forgotten it with the session
    this.#bytes.clear();
    this.#outside(undefined);
  }

  async #whoAmI(says?: string): Promise<void> {
    try {
      this.#inside(await read<DeskMe>("me"));
    } catch (error) {
      if (error instanceof Refusal && error.status === 401) this.#outside(says);
      else if (says === undefined && isPassing(error)) this.#offline();
      else this.#outside(says ?? this.#sayOf(error));
    }
  }

  /** Who somebody is cannot be asked now: asked again and again, and at once when the network is back. */
  #offline(): void {
    this.#show({ stage: { at: "offline" } });
    clearTimeout(this.#looking);
    this.#looking = setTimeout(() => this.#behind(this.#whoAmI()), lookEvery);
  }

  tryAgain(): void {
    this.#behind(this.#whoAmI());
  }

  /** What of this phone's own was not sent yet. Only how much: whoever holds it now may not be signed in. */
  get unsent(): { readonly messages: number; readonly drafts: number } {
    const mine = kept("last");
    if (mine === null) return { messages: 0, drafts: 0 };
    return {
      messages: keptUnder(`of:${mine}:out:`).length,
      drafts: keptUnder(`of:${mine}:draft:`).length,
    };
  }

  #inside(me: DeskMe): void {
    keep("language", me.language);
    keep("last", me.id);
    document.documentElement.lang = me.language;
    this.#show({ stage: { at: "inside", me } });
    const outbox = keptUnder(`${this.mine}out:`).flatMap((name) => {
      const outgoing = readOutgoing(kept(name));
      if (outgoing === undefined) forget(name);
      return outgoing ?? [];
    });
    outbox.sort((one, other) => one.at - other.at);
    for (const name of keptUnder(`${this.mine}draft:`)) {
      if (isStale(readDraft(kept(name)), Date.now())) forget(name);
    }
    this.#show({ outbox });
    this.#follow();
    this.#hangUp();
    this.#hangUp = listen({
      cases: () => this.#behind(this.readCases()),
      case: (id) => {
        if (this.shown.known[id] !== undefined) this.#behind(this.readCase(id));
      },
      live: (live) => {
        // Said again at every failed attempt, which must not put off the next look.
        if (live === this.#live) return;
        this.#live = live;
        this.#lookLater();
      },
    });
    this.#look();
    this.#send();
    // Where it fails the settings say "off", and a press there says why.
    void renewAfar(this.mine).catch(() => undefined);
  }

  #outside(says: string | undefined): void {
    this.#hangUp();
    clearTimeout(this.#looking);
    clearTimeout(this.#sending);
    this.#live = false;
    const at = { at: "outside", entering: false } as const;
    this.#show({
      stage: says === undefined ? at : { ...at, says },
      cases: undefined,
      known: {},
      outbox: [],
      notice: undefined,
    });
  }

  /** Names of what this person keeps on this phone begin so: a phone may have two helpers. */
  get mine(): string {
    const { stage } = this.shown;
    return stage.at === "inside" ? `of:${stage.me.id}:` : "of:nobody:";
  }

  // ---- Where we are

  openCase(id: string): void {
    location.hash = fragmentOfCase(id);
  }

  closeCase(): void {
    if (location.hash !== "") history.pushState(null, "", location.pathname + location.search);
    this.#follow();
  }

  #follow(): void {
    const entrance = entranceOf(location.hash);
    if (entrance.to === "sign-in") {
      history.replaceState(null, "", location.pathname + location.search);
      this.#behind(this.signIn(entrance.code, entrance.by === "invitation"));
      return;
    }
    const open = entrance.to === "case" ? entrance.id : undefined;
    this.#show({ open });
    if (open !== undefined && this.shown.stage.at === "inside") this.#behind(this.readCase(open));
  }

  // ---- Reading

  readCases(): Promise<void> {
    return this.#reading.of("", async () => {
      const cases = await read<DeskCases>("cases");
      this.#reached();
      const before = this.shown.cases;
      this.#show({ cases });
      this.#tell(before, cases);
      for (const { id, newest } of cases.mine) if (newest !== undefined) this.#arrived(id, newest);
      const waits = new Set(cases.waiting.map(({ id }) => id));
      void tidyNotices(waits).catch(() => undefined); // they stay until the next look
    });
  }

  readCase(id: string): Promise<void> {
    return this.#reading.of(id, async () => {
      const taken = takenIn(this.shown.outbox, id);
      try {
        const found = await read<DeskCase>(`cases/${encodeURIComponent(id)}`);
        this.#reached();
        this.#show({ known: { ...this.shown.known, [id]: found } });
        this.#setOutbox(without(this.shown.outbox, taken));
      } catch (error) {
        if (!(error instanceof Refusal) || error.status !== 404) throw error;
        this.#reached();
        forget(`${this.mine}draft:${id}`);
        this.#show({ known: { ...this.shown.known, [id]: "gone" } });
      }
    });
  }

  /** Reads on its own behalf: the person did not press anything, so a failure shows only as "no network". */
  #behind(work: Promise<void>): void {
    work.catch((error: unknown) => this.#failed(error));
  }

  /** The worker heard that something is new. */
  look(): void {
    this.#look();
  }

  #look(): void {
    const { open, stage } = this.shown;
    if (stage.at !== "inside") return;
    this.#behind(this.readCases());
    if (open !== undefined) this.#behind(this.readCase(open));
    this.#lookLater();
  }

  #lookLater(): void {
    clearTimeout(this.#looking);
    // A stream may still stand while what it told could not be read.
    const well = this.#live && this.shown.online;
    this.#looking = setTimeout(() => this.#look(), well ? lookAnyway : lookEvery);
  }

  #reached(): void {
    this.#failures = 0;
    if (!this.shown.online) this.#show({ online: true });
  }

  #failed(error: unknown): void {
    if (error instanceof Refusal && error.status === 401) {
      this.#outside(this.words.signedOut);
    } else if (isPassing(error)) {
      this.#show({ online: false });
      this.#lookLater();
    } else if (!(error instanceof Refusal)) {
      throw error;
    }
  }

  #reconnected(): void {
    this.#failures = 0;
    if (this.shown.stage.at === "offline") {
      this.tryAgain();
      return;
    }
    this.#look();
    this.#send();
  }

  /** New people and new messages are heard, spoken and counted. */
  #tell(before: DeskCases | undefined, after: DeskCases): void {
    const { stage, sound, open } = this.shown;
    if (stage.at !== "inside") return;
    const inSight = document.visibilityState === "visible" ? open : undefined;
    const news = newsBetween(before, after, { duty: stage.me.duty, inSight }, this.words);
    if (news.says.length > 0) this.#show({ spoken: news.says.join(". ") });
    if (sound && news.rings !== undefined) ring(news.rings);
  }

  // ---- Drafts

  draftOf(id: string): Draft {
    const name = kept(`${this.mine}draft:${id}`);
    return name === null ? emptyDraft : readDraft(name);
  }

  keepDraft(id: string, text: string, internal: boolean): void {
    const name = `${this.mine}draft:${id}`;
    if (text === "" && !internal) forget(name);
    else keep(name, JSON.stringify({ text, internal, at: Date.now() } satisfies Draft));
  }

  // ---- Writing

  /** A note answers nobody. */
  say(id: string, text: string, internal: boolean): void {
    const { answering } = this.shown;
    const answers = !internal && answering?.id === id ? { answers: answering.seq } : {};
    this.#put({ case: id, kind: internal ? "note" : "say", text, ...answers });
    if (!internal) this.answer(undefined);
  }

  /** What is written next stands under this line. */
  answer(answering: Shown["answering"]): void {
    this.#show({ answering });
  }

  sendBytes(id: string, kind: "photo" | "voice", bytes: Blob): void {
    this.#put({ case: id, kind, text: "" }, bytes);
  }

  drop(key: string): void {
    this.#setOutbox(without(this.shown.outbox, new Set([key])));
  }

  /** A stopped message goes back into the box, before whatever has been begun there since. */
  correct(outgoing: Outgoing): void {
    const { text, internal } = this.draftOf(outgoing.case);
    const both = text === "" ? outgoing.text : `${outgoing.text}\n${text}`;
    // A note never turns into a message, whatever it is joined with.
    const note = outgoing.kind === "note" || (internal && text !== "");
    this.keepDraft(outgoing.case, both, note);
    this.drop(outgoing.key);
    this.#show({ redrafted: this.shown.redrafted + 1 });
  }

  #put(what: Pick<Outgoing, "case" | "kind" | "text" | "answers">, bytes?: Blob): void {
    const key = newKey();
    const known = this.shown.known[what.case];
    const after = known === undefined || known === "gone" ? 0 : newestIn(known.thread);
    if (bytes !== undefined) this.#bytes.set(key, bytes);
    this.#setOutbox([
      ...this.shown.outbox,
      { ...what, key, at: serverNow(), after, state: { is: "waiting" } },
    ]);
    this.#send();
  }

  #setOutbox(outbox: Outbox): void {
    const now = new Map(outbox.map((outgoing) => [outgoing.key, outgoing]));
    for (const { key } of this.shown.outbox) {
      if (now.has(key)) continue;
      forget(`${this.mine}out:${key}`);
      this.#bytes.delete(key);
    }
    for (const outgoing of outbox) {
      const form = keptForm(outgoing);
      if (form === undefined) forget(`${this.mine}out:${outgoing.key}`);
      else keep(`${this.mine}out:${outgoing.key}`, form);
      if (outgoing.state.is !== "waiting") this.#bytes.delete(outgoing.key);
    }
    this.#show({ outbox });
  }

  #send(): void {
    clearTimeout(this.#sending);
    for (const outgoing of nextToSend(this.shown.outbox, this.#inFlight)) {
      this.#inFlight.add(outgoing.case);
      this.#behind(this.#deliver(outgoing));
    }
  }

  async #deliver(outgoing: Outgoing): Promise<void> {
    let pause = 0;
    try {
      const answer = await this.#post(outgoing);
      this.#reached();
      this.#setOutbox(answered(this.shown.outbox, outgoing.key, answer));
      this.#behind(this.readCase(outgoing.case));
    } catch (error) {
      const final = error instanceof Refusal && ![401, 429].includes(error.status);
      if (final && error.status < 500) {
        const says = this.#sayOf(error, { 413: "tooBig" });
        const no = { ok: false, reason: "unknown", says } as const;
        this.#setOutbox(answered(this.shown.outbox, outgoing.key, no));
      } else {
        this.#failures += 1;
        const asked = error instanceof Refusal ? error.retryAfter : undefined;
        pause = asked ?? pauseAfter(this.#failures);
        throw error;
      }
    } finally {
      this.#inFlight.delete(outgoing.case);
      clearTimeout(this.#sending);
      this.#sending = setTimeout(() => this.#send(), pause);
    }
  }

  #post({ key, case: id, kind, text, answers }: Outgoing): Promise<DeskActed> {
    const path = `cases/${encodeURIComponent(id)}`;
    if (kind === "say" || kind === "note") {
      const act: DeskAct =
        kind === "say" && answers !== undefined
          ? { key, act: kind, text, answers }
          : { key, act: kind, text };
      return write<DeskActed>(`${path}/acts`, act);
    }
    const bytes = this.#bytes.get(key) ?? new Blob();
    return upload<DeskActed>(`${path}/media?key=${encodeURIComponent(key)}&kind=${kind}`, bytes);
  }

  /** Tells the server what was on the screen, once. */
  markRead(id: string, seq: number): void {
    if (document.visibilityState !== "visible" || seq <= (this.#readUpTo.get(id) ?? 0)) return;
    this.#readUpTo.set(id, seq);
    const act: DeskAct = { key: newKey(), act: "read", seq };
    write<DeskActed>(`cases/${encodeURIComponent(id)}/acts`, act).then(
      () => this.#behind(this.readCases()),
      () => this.#readUpTo.delete(id), // the next look at the case says it again
    );
  }

  /** Tells the server that this telephone knows of it, looked at or not. */
  #arrived(id: string, seq: number): void {
    if (seq <= (this.#arrivedUpTo.get(id) ?? 0)) return;
    this.#arrivedUpTo.set(id, seq);
    const act: DeskAct = { key: newKey(), act: "reached", seq };
    write<DeskActed>(`cases/${encodeURIComponent(id)}/acts`, act).catch(
      () => this.#arrivedUpTo.delete(id), // the next look at the lists says it again
    );
  }

  // ---- Pressing

  /** Claim, release, hand back. Tried again with the same key; a refusal is shown and handed back. */
  async press(id: string, press: Press): Promise<DeskActed> {
    const name = `${press.act} ${id}`;
    const identity = `${id} ${JSON.stringify(press)}`;
    const key = this.#pressed.get(identity) ?? newKey();
    this.#pressed.set(identity, key);
    this.#show({ busy: new Set([...this.shown.busy, name]), notice: undefined });
    try {
      const answer = await this.#insist(`cases/${encodeURIComponent(id)}/acts`, {
        ...press,
        key,
      } as DeskAct);
      this.#pressed.delete(identity);
      this.#reached();
      await Promise.all([this.readCases(), this.readCase(id)]).catch((error: unknown) =>
        this.#failed(error),
      );
      return answer;
    } catch (error) {
      this.#failed(error);
      const says = error instanceof Refusal ? this.#sayOf(error) : this.words.slowNetwork;
      return { ok: false, reason: "unknown", says };
    } finally {
      this.#show({ busy: new Set([...this.shown.busy].filter((one) => one !== name)) });
    }
  }

  async claim(id: string): Promise<void> {
    const answer = await this.press(id, { act: "claim" });
    if (answer.ok) this.openCase(id);
    else this.notify(answer.says, true);
  }

  async #insist(path: string, act: DeskAct): Promise<DeskActed> {
    const until = Date.now() + pressLasts;
    for (let failures = 1; ; failures += 1) {
      try {
        return await write<DeskActed>(path, act);
      } catch (error) {
        if (!isPassing(error) || Date.now() > until) throw error;
        this.#show({ online: false });
        await new Promise((done) => setTimeout(done, pauseAfter(failures)));
      }
    }
  }

  // ---- Oneself

  /** Changes name, role, duty or language; true when the server agreed. */
  async change(
    change: Partial<Pick<DeskMe, "name" | "role" | "duty" | "language">> & {
      readonly form?: string | null;
    },
  ): Promise<boolean> {
    try {
      const me = await write<DeskMe>("me", change);
      keep("language", me.language);
      document.documentElement.lang = me.language;
      this.#show({ stage: { at: "inside", me }, notice: undefined });
      this.#look();
      return true;
    } catch (error) {
      this.notify(this.#sayOf(error), true);
      this.#failed(error);
      return false;
    }
  }

  setSound(sound: boolean): void {
    keep("sound", sound ? "on" : "off");
    this.#show({ sound });
    if (sound) ring("message");
  }

  soundAwake(): void {
    this.#show({});
  }

  /** A newer build is there. Nothing under the thumb is lost: drafts are kept, and a photo on its way is waited for. */
  setRenewed(): void {
    this.#show({ renewed: true });
    this.#renewUnseen();
  }

  renew(): void {
    if (this.#bytes.size === 0) location.reload();
  }

  #renewUnseen(): void {
    if (!this.shown.renewed || document.visibilityState !== "hidden") return;
    // What is being written in a sheet or said into the microphone is kept nowhere.
    if (document.querySelector("dialog[open], .recording") === null) this.renew();
  }

  setGreeted(): void {
    this.#show({ greeted: true });
  }

  /** Good news goes by itself after a while; what went wrong stays until it is put away. */
  notify(says: string, bad = false): void {
    const notice = { says, bad, id: Date.now() };
    this.#show({ notice });
    if (bad) return;
    setTimeout(() => {
      if (this.shown.notice === notice) this.putAway();
    }, 6000);
  }

  putAway(): void {
    this.#show({ notice: undefined });
  }

  /** In the server's words where it has some, otherwise in ours by status. */
  sayOf(error: unknown): string {
    return this.#sayOf(error);
  }

  #sayOf(error: unknown, ours: Readonly<Record<number, PlainWord>> = {}): string {
    if (error instanceof Unreachable) return this.words.unreachable;
    if (!(error instanceof Refusal)) throw error;
    return error.says ?? this.words[ours[error.status] ?? "somethingWrong"];
  }

  #show(change: Partial<Shown>): void {
    this.shown = { ...this.shown, ...change };
    const { stage, cases } = this.shown;
    const count = stage.at === "inside" ? badgeOf(cases, stage.me.duty) : 0;
    showCount(count, `Cầu Nối · ${this.words.deskName}`);
    for (const watcher of this.#watchers) watcher();
  }

  /** The card of a case, from wherever we know it. */
  cardOf(id: string) {
    const found = this.shown.known[id];
    if (found !== undefined && found !== "gone") return found.card;
    return this.shown.cases === undefined
      ? undefined
      : allOf(this.shown.cases).find((card) => card.id === id);
  }
}

/** No network, or a server that stumbled: trying again makes sense. */
const isPassing = (error: unknown): boolean =>
  error instanceof Unreachable || (error instanceof Refusal && error.status >= 500);

type PlainWord = {
  [Name in keyof Words]: Words[Name] extends string ? Name : never;
}[keyof Words];

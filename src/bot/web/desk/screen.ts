import type { DeskMe } from "../wire/desk.ts";
import { ring, showCount } from "./bell.ts";
import { keep, kept } from "./kept.ts";
import { allOf, badgeOf } from "./lists.ts";
import { Refusal, Unreachable } from "./server.ts";
import type { Shown } from "./shown.ts";
import { en, vi, type Words } from "./words.ts";

type PlainWord = {
  [Name in keyof Words]: Words[Name] extends string ? Name : never;
}[keyof Words];

/** What is on the screen, and what is said there to the person. Whoever learns something new shows it here. */
export class Screen {
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

  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  show(change: Partial<Shown>): void {
    this.shown = { ...this.shown, ...change };
    const { stage, cases } = this.shown;
    const count = stage.at === "inside" ? badgeOf(cases, stage.me.duty) : 0;
    showCount(count, `Cầu Nối · ${this.words.deskName}`);
    for (const watcher of this.#watchers) watcher();
  }

  get language(): DeskMe["language"] {
    const { stage } = this.shown;
    if (stage.at === "inside") return stage.me.language;
    return kept("language") === "en" ? "en" : "vi";
  }

  get words(): Words {
    return this.language === "en" ? en : vi;
  }

  /** Names of what this person keeps on this phone begin so: a phone may have two helpers. */
  get mine(): string {
    const { stage } = this.shown;
    return stage.at === "inside" ? `of:${stage.me.id}:` : "of:nobody:";
  }

  /** The card of a case, from wherever we know it. */
  cardOf(id: string) {
    const found = this.shown.known[id];
    if (found !== undefined && found !== "gone") return found.card;
    return this.shown.cases === undefined
      ? undefined
      : allOf(this.shown.cases).find((card) => card.id === id);
  }

  /** Good news goes by itself after a while; what went wrong stays until it is put away. */
  notify(says: string, bad = false): void {
    const notice = { says, bad, id: Date.now() };
    this.show({ notice });
    if (bad) return;
    setTimeout(() => {
      if (this.shown.notice === notice) this.putAway();
    }, 6000);
  }

  putAway(): void {
    this.show({ notice: undefined });
  }

  /** In the server's words where it has some, otherwise in ours by status. */
  sayOf(error: unknown, ours: Readonly<Record<number, PlainWord>> = {}): string {
    if (error instanceof Unreachable) return this.words.unreachable;
    if (!(error instanceof Refusal)) throw error;
    return error.says ?? this.words[ours[error.status] ?? "somethingWrong"];
  }

  setSound(sound: boolean): void {
    keep("sound", sound ? "on" : "off");
    this.show({ sound });
    if (sound) ring("message");
  }

  soundAwake(): void {
    this.show({});
  }

  setGreeted(): void {
    this.show({ greeted: true });
  }
}

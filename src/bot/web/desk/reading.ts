import type { DeskAct, DeskActed } from "../wire/acts.ts";
import type { DeskCase, DeskCases } from "../wire/cases.ts";
import { ring } from "./bell.ts";
import { forget } from "./kept.ts";
import { newKey } from "./keys.ts";
import { listen } from "./live.ts";
import type { Network } from "./network.ts";
import { takenIn } from "./outbox.ts";
import { tidyNotices } from "./phone/afar.ts";
import { ReadOnce } from "./read-once.ts";
import type { Screen } from "./screen.ts";
import { Refusal, read, write } from "./server.ts";
import { newsBetween } from "./telling.ts";

/** Between two looks while no stream speaks, and while one does. */
export const lookEvery = 5000;
const lookAnyway = 30_000;

/** Keeps what is shown as new as the server: listens, looks, and tells the server how far things have come here. */
export class Reading {
  readonly #screen: Screen;
  readonly #network: Network;
  readonly #settle: (taken: ReadonlySet<string>) => void;
  readonly #once = new ReadOnce();
  readonly #readUpTo = new Map<string, number>();
  readonly #arrivedUpTo = new Map<string, number>();
  #live = false;
  #hangUp: () => void = () => undefined;
  #looking: ReturnType<typeof setTimeout> | undefined;

  /** `settle`: these messages now stand in the thread that was read. */
  constructor(screen: Screen, network: Network, settle: (taken: ReadonlySet<string>) => void) {
    this.#screen = screen;
    this.#network = network;
    this.#settle = settle;
  }

  begin(): void {
    this.#hangUp();
    this.#hangUp = listen({
      cases: () => this.#network.behind(this.readCases()),
      case: (id) => {
        if (this.#screen.shown.known[id] !== undefined) this.#network.behind(this.readCase(id));
      },
      live: (live) => {
        // Said again at every failed attempt, which must not put off the next look.
        if (live === this.#live) return;
        this.#live = live;
        this.lookLater();
      },
      signedOut: () => this.#network.signedOut(),
      refused: () => this.#network.behind(this.readCases()),
    });
    this.look();
  }

  end(): void {
    this.#hangUp();
    clearTimeout(this.#looking);
    this.#live = false;
  }

  readCases(): Promise<void> {
    return this.#once.of("", async () => {
      const cases = await read<DeskCases>("cases");
      // Asked for before they were signed out, and answered after.
      if (this.#screen.shown.stage.at !== "inside") return;
      this.#network.reached();
      const before = this.#screen.shown.cases;
      this.#screen.show({ cases });
      this.#tell(before, cases);
      for (const { id, newest } of cases.mine) if (newest !== undefined) this.#arrived(id, newest);
      const waits = new Set(cases.waiting.map(({ id }) => id));
      void tidyNotices(waits).catch(() => undefined); // they stay until the next look
    });
  }

  readCase(id: string): Promise<void> {
    return this.#once.of(id, async () => {
      const taken = takenIn(this.#screen.shown.outbox, id);
      try {
        const found = await read<DeskCase>(`cases/${encodeURIComponent(id)}`);
        if (this.#screen.shown.stage.at !== "inside") return;
        this.#network.reached();
        this.#screen.show({ known: { ...this.#screen.shown.known, [id]: found } });
        this.#settle(taken);
      } catch (error) {
        if (!(error instanceof Refusal) || error.status !== 404) throw error;
        this.#network.reached();
        forget(`${this.#screen.mine}draft:${id}`);
        this.#screen.show({ known: { ...this.#screen.shown.known, [id]: "gone" } });
      }
    });
  }

  look(): void {
    const { open, stage } = this.#screen.shown;
    if (stage.at !== "inside") return;
    this.#network.behind(this.readCases());
    if (open !== undefined) this.#network.behind(this.readCase(open));
    this.lookLater();
  }

  lookLater(): void {
    clearTimeout(this.#looking);
    // A stream may still stand while what it told could not be read.
    const well = this.#live && this.#screen.shown.online;
    this.#looking = setTimeout(() => this.look(), well ? lookAnyway : lookEvery);
  }

  /** Tells the server what was on the screen, once. */
  markRead(id: string, seq: number): void {
    if (document.visibilityState !== "visible" || seq <= (this.#readUpTo.get(id) ?? 0)) return;
    this.#readUpTo.set(id, seq);
    const act: DeskAct = { key: newKey(), act: "read", seq };
    write<DeskActed>(`cases/${encodeURIComponent(id)}/acts`, act).then(
      () => this.#network.behind(this.readCases()),
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

  /** New people and new messages are heard, spoken and counted. */
  #tell(before: DeskCases | undefined, after: DeskCases): void {
    const { stage, sound, open } = this.#screen.shown;
    if (stage.at !== "inside") return;
    const inSight = document.visibilityState === "visible" ? open : undefined;
    const news = newsBetween(before, after, { duty: stage.me.duty, inSight }, this.#screen.words);
    if (news.says.length > 0) this.#screen.show({ spoken: news.says.join(". ") });
    if (sound && news.rings !== undefined) ring(news.rings);
  }
}

import type { DeskActed } from "../wire/acts.ts";
import type { DeskMe } from "../wire/desk.ts";
import { entranceOf, fragmentOfCase } from "./entrance.ts";
import { forget, keep, kept, keptUnder } from "./kept.ts";
import { Network } from "./network.ts";
import { forgetAfar, renewAfar } from "./phone/afar.ts";
import { Pressing } from "./pressing.ts";
import { lookEvery, Reading } from "./reading.ts";
import { Screen } from "./screen.ts";
import { isPassing, Refusal, read, sayAway, Unreachable, write } from "./server.ts";
import type { Press } from "./shown.ts";
import { attemptDone, signInAttempt } from "./sign-in-attempt.ts";
import { Writing } from "./writing.ts";

/** What the page knows and does: who is here, and where. Components draw `shown` and call the rest. */
export class Desk extends Screen {
  readonly #network = new Network(this, {
    signedOut: () => this.#outside(this.words.signedOut),
    later: () => this.#reading.lookLater(),
  });
  readonly #reading: Reading = new Reading(this, this.#network, (taken) =>
    this.writing.settle(taken),
  );
  readonly writing = new Writing(this, this.#network, (id) => this.#reading.readCase(id));
  readonly #pressing = new Pressing(this, this.#network, this.#reading);
  #asking: ReturnType<typeof setTimeout> | undefined;

  // ---- Coming in and going out

  async enter(): Promise<void> {
    addEventListener("hashchange", () => this.#follow());
    addEventListener("online", () => this.#reconnected());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.look();
      else {
        if (this.shown.stage.at === "inside") sayAway();
        this.#renewUnseen();
      }
    });
    addEventListener("beforeunload", (event) => {
      if (this.writing.holdsBytes) event.preventDefault();
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
    this.show({ stage: { at: "outside", entering: true } });
    try {
      this.#inside(await this.#entered(code));
      this.show({ greeted: !greet });
    } catch (error) {
      const says = this.sayOf(error, {
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
    this.writing.letGo();
    this.#outside(undefined);
  }

  async #whoAmI(says?: string): Promise<void> {
    try {
      this.#inside(await read<DeskMe>("me"));
    } catch (error) {
      if (error instanceof Refusal && error.status === 401)
        // Somebody was in here, and was signed out while the network was away.
        this.#outside(says ?? (kept("last") === null ? undefined : this.words.signedOut));
      else if (says === undefined && isPassing(error)) this.#offline();
      else this.#outside(says ?? this.sayOf(error));
    }
  }

  /** Who somebody is cannot be asked now: asked again and again, and at once when the network is back. */
  #offline(): void {
    this.show({ stage: { at: "offline" } });
    clearTimeout(this.#asking);
    this.#asking = setTimeout(() => this.tryAgain(), lookEvery);
  }

  tryAgain(): void {
    this.#network.behind(this.#whoAmI());
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
    clearTimeout(this.#asking);
    keep("last", me.id);
    this.#iAm(me);
    this.writing.takeUp();
    this.#follow();
    this.#reading.begin();
    this.writing.send();
    // Where it fails the settings say "off", and a press there says why.
    void renewAfar(this.mine).catch(() => undefined);
  }

  #iAm(me: DeskMe): void {
    keep("language", me.language);
    document.documentElement.lang = me.language;
    this.show({ stage: { at: "inside", me } });
  }

  #outside(says: string | undefined): void {
    clearTimeout(this.#asking);
    this.#reading.end();
    this.writing.end();
    const at = { at: "outside", entering: false } as const;
    this.show({
      stage: says === undefined ? at : { ...at, says },
      cases: undefined,
      known: {},
      outbox: [],
      notice: undefined,
    });
  }

  #reconnected(): void {
    this.#network.failures = 0;
    if (this.shown.stage.at === "offline") {
      this.tryAgain();
      return;
    }
    this.look();
    this.writing.send();
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
      this.#network.behind(this.signIn(entrance.code, entrance.by === "invitation"));
      return;
    }
    const open = entrance.to === "case" ? entrance.id : undefined;
    this.show({ open });
    if (open !== undefined && this.shown.stage.at === "inside")
      this.#network.behind(this.#reading.readCase(open));
  }

  /** Something is new: the worker heard it, or somebody looks at the page again. */
  look(): void {
    this.#reading.look();
  }

  markRead(id: string, seq: number): void {
    this.#reading.markRead(id, seq);
  }

  // ---- Pressing

  /** Claim, release, hand back. Tried again with the same key; a refusal is shown and handed back. */
  press(id: string, press: Press): Promise<DeskActed> {
    return this.#pressing.press(id, press);
  }

  async claim(id: string): Promise<void> {
    const answer = await this.press(id, { act: "claim" });
    if (answer.ok) this.openCase(id);
    else this.notify(answer.says, true);
  }

  // ---- Oneself

  /** Changes name, role, duty or language; true when the server agreed. */
  async change(
    change: Partial<Pick<DeskMe, "name" | "role" | "duty" | "language">> & {
      readonly form?: string | null;
    },
  ): Promise<boolean> {
    try {
      this.#iAm(await write<DeskMe>("me", change));
      this.putAway();
      this.look();
      return true;
    } catch (error) {
      this.notify(this.sayOf(error), true);
      this.#network.failed(error);
      return false;
    }
  }

  // ---- A newer page

  /** A newer build is there. Nothing under the thumb is lost: drafts are kept, and a photo on its way is waited for. */
  setRenewed(): void {
    this.show({ renewed: true });
    this.#renewUnseen();
  }

  renew(): void {
    if (!this.writing.holdsBytes) location.reload();
  }

  #renewUnseen(): void {
    if (!this.shown.renewed || document.visibilityState !== "hidden") return;
    // What is being written in a sheet or said into the microphone is kept nowhere.
    if (document.querySelector("dialog[open], .recording") === null) this.renew();
  }
}

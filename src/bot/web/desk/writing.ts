import type { DeskAct, DeskActed } from "../wire/acts.ts";
import { type Draft, emptyDraft, isStale, readDraft } from "./drafts.ts";
import { forget, keep, kept, keptUnder } from "./kept.ts";
import { newKey } from "./keys.ts";
import type { Network } from "./network.ts";
import {
  answered,
  keptForm,
  nextToSend,
  type Outbox,
  type Outgoing,
  pauseAfter,
  readOutgoing,
  without,
} from "./outbox.ts";
import type { Screen } from "./screen.ts";
import { Refusal, serverNow, upload, write } from "./server.ts";
import type { Shown } from "./shown.ts";
import { newestIn } from "./thread-lines.ts";

/** What is written here: drafts, and messages on their way, which outlive a lost network and a reload. */
export class Writing {
  readonly #screen: Screen;
  readonly #network: Network;
  readonly #readCase: (id: string) => Promise<void>;
  /** Photos, voices and documents on their way, by key: the outbox itself is only words. */
  readonly #bytes = new Map<string, Blob>();
  readonly #inFlight = new Set<string>();
  #sending: ReturnType<typeof setTimeout> | undefined;

  constructor(screen: Screen, network: Network, readCase: (id: string) => Promise<void>) {
    this.#screen = screen;
    this.#network = network;
    this.#readCase = readCase;
  }

  /** Takes up what this person had written on this phone; drafts forgotten long ago go. */
  takeUp(): void {
    const { mine } = this.#screen;
    const outbox = keptUnder(`${mine}out:`).flatMap((name) => {
      const outgoing = readOutgoing(kept(name));
      if (outgoing === undefined) forget(name);
      return outgoing ?? [];
    });
    outbox.sort((one, other) => one.at - other.at);
    for (const name of keptUnder(`${mine}draft:`)) {
      if (isStale(readDraft(kept(name)), Date.now())) forget(name);
    }
    this.#screen.show({ outbox });
  }

  end(): void {
    clearTimeout(this.#sending);
  }

  /** Bytes are on their way: they would be lost with the page. */
  get holdsBytes(): boolean {
    return this.#bytes.size > 0;
  }

  letGo(): void {
    this.#bytes.clear();
  }

  draftOf(id: string): Draft {
    const name = kept(`${this.#screen.mine}draft:${id}`);
    return name === null ? emptyDraft : readDraft(name);
  }

  keepDraft(id: string, text: string, internal: boolean): void {
    const name = `${this.#screen.mine}draft:${id}`;
    if (text === "" && !internal) forget(name);
    else keep(name, JSON.stringify({ text, internal, at: Date.now() } satisfies Draft));
  }

  /** A note answers nobody. */
  say(id: string, text: string, internal: boolean): void {
    const { answering } = this.#screen.shown;
    const answers = !internal && answering?.id === id ? { answers: answering.seq } : {};
    this.#put({ case: id, kind: internal ? "note" : "say", text, ...answers });
    if (!internal) this.answer(undefined);
  }

  /** What is written next stands under this line. */
  answer(answering: Shown["answering"]): void {
    this.#screen.show({ answering });
  }

  /** `name` is a document's. */
  sendBytes(id: string, kind: "photo" | "voice" | "file", bytes: Blob, name = ""): void {
    this.#put({ case: id, kind, text: name }, bytes);
  }

  drop(key: string): void {
    this.settle(new Set([key]));
  }

  /** A stopped message goes back into the box, before whatever has been begun there since. */
  correct(outgoing: Outgoing): void {
    const { text, internal } = this.draftOf(outgoing.case);
    const both = text === "" ? outgoing.text : `${outgoing.text}\n${text}`;
    // A note never turns into a message, whatever it is joined with.
    const note = outgoing.kind === "note" || (internal && text !== "");
    this.keepDraft(outgoing.case, both, note);
    this.drop(outgoing.key);
    this.#screen.show({ redrafted: this.#screen.shown.redrafted + 1 });
  }

  /** These are no longer on their way. */
  settle(keys: ReadonlySet<string>): void {
    this.#setOutbox(without(this.#screen.shown.outbox, keys));
  }

  send(): void {
    clearTimeout(this.#sending);
    for (const outgoing of nextToSend(this.#screen.shown.outbox, this.#inFlight)) {
      this.#inFlight.add(outgoing.case);
      this.#network.behind(this.#deliver(outgoing));
    }
  }

  #put(what: Pick<Outgoing, "case" | "kind" | "text" | "answers">, bytes?: Blob): void {
    const key = newKey();
    const known = this.#screen.shown.known[what.case];
    const after = known === undefined || known === "gone" ? 0 : newestIn(known.thread);
    if (bytes !== undefined) this.#bytes.set(key, bytes);
    this.#setOutbox([
      ...this.#screen.shown.outbox,
      { ...what, key, at: serverNow(), after, state: { is: "waiting" } },
    ]);
    this.send();
  }

  #setOutbox(outbox: Outbox): void {
    const { mine, shown } = this.#screen;
    const now = new Map(outbox.map((outgoing) => [outgoing.key, outgoing]));
    for (const { key } of shown.outbox) {
      if (now.has(key)) continue;
      forget(`${mine}out:${key}`);
      this.#bytes.delete(key);
    }
    for (const outgoing of outbox) {
      const form = keptForm(outgoing);
      if (form === undefined) forget(`${mine}out:${outgoing.key}`);
      else keep(`${mine}out:${outgoing.key}`, form);
      if (outgoing.state.is !== "waiting") this.#bytes.delete(outgoing.key);
    }
    this.#screen.show({ outbox });
  }

  async #deliver(outgoing: Outgoing): Promise<void> {
    let pause = 0;
    try {
      const answer = await this.#post(outgoing);
      this.#network.reached();
      this.#setOutbox(answered(this.#screen.shown.outbox, outgoing.key, answer));
      this.#network.behind(this.#readCase(outgoing.case));
    } catch (error) {
      const final = error instanceof Refusal && ![401, 429].includes(error.status);
      if (final && error.status < 500) {
        const says = this.#screen.sayOf(error, { 413: "tooBig" });
        const no = { ok: false, reason: "unknown", says } as const;
        this.#setOutbox(answered(this.#screen.shown.outbox, outgoing.key, no));
      } else {
        this.#network.failures += 1;
        const asked = error instanceof Refusal ? error.retryAfter : undefined;
        pause = asked ?? pauseAfter(this.#network.failures);
        throw error;
      }
    } finally {
      this.#inFlight.delete(outgoing.case);
      clearTimeout(this.#sending);
      this.#sending = setTimeout(() => this.send(), pause);
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
    const named = kind === "file" ? `&name=${encodeURIComponent(text.slice(-200))}` : "";
    const sentTo = `${path}/media?key=${encodeURIComponent(key)}&kind=${kind}${named}`;
    return upload<DeskActed>(sentTo, bytes);
  }
}

/**
 * Zalo's bot platform for one bot on this machine, as strict as what is known of it: errors with HTTP 200, one
 * message a poll, nothing kept for a bot that does not listen, no buttons, no edits. Only for tests.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { CallsUnderWay } from "../calls-under-way.ts";
import { type Clock, realClock } from "../telegram/clock.ts";
import { type Fault, Faults, misanswer, type PlannedFault, refuse, takesEffect } from "./faults.ts";
import { Person } from "./person.ts";
import { type Push, Pushing } from "./pushing.ts";
import { problemsOf, Refusal } from "./rules.ts";
import type { Chat, Seen, Shapes, World } from "./world.ts";

export interface EmulatorOptions {
  readonly token?: string;
  readonly clock?: Clock;
  readonly shapes?: Partial<Shapes>;
  /** Both directions together; beyond it everything is refused. */
  readonly monthlyMessages?: number;
  /** Keeps for later what nobody polls for, which the platform does not: for tests about something else. */
  readonly patient?: boolean;
  /** Opens an address the bot gave, as Zalo's servers would; without it none is opened. */
  readonly opens?: (address: string) => Promise<Response>;
}

export interface RecordedCall {
  readonly method: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly at: number;
}

interface Poll {
  readonly answer: (update: unknown) => void;
}

export const botId = "1459232241454765289";
const largestTimeout = 120;

export class ZaloBotEmulator implements World {
  readonly token: string;
  readonly shapes: Shapes;
  readonly calls: RecordedCall[] = [];
  /** What Zalo fetched for the bot: pictures and recordings. */
  readonly opened: Array<{
    readonly address: string;
    readonly type: string;
    readonly size: number;
  }> = [];
  filesAskedFor = 0;
  /** Messages nobody was listening for. */
  lost = 0;
  violations: string[] = [];
  readonly #clock: Clock;
  readonly #options: EmulatorOptions;
  readonly #server: Server;
  readonly #faults = new Faults();
  readonly #people = new Map<string, Person>();
  readonly #chats = new Map<string, Chat>();
  readonly #files = new Map<string, Uint8Array>();
  readonly #listeners = new Set<() => void>();
  readonly #pushing: Pushing;
  #filesHeld: Promise<void> = Promise.resolve();
  #underWay: CallsUnderWay | undefined;
  #waiting: unknown[] = [];
  #newest: unknown;
  #poll: Poll | undefined;
  #messages = 0;
  #counted = 0;

  constructor(options: EmulatorOptions = {}) {
    this.#options = options;
    this.token = options.token ?? `${botId}:EmulatorSecretForTestsOnly`;
    this.#clock = options.clock ?? realClock;
    this.shapes = { envelope: "flat", imageField: "photo_url", ...options.shapes };
    this.#pushing = new Pushing(this.shapes);
    this.#server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
      this.#serve(request, response).catch((cause: unknown) => {
        this.violations.push(
          `the emulator failed: ${cause instanceof Error ? cause.stack : cause}`,
        );
        response.destroy();
      });
    });
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    this.#underWay = new CallsUnderWay(this.root);
  }

  async close(): Promise<void> {
    this.#underWay?.close();
    await this.#pushing.end();
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }

  /** What a client is given in place of https://bot-api.zaloplatforms.com. */
  get root(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** A call of this process is under way that is not kept waiting: no clock may move on. */
  get busy(): boolean {
    return this.#underWay?.busy ?? false;
  }

  get polling(): boolean {
    return this.#poll !== undefined;
  }

  get webhook(): string | undefined {
    return this.#pushing.url;
  }

  /** Every attempt to push an event. */
  get pushes(): readonly Push[] {
    return this.#pushing.pushes;
  }

  callsTo(method: string): readonly RecordedCall[] {
    return this.calls.filter((call) => call.method === method);
  }

  breaks(planned: PlannedFault): void {
    this.#faults.plan(planned);
  }

  mends(): void {
    this.#faults.clear();
  }

  assertNoViolations(): void {
    if (this.violations.length === 0) return;
    throw new Error(`The bot broke the platform's rules:\n  ${this.violations.join("\n  ")}`);
  }

  person(name: string): Person {
    const known = this.#people.get(name);
    if (known !== undefined) return known;
    const made = new Person(this, this.#chatOf(idOf(name), "PRIVATE"), name);
    this.#people.set(name, made);
    return made;
  }

  /** Somebody writes in a group; only what names the bot reaches it. */
  inGroup(group: string, text: string): void {
    const chat = this.#chatOf(idOf(group), "GROUP");
    if (!text.includes("@Bot Cầu Nối")) return;
    const from = { id: idOf("người trong nhóm"), display_name: "Lan", is_bot: false };
    this.happens(chat, "message.text.received", { from, text });
  }

  groupReads(group: string): readonly Seen[] {
    return this.#chatOf(idOf(group), "GROUP").seen;
  }

  /** Brings an event exactly as given. */
  inject(update: unknown): void {
    this.#bring(update);
  }

  /** The newest event comes once more. */
  repeatsEvent(): void {
    this.#bring(this.#newest);
  }

  happens(chat: Chat, event: string, message: Readonly<Record<string, unknown>>): string {
    this.#messages += 1;
    this.#counted += 1;
    const id = idOf(`message ${this.#messages}`);
    this.#newest = {
      event_name: event,
      message: {
        message_id: id,
        date: this.#clock.now(),
        chat: { id: chat.id, chat_type: chat.type },
        ...message,
      },
    };
    this.#bring(this.#newest);
    return id;
  }

  upload(bytes: Uint8Array, ending: string): string {
    const name = `${this.#files.size + 1}.${ending}`;
    this.#files.set(name, bytes);
    return `${this.root}/media/${name}`;
  }

  /** From now on files are asked for in vain until the returned function is called. */
  holdsFiles(): () => void {
    const held = Promise.withResolvers<void>();
    this.#filesHeld = held.promise;
    return held.resolve;
  }

  /** From now on the store no longer has what was sent. */
  forgetsFiles(): void {
    this.#files.clear();
  }

  onSeen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #chatOf(id: string, type: Chat["type"]): Chat {
    const chat = this.#chats.get(id) ?? { id, type, seen: [] };
    this.#chats.set(id, chat);
    return chat;
  }

  #bring(update: unknown): void {
    if (this.#pushing.url !== undefined) {
      this.#pushing.bring(update);
      return;
    }
    const poll = this.#poll;
    if (poll === undefined) {
      if (this.#options.patient === true) this.#waiting.push(update);
      else this.lost += 1;
      return;
    }
    this.#poll = undefined;
    poll.answer(update);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = decodeURIComponent(new URL(request.url ?? "/", this.root).pathname);
    const file = /^\/media\/(.+)$/.exec(path)?.[1];
    if (file !== undefined) {
      this.filesAskedFor += 1;
      await this.#held(this.#filesHeld);
      const bytes = this.#files.get(file);
      if (bytes === undefined) response.writeHead(404).end();
      else response.writeHead(200, { "content-type": "application/octet-stream" }).end(bytes);
      return;
    }
    const [, token = "", method = ""] = /^\/bot([^/]+)\/([^/]*)$/.exec(path) ?? [];
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    if (token !== this.token) return refuse(response, 401, "Unauthorized");
    const parameters = JSON.parse(Buffer.concat(parts).toString("utf8") || "{}") as Readonly<
      Record<string, unknown>
    >;
    this.calls.push({ method, parameters, at: this.#clock.now() });
    for (const problem of problemsOf(method, parameters)) this.violations.push(problem);
    const fault = this.#faults.striking(method);
    await this.#answer(method, parameters, fault, response);
  }

  async #answer(
    method: string,
    parameters: Readonly<Record<string, unknown>>,
    fault: Fault | undefined,
    response: ServerResponse,
  ): Promise<void> {
    if (fault !== undefined && !takesEffect(fault)) return misanswer(response, fault);
    try {
      const result = await this.#perform(method, parameters, response);
      if (fault !== undefined) return misanswer(response, fault);
      response
        .writeHead(200, { "content-type": "application/json" })
        .end(JSON.stringify({ ok: true, ...(result === undefined ? {} : { result }) }));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      refuse(response, refusal.code, refusal.message);
    }
  }

  async #perform(
    method: string,
    parameters: Readonly<Record<string, unknown>>,
    response: ServerResponse,
  ): Promise<unknown> {
    const text = (name: string): string => String(parameters[name] ?? "");
    switch (method) {
      case "getMe":
        return {
          id: botId,
          account_name: "bot.caunoi",
          account_type: "BASIC",
          can_join_groups: false,
        };
      case "getUpdates":
        return await this.#longPoll(Number(parameters["timeout"] ?? 30), response);
      case "setWebhook":
        await this.#pushing.set(text("url"), text("secret_token"));
        return { url: text("url"), updated_at: this.#clock.now(), verification: {} };
      case "deleteWebhook":
        if (this.#pushing.url === undefined) throw new Refusal(400, "Webhook is not set");
        await this.#pushing.end();
        return { url: "", updated_at: this.#clock.now() };
      case "sendMessage":
        return this.#said(text("chat_id"), { text: text("text") });
      case "sendPhoto":
        await this.#open(text("photo"), "The photo URL is invalid", /^image\/(?:jpeg|png)$/);
        return this.#said(text("chat_id"), { text: text("caption"), photo: text("photo") });
      case "sendVoice":
        await this.#open(text("voice_url"), "The voice URL is invalid", /^audio\/aac$/);
        return this.#said(text("chat_id"), { text: "", voice: text("voice_url") });
      case "sendChatAction":
        return undefined;
      default:
        throw new Refusal(404, "Not Found");
    }
  }

  async #longPoll(seconds: number, response: ServerResponse): Promise<unknown> {
    if (this.#pushing.url !== undefined) throw new Refusal(400, "Webhook is set");
    if (this.#poll !== undefined) this.violations.push("getUpdates: two polls at once");
    if (this.#waiting.length > 0) return this.#waiting.shift();
    const news = new Promise<unknown>((resolve, reject) => {
      const poll: Poll = {
        answer: (update) => {
          cancel();
          resolve(update);
        },
      };
      const cancel = this.#clock.after(Math.min(seconds, largestTimeout) * 1000, () => {
        if (this.#poll === poll) this.#poll = undefined;
        reject(new Refusal(408, "Request timeout"));
      });
      response.on("close", () => {
        if (this.#poll === poll) this.#poll = undefined;
        cancel();
      });
      this.#poll = poll;
    });
    return await this.#held(news);
  }

  #held<Result>(waiting: Promise<Result>): Promise<Result> {
    return this.#underWay?.held(waiting) ?? waiting;
  }

  #said(chatId: string, said: Omit<Seen, "id">): { message_id: string; date: number } {
    const chat = this.#chats.get(chatId);
    if (chat === undefined) throw new Refusal(400, "The chat_id is invalid");
    this.#counted += 1;
    if (this.#counted > (this.#options.monthlyMessages ?? Number.POSITIVE_INFINITY)) {
      throw new Refusal(429, "Quota exceeded");
    }
    this.#messages += 1;
    const id = idOf(`message ${this.#messages}`);
    // To a group a recording is accepted and reaches nobody.
    if (said.voice === undefined || chat.type === "PRIVATE") chat.seen.push({ id, ...said });
    for (const listener of this.#listeners) listener();
    return { message_id: id, date: this.#clock.now() };
  }

  async #open(address: string, refusal: string, wanted: RegExp): Promise<void> {
    if (this.#options.opens === undefined) return;
    const answer = await this.#options.opens(address).catch(() => undefined);
    const type = answer?.headers.get("content-type")?.split(";")[0] ?? "";
    if (answer?.status !== 200 || !wanted.test(type)) throw new Refusal(400, refusal);
    this.opened.push({ address, type, size: (await answer.arrayBuffer()).byteLength });
  }
}

/** Hex-like, as Zalo's own; the same for the same name. */
function idOf(name: string): string {
  return Buffer.from(name, "utf8").toString("hex").padStart(20, "0").slice(-20);
}

export async function startZaloBotEmulator(
  options: EmulatorOptions = {},
): Promise<ZaloBotEmulator> {
  const emulator = new ZaloBotEmulator(options);
  await emulator.listen();
  return emulator;
}

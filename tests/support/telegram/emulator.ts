import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { CallsUnderWay } from "../calls-under-way.ts";
import { patience } from "../patience.ts";
import { answer, misanswer, refusalBy, takesEffect } from "./answer.ts";
import { type Call, listOf, textOf } from "./call.ts";
import { Chats, chatOnWire, type User, userOnWire, type Wire } from "./chats.ts";
import { type Clock, realClock } from "./clock.ts";
import { Faults, type PlannedFault } from "./faults.ts";
import { FloodControl, type FloodLimits } from "./flood.ts";
import { Group, type GroupDescription } from "./group.ts";
import { Messages } from "./messages.ts";
import { Person, type PersonDescription, type World } from "./person.ts";
import { Presses } from "./presses.ts";
import { type CommandList, Profile } from "./profile.ts";
import { badRequest, brokenRule, Refusal } from "./refusal.ts";
import { bodyOf, parametersIn, type RawParameters, type UploadedFile } from "./request.ts";
import { Subscription } from "./subscription.ts";
import { Updates } from "./updates.ts";
import { checkedParameters, methodNamed, problemsOfResult, problemsOfUpdate } from "./validate.ts";
import { type Delivery, realWaitAfter } from "./webhook.ts";

/** How an emulator is set up; everything has a default. */
export interface EmulatorOptions {
  readonly token?: string;
  readonly username?: string;
  readonly clock?: Clock;
  /** Off unless given; `telegramLimits` has the real numbers. */
  readonly flood?: FloodLimits;
  readonly firstUpdateId?: number;
  /** Milliseconds before a webhook is tried again after so many failures. */
  readonly webhookWaitAfter?: (failures: number) => number;
}

/** One call the bot made. */
export interface RecordedCall {
  /** As the documentation spells it, or as it came when there is no such method. */
  readonly method: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly uploads: ReadonlyMap<string, UploadedFile>;
  readonly at: number;
  /** Nothing while unanswered, and for answers that were lost. */
  readonly status: number | undefined;
  /** Why it was refused. */
  readonly description: string | undefined;
}

/** A call whose answer is still to be written down. */
type OpenRecord = { -readonly [Key in keyof RecordedCall]: RecordedCall[Key] };

const LARGEST_BODY = 51 * 1024 * 1024;
const LARGEST_DOWNLOAD = 20 * 1024 * 1024;
const FILE_LINK_LIFETIME = 60 * 60 * 1000;

const CHAT_ACTIONS =
  /^(?:typing|(?:upload|record)_(?:video|voice|video_note)|upload_(?:photo|document)|choose_sticker|find_location)$/;

/** A Bot API server of one bot on this machine; strict, and only for tests. */
export class TelegramEmulator {
  readonly token: string;
  readonly username: string;
  readonly #bot: User;
  readonly #clock: Clock;
  readonly #world: World;
  readonly #messages: Messages;
  readonly #profile = new Profile();
  readonly #faults = new Faults();
  readonly #flood: FloodControl | undefined;
  readonly #subscription: Subscription;
  readonly #server: Server;
  readonly #people = new Map<number, Person>();
  readonly #calls: OpenRecord[] = [];
  readonly #fileLinks = new Map<string, number>();
  #violations: readonly string[] = [];
  #underWay: CallsUnderWay | undefined;

  constructor(options: EmulatorOptions = {}) {
    this.token = options.token ?? "8000000001:AAEmulatorTokenForTestsOnly_0123456789a";
    this.username = options.username ?? "cau_noi_thu_bot";
    this.#clock = options.clock ?? realClock;
    this.#flood = options.flood === undefined ? undefined : new FloodControl(options.flood);
    this.#bot = {
      id: Number(this.token.split(":")[0]),
      isBot: true,
      firstName: "Cầu Nối (thử)",
      username: this.username,
    };
    this.#world = {
      chats: new Chats(this.#clock, this.#bot),
      updates: new Updates(this.#clock, options.firstUpdateId ?? 731_046_001, (update) => {
        // The emulator's own updates are held against the documentation as well.
        for (const problem of problemsOfUpdate(JSON.parse(JSON.stringify(update)))) {
          this.#violated(`the emulator sends an update: ${problem}`);
        }
      }),
      presses: new Presses(this.#clock),
      clock: this.#clock,
    };
    this.#messages = new Messages(
      this.#world.chats,
      () => this.#clock.now(),
      (violation) => this.#violated(violation),
    );
    this.#subscription = new Subscription(
      this.#world.updates,
      this.#clock,
      options.webhookWaitAfter ?? realWaitAfter,
      (body, contentType) => this.#performFromAnswer(body, contentType),
    );
    this.#server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
      this.#serve(request, response).catch((cause: unknown) => {
        // A client that goes away in the middle of its request breaks no rule.
        if (request.readableAborted) return;
        this.#violated(`the emulator failed: ${cause instanceof Error ? cause.stack : cause}`);
        response.destroy();
      });
    });
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    this.#underWay = new CallsUnderWay(this.root);
  }

  /** Ends everything at once, polls and deliveries included. */
  async close(): Promise<void> {
    this.#subscription.end();
    this.#underWay?.close();
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }

  /** What a client is given in place of https://api.telegram.org. */
  get root(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The person with this id; the first description counts. */
  person(described: PersonDescription): Person {
    const known = this.#people.get(described.id);
    if (known !== undefined) return known;
    const { firstName = "Bà con (mẫu)", languageCode = "vi" } = described;
    const user: User = { ...described, isBot: false, firstName, languageCode };
    const person = new Person(this.#world, user, this.#world.chats.privateChatOf(user));
    this.#people.set(user.id, person);
    return person;
  }

  group(described: GroupDescription): Group {
    return new Group(this.#world, described);
  }

  get calls(): readonly RecordedCall[] {
    return this.#calls;
  }

  /** A call of this process is under way that is not kept waiting: no clock may move on. */
  get busy(): boolean {
    return this.#underWay?.busy ?? false;
  }

  callsTo(method: string): readonly RecordedCall[] {
    return this.#calls.filter((call) => call.method === method);
  }

  /** What the bot did that no correct bot does. */
  get violations(): readonly string[] {
    return this.#violations;
  }

  /** The violations so far, which are then forgotten: for tests that provoke one. */
  takeViolations(): readonly string[] {
    const taken = this.#violations;
    this.#violations = [];
    return taken;
  }

  assertNoViolations(): void {
    if (this.#violations.length === 0) return;
    const lines = this.#violations.map((violation) => `\n  ${violation}`);
    throw new Error(`The bot broke the rules of the Bot API:${lines.join("")}`);
  }

  /** Makes the next fitting calls go wrong. */
  breaks(planned: PlannedFault): void {
    this.#faults.plan(planned);
  }

  /** Forgets the faults that have not happened yet. */
  mends(): void {
    this.#faults.clear();
  }

  /** Sends the bot an update exactly as given; without an update_id it gets the next one. */
  injectUpdate(raw: Wire): number {
    const kind = Object.keys(raw).find((key) => key !== "update_id") ?? "message";
    const chat = chatOf(raw[kind]);
    // Whoever writes to the bot may be answered.
    if (chat !== undefined && chat.id > 0) {
      const own = this.person({ id: chat.id }).chat;
      if (own.door === "never-opened") own.door = "open";
    } else if (chat !== undefined) this.group({ id: chat.id });
    const lane = chat === undefined ? "injected" : `chat ${chat.id}`;
    return this.#world.updates.inject(raw, lane, kind);
  }

  /** Sends an update once more under the same id; without an id, the last one. */
  repeatsUpdate(id?: number): void {
    this.#world.updates.repeat(id);
  }

  /** How many updates the bot has not confirmed yet. */
  get pendingUpdates(): number {
    return this.#world.updates.pending.length;
  }

  /** Resolves when the bot has confirmed every update. */
  async allConfirmed(milliseconds = patience): Promise<void> {
    const { updates } = this.#world;
    if (updates.pending.length === 0) return;
    await new Promise<void>((resolve, reject) => {
      const stop = updates.onChange(() => {
        if (updates.pending.length > 0) return;
        stop();
        clearTimeout(timer);
        resolve();
      });
      const timer = setTimeout(() => {
        stop();
        const left = updates.pending.map((each) => each.id).join(", ");
        reject(new Error(`After ${milliseconds} ms the bot has not confirmed ${left}.`));
      }, milliseconds);
    });
  }

  /** Every attempt to hand an update to a webhook. */
  get deliveries(): readonly Delivery[] {
    return this.#subscription.deliveries;
  }

  /** The commands people see beside the input field, by audience and language. */
  get menuCommands(): readonly CommandList[] {
    return this.#profile.commandLists;
  }

  /** Descriptions and menu buttons as the bot set them. */
  get profile(): Profile {
    return this.#profile;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://emulator");
    const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(url.pathname);
    if (file !== null) {
      this.#serveFile(response, decodeURIComponent(file[1] ?? ""), file[2] ?? "");
      return;
    }
    const [, token = "", name = ""] = /^\/bot([^/]+)\/([^/]*)$/.exec(url.pathname) ?? [];
    const body = await bodyOf(request, LARGEST_BODY);
    if (decodeURIComponent(token) !== this.token) {
      answer(response, new Refusal(401, "Unauthorized"));
      return;
    }
    if (body === undefined) {
      this.#violated(`${name}: the request is larger than 50 MB`);
      answer(response, new Refusal(413, "Request Entity Too Large"));
      return;
    }
    let raw: RawParameters;
    try {
      raw = parametersIn(url.searchParams, request.headers["content-type"] ?? "", body);
    } catch (cause) {
      this.#violated(`${name}: ${cause instanceof Error ? cause.message : cause}`);
      answer(response, badRequest("can't parse the request"));
      return;
    }
    const gone = new AbortController();
    response.on("close", () => gone.abort());
    await this.#take(name, raw, gone.signal, response);
  }

  /** Records a call, lets a planned fault strike, and answers. */
  async #take(
    name: string,
    raw: RawParameters,
    gone: AbortSignal,
    response: ServerResponse | undefined,
  ): Promise<void> {
    const method = methodNamed(name);
    const checked =
      method === undefined ? { values: raw.values, problems: [] } : checkedParameters(method, raw);
    const recorded: OpenRecord = {
      method: method ?? name,
      parameters: Object.fromEntries(checked.values),
      uploads: raw.files,
      at: this.#clock.now(),
      status: undefined,
      description: undefined,
    };
    this.#calls.push(recorded);

    if (method === undefined) this.#violated(`${name}: the emulator knows no such method`);
    for (const problem of checked.problems) this.#violated(`${recorded.method}: ${problem}`);

    const fault = this.#faults.striking(recorded.method, checked.values.get("chat_id"));
    const call = { method: recorded.method, values: checked.values, files: raw.files, gone };
    const refused =
      refusalBy(fault) ??
      (method === undefined ? new Refusal(404, "Not Found: method not found") : undefined) ??
      (checked.problems[0] === undefined ? undefined : badRequest(checked.problems[0]));
    const slowness =
      fault?.kind === "slow"
        ? new Promise<void>((resolve) => this.#clock.after(fault.milliseconds, resolve))
        : undefined;
    const outcome =
      fault !== undefined && !takesEffect(fault)
        ? refused
        : (refused ?? (await this.#perform(call)));

    if (slowness !== undefined) await this.#held(slowness);
    if (outcome === undefined || fault?.kind.startsWith("answer-") === true) {
      recorded.status = response === undefined ? undefined : misanswer(response, fault);
      if (response?.destroyed === false && !response.writableEnded)
        void this.#held(once(response, "close"));
      return;
    }
    recorded.status = outcome instanceof Refusal ? outcome.code : 200;
    recorded.description = outcome instanceof Refusal ? outcome.message : undefined;
    if (response !== undefined) answer(response, outcome);
  }

  async #perform(call: Call): Promise<Refusal | { readonly result: unknown }> {
    try {
      if (this.#flood !== undefined && call.values.has("chat_id")) {
        const chat = this.#world.chats.addressed(call.values.get("chat_id"));
        const messages = listOf(call, "media")?.length ?? 1;
        this.#flood.admit(call.method, chat, messages, this.#clock.now());
      }
      const result: unknown = await this.#result(call);
      // Updates were checked when they were made; injected ones may be anything.
      if (call.method === "getUpdates") return { result };
      for (const problem of problemsOfResult(call.method, JSON.parse(JSON.stringify(result)))) {
        this.#violated(`the emulator answers ${call.method}: ${problem}`);
      }
      return { result };
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      if (refusal.violation !== undefined) this.#violated(`${call.method}: ${refusal.violation}`);
      return refusal;
    }
  }

  #result(call: Call): unknown {
    switch (call.method) {
      case "getMe":
        return {
          ...userOnWire(this.#bot),
          can_join_groups: true,
          can_read_all_group_messages: false,
          supports_inline_queries: false,
        };
      case "getUpdates":
        return this.#held(this.#subscription.poll(call));
      case "setWebhook":
        return this.#subscription.setWebhook(call);
      case "deleteWebhook":
        return this.#subscription.deleteWebhook(call);
      case "getWebhookInfo":
        return this.#subscription.webhookInfo();
      case "sendMessage":
        return this.#messages.sendText(call);
      case "sendPhoto":
        return this.#messages.sendFile(call, "photo");
      case "sendVoice":
        return this.#messages.sendFile(call, "voice");
      case "sendAudio":
        return this.#messages.sendFile(call, "audio");
      case "sendDocument":
        return this.#messages.sendFile(call, "document");
      case "sendMediaGroup":
        return this.#messages.sendAlbum(call);
      case "editMessageText":
        return this.#messages.editText(call);
      case "editMessageReplyMarkup":
        return this.#messages.editButtons(call);
      case "editMessageCaption":
        return this.#messages.editCaption(call);
      case "deleteMessage":
        return this.#messages.delete(call);
      case "copyMessage":
        return this.#messages.copy(call);
      case "answerCallbackQuery":
        return this.#world.presses.answer(call);
      case "sendChatAction":
        return this.#showAction(call);
      case "setMyCommands":
        return this.#profile.setCommands(call);
      case "getMyCommands":
        return this.#profile.commands(call);
      case "setChatMenuButton":
        return this.#profile.setMenuButton(call);
      case "setMyDescription":
        return this.#profile.setDescription(call);
      case "setMyShortDescription":
        return this.#profile.setShortDescription(call);
      case "getFile":
        return this.#fileLink(call);
      case "getChat":
        return this.#chatInfo(call);
      default:
        throw new Error(`The specification has ${call.method}, the emulator does not.`);
    }
  }

  /** A webhook may answer with a call; whoever does so never learns how it went. */
  #performFromAnswer(body: Buffer, contentType: string): void {
    if (!contentType.startsWith("application/json")) return;
    let raw: RawParameters;
    try {
      raw = parametersIn(new URLSearchParams(), contentType, body);
    } catch {
      return; // The real server cares only for answers that are calls.
    }
    const name = raw.values.get("method");
    if (typeof name !== "string") return;
    const never = new AbortController().signal;
    void this.#take(name, raw, never, undefined);
  }

  #showAction(call: Call): true {
    this.#world.chats.writable(call.values.get("chat_id"));
    const action = textOf(call, "action") ?? "";
    if (!CHAT_ACTIONS.test(action)) {
      throw brokenRule("wrong parameter action in request", `there is no chat action "${action}"`);
    }
    return true;
  }

  #fileLink(call: Call): Wire {
    const id = textOf(call, "file_id") ?? "";
    const file = this.#world.chats.files.withId(id);
    if (file === undefined)
      throw brokenRule("invalid file_id", `"${id}" is not the id of any file`);
    if (file.bytes.length > LARGEST_DOWNLOAD) throw badRequest("file is too big");
    this.#fileLinks.set(file.path, this.#clock.now() + FILE_LINK_LIFETIME);
    return {
      file_id: id,
      file_unique_id: file.uniqueId,
      file_size: file.bytes.length,
      file_path: file.path,
    };
  }

  #serveFile(response: ServerResponse, token: string, path: string): void {
    const until = this.#fileLinks.get(path) ?? 0;
    const file = until > this.#clock.now() ? this.#world.chats.files.atPath(path) : undefined;
    if (token !== this.token) answer(response, new Refusal(401, "Unauthorized"));
    else if (file === undefined) answer(response, new Refusal(404, "Not Found"));
    else {
      response.writeHead(200, {
        "content-type": "application/octet-stream",
        "content-length": file.bytes.length,
      });
      response.end(file.bytes);
    }
  }

  #chatInfo(call: Call): Wire {
    const chat = this.#world.chats.addressed(call.values.get("chat_id"));
    return {
      ...chatOnWire(chat),
      accent_color_id: 0,
      max_reaction_count: 11,
      accepted_gift_types: {
        unlimited_gifts: false,
        limited_gifts: false,
        unique_gifts: false,
        premium_subscription: false,
        gifts_from_channels: false,
      },
    };
  }

  #held<Result>(waiting: Promise<Result>): Promise<Result> {
    return this.#underWay?.held(waiting) ?? waiting;
  }

  #violated(violation: string): void {
    this.#violations = [...this.#violations, violation];
  }
}

/** An emulator that already listens, on 127.0.0.1 and a free port. */
export async function startTelegramEmulator(options?: EmulatorOptions): Promise<TelegramEmulator> {
  const emulator = new TelegramEmulator(options);
  await emulator.listen();
  return emulator;
}

function chatOf(payload: unknown): { readonly id: number } | undefined {
  if (typeof payload !== "object" || payload === null) return undefined;
  const holder = "chat" in payload ? payload : "message" in payload ? payload.message : undefined;
  if (typeof holder !== "object" || holder === null || !("chat" in holder)) return undefined;
  const { chat } = holder;
  if (typeof chat !== "object" || chat === null || !("id" in chat)) return undefined;
  return typeof chat.id === "number" ? { id: chat.id } : undefined;
}

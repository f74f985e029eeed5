/**
 * Zalo's Official Account service on this machine, as strict as its papers: window and budget, tokens that
 * count once, events with a mac over their bytes, repeated when they are not taken, errors inside HTTP 200.
 */
import { createHash, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { CallsUnderWay } from "../calls-under-way.ts";
import type { Clock } from "../telegram/clock.ts";
import { type Buttons, checkMessage } from "./check-message.ts";
import { Tokens } from "./tokens.ts";

const minute = 60_000;
const hour = 60 * minute;
const window = 7 * 24 * hour;
const uploadsKept = 7 * 24 * hour;
/** After the first try. */
const retries = [30_000, 5 * minute, 15 * minute, 30 * minute, 60 * minute];
const largestPicture = 1024 * 1024;
const largestFile = 5 * 1024 * 1024;

export interface Seen {
  readonly id: string;
  readonly at: number;
  readonly text: string;
  readonly buttons: ReadonlyArray<{ readonly title: string; readonly payload: string }>;
  readonly picture: Uint8Array | undefined;
  readonly asksPhone: boolean;
  readonly quotes: string | undefined;
  /** A document, as its receiver saves it. */
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | undefined;
}

type Receiver = (delivered: {
  readonly raw: Uint8Array;
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
}) => Promise<number>;

export type Fault =
  /** The gateway's own page. */
  | { readonly is: "502" }
  | { readonly is: "refuses"; readonly error: number }
  /** The connection breaks before anything is read, or after everything was done. */
  | { readonly is: "breaks"; readonly when: "before" | "after" }
  /** Everything is done, and the answer never comes. */
  | { readonly is: "works-and-waits" }
  /** Waits before it looks at the call, until this holds. */
  | { readonly is: "waits"; readonly until: Promise<void> };

export interface OaEmulatorOptions {
  readonly clock: Clock;
  readonly buttons?: Buttons;
  /** Messages in a row that are taken; everything beyond is a violation. */
  readonly inARow?: number;
  readonly perMinute?: number;
  readonly echoes?: "before" | "after" | "never";
  readonly callback?: string;
}

export class OaEmulator {
  readonly appId = "1234567890123456789";
  readonly appSecret = "app-secret-for-tests";
  readonly secretKey = "oa-secret-for-tests";
  readonly oaId = "9876543210987654321";
  readonly violations: string[] = [];
  readonly tokens: Tokens;
  /** Where events go: an address of a program that runs, */
  webhook = "";
  #receiver: Receiver | undefined;
  buttons: Buttons;
  echoes: "before" | "after" | "never";
  /** How events are signed: which id, whose timestamp, whose key. */
  reading = "app-body-oa";
  /** Events that are not taken are given up, and the webhook is switched off. */
  switchedOff = false;
  readonly #options: OaEmulatorOptions;
  readonly #clock: Clock;
  readonly #server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    this.#meet(request, response).catch((error: unknown) => {
      this.violations.push(`the emulator stumbled: ${String(error)}`);
      response.destroy();
    });
  });
  /** Whether a message may point at another one. */
  quotes = true;
  /** Off what a message is taken, where the service says so; */
  quotaType: "reply" | "sub_quota" | "purchase_quota" | undefined;
  /** and whether what it says is left is what is left, or always the same. */
  quotaCounts = false;
  /** Its gateway reaches nothing behind it. */
  down = false;
  readonly #people = new Map<
    string,
    {
      heardAt: number;
      sinceHeard: number;
      sees: Seen[];
      readonly said: Set<string>;
      /** The number they agreed to share with this account. */
      shares?: string | undefined;
    }
  >();
  readonly #uploads = new Map<
    string,
    { readonly bytes: Uint8Array; readonly until: number; readonly name?: string }
  >();
  readonly #files = new Map<string, { readonly bytes: Uint8Array; readonly type: string }>();
  readonly #faults: Fault[] = [];
  readonly #tokenFaults: Fault[] = [];
  readonly #uploadFaults: Fault[] = [];
  readonly #personFaults: Fault[] = [];
  #newest = { body: "", timestamp: "" };
  #calls: number[] = [];
  #open = new Set<Promise<void>>();
  #underWay: CallsUnderWay | undefined;
  root = "";
  uploads = 0;
  sends = 0;

  constructor(options: OaEmulatorOptions) {
    this.#options = options;
    this.#clock = options.clock;
    this.buttons = options.buttons ?? "accept-bare";
    this.echoes = options.echoes ?? "after";
    this.tokens = new Tokens({
      now: this.#clock.now,
      appId: this.appId,
      appSecret: this.appSecret,
      callback: options.callback ?? "http://127.0.0.1:9/zalo/oa/consent",
      oaId: this.oaId,
      complain: (violation) => void this.violations.push(violation),
    });
  }

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    this.root = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    this.#underWay = new CallsUnderWay(this.root);
    return this;
  }

  async close(): Promise<void> {
    this.webhook = "";
    this.#underWay?.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** The next sends go wrong, in this order. */
  fails(...faults: readonly Fault[]): void {
    this.#faults.push(...faults);
  }

  /** From now on nothing goes wrong any more. */
  endsFaults(): void {
    this.#faults.length = 0;
  }

  /** The next calls for a token go wrong. */
  failsTokens(...faults: readonly Fault[]): void {
    this.#tokenFaults.push(...faults);
  }

  /** The next pictures and documents go wrong on their way up. */
  failsUploads(...faults: readonly Fault[]): void {
    this.#uploadFaults.push(...faults);
  }

  /** The next questions about a person go wrong. */
  failsPeople(...faults: readonly Fault[]): void {
    this.#personFaults.push(...faults);
  }

  /** Pictures that were carried up are gone. */
  forgetsUploads(): void {
    this.#uploads.clear();
  }

  /** What this person's phone shows. */
  sees(user: string): readonly Seen[] {
    return this.#people.get(user)?.sees ?? [];
  }

  /** Something a person sent lies here for a while. */
  keeps(bytes: Uint8Array, type: string): string {
    const name = randomBytes(8).toString("hex");
    this.#files.set(name, { bytes, type });
    return `${this.root}/media/${name}`;
  }

  /** or a function, where the program runs in this process. */
  deliversTo(receiver: Receiver | undefined): void {
    this.#receiver = receiver;
  }

  /** Every event that is still to be answered. */
  async settled(): Promise<void> {
    while (this.#open.size > 0) await Promise.all(this.#open);
  }

  // People and staff

  sendsText(user: string, text: string, more: Readonly<Record<string, unknown>> = {}): string {
    const id = newId();
    this.#userEvent(user, "user_send_text", { msg_id: id, text, ...more });
    return id;
  }

  presses(user: string, title: string): void {
    const button = this.sees(user)
      .flatMap(({ buttons }) => buttons)
      .findLast((each) => each.title === title);
    if (button === undefined) throw new Error(`no button ${title}`);
    this.sendsText(user, button.payload);
  }

  sendsAttachment(user: string, name: string, ...payloads: ReadonlyArray<object>): void {
    const attachments = payloads.map((payload) => ({ type: name.slice(10), payload }));
    this.#userEvent(user, name, { msg_id: newId(), attachments });
  }

  /** Pictures chosen together: as one event, or one by one as some phones do. */
  sendsPictures(user: string, urls: readonly string[], text = ""): void {
    this.#userEvent(user, "user_send_image", {
      msg_id: newId(),
      ...(text === "" ? {} : { text }),
      attachments: urls.map((url) => ({ type: "image", payload: { url, thumbnail: url } })),
    });
  }

  /** The newest event comes once more, as after an answer that was lost. */
  repeatsEvent(): void {
    const { body, timestamp } = this.#newest;
    const again = this.#try(body, timestamp, 1);
    this.#open.add(again);
    void again.then(() => this.#open.delete(again));
  }

  follows(user: string): void {
    this.#heard(user);
    void this.deliver({
      oa_id: this.oaId,
      follower: { id: user },
      event_name: "follow",
      user_id_by_app: "1357924680135792468",
    });
  }

  submitsPhone(user: string, phone: string): void {
    this.#heard(user);
    const person = this.#people.get(user);
    if (person !== undefined) person.shares = phone;
    void this.deliver({
      event_name: "user_submit_info",
      sender: { id: user },
      recipient: { id: this.oaId },
      info: { name: "Bà Liên (mẫu)", phone },
    });
  }

  withdraws(user: string): void {
    void this.deliver({ event_name: "user_withdraw", oa_id: this.oaId, user_id: user });
  }

  hasSeen(user: string): void {
    void this.deliver({
      event_name: "user_seen_message",
      sender: { id: user },
      recipient: { id: this.oaId },
      message: { msg_ids: this.sees(user).map(({ id }) => id) },
    });
  }

  /** Their telephone has everything that was sent, and nobody looked at it yet. */
  hasReceived(user: string): void {
    for (const { id } of this.sees(user))
      void this.deliver({
        event_name: "user_received_message",
        sender: { id: this.oaId },
        recipient: { id: user },
        message: { msg_id: id },
      });
  }

  /** A person in the account's own app. */
  staffSends(user: string, text: string, more: Readonly<Record<string, unknown>> = {}): void {
    void this.#echo(user, { id: newId(), text }, { admin_id: "5555555555555555555", ...more });
  }

  #userEvent(
    user: string,
    name: string,
    message: { readonly msg_id: string; readonly [field: string]: unknown },
  ): void {
    this.#heard(user);
    this.#people.get(user)?.said.add(message.msg_id);
    void this.deliver({
      event_name: name,
      sender: { id: user },
      recipient: { id: this.oaId },
      user_id_by_app: "1357924680135792468",
      message,
    });
  }

  #heard(user: string): void {
    const known = this.#people.get(user);
    this.#people.set(user, {
      heardAt: this.#clock.now(),
      sinceHeard: 0,
      sees: known?.sees ?? [],
      said: known?.said ?? new Set(),
      shares: known?.shares,
    });
  }

  #echo(
    user: string,
    message: { readonly id: string; readonly text: string; readonly isFile?: boolean },
    sender: object = {},
  ): Promise<void> {
    return this.deliver({
      event_name: message.isFile === true ? "oa_send_file" : "oa_send_text",
      sender: { id: this.oaId, ...sender },
      recipient: { id: user },
      message: {
        msg_id: message.id,
        ...(message.isFile === true ? {} : { text: message.text }),
      },
    });
  }

  // Events

  /** Sends an event until it is taken; resolves after the first try. */
  deliver(event: object): Promise<void> {
    const timestamp = String(this.#clock.now());
    const body = JSON.stringify({ app_id: this.appId, ...event, timestamp });
    this.#newest = { body, timestamp };
    const first = this.#try(body, timestamp, 0);
    this.#open.add(first);
    void first.then(() => this.#open.delete(first));
    return first;
  }

  signatureOf(body: string, timestamp: string): string {
    const [id, , secret] = this.reading.split("-");
    const mac = createHash("sha256")
      .update(id === "oa" ? this.oaId : this.appId)
      .update(body)
      .update(timestamp)
      .update(secret === "app" ? this.appSecret : this.secretKey)
      .digest("hex");
    return `mac=${mac}`;
  }

  async #try(body: string, timestamp: string, tries: number): Promise<void> {
    if ((this.webhook === "" && this.#receiver === undefined) || this.switchedOff) return;
    const status = await (this.#receiver === undefined
      ? this.#post(body, tries)
      : this.#receiver({
          raw: new TextEncoder().encode(body),
          signature: this.signatureOf(body, timestamp),
          timestamp: undefined,
        }));
    if (status === 200) return;
    const pause = retries[tries];
    if (pause === undefined) {
      this.switchedOff = true;
      return;
    }
    this.#clock.after(pause, () => {
      const again = this.#try(body, timestamp, tries + 1);
      this.#open.add(again);
      void again.then(() => this.#open.delete(again));
    });
  }

  async #post(body: string, tries: number): Promise<number> {
    const { timestamp } = JSON.parse(body) as { timestamp: string };
    return await fetch(this.webhook, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-zevent-signature": this.signatureOf(body, timestamp),
        ...(tries === 0 ? {} : { num_retry: String(tries) }),
      },
      body,
    }).then(
      (response) => response.status,
      () => 0,
    );
  }

  // Calls

  /** Calls whose answer is held back. */
  waiting = 0;

  dropsWaiting(): void {
    this.waiting = 0;
    this.#server.closeAllConnections();
  }

  /** Calls of this process that are not over: not answered, or the answer not read. */
  get calls(): number {
    return this.#underWay?.count ?? 0;
  }

  /** A call of this process is under way that is not kept waiting: no clock may move on. */
  get busy(): boolean {
    return this.calls > this.waiting;
  }

  async #meet(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path, searchParams: asked } = new URL(request.url ?? "/", "http://zalo");
    const body = await bodyOf(request);
    if (request.headers.authorization !== undefined) this.violations.push("Authorization was sent");
    const answer = (json: unknown): void => {
      response.writeHead(200, {
        "content-type": "application/json",
        "x-ratelimit-limit": String(this.#options.perMinute ?? 4000),
        "x-ratelimit-remain": String(this.#left()),
      });
      response.end(JSON.stringify(json));
    };
    if (path.startsWith("/media/")) {
      const file = this.#files.get(path.slice(7));
      response.writeHead(file === undefined ? 404 : 200, {
        "content-type": file?.type ?? "text/plain",
      });
      response.end(file?.bytes);
      return;
    }
    if (path === "/v4/oa/access_token") {
      const fault = this.#tokenFaults.shift();
      if (await this.#goesWrong(fault, response, answer)) return;
      const secret = request.headers["secret_key"];
      const given = this.tokens.answer(
        typeof secret === "string" ? secret : undefined,
        new URLSearchParams(body.toString("utf8")),
      );
      if (fault?.is === "breaks") return void response.destroy();
      if (fault?.is === "works-and-waits") {
        this.waiting += 1;
        return;
      }
      answer(given);
      return;
    }
    if (this.down) {
      await this.#goesWrong({ is: "502" }, response, answer);
      return;
    }
    const fault =
      path === "/v3.0/oa/message/cs"
        ? this.#faults.shift()
        : path.startsWith("/v2.0/oa/upload/")
          ? this.#uploadFaults.shift()
          : path === "/v3.0/oa/user/detail"
            ? this.#personFaults.shift()
            : undefined;
    if (await this.#goesWrong(fault, response, answer)) return;
    const token = request.headers["access_token"];
    const error = this.tokens.errorOf(typeof token === "string" ? token : undefined);
    if (error !== 0) return answer({ error, message: "access token" });
    if (!this.#spends()) return answer({ error: -32, message: "too many requests" });
    switch (path) {
      case "/v2.0/oa/getoa":
        return answer({
          error: 0,
          message: "Success",
          data: { oaid: this.oaId, name: "Xã (mẫu)" },
        });
      case "/v2.0/oa/upload/image":
      case "/v2.0/oa/upload/file":
        return answer(this.#upload(path.endsWith("file") ? "file" : "image", request, body));
      case "/v3.0/oa/user/detail":
        return answer(this.#person(request.method, asked.get("data")));
      case "/v3.0/oa/message/cs": {
        const sent = this.#send(JSON.parse(body.toString("utf8")) as object);
        if (sent.message !== undefined && this.echoes === "before") {
          await this.#echo(sent.message.user, sent.message);
        }
        if (fault?.is === "breaks") response.destroy();
        else if (fault?.is === "works-and-waits") this.waiting += 1;
        else answer(sent.json);
        if (sent.message !== undefined && this.echoes === "after") {
          void this.#echo(sent.message.user, sent.message);
        }
        return;
      }
      default:
        this.violations.push(`there is no ${path}`);
        answer({ error: -212, message: "no such api" });
    }
  }

  async #goesWrong(
    fault: Fault | undefined,
    response: ServerResponse,
    answer: (json: unknown) => void,
  ): Promise<boolean> {
    switch (fault?.is) {
      case undefined:
        return false;
      case "502":
        response.writeHead(502, { "content-type": "text/html" });
        response.end("<html>502 Bad Gateway</html>");
        return true;
      case "refuses":
        answer({ error: fault.error, message: "refused" });
        return true;
      case "breaks":
        if (fault.when === "after") return false;
        response.destroy();
        return true;
      case "works-and-waits":
        return false;
      case "waits": {
        this.waiting += 1;
        const gone = new Promise<"gone">((resolve) => response.on("close", () => resolve("gone")));
        return (await Promise.race([fault.until, gone])) === "gone";
      }
    }
  }

  #left(): number {
    const now = this.#clock.now();
    this.#calls = this.#calls.filter((at) => at > now - minute);
    return Math.max(0, (this.#options.perMinute ?? 4000) - this.#calls.length);
  }

  #spends(): boolean {
    if (this.#left() === 0) {
      this.violations.push("more calls in a minute than the account may make");
      return false;
    }
    this.#calls.push(this.#clock.now());
    return true;
  }

  #send(call: object): {
    readonly json: unknown;
    readonly message?: {
      readonly user: string;
      readonly id: string;
      readonly text: string;
      readonly isFile: boolean;
    };
  } {
    const { recipient, message } = call as {
      recipient?: { user_id?: unknown };
      message?: Readonly<Record<string, unknown>>;
    };
    const user = recipient?.user_id;
    if (typeof user !== "string") return { json: { error: -201, message: "user_id is invalid" } };
    const person = this.#people.get(user);
    if (person === undefined) return { json: { error: -213, message: "not following" } };
    const now = this.#clock.now();
    if (now - person.heardAt > window) return { json: { error: -230, message: "7 days" } };
    const checked = checkMessage(message ?? {}, this.buttons, (id) => {
      const kept = this.#uploads.get(id);
      return kept !== undefined && kept.until > now;
    });
    const { quotes } = checked;
    const stands =
      quotes === undefined ||
      person.said.has(quotes) ||
      person.sees.some(({ id }) => id === quotes);
    if (!stands || (quotes !== undefined && !this.quotes))
      return { json: { error: -201, message: "quote_message_id" } };
    if (checked.error !== 0) return { json: { error: checked.error, message: "message" } };
    const { inARow } = this.#options;
    person.sinceHeard += 1;
    if (inARow !== undefined && person.sinceHeard > inARow) {
      this.violations.push(`${person.sinceHeard} messages in a row`);
      return { json: { error: -211, message: "out of quota" } };
    }
    this.sends += 1;
    const left = this.quotaCounts ? String(8 - person.sinceHeard) : "8";
    const id = newId();
    const { error: _, picture, file: token, ...seen } = checked;
    const file = token === undefined ? undefined : this.#uploads.get(token);
    person.sees.push({
      ...seen,
      id,
      at: now,
      picture: picture === undefined ? undefined : this.#uploads.get(picture)?.bytes,
      file: file && { name: file.name ?? "", bytes: file.bytes },
    });
    return {
      json: {
        error: 0,
        message: "Success",
        data: {
          message_id: id,
          user_id: user,
          sent_time: String(now),
          ...(this.quotaType === undefined
            ? {}
            : { quota: { quota_type: this.quotaType, remain: left, total: "8" } }),
        },
      },
      message: { user, id, text: checked.text, isFile: token !== undefined },
    };
  }

  /** What the account may know of somebody; a number only where they shared it. */
  #person(method: string | undefined, data: string | null): unknown {
    if (method !== "GET" || data === null) return { error: -201, message: "data is missing" };
    const { user_id: user } = JSON.parse(data) as { user_id?: unknown };
    const person = typeof user === "string" ? this.#people.get(user) : undefined;
    if (person === undefined) return { error: -213, message: "not following" };
    const { shares } = person;
    return {
      error: 0,
      message: "Success",
      data: {
        user_id: user,
        display_name: "Nguyễn Thị Liên (mẫu)",
        user_is_follower: true,
        user_last_interaction_date: "22/11/2026",
        avatar: "https://s120-ava-talk.zadn.vn/a.jpg",
        tags_and_notes_info: { tag_names: [], notes: [] },
        ...(shares === undefined
          ? {}
          : { shared_info: { name: "Nguyễn Thị Liên (mẫu)", phone: Number(shares) } }),
      },
    };
  }

  #upload(as: "image" | "file", request: IncomingMessage, body: Buffer): unknown {
    const type = request.headers["content-type"] ?? "";
    const start = body.indexOf("\r\n\r\n");
    if (!type.startsWith("multipart/form-data") || start < 0 || !body.includes('name="file"')) {
      return { error: -201, message: "file" };
    }
    const bytes = new Uint8Array(body.subarray(start + 4, body.lastIndexOf("\r\n--")));
    const largest = as === "image" ? largestPicture : largestFile;
    if (bytes.length > largest) return { error: -210, message: "file is too large" };
    const name = /filename="([^"]*)"/.exec(body.subarray(0, start).toString("utf8"))?.[1] ?? "";
    const fits = as === "image" ? /\.(?:jpe?g|png)$/ : /\.(?:pdf|docx?|csv)$/;
    if (!fits.test(name)) return { error: -201, message: "file type" };
    this.uploads += 1;
    const id = randomBytes(12).toString("base64url");
    this.#uploads.set(id, { bytes, until: this.#clock.now() + uploadsKept, name });
    const data = as === "image" ? { attachment_id: id } : { token: id };
    return { error: 0, message: "Success", data };
  }

  assertNoViolations(): void {
    if (this.violations.length > 0) throw new Error(this.violations.join("\n"));
  }
}

const newId = (): string => randomBytes(10).toString("hex");

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/**
 * A push service and the browsers behind it, as strict as the real ones together: it takes what RFC 8030 and
 * RFC 8292 allow, and each browser opens what it got by RFC 8291, with a key nobody else has. Written from the
 * RFCs and apart from the sender, so that both cannot be wrong in the same way.
 */

import { webcrypto } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

const { subtle } = webcrypto;

export interface Delivered {
  /** As the browser's worker is handed it. */
  readonly text: string;
  readonly ttl: number;
  readonly urgency: string;
  readonly topic: string | undefined;
  readonly subject: string;
  /** How many bytes passed the service. */
  readonly length: number;
}

export interface Subscriber {
  /** What `PushSubscription.toJSON()` gives. */
  readonly json: {
    readonly endpoint: string;
    readonly keys: { readonly p256dh: string; readonly auth: string };
  };
  readonly delivered: readonly Delivered[];
  /** How the service answers the next ones, one after another; then again with 201. */
  answers(...with_: readonly { readonly status: number; readonly retryAfter?: string }[]): void;
  /** Requests that came, whatever was answered. */
  readonly asked: () => number;
}

export interface PushEmulator {
  /** Subscribes a browser for the sender with this public key. */
  subscriber(senderKey: string): Promise<Subscriber>;
  /** What a real service would have refused, in words. */
  readonly complaints: string[];
  /** The moment by which tokens are judged. */
  now: () => number;
  close(): Promise<void>;
}

interface Kept {
  readonly keys: webcrypto.CryptoKeyPair;
  readonly point: Uint8Array;
  readonly auth: Uint8Array;
  readonly senderKey: string;
  readonly delivered: Delivered[];
  readonly answers: { readonly status: number; readonly retryAfter?: string }[];
  asked: number;
}

const largest = 4096;

export async function startPushEmulator(): Promise<PushEmulator> {
  const kept = new Map<string, Kept>();
  const complaints: string[] = [];
  const emulator = { now: Date.now };

  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    take(request, response).catch((error: unknown) => {
      complaints.push(String(error));
      response.writeHead(400).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const to = kept.get(request.url ?? "");
    const body = await bytesOf(request);
    if (to === undefined) {
      response.writeHead(404).end();
      return;
    }
    to.asked += 1;
    const { status, retryAfter } = to.answers.shift() ?? { status: 201 };
    if (status !== 201) {
      response.writeHead(status, retryAfter === undefined ? {} : { "retry-after": retryAfter });
      response.end("no");
      return;
    }
    to.delivered.push(await judged(request, body, to));
    response.writeHead(201, { location: `${root}/message/1` }).end();
  }

  async function judged(request: IncomingMessage, body: Uint8Array, to: Kept): Promise<Delivered> {
    const header = (name: string) => String(request.headers[name] ?? "");
    if (request.method !== "POST") throw new Error(`${request.method} is not POST`);
    if (!/^\d+$/.test(header("ttl"))) throw new Error(`TTL is "${header("ttl")}"`);
    if (!["very-low", "low", "normal", "high"].includes(header("urgency")))
      throw new Error(`Urgency is "${header("urgency")}"`);
    const topic = request.headers["topic"];
    if (topic !== undefined && !/^[\w-]{1,32}$/.test(String(topic)))
      throw new Error(`Topic is "${String(topic)}"`);
    if (header("content-encoding") !== "aes128gcm")
      throw new Error(`Content-Encoding is "${header("content-encoding")}"`);
    if (body.length > largest) throw new Error(`${body.length} bytes are too many`);
    const subject = await whoSends(header("authorization"), to.senderKey);
    return {
      text: await opened(body, to),
      ttl: Number(header("ttl")),
      urgency: header("urgency"),
      topic: topic === undefined ? undefined : String(topic),
      subject,
      length: body.length,
    };
  }

  /** RFC 8292: a token signed by the key the browser subscribed for, for this service, and for a day at most. */
  async function whoSends(authorization: string, senderKey: string): Promise<string> {
    const [, token = "", key = ""] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? [];
    if (key !== senderKey) throw new Error("the key is not the one subscribed for");
    const [head = "", claims = "", signature = ""] = token.split(".");
    const { alg, typ } = read(head);
    if (alg !== "ES256" || typ !== "JWT") throw new Error(`signed as ${String(alg)}`);
    const verifier = await subtle.importKey(
      "raw",
      Buffer.from(key, "base64url"),
      { name: "ECDSA", namedCurve: "P-256" },
      false,
      ["verify"],
    );
    const well = await subtle.verify(
      { name: "ECDSA", hash: "SHA-256" },
      verifier,
      Buffer.from(signature, "base64url"),
      Buffer.from(`${head}.${claims}`),
    );
    if (!well) throw new Error("the signature is wrong");
    const { aud, exp, sub } = read(claims);
    if (aud !== root) throw new Error(`meant for ${String(aud)}`);
    const left = Number(exp) * 1000 - emulator.now();
    if (!(left > 0 && left <= 24 * 3600 * 1000)) throw new Error(`valid for ${left} ms`);
    if (!/^(?:mailto:.+@.+|https:\/\/.+)/.test(String(sub))) throw new Error(`from ${String(sub)}`);
    return String(sub);
  }

  return {
    complaints,
    get now() {
      return emulator.now;
    },
    set now(now) {
      emulator.now = now;
    },
    async subscriber(senderKey) {
      const keys = await subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, [
        "deriveBits",
      ]);
      const point = new Uint8Array(await subtle.exportKey("raw", keys.publicKey));
      const auth = webcrypto.getRandomValues(new Uint8Array(16));
      const path = `/push/${kept.size + 1}`;
      const made: Kept = { keys, point, auth, senderKey, delivered: [], answers: [], asked: 0 };
      kept.set(path, made);
      return {
        json: { endpoint: `${root}${path}`, keys: { p256dh: text(point), auth: text(auth) } },
        delivered: made.delivered,
        answers: (...next) => void made.answers.push(...next),
        asked: () => made.asked,
      };
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** RFC 8291, the receiving side. */
async function opened(body: Uint8Array, { keys, point, auth }: Kept): Promise<string> {
  const salt = body.subarray(0, 16);
  const size = new DataView(body.buffer, body.byteOffset).getUint32(16);
  const length = body[20] ?? 0;
  const theirs = body.subarray(21, 21 + length);
  const record = body.subarray(21 + length);
  if (record.length > size) throw new Error("more than one record");
  const their = await subtle.importKey(
    "raw",
    theirs,
    { name: "ECDH", namedCurve: "P-256" },
    false,
    [],
  );
  const shared = await subtle.deriveBits({ name: "ECDH", public: their }, keys.privateKey, 256);
  const info = bytes("WebPush: info\0", point, theirs);
  const material = await hkdf(new Uint8Array(shared), auth, info, 32);
  const secret = await hkdf(material, salt, bytes("Content-Encoding: aes128gcm\0"), 16);
  const nonce = await hkdf(material, salt, bytes("Content-Encoding: nonce\0"), 12);
  const key = await subtle.importKey("raw", secret, "AES-GCM", false, ["decrypt"]);
  const plain = new Uint8Array(await subtle.decrypt({ name: "AES-GCM", iv: nonce }, key, record));
  const end = plain.findLastIndex((byte) => byte !== 0);
  if (plain[end] !== 2) throw new Error("the last record is not marked as the last");
  return Buffer.from(plain.subarray(0, end)).toString("utf8");
}

async function hkdf(
  key: Uint8Array,
  salt: Uint8Array,
  info: Uint8Array,
  length: number,
): Promise<Uint8Array> {
  const base = await subtle.importKey("raw", key, "HKDF", false, ["deriveBits"]);
  return new Uint8Array(
    await subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt, info }, base, length * 8),
  );
}

const bytes = (label: string, ...more: readonly Uint8Array[]): Uint8Array =>
  Buffer.concat([Buffer.from(label), ...more]);
const text = (of: Uint8Array): string => Buffer.from(of).toString("base64url");
const read = (part: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(part, "base64url").toString()) as Record<string, unknown>;

async function bytesOf(request: IncomingMessage): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return new Uint8Array(Buffer.concat(parts));
}

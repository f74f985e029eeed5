/**
 * What is sent to a browser, closed so that only that browser can read it: RFC 8291 over `aes128gcm` of
 * RFC 8188, in one record. The push service in between sees how long it is and nothing else.
 */
import { createCipheriv, createECDH, type ECDH, hkdfSync, randomBytes } from "node:crypto";
import type { PushSubscription } from "../../store/pushes.ts";

/** Chance, which tests give as the RFC writes it. */
export interface Fresh {
  readonly salt: Uint8Array;
  /** A pair of keys for this one message. */
  readonly own: ECDH;
}

const fresh = (): Fresh => {
  const own = createECDH("prime256v1");
  own.generateKeys();
  return { salt: randomBytes(16), own };
};

const recordSize = 4096;
/** After this comes no further record. */
const lastRecord = 2;

export function closedFor(
  { p256dh, auth }: Pick<PushSubscription, "p256dh" | "auth">,
  message: string,
  { salt, own }: Fresh = fresh(),
): Buffer {
  const theirKey = Buffer.from(p256dh, "base64url");
  const ownKey = own.getPublicKey();
  const shared = own.computeSecret(theirKey);
  const about = Buffer.concat([Buffer.from("WebPush: info\0"), theirKey, ownKey]);
  const material = derived(shared, Buffer.from(auth, "base64url"), about, 32);
  const key = derived(material, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
  const nonce = derived(material, salt, Buffer.from("Content-Encoding: nonce\0"), 12);

  const cipher = createCipheriv("aes-128-gcm", key, nonce);
  const record = Buffer.concat([
    cipher.update(Buffer.concat([Buffer.from(message), Buffer.of(lastRecord)])),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(recordSize);
  head.writeUInt8(ownKey.length, 4);
  return Buffer.concat([salt, head, ownKey, record]);
}

const derived = (key: Uint8Array, salt: Uint8Array, about: Uint8Array, length: number): Buffer =>
  Buffer.from(hkdfSync("sha256", key, salt, about, length));

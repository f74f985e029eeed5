/**
 * Whether an event really comes from Zalo. Its papers leave open which id comes first, whose timestamp and
 * whose key are meant: every reading is tried unless a setting names one, and which one fitted is said.
 */
import { createHash, timingSafeEqual } from "node:crypto";

export interface MacKeys {
  readonly appId: string;
  readonly appSecret: string;
  readonly secretKey: string;
  /** `any`, or one reading such as `app-body-oa`. */
  readonly mac: string;
}

export interface Signed {
  /** As it came, byte by byte. */
  readonly raw: Uint8Array;
  readonly signature: string;
  readonly oaId: string | undefined;
  readonly bodyTime: string | undefined;
  readonly headerTime: string | undefined;
}

/** The reading that fits; undefined when none does. */
export function macReading(keys: MacKeys, event: Signed): string | undefined {
  const given = Buffer.from(event.signature.replace(/^mac=/, "").trim().toLowerCase());
  const ids = { app: keys.appId, oa: event.oaId };
  const times = { body: event.bodyTime, header: event.headerTime };
  const secrets = { oa: keys.secretKey, app: keys.appSecret };
  for (const [idName, id] of Object.entries(ids)) {
    for (const [timeName, time] of Object.entries(times)) {
      for (const [secretName, secret] of Object.entries(secrets)) {
        const reading = `${idName}-${timeName}-${secretName}`;
        if (id === undefined || time === undefined) continue;
        if (keys.mac !== "any" && keys.mac !== reading) continue;
        const expected = Buffer.from(macOf(id, event.raw, time, secret));
        if (given.length === expected.length && timingSafeEqual(given, expected)) return reading;
      }
    }
  }
  return undefined;
}

/** A plain digest of the four in a row, in small hex letters; not an HMAC. */
export function macOf(id: string, raw: Uint8Array, time: string, secret: string): string {
  return createHash("sha256").update(id).update(raw).update(time).update(secret).digest("hex");
}

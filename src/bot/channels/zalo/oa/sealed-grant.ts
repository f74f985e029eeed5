/**
 * The right to send, as it lies in the database: encrypted with a key that takes both the app's secret, which
 * is only in the settings, and a salt that is only in the database. A copy of either alone opens nothing.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const version = "v1";
const cipher = "aes-256-gcm";

export interface Sealing {
  seal(text: string): string;
  /** Undefined where it was sealed with other keys, or changed since. */
  open(sealed: string): string | undefined;
}

/** `about` is bound into it: what was sealed for one account opens for no other. */
export function sealing(appSecret: string, salt: string, about: string): Sealing {
  const key = new Uint8Array(hkdfSync("sha256", appSecret, salt, `cau-noi ${about}`, 32));
  return {
    seal(text) {
      const iv = randomBytes(12);
      const enciphered = createCipheriv(cipher, key, iv).setAAD(Buffer.from(about));
      const body = Buffer.concat([enciphered.update(text, "utf8"), enciphered.final()]);
      const parts = [iv, enciphered.getAuthTag(), body].map((part) => part.toString("base64url"));
      return [version, ...parts].join(".");
    },
    open(sealed) {
      const [made, iv, tag, body] = sealed.split(".");
      if (made !== version || iv === undefined || tag === undefined || body === undefined) {
        return undefined;
      }
      try {
        const deciphered = createDecipheriv(cipher, key, Buffer.from(iv, "base64url"))
          .setAAD(Buffer.from(about))
          .setAuthTag(Buffer.from(tag, "base64url"));
        const text = deciphered.update(Buffer.from(body, "base64url"));
        return Buffer.concat([text, deciphered.final()]).toString("utf8");
      } catch {
        return undefined;
      }
    },
  };
}

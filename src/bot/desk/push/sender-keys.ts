/** Who we are to a push service: one pair of keys for this house, made once and kept (RFC 8292). */
import { createECDH, createPrivateKey, type KeyObject, sign } from "node:crypto";
import type { Instant } from "../../../flows/index.ts";
import type { Store } from "../../store/store.ts";

export interface SenderKeys {
  /** What a browser binds its subscription to; in base64url. */
  readonly publicKey: string;
  /** The header that says to this push service that it is us. */
  authorization(endpoint: string, now: Instant): string;
}

/** A push service refuses more than a day. */
const lasts = 12 * 60 * 60;

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** `subject`: how whoever runs the push service finds whoever runs this house. */
export function senderKeys(store: Pick<Store, "secret">, subject: () => string): SenderKeys {
  const own = createECDH("prime256v1");
  own.setPrivateKey(Buffer.from(store.secret("web-push", newPrivateKey), "base64url"));
  const point = own.getPublicKey();
  const key = signingKey(own.getPrivateKey(), point);
  const publicKey = point.toString("base64url");
  return {
    publicKey,
    authorization(endpoint, now) {
      const head = encoded({ typ: "JWT", alg: "ES256" });
      const claims = {
        aud: new URL(endpoint).origin,
        exp: Math.floor(now / 1000) + lasts,
        sub: subject(),
      };
      const signed = `${head}.${encoded(claims)}`;
      const signature = sign("sha256", Buffer.from(signed), { key, dsaEncoding: "ieee-p1363" });
      return `vapid t=${signed}.${signature.toString("base64url")}, k=${publicKey}`;
    },
  };
}

function newPrivateKey(): string {
  const made = createECDH("prime256v1");
  made.generateKeys();
  return made.getPrivateKey("base64url");
}

function signingKey(secret: Buffer, point: Buffer): KeyObject {
  const part = (bytes: Buffer) => bytes.toString("base64url");
  return createPrivateKey({
    format: "jwk",
    key: {
      kty: "EC",
      crv: "P-256",
      // A number, of which leading zeros may have been left out.
      d: part(Buffer.concat([Buffer.alloc(32 - secret.length), secret])),
      x: part(point.subarray(1, 33)),
      y: part(point.subarray(33)),
    },
  });
}

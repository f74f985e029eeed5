/** Where the right to send is bought with a code, and renewed with a token that counts once. */
import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import type { ZaloServer } from "./http.ts";
import { ZaloUnreached } from "./refusals.ts";

const patience = 20_000;
/** Too many calls: the one refusal that says nothing about the token. */
const tooFast = -32;

const pairSchema = z.looseObject({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  // Seconds, and a string.
  expires_in: z.coerce.number().positive(),
});
const errorSchema = z.looseObject({ error: z.coerce.number() });

export interface Pair {
  readonly access: string;
  readonly refresh: string;
  /** Milliseconds. */
  readonly lasts: number;
}

/** The code or the token was not taken, and will not be: nobody documents with which numbers. */
export class OAuthRefused extends Error {
  override readonly name = "OAuthRefused";
  readonly code: string;
  readonly number: number;
  constructor(number: number) {
    super(`Zalo gave no token (${number})`);
    this.number = number;
    this.code = String(number);
  }
}

export interface OAuth {
  exchange(code: string, verifier: string): Promise<Pair>;
  renew(refreshToken: string): Promise<Pair>;
}

export function oauth(
  server: ZaloServer,
  { appId, appSecret }: { readonly appId: string; readonly appSecret: string },
): OAuth {
  async function ask(form: Readonly<Record<string, string>>): Promise<Pair> {
    const { json } = await server.ask(
      "a token",
      "/v4/oa/access_token",
      {
        method: "POST",
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          secret_key: appSecret,
        },
        body: new URLSearchParams({ ...form, app_id: appId }).toString(),
      },
      patience,
    );
    const pair = pairSchema.safeParse(json);
    if (pair.success) {
      const { access_token: access, refresh_token: refresh, expires_in: seconds } = pair.data;
      return { access, refresh, lasts: seconds * 1000 };
    }
    const refused = errorSchema.safeParse(json);
    if (!refused.success) throw new ZaloUnreached("a token", "not-zalo");
    if (refused.data.error === tooFast) throw new ZaloUnreached("a token", "server-error");
    throw new OAuthRefused(refused.data.error);
  }

  return {
    exchange: (code, verifier) =>
      ask({ code, code_verifier: verifier, grant_type: "authorization_code" }),
    renew: (refreshToken) => ask({ refresh_token: refreshToken, grant_type: "refresh_token" }),
  };
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** 43 letters and digits, as Zalo wants them: some 250 bits. */
export const newVerifier = (): string =>
  Array.from(randomBytes(43), (byte) => letters[byte % letters.length]).join("");

export const challengeOf = (verifier: string): string =>
  createHash("sha256").update(verifier, "ascii").digest("base64url");

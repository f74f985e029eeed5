/** The emulator's OAuth: codes that count once, refresh tokens that count once, access tokens of 25 hours. */
import { createHash, randomBytes } from "node:crypto";

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const codeLasts = 10 * 60 * 1000;
const accessLasts = 25 * hour;
const refreshLasts = 90 * day;

interface Pair {
  readonly access_token: string;
  readonly refresh_token: string;
  /** A string, as the service sends it. */
  readonly expires_in: string;
}

export interface TokenOptions {
  readonly now: () => number;
  readonly appId: string;
  readonly appSecret: string;
  /** The address saved in the console, to which consent leads back. */
  readonly callback: string;
  readonly oaId: string;
  readonly complain: (violation: string) => void;
}

export class Tokens {
  readonly #options: TokenOptions;
  readonly #codes = new Map<
    string,
    { readonly challenge: string | null; readonly until: number }
  >();
  readonly #refresh = new Map<string, number>();
  readonly #used = new Set<string>();
  readonly #access = new Map<string, number>();
  readonly #expired = new Set<string>();
  /** A refresh token was used twice: only a new consent helps. */
  grantLost = false;
  /** Every refresh token ever answered with, newest last. */
  readonly issued: string[] = [];
  rotations = 0;

  constructor(options: TokenOptions) {
    this.#options = options;
  }

  /** A person allows the app on the page a link opens; the address they are led to. */
  consents(link: string, { keepsState = true } = {}): string {
    const { appId, callback, oaId, now } = this.#options;
    const asked = new URL(link);
    if (asked.pathname !== "/v4/oa/permission") throw new Error(`no page ${asked.pathname}`);
    if (asked.searchParams.get("app_id") !== appId) throw new Error("-14002 app not active");
    if (asked.searchParams.get("redirect_uri") !== callback) {
      throw new Error("-14003 Invalid redirect uri");
    }
    const code = randomBytes(20).toString("base64url");
    this.#codes.set(code, {
      challenge: asked.searchParams.get("code_challenge"),
      until: now() + codeLasts,
    });
    const back = new URLSearchParams({ code, oa_id: oaId });
    const state = asked.searchParams.get("state");
    if (keepsState && state !== null) back.set("state", state);
    return `${callback}?${back}`;
  }

  /** What the console's own tool hands out. */
  newPair(): Pair {
    const { now } = this.#options;
    for (const token of this.#access.keys()) this.#expired.add(token);
    this.#access.clear();
    const pair = {
      access_token: `at-${randomBytes(24).toString("base64url")}`,
      refresh_token: `rt-${randomBytes(24).toString("base64url")}`,
      expires_in: String(accessLasts / 1000),
    };
    this.#access.set(pair.access_token, now() + accessLasts);
    this.#refresh.set(pair.refresh_token, now() + refreshLasts);
    this.issued.push(pair.refresh_token);
    return pair;
  }

  /** Accepted no more, though its time has not come. */
  endAccess(): void {
    for (const token of this.#access.keys()) this.#expired.add(token);
    this.#access.clear();
  }

  /** The error of a call with this token, or 0. */
  errorOf(token: string | undefined): number {
    if (token === undefined) return -216;
    const until = this.#access.get(token);
    if (until === undefined) return this.#expired.has(token) ? -220 : -216;
    return until > this.#options.now() ? 0 : -220;
  }

  answer(secret: string | undefined, form: URLSearchParams): Pair | Record<string, unknown> {
    const { appId, appSecret, complain, now } = this.#options;
    const no = (error: number, name: string) => ({
      error,
      error_name: name,
      error_reason: name,
      ref_doc: "https://developers.zalo.me/",
    });
    if (secret !== appSecret) return no(-14004, "Invalid secret key");
    if (form.get("app_id") !== appId) return no(-14002, "App not active");
    if (form.get("grant_type") === "authorization_code") {
      const code = form.get("code") ?? "";
      const kept = this.#codes.get(code);
      this.#codes.delete(code);
      if (kept === undefined || kept.until < now()) return no(-14019, "Invalid code");
      const verifier = form.get("code_verifier") ?? "";
      const challenge = createHash("sha256").update(verifier, "ascii").digest("base64url");
      if (!/^[A-Za-z0-9]{43}$/.test(verifier)) complain("a verifier is 43 letters and digits");
      if (kept.challenge !== challenge) return no(-14020, "Invalid code verifier");
      this.grantLost = false;
      return this.newPair();
    }
    if (form.get("grant_type") !== "refresh_token") return no(-14005, "Invalid grant type");
    const token = form.get("refresh_token") ?? "";
    if (this.#used.has(token)) {
      this.grantLost = true;
      return no(-14014, "Invalid refresh token");
    }
    const until = this.#refresh.get(token);
    if (until === undefined || until < now()) return no(-14014, "Invalid refresh token");
    this.#refresh.delete(token);
    this.#used.add(token);
    this.rotations += 1;
    return this.newPair();
  }
}

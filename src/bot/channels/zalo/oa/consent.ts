/**
 * How an administrator of the account gives the right to send: a link that a command prints, a page of Zalo's,
 * and the address it leads back to, which our server reads by itself or somebody pastes.
 */
import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../../../clock.ts";
import type { Store } from "../../../store/store.ts";
import type { Grant } from "./grant.ts";
import { challengeOf, newVerifier, type OAuth, OAuthRefused } from "./oauth.ts";
import { ZaloUnreached } from "./refusals.ts";
import type { Sealing } from "./sealed-grant.ts";

/** So long a link may be used: a cup of tea, and finding who the administrator is. */
const linkLasts = 60 * 60 * 1000;

export const consentPath = "/zalo/oa/consent";

const pendingSchema = z.object({ state: z.string(), verifier: z.string(), until: z.number() });

export interface ConsentLink {
  readonly link: string;
  /** What the console must hold, byte for byte. */
  readonly callback: string;
  readonly challenge: string;
}

export type Consented =
  | { readonly ok: true }
  /** `not-asked`: no link is open. `another`: it belongs to another link or account. */
  | {
      readonly ok: false;
      readonly why: "not-asked" | "another" | "no-code" | "unreached";
    }
  /** The code was not taken and is spent, with Zalo's number. */
  | { readonly ok: false; readonly why: "refused"; readonly number: number };

export interface Consenting {
  begin(publicUrl: string): ConsentLink;
  /** A link was made, and has not been used yet. */
  isOpen(): boolean;
  /** The query of the address Zalo led back to. */
  finish(query: Readonly<Record<string, string | undefined>>): Promise<Consented>;
}

export function consenting(options: {
  readonly store: Pick<Store, "setting" | "setSetting">;
  readonly name: string;
  readonly sealing: Sealing;
  readonly oauth: OAuth;
  readonly oauthRoot: string;
  readonly appId: string;
  readonly grant: Grant;
  readonly clock: Clock;
  readonly codeVerifier: string | undefined;
}): Consenting {
  const { store, name, sealing, oauth, grant, clock } = options;

  function pending(): z.infer<typeof pendingSchema> | undefined {
    const kept = store.setting(name);
    if (kept === undefined || kept === "") return undefined;
    const opened = sealing.open(kept);
    const read = opened === undefined ? undefined : pendingSchema.safeParse(JSON.parse(opened));
    return read?.success === true && read.data.until > clock.now() ? read.data : undefined;
  }

  return {
    begin(publicUrl) {
      const verifier = options.codeVerifier ?? newVerifier();
      const state = randomBytes(16).toString("hex");
      const until = clock.now() + linkLasts;
      store.setSetting(name, sealing.seal(JSON.stringify({ state, verifier, until })));
      const callback = `${publicUrl}${consentPath}`;
      const challenge = challengeOf(verifier);
      const asked = new URLSearchParams({
        app_id: options.appId,
        redirect_uri: callback,
        code_challenge: challenge,
        state,
      });
      return { link: `${options.oauthRoot}/v4/oa/permission?${asked}`, callback, challenge };
    },

    isOpen: () => pending() !== undefined,

    async finish({ code, oa_id: oaId, state }) {
      const asked = pending();
      if (asked === undefined) return { ok: false, why: "not-asked" };
      if (code === undefined || code === "") return { ok: false, why: "no-code" };
      // It comes back only where Zalo hands it back; a wrong one is somebody else's link.
      if (state !== undefined && state !== asked.state) return { ok: false, why: "another" };
      const known = grant.standing().oaId;
      if (known !== undefined && oaId !== undefined && known !== oaId) {
        return { ok: false, why: "another" };
      }
      try {
        grant.take(await oauth.exchange(code, asked.verifier), oaId, code);
      } catch (error) {
        // Cut off behind the exchange, and opened once more: what it gave is held.
        if (error instanceof OAuthRefused && !grant.cameFrom(code))
          return { ok: false, why: "refused", number: error.number };
        if (error instanceof ZaloUnreached) return { ok: false, why: "unreached" };
        if (!(error instanceof OAuthRefused)) throw error;
      }
      store.setSetting(name, "");
      return { ok: true };
    },
  };
}

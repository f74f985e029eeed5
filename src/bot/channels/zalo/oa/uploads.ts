/** Pictures Zalo keeps for a week: carried up once, and named by their number from then on. */
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../../../clock.ts";
import type { Store } from "../../../store/store.ts";
import type { Allowance } from "../allowance.ts";
import type { Enclosed } from "./compose.ts";
import type { OaApi } from "./oa-api.ts";
import { ZaloRefused, ZaloUnreached } from "./refusals.ts";

/** Seven days there; given up before. */
const keptThere = 6.5 * 24 * 60 * 60 * 1000;
const keptSchema = z.object({ id: z.string(), until: z.number() });

/** No more pictures are taken this month, by our own count or by Zalo's: it is said in words. */
export class PicturesUsedUp extends Error {
  override readonly name = "PicturesUsedUp";
  readonly code = "pictures-used-up";
  constructor() {
    super("this month's pictures are used up");
  }
}

export interface Uploads {
  /** The picture's number there; rejects with `PicturesUsedUp` where no more are taken. */
  idOf(picture: Enclosed): Promise<string>;
  /** It is no longer kept there. */
  forget(picture: Enclosed): void;
}

export function uploads(options: {
  readonly api: OaApi;
  readonly store: Pick<Store, "setting" | "setSetting">;
  readonly account: string;
  readonly clock: Clock;
  readonly allowance: Pick<Allowance, "count" | "left">;
}): Uploads {
  const { store, clock, allowance } = options;
  // A person's own picture goes to one other person: only the house's screens are worth remembering.
  const nameOf = (knownAs: string): string =>
    `zalo-oa-picture/${options.account}/${createHash("sha256").update(knownAs).digest("hex").slice(0, 24)}`;

  async function carriedUp({ bytes, type }: Enclosed): Promise<string> {
    if (allowance.left("pictures") === 0) throw new PicturesUsedUp();
    try {
      const id = await options.api.upload(bytes, type);
      allowance.count("pictures");
      return id;
    } catch (error) {
      // It may lie there, and have been counted.
      if (error instanceof ZaloUnreached && error.uncertain) allowance.count("pictures");
      throw error instanceof ZaloRefused && error.remedy === "rest" ? new PicturesUsedUp() : error;
    }
  }

  return {
    async idOf(picture) {
      if (picture.knownAs === undefined) return await carriedUp(picture);
      const name = nameOf(picture.knownAs);
      const kept = keptSchema.safeParse(JSON.parse(store.setting(name) ?? "null"));
      if (kept.success && kept.data.until > clock.now()) return kept.data.id;
      const id = await carriedUp(picture);
      store.setSetting(name, JSON.stringify({ id, until: clock.now() + keptThere }));
      return id;
    },
    forget(picture) {
      if (picture.knownAs !== undefined) store.setSetting(nameOf(picture.knownAs), "null");
    },
  };
}

/** Pictures Zalo keeps for a week: carried up once, and named by their number from then on. */
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../../../clock.ts";
import type { Store } from "../../../store/store.ts";
import type { Enclosed } from "./compose.ts";
import type { OaApi } from "./oa-api.ts";

/** Seven days there; given up before. */
const keptThere = 6.5 * 24 * 60 * 60 * 1000;
const keptSchema = z.object({ id: z.string(), until: z.number() });

export interface Uploads {
  /** The picture's number there. */
  idOf(picture: Enclosed): Promise<string>;
  /** It is no longer kept there. */
  forget(picture: Enclosed): void;
}

export function uploads(options: {
  readonly api: OaApi;
  readonly store: Pick<Store, "setting" | "setSetting">;
  readonly account: string;
  readonly clock: Clock;
}): Uploads {
  const { api, store, clock } = options;
  // A person's own picture goes to one other person: only the house's screens are worth remembering.
  const nameOf = (knownAs: string): string =>
    `zalo-oa-picture/${options.account}/${createHash("sha256").update(knownAs).digest("hex").slice(0, 24)}`;

  return {
    async idOf(picture) {
      if (picture.knownAs === undefined) return await api.upload(picture.bytes, picture.type);
      const name = nameOf(picture.knownAs);
      const kept = keptSchema.safeParse(JSON.parse(store.setting(name) ?? "null"));
      if (kept.success && kept.data.until > clock.now()) return kept.data.id;
      const id = await api.upload(picture.bytes, picture.type);
      store.setSetting(name, JSON.stringify({ id, until: clock.now() + keptThere }));
      return id;
    },
    forget(picture) {
      if (picture.knownAs !== undefined) store.setSetting(nameOf(picture.knownAs), "null");
    },
  };
}

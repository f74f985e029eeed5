/** What is carried up to Zalo: pictures it keeps for a week, named by their number from then on, and documents. */
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../../../clock.ts";
import type { Store } from "../../../store/store.ts";
import type { Allowance } from "../allowance.ts";
import type { Enclosed, EnclosedFile } from "./compose.ts";
import type { OaApi } from "./oa-api.ts";
import { ZaloRefused, ZaloUnreached } from "./refusals.ts";

/** Seven days there; given up before. */
const keptThere = 6.5 * 24 * 60 * 60 * 1000;
const keptSchema = z.object({ id: z.string(), until: z.number() });

/** No more uploads are taken this month, by our own count or by Zalo's: it is said in words. */
export class UploadsUsedUp extends Error {
  override readonly name = "UploadsUsedUp";
  readonly code = "pictures-used-up";
  constructor() {
    super("this month's uploads are used up");
  }
}

export interface Uploads {
  /** The picture's number there; rejects with `UploadsUsedUp` where no more are taken. */
  idOf(picture: Enclosed): Promise<string>;
  /** The document's token there; the same. It goes to one person and is not remembered. */
  tokenOf(file: EnclosedFile): Promise<string>;
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

  const pictureUp = ({ bytes, type }: Enclosed): Promise<string> =>
    counted(() => options.api.uploadImage(bytes, type));

  async function counted(upload: () => Promise<string>): Promise<string> {
    if (allowance.left("pictures") === 0) throw new UploadsUsedUp();
    try {
      const id = await upload();
      allowance.count("pictures");
      return id;
    } catch (error) {
      // It may lie there, and have been counted.
      if (error instanceof ZaloUnreached && error.uncertain) allowance.count("pictures");
      throw error instanceof ZaloRefused && error.remedy === "rest" ? new UploadsUsedUp() : error;
    }
  }

  return {
    async idOf(picture) {
      if (picture.knownAs === undefined) return await pictureUp(picture);
      const name = nameOf(picture.knownAs);
      const kept = keptSchema.safeParse(JSON.parse(store.setting(name) ?? "null"));
      if (kept.success && kept.data.until > clock.now()) return kept.data.id;
      const id = await pictureUp(picture);
      store.setSetting(name, JSON.stringify({ id, until: clock.now() + keptThere }));
      return id;
    },
    tokenOf: ({ bytes, type, name }) => counted(() => options.api.uploadFile(bytes, type, name)),
    forget(picture) {
      if (picture.knownAs !== undefined) store.setSetting(nameOf(picture.knownAs), "null");
    },
  };
}

/** Fetches a picture, a recording or a document from where Zalo keeps it, and looks at what it really is. */
import { type Dispatcher, request } from "undici";
import type { Clock } from "../../clock.ts";
import type { MediaRow } from "../../store/media.ts";
import { type Fetched, lookedAt, unreadable, wholeOf } from "../fetched.ts";
import { within } from "../within.ts";

const largest = 10 * 1024 * 1024;
const patience = 60_000;

/** Zalo's store did not answer, or not with the file: the same address may still work later. */
export class MediaUnreached extends Error {
  override readonly name = "MediaUnreached";
}

export interface MediaFetching {
  readonly clock: Clock;
  readonly stop: AbortSignal;
  /** An origin besides Zalo's own stores that may be asked: where the API itself lives. */
  readonly alsoFrom: string;
}

/** Whether an address that came in an event is one of Zalo's own: nobody else's is ever opened. */
export function isZalosOwn(address: string, alsoFrom: string): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  if (url.origin === URL.parse(alsoFrom)?.origin) return true;
  return url.protocol === "https:" && /(?:^|\.)(?:zdn\.vn|zadn\.vn)$/.test(url.hostname);
}

/** Rejects with `MediaUnreached` when it is worth asking again. */
export async function fetchMedia(
  form: MediaRow["form"],
  address: string,
  { clock, stop, alsoFrom }: MediaFetching,
): Promise<Fetched> {
  if (!isZalosOwn(address, alsoFrom)) return unreadable("other");
  return await within(clock, patience, stop, async (signal) => {
    const { statusCode, body } = await opened(address, signal);
    if (statusCode !== 200) {
      await body.dump().catch(() => {});
      // A link that has run out answers so for good.
      if ([400, 401, 403, 404, 410].includes(statusCode)) return unreadable("other");
      throw new MediaUnreached(`a file of Zalo answers ${statusCode}`);
    }
    const bytes = await read(body);
    if (bytes === undefined) return unreadable("too-large");
    return lookedAt(form, bytes);
  });
}

async function opened(address: string, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
  try {
    return await request(address, { method: "GET", signal });
  } catch {
    // The address stays out of it: it opens somebody's picture.
    throw new MediaUnreached("a file of Zalo could not be reached");
  }
}

async function read(body: Dispatcher.ResponseData["body"]): Promise<Uint8Array | undefined> {
  try {
    return await wholeOf(body, largest);
  } catch {
    throw new MediaUnreached("a file of Zalo broke off");
  }
}

/** Pictures that are drawn, if it happens soon enough: a reply does not wait long for them. */
import type { Clock } from "../clock.ts";
import type { Picture, SendContext } from "../conversations/ports.ts";
import type { Log } from "../log.ts";

/** Milliseconds; a screen that is not drawn by then is done without. */
const longestDrawing = 3000;
/** A photo is all there is to see: it may take longer. */
const longestRedrawing = 20_000;

interface Around {
  readonly clock: Clock;
  readonly log: Log;
}

/** The picture of a step. Never rejects: without its picture the reply goes out as words. */
export async function drawnInTime(
  screen: string | undefined,
  about: Pick<SendContext, "picture">,
  { clock, log }: Around,
): Promise<Picture | undefined> {
  if (screen === undefined) return undefined;
  const picture = about.picture(screen).catch((error: unknown) => {
    log.error({ err: error, screen }, "sent without its picture");
    return undefined;
  });
  return await soonEnough(picture, longestDrawing, clock);
}

/** A photo too large for its platform, drawn again. Never rejects. */
export async function redrawnInTime(
  photo: Uint8Array,
  about: Pick<SendContext, "smaller">,
  { clock, log }: Around,
): Promise<Uint8Array | undefined> {
  const smaller = about.smaller(photo).catch((error: unknown) => {
    log.warn({ err: error }, "a photo could not be made smaller");
    return undefined;
  });
  return await soonEnough(smaller, longestRedrawing, clock);
}

async function soonEnough<Drawn>(
  drawn: Promise<Drawn>,
  limit: number,
  clock: Clock,
): Promise<Drawn | undefined> {
  const over = new AbortController();
  const late = clock.sleep(limit, over.signal).then(() => undefined);
  const first = await Promise.race([drawn, late]);
  over.abort();
  return first;
}

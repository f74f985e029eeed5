/** The picture of a step, if it is drawn soon enough: a reply does not wait long for it. */
import type { Clock } from "../clock.ts";
import type { Picture, SendContext } from "../conversations/ports.ts";
import type { Log } from "../log.ts";

/** Milliseconds; a picture that is not drawn by then is done without. */
const longestDrawing = 3000;

/** Never rejects: without its picture the reply goes out as words. */
export async function drawnInTime(
  screen: string | undefined,
  about: Pick<SendContext, "picture">,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Promise<Picture | undefined> {
  if (screen === undefined) return undefined;
  const over = new AbortController();
  const picture = about.picture(screen).catch((error: unknown) => {
    log.error({ err: error, screen }, "sent without its picture");
    return undefined;
  });
  const late = clock.sleep(longestDrawing, over.signal).then(() => undefined);
  const first = await Promise.race([picture, late]);
  over.abort();
  return first;
}

/** The draft into the folder, and the folder to residents: the same road as `cau-noi publish`. */
import type { Instant, PropagandistId } from "../../flows/index.ts";
import { publishedBytes } from "../content/content-files.ts";
import { type Published, publish, publishPrepared } from "../content/publish.ts";
import type { Store } from "../store/store.ts";
import { type DraftHome, draftNow, markOf, overlayOf } from "./draft.ts";
import type { ReadingApart } from "./reading-apart.ts";
import { moveInPlace, writeAside } from "./write-files.ts";

export type DraftPublished =
  | Published
  /** Two people's words stand against each other; one of them has to be chosen first. */
  | { readonly outcome: "conflicts" }
  /** The draft or the folder is no longer what the officer looked at. */
  | { readonly outcome: "changed" }
  /** The folder cannot be written. */
  | { readonly outcome: "locked"; readonly why: string };

export async function publishDraft(
  home: DraftHome & { readonly reading: Pick<ReadingApart, "prepare"> },
  seen: string,
  by: PropagandistId,
  now: Instant,
): Promise<DraftPublished> {
  const { store, dir, commune } = home;
  const draft = draftNow(home);
  if (draft.conflicts.length > 0) return { outcome: "conflicts" };
  if (markOf(home, draft) !== seen) return { outcome: "changed" };

  const prepared = await home.reading.prepare({ dir, over: overlayOf(draft), now });
  if (prepared.fresh === undefined) return { outcome: "refused", problems: prepared.problems };
  // Nothing awaits from here on: what was read is what is written.
  if (markOf(home, draftNow(home)) !== seen) return { outcome: "changed" };
  try {
    writeAside(dir, draft.files);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    return { outcome: "locked", why: code };
  }
  store.beginWriting(commune, by, now);
  moveInPlace(dir, draft.files);
  const published = publishPrepared(store, prepared, { files: publishedBytes(dir), by });
  store.endWriting(commune);
  return published;
}

/**
 * At every start, before the folder is read: a draft that was being written is written to its end and
 * published. Done twice it does no harm. Says whose was finished.
 */
export function finishWriting(store: Store, dir: string, now: Instant): Published["outcome"][] {
  return store.writings().map(({ commune, by }) => {
    const files = store.draftFiles(commune);
    writeAside(dir, files);
    moveInPlace(dir, files);
    const { outcome } = publish(store, dir, now, { by });
    store.endWriting(commune);
    return outcome;
  });
}

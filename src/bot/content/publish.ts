/** First start publishes the folder; later starts run what is published. `publish` brings what is new. */
import {
  dayOf,
  type EditionId,
  type Instant,
  type Library,
  type PropagandistId,
} from "../../flows/index.ts";
import type { Publication } from "../store/publications.ts";
import type { Store } from "../store/store.ts";
import { type ContentFiles, publishedBytes } from "./content-files.ts";
import { libraryOf } from "./library.ts";
import { publicationOf } from "./publication.ts";
import { examineContent, hasErrors, type Problem, type Remembered } from "./read-content.ts";
import { type Difference, standingDifference } from "./standing.ts";

type Shelf = Pick<Store, "publish" | "publication" | "edition" | "standing">;

export interface Ensured {
  /** Missing only when nothing was ever published and the folder has errors. */
  readonly library: Library | undefined;
  /** The folder says something else than what is published, errors included. */
  readonly differs: boolean;
  readonly problems: readonly Problem[];
}

export function ensurePublished(store: Shelf, dir: string, now: Instant): Ensured {
  const { content, problems } = examineContent(dir, dayOf(now));
  const fresh =
    content === undefined || hasErrors(problems) ? undefined : publicationOf(content, now);
  const kept = store.publication();
  if (kept !== undefined) {
    return { library: publishedLibrary(store, kept), differs: fresh?.id !== kept.id, problems };
  }
  if (fresh === undefined) return { library: undefined, differs: true, problems };
  store.publish({ ...fresh, files: publishedBytes(dir) });
  return { library: publishedLibrary(store, fresh), differs: false, problems };
}

/** What a running server reads after somebody published beside it. */
export function publishedLibrary(
  store: Shelf,
  publication = store.publication(),
): Library | undefined {
  if (publication === undefined) return undefined;
  return libraryOf(publication, (id) => store.edition(id));
}

export type Published =
  | { readonly outcome: "refused"; readonly problems: readonly Problem[] }
  | {
      /** `same`: the folder is what is published already. `shown`: a dry run; nothing was written. */
      readonly outcome: "published" | "same" | "shown";
      readonly id: string;
      readonly changedFlows: readonly string[];
      readonly standing: readonly Difference[];
      readonly problems: readonly Problem[];
    };

export function publish(
  store: Shelf,
  dir: string,
  now: Instant,
  {
    dryRun = false,
    by,
  }: { readonly dryRun?: boolean; readonly by?: PropagandistId | undefined } = {},
): Published {
  const files = dryRun ? undefined : publishedBytes(dir);
  return publishPrepared(store, prepare(dir, now), { dryRun, files, by });
}

/** Everything about a publication that takes long and needs no database; may happen in a thread of its own. */
export interface Prepared {
  /** Missing when it is refused. */
  readonly fresh: Publication | undefined;
  readonly problems: readonly Problem[];
}

export function prepare(
  from: string | ContentFiles,
  now: Instant,
  remembered?: Remembered,
): Prepared {
  const { content, problems } = examineContent(from, dayOf(now), remembered);
  const sound = content !== undefined && !hasErrors(problems);
  return { fresh: sound ? publicationOf(content, now) : undefined, problems };
}

export function publishPrepared(
  store: Shelf,
  { fresh, problems }: Prepared,
  {
    dryRun = false,
    files,
    by,
  }: {
    readonly dryRun?: boolean;
    /** What it was made of, kept so that it can be restored. */
    readonly files?: Publication["files"];
    readonly by?: PropagandistId | undefined;
  } = {},
): Published {
  if (fresh === undefined) return { outcome: "refused", problems };
  const kept = store.publication();
  const before = new Map<string, EditionId>(kept?.editions.map(({ flow, id }) => [flow, id]));
  const after = new Map<string, EditionId>(fresh.editions.map(({ flow, id }) => [flow, id]));
  const changedFlows = [...new Set([...before.keys(), ...after.keys()])].filter(
    (flow) => before.get(flow) !== after.get(flow),
  );
  const standing = standingDifference(
    store.standing(),
    libraryOf(fresh, (id) => store.edition(id)),
  );
  const told = { id: fresh.id, changedFlows, standing, problems };

  if (kept?.id === fresh.id) return { outcome: "same", ...told };
  if (dryRun) return { outcome: "shown", ...told };
  store.publish({ ...fresh, files, by });
  return { outcome: "published", ...told };
}

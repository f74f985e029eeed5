/**
 * The commune's draft: files of the content folder as they are to become, kept in the store. Several officers
 * write in it at once, each in one place at a time; nobody overwrites words they have not seen.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Instant, PropagandistId } from "../../flows/index.ts";
import { isPublished, publishedBytes } from "../content/content-files.ts";
import { folderDigest } from "../content/folder-digest.ts";
import type { DraftFile, DraftTouch } from "../store/drafts.ts";
import type { Store } from "../store/store.ts";
import { CannotWrite, type Written, withValue } from "./edit-yaml.ts";
import { type Place, placeKey, sameUnit, type Unit, unitAt } from "./place.ts";
import { type Conflict, rebase } from "./rebase.ts";

export interface DraftHome {
  readonly store: Store;
  /** The content folder. */
  readonly dir: string;
  readonly commune: string;
}

export interface FileConflict extends Conflict {
  readonly path: string;
}

export interface Draft {
  readonly files: readonly DraftFile[];
  readonly touches: readonly DraftTouch[];
  /** Places that the folder and the draft both changed: one of the two has to be chosen. */
  readonly conflicts: readonly FileConflict[];
}

const same = (one: Uint8Array | undefined, other: Uint8Array | undefined): boolean =>
  one === undefined || other === undefined ? one === other : Buffer.compare(one, other) === 0;

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");

/** Nothing outside of what is published, whatever the path says. */
export function inFolder(dir: string, path: string): Buffer | undefined {
  if (!isPublished(path)) return undefined;
  const file = join(dir, path);
  return existsSync(file) ? readFileSync(file) : undefined;
}

/** The draft as it stands on the folder of today; what can be brought over from an older folder is. */
export function draftNow({ store, dir, commune }: DraftHome): Draft {
  const conflicts: FileConflict[] = [];
  const done: string[] = [];
  const moved: DraftFile[] = [];
  const files: DraftFile[] = [];
  for (const file of store.draftFiles(commune)) {
    const there = inFolder(dir, file.path);
    if (same(there, file.bytes)) {
      done.push(file.path);
      continue;
    }
    if (same(there, file.base)) {
      files.push(file);
      continue;
    }
    const { base, bytes, path } = file;
    if (
      there === undefined ||
      base === undefined ||
      bytes === undefined ||
      !path.endsWith(".yaml")
    ) {
      conflicts.push({ path, place: [], base: undefined, mine: undefined, theirs: undefined });
      files.push(file);
      continue;
    }
    const found = rebase(textOf(base), textOf(bytes), textOf(there));
    if (found.conflicts.length > 0) {
      conflicts.push(...found.conflicts.map((conflict) => ({ path, ...conflict })));
      files.push(file);
      continue;
    }
    const again: DraftFile = { ...file, base: there, bytes: Buffer.from(found.text) };
    if (same(there, again.bytes)) done.push(path);
    else {
      moved.push(again);
      files.push(again);
    }
  }
  if (moved.length > 0) store.saveDraft(commune, moved);
  if (done.length > 0) store.dropDraft(commune, done);
  return { files, conflicts, touches: store.draftTouches(commune) };
}

/** The draft's files over the folder's, for reading; undefined where a file is taken away. */
export function overlayOf(draft: Pick<Draft, "files">): Map<string, string | undefined> {
  return new Map(
    draft.files
      .filter(({ path }) => path.endsWith(".yaml"))
      .map(({ path, bytes }) => [path, bytes === undefined ? undefined : textOf(bytes)]),
  );
}

/** The same for the same draft on the same folder: what an officer looked at is what is published. */
export function markOf({ dir }: DraftHome, draft: Pick<Draft, "files">): string {
  const digest = createHash("sha256").update(folderDigest(dir));
  for (const { path, bytes } of draft.files)
    digest.update(`\n${path}\n${bytes?.length ?? "gone"}\n`).update(bytes ?? "");
  return digest.digest("hex").slice(0, 24);
}

/** The file as the draft has it. */
export function fileNow(home: DraftHome, path: string): string | undefined {
  const file = draftNow(home).files.find((one) => one.path === path);
  const bytes = file === undefined ? inFolder(home.dir, path) : file.bytes;
  return bytes === undefined ? undefined : textOf(bytes);
}

export type Edited =
  | { readonly outcome: "taken" }
  /** Somebody wrote there meanwhile; these are the words now. */
  | {
      readonly outcome: "someone-else";
      readonly now: Unit | undefined;
      readonly by: PropagandistId | undefined;
    }
  | { readonly outcome: "no-such-place" };

export interface Edit {
  readonly path: string;
  readonly place: Place;
  /** What the author saw there when they began to write. */
  readonly before: Written | undefined;
  readonly after: Written | undefined;
  readonly by: PropagandistId;
  readonly now: Instant;
}

export function edit(home: DraftHome, { path, place, before, after, by, now }: Edit): Edited {
  if (!isPublished(path) || !path.endsWith(".yaml")) return { outcome: "no-such-place" };
  const text = fileNow(home, path);
  if (text === undefined) return { outcome: "no-such-place" };
  const there = asShown(unitAt(parse(text) as unknown, place));
  // Asked again after an answer that was lost: it stands there already.
  if (sameUnit(there, after)) return { outcome: "taken" };
  if (!sameUnit(there, before)) {
    const touch = home.store
      .draftTouches(home.commune)
      .find((one) => one.path === path && one.place === placeKey(place));
    return { outcome: "someone-else", now: there, by: touch?.by };
  }
  try {
    put(home, path, Buffer.from(withValue(text, place, after)), by, now, placeKey(place));
  } catch (error) {
    if (error instanceof CannotWrite) return { outcome: "no-such-place" };
    throw error;
  }
  return { outcome: "taken" };
}

/** A number is written on the page as its digits. */
const asShown = (unit: Unit | undefined): Unit | undefined =>
  typeof unit === "number" ? String(unit) : unit;

/** Writes a whole file into the draft; undefined takes it away there. */
export function put(
  { store, dir, commune }: DraftHome,
  path: string,
  bytes: Uint8Array | undefined,
  by: PropagandistId,
  now: Instant,
  place = "[]",
): void {
  const known = store.draftFiles(commune).find((file) => file.path === path);
  const base = known === undefined ? inFolder(dir, path) : known.base;
  if (same(base, bytes)) store.dropDraft(commune, [path]);
  else
    store.saveDraft(commune, [{ path, base, bytes, by, at: now }], [{ path, place, by, at: now }]);
}

/** Chooses between two people's words in one place, or between two whole files. */
export function settle(
  home: DraftHome,
  {
    path,
    place,
    keep,
  }: { readonly path: string; readonly place: Place; readonly keep: "mine" | "theirs" },
): boolean {
  const conflict = draftNow(home).conflicts.find(
    (one) => one.path === path && placeKey(one.place) === placeKey(place),
  );
  const file = home.store.draftFiles(home.commune).find((one) => one.path === path);
  if (conflict === undefined || file === undefined) return false;
  if (place.length === 0) {
    if (keep === "theirs") home.store.dropDraft(home.commune, [path]);
    else home.store.saveDraft(home.commune, [{ ...file, base: inFolder(home.dir, path) }]);
    return true;
  }
  const { base, bytes } = file;
  if (base === undefined || bytes === undefined) return false;
  const rewritten = (of: Uint8Array, unit: Unit | undefined): Buffer =>
    Buffer.from(withValue(textOf(of), place, unit as Written | undefined));
  home.store.saveDraft(home.commune, [
    keep === "mine"
      ? { ...file, base: rewritten(base, conflict.theirs) }
      : { ...file, bytes: rewritten(bytes, conflict.base) },
  ]);
  draftNow(home);
  return true;
}

/** An older publication as a new draft: every file that says something else today. */
export function draftFrom(
  home: DraftHome,
  position: number,
  by: PropagandistId,
  now: Instant,
): "drafted" | "same" | "not-kept" {
  const { store, dir, commune } = home;
  const kept = store.publicationFiles(position);
  if (kept.size === 0) return "not-kept";
  const today = publishedBytes(dir);
  const files = [...new Set([...kept.keys(), ...today.keys()])]
    .filter((path) => !same(kept.get(path), today.get(path)))
    .map((path) => ({ path, base: today.get(path), bytes: kept.get(path), by, at: now }));
  store.dropDraft(
    commune,
    store.draftFiles(commune).map(({ path }) => path),
  );
  store.saveDraft(commune, files);
  return files.length === 0 ? "same" : "drafted";
}

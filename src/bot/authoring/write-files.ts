/**
 * Files into the content folder, all of them or none. First every file is written beside its place; once the
 * store has noted that they are to be moved, they are, and a start after a crash moves what was not.
 */
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { isPublished } from "../content/content-files.ts";

export interface FileToBe {
  readonly path: string;
  /** Missing where the file is taken away. */
  readonly bytes: Uint8Array | undefined;
}

const aside = (dir: string, path: string): string => join(dir, `${path}.part`);

/** Throws when the folder cannot be written, and then leaves nothing behind. */
export function writeAside(dir: string, files: readonly FileToBe[]): void {
  try {
    for (const { path, bytes } of files) {
      if (!isPublished(path)) throw new Error(`${path} is no file of the content folder`);
      if (bytes === undefined) continue;
      const file = aside(dir, path);
      mkdirSync(dirname(file), { recursive: true });
      const open = openSync(file, "w");
      try {
        writeSync(open, bytes);
        fsyncSync(open);
      } finally {
        closeSync(open);
      }
    }
  } catch (error) {
    for (const { path } of files) rmSync(aside(dir, path), { force: true });
    throw error;
  }
}

/** Every file in its place; each move is a moment, and done again does no harm. */
export function moveInPlace(dir: string, files: readonly FileToBe[]): void {
  for (const { path, bytes } of files) {
    if (bytes === undefined) rmSync(join(dir, path), { force: true });
    else renameSync(aside(dir, path), join(dir, path));
  }
  for (const folder of new Set(files.map(({ path }) => dirname(join(dir, path)))))
    syncFolder(folder);
}

/** Some systems cannot flush a folder; there a crash of the machine itself is caught by the next start. */
function syncFolder(folder: string): void {
  try {
    const open = openSync(folder, "r");
    try {
      fsyncSync(open);
    } finally {
      closeSync(open);
    }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!["EISDIR", "EPERM", "EINVAL", "ENOENT", "EACCES"].includes(code)) throw error;
  }
}

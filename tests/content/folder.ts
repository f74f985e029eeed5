/** A content folder for a test: the sound guide beside this file, with a few lines spoilt. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { phraseIds } from "../../src/flows/words/phrases.ts";
import { aTempFolder } from "../support/at-end.ts";

/** One place of one file, written otherwise; or a whole file, new or instead of the sound one. */
export type Change =
  | { readonly file: string; readonly from: string; readonly to: string }
  | { readonly file: string; readonly whole: string }
  | { readonly file: string; readonly gone: true };

const sound = fileURLToPath(new URL("sound", import.meta.url));

/** Writes the folder and says where it is. */
export function folderWith(...changes: readonly Change[]): string {
  const dir = aTempFolder();
  cpSync(sound, dir, { recursive: true });
  // Shared lines belong to the program; here each one only has to be there.
  mkdirSync(join(dir, "phrases"));
  for (const [language, word] of [
    ["vi", "Lời"],
    ["en", "Line"],
  ]) {
    const lines = phraseIds.map((id) => `${id}: "${word} ${id}"`);
    writeFileSync(join(dir, "phrases", `${language}.yaml`), `${lines.join("\n")}\n`);
  }
  for (const change of changes) apply(dir, change);
  return dir;
}

function apply(dir: string, change: Change) {
  const path = join(dir, change.file);
  if ("gone" in change) return rmSync(path);
  if ("whole" in change) {
    mkdirSync(dirname(path), { recursive: true });
    return writeFileSync(path, change.whole);
  }
  const before = readFileSync(path, "utf8");
  // A change that no longer finds its line would test nothing.
  if (!before.includes(change.from)) throw new Error(`${change.file} has no "${change.from}"`);
  writeFileSync(
    path,
    before.replace(change.from, () => change.to),
  );
}

export function soundText(file: string): string {
  return readFileSync(join(sound, file), "utf8");
}

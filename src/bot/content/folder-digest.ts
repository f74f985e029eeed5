/** What a folder holds, in one line, without understanding any of it. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The same for the same files with the same bytes, and for nothing else. */
export function folderDigest(dir: string): string {
  const digest = createHash("sha256");
  if (!existsSync(dir)) return digest.digest("hex");
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) {
    const bytes = readFileSync(file);
    digest.update(`${file.slice(dir.length)}\n${bytes.length}\n`).update(bytes);
  }
  return digest.digest("hex");
}

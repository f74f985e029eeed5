/** What a test file leaves behind is taken away when the file ends, also when a test of it failed. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

const ends: Array<() => unknown> = [];

// Imported before the file's own hooks are named, so it runs after them.
afterAll(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

/** What may be done earlier as well: whatever is gone by then is no fault. */
export function atEnd(end: () => unknown): void {
  ends.push(end);
}

/** An empty folder of this test file. */
export function aTempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "cau-noi-test-"));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

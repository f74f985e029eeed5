/** Reads and checks the content that ships once for a whole run: each test file that needs it takes two seconds for that. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serialize } from "node:v8";
import type { TestProject } from "vitest/node";
import type { Content } from "../../src/flows/index.ts";
import { readOnceUnder, readShipped } from "./talk.ts";

export default function setup({ vitest }: TestProject): (() => void) | undefined {
  // Another project of this run was first; and whoever watches wants to see what they change.
  if (process.env[readOnceUnder] !== undefined || vitest.config.watch) return undefined;
  const content = wholeContent();
  if (content === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "cau-noi-content-"));
  const file = join(folder, "content");
  writeFileSync(file, serialize(content));
  process.env[readOnceUnder] = file;
  return () => {
    delete process.env[readOnceUnder];
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Nothing where it has faults: the tests say which. */
function wholeContent(): Content | undefined {
  try {
    return readShipped();
  } catch {
    return undefined;
  }
}

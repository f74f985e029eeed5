import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

/** Runs a tool of this tree and returns all it wrote; a tool that finds nothing has gone blind. */
function complaintsOf(tool: string, ...options: readonly string[]): string {
  const run = spawnSync(tool, options, {
    encoding: "utf8",
    shell: process.platform === "win32",
    env: { ...process.env, NO_COLOR: "1" },
  });
  expect(run.error).toBeUndefined();
  expect(run.status).not.toBe(0);
  return run.stdout + run.stderr;
}

test("a forgotten promise, a promise handed on and a forgotten kind are noticed", () => {
  const complaints = complaintsOf("oxlint", "--type-aware", "tests/tooling/planted/types");

  expect(complaints).toContain("no-floating-promises");
  expect(complaints).toContain("no-misused-promises");
  expect(complaints).toContain("switch-exhaustiveness-check");
});

test("a zero taken for an absence and a thrown string are noticed", () => {
  const complaints = complaintsOf("oxlint", "--type-aware", "tests/tooling/planted/types");

  expect(complaints).toContain("prefer-nullish-coalescing");
  expect(complaints).toContain("only-throw-error");
});

test("a flow that reads the clock, rolls dice or talks is noticed", () => {
  const complaints = complaintsOf("oxlint", "tests/tooling/planted/flows");

  expect(complaints).toContain("Date.now");
  expect(complaints).toContain("Math.random");
  expect(complaints).toContain("console");
});

test("every arrow drawn against the direction is noticed", () => {
  const complaints = complaintsOf(
    process.execPath,
    "scripts/check-direction.mjs",
    "tests/tooling/planted/direction/src",
  );

  for (const rule of [
    "no-cycles",
    "everything-resolves",
    "flows-knows-nothing-else",
    "flows-has-one-door",
    "store-looks-only-downwards",
    "telegraf-stays-in-its-room",
    "pages-carry-no-server",
  ]) {
    expect(complaints).toContain(rule);
  }
});

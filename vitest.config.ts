import { defineConfig } from "vitest/config";
import ClosingLineReporter from "./tests/support/closing-line-reporter.ts";

/** Which tests there are, and how long one of them may take. */
const kinds = {
  fast: { folders: ["flows", "content", "tooling"], seconds: 10 },
  bot: { folders: ["bot", "transcripts"], seconds: 30 },
  browser: { folders: ["browser"], seconds: 90 },
  long: { folders: ["long"], seconds: 1800 },
};

export default defineConfig({
  test: {
    reporters: ["default", new ClosingLineReporter(Object.keys(kinds))],
    projects: Object.entries(kinds).map(([name, { folders, seconds }], order) => ({
      extends: true,
      test: {
        name,
        include: folders.map((folder) => `tests/${folder}/**/*.test.ts`),
        testTimeout: seconds * 1000,
        hookTimeout: seconds * 1000,
        sequence: { groupOrder: order },
        // One browser at a time: two of them on a small machine make each other late.
        maxWorkers: name === "browser" || name === "long" ? 1 : 2,
      },
    })),
  },
});

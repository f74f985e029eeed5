import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import ClosingLineReporter from "./tests/support/closing-line-reporter.ts";
import { patience } from "./tests/support/patience.ts";

/**
 * Which tests there are, after how long one of them certainly hangs, and what runs beside what: the files of one
 * order share `workers`. No limit here measures anything: a busy machine may need ten times as long as a quiet one.
 * Those that start the program or a browser mostly wait, so three of them fit on two cores; one that failed there is
 * tried once more, and the closing lines name it (docs/decisions/027-a-second-attempt-is-named.md).
 */
const kinds = {
  fast: { folders: ["flows", "content", "tooling"], seconds: 120, order: 0, workers: 2, retry: 0 },
  bot: { folders: ["bot", "transcripts"], seconds: 900, order: 1, workers: 3, retry: 1 },
  browser: { folders: ["browser"], seconds: 900, order: 1, workers: 3, retry: 1 },
  long: { folders: ["long"], seconds: 1800, order: 2, workers: 1, retry: 0 },
};

/** What takes longest begins first: at the end nobody waits for one file alone. */
const slow =
  /\/(?:crash|canary|road|[a-z-]*lives|[a-z-]*killed|zalo-oa-helping|desk-page)\.test\.ts$/;

class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) => (slow.test(moduleId) ? 0 : 1);
    return sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    reporters: ["default", new ClosingLineReporter(Object.keys(kinds))],
    sequence: { sequencer: SlowFirst },
    projects: Object.entries(kinds).map(([name, { folders, seconds, order, workers, retry }]) => ({
      extends: true,
      test: {
        name,
        include: folders.map((folder) => `tests/${folder}/**/*.test.ts`),
        retry,
        testTimeout: seconds * 1000,
        hookTimeout: seconds * 1000,
        expect: { poll: { timeout: patience } },
        globalSetup: [
          "tests/support/content-once.ts",
          ...(name === "fast" ? [] : ["tests/support/process/published.ts"]),
        ],
        sequence: { groupOrder: order },
        maxWorkers: workers,
      },
    })),
  },
});

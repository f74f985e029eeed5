import { writeSync } from "node:fs";
import type { Reporter, SerializedError, TestModule, Vitest } from "vitest/node";

/**
 * Says at the very end what was not run, what passed only when it was tried again, and then the count, alone on
 * the last line: `123 passed, 0 failed, 2 skipped`.
 *
 * A test file that cannot be loaded and an error outside every test count as one failure each:
 * nobody may read "0 failed" over a red run.
 */
export default class ClosingLineReporter implements Reporter {
  readonly #kinds: readonly string[];
  #lines: readonly string[] = [];
  #run: readonly string[] = [];

  /** @param kinds every kind of test there is, run here or not */
  constructor(kinds: readonly string[]) {
    this.#kinds = kinds;
  }

  onInit(vitest: Vitest): void {
    this.#run = vitest.projects.map((project) => project.name);
    // Other reporters print after the run has ended; on exit nobody is left to come after us.
    if (!vitest.config.watch) {
      process.once("exit", () => writeSync(1, this.#lines.map((line) => `${line}\n`).join("")));
    }
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    let [passed, failed, skipped] = [0, errors.length, 0];
    const again: string[] = [];
    for (const module of modules) {
      failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const { state, errors: thrown = [] } = test.result();
        if (test.diagnostic()?.flaky) {
          const why = thrown.map(({ stack, message }) => stack ?? message).join("\n");
          again.push(`${module.relativeModuleId}: ${test.fullName}`, ...why.split("\n"));
        }
        if (state === "passed") passed += 1;
        else if (state === "skipped") skipped += 1;
        else failed += 1;
      }
    }
    const left = this.#kinds.filter((kind) => !this.#run.includes(kind));
    this.#lines = [
      ...(process.env["CHECKS_FAILED"]
        ? [`Checks that failed: ${process.env["CHECKS_FAILED"]}`]
        : []),
      left.length === 0
        ? "Every kind of test was run."
        : `Not run here: ${left.map((kind) => `${kind} tests`).join(", ")}.`,
      ...(again.length === 0
        ? []
        : [`Failed once and passed when tried again:\n  ${again.join("\n    ")}`]),
      `${passed} passed, ${failed} failed, ${skipped} skipped`,
    ];
  }
}

/** Where the program begins: reads the settings, then does what the command line asks. */
import { commandLine } from "./cli.ts";
import { CannotGoOn, SettingsRefused } from "./errors.ts";

/** Resolves with an exit code, or with nothing when a server now runs. */
export async function main(argv: readonly string[]): Promise<number | undefined> {
  try {
    return await commandLine(argv, process.env);
  } catch (error) {
    if (error instanceof SettingsRefused) {
      process.stderr.write(
        `Cầu Nối cannot start. / Cầu Nối chưa chạy được.\n${error.complaints.map((line) => `  - ${line}\n`).join("")}`,
      );
      return 2;
    }
    if (error instanceof CannotGoOn) {
      process.stderr.write(`${error.message}\n`);
      return 2;
    }
    throw error;
  }
}

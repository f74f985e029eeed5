/** Where the program begins: reads the settings, then does what the command line asks. */
import { commandLine } from "./cli.ts";
import { readConfig } from "./config.ts";
import { CannotGoOn, SettingsRefused } from "./errors.ts";
import { unopened } from "./open-database.ts";

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
    const refusal = error instanceof CannotGoOn ? error : ofDatabase(error);
    if (refusal !== undefined) {
      process.stderr.write(`${refusal.message}\n`);
      return 2;
    }
    throw error;
  }
}

/** A file may open, and turn out to be damaged where it is first read. */
function ofDatabase(error: unknown): CannotGoOn | undefined {
  const ofEngine =
    error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_");
  return ofEngine ? unopened(readConfig(process.env).databaseFile, error) : undefined;
}

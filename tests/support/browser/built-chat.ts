import { fileURLToPath } from "node:url";
import { build } from "vite";
import { vi } from "vitest";
import { aTempFolder } from "../at-end.ts";

/** The resident's page as it ships, built from what stands in `src` now; gives the folder. */
export async function builtChat(): Promise<string> {
  const outDir = aTempFolder();
  // A test's own environment would leave more in it.
  vi.stubEnv("NODE_ENV", "production");
  await build({
    configFile: fileURLToPath(new URL("../../../src/bot/web/vite.config.ts", import.meta.url)),
    mode: "chat",
    logLevel: "error",
    build: { outDir },
  });
  vi.unstubAllEnvs();
  return outDir;
}

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type UserConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Builds one page; `--mode chat`, `--mode desk` or `--mode authoring` says which.
 *
 * The page's own `index.html` is served at `/`, `/desk` or `/desk/soan` by the server; everything it asks
 * for lies under `/chat-assets/`, `/desk-assets/` or `/authoring-assets/`, and what is in `assets/` there carries its hash in
 * its name, so a phone keeps it for good.
 */
export default defineConfig(({ mode: page }) => {
  if (page === "desk-worker") return worker();
  if (page !== "chat" && page !== "desk" && page !== "authoring") {
    throw new Error(
      `There is no page "${page}": choose --mode chat, desk, desk-worker or authoring.`,
    );
  }
  return {
    root: here(`./${page}/`),
    base: `/${page}-assets/`,
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    build: {
      outDir: here(`../../../dist/web/${page}/`),
      emptyOutDir: true,
      // Cheap phones whose browser was last updated years ago.
      target: "es2019",
      cssTarget: "chrome64",
      modulePreload: false,
      reportCompressedSize: false,
    },
  };
});

/** The desk's service worker, built after the desk: it names the files of that build. */
function worker(): UserConfig {
  const built = here("../../../dist/web/desk/");
  const files = readdirSync(`${built}assets/`).filter((name) => /\.(?:js|css)$/.test(name));
  const version = createHash("sha256")
    .update(readFileSync(`${built}index.html`))
    .digest("hex");
  const shell = {
    version: version.slice(0, 16),
    files: [...files.map((name) => `/desk-assets/assets/${name}`), "/desk-assets/icon.svg"],
  };
  return {
    root: here("./desk/worker/"),
    base: "/desk-assets/",
    publicDir: false,
    define: { builtShell: JSON.stringify(shell) },
    build: {
      outDir: built,
      emptyOutDir: false,
      target: "es2019",
      reportCompressedSize: false,
      rolldownOptions: {
        input: here("./desk/worker/worker.ts"),
        output: { format: "iife", entryFileNames: "worker.js" },
      },
    },
  };
}

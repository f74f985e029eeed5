import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Builds one page; `--mode chat`, `--mode desk` or `--mode authoring` says which.
 *
 * The page's own `index.html` is served at `/`, `/desk` or `/desk/soan` by the server; everything it asks
 * for lies under `/chat-assets/`, `/desk-assets/` or `/authoring-assets/`, and what is in `assets/` there carries its hash in
 * its name, so a phone keeps it for good.
 */
export default defineConfig(({ mode: page }) => {
  if (page !== "chat" && page !== "desk" && page !== "authoring") {
    throw new Error(`There is no page "${page}": choose --mode chat, desk or authoring.`);
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

import type { KnipConfig } from "knip";

/** What nobody uses. Tests count as use. */
const config: KnipConfig = {
  entry: [
    "src/bot/web/{chat,desk,authoring}/index.html",
    "src/bot/web/desk/worker/worker.ts",
    "src/bot/web/vite.config.ts",
    "scripts/*.mjs",
  ],
  project: [
    "src/**/*.{ts,tsx,mjs,html}",
    "scripts/*.mjs",
    "tests/**/*.ts",
    "!tests/tooling/planted/**",
  ],
  // Its configuration lies beside the pages and refuses to load without being told which page.
  vite: false,
  // The checks start the first, which finds its type-aware half by itself; the font is read as files.
  ignoreDependencies: ["oxlint", "oxlint-tsgolint", "@fontsource/be-vietnam-pro"],
  ignoreExportsUsedInFile: true,
  compilers: {
    // A page begins at the script its index.html names.
    html: (text) =>
      [...text.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)]
        .map(([, source]) => `import "${source?.startsWith("/") ? `.${source}` : source}";`)
        .join("\n"),
  },
};

export default config;

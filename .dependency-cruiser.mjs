// Which room may look into which. DESIGN.md draws the arrows; these rules keep them.
// Paths are matched from the tree's root, in the tree itself and in tests/tooling/planted.

const root = "^(?:tests/tooling/planted/direction/)?";
const bot = `${root}src/bot/`;
const flows = `${root}src/flows/`;
const door = `${flows}index\\.ts$`;
const pages = `${bot}web/(?:chat|desk|authoring)/`;
const wire = `${bot}web/wire/`;

/** The few files of src/bot that every room may use; they look into no room themselves. */
const hallway = `${bot}(?:config|config-zalo-oa|errors|log|clock|ids|apart)\\.ts$`;

const npm = (...names) => `^node_modules/(?:${names.join("|")})/`;

/** A room of src/bot may use itself, the hallway and the rooms named; outside src/bot, other rules speak. */
const room = (name, ...others) => ({
  name: `${name}-looks-only-downwards`,
  comment: `src/bot/${name} may use ${[...others, "src/flows"].join(", ")} and the shared files of src/bot, nothing else of ours.`,
  severity: "error",
  from: { path: `${bot}${name}/` },
  to: {
    path: bot,
    pathNot: [hallway, ...[name, ...others].map((other) => `${bot}${other}/`)],
  },
});

const onlyIn = (packages, path, where) => ({
  name: `${packages[0].replace("@", "").replaceAll("/", "-")}-stays-in-its-room`,
  comment: `${packages.join(", ")}: imported only in ${where}.`,
  severity: "error",
  from: { path: `${root}src/`, pathNot: path },
  to: { path: npm(...packages) },
});

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Two files that need each other are one file, or hide a third.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "everything-resolves",
      comment: "An import that leads nowhere is one that no other rule can judge.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "nothing-leans-on-tests",
      comment: "src must run where tests are not.",
      severity: "error",
      from: { path: `${root}src/` },
      to: { path: "^tests/", pathNot: "^tests/tooling/planted/direction/src/" },
    },
    {
      name: "installed-for-production",
      comment: "The server may only import what a production install brings (types are stripped).",
      severity: "error",
      from: { path: `${root}src/`, pathNot: [pages, "vite\\.config\\.ts$"] },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg"], dependencyTypesNot: ["type-only"] },
    },

    // src/flows decides: plain values in, plain values out.
    {
      name: "flows-knows-nothing-else",
      comment: "src/flows uses itself, xstate and zod: no I/O, no Node, nothing of src/bot.",
      severity: "error",
      from: { path: flows, pathNot: `${flows}understanding/` },
      to: { pathNot: [flows, npm("xstate", "zod")] },
    },
    {
      name: "understanding-may-also-search",
      comment: "src/flows/understanding uses what src/flows uses, and minisearch.",
      severity: "error",
      from: { path: `${flows}understanding/` },
      to: { pathNot: [flows, npm("xstate", "zod", "minisearch")] },
    },
    {
      name: "flows-has-one-door",
      comment: "From outside, src/flows is entered by src/flows/index.ts alone.",
      severity: "error",
      from: { path: `${root}src/`, pathNot: flows },
      to: { path: flows, pathNot: door },
    },

    // Inside src/bot: main → web, desk, reports, channels, content → conversations → store → flows;
    // pictures know only the flows, and are handed to the rest by main.
    room("store"),
    room("conversations", "store"),
    room("content", "conversations", "store"),
    room("channels", "conversations", "store"),
    room("pictures"),
    room("authoring", "store", "content"),
    room("reports", "conversations", "store", "content"),
    room("desk", "conversations", "store", "content", "reports"),
    room(
      "web",
      "conversations",
      "store",
      "content",
      "authoring",
      "reports",
      "desk",
      "channels",
      "pictures",
    ),
    {
      name: "the-hallway-leads-nowhere",
      comment:
        "What every file may import must itself import no room, or the rooms meet through it.",
      severity: "error",
      from: { path: hallway },
      to: { path: bot, pathNot: hallway },
    },
    {
      name: "channels-do-not-know-each-other",
      comment: "What two channels share lies in src/bot/channels itself.",
      severity: "error",
      from: { path: `${bot}channels/([^/]+)/` },
      to: { path: `${bot}channels/[^/]+/`, pathNot: `${bot}channels/$1/` },
    },

    // Each foreign part is met in one place.
    onlyIn(["telegraf", "@telegraf"], `${bot}channels/telegram/`, "src/bot/channels/telegram"),
    onlyIn(["better-sqlite3", "@types/better-sqlite3"], `${bot}store/`, "src/bot/store"),
    onlyIn(["satori", "@resvg/resvg-js"], `${bot}pictures/`, "src/bot/pictures"),
    onlyIn(
      ["fastify", "@fastify"],
      [`${bot}web/(?!chat/|desk/|authoring/)`, `${bot}main\\.ts$`, `${bot}channels/`],
      "src/bot/web, src/bot/channels and main.ts",
    ),

    // The pages run on a phone.
    {
      name: "pages-carry-no-server",
      comment:
        "A page uses its own files, the wire's types and Preact: what it imports, a phone downloads.",
      severity: "error",
      from: { path: `${bot}web/(chat|desk|authoring)/` },
      to: {
        pathNot: [`${bot}web/$1/`, wire, npm("preact", "@preact")],
      },
    },
    {
      name: "the-wire-is-types",
      comment: "src/bot/web/wire is read by pages and server alike, so it may only import types.",
      severity: "error",
      from: { path: wire },
      to: { dependencyTypesNot: ["type-only"] },
    },
    {
      name: "the-server-runs-no-page",
      comment: "The server hands pages out; it does not import them.",
      severity: "error",
      from: { path: `${root}src/`, pathNot: pages },
      to: { path: pages },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};

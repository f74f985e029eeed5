// The checks, and then the tests named on the command line:
//   node scripts/check.mjs fast bot browser
// Everything runs even when something before it failed; the exit code remembers.

import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";

const tree = fileURLToPath(new URL("..", import.meta.url));
const kinds = process.argv.slice(2);

/** Every TypeScript configuration that has something to check; tsc refuses one that has nothing. */
const configurations = [
  ".",
  "src/bot/web/chat",
  "src/bot/web/desk",
  "src/bot/web/desk/worker",
  "src/bot/web/authoring",
  "tests/browser",
].filter(
  (folder) =>
    existsSync(`${tree}/${folder}`) &&
    readdirSync(`${tree}/${folder}`).some((file) => /\.tsx?$/.test(file)),
);

const checks = [
  ...configurations.map((folder) => [`types of ${folder}`, "tsc", "-p", folder]),
  ["format and lint", "biome", "ci", "--colors=off", "--error-on-warnings", "."],
  [
    "promises and switches",
    "oxlint",
    "--type-aware",
    "--deny-warnings",
    "--ignore-pattern=tests/tooling/planted",
  ],
  ["direction", "node", "scripts/check-direction.mjs"],
  ["unused", "knip", "--no-progress"],
];

const failed = [];
const waiting = [...checks];
await Promise.all([work(), work()]); // two at a time: that is what a small machine has

if (kinds.length > 0) {
  console.log(`\nTests: ${kinds.join(", ")}`);
  const { code } = await run(["vitest", "run", ...kinds.flatMap((kind) => ["--project", kind])], {
    stdio: "inherit",
    env: { CHECKS_FAILED: failed.join(", ") },
  });
  if (code !== 0) process.exitCode = 1;
}
if (failed.length > 0) process.exitCode = 1;

async function work() {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    const [name, ...command] = check;
    const begun = performance.now();
    const { code, output } = await run(command, { stdio: "pipe", env: { NO_COLOR: "1" } });
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    console.log(`${code === 0 ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
    if (code === 0) continue;
    failed.push(name);
    console.log(output.trimEnd().replaceAll(/^/gm, "       "));
  }
}

/** Runs a tool of this tree. Never rejects: a tool that cannot start has failed. */
function run([tool, ...options], { stdio, env }) {
  return new Promise((done) => {
    const child = spawn(tool, options, {
      cwd: tree,
      stdio,
      shell: process.platform === "win32",
      env: {
        ...process.env,
        ...env,
        PATH: `${tree}/node_modules/.bin${delimiter}${process.env.PATH}`,
      },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    }
    child.on("error", (error) => done({ code: 1, output: `${output}${error.message}` }));
    child.on("close", (code) => done({ code: code ?? 1, output }));
  });
}

// Runs dependency-cruiser, and then doubts it: under a TypeScript it does not know it sees no
// file, finds no mistake, and says that all is well.

import { readdirSync } from "node:fs";
import { cruise } from "dependency-cruiser";
import extractOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import extractTsConfig from "dependency-cruiser/config-utl/extract-ts-config";

/** Raise these when the house grows; a drop below means the cruiser went blind, or a room is gone. */
const fewestFiles = 400;
const fewestImports = 2000;

const folder = process.argv[2] ?? "src";
const { output } = await cruise(
  [folder],
  { ...(await extractOptions("./.dependency-cruiser.mjs")), outputType: "json", validate: true },
  {},
  { tsConfig: extractTsConfig("tsconfig.json") },
);
const { modules, summary } = JSON.parse(output);

const complaints = summary.violations.map(
  ({ rule, from, to, cycle }) =>
    `${from}\n  ${rule.name}: imports ${cycle === undefined ? to : cycle.map(({ name }) => name).join(" → ")}.`,
);

const seen = new Set(modules.map(({ source }) => source));
const onDisk = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:tsx?|mjs)$/.test(entry.name))
  .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll("\\", "/"));
for (const file of onDisk) {
  if (!seen.has(file)) complaints.push(`${file}\n  was not seen by dependency-cruiser.`);
}

const imports = modules.reduce((sum, { dependencies }) => sum + dependencies.length, 0);
if (folder === "src" && (onDisk.length < fewestFiles || imports < fewestImports)) {
  complaints.push(
    `Only ${onDisk.length} files and ${imports} imports were seen; at least ${fewestFiles} and ${fewestImports} were expected.`,
  );
}

console.log(`${onDisk.length} files, ${imports} imports seen in ${folder}.`);
for (const complaint of complaints) console.log(complaint);
process.exitCode = complaints.length === 0 ? 0 : 1;

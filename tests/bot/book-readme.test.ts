/** The guide for authors: its small example can be copied as it stands, and its commands are there. */
import { appendFileSync, cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { examineContent } from "../../src/bot/content/read-content.ts";
import { contentFolder, today } from "../content/shipped.ts";
import { aTempFolder } from "../support/at-end.ts";

const readme = readFileSync(join(contentFolder, "README.md"), "utf8");
const examples = [...readme.matchAll(/```yaml\n# content\/(\S+)[^\n]*\n(.*?)```/gs)].map(
  ([, file = "", text = ""]) => ({ file, text }),
);

test("the small guide, copied as it stands, has nothing wrong with it", () => {
  const folder = aTempFolder();
  cpSync(contentFolder, folder, { recursive: true });
  for (const { file, text } of examples) {
    if (existsSync(join(folder, file))) appendFileSync(join(folder, file), text);
    else writeFileSync(join(folder, file), text);
  }

  const { content, problems } = examineContent(folder, today);

  expect(examples.map(({ file }) => file)).toEqual([
    "flows/muon-sach.yaml",
    "facts/tu-sach.yaml",
    "screens/tu-sach.yaml",
    "facts/sources.yaml",
  ]);
  const own = examples.map(({ file }) => file);
  expect(problems.filter(({ file }) => own.includes(file))).toEqual([]);
  expect(Object.keys(content?.flows ?? {})).toContain("muon-sach");
});

test("every command it names is one", () => {
  const cli = readFileSync(fileURLToPath(new URL("../../src/bot/cli.ts", import.meta.url)), "utf8");

  const named = new Set(
    [...readme.matchAll(/npm run cau-noi -- ([a-z]+)/g)].map(([, name]) => name),
  );

  for (const command of named) expect(cli).toContain(`case "${command}":`);
  expect(named.size).toBeGreaterThanOrEqual(5);
});

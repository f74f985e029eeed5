/**
 * Golden transcripts of every flow. After a wording was changed on purpose, record them again with
 * `RECORD_TRANSCRIPTS=1 npm exec -- vitest run --project bot tests/transcripts`, and read the difference
 * as the person it is said to.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { prepare, theLibrary } from "../support/talk.ts";
import { play, type TranscriptFile, transcriptFileSchema } from "../support/transcript.ts";

beforeAll(prepare, 120_000);

const folder = fileURLToPath(new URL(".", import.meta.url));
const recording = process.env["RECORD_TRANSCRIPTS"] !== undefined;

const files = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => {
    const file = transcriptFileSchema.parse(parse(readFileSync(`${folder}${name}`, "utf8")));
    return { name, file };
  });

test("every shipped flow has a file of transcripts", () => {
  expect(files.map(({ file }) => file.flow).toSorted()).toEqual(
    [...theLibrary().flows.keys()].toSorted(),
  );
  for (const { name, file } of files) expect(name).toBe(`${file.flow}.yaml`);
});

describe.each(files)("$file.flow", ({ name, file }) => {
  if (recording) {
    test("is recorded", () => {
      const transcripts = file.transcripts.map((t) => ({ ...t, lines: play(t.lines) }));
      const recorded: TranscriptFile = { ...file, transcripts };
      writeFileSync(`${folder}${name}`, stringify(recorded, { lineWidth: 0 }));
    });
    return;
  }
  test.each(file.transcripts)("$name", ({ lines }) => {
    expect(play(lines)).toEqual(lines);
  });
});

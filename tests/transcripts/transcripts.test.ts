/**
 * Golden transcripts of every flow. After a wording was changed on purpose, record them again with
 * `RECORD_TRANSCRIPTS=1 npm exec -- vitest run --project bot tests/transcripts`, and read the difference
 * as the person it is said to. A flow without a file gets one, with roads worked out from its steps; a file
 * whose roads no longer exist is deleted first and comes back so.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { transcriptsFor } from "../support/roads.ts";
import { prepare, theLibrary } from "../support/talk.ts";
import { play, type TranscriptFile, transcriptFileSchema } from "../support/transcript.ts";

beforeAll(prepare, 120_000);

const folder = fileURLToPath(new URL(".", import.meta.url));
const recording = process.env["RECORD_TRANSCRIPTS"] !== undefined;

const fileOf = (flow: string) => `${folder}${flow}.yaml`;
const flows = [...theLibrary().flows.keys()];
const read = (flow: string): TranscriptFile =>
  existsSync(fileOf(flow))
    ? transcriptFileSchema.parse(parse(readFileSync(fileOf(flow), "utf8")))
    : transcriptsFor(flow);

test.skipIf(recording)(
  "every shipped flow has its file of transcripts, and no other has one",
  () => {
    const there = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
    expect(there.toSorted()).toEqual(flows.map((flow) => `${flow}.yaml`).toSorted());
  },
);

if (recording) {
  test.each(flows)("%s is recorded", (flow) => {
    const file = read(flow);
    const transcripts = file.transcripts.map((t) => ({
      ...t,
      lines: play(t.lines, t.channel, t.aloud),
    }));
    writeFileSync(fileOf(flow), stringify({ ...file, transcripts }, { lineWidth: 0 }));
  });
} else {
  describe.each(flows.filter((flow) => existsSync(fileOf(flow))))("%s", (flow) => {
    test.each(read(flow).transcripts)("$name", ({ lines, channel, aloud }) => {
      expect(play(lines, channel, aloud)).toEqual(lines);
    });
  });
}

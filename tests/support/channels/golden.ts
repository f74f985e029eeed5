/** The golden transcripts as files hold them. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { transcriptFileSchema } from "../transcript.ts";
import type { Played } from "./played-alike.ts";

export function transcriptsOf(flow: string): readonly Played[] {
  const file = new URL(`../../transcripts/${flow}.yaml`, import.meta.url);
  const { transcripts } = transcriptFileSchema.parse(parse(readFileSync(file, "utf8")));
  return transcripts.map(({ name, lines, aloud }) => ({ name: `${flow}: ${name}`, lines, aloud }));
}

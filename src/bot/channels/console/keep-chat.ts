/** "Keep this chat as a test": what was typed and what was said to it, as a golden transcript. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { z } from "zod";
import { type InboundOf, maskSecrets, type Reply } from "../../../flows/index.ts";

/** One line of `tests/transcripts/`: what happened, and what was said to it. */
export type KeptLine = (
  | { readonly arrives: true }
  | { readonly types: string }
  | { readonly command: string }
) & { readonly said: KeptReply[] };

interface KeptReply {
  readonly from?: string;
  readonly text: string;
  readonly choices?: readonly string[];
}

/** A chat that held one of these would be no honest test, or would keep what may not be kept. */
type Spoilt = "masked" | "helper" | "command";

export interface ChatKeeper {
  happened(what: { arrives: true } | { types: string; masked: boolean }): void;
  commanded(command: InboundOf<"command">["command"]): void;
  joined(): void;
  said(reply: Reply): void;
  /** Writes what there is so far; says, in both languages, where it lies or why it does not. */
  keep(name: string): string;
}

export interface KeepInto {
  /** Where transcripts lie, one file for each guide. */
  readonly folder: string;
  /** The guide walked last in this chat. */
  flow(): string | undefined;
}

/** Commands a transcript can hold. */
const replayed: ReadonlySet<string> = new Set([
  "menu",
  "human",
  "later",
  "language",
  "delete",
  "help",
]);

const reasons: Readonly<Record<Spoilt, string>> = {
  masked:
    "Chưa giữ lại: trong cuộc này có điều đã che (mật khẩu, mã, số giấy tờ). Mở cuộc khác, không gõ điều đó. / Not kept: something in this chat was masked. Begin another chat without it.",
  helper:
    "Chưa giữ lại: đây là cuộc trò chuyện của người giúp. / Not kept: this is a propagandist's chat.",
  command:
    "Chưa giữ lại: trong cuộc này có lệnh không phát lại được (/start hoặc lệnh lạ). / Not kept: this chat holds a command that cannot be played again.",
};

export function chatKeeper({ folder, flow }: KeepInto): ChatKeeper {
  const lines: KeptLine[] = [];
  let spoilt: Spoilt | undefined;

  return {
    happened(what) {
      if ("arrives" in what) lines.push({ arrives: true, said: [] });
      else if (what.masked) spoilt = "masked";
      else lines.push({ types: what.types, said: [] });
    },
    commanded(command) {
      if (replayed.has(command)) lines.push({ command, said: [] });
      else spoilt ??= "command";
    },
    joined() {
      spoilt ??= "helper";
    },
    said({ from, text, choices }) {
      lines.at(-1)?.said.push({
        ...(from === "machine" ? {} : { from: from.name }),
        text,
        ...(choices.length === 0 ? {} : { choices: choices.map(({ says }) => says) }),
      });
    },
    keep(name) {
      if (spoilt !== undefined) return reasons[spoilt];
      if (name === "")
        return "Cần một cái tên: /giu-lai con mới đẻ, mẹ đi làm xa / Give it a name: /keep grandmother, no certificate";
      if (maskSecrets(name).found.length > 0) return reasons.masked;
      const walked = flow();
      if (walked === undefined)
        return "Chưa giữ lại: cuộc này chưa vào bài nào. / Not kept: no guide was begun in this chat.";
      return writeInto(join(folder, `${walked}.yaml`), walked, { name, channel: "console", lines });
    },
  };
}

const fileSchema = z.object({
  flow: z.string(),
  transcripts: z.array(z.looseObject({ name: z.string() })),
});

/** Beside those already there; none is ever written over. */
function writeInto(
  file: string,
  flow: string,
  transcript: { readonly name: string; readonly channel: string; readonly lines: KeptLine[] },
): string {
  const known = existsSync(file)
    ? fileSchema.parse(parse(readFileSync(file, "utf8")))
    : { flow, transcripts: [] };
  if (known.transcripts.some(({ name }) => name === transcript.name))
    return `Trong ${file} đã có “${transcript.name}”: chọn tên khác. / ${file} already holds that name: choose another.`;
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(
    file,
    stringify({ ...known, transcripts: [...known.transcripts, transcript] }, { lineWidth: 0 }),
  );
  return `Đã giữ lại / kept: ${file}`;
}

/** The name behind `/giu-lai` or `/keep`, empty when none was given; undefined for any other line. */
export function keepNameIn(line: string): string | undefined {
  const found = /^\/(?:giu-?lai|keep)(?:\s+(.*))?$/iu.exec(
    line.trim().replace(/^\/giữ-?lại/iu, "/giu-lai"),
  );
  return found === null ? undefined : (found[1] ?? "").trim();
}

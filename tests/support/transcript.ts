/** Golden transcripts: what a person does, line by line, and what is said to them in exactly these words. */
import { z } from "zod";
import {
  allReadAloud,
  type CaseId,
  type Inbound,
  type MediaId,
  type Recorded,
  type Speech,
  speeches,
  type World,
} from "../../src/flows/index.ts";
import {
  aHelper,
  day,
  hour,
  type Line,
  minute,
  morning,
  type Player,
  theLibrary,
  town,
} from "./talk.ts";

const saidSchema = z.strictObject({
  /** Who speaks, when it is not the machine. */
  from: z.string().optional(),
  text: z.string(),
  /** The message is a recording with these words beside it. */
  voice: z.literal(true).optional(),
  choices: z.array(z.string()).optional(),
});
type Said = z.infer<typeof saidSchema>;

const lineSchema = z.strictObject({
  /** What happens: exactly one of these. */
  arrives: z.union([z.literal(true), z.string()]).optional(),
  types: z.string().optional(),
  presses: z.string().optional(),
  sends: z.enum(["photo", "voice", "sticker"]).optional(),
  command: z.enum(["menu", "human", "later", "language", "delete", "help"]).optional(),
  /** "3 minutes", "2 days": timers come meanwhile. */
  waits: z
    .string()
    .regex(/^\d+ (minute|hour|day)s?$/)
    .optional(),
  /** The propagandist Dũng takes the case, writes, or ends helping with this outcome. */
  helper: z.string().optional(),
  said: z.array(saidSchema).optional(),
});
export type TranscriptLine = z.infer<typeof lineSchema>;

export const transcriptFileSchema = z.strictObject({
  flow: z.string(),
  transcripts: z.array(
    z.strictObject({
      name: z.string(),
      /** Where it was said: an author keeps a chat of the terminal. */
      channel: z.literal("console").optional(),
      /** Every step of every guide was read aloud by the propagandist Dũng, in this language. */
      aloud: z.enum(speeches).optional(),
      lines: z.array(lineSchema),
    }),
  ),
});
export type TranscriptFile = z.infer<typeof transcriptFileSchema>;

/** Who takes the case, and whose voice is heard. */
export const dung = aHelper("Dũng");
const outcomes = ["still-here", "finished", "needs-paper", "in-person", "unreached"] as const;
const units = { minute, hour, day };

const saidAs = (lines: readonly Line[]): Said[] =>
  lines.map(({ from, text, choices, media }) => ({
    ...(from === "machine" ? {} : { from: from.name }),
    text,
    ...(media?.form === "voice" ? { voice: true as const } : {}),
    ...(choices.length === 0 ? {} : { choices: choices.map((c) => c.says) }),
  }));

/** Plays the lines, with a restart between any two, and gives them back with what was said. */
export function play(
  lines: readonly TranscriptLine[],
  channel: World["channel"] = "telegram",
  aloud?: Speech,
): TranscriptLine[] {
  const commune = town({
    now: morning,
    recorded: aloud === undefined ? [] : allRead(aloud).map(kept),
  });
  commune.helper(dung);
  const person = commune.player("người dân", channel);
  return lines.map(({ said: _said, ...line }) => {
    const before = person.chat.said.length;
    happen(commune, person, line);
    return { ...line, said: saidAs(person.chat.said.slice(before)) };
  });
}

/** Every step of every guide, as Dũng has read it; words that stand in several are read once. */
export function allRead(speech: Speech): ReadonlyArray<Omit<Recorded, "id">> {
  const byMark = new Map(
    [...allReadAloud(theLibrary(), morning).values()].flat().map((read) => [read.mark, read]),
  );
  return [...byMark.values()].map(({ flow, step, mark }) => ({
    ...{ flow, step, mark, speech },
    by: dung.id,
    at: morning,
  }));
}

const kept = (read: Omit<Recorded, "id">): Recorded => ({
  ...read,
  id: `reading-of-${read.mark}` as MediaId,
});

function happen(commune: ReturnType<typeof town>, person: Player, line: TranscriptLine): void {
  if (line.arrives !== undefined) person.arrives(line.arrives === true ? undefined : line.arrives);
  else if (line.types !== undefined) person.types(line.types);
  else if (line.presses !== undefined) person.presses(line.presses);
  else if (line.sends === "photo") person.sendsPhoto();
  else if (line.sends === "voice") person.sendsVoice();
  else if (line.sends === "sticker") person.sends({ kind: "unreadable", what: "sticker" });
  else if (line.command !== undefined) person.commands(line.command);
  else if (line.waits !== undefined) {
    const [count, unit = ""] = line.waits.split(" ");
    commune.pass(Number(count) * units[unit.replace(/s$/, "") as keyof typeof units]);
  } else if (line.helper !== undefined) helperDoes(person, line.helper);
  else throw new Error("a line in which nothing happens");
}

function helperDoes(person: Player, what: string): void {
  const of = person.saved.case?.id;
  if (of === undefined) throw new Error("no case is open");
  person.sends(helperNote(of, what));
}

/** What Dũng's line of a transcript leaves in the case. */
export function helperNote(of: CaseId, what: string): Inbound {
  const by = { id: dung.id, name: dung.name, role: dung.role };
  const outcome = outcomes.find((known) => known === what);
  if (what === "claims") return { kind: "case-claim", case: of, by };
  return outcome === undefined
    ? { kind: "case-say", case: of, by, text: what, masked: [] }
    : { kind: "case-hand-back", case: of, by, result: { outcome } };
}

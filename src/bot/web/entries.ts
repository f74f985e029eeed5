/** Lines of the store as a page shows them. */
import {
  type Inbound,
  type Language,
  type Reply,
  screensOn,
  spoken,
  withoutQuote,
} from "../../flows/index.ts";
import type { Line } from "../store/lines.ts";
import { fileOf, type Heard, wordsOf } from "./inbound-words.ts";
import type { Entry, Speaker, WireChoice } from "./wire/entry.ts";

/** Where a page finds the picture of a screen, and its words. */
type PictureAt = (screen: string) => Entry["picture"];

/** What one line looks like to the resident; nothing for what has no words of its own. */
function entryOf(line: Line, around: Heard & { readonly pictureOf: PictureAt }): Entry | undefined {
  const { pictureOf, isKept } = around;
  const at = { seq: line.seq, at: line.at };
  if (line.what.is === "inbound") {
    const shown = wordsOf(line.what.inbound, around);
    return shown === undefined
      ? undefined
      : {
          ...at,
          from: speakerOf(line.what.inbound),
          key: pageKey(line.what.key),
          turn: String(line.turn),
          ...shown,
        };
  }
  const { reply } = line.what;
  const screens = reply.screen === undefined ? [] : screensOn(reply.screen);
  const screen = screens.length === 1 ? pictureOf(screens[0] ?? "") : undefined;
  const from: Speaker =
    reply.from === "machine"
      ? { who: "machine" }
      : { who: "propagandist", name: reply.from.name, role: reply.from.role };
  return {
    ...at,
    from,
    text: withoutQuote(reply.quote?.text, reply.text),
    ...(reply.quote === undefined ? {} : { quote: reply.quote.text }),
    turn: String(line.turn),
    ...(reply.recalls === undefined ? {} : { recalls: String(reply.recalls) }),
    ...(reply.choices.length === 0 ? {} : { choices: choicesOf(reply, screens, pictureOf) }),
    ...(reply.step ? { step: true, asks: asksOf(reply.text), speak: spoken(reply.text) } : {}),
    ...(reply.heardAs === undefined
      ? {}
      : {
          recorded: reply.heardAs.map(({ id, speech }) => ({ url: `/api/media/${id}`, speech })),
        }),
    ...(screen === undefined ? {} : { picture: screen }),
    ...(reply.media?.form === "photo"
      ? { picture: { url: `/api/media/${reply.media.id}`, alt: reply.text } }
      : {}),
    ...(reply.media?.form === "voice" ? { voice: { url: `/api/media/${reply.media.id}` } } : {}),
    ...(reply.media?.file === undefined
      ? {}
      : { file: fileOf(reply.media.id, reply.media.file, isKept) }),
  };
}

/** Of several screens each choice shows its own: a page needs no picture made of pictures. */
function choicesOf(
  { choices }: Reply,
  screens: readonly string[],
  pictureOf: PictureAt,
): readonly WireChoice[] {
  if (screens.length < 2) return choices;
  return choices.map((choice, index) => {
    const screen = screens[index];
    const picture = screen === undefined ? undefined : pictureOf(screen);
    return picture === undefined ? choice : { ...choice, picture };
  });
}

/** What a step asks, in a message that other lines may have joined; its sign stands last. */
export const asksOf = (text: string): string =>
  text
    .split("\n\n")
    .findLast((part) => !part.startsWith("👉"))
    ?.split("\n")[0] ?? "";

/** Staff answer in the platform's own app, where we know no name of theirs. */
const speakerOf = ({ kind }: Inbound): Speaker =>
  kind === "staff-said"
    ? { who: "propagandist", name: "Cán bộ xã", role: "trong Zalo" }
    : { who: "resident" };

export interface Around {
  /** Where the label of an older button may be found. */
  readonly earlier?: (turn: number) => readonly Line[];
  readonly pictureOf?: PictureAt;
  /** Whether a document is still there to be opened. */
  readonly isKept?: Heard["isKept"];
  /** Of whoever reads. */
  readonly language?: Language;
}

/** Entries of these lines; a press shows the label it had, a step the picture of its screen. */
export function entriesOf(
  lines: readonly Line[],
  {
    earlier = () => [],
    pictureOf = () => undefined,
    isKept = () => true,
    language = "vi",
  }: Around = {},
): Entry[] {
  const labelIn = (found: readonly Line[], turn: number, choice: string): string | undefined =>
    found
      .flatMap((l) => (l.what.is === "reply" && l.turn === turn ? l.what.reply.choices : []))
      .find((c) => c.id === choice)?.says;
  const pressed = (turn: number, choice: string): string | undefined =>
    labelIn(lines, turn, choice) ?? labelIn(earlier(turn), turn, choice);
  return lines.flatMap((line) => {
    const entry = entryOf(line, { pressed, pictureOf, isKept, language });
    return entry === undefined ? [] : [entry];
  });
}

/** The key the page gave; the store holds it behind the conversation's id. */
const pageKey = (key: string): string => key.slice(key.indexOf("/") + 1);

/** Lines of the store as a page shows them. */
import {
  type Document,
  type Inbound,
  type MediaId,
  placeLine,
  type Reply,
  screensOn,
  spoken,
  withoutQuote,
} from "../../flows/index.ts";
import type { Line } from "../store/lines.ts";
import { sizeSaid } from "./size-said.ts";
import type { Entry, Speaker, WireChoice } from "./wire/entry.ts";

/** Where a page finds the picture of a screen, and its words. */
type PictureAt = (screen: string) => Entry["picture"];

/** What one line looks like to the resident; nothing for what has no words of its own. */
export function entryOf(
  line: Line,
  pressed: (turn: number, choice: string) => string | undefined,
  pictureOf: PictureAt = () => undefined,
  isKept: IsKept = () => true,
): Entry | undefined {
  const at = { seq: line.seq, at: line.at };
  if (line.what.is === "inbound") {
    const shown = wordsOf(line.what.inbound, pressed, isKept);
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

const fileOf = (
  id: MediaId,
  { name, size }: Document,
  isKept: IsKept,
): NonNullable<Entry["file"]> => ({
  ...(isKept(id) ? { url: `/api/media/${id}` } : {}),
  name,
  size: sizeSaid(size),
});

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

function wordsOf(
  inbound: Inbound,
  pressed: (turn: number, choice: string) => string | undefined,
  isKept: IsKept,
): Pick<Entry, "text" | "picture" | "voice" | "file" | "quote" | "recalls"> | undefined {
  switch (inbound.kind) {
    case "words":
      return { text: inbound.text, ...quoteIn(inbound) };
    case "press": {
      const says = pressed(inbound.turn, inbound.choice);
      return says === undefined ? undefined : { text: says };
    }
    case "photo":
      return {
        text: inbound.caption,
        picture: { url: `/api/media/${inbound.media}`, alt: inbound.caption },
        ...quoteIn(inbound),
      };
    case "file":
      return {
        text: inbound.caption,
        file: fileOf(inbound.media, inbound.file, isKept),
        ...quoteIn(inbound),
      };
    case "edited":
      return { text: `Đã sửa: ${inbound.text}` };
    case "location":
      return { text: placeLine(inbound) };
    case "recall":
      return { text: "", recalls: String(inbound.turn) };
    case "voice":
      return { text: "", voice: { url: `/api/media/${inbound.media}` }, ...quoteIn(inbound) };
    case "command":
      return { text: `/${commandWords[inbound.command]}` };
    case "staff-said":
      return { text: inbound.text };
    // The code itself is kept nowhere; a page waits for the line it was typed in.
    case "return-code":
      return { text: "(mã quay lại)" };
    case "arrived":
    case "beside":
    case "moved":
    case "called":
    case "case-assign":
    case "case-claim":
    case "case-hand-back":
    case "case-release":
    case "case-remarked":
    case "case-unheard":
    case "case-say":
    case "case-send":
    case "case-tool":
    case "gone":
    case "house-alarm":
    case "joined":
    case "known-phone":
    case "letter":
    case "move-asked":
    case "moved-here":
    case "not-moved":
    case "meeting":
    case "refused":
    case "remarked":
    case "resident-said":
    case "resident-sent":
    case "timer":
    case "reached-again":
    case "undelivered":
    case "unreadable":
    case "yours":
      return undefined;
  }
}

const quoteIn = ({
  quote,
}: {
  readonly quote?: string | undefined;
}): { readonly quote?: string } => (quote === undefined ? {} : { quote });

const commandWords = {
  start: "start",
  menu: "viec",
  human: "giup",
  later: "nghi",
  language: "tieng",
  delete: "xoa",
  help: "help",
  duty: "giup",
  unknown: "?",
} as const;

export interface Around {
  /** Where the label of an older button may be found. */
  readonly earlier?: (turn: number) => readonly Line[];
  readonly pictureOf?: PictureAt;
  /** Whether a document is still there to be opened. */
  readonly isKept?: IsKept;
}

type IsKept = (id: MediaId) => boolean;

/** Entries of these lines; a press shows the label it had, a step the picture of its screen. */
export function entriesOf(
  lines: readonly Line[],
  { earlier = () => [], pictureOf, isKept }: Around = {},
): Entry[] {
  const labelIn = (found: readonly Line[], turn: number, choice: string): string | undefined =>
    found
      .flatMap((l) => (l.what.is === "reply" && l.turn === turn ? l.what.reply.choices : []))
      .find((c) => c.id === choice)?.says;
  const pressed = (turn: number, choice: string): string | undefined =>
    labelIn(lines, turn, choice) ?? labelIn(earlier(turn), turn, choice);
  return lines.flatMap((line) => {
    const entry = entryOf(line, pressed, pictureOf, isKept);
    return entry === undefined ? [] : [entry];
  });
}

/** The key the page gave; the store holds it behind the conversation's id. */
const pageKey = (key: string): string => key.slice(key.indexOf("/") + 1);

/** What a person did in a chat, as a page shows it back to them and to whoever helps. */
import {
  type Document,
  type Inbound,
  type InboundOf,
  type Language,
  type MediaId,
  placeLine,
} from "../../flows/index.ts";
import { sizeSaid } from "./size-said.ts";
import type { Entry } from "./wire/entry.ts";

export interface Heard {
  /** The label a choice had. */
  pressed(turn: number, choice: string): string | undefined;
  /** Whether a document is still there to be opened. */
  isKept(id: MediaId): boolean;
  /** Of whoever reads. */
  readonly language: Language;
}

/** Nothing for what has no words of its own. */
export function wordsOf(
  inbound: Inbound,
  { pressed, isKept, language }: Heard,
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
      return { text: `${says[language].edited} ${inbound.text}` };
    case "location":
      return { text: placeLine(inbound) };
    case "recall":
      return { text: "", recalls: String(inbound.turn) };
    case "voice":
      return {
        text: inbound.caption ?? "",
        voice: { url: `/api/media/${inbound.media}` },
        ...quoteIn(inbound),
      };
    case "command":
      return { text: `/${says[language].commands[inbound.command]}` };
    case "staff-said":
      return { text: inbound.text };
    case "unreadable":
      return { text: says[language].unread[inbound.what] };
    // The code itself is kept nowhere; a page waits for the line it was typed in.
    case "return-code":
      return { text: says[language].code };
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
    case "yours":
      return undefined;
  }
}

const quoteIn = ({
  quote,
}: {
  readonly quote?: string | undefined;
}): { readonly quote?: string } => (quote === undefined ? {} : { quote });

export const fileOf = (
  id: MediaId,
  { name, size }: Document,
  isKept: Heard["isKept"],
): NonNullable<Entry["file"]> => ({
  ...(isKept(id) ? { url: `/api/media/${id}` } : {}),
  name,
  size: sizeSaid(size),
});

interface Says {
  readonly edited: string;
  readonly code: string;
  /** What came and could not be carried on: it was sent all the same. */
  readonly unread: Readonly<Record<InboundOf<"unreadable">["what"], string>>;
  readonly commands: Readonly<Record<InboundOf<"command">["command"], string>>;
}

const says: Readonly<Record<Language, Says>> = {
  vi: {
    edited: "Đã sửa:",
    code: "(mã quay lại)",
    unread: {
      sticker: "(hình dán)",
      file: "(tệp, máy không chuyển được)",
      "too-large": "(tệp to quá, máy không chuyển được)",
      location: "(vị trí)",
      contact: "(danh bạ)",
      video: "(phim, máy không chuyển được)",
      empty: "(tin trống)",
      other: "(tin máy chưa đọc được)",
    },
    commands: {
      ...{ start: "start", menu: "viec", human: "giup", later: "nghi", language: "tieng" },
      ...{ delete: "xoa", help: "help", duty: "giup", unknown: "?" },
    },
  },
  en: {
    edited: "Changed:",
    code: "(return code)",
    unread: {
      sticker: "(sticker)",
      file: "(a file that cannot be passed on)",
      "too-large": "(a file too large to be passed on)",
      location: "(a place)",
      contact: "(a contact)",
      video: "(a film that cannot be passed on)",
      empty: "(an empty message)",
      other: "(a message that cannot be read)",
    },
    commands: {
      ...{ start: "start", menu: "menu", human: "human", later: "later", language: "language" },
      ...{ delete: "delete", help: "help", duty: "human", unknown: "?" },
    },
  },
};

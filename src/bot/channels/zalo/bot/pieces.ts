/** From a reply to the calls that carry it: usually one, several in order when it is long. */
import type { Language, Reply } from "../../../../flows/index.ts";
import type { LentLinks, Picture } from "../../../conversations/ports.ts";
import type { Enclosure } from "../../../store/media.ts";
import { messagesWithChoices, numberedChoices } from "../numbered-choices.ts";
import { longestText } from "../text-pieces.ts";
import { listenHere, lookHere, openHere } from "./words.ts";

/** One call. `otherwise` is said where Zalo does not take the picture or the recording. */
export type Piece =
  | { readonly is: "text"; readonly text: string }
  | {
      readonly is: "photo";
      readonly address: string;
      readonly caption: string;
      readonly otherwise: readonly string[];
    }
  | { readonly is: "voice"; readonly address: string; readonly otherwise: readonly string[] };

/** What goes with the words, where it could be had. */
export interface Enclosed {
  readonly media: Enclosure | undefined;
  readonly picture: Picture | undefined;
  /** Whether the recording can be had as Zalo plays it. */
  readonly playable: boolean;
}

export interface Around {
  readonly language: Language;
  readonly links: LentLinks;
}

/** What a reply says; a helper's message begins with their name and role. */
function wordsOf({ from, text }: Pick<Reply, "from" | "text">): string {
  if (from === "machine") return text;
  const role = from.role.trim();
  const name = role === "" ? from.name.trim() : `${from.name.trim()} (${role})`;
  return text.trim() === "" ? `${name}:` : `${name}:\n${text}`;
}

/** Undefined when the reply was nothing but media which is gone. */
export function piecesOfReply(
  reply: Reply,
  { media, picture, playable }: Enclosed,
  { language, links }: Around,
): readonly Piece[] | undefined {
  const list = numberedChoices(reply, language);
  const words = wordsOf(reply);
  const plain = (text: string): readonly string[] => messagesWithChoices(text, list);
  const texts = (said: readonly string[]): readonly Piece[] =>
    said.map((text) => ({ is: "text", text }));
  const linked = (says: string, address: string): readonly string[] =>
    plain([words, `${says}\n${address}`].filter((part) => part.trim() !== "").join("\n\n"));

  if (reply.media !== undefined) {
    if (media === undefined) {
      return reply.text.trim() === "" ? undefined : texts(plain(words));
    }
    if (media.form === "photo") {
      const otherwise = linked(lookHere[language], links.media(media));
      return links.public
        ? captioned(links.media(media), plain(words), otherwise)
        : texts(otherwise);
    }
    // The platform carries none.
    if (media.form === "file") {
      const says = [openHere[language], reply.media.file?.name].filter(Boolean).join("\n");
      return texts(linked(says, links.media(media)));
    }
    const otherwise = linked(listenHere[language], links.media(media));
    if (!links.public || !playable) return texts(otherwise);
    // A recording carries no words: who speaks is said first, what can be chosen last.
    return [
      ...texts(plain(words).filter((text) => text.trim() !== "")),
      { is: "voice", address: links.aac(media.id), otherwise: [links.media(media)] },
    ];
  }
  if (reply.screen === undefined || picture === undefined) return texts(plain(words));
  const said = plain(`${words}\n\n(${picture.alt})`);
  return links.public
    ? captioned(links.screen(reply.screen, language), plain(words), said)
    : texts(said);
}

/** The words below the picture where they fit there whole, behind it where they do not. */
function captioned(
  address: string,
  said: readonly string[],
  otherwise: readonly string[],
): readonly Piece[] {
  const [only = ""] = said;
  if (said.length === 1 && only.length <= longestText) {
    return [{ is: "photo", address, caption: only, otherwise }];
  }
  return [
    { is: "photo", address, caption: "", otherwise: [] },
    ...said.map((text): Piece => ({ is: "text", text })),
  ];
}

/** From replies to the messages that carry them. */
import type { Choice, Language, Reply } from "../../../../flows/index.ts";
import type { ButtonShape } from "../../../config-zalo-oa.ts";
import { messagesWithChoices, numberedChoices } from "../numbered-choices.ts";
import { longestText, textPieces } from "../text-pieces.ts";
import { buttonMessage, fitsButtons } from "./buttons.ts";

/** What a reply says; a helper's message begins with their name and role. */
export function wordsOf({ from, text }: Pick<Reply, "from" | "text">): string {
  if (from === "machine") return text;
  const role = from.role.trim();
  const name = role === "" ? from.name.trim() : `${from.name.trim()} (${role})`;
  return text === "" ? name : `${name}\n${text}`;
}

/** Several replies as one: their words in order, and what the last question offers. */
export function joinedReply(replies: readonly [Reply, ...Reply[]]): Reply {
  const [first, ...rest] = replies;
  if (rest.length === 0) return first;
  const last = replies.at(-1) ?? first;
  const asks = replies.findLast(({ choices }) => choices.length > 0);
  return {
    ...last,
    text: replies.map(wordsOf).join("\n\n"),
    from: "machine",
    choices: asks?.choices ?? [],
    byWords: asks?.byWords,
    screen: undefined,
  };
}

/** A picture that goes with the words. */
export interface Enclosed {
  /** Where it can be seen if it is not taken; missing where the words say it all. */
  readonly linked?: string | undefined;
  readonly bytes: Uint8Array;
  readonly type: "image/jpeg" | "image/png";
  /** The same bytes go to many people. */
  readonly knownAs?: string | undefined;
}

/** A document; the words that go with it are a message of their own. */
export interface EnclosedFile {
  /** Said where it is not taken: where it can be opened. */
  readonly linked: string;
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly name: string;
}

/** One call. */
export type Piece =
  | { readonly is: "text"; readonly text: string }
  | {
      readonly is: "buttons";
      readonly text: string;
      readonly turn: number;
      readonly choices: readonly Choice[];
      /** The same without buttons. */
      readonly plainly: readonly string[];
    }
  | {
      readonly is: "picture";
      readonly picture: Enclosed;
      readonly caption: string;
      /** What is said where Zalo does not take it. */
      readonly otherwise: readonly string[];
    }
  | { readonly is: "file"; readonly file: EnclosedFile }
  | { readonly is: "ask-phone" };

export interface Manner {
  readonly shape: ButtonShape;
  readonly caption: "together" | "apart";
  readonly language: Language;
}

export function piecesOf(
  reply: Reply,
  turn: number,
  picture: Enclosed | undefined,
  { shape, caption, language }: Manner,
): readonly Piece[] {
  const text = wordsOf(reply);
  const list = numberedChoices(reply, language);
  const plainly = messagesWithChoices(text, list);
  const asText = (texts: readonly string[]): Piece[] =>
    texts.filter((one) => one !== "").map((one) => ({ is: "text", text: one }));
  const pieces = textPieces(text);
  const last = pieces.at(-1) ?? "";
  const withButtons =
    shape !== "none" &&
    reply.choices.length > 0 &&
    fitsButtons(shape, { text: last, turn, choices: reply.choices });

  if (withButtons) {
    const asked: Piece = {
      is: "buttons",
      text: last,
      turn,
      choices: reply.choices,
      plainly: messagesWithChoices(last, list),
    };
    return [...pictureAlone(picture), ...asText(pieces.slice(0, -1)), asked];
  }
  const only = plainly[0];
  if (
    picture !== undefined &&
    caption === "together" &&
    plainly.length === 1 &&
    only !== undefined
  ) {
    const otherwise =
      picture.linked === undefined
        ? plainly
        : messagesWithChoices(
            [text, picture.linked].filter((part) => part.trim() !== "").join("\n"),
            list,
          );
    return [{ is: "picture", picture, caption: only, otherwise }];
  }
  return [...pictureAlone(picture), ...asText(plainly)];
}

const pictureAlone = (picture: Enclosed | undefined): Piece[] =>
  picture === undefined
    ? []
    : [
        {
          is: "picture",
          picture,
          caption: "",
          otherwise: picture.linked === undefined ? [] : [picture.linked],
        },
      ];

/** The message of a call, as the API wants it. */
export function messageOf(
  piece: Exclude<Piece, { is: "picture" | "file" }>,
  shape: Exclude<ButtonShape, "none">,
  language: Language,
): Readonly<Record<string, unknown>> {
  switch (piece.is) {
    case "text":
      return { text: piece.text };
    case "buttons":
      return buttonMessage(shape, piece, language);
    case "ask-phone":
      return {
        attachment: {
          type: "template",
          payload: { template_type: "request_user_info", elements: [askPhone[language]] },
        },
      };
  }
}

const askPhone = {
  vi: {
    title: "Cho số điện thoại để người giúp gọi lại",
    subtitle: "Chỉ người giúp đọc được số này. Không muốn thì thôi, không cần bấm.",
  },
  en: {
    title: "Share your telephone number, to be called",
    subtitle: "Only your helper reads it. If you would rather not, do not press.",
  },
} as const;

export const pictureMessage = (attachment: string, caption: string) => ({
  ...(caption === "" ? {} : { text: caption }),
  attachment: {
    type: "template",
    payload: {
      template_type: "media",
      elements: [{ media_type: "image", attachment_id: attachment }],
    },
  },
});

export const fileMessage = (token: string) => ({
  attachment: { type: "file", payload: { token } },
});

/** Letters that words and choices take where there are no buttons: the longer of the two forms. */
export const lettersOf = (reply: Reply, language: Language): number =>
  messagesWithChoices(wordsOf(reply), numberedChoices(reply, language), longestText * 8).join(
    "\n\n",
  ).length;

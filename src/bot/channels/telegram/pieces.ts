/** From a reply to the calls that carry it: usually one, several in order when it is long. */
import type { InlineKeyboardMarkup } from "telegraf/types";
import { screensOn, withoutQuote } from "../../../flows/index.ts";
import type { Picture } from "../../conversations/ports.ts";
import type { Enclosure } from "../../store/media.ts";
import type { Outgoing } from "../../store/replies.ts";
import {
  fitsCaption,
  keyboardOf,
  longestCaption,
  piecesOf,
  type Words,
  wordsOf,
} from "./compose.ts";
import { type Shipment, shipmentOf } from "./shipment.ts";

/** One call. Only the last of a reply has buttons. */
export type Piece =
  | {
      readonly is: "text";
      readonly words: Words;
      readonly keyboard?: InlineKeyboardMarkup;
      readonly answers?: number;
    }
  | {
      readonly is: "file";
      readonly shipment: Shipment;
      readonly words: Words;
      readonly keyboard?: InlineKeyboardMarkup;
      /** The message it points at. */
      readonly answers?: number;
    };

/** What goes with the words, where it could be had. */
export interface Enclosed {
  readonly media: Enclosure | undefined;
  readonly picture: Picture | undefined;
}

/** Undefined when the reply was nothing but media which is gone. Only the first points at what is answered. */
export function piecesOfReply(
  outgoing: Pick<Outgoing, "turn" | "reply">,
  enclosed: Enclosed,
  answers?: number | undefined,
): readonly Piece[] | undefined {
  if (answers === undefined) return unpointed(outgoing, enclosed);
  const { reply } = outgoing;
  const alone = { ...reply, text: withoutQuote(reply.quote?.text, reply.text) };
  const [first, ...further] = unpointed({ ...outgoing, reply: alone }, enclosed) ?? [];
  return first === undefined ? undefined : [{ ...first, answers }, ...further];
}

function unpointed(
  { turn, reply }: Pick<Outgoing, "turn" | "reply">,
  { media, picture }: Enclosed,
): readonly Piece[] | undefined {
  const words = wordsOf(reply);
  const keyboard = keyboardOf(turn, numbered(reply));
  const below = keyboard === undefined ? {} : { keyboard };
  const shipment =
    media === undefined
      ? picture && pictureOf(picture)
      : shipmentOf(media, reply.media?.file?.name);
  if (shipment === undefined) {
    // Erased or dropped meanwhile: what was written with it is still worth reading.
    if (reply.media !== undefined && reply.text.trim() === "") return undefined;
    return texts(piecesOf(words), below);
  }
  if (fitsCaption(words)) return [{ is: "file", shipment, words, ...below }];
  const header = wordsOf({ from: reply.from, text: "" });
  const captioned = piecesOf(header, longestCaption)[0] ?? header;
  const body = piecesOf({ text: reply.text, entities: [] });
  return [{ is: "file", shipment, words: captioned }, ...texts(body, below)];
}

/** Screens on one picture are told apart by their numbers; what stands on no picture needs none. */
function numbered({ screen, choices }: Outgoing["reply"]): Outgoing["reply"]["choices"] {
  const screens = screen === undefined ? [] : screensOn(screen);
  if (screens.length < 2) return choices;
  return choices.map((choice, index) =>
    index < screens.length ? { ...choice, says: `${index + 1}. ${choice.says}` } : choice,
  );
}

const pictureOf = ({ bytes, hash }: Picture): Shipment => ({
  as: "photo",
  bytes,
  filename: "man-hinh.png",
  knownAs: hash,
});

const texts = (
  pieces: readonly Words[],
  below: { readonly keyboard?: InlineKeyboardMarkup },
): readonly Piece[] =>
  pieces.map((words, index) => ({
    is: "text" as const,
    words,
    ...(index === pieces.length - 1 ? below : {}),
  }));

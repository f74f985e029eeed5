/** One message of a reply, plainer and plainer until the account takes it. */
import type { Language } from "../../../../flows/index.ts";
import type { ButtonShape } from "../../../config-zalo-oa.ts";
import type { Log } from "../../../log.ts";
import { fitsButtons } from "./buttons.ts";
import { fileMessage, messageOf, type Piece, pictureMessage } from "./compose.ts";
import type { Echoes } from "./echoes.ts";
import type { Begins, OaApi, SentMessage } from "./oa-api.ts";
import { ZaloRefused, ZaloUnreached } from "./refusals.ts";
import type { Shapes } from "./shapes.ts";
import { type Uploads, UploadsUsedUp } from "./uploads.ts";

/** The numbers of the messages it went out as, in their order; none where it was left out. */
export type SentPiece = readonly string[];

/** To whom, and what of each of its messages is to be known. */
export interface Towards {
  readonly peer: string;
  readonly language: Language;
  readonly quotes: string | undefined;
  readonly begins: Begins;
  /** Zalo said with a message how many of those in a row are used. */
  readonly onUsed: (used: number) => void;
  /** A number is asked for, and they have agreed to share this one before. */
  readonly onKnownPhone: (phone: string) => Promise<void>;
}

export type SendPiece = (piece: Piece, to: Towards) => Promise<SentPiece>;

/** A message that points at another one was not taken: it is said without. */
export class QuoteRefused extends Error {
  override readonly name = "QuoteRefused";
  readonly code = "quote-refused";
  constructor() {
    super("Zalo did not take a message that quotes");
  }
}

const isPlainer = (error: unknown): error is ZaloRefused =>
  error instanceof ZaloRefused && error.remedy === "say-plainer";

/** It went wrong because of what was carried up: the words may be taken without it. */
const isOfUpload = (error: unknown): error is ZaloRefused | UploadsUsedUp =>
  error instanceof UploadsUsedUp ||
  (error instanceof ZaloRefused &&
    (error.remedy === "say-plainer" ||
      error.remedy === "upload-again" ||
      error.remedy === "once-more"));

export function pieceSender(options: {
  readonly api: OaApi;
  readonly uploads: Uploads;
  readonly shapes: Shapes;
  readonly echoes: Echoes;
  readonly onSent: (peer: string, billed: boolean) => void;
  /** It may have arrived, and cost what an accepted one costs. */
  readonly onLost: (peer: string) => void;
  readonly log: Log;
}): SendPiece {
  const { api, shapes, echoes, log } = options;

  async function put(
    { peer, begins, onUsed }: Towards,
    message: Readonly<Record<string, unknown>>,
    quotes?: string | undefined,
  ): Promise<SentMessage> {
    const counted: Begins = () => {
      const sending = begins();
      return {
        ...sending,
        lost() {
          sending.lost();
          options.onLost(peer);
        },
      };
    };
    const sent = await api
      .send(
        peer,
        quotes === undefined ? message : { ...message, quote_message_id: quotes },
        counted,
      )
      .catch((error: unknown) => {
        // What it points at may be gone, or the name of the field another one: better said than pointed.
        throw quotes !== undefined && isPlainer(error) ? new QuoteRefused() : error;
      });
    echoes.remember(sent.id);
    options.onSent(peer, sent.billed);
    if (sent.used !== undefined) onUsed(sent.used);
    return sent;
  }

  const one = ({ id }: SentMessage): SentPiece => [id];

  async function texts(to: Towards, all: readonly string[]): Promise<SentPiece> {
    const ids: string[] = [];
    for (const [index, text] of all.entries()) {
      ids.push((await put(to, { text }, index === 0 ? to.quotes : undefined)).id);
    }
    return ids;
  }

  /** Each shape that is not yet known to be refused; then numbers. */
  async function buttons(
    to: Towards,
    piece: Extract<Piece, { is: "buttons" }>,
  ): Promise<SentPiece> {
    const first = shapes.now();
    let untried: ButtonShape = "none";
    for (let shape = first; shape !== "none"; shape = shapes.after(shape)) {
      if (!fitsButtons(shape, piece)) {
        untried = shape;
        continue;
      }
      try {
        const sent = await put(to, messageOf(piece, shape, to.language), to.quotes);
        if (shape !== first) shapes.settle(shape);
        return one(sent);
      } catch (error) {
        if (!isPlainer(error)) throw error;
        log.warn({ why: error.code, shape }, "buttons are not taken");
      }
    }
    const said = await texts(to, piece.plainly);
    // The same words were taken without them: it was the buttons.
    if (first !== untried) shapes.settle(untried);
    return said;
  }

  async function picture(
    to: Towards,
    { picture: enclosed, caption, otherwise }: Extract<Piece, { is: "picture" }>,
  ): Promise<SentPiece> {
    const attempt = async (): Promise<SentPiece> => {
      const id = await options.uploads.idOf(enclosed);
      echoes.wordlessTo(to.peer);
      return one(await put(to, pictureMessage(id, caption), to.quotes));
    };
    try {
      try {
        return await attempt();
      } catch (error) {
        if (!(error instanceof ZaloRefused) || error.remedy !== "upload-again") throw error;
        options.uploads.forget(enclosed);
        return await attempt();
      }
    } catch (error) {
      if (!isOfUpload(error)) throw error;
      log.warn({ why: error.code }, "sent without its picture");
      return await texts(to, otherwise);
    }
  }

  /** A convenience as well: what Zalo does not tell is asked for. */
  async function sharedPhone(peer: string): Promise<string | undefined> {
    try {
      return await api.sharedPhone(peer);
    } catch (error) {
      if (!(error instanceof ZaloRefused || error instanceof ZaloUnreached)) throw error;
      log.info({ why: error.code }, "Zalo does not say which number was shared");
      return undefined;
    }
  }

  async function document(
    to: Towards,
    { file }: Extract<Piece, { is: "file" }>,
  ): Promise<SentPiece> {
    try {
      const token = await options.uploads.tokenOf(file);
      echoes.wordlessTo(to.peer);
      return one(await put(to, fileMessage(token), to.quotes));
    } catch (error) {
      if (!isOfUpload(error)) throw error;
      log.warn({ why: error.code }, "sent without its file");
      return await texts(to, [file.linked]);
    }
  }

  return async (piece, to) => {
    switch (piece.is) {
      case "text":
        return one(await put(to, { text: piece.text }, to.quotes));
      case "buttons":
        return await buttons(to, piece);
      case "picture":
        return await picture(to, piece);
      case "file":
        return await document(to, piece);
      case "ask-phone": {
        const known = await sharedPhone(to.peer);
        if (known !== undefined) {
          await to.onKnownPhone(known);
          return [];
        }
        try {
          return one(await put(to, messageOf(piece, "bare", to.language)));
        } catch (error) {
          // A convenience: the number can be typed.
          if (!isPlainer(error)) throw error;
          return [];
        }
      }
    }
  };
}

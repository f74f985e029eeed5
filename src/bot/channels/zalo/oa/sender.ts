/**
 * Sends replies within what Zalo allows: in its window, not too many in a row, not too fast. Says of every
 * failure what is to become of the reply.
 */
import {
  type AccountId,
  afterQuiet,
  type ConversationId,
  type Instant,
  type Plan,
  planSending,
  type Reply,
  type ToSend,
} from "../../../../flows/index.ts";
import type { ButtonShape, ZaloOaSettings } from "../../../config-zalo-oa.ts";
import type { SendContext, Sender } from "../../../conversations/ports.ts";
import type { DeliveryResult, Outgoing, Spent } from "../../../store/replies.ts";
import { Pace } from "../../pace.ts";
import { underWay } from "../../under-way.ts";
import type { Allowance } from "../allowance.ts";
import { longestText } from "../text-pieces.ts";
import { joinedReply, lettersOf, type Piece, piecesOf } from "./compose.ts";
import { type EnclosingOptions, enclosing, withLine } from "./enclosing.ts";
import type { Quoting } from "./quotes.ts";
import { ConsentNeeded, ZaloRefused, ZaloUnreached } from "./refusals.ts";
import { QuoteRefused, type SendPiece } from "./send-piece.ts";

/** Longer than this, somebody else may use the place. */
const longestWait = 2000;
/** 1 s, 2 s, 4 s… up to five minutes: about a day in all. */
const longestPause = 300_000;
const mostAttempts = 295;
/** Times one reply is said without hearing whether it arrived; and of these, in quick succession. */
const mostLost = 8;
const someAtOnce = 4;
const restFor = 60 * 60 * 1000;

export interface OaSenderOptions extends EnclosingOptions {
  readonly account: AccountId;
  readonly sendPiece: SendPiece;
  /** Resolves when Zalo answers a call that sends nothing. */
  readonly answers: () => Promise<void>;
  readonly quotes: Quoting;
  readonly shape: () => ButtonShape;
  readonly settings: Pick<ZaloOaSettings, "caption" | "inARow" | "freeFor" | "billedFor">;
  readonly allowance: Pick<Allowance, "left" | "low">;
  readonly stop: AbortSignal;
  /** Zalo heard us and said no. */
  readonly onRefused: (why: string) => void;
  /** In that turn a number was asked for, and Zalo knows one they agreed to share. */
  readonly onKnownPhone: (of: ConversationId, turn: number, phone: string) => Promise<void>;
  /** Somebody has to look at the account. */
  readonly onTrouble: (why: string) => void;
}

export interface OaSender extends Sender {
  /** Nothing goes out before that instant. */
  hold(until: Instant): void;
  settled(): Promise<void>;
}

export function oaSender(options: OaSenderOptions): OaSender {
  const { account, sendPiece, quotes, settings, allowance, clock, log, stop } = options;
  // What one chat is sent comes at a pace it can be read at; the account's own limit is kept per call.
  const pace = new Pace(clock, {
    inOneChat: { every: 500, burst: 6 },
    inAll: { every: 0, burst: 1 },
  });
  const sending = underWay();
  const enclosed = enclosing(options);
  let heldUntil = 0;

  async function attempt(outgoing: Outgoing, about: SendContext): Promise<DeliveryResult> {
    try {
      return await deliver(outgoing, about);
    } catch (error) {
      if (error instanceof QuoteRefused) {
        quotes.refused(outgoing);
        log.warn("a message that quotes was not taken; it is said without");
        return { kind: "again", at: clock.now() };
      }
      return resultOf(error, outgoing, about);
    }
  }

  async function deliver(outgoing: Outgoing, about: SendContext): Promise<DeliveryResult> {
    // What is left of the month is for answers.
    if (outgoing.reply.nudge === true && allowance.low("messages"))
      return { kind: "parked", why: "nudge-spared" };
    if (heldUntil > clock.now()) return { kind: "again", at: heldUntil };
    const free = pace.freeAt(outgoing.peer);
    if (free - clock.now() > longestWait) return { kind: "again", at: free };
    const lost = about.lostBefore();
    if (lost >= mostLost) return { kind: "parked", why: "uncertain", untilHeard: true };
    // Said into a platform that is down, each repetition would count: first see that it answers.
    if (lost > 0) await options.answers();
    const quote = quotes.of(outgoing, about);
    const worded = quote === undefined ? outgoing.reply : { ...outgoing.reply, text: quote.text };
    const { media, reply, picture, file } = await enclosed(worded, about);
    if (reply === undefined) return { kind: "parked", why: "media-gone" };

    const manner = {
      shape: options.shape(),
      caption: settings.caption,
      language: about.language,
    } as const;
    const own = (plain: boolean): readonly Piece[] => {
      if (file === undefined)
        return piecesOf(
          reply,
          outgoing.turn,
          plain && media === undefined ? undefined : picture,
          manner,
        );
      return plain
        ? piecesOf(withLine(reply, file.linked), outgoing.turn, undefined, manner)
        : [{ is: "file", file }, ...piecesOf(reply, outgoing.turn, undefined, manner)];
    };
    const behind = about.waiting().filter(({ seq }) => seq > outgoing.seq);
    const out = about.piecesSent();
    const spent = about.spent();
    // What has begun is brought to its end, as far as repeating what may have arrived leaves something.
    const plan: Plan =
      out.length > 0
        ? mayEnd(reply, spent)
          ? { do: "send", count: 1, plain: false }
          : { do: "hold", why: "last-message-kept" }
        : planSending(
            { ...settings, billedLeft: allowance.left("billed") },
            { heardAt: spent.heardAt, sent: spent.sent + spent.perhaps },
            [
              toSend({ ...outgoing, reply }, about, own(false).length, own(true).length),
              ...behind.map((each) => toSend(each, about, 1, 1)),
            ],
            longestText,
            clock.now(),
          );
    switch (plan.do) {
      case "drop":
        return { kind: "parked", why: plan.why };
      case "hold":
        return { kind: "parked", why: plan.why, untilHeard: true };
      case "send": {
        const others = behind.slice(0, plan.count - 1);
        const pieces =
          others.length === 0
            ? [...own(plan.plain), ...(plan.plain ? [] : phoneOffer(reply))]
            : joinedPieces(outgoing.reply, outgoing, others, about);
        const sent = await sendAll(
          pieces,
          outgoing,
          others,
          about,
          others.length === 0 ? quote?.message : undefined,
        );
        if (quote !== undefined && sent.kind === "sent") quotes.taken();
        return sent;
      }
    }
  }

  function mayEnd(reply: Reply, { sent, perhaps }: Spent): boolean {
    if (perhaps === 0 || settings.inARow === undefined) return true;
    return settings.inARow - sent - perhaps > (isPersonal(reply) ? 0 : 1);
  }

  function joinedPieces(
    reply: Reply,
    outgoing: Outgoing,
    others: readonly Outgoing[],
    about: SendContext,
  ): readonly Piece[] {
    const asking = [outgoing, ...others].findLast((each) => each.reply.choices.length > 0);
    return piecesOf(
      joinedReply([reply, ...others.map((other) => other.reply)]),
      asking?.turn ?? outgoing.turn,
      undefined,
      { shape: options.shape(), caption: settings.caption, language: about.language },
    );
  }

  async function sendAll(
    pieces: readonly Piece[],
    { peer, conversation, turn }: Outgoing,
    also: readonly Outgoing[],
    about: SendContext,
    quoted: string | undefined,
  ): Promise<DeliveryResult> {
    const before = about.piecesSent();
    // Trying again, or after a crash, goes on behind what is out.
    const next = Math.max(-1, ...before.map(({ piece }) => piece)) + 1;
    let ids = before.map(({ platformId }) => platformId);
    let last = ids.at(-1);
    let used: number | undefined;
    for (const [index, piece] of pieces.entries()) {
      if (index < next) continue;
      await pace.turn(peer, stop);
      if (stop.aborted) return { kind: "again", at: clock.now() };
      if (allowance.left("messages") === 0)
        return { kind: "parked", why: "allowance-used-up", untilHeard: true };
      const sent = await sendPiece(piece, {
        peer,
        language: about.language,
        quotes: index === 0 ? quoted : undefined,
        begins: about.sendingBegins,
        onUsed: (said) => {
          used = said;
        },
        onKnownPhone: (phone) => options.onKnownPhone(conversation, turn, phone),
      });
      if (piece.is !== "ask-phone") last = sent.at(-1) ?? last;
      ids = [...ids, ...sent];
      // Of a reply that is one message, being sent says it all.
      if (pieces.length > 1 || sent.length > 1) about.pieceSent(index, sent);
    }
    return {
      kind: "sent",
      messages: ids.length,
      ...(used === undefined ? {} : { used }),
      ...(last === undefined ? {} : { platformId: last }),
      ...(also.length === 0
        ? {}
        : { also: also.map(({ turn, position }) => ({ turn, position })) }),
    };
  }

  function toSend(
    { reply, late }: Pick<Outgoing, "reply" | "late">,
    about: SendContext,
    messages: number,
    wordsAlone: number,
  ): ToSend {
    return {
      nudge: reply.nudge === true,
      personal: isPersonal(reply),
      // What a resident said stands with its buttons, however many more they say.
      question: reply.choices.length > 0 && reply.about === undefined,
      late: late === true,
      joinable: reply.media === undefined,
      about: reply.about,
      letters: lettersOf(reply, about.language),
      messages,
      wordsAlone,
    };
  }

  // A case's card in a propagandist's chat is a neighbour called.
  const isPersonal = (reply: Reply): boolean =>
    reply.from !== "machine" || reply.about !== undefined;

  const phoneOffer = (reply: Reply): Piece[] =>
    reply.wantsPhone === true ? [{ is: "ask-phone" }] : [];

  function resultOf(
    error: unknown,
    { attempts, turn, position }: Outgoing,
    about: SendContext,
  ): DeliveryResult {
    const now = clock.now();
    const again = (pause: number, why: string): DeliveryResult =>
      attempts >= mostAttempts ? { kind: "parked", why } : { kind: "again", at: now + pause };
    const growing = Math.min(longestPause, 1000 * 2 ** Math.min(20, attempts));
    if (error instanceof ZaloUnreached) {
      // Some at once, as a broken line needs; then so far apart that a bad half hour is outlived.
      const rarely = about.lostBefore() >= someAtOnce ? longestPause : 0;
      return again(Math.max(rarely, growing), error.code);
    }
    if (error instanceof ConsentNeeded) {
      options.onTrouble("consent");
      // Soon after the consent, and after a long wait for it once the person writes again.
      return attempts >= mostAttempts
        ? { kind: "parked", why: error.code, untilHeard: true }
        : again(Math.max(5000, growing), error.code);
    }
    if (!(error instanceof ZaloRefused)) {
      log.error({ err: error, turn, position }, "sending failed by our own mistake");
      return { kind: "parked", why: "our-mistake" };
    }
    const { code, remedy } = error;
    options.onRefused(code);
    switch (remedy) {
      case "slow-down": {
        // Everybody waits a little, and not all for the same time.
        const pause = Math.max(5000, growing) + ((turn * 977 + position * 131) % 2000);
        heldUntil = Math.max(heldUntil, now + pause);
        return again(pause, code);
      }
      case "window":
        return { kind: "parked", why: "window-closed", untilHeard: true };
      case "rest":
        return attempts > 24
          ? { kind: "parked", why: code, untilHeard: true }
          : { kind: "again", at: now + restFor };
      case "until-morning":
        return again(Math.max(60_000, afterQuiet(now) - now), code);
      case "new-token":
        // Two were refused: a consent came between, and the token after next is good. Asked for again, not in a loop.
        options.onTrouble("consent");
        log.warn({ why: code }, "a new token was refused as well");
        return again(Math.max(15_000, growing), code);
      case "consent":
      case "tell-person":
        options.onTrouble(remedy === "tell-person" ? "stopped" : "consent");
        log.error({ why: code }, "Zalo does not let this account send");
        return again(Math.max(60_000, growing), code);
      case "once-more":
        return attempts === 0 ? { kind: "again", at: now + 2000 } : parked(code, turn, position);
      case "unreachable":
        return { kind: "parked", why: code, unreachable: true };
      case "say-plainer":
      case "upload-again":
      case "park":
      case "our-mistake":
        return parked(code, turn, position);
    }
  }

  function parked(why: string, turn: number, position: number): DeliveryResult {
    log.warn({ why, turn, position }, "reply refused");
    return { kind: "parked", why };
  }

  return {
    account,
    channel: "zalo-oa",
    send: (outgoing, about) => sending.follow(attempt(outgoing, about)),
    hold: (until) => {
      heldUntil = Math.max(heldUntil, until);
    },
    settled: sending.settled,
  };
}

/**
 * Sends what turns left, in order per conversation, until the platform accepts it or it is parked where a
 * person sees it. A reply is marked sent only after the platform said so: a crash may repeat, per
 * conversation, the one reply that was under way.
 */
import type { AccountId, ConversationId, Instant, Language } from "../../flows/index.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { DeliveryResult, Outgoing } from "../store/replies.ts";
import type { Store } from "../store/store.ts";
import type { PictureOf, SendContext, Sender, Sending, Smaller } from "./ports.ts";

/** Sends under way at once, over all accounts of this process. */
const atOnce = 32;
/** What waits is counted up to here, and so often at most. */
const mostCounted = 128;
const countedEvery = 250;
/** A database that refused is asked again after this long. */
const patience = 1000;

type Parked = Extract<DeliveryResult, { kind: "parked" }>;

export interface Deliveries {
  add(sender: Sender): void;
  /** Something may wait to be sent. */
  wake(): void;
  /** Conversations of this account whose next reply is due or under way, as of the last moment. */
  open(account: AccountId): number;
  /** Resolves when nothing is under way and nothing is due. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export function deliveries(options: {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly pictureOf?: PictureOf | undefined;
  readonly smaller?: Smaller | undefined;
  /** The platform will never take this reply. */
  onRefused?(outgoing: Outgoing, parked: Parked): void;
  /** Something became of this reply: it is out, it waits for another try, or it is given up. */
  onNoted?(outgoing: Outgoing): void;
}): Deliveries {
  const { store, clock, log, pictureOf, smaller } = options;
  const senders = new Map<AccountId, Sender>();
  const underWay = new Map<ConversationId, Promise<void>>();
  const counted = new Map<AccountId, { readonly open: number; readonly at: Instant }>();
  const stopping = new AbortController();

  function look(): void {
    if (stopping.signal.aborted || senders.size === 0 || underWay.size >= atOnce) return;
    for (const outgoing of dueNow()) {
      if (underWay.size >= atOnce) return;
      if (underWay.has(outgoing.conversation)) continue;
      const sender = senders.get(outgoing.account);
      if (sender === undefined) continue;
      const sent = send(sender, outgoing).finally(() => {
        underWay.delete(outgoing.conversation);
        look();
      });
      underWay.set(outgoing.conversation, sent);
    }
  }

  function dueNow(): readonly Outgoing[] {
    try {
      return store.outgoing([...senders.keys()], clock.now(), atOnce + underWay.size);
    } catch (error) {
      // The next look, a second from now at the latest, asks again.
      log.error({ err: error }, "what is to be sent could not be read");
      return [];
    }
  }

  function open(account: AccountId): number {
    const now = clock.now();
    const known = counted.get(account);
    if (known !== undefined && now - known.at < countedEvery && now >= known.at) return known.open;
    const found = store.outgoing([account], now, mostCounted).length;
    counted.set(account, { open: found, at: now });
    return found;
  }

  async function send(sender: Sender, outgoing: Outgoing): Promise<void> {
    let result: DeliveryResult;
    try {
      result = await sender.send(outgoing, contextOf(outgoing));
    } catch (error) {
      // A sender promises not to throw: keep the reply, try again in a while, and say that it is broken.
      log.error({ err: error, account: outgoing.account }, "sender failed");
      result = { kind: "again", at: clock.now() + backoff(outgoing.attempts) };
    }
    if (result.kind === "parked")
      log.warn(
        { conversation: outgoing.conversation, turn: outgoing.turn, why: result.why },
        "reply parked",
      );
    await note(outgoing, result);
    options.onNoted?.(outgoing);
    if (result.kind === "parked") options.onRefused?.(outgoing, result);
  }

  /** Until this is written down the conversation stays under way: read again, the reply would go out twice. */
  async function note(outgoing: Outgoing, result: DeliveryResult): Promise<void> {
    for (;;) {
      try {
        store.delivered(outgoing, result, clock.now());
        return;
      } catch (error) {
        const { conversation, turn } = outgoing;
        log.error({ err: error, conversation, turn }, "what was sent could not be noted");
        if (stopping.signal.aborted) return;
        await clock.sleep(patience, stopping.signal);
      }
    }
  }

  /** Where it cannot be noted it is sent all the same: whoever waits comes before whoever counts. */
  function sendingOf(outgoing: Outgoing): Sending {
    const kept = <Result>(act: () => Result): Result | undefined => {
      try {
        return act();
      } catch (error) {
        log.error({ err: error, turn: outgoing.turn }, "a message on its way could not be noted");
        return undefined;
      }
    };
    const id = kept(() => store.sendingBegins(outgoing, clock.now()));
    const ends = (how: Parameters<Store["sendingEnds"]>[1]) => (): void => {
      if (id !== undefined) kept(() => store.sendingEnds(id, how));
    };
    return { taken: ends("taken"), refused: ends("refused"), lost: ends("lost") };
  }

  function contextOf(outgoing: Outgoing): SendContext {
    const languageNow = (): Language =>
      store.conversation(outgoing.conversation)?.saved.language ?? "vi";
    return {
      get language() {
        return languageNow();
      },
      media: (id) => store.media(id) ?? store.recording(id),
      sentAbout: (id) => store.sentAbout(outgoing.conversation, id),
      recalledIn: (turn) => store.recalledIn(outgoing.conversation, turn),
      waiting: () => store.waiting(outgoing.conversation),
      messageIn: (turn) => store.messageIn(outgoing.conversation, turn),
      spent: () => store.spent(outgoing.conversation),
      sendingBegins: () => sendingOf(outgoing),
      lostBefore: () => store.lostSendings(outgoing),
      piecesSent: () => store.piecesSent(outgoing),
      pieceSent: (piece, platformIds) => {
        try {
          store.pieceSent(outgoing, piece, platformIds, clock.now());
        } catch (error) {
          // It is out: the rest must follow, and a crash in between may repeat this piece.
          log.error({ err: error, turn: outgoing.turn, piece }, "a piece could not be noted");
        }
      },
      oldButtons: () => store.oldButtons(outgoing.conversation, outgoing.turn),
      picture: async (screen) => await pictureOf?.(screen, languageNow()),
      smaller: async (photo) => await smaller?.(photo),
    };
  }

  return {
    add(sender) {
      senders.set(sender.account, sender);
    },
    wake: look,
    open,
    async settled() {
      look();
      while (underWay.size > 0) await Promise.all(underWay.values());
    },
    async stop() {
      stopping.abort();
      await Promise.all(underWay.values());
    },
  };
}

const second = 1000;

export function backoff(attempts: number): Instant {
  return Math.min(second * 2 ** attempts, 300 * second);
}

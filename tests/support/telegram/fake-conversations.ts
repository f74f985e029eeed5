/**
 * Conversations in memory, for tests of the channel: keys count once, chats keep their order, replies are
 * kept before they are sent and sent one after another, and nothing is believed that was not kept.
 */
import type {
  Conversations,
  Incoming,
  Picture,
  SendContext,
  Sender,
  Taken,
} from "../../../src/bot/conversations/ports.ts";
import type { MediaRow } from "../../../src/bot/store/media.ts";
import type { DeliveryResult, Outgoing } from "../../../src/bot/store/replies.ts";
import type {
  AccountId,
  CaseId,
  ConversationId,
  Inbound,
  MediaId,
  Reply,
} from "../../../src/flows/index.ts";

/** What a test writes of a reply; the rest is a plain machine's words. */
export type Said = string | (Partial<Reply> & { readonly text: string });

/** What is answered to an inbound. */
export type Answers = (incoming: Incoming) => readonly Said[];

interface Chat {
  readonly conversation: ConversationId;
  revision: number;
  readonly outbox: Outgoing[];
  sending: boolean;
  /** Calls for one reply whose answer was lost, by its place in the order. */
  readonly lost: Map<number, number>;
  /** Messages that replies in pieces are out as, by the same. */
  readonly pieces: Map<number, ReturnType<SendContext["piecesSent"]>>;
  readonly sent: Array<{
    readonly turn: number;
    readonly reply: Reply;
    readonly platformId: string;
  }>;
}

export class FakeConversations implements Conversations {
  answers: Answers = () => [];
  asks: ReturnType<Conversations["askedFor"]> = "text";
  crowd = 0;
  /** Inbounds whose message should vanish from the chat. */
  removes: (inbound: Inbound) => boolean = () => false;
  readonly inbounds: Incoming[] = [];
  readonly joined: Array<{ readonly peer: string; readonly key: string; readonly code: string }> =
    [];
  /** Pictures of screens, by the screen's name. */
  readonly pictures = new Map<string, Picture>();
  readonly parked: Array<{ readonly reply: Reply; readonly why: string }> = [];
  /** Every result of every attempt, in order. */
  readonly results: DeliveryResult[] = [];
  /** When each attempt that asked to be repeated wants to be. */
  readonly waits: number[] = [];
  readonly #account: AccountId;
  readonly #clock: { now(): number; sleep(ms: number): Promise<void> };
  readonly #chats = new Map<string, Chat>();
  readonly #keys = new Set<string>();
  readonly #media = new Map<string, MediaRow>();
  #failing: Array<(incoming: Incoming) => boolean> = [];
  #held: Promise<void> = Promise.resolve();
  #sender: Sender | undefined;

  constructor(account: AccountId, clock: { now(): number; sleep(ms: number): Promise<void> }) {
    this.#account = account;
    this.#clock = clock;
  }

  sendsThrough(sender: Sender): void {
    this.#sender = sender;
  }

  /** The next so many commits fail; with a condition, only those it holds for. */
  failsToCommit(times = 1, when: (incoming: Incoming) => boolean = () => true): void {
    this.#failing.push(...Array.from({ length: times }, () => when));
  }

  /** Commits wait until the returned function is called. */
  holdsCommits(): () => void {
    const held = Promise.withResolvers<void>();
    this.#held = held.promise;
    return held.resolve;
  }

  async take(incoming: Incoming): Promise<Taken> {
    // Stored as JSON in the real store.
    const kept = JSON.parse(JSON.stringify(incoming)) as Incoming;
    await this.#held;
    const failing = this.#failing.findIndex((when) => when(kept));
    if (failing >= 0) {
      this.#failing.splice(failing, 1);
      throw new Error("the disk is full");
    }
    const chat = this.#chatOf(kept.peer);
    const { conversation } = chat;
    const removeInbound = this.removes(kept.inbound);
    if (this.#keys.has(kept.key)) return { fresh: false, conversation, removeInbound };
    this.#keys.add(kept.key);
    this.inbounds.push(kept);
    this.says(kept.peer, ...this.answers(kept));
    return { fresh: true, conversation, removeInbound };
  }

  async join(
    account: AccountId,
    peer: string,
    key: string,
    code: string,
    at: number,
  ): Promise<Taken> {
    if (!this.#keys.has(key)) this.joined.push({ peer, key, code });
    return await this.take({
      account,
      peer,
      key,
      inbound: { kind: "joined", outcome: "joined" },
      at,
    });
  }

  note(): Promise<Taken> {
    throw new Error("a channel leaves no notes");
  }

  /** A turn of its own, nobody having written. */
  says(peer: string, ...said: readonly Said[]): void {
    const chat = this.#chatOf(peer);
    chat.revision += 1;
    said.forEach((each, position) => {
      const reply: Reply = {
        choices: [],
        step: false,
        from: "machine",
        ...(typeof each === "string" ? { text: each } : each),
      };
      chat.outbox.push({
        conversation: chat.conversation,
        peer,
        account: this.#account,
        turn: chat.revision,
        position,
        seq: chat.revision * 100 + position,
        reply,
        attempts: 0,
      });
    });
    void this.#deliver(chat);
  }

  keepMedia(
    _account: AccountId,
    peer: string,
    media: Pick<MediaRow, "form" | "type" | "bytes">,
  ): MediaId {
    const id = `m${this.#media.size + 1}` as MediaId;
    const { conversation } = this.#chatOf(peer);
    this.#media.set(id, { ...media, id, conversation, at: this.#clock.now(), shared: false });
    return id;
  }

  media(id: MediaId): MediaRow | undefined {
    return this.#media.get(id);
  }

  caseOfMessage(_account: AccountId, peer: string, platformId: string): CaseId | undefined {
    return this.#chats.get(peer)?.sent.find((each) => each.platformId === platformId)?.reply.about;
  }

  wordsOfMessage(_account: AccountId, peer: string, platformId: string): string | undefined {
    return this.#chats.get(peer)?.sent.find((each) => each.platformId === platformId)?.reply.text;
  }

  askedFor(): ReturnType<Conversations["askedFor"]> {
    return this.asks;
  }

  seenTurn(_account: AccountId, peer: string): number | undefined {
    return this.#chats.get(peer)?.sent.findLast(({ reply }) => reply.choices.length > 0)?.turn;
  }

  touched(): void {}

  turnOfMessage(): undefined {}

  backlog(): number {
    return this.crowd;
  }

  #chatOf(peer: string): Chat {
    const known = this.#chats.get(peer);
    if (known !== undefined) return known;
    const chat: Chat = {
      conversation: `c${peer}` as ConversationId,
      revision: 0,
      outbox: [],
      lost: new Map(),
      pieces: new Map(),
      sending: false,
      sent: [],
    };
    this.#chats.set(peer, chat);
    return chat;
  }

  async #deliver(chat: Chat): Promise<void> {
    if (chat.sending || this.#sender === undefined) return;
    chat.sending = true;
    for (let next = chat.outbox[0]; next !== undefined; next = chat.outbox[0]) {
      const { reply, turn, attempts } = next;
      const questions = (): string[] =>
        chat.sent
          .filter((each) => each.turn < turn && each.reply.choices.length > 0)
          .map(({ platformId }) => platformId)
          .toReversed();
      const result = await this.#sender.send(next, {
        language: "vi",
        media: (id) => this.#media.get(id),
        sentAbout: (id) =>
          chat.sent
            .filter((each) => each.reply.about === id)
            .map(({ platformId }) => platformId)
            .toReversed(),
        messageIn: () => undefined,
        recalledIn: () => [],
        waiting: () => chat.outbox,
        piecesSent: () => chat.pieces.get(next.seq) ?? [],
        pieceSent: (piece, platformIds) =>
          void chat.pieces.set(next.seq, [
            ...(chat.pieces.get(next.seq) ?? []),
            ...platformIds.map((platformId) => ({ piece, platformId })),
          ]),
        spent: () => ({ heardAt: this.#clock.now(), sent: 0, perhaps: 0 }),
        sendingBegins: () => ({
          taken: () => {},
          refused: () => {},
          lost: () => void chat.lost.set(next.seq, (chat.lost.get(next.seq) ?? 0) + 1),
        }),
        lostBefore: () => chat.lost.get(next.seq) ?? 0,
        oldButtons: questions,
        picture: async (screen) => this.pictures.get(screen),
        smaller: async () => undefined,
      });
      this.results.push(result);
      if (result.kind === "again") {
        chat.outbox[0] = { ...next, attempts: attempts + 1 };
        this.waits.push(result.at - this.#clock.now());
        await this.#clock.sleep(Math.max(0, result.at - this.#clock.now()));
        continue;
      }
      chat.outbox.shift();
      if (result.kind === "parked") this.parked.push({ reply, why: result.why });
      else chat.sent.push({ turn, reply, platformId: result.platformId ?? "" });
    }
    chat.sending = false;
  }
}

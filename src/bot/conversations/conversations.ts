/** The conversations of one process: what channels hand in becomes turns, and what turns say is sent. */
import {
  type AccountId,
  type CaseId,
  type ConversationId,
  type Inbound,
  type Instant,
  type Library,
  type World,
  withoutQuote,
} from "../../flows/index.ts";
import type { Clock } from "../clock.ts";
import { hashOf, newConversationId, newPropagandistId } from "../ids.ts";
import type { Log } from "../log.ts";
import type { ConversationRow } from "../store/conversations.ts";
import { perhapsArrived } from "../store/replies.ts";
import type { Store } from "../store/store.ts";
import { type Deliveries, deliveries } from "./deliver.ts";
import { imageForm } from "./media/image-form.ts";
import { withoutMetadata } from "./media/without-metadata.ts";
import { photoRuns } from "./photo-runs.ts";
import type { Conversations, Incoming, PictureOf, Sender, Smaller, Taken } from "./ports.ts";
import { withCodeFollowed } from "./return-codes.ts";
import { returnTries as anyReturnTries, type ReturnTries } from "./return-tries.ts";
import { shownName } from "./roster.ts";
import { type Changed, turns } from "./turns.ts";

export interface ConversationsOptions {
  readonly store: Store;
  library(): Library;
  readonly clock: Clock;
  readonly log: Log;
  /** Without it replies go out as words alone. */
  readonly pictureOf?: PictureOf | undefined;
  /** Without it a photo too large for its platform goes as an address. */
  readonly smaller?: Smaller | undefined;
  /** Tries of return codes, counted with those on the web's return page. */
  readonly returnTries?: ReturnTries | undefined;
  /** How cases are found from a chat; without it none are. */
  readonly search?: World["search"];
  /** The address people open, once it is known. */
  webRoot?: (() => string | undefined) | undefined;
}

export interface RunningConversations extends Conversations {
  /** Shared with whoever else takes return codes. */
  readonly returnTries: ReturnTries;
  /** Whoever shows conversations live (the web chat, the desk) hears what was committed. */
  onChanged(listener: (changed: readonly Changed[]) => void): () => void;
  /** The same for what became of messages on their way; `about` is the case a message in a helper's chat was about. */
  onTouched(listener: (conversation: ConversationId, about?: CaseId) => void): () => void;
  addSender(sender: Sender): void;
  /** Begins timers, notes left over from before, and sending. */
  start(): void;
  /** One look at timers, notes and sending, for tests on their own clock. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

/** How often timers and what other processes left are looked at. */
const lookEvery = 1000;

/** Recordings and pictures nobody needs any more are dropped this often. */
const tidyEvery = 10 * 60 * 1000;

export function conversations(options: ConversationsOptions): RunningConversations {
  const { store, clock, log } = options;
  const listeners = new Set<(changed: readonly Changed[]) => void>();
  const watchers = new Set<(conversation: ConversationId, about?: CaseId) => void>();
  function touched(conversation: ConversationId, about?: CaseId): void {
    for (const watcher of watchers) {
      try {
        watcher(conversation, about);
      } catch (error) {
        log.error({ err: error }, "a watcher failed");
      }
    }
  }
  const sending: Deliveries = deliveries({
    store,
    clock,
    log,
    pictureOf: options.pictureOf,
    onNoted: ({ conversation, reply }) => touched(conversation, reply.about),
    smaller: options.smaller,
    onRefused(outgoing, { why, unreachable, untilHeard }) {
      const { conversation, turn, position, reply } = outgoing;
      // What a person wrote, that person must hear of; of what a propagandist cannot be told, whoever waits for them.
      const untold = unreachable === true || untilHeard === true;
      const about = untold && reply.replaces !== true ? reply.about : undefined;
      // The machine's other lines are on the desk.
      if (reply.from === "machine" && about === undefined) return;
      lanes
        .submit({
          account: "inside" as AccountId,
          key: `undelivered/${conversation}/${turn}/${position}`,
          conversation,
          inbound: {
            ...{ kind: "undelivered", turn },
            ...(perhapsArrived.has(why) || store.lostSendings(outgoing) > 0
              ? { perhaps: true }
              : {}),
            ...(about === undefined ? {} : { about }),
            ...(about === undefined || unreachable === true ? {} : { held: true }),
          },
          at: clock.now(),
        })
        .catch((error: unknown) => log.error({ err: error, conversation }, "nobody was told"));
    },
  });
  const returnTries = options.returnTries ?? anyReturnTries();
  const runs = photoRuns();
  const stopping = new AbortController();
  let running: Promise<void> | undefined;

  const lanes = turns({
    store,
    library: options.library,
    webRoot: options.webRoot,
    search: options.search,
    now: clock.now,
    log,
    onCommitted(changed) {
      for (const listener of listeners) {
        try {
          listener(changed);
        } catch (error) {
          // What was committed stays so; whoever shows it looks again.
          log.error({ err: error }, "a listener failed");
        }
      }
      sending.wake();
    },
  });

  const rowOf = (account: AccountId, peer: string, now: Instant): ConversationRow =>
    store.conversationOf(account, peer, newConversationId, now);

  const take = (incoming: Incoming): Promise<Taken> => {
    const { account, peer, key, at } = incoming;
    const row = rowOf(account, peer, at);
    // What comes a second time tries nothing again.
    const seen = store.seen(account, key) !== undefined;
    const inbound = seen
      ? incoming.inbound
      : withCodeFollowed(
          store,
          returnTries,
          row,
          { ...incoming, inbound: runs.among(row.id, key, incoming.inbound, at) },
          at,
        );
    return lanes.submit({ account, key, inbound, at, conversation: row.id });
  };

  return {
    returnTries,
    take,
    note(conversation: ConversationId, key: string, inbound: Inbound) {
      return lanes.submit({
        account: "desk" as AccountId,
        key,
        inbound,
        at: clock.now(),
        conversation,
      });
    },
    keepMedia(account, peer, media) {
      const now = clock.now();
      const { id } = rowOf(account, peer, now);
      const bytes = media.form === "photo" ? withoutMetadata(media.bytes) : media.bytes;
      const type = media.form === "photo" ? (mimeOf(bytes) ?? media.type) : media.type;
      return store.addMedia({ conversation: id, form: media.form, type, bytes, at: now });
    },
    media: (id) => store.media(id),
    caseOfMessage(account, peer, platformId) {
      const row = store.findByPeer(account, peer);
      return row === undefined ? undefined : store.caseOfMessage(row.id, platformId);
    },
    wordsOfMessage(account, peer, platformId) {
      const row = store.findByPeer(account, peer);
      const reply = row === undefined ? undefined : store.replyOfMessage(row.id, platformId);
      if (reply === undefined) return undefined;
      // In a propagandist's chat the first line only names whose words these are.
      const text = withoutQuote(reply.quote?.text, reply.text);
      const named = reply.about !== undefined && text.includes("\n");
      return named ? text.slice(text.indexOf("\n") + 1) : text;
    },
    turnOfMessage(account, peer, platformId) {
      const row = store.findByPeer(account, peer);
      return row === undefined ? undefined : store.turnOfMessage(row.id, platformId);
    },
    askedFor(account, peer) {
      const saved = store.findByPeer(account, peer)?.saved;
      if (saved === undefined) return "text";
      if (saved.asking?.what === "phone") return "phone";
      const journey = saved.guiding ? saved.journeys.at(-1) : undefined;
      if (journey === undefined || saved.state !== "guided.step") return "text";
      // In practice nothing is asked for, so every number is covered.
      if (journey.practice === true) return "text";
      const flow = options.library().edition(journey.edition);
      const step = flow?.has(journey.step) === true ? flow.stepAt(journey.step) : undefined;
      return step?.kind === "ask" && step.answer !== "screen-photo" ? step.answer : "text";
    },
    seenTurn(account, peer) {
      const row = store.findByPeer(account, peer);
      return row === undefined ? undefined : store.seenTurn(row.id);
    },
    async join(account, peer, key, code, at) {
      const row = rowOf(account, peer, at);
      const seen = store.seen(account, key);
      if (seen !== undefined) return { fresh: false, conversation: row.id, removeInbound: false };
      const joined = store.join(hashOf(code.trim().toLowerCase()), newPropagandistId, row.id, at);
      const inbound: Inbound =
        joined.outcome === "joined"
          ? {
              kind: "joined",
              outcome: "joined",
              helper: { id: joined.who.id, name: shownName(joined.who), role: joined.who.role },
            }
          : { kind: "joined", outcome: joined.outcome };
      return lanes.submit({ account, key, inbound, at, conversation: row.id });
    },
    backlog: (account) => sending.open(account),
    onChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    touched: (conversation) => touched(conversation),
    onTouched(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    addSender: (sender) => sending.add(sender),
    start() {
      running ??= keepLooking();
      sending.wake();
    },
    async tick() {
      lanes.lookInside();
      await lanes.idle();
      await sending.settled();
    },
    async stop() {
      stopping.abort();
      await running;
      await lanes.idle();
      lanes.close();
      await sending.stop();
    },
  };

  async function keepLooking(): Promise<void> {
    let tidiedAt = clock.now();
    while (!stopping.signal.aborted) {
      try {
        lanes.lookInside();
        sending.wake();
        if (clock.now() - tidiedAt >= tidyEvery) {
          store.dropOldMedia(clock.now());
          store.dropOldBesides(clock.now());
          tidiedAt = clock.now();
        }
      } catch (error) {
        // The next look tries again; the database was busy or full.
        log.error({ err: error }, "could not look inside");
      }
      await clock.sleep(lookEvery, stopping.signal);
    }
  }
}

function mimeOf(bytes: Uint8Array): string | undefined {
  const form = imageForm(bytes);
  return form.kind === "unknown" ? undefined : `image/${form.kind}`;
}

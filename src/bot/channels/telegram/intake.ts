/**
 * From an update to an inbound that is committed. Updates of one chat keep their order, chats do not wait
 * for each other, and whoever hands an update in learns when it is safe to tell Telegram so.
 */
import { Context } from "telegraf";
import type { UserFromGetMe } from "telegraf/types";
import type { AccountId, CaseId, Inbound } from "../../../flows/index.ts";
import { type MediaForm, maskSecrets } from "../../../flows/index.ts";
import type { Clock } from "../../clock.ts";
import { alone, asInbound } from "../../conversations/media/as-inbound.ts";
import type { Conversations, Taken } from "../../conversations/ports.ts";
import type { Log } from "../../log.ts";
import type { Fetched } from "../fetched.ts";
import type { Afterwards } from "./afterwards.ts";
import type { BotApi } from "./bot-api.ts";
import type { Buttons } from "./buttons.ts";
import { fetchFile } from "./fetch-file.ts";
import {
  chatOf,
  checkedUpdate,
  numberOf,
  type Read,
  readUpdate,
  type Wanted,
} from "./read-update.ts";
import { isPassing, pauseAfter } from "./refusals.ts";
import { onlyInPrivate } from "./words.ts";

const patience = 10_000;
const mostRemembered = 10_000;
/** Then the person is told, rather than kept waiting behind a file nobody can fetch. */
const mostDownloads = 5;
const mostDeletions = 5;

/** The message's number, what it answers, and in which turn that was said. */
interface Answering {
  readonly message: string;
  readonly quote?: string;
  readonly answers?: number;
}

export interface IntakeOptions {
  readonly account: AccountId;
  readonly api: BotApi;
  readonly conversations: Conversations;
  readonly buttons: Buttons;
  readonly after: Afterwards;
  readonly log: Log;
  readonly clock: Clock;
  readonly me: UserFromGetMe;
  /** Ends downloads; their updates come again. */
  readonly stop: AbortSignal;
}

export interface Intake {
  /** Resolves when Telegram may forget the update; rejects when it must send it again. */
  accept(update: unknown): Promise<void>;
  readonly counts: {
    readonly taken: number;
    readonly broken: number;
    readonly blocked: number;
    readonly unblocked: number;
  };
}

type Happened = Extract<Read, { is: "sent" | "pressed" }>;

export function intake(options: IntakeOptions): Intake {
  const { account, api, conversations, buttons, after, log, clock, me, stop } = options;
  const lanes = new Map<string, Promise<void>>();
  const answeredPresses = new Set<string>();
  const toldGroups = new Set<string>();
  const failedDownloads = new Map<string, number>();
  const counts = { taken: 0, broken: 0, blocked: 0, unblocked: 0 };

  async function accept(raw: unknown): Promise<void> {
    const update = checkedUpdate(raw);
    const read = update && readUpdate(new Context(update, api, me));
    if (update === undefined || read === undefined) {
      counts.broken += 1;
      log.warn({ update: numberOf(raw) }, "broken update set aside");
      return;
    }
    switch (read.is) {
      case "nothing":
        return;
      case "blocked":
      case "unblocked":
        counts[read.is] += 1;
        log.info({ update: update.update_id, bot: read.is }, "membership");
        return;
      case "elsewhere":
        if (read.query !== undefined) answerPress(read.query);
        if (!read.left) greetGroup(read.chat);
        return;
      case "pressed":
        answerPress(read.query);
        break;
      case "sent":
        break;
    }
    const key = `u${update.update_id}`;
    // What they saw when they wrote, not what an earlier message in this lane makes of it.
    const seen = conversations.seenTurn(account, read.peer);
    await inOrder(chatOf(raw), () => take(read, key, seen));
  }

  /** When one fails, those behind it fail as well: they come again together, in their order. */
  function inOrder(lane: string, act: () => Promise<void>): Promise<void> {
    const before = lanes.get(lane);
    const done = before === undefined ? act() : before.then(act);
    lanes.set(lane, done);
    const leave = (): void => {
      if (lanes.get(lane) === done) lanes.delete(lane);
    };
    done.then(leave, leave);
    return done;
  }

  async function take(read: Happened, key: string, seen: number | undefined): Promise<void> {
    const { peer } = read;
    const at = clock.now();
    let taken: Taken;
    if (read.is === "sent" && read.sent.is === "join") {
      taken = await conversations.join(account, peer, key, read.sent.code, at);
    } else {
      const inbound = read.is === "pressed" ? pressOf(read, seen) : await sentOf(read, key, seen);
      taken = await conversations.take({ account, peer, key, inbound, at });
    }
    counts.taken += 1;
    if (read.is === "pressed" && read.message !== undefined) buttons.takeOff(peer, read.message);
    if (read.is !== "sent") return;
    const behindCommand = read.sent.is === "command" ? maskSecrets(read.sent.rest).found.length : 0;
    if (taken.removeInbound || behindCommand > 0) removeSecret(peer, read.message);
  }

  function pressOf(
    { peer, pressed }: Extract<Happened, { is: "pressed" }>,
    seen: number | undefined,
  ): Inbound {
    switch (pressed?.by) {
      case "name":
        return { kind: "press", turn: pressed.turn, choice: pressed.choice };
      case "place":
        // Its place says what it is only below the newest question; there a typed number says the same.
        return pressed.turn === (seen ?? conversations.seenTurn(account, peer))
          ? { kind: "words", text: String(pressed.place), masked: [], seen: pressed.turn }
          : { kind: "press", turn: pressed.turn, choice: `#${pressed.place}` };
      case undefined:
        return { kind: "press", turn: -1, choice: "not-ours" };
    }
  }

  async function sentOf(
    { peer, sent, answers, message }: Extract<Happened, { is: "sent" }>,
    key: string,
    seen: number | undefined,
  ): Promise<Inbound> {
    const about = (): { readonly about?: CaseId } => {
      const found =
        answers === undefined
          ? undefined
          : conversations.caseOfMessage(account, peer, String(answers.message));
      return found === undefined ? {} : { about: found };
    };
    const onPlatform = (): Answering => {
      const whole =
        answers === undefined
          ? ""
          : (conversations.wordsOfMessage(account, peer, String(answers.message)) ?? answers.text);
      const quote = shortened(maskSecrets(whole).text);
      if (quote === "" || answers === undefined) return { message: String(message) };
      const turn = conversations.turnOfMessage(account, peer, String(answers.message));
      return {
        message: String(message),
        quote,
        ...(turn === undefined ? {} : { answers: turn }),
      };
    };
    const words = (text: string): Inbound => {
      const masked = maskSecrets(text, conversations.askedFor(account, peer));
      return {
        kind: "words",
        text: masked.text,
        masked: [...masked.found],
        ...(seen === undefined ? {} : { seen }),
        ...about(),
        ...onPlatform(),
      };
    };
    switch (sent.is) {
      case "words":
        return words(sent.text);
      case "contact":
        // Handing over a contact answers a question for a telephone number, and nothing else.
        return conversations.askedFor(account, peer) === "phone"
          ? words(sent.number)
          : { kind: "unreadable", what: "contact" };
      case "command":
        return commandOf(sent.command, sent.payload);
      case "unreadable":
        return { kind: "unreadable", what: sent.what };
      case "edited": {
        const masked = maskSecrets(sent.text, conversations.askedFor(account, peer));
        const { text, found } = masked;
        return { kind: "edited", text, masked: [...found], message: String(message) };
      }
      case "location": {
        const { latitude, longitude } = sent;
        const when = seen === undefined ? {} : { seen };
        return { kind: "location", latitude, longitude, ...when, ...about(), ...onPlatform() };
      }
      case "photo":
      case "voice":
      case "file": {
        after.quietly("typing", () =>
          api.ask(
            "sendChatAction",
            { chat_id: Number(peer), action: "typing" },
            { within: patience },
          ),
        );
        const file = await download(key, sent.is, sent.file);
        if (file.is === "unreadable") return { kind: "unreadable", what: file.what };
        const media = conversations.keepMedia(account, peer, file.media);
        const { caption = "", album, name } = { ...alone, ...sent };
        const { text, found } = maskSecrets(caption, conversations.askedFor(account, peer));
        return asInbound(
          media,
          file.media,
          { caption: text, masked: found, album, name },
          { ...(seen === undefined ? {} : { seen }), ...about(), ...onPlatform() },
        );
      }
      case "join":
        throw new Error("an invitation is no inbound");
    }
  }

  /** A secret is worth more than one try; after that it is for the person to delete. */
  function removeSecret(peer: string, message: number): void {
    const asked = { chat_id: Number(peer), message_id: message };
    after.quietly("secret", async () => {
      for (let tries = 1; ; tries += 1) {
        try {
          return await api.ask("deleteMessage", asked, { within: patience });
        } catch (error) {
          if (tries === mostDeletions || stop.aborted || !isPassing(error)) throw error;
          await clock.sleep(pauseAfter(tries, 30_000), stop);
        }
      }
    });
  }

  async function download(key: string, form: MediaForm, file: Wanted): Promise<Fetched> {
    try {
      const fetched = await fetchFile({ api, stop }, form, file);
      failedDownloads.delete(key);
      return fetched;
    } catch (error) {
      if (stop.aborted) throw error;
      const failures = (failedDownloads.get(key) ?? 0) + 1;
      failedDownloads.delete(key);
      if (failures >= mostDownloads) return { is: "unreadable", what: "other" };
      if (failedDownloads.size < mostRemembered) failedDownloads.set(key, failures);
      throw error;
    }
  }

  /** The button stops turning at once, whatever becomes of the press. */
  function answerPress(query: string): void {
    if (answeredPresses.has(query)) return;
    answeredPresses.add(query);
    for (const oldest of answeredPresses) {
      if (answeredPresses.size <= mostRemembered) break;
      answeredPresses.delete(oldest);
    }
    after.quietly("press", () =>
      api.ask("answerCallbackQuery", { callback_query_id: query }, { within: patience }),
    );
  }

  function greetGroup(chat: string): void {
    if (toldGroups.has(chat) || toldGroups.size >= mostRemembered) return;
    toldGroups.add(chat);
    const text = onlyInPrivate(me.username);
    after.quietly("group", () =>
      api.ask("sendMessage", { chat_id: Number(chat), text }, { within: patience }),
    );
  }

  return { accept, counts };
}

/** Enough of a message to know it again. */
const longestQuote = 100;

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  const letters = [...line];
  return letters.length <= longestQuote
    ? line
    : `${letters
        .slice(0, longestQuote - 1)
        .join("")
        .trimEnd()}…`;
}

/** A payload is typed as easily as it is linked, so it is looked at like any words. */
function commandOf(
  command: Extract<Inbound, { kind: "command" }>["command"],
  payload?: string,
): Inbound {
  const clean = payload !== undefined && maskSecrets(payload).found.length === 0;
  return { kind: "command", command, ...(clean ? { payload } : {}) };
}

/** A channel with one person in front of it: the real conversations, the real channel, its platform's emulator. */
import { afterEach, beforeEach, vi } from "vitest";
import type { Clock } from "../../../src/bot/clock.ts";
import {
  conversations,
  type RunningConversations,
} from "../../../src/bot/conversations/conversations.ts";
import { drawable } from "../../../src/bot/conversations/media/drawable.ts";
import type { PictureOf } from "../../../src/bot/conversations/ports.ts";
import { makeLog } from "../../../src/bot/log.ts";
import { redrawn } from "../../../src/bot/pictures/redraw-picture.ts";
import type { ChannelKind, ConversationRow } from "../../../src/bot/store/conversations.ts";
import { openSqlite } from "../../../src/bot/store/sqlite.ts";
import type { Store } from "../../../src/bot/store/store.ts";
import type { AccountId } from "../../../src/flows/index.ts";
import { passing } from "../passing-clock.ts";
import { soon } from "../patience.ts";
import { morning, theLibrary } from "../talk.ts";

/** What a channel is opened with. */
export interface House {
  readonly store: Store;
  readonly conversations: RunningConversations;
  readonly clock: HurriedClock;
  readonly account: AccountId;
}

export interface Shown {
  readonly text: string;
  /** As the channel shows them. */
  readonly choices: readonly string[];
  /** The message is, or has, a picture. */
  readonly picture: boolean;
  /** The name of a document it carries. */
  readonly file?: string | undefined;
  /** It was taken away again, or what stood there is another's words now. */
  readonly gone?: boolean;
  /** The words of the message that the platform itself shows it to answer. */
  readonly pointsAt?: string | undefined;
}

/** One person in front of the channel, as far from our own code as the emulator allows. */
export interface Stage {
  /** The platform's id of this chat. */
  readonly peer: string;
  /** Everything shown so far, oldest first. */
  sees(): readonly Shown[];
  types(text: string): void;
  /** How many voice messages have come, where the channel plays any. */
  readonly voices?: () => number;
  /** Answers the newest question by what it offers, in the channel's own way. */
  chooses(label: string): void;
  /** What else a person can send; missing where the platform or the page has no such thing. */
  readonly sends: {
    readonly blank?: () => void;
    readonly sticker?: () => void;
    readonly voice?: () => void;
    /** Several pictures chosen together, with words where the platform takes some. */
    readonly photos?: (count: number, words?: string) => void;
    /** One over 10 MB. */
    readonly largePhoto?: () => void;
    readonly place?: () => void;
    readonly contact?: () => void;
    readonly film?: () => void;
    /** Called a document, and none. */
    readonly file?: () => void;
    readonly document?: (name: string) => void;
    /** Something the platform itself does not hand on, or a kind that does not exist yet. */
    readonly unknownKind?: () => void;
  };
  /** Changes the newest words, or takes them away, where the platform lets people. */
  readonly edits?: (text: string) => void;
  readonly deletes?: () => void;
  /** Answers the newest message with these words in it by pointing at it, where people can. */
  readonly answers?: (about: string, text: string) => void;
  /** Takes back the newest thing said to a person, where people can. */
  readonly takesBack?: () => void;
  /** From now on the platform refuses for good what is to be brought here; a page is never refused. */
  readonly refused?: () => void;
  /** The platform brings the newest thing once more. */
  readonly repeats: (() => void) | undefined;
  /** Events that are nobody's words. */
  readonly noises?: () => Promise<void>;
  end(): Promise<void>;
}

export interface ChannelUnderTest {
  readonly channel: ChannelKind;
  /** In the platform's own counting. */
  readonly longestText: number;
  open(house: House): Promise<Stage>;
}

/** The stage of the test that runs. */
export interface OnStage {
  readonly house: House;
  readonly stage: Stage;
  /** What is shown from that place on, once there is so much of it. */
  shown(from: number, words: string): Promise<string>;
  /** Types it, waits until something is said, and gives everything said. */
  says(text: string): Promise<string>;
  /** Does it and waits until something new is shown. */
  answered(act: () => void): Promise<readonly Shown[]>;
  /** Everything that has arrived is met, and everything said is shown. */
  quiet(): Promise<void>;
  /** So much time passes, everything that is due being done. */
  pass(milliseconds: number): Promise<void>;
  row(): ConversationRow;
}

/**
 * Vietnam's morning in the transcripts, passing faster than here: no platform's pace is waited for. While a call is
 * under way it stands still: the calls' own deadlines pass on it.
 */
const hurry = 40;

export interface HurriedClock extends Clock {
  jumps(milliseconds: number): void;
  /** From now on time stands still while this holds. */
  standsStillWhile(busy: () => boolean): void;
  end(): void;
}

/** How much of a moment counts, in milliseconds: who gets no turn on a busy machine has not used that time. */
const longestMoment = 5;

export function hurriedClock(): HurriedClock {
  const { advance, now, sleep } = passing(morning);
  const reasons: Array<() => boolean> = [];
  let before = performance.now();
  const passes = setInterval(() => {
    const here = performance.now();
    const moment = Math.min(longestMoment, here - before);
    before = here;
    if (!reasons.some((busy) => busy())) advance(Math.ceil(moment * hurry));
  }, 2);
  return {
    now,
    sleep,
    jumps: advance,
    standsStillWhile: (busy) => void reasons.push(busy),
    end: () => clearInterval(passes),
  };
}

/** The real conversations on a store of their own, which nobody has entered. */
export function emptyHouse(
  clock: HurriedClock,
  more: { readonly pictureOf?: PictureOf } = {},
): Omit<House, "account"> {
  const store = openSqlite(":memory:", { now: clock.now });
  const running = conversations({
    store,
    library: theLibrary,
    clock,
    log: makeLog("silent"),
    smaller: async (photo) => {
      const own = drawable(photo);
      return own && redrawn(own);
    },
    ...more,
  });
  return { store, conversations: running, clock };
}

export function onStage({ channel, open }: ChannelUnderTest): OnStage {
  let house: House;
  let stage: Stage;
  let clock: HurriedClock;

  beforeEach(async () => {
    clock = hurriedClock();
    const account = `${channel}:thu` as AccountId;
    house = { ...emptyHouse(clock), account };
    house.store.account({ id: account, commune: theLibrary().desk.commune, channel });
    stage = await open(house);
    house.conversations.start();
  });
  afterEach(async () => {
    await stage.end();
    await house.conversations.stop();
    clock.end();
    house.store.close();
  });

  const row = (): ConversationRow => {
    const kept = house.store.findByPeer(house.account, stage.peer);
    if (kept === undefined) throw new Error("nobody is known there");
    return kept;
  };
  const quiet = async (): Promise<void> => {
    await vi.waitFor(() => {
      const known = house.store.findByPeer(house.account, stage.peer);
      const open = known === undefined ? [] : house.store.waiting(known.id);
      if (house.store.handedOut(house.account).length + open.length > 0) throw new Error("not yet");
    }, soon);
    await house.conversations.tick();
  };
  const answered: OnStage["answered"] = async (act) => {
    const from = stage.sees().length;
    act();
    await vi.waitFor(() => {
      if (stage.sees().length <= from) throw new Error("nothing is said");
    }, soon);
    await quiet();
    return stage.sees().slice(from);
  };

  return {
    get house() {
      return house;
    },
    get stage() {
      return stage;
    },
    shown: (from, words) =>
      vi.waitFor(() => {
        const all = stage.sees().slice(from);
        const text = all.map((each) => [each.text, ...each.choices].join("\n")).join("\n");
        if (!folded(text).includes(folded(words))) {
          throw new Error(`not shown: ${words}\n--- but:\n${text}`);
        }
        return text;
      }, soon),
    async says(text) {
      const fresh = await answered(() => stage.types(text));
      return fresh.map((each) => each.text).join("\n");
    },
    answered,
    quiet,
    async pass(milliseconds) {
      await quiet();
      clock.jumps(milliseconds);
      await house.conversations.tick();
      await quiet();
    },
    row,
  };
}

/** Whatever a platform does with line ends and blanks, where a label was cut, and the minute it is here meanwhile. */
const folded = (text: string): string =>
  text
    .normalize("NFC")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/\d+ giờ(?: \d+)?/g, "mấy giờ")
    .replace(/…$/, "")
    .trim();

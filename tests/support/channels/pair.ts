/** A resident on one channel and whoever helps on another, or at the desk: the same house, two platforms. */
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";
import type { PictureOf } from "../../../src/bot/conversations/ports.ts";
import { hashOf } from "../../../src/bot/ids.ts";
import { makeLog } from "../../../src/bot/log.ts";
import type { Store } from "../../../src/bot/store/store.ts";
import { webServer } from "../../../src/bot/web/server.ts";
import type { AccountId } from "../../../src/flows/index.ts";
import { docx } from "../documents.ts";
import { soon } from "../patience.ts";
import { DeskWorker } from "../process/desk-worker.ts";
import { theLibrary } from "../talk.ts";
import { different } from "./noise.ts";
import {
  type ChannelUnderTest,
  emptyHouse,
  type House,
  hurriedClock,
  type Shown,
  type Stage,
} from "./on-stage.ts";

/** Where somebody helps, and what they can do there besides writing. */
export interface Seat {
  claims(): Promise<void>;
  /** Everything that stands there, oldest first. */
  reads(): readonly Shown[];
  says(text: string): void;
  sendsPhotos(count: number): void;
  sendsVoice?: (() => void) | undefined;
  readonly sendsDocument?: ((name: string) => void) | undefined;
  /** Where they are; a desk stands where it stands. */
  readonly sendsPlace?: (() => void) | undefined;
  /** The lines of their own of which it was said that they did not arrive. */
  failures(): number;
  /** From now on their chat takes nothing; a page fetches what is there for it. */
  readonly refused?: (() => void) | undefined;
  readonly answers?: Stage["answers"];
  readonly edits?: Stage["edits"];
  end(): Promise<void>;
}

export type Helping = ChannelUnderTest | "desk";

export interface Pair {
  readonly resident: Stage;
  readonly helper: Seat;
  /** Everything that has arrived is met, and everything said is shown. */
  quiet(): Promise<void>;
  /** Does it, waits until it is quiet, and gives what is new there. */
  brings(act: () => void, to: "resident" | "helper"): Promise<readonly Shown[]>;
  pass(milliseconds: number): Promise<void>;
  /** Of the case between them. */
  state(): string | undefined;
  end(): Promise<void>;
}

const code = "abcdefgh23456789";
const { commune } = theLibrary().desk;
const png = (count: number) => different(count);

/** A case of the resident's, held by Dung. `walked`: what they say first, to stand on a step. */
export async function pairOf(
  channel: ChannelUnderTest,
  helping: Helping,
  {
    walked = [],
    ...drawing
  }: { readonly walked?: readonly string[]; readonly pictureOf?: PictureOf } = {},
): Promise<Pair> {
  const clock = hurriedClock();
  const house = emptyHouse(clock, drawing);
  const { store, conversations } = house;
  const accounts: AccountId[] = [];
  const housed = (under: ChannelUnderTest["channel"], side: string): House => {
    const account = `${under}:${side}` as AccountId;
    store.account({ id: account, commune, channel: under });
    accounts.push(account);
    return { ...house, account };
  };
  store.invite({
    ...{ codeHash: hashOf(code), commune, rank: "propagandist", name: "Dung (mẫu)" },
    ...{ role: "trưởng thôn", village: "na-khau", woman: false, office: false },
    expiresAt: clock.now() + 3_600_000,
  });
  const home = housed(channel.channel, "resident");
  const resident = await channel.open(home);
  const seen: { helper?: Seat } = {};
  const quiet = async (): Promise<void> => {
    for (let looks = 0; looks < 2; looks += 1) {
      await vi.waitFor(() => {
        const open = store
          .cases(commune, 0)
          .flatMap(({ conversation }) => store.waiting(conversation));
        const handed = accounts.flatMap((account) => store.handedOut(account));
        const chats = store
          .propagandists(commune)
          .flatMap(({ conversation: id }) => (id === undefined ? [] : store.waiting(id)));
        if (open.length + handed.length + chats.length > 0) throw new Error("not yet");
      }, soon);
      await conversations.tick();
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  };
  const helper =
    helping === "desk"
      ? await deskSeat(housed("web", "desk"))
      : chatSeat(await helping.open(housed(helping.channel, "helper")), quiet);
  seen.helper = helper;
  conversations.start();
  if (helping !== "desk") {
    helper.says(code);
    await vi
      .waitFor(() => known(store), soon)
      .catch((error: unknown) => {
        throw new Error(
          helper
            .reads()
            .map(({ text }) => text)
            .join("\n"),
          { cause: error },
        );
      });
  }
  store.savePropagandist({ ...known(store), duty: true });
  for (const line of walked) {
    const before = resident.sees().length;
    resident.types(line);
    await vi.waitFor(() => {
      if (resident.sees().length <= before) throw new Error("nothing is said");
    }, soon);
    await quiet();
  }
  await asks(resident, () => store.cases(commune, 0).length > 0, quiet);
  await helper.claims();
  await vi.waitFor(() => {
    if (store.cases(commune, 0)[0]?.state !== "claimed") throw new Error("not claimed");
  }, soon);
  await quiet();
  return {
    resident,
    helper,
    quiet,
    async brings(act, to) {
      const reads = () => (to === "resident" ? resident.sees() : helper.reads());
      const before = reads().length;
      act();
      await vi.waitFor(() => {
        if (reads().length <= before) throw new Error("nothing came");
      }, soon);
      await quiet();
      return reads().slice(before);
    },
    async pass(milliseconds) {
      clock.jumps(milliseconds);
      await conversations.tick();
      await quiet();
    },
    state: () => store.cases(commune, 0)[0]?.state,
    async end() {
      await resident.end();
      await helper.end();
      await conversations.stop();
      clock.end();
      store.close();
    },
  };
}

function known(store: Store) {
  const row = store.propagandists(commune)[0];
  if (row === undefined) throw new Error("nobody has joined");
  return row;
}

/** From the first word to a case that waits, by whatever the channel offers. */
async function asks(resident: Stage, called: () => boolean, quiet: () => Promise<void>) {
  const wanted = ["Ai giúp cũng được", "Nà Khau"];
  resident.types("bà muốn gặp người giúp");
  for (let turn = 0; turn < 8 && !called(); turn += 1) {
    const before = resident.sees().length;
    await vi.waitFor(() => {
      if (!called() && resident.sees().length === 0) throw new Error("nothing is said");
    }, soon);
    await quiet();
    if (called()) return;
    const offered = resident.sees().findLast(({ choices }) => choices.length > 0)?.choices ?? [];
    const choice = wanted.find((label) => offered.includes(label));
    if (choice === undefined) resident.types("Nà Khau");
    else resident.chooses(choice);
    await vi.waitFor(() => {
      if (!called() && resident.sees().length <= before) throw new Error("nothing is said");
    }, soon);
  }
  if (!called()) throw new Error(`nobody was called:\n${resident.sees().at(-1)?.text}`);
}

function chatSeat(stage: Stage, quiet: () => Promise<void>): Seat {
  return {
    async claims() {
      await vi.waitFor(() => {
        if (!stage.sees().some(({ choices }) => choices.includes("Nhận giúp")))
          throw new Error(`not called:\n${stage.sees().map(({ text }) => text)}`);
      }, soon);
      await quiet();
      stage.chooses("Nhận giúp");
    },
    reads: stage.sees,
    failures: () =>
      stage.sees().filter(({ text }) => /chưa tới được bà ở Nà Khau.*(?:gọi|ghé nhà)/iu.test(text))
        .length,
    says: stage.types,
    sendsPhotos: (count) => stage.sends.photos?.(count),
    sendsVoice: stage.sends.voice,
    sendsDocument: stage.sends.document,
    ...(stage.answers === undefined ? {} : { answers: stage.answers }),
    ...(stage.edits === undefined ? {} : { edits: stage.edits }),
    sendsPlace: stage.sends.place,
    refused: stage.refused,
    end: stage.end,
  };
}

/** The desk as its page asks it, read again and again as the page does. */
async function deskSeat({ account, clock, conversations, store }: House): Promise<Seat> {
  const app = await webServer({
    ...{
      store,
      conversations,
      library: theLibrary,
      clock,
      log: makeLog("silent"),
      account,
      commune,
    },
    ...{ pagesDir: join(tmpdir(), "no-pages"), publicUrl: undefined },
    ...{ webRoot: () => "http://test", botName: () => undefined },
  });
  const root = await app.listen({ host: "127.0.0.1", port: 0 });
  const worker = new DeskWorker(() => root);
  await worker.signIn(code);
  let thread: readonly Shown[] = [];
  let failed = 0;
  let open = true;
  const id = () => store.cases(commune, 0)[0]?.id ?? "";
  const reading = (async () => {
    while (open) {
      if (id() !== "") {
        const { status, body } = await worker.case(id());
        if (status === 200) {
          failed = body.thread.filter(({ delivery }) => delivery === "failed").length;
          thread = body.thread
            .filter(({ from }) => from.who !== "propagandist")
            .map(({ text, picture, voice, quote, file }) => ({
              text,
              file: file?.name,
              choices: voice === undefined ? [] : ["voice"],
              picture: picture !== undefined,
              pointsAt: quote,
            }));
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  })();
  let doing: Promise<unknown> = Promise.resolve();
  const does = (act: () => Promise<unknown>): void => {
    doing = doing.then(act);
  };
  return {
    claims: async () => void (await worker.act(id(), { act: "claim" })),
    reads: () => thread,
    failures: () => failed,
    says: (text) => does(() => worker.act(id(), { act: "say", text })),
    sendsPhotos: (count) => {
      for (const bytes of png(count))
        does(() => worker.sendMedia(id(), "photo", bytes, "image/png"));
    },
    sendsDocument: (name) =>
      does(() => worker.sendMedia(id(), "file", docx(), "application/octet-stream", name)),
    answers: (about, text) =>
      does(async () => {
        const { thread: lines } = (await worker.case(id())).body;
        const line = lines.findLast((entry) => entry.text.includes(about));
        await worker.act(id(), { act: "say", text, answers: line?.seq ?? 0 });
      }),
    end: async () => {
      open = false;
      await Promise.all([reading, doing]);
      await app.close();
    },
  };
}

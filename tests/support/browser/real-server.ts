/**
 * The program itself, put together as `npm start` does, on a database of its own and a clock that can be
 * moved on: pages in a browser meet here everything they will meet in a commune.
 */
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Clock } from "../../../src/bot/clock.ts";
import { realClock } from "../../../src/bot/clock.ts";
import { firstSignInLink, invite } from "../../../src/bot/desk/invitations.ts";
import { makeLog } from "../../../src/bot/log.ts";
import { type House, openHouse } from "../../../src/bot/running.ts";
import { webServer } from "../../../src/bot/web/server.ts";
import type { AccountId, Rank } from "../../../src/flows/index.ts";
import type { PhraseId } from "../../../src/flows/words/phrases.ts";
import { ownPort } from "../own-port.ts";

const projectDir = join(import.meta.dirname, "..", "..", "..");

export const builtPages = join(projectDir, "dist", "web");

export interface Invitee {
  readonly name: string;
  readonly role?: string;
  readonly village?: string;
  readonly woman?: boolean;
  readonly office?: boolean;
  readonly rank?: Rank;
}

export interface RealServer {
  /** "http://127.0.0.1:PORT", the same after a restart. */
  readonly url: string;
  /** The content it runs on: a copy of its own where authors write, otherwise the tree's. */
  readonly contentDir: string;
  /** What runs just now; another one after a restart. */
  house(): House;
  /** A shared line or label as authors have it now, so that tests follow what they change. */
  words(id: PhraseId): string;
  /** Such a line as it may be said: with these values where they are given, and whatever elsewhere. */
  line(id: PhraseId, values?: Readonly<Record<string, string>>): RegExp;
  /** A link with which somebody joins the desk, once. */
  inviteLink(invitee: Invitee): string;
  /** The link printed at the first start, while nobody has joined. */
  firstLink(): string | undefined;
  /** How late it is there. */
  now(): number;
  /** So many minutes go by at once; what was due in them happens. */
  pass(minutes: number): Promise<void>;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Stops and leaves nothing behind. */
  close(): Promise<void>;
}

export async function startRealServer({
  writable = false,
  pagesDir = builtPages,
  at,
  from,
}: {
  readonly writable?: boolean;
  /** Where the built pages lie, when it is not where the build puts them. */
  readonly pagesDir?: string;
  /** When it is on the server's clock at the start; otherwise as late as it is. */
  readonly at?: string;
  /** A database to begin with a copy of; otherwise with none, as at a first start. */
  readonly from?: string;
} = {}): Promise<RealServer> {
  const folder = await mkdtemp(join(tmpdir(), "cau-noi-road-"));
  const databaseFile = join(folder, "cau-noi.db");
  if (from !== undefined) await cp(from, databaseFile);
  const contentDir = join(writable ? folder : projectDir, "content");
  if (writable) await cp(join(projectDir, "content"), contentDir, { recursive: true });
  const account = "web" as AccountId;
  let ahead = at === undefined ? 0 : Date.parse(at) - realClock.now();
  const { port, giveBack } = await ownPort();
  let running: { readonly house: House; close(): Promise<void> } | undefined;
  const clock: Clock = { now: () => realClock.now() + ahead, sleep: realClock.sleep };

  const current = (): House => {
    if (running === undefined) throw new Error("the server is stopped");
    return running.house;
  };
  const url = () => `http://127.0.0.1:${port}`;
  const commune = () => current().library().desk.commune;

  async function start(): Promise<void> {
    const log = makeLog(process.env["ROAD_LOG"] ?? "fatal");
    const house = openHouse({
      databaseFile,
      contentDir,
      clock,
      log,
    });
    house.store.account({ id: account, commune: house.library().desk.commune, channel: "web" });
    const app = await webServer({
      store: house.store,
      conversations: house.conversations,
      library: house.library,
      contentDir: writable ? contentDir : undefined,
      clock,
      log,
      account,
      commune: house.library().desk.commune,
      pagesDir,
      publicUrl: undefined,
      webRoot: url,
      botName: () => undefined,
      pictures: house.pictures,
      pushToLoopback: true,
      drawSheet: house.drawSheet,
    });
    // Pages count waiting by the server's time, which they read off its answers.
    app.server.prependListener("request", (_, response) => {
      response.setHeader("date", new Date(clock.now()).toUTCString());
    });
    await app.listen({ port, host: "127.0.0.1" });
    house.conversations.start();
    running = {
      house,
      async close() {
        await app.close();
        await house.close();
      },
    };
  }

  async function stop(): Promise<void> {
    await running?.close();
    running = undefined;
  }

  const words = (id: PhraseId): string => {
    const text = current().library().phrases.vi[id];
    if (text === undefined) throw new Error(`there is no phrase ${id}`);
    return text;
  };

  await start().catch(async (error: unknown) => {
    giveBack();
    await rm(folder, { recursive: true });
    throw error;
  });
  return {
    url: url(),
    contentDir,
    house: current,
    words,
    line(id, values = {}) {
      const plain = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
      const pieces = words(id).split(/\{([^}]+)\}/);
      // An unknown form of address leaves out the space beside it, too.
      return new RegExp(
        pieces
          .map((piece, at) => {
            if (at % 2 === 0) return plain(piece.trim());
            const value = values[piece];
            return value === undefined ? "[\\s\\S]*?" : `\\s*${plain(value)}\\s*`;
          })
          .join(""),
        "i",
      );
    },
    inviteLink(invitee) {
      const wish = {
        commune: commune(),
        rank: invitee.rank ?? "propagandist",
        name: invitee.name,
        role: invitee.role ?? "Trưởng thôn",
        village: invitee.village ?? "na-khau",
        woman: invitee.woman ?? false,
        office: invitee.office ?? false,
      } as const;
      return invite(current().store, wish, { now: clock.now(), webRoot: url() }).web;
    },
    firstLink: () => firstSignInLink(current().store, commune(), clock.now(), url()),
    now: clock.now,
    async pass(minutes) {
      ahead += minutes * 60_000;
      await current().conversations.tick();
    },
    stop,
    start,
    async close() {
      await stop();
      giveBack();
      await rm(folder, { recursive: true });
    },
  };
}

/** A person in front of our own page: everything through the real routes, as the page asks them. */
import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashOf, newConversationId } from "../../../src/bot/ids.ts";
import { makeLog } from "../../../src/bot/log.ts";
import { webServer } from "../../../src/bot/web/server.ts";
import { Resident } from "../process/resident.ts";
import { theLibrary } from "../talk.ts";
import type { ChannelUnderTest, Stage } from "./contract.ts";

const cookie = "trang-da-mo-san-cho-cuoc-thu-nay";

/** The page reads what is new about so often, in milliseconds; a stream would tell it sooner. */
const readsEvery = 5;

export const webChat: ChannelUnderTest = {
  channel: "web",
  longestText: Number.POSITIVE_INFINITY,
  async open({ account, clock, conversations, store }): Promise<Stage> {
    const app = await webServer({
      store,
      conversations,
      library: theLibrary,
      clock,
      log: makeLog("silent"),
      account,
      commune: theLibrary().desk.commune,
      pagesDir: join(tmpdir(), "no-pages"),
      publicUrl: undefined,
      webRoot: () => "http://test",
      botName: () => undefined,
    });
    await app.listen({ host: "127.0.0.1", port: 0 });
    const { port } = app.server.address() as AddressInfo;
    const page = new Resident(() => `http://127.0.0.1:${port}`);
    // An opened page is greeted before a word is said, which no other channel does: here the word comes first.
    store.conversationOf(account, hashOf(cookie), newConversationId, clock.now());
    page.cookies.set("cn_chat", cookie);

    let open = true;
    const refused: string[] = [];
    const reading = (async () => {
      while (open) {
        await page.news();
        await new Promise((resolve) => setTimeout(resolve, readsEvery));
      }
    })();
    const never = new AbortController();
    /** As the page does: asked to wait, it sends the same again under the same key. */
    const send = (ask: (key: string) => ReturnType<Resident["say"]>): void => {
      const key = randomUUID();
      const insist = async (): Promise<void> => {
        const { status, text, headers } = await ask(key);
        if (status === 200) return;
        if (status !== 429) throw new Error(`the page was refused: ${status} ${text}`);
        await clock.sleep(Number(headers.get("retry-after")) * 1000, never.signal);
        await insist();
      };
      insist().catch((error: unknown) => refused.push(String(error)));
    };
    return {
      peer: hashOf(cookie),
      sees: () =>
        [...page.entries.values()]
          .toSorted((a, b) => a.seq - b.seq)
          .filter(({ from }) => from.who !== "resident")
          .map(({ text, choices = [] }) => ({ text, choices: choices.map(({ says }) => says) })),
      types: (text) => {
        // The page has no button for sending nothing.
        if (text.trim() !== "") send((key) => page.say(text, key));
      },
      chooses: (label) => {
        const { question } = page;
        const choice = question?.choices.find(({ says }) => says === label);
        if (question?.turn === undefined || choice === undefined)
          throw new Error(`the page shows no ${label}`);
        const { turn } = question;
        send((key) => page.press(turn, choice.id, key));
      },
      end: async () => {
        open = false;
        await reading;
        await app.close();
        if (refused.length > 0) throw new Error(refused.join("\n"));
      },
    };
  },
};

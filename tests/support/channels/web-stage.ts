/** A person in front of our own page: everything through the real routes, as the page asks them. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashOf, newConversationId } from "../../../src/bot/ids.ts";
import { makeLog } from "../../../src/bot/log.ts";
import { webServer } from "../../../src/bot/web/server.ts";
import { pdf } from "../documents.ts";
import { Resident } from "../process/resident.ts";
import { theLibrary } from "../talk.ts";
import { different, tooLarge } from "./noise.ts";
import type { ChannelUnderTest, Shown, Stage } from "./on-stage.ts";

const cookie = "trang-da-mo-san-cho-cuoc-thu-nay";

const webm = readFileSync(new URL("../media/tone.webm", import.meta.url));

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
    /** What the page itself says about something the server would not take. */
    const said: Array<{ readonly seq: number; readonly shown: Shown }> = [];
    const reading = (async () => {
      while (open) {
        await page.news();
        await new Promise((resolve) => setTimeout(resolve, readsEvery));
      }
    })();
    const never = new AbortController();
    /** As the page does: asked to wait, it sends the same again under the same key. */
    let sending: Promise<void> = Promise.resolve();
    let again = (): void => {};
    const send = (ask: (key: string) => ReturnType<Resident["say"]>): void => {
      const key = randomUUID();
      const insist = async (): Promise<void> => {
        const { status, text, headers } = await ask(key);
        if (status === 200) return;
        if (status === 413) {
          const { says } = JSON.parse(text) as { says: string };
          said.push({ seq: page.newest + 0.5, shown: { text: says, choices: [], picture: false } });
          return;
        }
        if (status !== 429) throw new Error(`the page was refused: ${status} ${text}`);
        await clock.sleep(Number(headers.get("retry-after")) * 1000, never.signal);
        await insist();
      };
      // One after the other, as they stand in the page's outbox.
      const inTurn = (): void => {
        sending = sending.then(insist).catch((error: unknown) => void refused.push(String(error)));
      };
      again = inTurn;
      inTurn();
    };
    return {
      peer: hashOf(cookie),
      sees: () => {
        const entries = [...page.entries.values()]
          .filter(({ from }) => from.who !== "resident")
          .map(({ seq, from, text, choices = [], picture, quote, file }) => ({
            seq,
            shown: {
              // The page writes who speaks above what they say.
              text: from.who === "propagandist" ? `${from.name} (${from.role})\n${text}` : text,
              pointsAt: quote,
              choices: choices.map(({ says }) => says),
              picture: picture !== undefined,
              file: file?.name,
            },
          }));
        return [...entries, ...said].toSorted((a, b) => a.seq - b.seq).map(({ shown }) => shown);
      },
      types: (text) => send((key) => page.say(text, key)),
      sends: {
        // What is written below pictures on the page is a message of its own.
        photos: (count, words) => {
          for (const bytes of different(count))
            send((key) => page.sendMedia("photo", bytes, { key }));
          if (words !== undefined) send((key) => page.say(words, key));
        },
        voice: () => send((key) => page.sendMedia("voice", webm, { key })),
        place: () => send((key) => page.showPlace({ latitude: 22.1, longitude: 105.2 }, key)),
        largePhoto: () => send((key) => page.sendMedia("photo", tooLarge(), { key })),
        file: () =>
          send((key) => page.sendMedia("file", Buffer.from("MZ"), { key, name: "a.pdf" })),
        document: (name) => send((key) => page.sendMedia("file", pdf(), { key, name })),
      },
      answers: (about, text) => {
        const answered = [...page.entries.values()].findLast((entry) => entry.text.includes(about));
        if (answered === undefined) throw new Error(`nobody said ${about}`);
        send(() => page.answer(text, answered.seq));
      },
      takesBack: () =>
        send(async () => {
          const turn = (await page.news()).body.state.mayRecall?.at(-1);
          if (turn === undefined) throw new Error("nothing can be taken back");
          return page.recall(turn);
        }),
      repeats: () => again(),
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

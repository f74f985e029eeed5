/** A person in front of each channel that has no page: its platform's emulator, or a terminal. */
import { readFileSync } from "node:fs";
import { PassThrough } from "node:stream";
import { consoleChannel } from "../../../src/bot/channels/console/console.ts";
import { telegramChannel } from "../../../src/bot/channels/telegram/telegram-channel.ts";
import { zaloBotChannel } from "../../../src/bot/channels/zalo/bot/zalo-bot-channel.ts";
import { oaChannel } from "../../../src/bot/channels/zalo/oa/oa-channel.ts";
import type { Clock } from "../../../src/bot/clock.ts";
import { toOggOpus } from "../../../src/bot/conversations/media/voice-form.ts";
import { makeLog } from "../../../src/bot/log.ts";
import { pdf } from "../documents.ts";
import type { Clock as EmulatorClock } from "../telegram/clock.ts";
import { startTelegramEmulator } from "../telegram/emulator.ts";
import { startZaloBotEmulator } from "../zalo-bot/emulator.ts";
import { lentAddresses } from "../zalo-bot/lent-addresses.ts";
import { OaEmulator } from "../zalo-oa/emulator.ts";
import { oaSettings } from "../zalo-oa/settings.ts";
import { different, tooLarge } from "./noise.ts";
import type { ChannelUnderTest, Shown, Stage } from "./on-stage.ts";

const log = makeLog("silent");
const mediaFile = (name: string) => readFileSync(new URL(`../media/${name}`, import.meta.url));
const aac = mediaFile("tone.aac");
const ogg = Buffer.from(toOggOpus(mediaFile("tone.webm")));

/** The same time for the platform: what it keeps waiting ends before its caller gives up. */
const timed = (clock: Clock): EmulatorClock => ({
  now: clock.now,
  after: (milliseconds, run) => {
    const never = new AbortController();
    void clock.sleep(milliseconds, never.signal).then(() => {
      if (!never.signal.aborted) run();
    });
    return () => never.abort();
  },
});

/** A numbered or plain list under the words, as it is shown where there are no buttons. */
function listed(text: string): Shown {
  const choices = text
    .split("\n")
    .flatMap((line) => /^\s*(?:\d\.|-) (.+)$/.exec(line)?.[1] ?? [])
    .slice(-5);
  return { text, choices, picture: false };
}

/** Typed by its number where the newest list has one, else by its words. */
function answerTo(text: string, label: string): string {
  const line = text.split("\n").findLast((each) => each.trim().endsWith(label));
  return /^\s*(\d)\. /.exec(line ?? "")?.[1] ?? label;
}

export const zaloBot: ChannelUnderTest = {
  channel: "zalo-bot",
  longestText: 2000,
  async open({ account, clock, conversations, store }): Promise<Stage> {
    const emulator = await startZaloBotEmulator({ clock: timed(clock), patient: true });
    clock.standsStillWhile(() => emulator.busy);
    const channel = zaloBotChannel({
      token: emulator.token,
      apiRoot: emulator.root,
      account,
      conversations,
      store,
      links: lentAddresses,
      log,
      clock,
      mode: "polling",
      secret: undefined,
      plan: { of: "messages", monthly: 100_000, counts: "both" },
      inGroups: "silent",
    });
    conversations.addSender(channel.sender);
    await channel.start();
    const hoa = emulator.person("Hoa");
    return {
      peer: hoa.id,
      sees: () =>
        hoa.sees().map(({ text, photo }) => ({ ...listed(text), picture: photo !== undefined })),
      types: (text) => void hoa.sends(text.slice(0, 2000)),
      refused: () => {
        const description = "Bad Request: chat not found";
        for (const method of ["sendMessage", "sendPhoto", "sendVoice"])
          emulator.breaks({
            method,
            fault: { kind: "refusal", code: 400, description },
            times: 99,
          });
      },
      chooses: (label) => void hoa.sends(answerTo(hoa.reads().at(-1) ?? "", label)),
      sends: {
        blank: () => void hoa.sends("   "),
        sticker: () => void hoa.sendsSticker(),
        voice: () => void hoa.sendsVoice(aac),
        photos: (count, words) => {
          for (const [at, bytes] of different(count).entries())
            hoa.sendsPhoto(bytes, at === 0 ? words : undefined);
        },
        largePhoto: () => void hoa.sendsPhoto(tooLarge()),
        // Places, contacts, films and files come without saying which they are.
        unknownKind: () => void hoa.sendsSomethingElse(),
      },
      repeats: () => emulator.repeatsEvent(),
      noises: async () => {
        const from = { id: "another-bot", display_name: "Bot", is_bot: true };
        const chat = { id: hoa.id, chat_type: "PRIVATE" };
        const message = { message_id: "of-a-bot", from, chat, text: "xin chào" };
        emulator.inject({ event_name: "message.text.received", message });
        emulator.inject({ event_name: "user.follow", message: { ...message, message_id: "f" } });
        emulator.inject({ event_name: "message.reaction.received", message: {} });
        emulator.inject({ nothing: "known" });
      },
      end: async () => {
        await channel.stop();
        await emulator.close();
        emulator.assertNoViolations();
      },
    };
  },
};

export const zaloOa: ChannelUnderTest = {
  channel: "zalo-oa",
  longestText: 2000,
  async open({ account, clock, conversations, store }): Promise<Stage> {
    const emulator = await new OaEmulator({ clock: timed(clock) }).open();
    clock.standsStillWhile(() => emulator.busy);
    const channel = oaChannel({
      settings: oaSettings(emulator, { perMinute: 4000, inARow: undefined }),
      account,
      commune: "tan-an",
      store,
      conversations,
      links: { media: ({ id }) => `https://xa.example.vn/hinh/${id}` },
      clock,
      log,
    });
    conversations.addSender(channel.sender);
    channel.start();
    emulator.deliversTo(async (event) => (await channel.handleWebhook(event)).status);
    const peer = "2468135790246813579";
    /** What this person wrote, by the platform's ids. */
    const mine = new Map<string, string>();
    return {
      peer,
      sees: () =>
        emulator.sees(peer).map(({ text, buttons, picture, quotes, file }) => ({
          text,
          pointsAt: quotes === undefined ? undefined : mine.get(quotes),
          choices: buttons.map(({ title }) => title),
          picture: picture !== undefined,
          file: file?.name,
        })),
      types: (text) => {
        mine.set(emulator.sendsText(peer, text.slice(0, 2000)), text);
      },
      answers: (about, text) => {
        const answered = emulator.sees(peer).findLast((seen) => seen.text.includes(about));
        if (answered === undefined) throw new Error(`nobody said ${about}`);
        emulator.sendsText(peer, text, { quote_msg_id: answered.id });
      },
      refused: () =>
        emulator.fails(
          ...Array.from({ length: 9 }, () => ({ is: "refuses", error: -213 }) as const),
        ),
      chooses: (label) => emulator.presses(peer, label),
      sends: {
        blank: () => void emulator.sendsText(peer, "   "),
        sticker: () => emulator.sendsAttachment(peer, "user_send_sticker", {}),
        voice: () =>
          emulator.sendsAttachment(peer, "user_send_audio", {
            url: emulator.keeps(aac, "audio/aac"),
          }),
        photos: (count, words) => {
          const urls = different(count).map((bytes) => emulator.keeps(bytes, "image/png"));
          emulator.sendsPictures(peer, urls.slice(0, 2), words);
          for (const url of urls.slice(2)) emulator.sendsPictures(peer, [url]);
        },
        largePhoto: () => emulator.sendsPictures(peer, [emulator.keeps(tooLarge(), "image/png")]),
        place: () =>
          emulator.sendsAttachment(peer, "user_send_location", {
            coordinates: { latitude: "22.1", longitude: "105.2" },
          }),
        contact: () =>
          emulator.sendsAttachment(peer, "user_send_business_card", { description: "Chị Hoà" }),
        film: () =>
          emulator.sendsAttachment(peer, "user_send_video", { url: "https://v.zdn.vn/1" }),
        file: () =>
          emulator.sendsAttachment(peer, "user_send_file", {
            url: emulator.keeps(Buffer.from("MZ"), "application/pdf"),
            name: "don.pdf",
          }),
        document: (name) =>
          emulator.sendsAttachment(peer, "user_send_file", {
            url: emulator.keeps(pdf(), "application/pdf"),
            ...{ name, size: String(pdf().length) },
          }),
        unknownKind: () => emulator.sendsAttachment(peer, "user_send_hologram", {}),
      },
      repeats: () => emulator.repeatsEvent(),
      noises: async () => {
        const both = { sender: { id: peer }, recipient: { id: emulator.oaId } };
        for (const event_name of [
          "user_reacted_message",
          "user_feedback",
          "oa_send_action",
          "user_send_group_text",
          "anonymous_send_text",
          "add_user_to_tag",
          "user_received_message",
          "unfollow",
        ])
          await emulator.deliver({
            event_name,
            ...both,
            message: { msg_id: event_name, text: "a" },
          });
      },
      end: async () => {
        emulator.deliversTo(undefined);
        await channel.stop();
        await emulator.close();
        emulator.assertNoViolations();
      },
    };
  },
};

export const telegram: ChannelUnderTest = {
  channel: "telegram",
  longestText: 4096,
  async open({ account, clock, conversations }): Promise<Stage> {
    const emulator = await startTelegramEmulator({ clock: timed(clock) });
    clock.standsStillWhile(() => emulator.busy);
    const channel = telegramChannel({
      token: emulator.token,
      apiRoot: emulator.root,
      account,
      conversations,
      clock,
      log,
      mode: "polling",
      operator: () => ({ name: { vi: "Xã", en: "Commune" }, trial: true }),
    });
    conversations.addSender(channel.sender);
    await channel.start();
    const hoa = emulator.person({ id: 7001, firstName: "Hoa" });
    const wordsOf = (id: number): string => {
      const message = hoa.chat.messages.get(id);
      return message !== undefined && "words" in message.content ? message.content.words.text : "";
    };
    let newest = 0;
    return {
      peer: "7001",
      sees: () =>
        hoa
          .sees()
          .filter(({ by }) => by === "bot")
          .map(({ text, caption, buttons, kind, deleted, replyTo, fileName }) => ({
            text: text + caption,
            choices: buttons.flat(),
            picture: kind === "photo" || kind === "document",
            file: kind === "document" ? fileName : undefined,
            gone: deleted,
            pointsAt: replyTo === undefined ? undefined : wordsOf(replyTo),
          })),
      voices: () => hoa.sees().filter(({ by, kind }) => by === "bot" && kind === "voice").length,
      types: (text) => {
        // Its own app cuts a longer one into several.
        newest = hoa.sends(text);
      },
      chooses: (label) => void hoa.presses(label),
      sends: {
        sticker: () => void hoa.sendsSticker(),
        voice: () => void hoa.sendsVoice(ogg),
        photos: (count, caption) =>
          void hoa.sendsAlbum(
            different(count).map((bytes, at) =>
              at === 0 && caption !== undefined ? { bytes, caption } : { bytes },
            ),
          ),
        largePhoto: () =>
          void hoa.sendsDocument(tooLarge(), { fileName: "anh.png", mimeType: "image/png" }),
        place: () => void hoa.sendsLocation(),
        contact: () => void hoa.sendsContact(),
        film: () => void hoa.sendsVideo(Buffer.from("film")),
        file: () => void hoa.sendsDocument(Buffer.from("MZ"), { fileName: "don.pdf" }),
        document: (fileName) => void hoa.sendsDocument(pdf(), { fileName }),
      },
      answers: (about, text) => {
        const answered = hoa
          .sees()
          .findLast((seen) => `${seen.text}${seen.caption}`.includes(about));
        if (answered === undefined) throw new Error(`nobody said ${about}`);
        newest = hoa.sends(text, { replyTo: answered.id });
      },
      refused: () => hoa.blocksBot(),
      edits: (text) => hoa.edits(newest, text),
      deletes: () => hoa.deletes(newest),
      repeats: () => emulator.repeatsUpdate(),
      end: async () => {
        await channel.stop();
        await emulator.close();
        emulator.assertNoViolations();
      },
    };
  },
};

export const terminal: ChannelUnderTest = {
  channel: "console",
  longestText: Number.POSITIVE_INFINITY,
  async open({ account, clock, conversations }): Promise<Stage> {
    const input = new PassThrough();
    const output = new PassThrough();
    // Each reply is written at once, and begins with an empty line; the rest is the prompt.
    const said: string[] = [];
    output.setEncoding("utf8").on("data", (text: string) => {
      if (text.startsWith("\n")) said.push(text);
    });
    const channel = consoleChannel({
      conversations,
      clock,
      account,
      peer: "here",
      input,
      output,
      keepInto: { folder: "nowhere", flow: () => undefined },
      settled: () => conversations.tick(),
    });
    conversations.addSender(channel.sender);
    const talked = channel.talk();
    return {
      peer: "here",
      sees: () => said.map((text) => ({ ...listed(text), picture: text.includes("[photo]") })),
      types: (text) => void input.write(`${text}\n`),
      chooses: (label) => void input.write(`${answerTo(said.at(-1) ?? "", label)}\n`),
      sends: { blank: () => void input.write("   \n") },
      // A line is read once.
      repeats: undefined,
      end: async () => {
        input.end();
        await talked;
      },
    };
  },
};

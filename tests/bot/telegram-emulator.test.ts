import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Bot, GrammyError, InlineKeyboard, InputFile, Keyboard, webhookCallback } from "grammy";
import {
  Bot as OtherBot,
  InputFile as OtherFile,
  webhookCallback as otherWebhookCallback,
} from "node-telegram-bot-api";
import { Markup, Telegraf, Telegram, TelegramError } from "telegraf";
import { message } from "telegraf/filters";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { soon } from "../support/patience.ts";
import { manualClock } from "../support/telegram/clock.ts";
import {
  type EmulatorOptions,
  startTelegramEmulator,
  type TelegramEmulator,
} from "../support/telegram/emulator.ts";
import { telegramLimits } from "../support/telegram/flood.ts";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const JPEG = Buffer.from(
  "ffd8ffe000104a46494600010100000100010000ffc0000b080020004001011100ffd9",
  "hex",
);
const OGG_OPUS = Buffer.concat([
  Buffer.from("OggS\0\x02", "latin1"),
  Buffer.alloc(22),
  Buffer.from("OpusHead"),
  Buffer.from("OggS\0\x04", "latin1"),
  Buffer.from(new BigInt64Array([144_000n]).buffer),
]);
const MP3 = Buffer.from("ID3\x03 a sound", "latin1");

const NOON = Date.UTC(2026, 10, 22, 5);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let emulator: TelegramEmulator;
/** What a test opened and must not leave open, last first. */
let open: Array<() => unknown>;

beforeEach(async () => {
  open = [];
  await restart();
});

afterEach(async () => {
  for (const close of open.reverse()) await close();
  await emulator.close();
  // Whoever plants a violation takes it away again.
  emulator.assertNoViolations();
});

async function restart(options?: EmulatorOptions): Promise<void> {
  await emulator?.close();
  emulator = await startTelegramEmulator(options);
}

interface Answer {
  readonly ok: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the wire carries is compared as it is
  readonly result?: any;
  readonly error_code?: number;
  readonly description?: string;
  readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
}

/** A bare call, without any client's opinions. */
async function call(method: string, parameters: object = {}): Promise<Answer> {
  const response = await fetch(`${emulator.root}/bot${emulator.token}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(parameters),
  });
  const answer = (await response.json()) as Answer;
  expect(response.status).toBe(answer.error_code ?? 200);
  return answer;
}

async function upload(method: string, parts: Record<string, string | Buffer>): Promise<Answer> {
  const form = new FormData();
  for (const [name, part] of Object.entries(parts)) {
    if (typeof part === "string") form.set(name, part);
    else form.set(name, new Blob([new Uint8Array(part)]), "file.bin");
  }
  const response = await fetch(`${emulator.root}/bot${emulator.token}/${method}`, {
    method: "POST",
    body: form,
  });
  return (await response.json()) as Answer;
}

const refused = (code: number, description: string) =>
  expect.objectContaining({ ok: false, error_code: code, description });

/** Somebody who has written to the bot, which has already heard of it. */
async function anAcquaintance(id = 7001) {
  const person = emulator.person({ id, firstName: "Hoa", languageCode: "vi" });
  const messageId = person.sends("xin chào");
  const [update] = (await call("getUpdates")).result;
  await call("getUpdates", { offset: update.update_id + 1 });
  return { person, messageId };
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/telegram/webhook`;
}

describe("grammY, a client we did not write", () => {
  function aBot(): Bot {
    return new Bot(emulator.token, { client: { apiRoot: emulator.root } });
  }

  function poll(bot: Bot): void {
    const polling = bot.start({ timeout: 5 });
    open.push(async () => {
      await bot.stop();
      await polling;
    });
  }

  test("talks with a person who writes, presses, and sees the message change", async () => {
    const bot = aBot();
    bot.command("start", (ctx) =>
      ctx.reply(`Chào <b>${ctx.from?.first_name}</b>, mã ${ctx.match}`, {
        parse_mode: "HTML",
        reply_markup: new InlineKeyboard().text("Xong rồi", "done").text("Khác…", "more"),
      }),
    );
    bot.callbackQuery("done", async (ctx) => {
      await ctx.answerCallbackQuery("Tốt lắm");
      await ctx.editMessageText("Đã xong 🎉");
    });
    poll(bot);
    const hoa = emulator.person({ id: 7001, firstName: "Hoa" });

    hoa.startsWith("join-123456");
    const greeting = await hoa.waitsFor("Chào Hoa");
    const press = hoa.presses("Xong rồi");
    const changed = await hoa.waitsFor(/Đã xong/);

    expect(greeting.text).toBe("Chào Hoa, mã join-123456");
    expect(greeting.entities).toEqual([{ type: "bold", offset: 5, length: 3 }]);
    expect(greeting.buttons).toEqual([["Xong rồi", "Khác…"]]);
    expect(press.kind).toBe("callback");
    expect(changed).toMatchObject({ id: greeting.id, edited: true, buttons: [] });
    expect(hoa.notices()).toEqual([{ text: "Tốt lắm", alert: false }]);
    expect(hoa.turning()).toEqual([]);
  });

  test("sends photos, albums, voice, sound and documents, and fetches what people send", async () => {
    const bot = aBot();
    bot.on("message:photo", async (ctx) => {
      const file = await ctx.getFile();
      const bytes = await fetch(`${emulator.root}/file/bot${emulator.token}/${file.file_path}`);
      await ctx.replyWithPhoto(new InputFile(Buffer.from(await bytes.arrayBuffer())), {
        caption: "Ảnh của <i>bà</i>",
        parse_mode: "HTML",
      });
      await ctx.replyWithPhoto(file.file_id);
      await ctx.replyWithMediaGroup([
        { type: "photo", media: new InputFile(PNG), caption: "một" },
        { type: "photo", media: file.file_id },
      ]);
      await ctx.replyWithVoice(new InputFile(OGG_OPUS));
      await ctx.replyWithAudio(new InputFile(MP3, "huong-dan.mp3"));
      await ctx.replyWithDocument(new InputFile(Buffer.from("%PDF"), "mau-don.pdf"));
    });
    poll(bot);
    const hoa = emulator.person({ id: 7001 });

    hoa.sendsPhoto(JPEG, { caption: "đây" });
    const last = await hoa.waitsFor((seen) => seen.kind === "document");

    const all = hoa.sees();
    expect(all.map((seen) => seen.kind)).toEqual([
      ...["photo", "photo", "photo", "photo", "voice", "audio", "document"],
    ]);
    expect(all[0]).toMatchObject({ caption: "Ảnh của bà", bytes: JPEG });
    expect(all[1]?.bytes).toEqual(JPEG);
    expect(all[2]?.albumId).toBe(all[3]?.albumId);
    expect(all[2]?.albumId).toBeDefined();
    expect(last.bytes?.toString()).toBe("%PDF");
  });

  test("hears every kind of message a person can send", async () => {
    const bot = aBot();
    const heard: unknown[] = [];
    bot.on("message:text", (ctx) =>
      heard.push(ctx.message.forward_origin?.type ?? ctx.message.text),
    );
    bot.on("edited_message:text", (ctx) => heard.push(`sửa: ${ctx.editedMessage.text}`));
    bot.on("message:photo", (ctx) => heard.push(ctx.message.media_group_id));
    bot.on("message:voice", (ctx) => heard.push(ctx.message.voice.duration));
    bot.on("message:sticker", (ctx) => heard.push(ctx.message.sticker.emoji));
    bot.on("message:contact", (ctx) => heard.push(ctx.message.contact.user_id));
    bot.on("message:location", (ctx) => heard.push(ctx.message.location.latitude));
    bot.on("message:document", (ctx) => heard.push(ctx.message.document.file_name));
    bot.on("message:video", (ctx) => heard.push(ctx.message.video.mime_type));
    bot.on("message:audio", (ctx) => heard.push(ctx.message.audio.mime_type));
    bot.on("my_chat_member", (ctx) => heard.push(ctx.myChatMember.new_chat_member.status));
    poll(bot);
    const hoa = emulator.person({ id: 7001 });

    hoa.edits(hoa.sends("mot"), "một");
    hoa.forwards("lời người khác");
    hoa.sendsAlbum([{ bytes: JPEG, caption: "trước" }, { bytes: JPEG }]);
    hoa.sendsVoice(OGG_OPUS);
    hoa.sendsSticker("👍");
    hoa.sendsContact();
    hoa.sendsLocation(22.5, 105.1);
    hoa.sendsDocument(Buffer.from("%PDF"), { fileName: "don.pdf" });
    hoa.sendsVideo(Buffer.from("video"));
    hoa.sendsAudio(MP3);
    hoa.blocksBot();
    await emulator.allConfirmed();

    expect(heard).toEqual([
      ...["mot", "sửa: một", "hidden_user", "13500000000000001", "13500000000000001", 3, "👍"],
      ...[7001, 22.5, "don.pdf", "video/mp4", "audio/mpeg", "kicked"],
    ]);
  });

  test("offers a keyboard, edits captions, copies, deletes and sets its menus", async () => {
    const { person } = await anAcquaintance();
    const { api } = aBot();

    await api.sendMessage(7001, "Chọn", {
      reply_markup: new Keyboard().text("Việc khác").row().requestContact("Gửi số").oneTime(),
    });
    expect(person.keyboard()).toEqual([["Việc khác"], ["Gửi số"]]);
    const pressed = person.presses("Việc khác");
    expect(pressed.kind).toBe("message");
    expect(person.keyboard()).toEqual([]);

    const photo = await api.sendPhoto(7001, new InputFile(PNG), { caption: "cũ" });
    await api.editMessageCaption(7001, photo.message_id, { caption: "mới" });
    await api.copyMessage(7001, 7001, photo.message_id, { caption: "bản chép" });
    await api.deleteMessage(7001, photo.message_id);
    await api.sendChatAction(7001, "typing");
    const hidden = person.sees().find((seen) => seen.id === photo.message_id);
    expect(hidden).toMatchObject({ caption: "mới", deleted: true });
    expect(person.lastSeen()).toMatchObject({ caption: "bản chép", bytes: PNG });

    await api.setMyCommands([{ command: "viec", description: "Việc khác" }], {
      language_code: "vi",
    });
    await api.setMyDescription("Máy của xã (mẫu)");
    await api.setMyShortDescription("Máy");
    await api.setChatMenuButton({ menu_button: { type: "commands" } });
    expect(await api.getMyCommands({ language_code: "vi" })).toHaveLength(1);
    expect(emulator.menuCommands).toEqual([
      {
        scope: "default",
        chat: undefined,
        languageCode: "vi",
        commands: [{ command: "viec", description: "Việc khác" }],
      },
    ]);
    expect(emulator.profile.descriptions.get("")).toBe("Máy của xã (mẫu)");
    expect((await api.getMe()).username).toBe(emulator.username);
    expect((await api.getChat(7001)).type).toBe("private");
  });

  test("reads refusals as the real server words them", async () => {
    const { person, messageId } = await anAcquaintance();
    const { api } = aBot();
    const words = (promise: Promise<unknown>) =>
      promise.then(
        () => "accepted",
        (cause: unknown) => (cause instanceof GrammyError ? cause.description : String(cause)),
      );
    const sent = await api.sendMessage(7001, "một");
    const withKeyboard = await api.sendMessage(7001, "hai", {
      reply_markup: new Keyboard().text("Khác"),
    });

    expect(await words(api.editMessageText(7001, sent.message_id, "một"))).toMatch(
      /^Bad Request: message is not modified/,
    );
    expect(await words(api.editMessageText(7001, 99, "x"))).toBe(
      "Bad Request: message to edit not found",
    );
    expect(await words(api.editMessageText(7001, messageId, "x"))).toBe(
      "Bad Request: message can't be edited",
    );
    expect(await words(api.editMessageText(7001, withKeyboard.message_id, "x"))).toBe(
      "Bad Request: message can't be edited",
    );
    expect(await words(api.editMessageCaption(7001, sent.message_id, { caption: "x" }))).toBe(
      "Bad Request: there is no caption in the message to edit",
    );
    expect(await words(api.deleteMessage(7001, 99))).toBe(
      "Bad Request: message to delete not found",
    );
    expect(await words(api.answerCallbackQuery("1"))).toMatch(/^Bad Request: query is too old/);
    expect(await words(api.sendMessage(42, "x"))).toBe("Bad Request: chat not found");
    expect(await words(api.sendMessage(7001, "x", { reply_parameters: { message_id: 99 } }))).toBe(
      "Bad Request: message to be replied not found",
    );
    person.blocksBot();
    expect(await words(api.sendMessage(7001, "x"))).toBe("Forbidden: bot was blocked by the user");
    person.startsWith();
    expect(await words(api.sendMessage(7001, "x"))).toBe("accepted");
  });

  test("receives by webhook, with the secret and letters cut in half", async () => {
    const bot = aBot();
    bot.on("message:text", (ctx) => ctx.reply(`Nghe: ${ctx.message.text}`));
    await bot.init();
    const secretToken = "bi-mat_1";
    const handle = webhookCallback(bot, "http", { secretToken });
    const server = createServer((request, response) => void handle(request, response));
    const url = await listening(server);
    await bot.api.setWebhook(url, { secret_token: secretToken });
    const hoa = emulator.person({ id: 7001 });

    hoa.sends("Đăng ký khai sinh 👶");
    const heard = await hoa.waitsFor("Nghe:");
    await emulator.allConfirmed();

    expect(heard.text).toBe("Nghe: Đăng ký khai sinh 👶");
    expect(emulator.deliveries.map((delivery) => delivery.status)).toEqual([200]);
    expect(await bot.api.getWebhookInfo()).toMatchObject({ url, pending_update_count: 0 });
  });
});

describe("node-telegram-bot-api, another client we did not write", () => {
  test("polls, shows buttons, answers a press and sends files", async () => {
    const bot = new OtherBot(emulator.token, { apiRoot: emulator.root, maxRetries: 0 });
    bot.hears("xin chào", (ctx) =>
      ctx.reply("*Chọn đi*", {
        parse_mode: "MarkdownV2",
        reply_markup: { inline_keyboard: [[{ text: "Một", callback_data: "1" }]] },
      }),
    );
    bot.on("callback_query", async (ctx) => {
      await ctx.answerCallbackQuery({ text: "Đã bấm", show_alert: true });
      const file = new OtherFile(new Uint8Array(PNG), { filename: "anh.png" });
      await ctx.api.sendPhoto({ chat_id: 7002, photo: file, caption: "ảnh" });
      const voice = new OtherFile(new Uint8Array(OGG_OPUS), { filename: "loi.ogg" });
      await ctx.api.sendVoice({ chat_id: 7002, voice, duration: 3 });
    });
    const polling = bot.startPolling(undefined, { timeout: 5 });
    open.push(async () => {
      bot.stop();
      await polling;
    });
    const tu = emulator.person({ id: 7002, firstName: "Tú" });

    tu.sends("xin chào");
    const question = await tu.waitsFor("Chọn đi");
    tu.presses(question, "Một");
    const voice = await tu.waitsFor((seen) => seen.kind === "voice");

    expect(question.entities).toEqual([{ type: "bold", offset: 0, length: 7 }]);
    expect(tu.notices()).toEqual([{ text: "Đã bấm", alert: true }]);
    expect(tu.sees().map((seen) => seen.kind)).toEqual(["text", "photo", "voice"]);
    expect(voice.bytes).toEqual(OGG_OPUS);
  });

  test("receives by webhook and reads a refusal", async () => {
    const bot = new OtherBot(emulator.token, { apiRoot: emulator.root, maxRetries: 0 });
    bot.on("message", (ctx) => ctx.reply("nghe rồi"));
    const handle = otherWebhookCallback(bot, { secretToken: "s" });
    const server = createServer((request, response) => {
      void (async () => {
        const chunks: Buffer[] = [];
        for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
        const headers = new Headers(request.headers as Record<string, string>);
        const body = Buffer.concat(chunks);
        const answer = await handle(new Request("http://bot/", { method: "POST", headers, body }));
        response.writeHead(answer.status).end();
      })();
    });
    await bot.api.setWebhook({ url: await listening(server), secret_token: "s" });
    const tu = emulator.person({ id: 7002 });

    tu.sends("này");
    await tu.waitsFor("nghe rồi");
    await emulator.allConfirmed();

    await expect(bot.api.sendMessage({ chat_id: 1, text: "x" })).rejects.toMatchObject({
      errorCode: 400,
      description: "Bad Request: chat not found",
    });
  });
});

describe("telegraf, the client our bot uses", () => {
  test("polls, replies with buttons, answers, edits and uploads", async () => {
    const bot = new Telegraf(emulator.token, { telegram: { apiRoot: emulator.root } });
    bot.start((ctx) =>
      ctx.replyWithHTML(
        `Chào, <i>${ctx.payload}</i>`,
        Markup.inlineKeyboard([Markup.button.callback("Nhận giúp", "claim:1")]),
      ),
    );
    bot.action("claim:1", async (ctx) => {
      await ctx.answerCbQuery();
      await ctx.editMessageReplyMarkup(undefined);
      await ctx.replyWithPhoto({ source: PNG, filename: "a.png" }, { caption: "bằng ảnh" });
      await ctx.replyWithVoice({ source: OGG_OPUS });
    });
    bot.on(message("text"), (ctx) => ctx.reply("gì ạ?"));
    const polling = bot.launch();
    open.push(async () => {
      bot.stop();
      await polling;
    });
    const lan = emulator.person({ id: 7003 });

    lan.startsWith("viec");
    const greeting = await lan.waitsFor("Chào, viec");
    lan.presses("Nhận giúp");
    await lan.waitsFor((seen) => seen.kind === "voice");
    lan.sends("chưa hiểu");
    await lan.waitsFor("gì ạ?");

    expect(lan.sees().find((seen) => seen.id === greeting.id)?.buttons).toEqual([]);
    expect(lan.turning()).toEqual([]);
    await emulator.allConfirmed();
  });

  test("gets 429 with the seconds to wait, a 502 page, and a lost answer for a message that arrived", async () => {
    const { person } = await anAcquaintance(7003);
    const telegram = new Telegram(emulator.token, { apiRoot: emulator.root });
    const fault = { kind: "too-many-requests", retryAfterSeconds: 7 } as const;
    emulator.breaks({ method: "sendMessage", fault });
    emulator.breaks({ method: "sendMessage", fault: { kind: "bad-gateway" } });
    emulator.breaks({ method: "sendMessage", fault: { kind: "answer-lost" } });

    const first = await telegram.sendMessage(7003, "một").catch((cause: unknown) => cause);
    const second = await telegram.sendMessage(7003, "hai").catch((cause: unknown) => cause);
    const third = await telegram.sendMessage(7003, "ba").catch((cause: unknown) => cause);

    expect(first).toBeInstanceOf(TelegramError);
    expect(first).toMatchObject({ code: 429, parameters: { retry_after: 7 } });
    expect(second).toMatchObject({ code: 502 });
    expect(third).toMatchObject({ code: "ECONNRESET" });
    expect(person.sees().map((seen) => seen.text)).toEqual(["ba"]);
    const statuses = emulator.callsTo("sendMessage").map((each) => each.status);
    expect(statuses).toEqual([429, 502, undefined]);
  });

  test("may write object parameters of an upload as JSON text", async () => {
    const { person, messageId } = await anAcquaintance(7003);
    const telegram = new Telegram(emulator.token, { apiRoot: emulator.root });

    await telegram.sendPhoto(7003, { source: PNG }, {
      reply_parameters: JSON.stringify({ message_id: messageId }),
    } as never);

    expect(person.lastSeen()?.replyTo).toBe(messageId);
  });
});

describe("what no correct bot sends is a violation", () => {
  const button = (each: object) => ({ reply_markup: { inline_keyboard: [[each]] } });
  const say = (parameters: object) => ({ chat_id: 7001, text: "x", ...parameters });

  test.each<[string, string, object, string]>([
    ["a method that does not exist", "sendMesage", say({}), "the emulator knows no such method"],
    [
      "a misspelt parameter",
      "sendMessage",
      say({ parsemode: "HTML" }),
      'unknown parameter "parsemode"',
    ],
    [
      "a missing parameter",
      "sendMessage",
      { text: "x" },
      'required parameter "chat_id" is missing',
    ],
    ["a number for a text", "sendMessage", say({ text: 5 }), '"text" is not of type String'],
    [
      "a text for a number",
      "deleteMessage",
      { chat_id: 7001, message_id: "5" },
      '"message_id" is not of type Integer',
    ],
    [
      "null for a text",
      "sendMessage",
      say({ parse_mode: null }),
      '"parse_mode" is not of type String',
    ],
    [
      "a keyboard with one dimension",
      "sendMessage",
      say({ reply_markup: { inline_keyboard: [{ text: "a", callback_data: "1" }] } }),
      '"reply_markup.inline_keyboard[0]" is not of type Array of InlineKeyboardButton',
    ],
    [
      "an unknown field in a button",
      "sendMessage",
      say(button({ text: "a", callbackData: "1" })),
      'unknown field "reply_markup.inline_keyboard[0][0].callbackData"',
    ],
    [
      "a button without text",
      "sendMessage",
      say(button({ text: " ", callback_data: "1" })),
      "a button has no text",
    ],
    [
      "a button without action",
      "sendMessage",
      say(button({ text: "a" })),
      "Text buttons are unallowed in the inline keyboard",
    ],
    [
      "a button with two actions",
      "sendMessage",
      say(button({ text: "a", callback_data: "1", url: "https://xa.vn" })),
      "inline keyboard button has 2 actions: callback_data, url",
    ],
    [
      "callback data of 66 bytes",
      "sendMessage",
      say(button({ text: "a", callback_data: "đ".repeat(33) })),
      `callback_data "${"đ".repeat(33)}" has 66 bytes`,
    ],
    [
      "empty callback data",
      "sendMessage",
      say(button({ text: "a", callback_data: "" })),
      'callback_data "" has 0 bytes',
    ],
    [
      "a link to this machine",
      "sendMessage",
      say(button({ text: "a", url: "http://localhost/" })),
      "inline keyboard button URL 'http://localhost/' is invalid: Wrong HTTP URL",
    ],
    ["an empty text", "sendMessage", say({ text: "" }), "message text is empty"],
    ["a text of blanks", "sendMessage", say({ text: " \n " }), "message text is empty"],
    ["4097 characters", "sendMessage", say({ text: "đ".repeat(4097) }), "message is too long"],
    [
      "an unclosed tag",
      "sendMessage",
      say({ text: "<b>x", parse_mode: "HTML" }),
      `can't parse entities: Can't find end tag corresponding to start tag "b"`,
    ],
    [
      "an unknown tag",
      "sendMessage",
      say({ text: "số <3", parse_mode: "HTML" }),
      "can't parse entities: Unclosed start tag at byte offset 5",
    ],
    [
      "a foreign tag",
      "sendMessage",
      say({ text: "<p>x</p>", parse_mode: "HTML" }),
      'can\'t parse entities: Unsupported start tag "p" at byte offset 0',
    ],
    [
      "crossed tags",
      "sendMessage",
      say({ text: "<b><i>x</b></i>", parse_mode: "HTML" }),
      `can't parse entities: Unmatched end tag at byte offset 7, expected "</i>", found "</b>"`,
    ],
    [
      "an unescaped dot",
      "sendMessage",
      say({ text: "x.", parse_mode: "MarkdownV2" }),
      "can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'",
    ],
    [
      "an open asterisk",
      "sendMessage",
      say({ text: "*x", parse_mode: "MarkdownV2" }),
      "can't parse entities: Can't find end of Bold entity at byte offset 0",
    ],
    [
      "an unknown parse mode",
      "sendMessage",
      say({ parse_mode: "BBCode" }),
      'parse_mode "BBCode" does not exist',
    ],
    [
      "an unknown file id",
      "sendPhoto",
      { chat_id: 7001, photo: "AgAC" },
      '"AgAC" is not the id of any file',
    ],
    ["an edit of nothing", "editMessageText", { text: "x" }, "message identifier is not specified"],
    [
      "an unknown action",
      "sendChatAction",
      { chat_id: 7001, action: "thinking" },
      'there is no chat action "thinking"',
    ],
    [
      "a command with a hyphen",
      "setMyCommands",
      { commands: [{ command: "viec-khac", description: "x" }] },
      '"viec-khac" cannot be a command',
    ],
    [
      "an unknown command scope",
      "setMyCommands",
      { commands: [], scope: { type: "everybody" } },
      '"scope.type" is not "default"',
    ],
    [
      "an album of one",
      "sendMediaGroup",
      { chat_id: 7001, media: [{ type: "photo", media: "x" }] },
      "wrong number of media: an album has 2 to 10 items",
    ],
    ["a limit of 101", "getUpdates", { limit: 101 }, "limit 101 is not within 1 and 100"],
    [
      "a webhook without TLS elsewhere",
      "setWebhook",
      { url: "http://xa.vn/" },
      "bad webhook: An HTTPS URL must be provided for webhook",
    ],
    [
      "an illegal secret",
      "setWebhook",
      { url: "http://127.0.0.1:1/", secret_token: "bí mật" },
      "secret token contains illegal characters",
    ],
    [
      "an answer of 201 characters",
      "answerCallbackQuery",
      { callback_query_id: "1", text: "x".repeat(201) },
      "MESSAGE_TOO_LONG",
    ],
    [
      "a file of another form",
      "sendPhoto",
      { chat_id: 7001, photo: "attach://anh" },
      '"attach://anh" names no part of the form',
    ],
  ])("%s", async (_, method, parameters, violation) => {
    await anAcquaintance();

    const answer = await call(method, parameters);

    expect(answer.error_code).toBe(method === "sendMesage" ? 404 : 400);
    expect(() => emulator.assertNoViolations()).toThrow(violation);
    expect(emulator.takeViolations()).toEqual([`${method}: ${violation}`]);
    emulator.assertNoViolations();
  });

  test.each<[string, string, Record<string, string | Buffer>, string]>([
    [
      "a voice that is no voice",
      "sendVoice",
      { voice: Buffer.from("RIFF....WAVE") },
      "voice is not ogg/opus, mp3 or m4a",
    ],
    [
      "an Ogg without Opus",
      "sendVoice",
      { voice: Buffer.from("OggS vorbis") },
      "voice is not ogg/opus, mp3 or m4a",
    ],
    [
      "a photo that is no picture",
      "sendPhoto",
      { photo: Buffer.from("<svg/>") },
      "sendPhoto: photo is not JPEG, PNG or WebP",
    ],
    [
      "a photo above 10 MB",
      "sendPhoto",
      { photo: Buffer.concat([PNG, Buffer.alloc(10 * 1024 * 1024)]) },
      `sendPhoto: photo has ${PNG.length + 10 * 1024 * 1024} bytes, more than 10 MB`,
    ],
    [
      "a caption of 1025 characters",
      "sendPhoto",
      { photo: PNG, caption: "x".repeat(1025) },
      "sendPhoto: message caption is too long",
    ],
    [
      "a part that belongs to nothing",
      "sendPhoto",
      { photo: PNG, other: PNG },
      'sendPhoto: file part "other" belongs to no parameter',
    ],
  ])("%s", async (_, method, parts, violation) => {
    await anAcquaintance();

    await upload(method, { chat_id: "7001", ...parts });

    expect(emulator.takeViolations()).toEqual([violation]);
  });

  test("a photo wider and higher than 10000 together", async () => {
    await anAcquaintance();
    const wide = Buffer.from(PNG);
    wide.writeUInt32BE(9000, 16);
    wide.writeUInt32BE(1001, 20);

    await upload("sendPhoto", { chat_id: "7001", photo: wide });

    expect(emulator.takeViolations()).toEqual(["sendPhoto: photo measures 9000 x 1001"]);
  });

  test("a voice of each kind that Telegram plays is none", async () => {
    const { person } = await anAcquaintance();
    const m4a = Buffer.from("\0\0\0\x20ftypM4A ", "latin1");

    for (const voice of [OGG_OPUS, MP3, m4a]) await upload("sendVoice", { chat_id: "7001", voice });

    expect(person.sees().map((seen) => seen.kind)).toEqual(["voice", "voice", "voice"]);
  });

  test("4096 characters beside the plane of the alphabet are accepted, and markup does not count", async () => {
    const { person } = await anAcquaintance();

    await call("sendMessage", { chat_id: 7001, text: "👶".repeat(4096) });
    await call("sendMessage", {
      chat_id: 7001,
      text: `<b>${"x".repeat(4096)}</b>`,
      parse_mode: "HTML",
    });

    expect(person.sees()).toHaveLength(2);
  });

  test.each<[string, string, string, readonly object[]]>([
    [
      "HTML",
      "<b>Dạ <i>bà</i></b> 👶 &lt;3 <a href='https://xa.vn'>đây</a>",
      "Dạ bà 👶 <3 đây",
      [
        { type: "bold", offset: 0, length: 5 },
        { type: "italic", offset: 3, length: 2 },
        { type: "text_link", offset: 12, length: 3, url: "https://xa.vn" },
      ],
    ],
    ["HTML", "\n  <code>A&amp;B</code>\n", "A&B", [{ type: "code", offset: 0, length: 3 }]],
    [
      "MarkdownV2",
      "*Dạ* _bà_ __ơi__ ||kín|| 1\\.5 [đây](https://xa.vn/a\\)b)",
      "Dạ bà ơi kín 1.5 đây",
      [
        { type: "bold", offset: 0, length: 2 },
        { type: "italic", offset: 3, length: 2 },
        { type: "underline", offset: 6, length: 2 },
        { type: "spoiler", offset: 9, length: 3 },
        { type: "text_link", offset: 17, length: 3, url: "https://xa.vn/a)b" },
      ],
    ],
    ["MarkdownV2", "```txt\na.b\n```", "a.b", [{ type: "pre", offset: 0, length: 3 }]],
    [
      "Markdown",
      "*Dạ* _bà_ [đây](https://xa.vn) 1.5 \\*",
      "Dạ bà đây 1.5 *",
      [
        { type: "bold", offset: 0, length: 2 },
        { type: "italic", offset: 3, length: 2 },
        { type: "text_link", offset: 6, length: 3, url: "https://xa.vn" },
      ],
    ],
  ])("%s is read as people see it: %s", async (parse_mode, text, read, entities) => {
    const { person } = await anAcquaintance();

    await call("sendMessage", { chat_id: 7001, text, parse_mode });

    expect(person.lastSeen()).toMatchObject({ text: read, entities });
  });

  test("an urlencoded form may hold numbers, truths and objects as text", async () => {
    const { person, messageId } = await anAcquaintance();
    const reply_markup = JSON.stringify({
      inline_keyboard: [[{ text: "Có", callback_data: "y" }]],
    });
    const form = {
      chat_id: "7001",
      text: "Được?",
      reply_to_message_id: String(messageId),
      reply_markup,
    };

    const response = await fetch(`${emulator.root}/bot${emulator.token}/SENDMESSAGE`, {
      method: "POST",
      body: new URLSearchParams({ ...form, disable_notification: "true" }),
    });

    expect(response.status).toBe(200);
    expect(person.lastSeen()).toMatchObject({ buttons: [["Có"]], replyTo: messageId });
    expect(emulator.callsTo("sendMessage")[0]?.parameters).toMatchObject({
      chat_id: 7001,
      disable_notification: true,
    });
  });

  test("a wrong token is refused and a file link dies after an hour", async () => {
    const clock = manualClock(NOON);
    await restart({ clock });
    const hoa = emulator.person({ id: 7001 });
    hoa.sendsPhoto(JPEG);
    const [update] = (await call("getUpdates")).result;
    const { file_path: path } = (
      await call("getFile", { file_id: update.message.photo.at(-1).file_id })
    ).result;
    const link = `${emulator.root}/file/bot${emulator.token}/${path}`;

    const wrong = await fetch(`${emulator.root}/bot1:wrong/getMe`);
    const inTime = await fetch(link);
    clock.advance(HOUR);
    const late = await fetch(link);

    expect(await wrong.json()).toEqual({ ok: false, error_code: 401, description: "Unauthorized" });
    expect(Buffer.from(await inTime.arrayBuffer())).toEqual(JPEG);
    expect(late.status).toBe(404);
  });
});

describe("updates", () => {
  test("come again until an offset confirms them", async () => {
    const hoa = emulator.person({ id: 7001 });
    for (const text of ["một", "hai", "ba"]) hoa.sends(text);
    const ids = (answer: Answer) =>
      answer.result.map((each: { update_id: number }) => each.update_id);

    const first = ids(await call("getUpdates"));
    const again = ids(await call("getUpdates", { limit: 2 }));
    const rest = ids(await call("getUpdates", { offset: first[1] }));
    const last = ids(await call("getUpdates", { offset: -1 }));
    const confirmed = ids(await call("getUpdates", { offset: first[2] + 1 }));

    expect(first).toEqual([first[0], first[0] + 1, first[0] + 2]);
    expect(again).toEqual(first.slice(0, 2));
    expect(rest).toEqual(first.slice(1));
    expect(last).toEqual(first.slice(2));
    expect(confirmed).toEqual([]);
    expect(emulator.pendingUpdates).toBe(0);
  });

  test("end a long poll at once, and silence ends it after its time", async () => {
    const clock = manualClock(NOON);
    await restart({ clock });
    const hoa = emulator.person({ id: 7001 });
    const polled = call("getUpdates", { timeout: 30 });
    await expect.poll(() => emulator.calls.length, soon).toBe(1);

    hoa.sends("này");
    const [update] = (await polled).result;
    const silent = call("getUpdates", { timeout: 30, offset: update.update_id + 1 });
    await expect.poll(() => emulator.pendingUpdates, soon).toBe(0);
    await expect.poll(() => emulator.calls.length, soon).toBe(2);
    clock.advance(30_000);

    expect(update.message.text).toBe("này");
    expect((await silent).result).toEqual([]);
  });

  test("are refused to the older of two pollers and while a webhook is set", async () => {
    const older = call("getUpdates", { timeout: 50 });
    await expect.poll(() => emulator.calls.length, soon).toBe(1);
    const newer = call("getUpdates", { timeout: 50 });
    await expect.poll(() => emulator.calls.length, soon).toBe(2);

    await call("setWebhook", { url: "http://127.0.0.1:1/" });
    const during = await call("getUpdates");
    await call("deleteWebhook");
    const after = await call("getUpdates");

    expect((await older).description).toMatch(/^Conflict: terminated by other getUpdates request/);
    expect(await newer).toEqual(refused(409, "Conflict: terminated by setWebhook request"));
    expect(during.description).toMatch(/^Conflict: can't use getUpdates method while webhook/);
    expect(after.ok).toBe(true);
  });

  test("of kinds the bot did not ask for are never made, and the choice is remembered", async () => {
    const hoa = emulator.person({ id: 7001 });
    await call("getUpdates", { allowed_updates: ["callback_query"] });

    hoa.sends("không ai nghe");
    hoa.pressesOld(1, "cu");
    const { result } = await call("getUpdates");

    expect(result).toHaveLength(1);
    expect(result[0].callback_query).toMatchObject({ data: "cu", message: { date: 0 } });
  });

  test("are forgotten when they are too old: a press after 150 s, words after a day", async () => {
    const clock = manualClock(NOON);
    await restart({ clock });
    const hoa = emulator.person({ id: 7001 });
    hoa.sends("này");
    hoa.pressesOld(1, "cu");

    clock.advance(150_000);
    const withoutPress = (await call("getUpdates")).result;
    clock.advance(24 * HOUR);
    const nothing = (await call("getUpdates")).result;

    expect(withoutPress.map((each: object) => Object.keys(each)[1])).toEqual(["message"]);
    expect(nothing).toEqual([]);
  });

  test("can be injected as they are, and repeated under their id", async () => {
    const raw = { message: { strange: true, chat: { id: 5, type: "private" } } };

    const id = emulator.injectUpdate(raw);
    await call("getUpdates", { offset: id + 1 });
    emulator.repeatsUpdate(id);
    const { result } = await call("getUpdates", { offset: id + 1 });

    expect(result).toEqual([{ update_id: id, ...raw }]);
    expect((await call("sendMessage", { chat_id: 5, text: "được" })).ok).toBe(true);
  });
});

describe("a webhook", () => {
  interface Received {
    readonly id: number;
    readonly text: string | undefined;
    readonly secret: unknown;
  }

  /** A server that answers what it is told and notes what it got. */
  async function aWebhook(answer: (nth: number) => { status: number; body?: string }) {
    const received: Received[] = [];
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const update = JSON.parse(Buffer.concat(chunks).toString("utf8"));
        const secret = request.headers["x-telegram-bot-api-secret-token"];
        received.push({ id: update.update_id, text: update.message?.text, secret });
        const { status, body } = answer(received.length);
        response.writeHead(status, { "content-type": "application/json" }).end(body);
      });
    });
    return { url: await listening(server), received };
  }

  test("gets each update again until it answers 2xx, with later ones of that chat waiting", async () => {
    await restart({ webhookWaitAfter: () => 1 });
    const { url, received } = await aWebhook((nth) => ({ status: nth <= 2 ? 500 : 200 }));
    await call("setWebhook", { url, secret_token: "s-1", max_connections: 1 });
    const hoa = emulator.person({ id: 7001 });

    hoa.sends("một");
    hoa.sends("hai");
    await emulator.allConfirmed();

    expect(received.map((each) => each.text)).toEqual(["một", "một", "một", "hai"]);
    expect(new Set(received.map((each) => each.secret))).toEqual(new Set(["s-1"]));
    expect(emulator.deliveries.map((each) => [each.attempt, each.status])).toEqual([
      ...[
        [1, 500],
        [2, 500],
        [3, 200],
        [1, 200],
      ],
    ]);
    const info = (await call("getWebhookInfo")).result;
    expect(info.last_error_message).toBe(
      "Wrong response from the webhook: 500 Internal Server Error",
    );
  });

  test("waits for the clock between attempts, first not at all and then 2 s", async () => {
    const clock = manualClock(NOON);
    await restart({ clock });
    const { url, received } = await aWebhook((nth) => ({ status: nth <= 2 ? 503 : 200 }));
    await call("setWebhook", { url });
    emulator.person({ id: 7001 }).sends("một");

    await expect.poll(() => emulator.deliveries.length, soon).toBe(1);
    clock.advance(0);
    await expect.poll(() => emulator.deliveries.length, soon).toBe(2);
    clock.advance(1999);
    expect(received).toHaveLength(2);
    clock.advance(1);
    await emulator.allConfirmed();

    expect(received).toHaveLength(3);
  });

  test("that fails for one chat does not hold up another", async () => {
    const clock = manualClock(NOON);
    await restart({ clock });
    const { url, received } = await aWebhook((nth) => ({ status: nth === 1 ? 500 : 200 }));
    await call("setWebhook", { url, max_connections: 1 });

    emulator.person({ id: 7001 }).sends("một");
    await expect.poll(() => emulator.deliveries.length, soon).toBe(1);
    emulator.person({ id: 7002 }).sends("hai");
    await expect.poll(() => received.length, soon).toBe(2);

    expect(received[1]?.text).toBe("hai");
    clock.advance(0);
    await emulator.allConfirmed();
  });

  test("that says nothing for 60 s is asked again", async () => {
    const clock = manualClock(NOON);
    await restart({ clock });
    let requests = 0;
    const server = createServer((_, response) => {
      requests += 1;
      if (requests > 1) response.end();
    });
    await call("setWebhook", { url: await listening(server) });
    emulator.person({ id: 7001 }).sends("này");

    await expect.poll(() => requests, soon).toBe(1);
    clock.advance(60_000);
    await expect.poll(() => emulator.deliveries.length, soon).toBe(1);
    clock.advance(0);
    await emulator.allConfirmed();

    expect(emulator.deliveries.map((each) => each.status)).toEqual([undefined, 200]);
  });

  test("may answer with a call", async () => {
    const body = JSON.stringify({
      method: "sendMessage",
      chat_id: 7001,
      text: "trong câu trả lời",
    });
    const { url } = await aWebhook(() => ({ status: 200, body }));
    await call("setWebhook", { url });
    const hoa = emulator.person({ id: 7001 });

    hoa.sends("này");

    expect((await hoa.waitsFor("trong")).text).toBe("trong câu trả lời");
  });
});

describe("what goes wrong on demand", () => {
  test.each(["blocked", "server-error", "bad-gateway", "web-page"] as const)(
    "%s: the message does not arrive and the next one does",
    async (kind) => {
      const { person } = await anAcquaintance();
      emulator.breaks({ method: "sendMessage", chat: 7001, fault: { kind } });
      const send = () =>
        fetch(`${emulator.root}/bot${emulator.token}/sendMessage?chat_id=7001&text=x`);

      const broken = await send();
      const whole = await send();

      const status = { blocked: 403, "server-error": 500, "bad-gateway": 502, "web-page": 200 };
      expect(broken.status).toBe(status[kind]);
      expect(whole.status).toBe(200);
      expect(person.sees()).toHaveLength(1);
    },
  );

  test.each([
    ["silence", 0],
    ["reset", 0],
    ["answer-lost", 1],
    ["answer-withheld", 1],
  ] as const)("%s: no answer, and %i messages arrive", async (kind, arrived) => {
    const { person } = await anAcquaintance();
    emulator.breaks({ fault: { kind } });
    const giveUp = new AbortController();

    const sent = fetch(`${emulator.root}/bot${emulator.token}/sendMessage?chat_id=7001&text=x`, {
      signal: giveUp.signal,
    });
    sent.catch(() => undefined);
    await expect.poll(() => emulator.callsTo("sendMessage").length, soon).toBe(1);
    if (kind === "silence" || kind === "answer-withheld") giveUp.abort();

    await expect(sent).rejects.toThrow();
    expect(person.sees()).toHaveLength(arrived);
  });

  test("slow: the message is there before the answer", async () => {
    const clock = manualClock(NOON);
    await restart({ clock });
    const { person } = await anAcquaintance();
    emulator.breaks({ fault: { kind: "slow", milliseconds: 9000 } });

    const sent = call("sendMessage", { chat_id: 7001, text: "chậm" });
    await person.waitsFor("chậm");
    expect(emulator.callsTo("sendMessage")[0]?.status).toBeUndefined();
    clock.advance(9000);

    expect((await sent).ok).toBe(true);
  });

  test("too much for one chat, then for one group, is told how long to wait", async () => {
    const clock = manualClock(NOON);
    await restart({ clock, flood: telegramLimits });
    await anAcquaintance();
    const group = emulator.group({ id: -100_1, title: "Tổ (mẫu)" });
    const send = async (chat: number) =>
      (await call("sendMessage", { chat_id: chat, text: "x" })).parameters?.retry_after ?? 0;

    const burst: number[] = [];
    for (let n = 0; n < 6; n += 1) burst.push(await send(7001));
    clock.advance(1000);
    const afterPause = [await send(7001), await send(7001)];
    const inGroup: number[] = [];
    for (let n = 0; n < 21; n += 1) {
      clock.advance(1000);
      inGroup.push(await send(group.id));
    }

    expect(burst).toEqual([0, 0, 0, 0, 0, 1]);
    expect(afterPause).toEqual([0, 1]);
    expect(inGroup.slice(0, 20)).toEqual(Array(20).fill(0));
    expect(inGroup[20]).toBe(40);
  });
});

describe("time and place", () => {
  test("a press is answered once and within 150 s; a message goes within 48 hours", async () => {
    const clock = manualClock(NOON);
    await restart({ clock });
    const { person } = await anAcquaintance();
    const reply_markup = { inline_keyboard: [[{ text: "Có", callback_data: "y" }]] };
    const sent = (await call("sendMessage", { chat_id: 7001, text: "Được?", reply_markup })).result;
    const press = () => {
      const pressed = person.presses("Có");
      return pressed.kind === "callback" ? pressed.id : "";
    };
    const answerTo = (id: string) => call("answerCallbackQuery", { callback_query_id: id });

    const once = press();
    expect((await answerTo(once)).ok).toBe(true);
    expect((await answerTo(once)).description).toMatch(/query is too old/);
    const late = press();
    clock.advance(150_000);
    expect((await answerTo(late)).description).toMatch(/query is too old/);
    expect(person.turning()).toEqual([late]);

    clock.advance(48 * HOUR);
    expect(await call("deleteMessage", { chat_id: 7001, message_id: sent.message_id })).toEqual(
      refused(400, "Bad Request: message can't be deleted"),
    );
  });

  test("a person presses only what is there to see", async () => {
    const { person } = await anAcquaintance();
    const reply_markup = {
      inline_keyboard: [
        [
          { text: "Trang xã", url: "https://xa.vn/" },
          { text: "Có", callback_data: "y" },
        ],
      ],
    };
    const sent = (await call("sendMessage", { chat_id: 7001, text: "Được?", reply_markup })).result;

    expect(person.presses("Trang xã")).toEqual({ kind: "link", url: "https://xa.vn/" });
    expect(() => person.presses("Không")).toThrow('sees no button "Không"; only ["Trang xã","Có"]');
    person.deletes(sent.message_id);
    expect(() => person.presses("Có")).toThrow("sees no button");
    expect(
      (await call("editMessageText", { chat_id: 7001, message_id: sent.message_id, text: "x" }))
        .description,
    ).toBe("Bad Request: message to edit not found");
  });

  test("a person who waits in vain is told what there was to see", async () => {
    const { person } = await anAcquaintance();
    await call("sendMessage", { chat_id: 7001, text: "khác" });

    await expect(person.waitsFor("mong đợi", 5)).rejects.toThrow(/waited 5 ms.*\n.*khác/);
  });

  test("a person's own app cuts long texts and opens no link with a bad payload", async () => {
    const hoa = emulator.person({ id: 7001 });

    hoa.sends("x".repeat(4097));

    expect(emulator.pendingUpdates).toBe(2);
    expect(() => hoa.startsWith("dấu cách")).toThrow("opens no link");
  });

  test("in a group the bot hears everything as administrator and only commands as member", async () => {
    const hoa = emulator.person({ id: 7001 });
    const open = emulator.group({ id: -1001 });
    const shy = emulator.group({ id: -1002, bot: "member" });

    hoa.in(open).sends("một");
    hoa.in(shy).sends("hai");
    hoa.in(shy).sends("/giup");
    const { result } = await call("getUpdates");

    expect(result.map((each: { message: { text: string } }) => each.message.text)).toEqual([
      "một",
      "/giup",
    ]);
    expect(await call("sendMessage", { chat_id: 7001, text: "x" })).toEqual(
      refused(403, "Forbidden: bot can't initiate conversation with a user"),
    );
  });

  test("a group that moves names its new id, and one that dismissed the bot refuses it", async () => {
    const hoa = emulator.person({ id: 7001 });
    const group = emulator.group({ id: -5, kind: "group" });
    group.becomesSupergroup(-100_5);

    const moved = await call("sendMessage", { chat_id: -5, text: "x" });
    const there = await call("sendMessage", { chat_id: -100_5, text: "tới rồi" });
    group.removesBot(hoa);
    const dismissed = await call("sendMessage", { chat_id: -100_5, text: "x" });

    expect(moved.parameters?.migrate_to_chat_id).toBe(-100_5);
    expect(there.ok).toBe(true);
    expect(hoa.in(group).lastSeen()?.text).toBe("tới rồi");
    expect(dismissed.description).toBe("Forbidden: bot was kicked from the supergroup chat");
  });
});

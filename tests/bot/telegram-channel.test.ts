import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  type TelegramChannel,
  type TelegramOptions,
  telegramChannel,
} from "../../src/bot/channels/telegram/telegram-channel.ts";
import { voiceForm } from "../../src/bot/conversations/media/voice-form.ts";
import {
  type AccountId,
  boardOf,
  type CaseId,
  type MediaId,
  type PropagandistId,
} from "../../src/flows/index.ts";
import { soon } from "../support/patience.ts";
import { manualClock } from "../support/telegram/clock.ts";
import {
  type EmulatorOptions,
  startTelegramEmulator,
  type TelegramEmulator,
} from "../support/telegram/emulator.ts";
import { FakeConversations } from "../support/telegram/fake-conversations.ts";
import { telegramLimits } from "../support/telegram/flood.ts";

const ACCOUNT = "telegram:thu" as AccountId;
const NOON = Date.UTC(2026, 10, 22, 5);

const recorded = (name: string): Buffer =>
  readFileSync(new URL(`../support/media/${name}`, import.meta.url));
const JPEG = recorded("square.jpg");
const WEBM = recorded("tone.webm");

/** Time that moves only when a test moves it, for the channel alone. */
function testClock() {
  const clock = manualClock(NOON);
  return {
    ...clock,
    sleep: (milliseconds: number, signal?: AbortSignal) =>
      new Promise<void>((resolve) => {
        if (signal?.aborted === true) return resolve();
        const cancel = clock.after(milliseconds, resolve);
        signal?.addEventListener("abort", () => {
          cancel();
          resolve();
        });
      }),
  };
}

let emulator: TelegramEmulator;
let clock: ReturnType<typeof testClock>;
let conversations: FakeConversations;
let channel: TelegramChannel;
let logged: string[];

beforeEach(async () => {
  logged = [];
  await aHouse();
});

afterEach(async () => {
  await channel.stop();
  await emulator.close();
  emulator.assertNoViolations();
});

async function aHouse(options: EmulatorOptions = {}): Promise<void> {
  await channel?.stop();
  await emulator?.close();
  emulator = await startTelegramEmulator(options);
  clock = testClock();
  conversations = new FakeConversations(ACCOUNT, clock);
  aChannel();
}

function aChannel(changes: Partial<TelegramOptions> = {}): TelegramChannel {
  channel = telegramChannel({
    token: emulator.token,
    apiRoot: emulator.root,
    account: ACCOUNT,
    conversations,
    clock,
    log: pino({ level: "trace" }, { write: (line: string) => void logged.push(line) }),
    mode: "polling",
    operator: () => ({ name: { vi: "UBND xã Tân An", en: "Tân An commune" }, trial: true }),
    ...changes,
  });
  conversations.sendsThrough(channel.sender);
  return channel;
}

const hoa = () => emulator.person({ id: 7001, firstName: "Hoa", languageCode: "vi" });
const inbounds = () => conversations.inbounds.map(({ inbound }) => inbound);

/** Lets time pass in small steps until the thing has happened; it stands still while a call is under way. */
async function passesUntil(happened: () => boolean, { step = 250 } = {}): Promise<void> {
  await vi.waitFor(() => {
    if (happened()) return;
    if (!emulator.busy) clock.advance(step);
    throw new Error("not yet");
  }, soon);
}

const until = async (happened: () => boolean) =>
  await vi.waitFor(() => {
    if (!happened()) throw new Error("not yet");
  }, soon);

const buttonsOn = (id: number) =>
  hoa()
    .sees()
    .find((each) => each.id === id)
    ?.buttons.flat();

describe("what a person sends", () => {
  test("words reach the conversation and the answer comes back with buttons", async () => {
    conversations.answers = () => [
      { text: "Dạ, cần việc gì ạ?", choices: [{ id: "f:khai-sinh", says: "Khai sinh" }] },
    ];
    await channel.start();

    hoa().sends("xin chào");

    const question = await hoa().waitsFor("cần việc gì");
    expect(question.buttons).toEqual([["Khai sinh"]]);
    expect(conversations.inbounds).toEqual([
      {
        account: ACCOUNT,
        peer: "7001",
        key: expect.stringMatching(/^u\d+$/),
        at: NOON,
        inbound: { kind: "words", text: "xin chào", masked: [], message: "1001" },
      },
    ]);
    await emulator.allConfirmed();
  });

  test.each([
    ["/start", { command: "start" }],
    ["/start khai-sinh", { command: "start", payload: "khai-sinh" }],
    ["/start mật khẩu là Hoa1985", { command: "start" }],
    ["/viec", { command: "menu" }],
    ["/việc", { command: "menu" }],
    ["/menu", { command: "menu" }],
    ["/giup", { command: "human" }],
    ["/giup@cau_noi_thu_bot", { command: "human" }],
    ["/giup@bot_khac", { command: "unknown" }],
    ["/human tôi bị lạc", { command: "human" }],
    ["/nghỉ", { command: "later" }],
    ["/later", { command: "later" }],
    ["/tieng", { command: "language" }],
    ["/language", { command: "language" }],
    ["/xóa", { command: "delete" }],
    ["/Delete", { command: "delete" }],
    ["/help", { command: "help" }],
    ["/lalala", { command: "unknown" }],
  ])("%s is a command", async (typed, meant) => {
    await channel.start();

    hoa().sends(typed);

    await until(() => inbounds().length === 1);
    expect(inbounds()[0]).toEqual({ kind: "command", ...meant });
  });

  test.each([
    ["/start join-7f3kq9m2x4ab8c1d", "7f3kq9m2x4ab8c1d"],
    ["join-7F3KQ9M2X4AB8C1D", "7f3kq9m2x4ab8c1d"],
    ["mã của tôi là join-7f3kq9m2x4ab8c1d ạ", "7f3kq9m2x4ab8c1d"],
    ["https://t.me/cau_noi_thu_bot?start=join-7f3kq9m2x4ab8c1d", "7f3kq9m2x4ab8c1d"],
  ])("an invitation in %s is used and never becomes words", async (typed, code) => {
    await channel.start();

    hoa().sends(typed);

    await until(() => conversations.joined.length === 1);
    expect(conversations.joined).toEqual([
      { peer: "7001", key: expect.stringMatching(/^u\d+$/), code },
    ]);
    expect(JSON.stringify([inbounds(), logged]).toLowerCase()).not.toContain(code);
  });

  test("a secret is masked before the conversation, and its message removed", async () => {
    conversations.removes = (inbound) => inbound.kind === "words" && inbound.masked.length > 0;
    await channel.start();

    const id = hoa().sends("mã OTP là 482913");

    await until(() => emulator.callsTo("deleteMessage").length === 1);
    expect(inbounds()[0]).toMatchObject({ kind: "words", masked: ["otp"] });
    expect(JSON.stringify([inbounds(), logged])).not.toContain("482913");
    expect(emulator.callsTo("deleteMessage")[0]?.parameters).toEqual({
      chat_id: 7001,
      message_id: id,
    });
  });

  test("a secret behind a command is kept by nobody, and removed in spite of a bad network", async () => {
    emulator.breaks({ method: "deleteMessage", times: 2, fault: { kind: "server-error" } });
    await channel.start();

    hoa().sends("/giup mã OTP là 482913");

    await passesUntil(() => emulator.callsTo("deleteMessage").length === 3);
    expect(inbounds()).toEqual([{ kind: "command", command: "human" }]);
    expect(logged.join("")).not.toContain("482913");
  });

  test("what was written before the newest question was delivered says so", async () => {
    conversations.answers = ({ inbound }) =>
      inbound.kind === "words" && inbound.text === "một"
        ? [{ text: "Hỏi một", choices: [{ id: "done", says: "Xong rồi" }] }]
        : [];
    await channel.start();

    hoa().sends("một");
    await hoa().waitsFor("Hỏi một");
    await until(() => conversations.results.length === 1);
    hoa().sends("xong");

    await until(() => inbounds().length === 2);
    expect(inbounds()).toMatchObject([
      { kind: "words", text: "một", masked: [] },
      { kind: "words", text: "xong", masked: [], seen: 1 },
    ]);
  });

  test("a photo arrives whole, with its caption masked and its album named", async () => {
    await channel.start();

    hoa().sendsAlbum([{ bytes: JPEG, caption: "mật khẩu: HoaNgoc@1985" }, { bytes: JPEG }]);

    await until(() => inbounds().length === 2);
    const [first, second] = inbounds();
    expect(first).toMatchObject({ kind: "photo", masked: ["password"] });
    expect(second).toMatchObject({ kind: "photo", caption: "", masked: [] });
    expect(JSON.stringify(first)).not.toMatch(/HoaNgoc|@1985/);
    const albums = new Set(inbounds().map((each) => each.kind === "photo" && each.album));
    expect(albums.size).toBe(1);
    const kept = conversations.media("m1" as MediaId);
    expect(kept).toMatchObject({ form: "photo", type: "image/jpeg" });
    expect(kept?.bytes.length).toBeGreaterThan(100);
  });

  test("a picture sent as a file is a photo too", async () => {
    await channel.start();

    hoa().sendsDocument(recorded("square.png"), { fileName: "anh.png", mimeType: "image/png" });

    await until(() => inbounds().length === 1);
    expect(inbounds()[0]).toMatchObject({ kind: "photo" });
    expect(conversations.media("m1" as MediaId)).toMatchObject({ type: "image/png" });
  });

  test("a voice message arrives byte by byte", async () => {
    const { toOggOpus } = await import("../../src/bot/conversations/media/voice-form.ts");
    const spoken = Buffer.from(toOggOpus(WEBM));
    await channel.start();

    hoa().sendsVoice(spoken);

    await until(() => inbounds().length === 1);
    expect(inbounds()[0]).toMatchObject({ kind: "voice", media: "m1" });
    const kept = conversations.media("m1" as MediaId);
    expect(Buffer.from(kept?.bytes ?? []).equals(spoken)).toBe(true);
    expect(kept?.type).toBe("audio/ogg");
  });

  test("what cannot be read is named", async () => {
    await channel.start();
    const person = hoa();

    person.sendsSticker();
    person.sendsDocument(Buffer.from("MZ"), { fileName: "don.pdf" });
    person.sendsDocument(Buffer.from("no picture"), { mimeType: "image/png" });
    person.sendsVideo(Buffer.from("film"));
    person.sendsAudio(Buffer.from("no song"));
    person.sendsLocation();
    person.sendsContact();
    person.sendsVoice(Buffer.from("noise"));
    emulator.injectUpdate({
      message: {
        message_id: 900,
        date: 1,
        chat: { id: 7001, type: "private", first_name: "Hoa" },
        from: { id: 7001, is_bot: false, first_name: "Hoa" },
        dice: { emoji: "🎲", value: 3 },
      },
    });
    emulator.injectUpdate({
      message: {
        message_id: 901,
        date: 1,
        chat: { id: 7001, type: "private", first_name: "Hoa" },
        from: { id: 7001, is_bot: false, first_name: "Hoa" },
        photo: [{ file_id: "x", file_unique_id: "x", width: 9, height: 9, file_size: 11_000_000 }],
      },
    });

    await until(() => inbounds().length === 10);
    expect(inbounds().map((each) => each.kind === "unreadable" && each.what)).toEqual([
      "sticker",
      "file",
      "file",
      "video",
      "file",
      false,
      "contact",
      "other",
      "other",
      "too-large",
    ]);
  });

  test("a contact answers a question for a telephone number", async () => {
    conversations.asks = "phone";
    await channel.start();

    hoa().sendsContact({ phoneNumber: "+84900000001", firstName: "Hoa" });

    await until(() => inbounds().length === 1);
    expect(inbounds()[0]).toMatchObject({ kind: "words", text: "+84900000001", masked: [] });
  });

  test("an edit says what it changes, and a notice of Telegram's is nothing at all", async () => {
    await channel.start();
    const id = hoa().sends("một");
    await until(() => inbounds().length === 1);

    hoa().edits(id, "hai");
    emulator.injectUpdate({
      message: {
        message_id: 950,
        date: 1,
        chat: { id: 7001, type: "private", first_name: "Hoa" },
        message_auto_delete_timer_changed: { message_auto_delete_time: 86_400 },
      },
    });
    hoa().sends("ba");

    await until(() => inbounds().length === 3);
    expect(inbounds()).toMatchObject([
      { kind: "words", text: "một", message: String(id) },
      { kind: "edited", text: "hai", message: String(id) },
      { kind: "words", text: "ba" },
    ]);
  });

  test("a secret typed by changing an old message is masked and its message removed", async () => {
    await channel.start();
    const id = hoa().sends("một");
    await until(() => inbounds().length === 1);
    conversations.removes = (inbound) => inbound.kind === "edited" && inbound.masked.length > 0;

    hoa().edits(id, "mã OTP là 482913");

    await until(() => emulator.callsTo("deleteMessage").length === 1);
    expect(inbounds()[1]).toMatchObject({ kind: "edited", masked: ["otp"] });
    expect(JSON.stringify([inbounds(), logged])).not.toContain("482913");
    expect(emulator.callsTo("deleteMessage")[0]?.parameters).toMatchObject({ message_id: id });
  });

  test("a place somebody shares arrives as a place", async () => {
    await channel.start();

    hoa().sendsLocation(22.1, 105.25);

    await until(() => inbounds().length === 1);
    expect(inbounds()[0]).toMatchObject({ kind: "location", latitude: 22.1, longitude: 105.25 });
  });

  test("forwarded words and very long ones are words", async () => {
    await channel.start();

    hoa().forwards("Chuyển khoản gấp vào số này");
    hoa().sends("dài ".repeat(2500));

    await until(() => inbounds().length === 4);
    expect(inbounds().every((each) => each.kind === "words")).toBe(true);
  });

  test("an answer to a message about a case names the case", async () => {
    await channel.start();
    hoa().sends("chào");
    await until(() => inbounds().length === 1);
    conversations.says("7001", { text: "Bà Hoa cần giúp", about: "c1.k2" as CaseId });
    const card = await hoa().waitsFor("cần giúp");
    await until(() => conversations.results.length === 1);

    hoa().sends("Vâng, tôi xem", { replyTo: card.id });
    hoa().sendsPhoto(JPEG, { replyTo: card.id });

    await until(() => inbounds().length === 3);
    expect(inbounds().slice(1)).toMatchObject([
      { kind: "words", about: "c1.k2" },
      { kind: "photo", about: "c1.k2" },
    ]);
  });
});

describe("pressing", () => {
  const question = (text: string) => ({
    text,
    choices: [
      { id: "done", says: "Xong rồi" },
      { id: "human", says: "Gặp người giúp" },
    ],
  });

  test("a press names its turn, stops turning at once, and its buttons go", async () => {
    conversations.answers = ({ inbound }) =>
      inbound.kind === "words" ? [question("Bước một")] : [question("Bước hai")];
    await channel.start();
    hoa().sends("chào");
    const first = await hoa().waitsFor("Bước một");

    const letGo = conversations.holdsCommits();
    hoa().presses("Xong rồi");
    await until(() => hoa().turning().length === 0);
    expect(inbounds()).toHaveLength(1);
    letGo();

    await hoa().waitsFor("Bước hai");
    expect(inbounds()[1]).toEqual({ kind: "press", turn: 1, choice: "done" });
    await passesUntil(() => buttonsOn(first.id)?.length === 0);
    expect(emulator.callsTo("answerCallbackQuery")).toHaveLength(1);
  });

  test("the next question takes the buttons off the earlier ones", async () => {
    conversations.answers = ({ inbound }) =>
      inbound.kind === "words" ? [question(`Về ${inbound.text}`)] : [];
    await channel.start();
    hoa().sends("một");
    const first = await hoa().waitsFor("Về một");
    await until(() => conversations.results.length === 1);

    hoa().sends("hai");

    const second = await hoa().waitsFor("Về hai");
    await passesUntil(() => buttonsOn(first.id)?.length === 0);
    expect(buttonsOn(second.id)).toHaveLength(2);
  });

  test("an old button waits until people have read what they wait for", async () => {
    conversations.answers = ({ inbound }) =>
      inbound.kind === "press"
        ? ["1", "2", "3", "4", "5", "6"]
        : ["Dạ", "Vâng", question("Bước một")];
    await channel.start();
    hoa().sends("chào");
    const first = await hoa().waitsFor("Bước một");

    hoa().presses("Xong rồi");

    await passesUntil(() => conversations.results.length === 9);
    expect(emulator.callsTo("editMessageReplyMarkup")).toHaveLength(0);
    await passesUntil(() => buttonsOn(first.id)?.length === 0);
  });

  test("a button of another program, or of last month, is still answered", async () => {
    await channel.start();
    hoa().sends("chào");
    await until(() => inbounds().length === 1);

    hoa().pressesOld(1, "buy_now");
    hoa().pressesOld(1, "12|done");

    await until(() => inbounds().length === 3);
    expect(inbounds().slice(1)).toEqual([
      { kind: "press", turn: -1, choice: "not-ours" },
      { kind: "press", turn: 12, choice: "done" },
    ]);
    await until(() => hoa().turning().length === 0);
  });

  test("a choice with a very long name goes by its place, like a typed number", async () => {
    const long = { id: `correct:${"rất-dài/".repeat(12)}`, says: "Sửa ngày sinh" };
    conversations.answers = ({ inbound }) =>
      inbound.kind === "words" && inbound.text === "chào"
        ? [{ text: "Sửa câu nào?", choices: [{ id: "back", says: "Quay lại" }, long] }]
        : [];
    await channel.start();
    hoa().sends("chào");
    await hoa().waitsFor("Sửa câu nào");
    await until(() => conversations.results.length === 1);

    hoa().presses("Sửa ngày sinh");

    await until(() => inbounds().length === 2);
    expect(inbounds()[1]).toEqual({ kind: "words", text: "2", masked: [], seen: 1 });
  });
});

describe("taking in", () => {
  test("one chat keeps its order, and does not hold up another", async () => {
    await channel.start();
    const ba = emulator.person({ id: 7002, firstName: "Ba" });
    // The photo cannot be fetched for a while.
    emulator.breaks({ method: "getFile", times: 3, fault: { kind: "server-error" } });

    hoa().sendsPhoto(JPEG);
    hoa().sends("sau ảnh");
    ba.sends("chào");

    await until(() => inbounds().length === 1);
    expect(conversations.inbounds[0]?.peer).toBe("7002");
    await passesUntil(() => inbounds().length === 3);
    expect(inbounds().map(({ kind }) => kind)).toEqual(["words", "photo", "words"]);
    await passesUntil(() => emulator.pendingUpdates === 0);
  });

  test("a photo that can never be fetched is named unreadable in the end", async () => {
    await channel.start();
    emulator.breaks({ method: "getFile", times: 50, fault: { kind: "server-error" } });

    hoa().sendsPhoto(JPEG);

    await passesUntil(() => inbounds().length === 1);
    expect(inbounds()[0]).toEqual({ kind: "unreadable", what: "other" });
    emulator.mends();
  });

  test("a commit that fails brings the update again, in order, and nothing is lost", async () => {
    conversations.failsToCommit(
      3,
      ({ inbound }) => inbound.kind === "words" && inbound.text === "một",
    );
    await channel.start();

    for (const text of ["một", "hai", "ba"]) hoa().sends(text);

    await passesUntil(() => inbounds().length === 3);
    expect(inbounds()).toMatchObject([{ text: "một" }, { text: "hai" }, { text: "ba" }]);
    await passesUntil(() => emulator.pendingUpdates === 0);
  });

  test("an update is confirmed only after its commit", async () => {
    const letGo = conversations.holdsCommits();
    await channel.start();

    hoa().sends("chào");
    await passesUntil(() => emulator.callsTo("getUpdates").length > 3);
    expect(emulator.pendingUpdates).toBe(1);
    letGo();

    await passesUntil(() => emulator.pendingUpdates === 0);
    expect(inbounds()).toHaveLength(1);
  });

  test("an update that comes twice counts once", async () => {
    await channel.start();
    hoa().sends("chào");
    await emulator.allConfirmed();

    emulator.repeatsUpdate();
    await emulator.allConfirmed();

    expect(inbounds()).toHaveLength(1);
  });

  test("a stop in the middle leaves the update for the next start", async () => {
    conversations.failsToCommit(1);
    await channel.start();
    hoa().sends("chào");
    await until(() => logged.some((line) => line.includes("asked for again")));
    await channel.stop();
    expect(channel.status().state).toBe("stopped");

    await aChannel().start();

    await until(() => inbounds().length === 1);
  });

  test("broken updates are counted, named by number, and hold up nobody", async () => {
    await channel.start();

    const broken = [
      { message: "kẻ xấu viết" },
      { message: { message_id: "x", chat: { id: 7001, type: "private" } } },
      { message: { message_id: 5, date: 1 } },
      { callback_query: { id: 5 } },
      { message: { message_id: 6, chat: { id: 7001, type: "private" }, photo: [] } },
      { message: null },
      {},
    ].map((update) => emulator.injectUpdate(update));
    hoa().sends("chào");

    await emulator.allConfirmed();
    expect(inbounds()).toMatchObject([{ text: "chào" }]);
    expect(channel.status().broken).toBe(6);
    expect(logged.filter((line) => line.includes(String(broken[0])))).not.toHaveLength(0);
    expect(logged.join("")).not.toContain("kẻ xấu");
  });

  test("a group is told once, and then nothing", async () => {
    const group = emulator.group({ id: -100_200 });
    await channel.start();
    group.addsBot(hoa());
    await until(() => emulator.callsTo("sendMessage").length === 1);

    hoa().in(group).sends("/viec");
    hoa().in(group).sends("xin chào cả nhà");
    group.removesBot(hoa());

    await emulator.allConfirmed();
    expect(emulator.callsTo("sendMessage")).toHaveLength(1);
    expect(emulator.callsTo("sendMessage")[0]?.parameters["text"]).toContain(
      "t.me/cau_noi_thu_bot",
    );
    expect(inbounds()).toEqual([]);
  });

  test("blocking and coming back are noted and are no inbound", async () => {
    await channel.start();
    hoa().sends("chào");
    await until(() => inbounds().length === 1);

    hoa().blocksBot();
    hoa().unblocksBot();

    await emulator.allConfirmed();
    expect(channel.status()).toMatchObject({ blocked: 1, unblocked: 1 });
    expect(inbounds()).toHaveLength(1);
  });
});

describe("the way to Telegram", () => {
  test.each([
    ["a server error", { kind: "server-error" }],
    ["a gateway that fails", { kind: "bad-gateway" }],
    ["a page of a captive portal", { kind: "web-page" }],
    ["a broken connection", { kind: "reset" }],
    ["a request to wait", { kind: "too-many-requests", retryAfterSeconds: 7 }],
    ["a line that went dead", { kind: "silence" }],
  ] as const)("polling survives %s", async (_, fault) => {
    await channel.start();
    await until(() => emulator.callsTo("getUpdates").length === 1);

    emulator.breaks({ method: "getUpdates", times: 2, fault });
    hoa().sends("chào");

    await passesUntil(() => inbounds().length === 1);
    hoa().sends("còn đó không");
    await passesUntil(() => inbounds().length === 2);
    await passesUntil(() => channel.status().state === "ok");
    emulator.mends();
  });

  test("another program on the same token is noticed and outlasted", async () => {
    await channel.start();
    await until(() => emulator.callsTo("getUpdates").length === 1);

    await fetch(`${emulator.root}/bot${emulator.token}/getUpdates?timeout=0`);

    await until(() => channel.status().state === "somebody-else-polls");
    hoa().sends("chào");
    await passesUntil(() => inbounds().length === 1);
    await passesUntil(() => channel.status().state === "ok");
  });

  test("a webhook that somebody set is taken away", async () => {
    await channel.start();
    await until(() => emulator.callsTo("getUpdates").length === 1);

    await fetch(`${emulator.root}/bot${emulator.token}/setWebhook?url=http://127.0.0.1:1/x`);

    hoa().sends("chào");
    await passesUntil(() => inbounds().length === 1);
    expect(emulator.callsTo("deleteWebhook")).toHaveLength(2);
  });

  test("a wrong token stops the start, and is not shown", async () => {
    aChannel({ token: "8000000001:AAnotTheTokenAtAll_000000000000000000" });

    const start = channel.start();

    await expect(start).rejects.toMatchObject({ code: "telegram-token-refused" });
    await expect(start).rejects.not.toThrow("AAnot");
    expect(logged.join("")).not.toContain("AAnot");
  });

  test("a start without a network goes on in the background", async () => {
    emulator.breaks({ method: "getMe", times: 2, fault: { kind: "reset" } });

    await channel.start();
    expect(channel.botName).toBeUndefined();
    expect(channel.status().state).toBe("connection");

    hoa().sends("chào");
    await passesUntil(() => inbounds().length === 1);
    expect(channel.botName).toBe("cau_noi_thu_bot");
  });

  test("commands, menu button and whose machine it is are set in both languages", async () => {
    await channel.start();

    await until(() => emulator.callsTo("setMyShortDescription").length === 2);
    await until(() => emulator.profile.shortDescriptions.size === 2);
    const lists = emulator.menuCommands.map(({ scope, languageCode, commands }) => [
      scope,
      languageCode,
      commands.map(({ command }) => command).join(" "),
    ]);
    expect(lists).toEqual([
      ["all_private_chats", "", "start viec giup nghi tieng xoa"],
      ["all_private_chats", "en", "menu human later language delete help"],
    ]);
    expect(emulator.profile.menuButtons.get("default")).toBe("commands");
    expect(emulator.profile.descriptions.get("")).toMatch(/^BẢN THỬ.*máy.*UBND xã Tân An/);
    expect(emulator.profile.descriptions.get("en")).toMatch(/machine.*Tân An commune/);
  });

  test("a name changed on the desk is told as soon as it is looked for, and nothing else again", async () => {
    let name = { vi: "UBND xã Tân An", en: "Tân An commune" };
    aChannel({ operator: () => ({ name, trial: false }) });
    await channel.start();
    await until(() => emulator.profile.shortDescriptions.size === 2);
    await until(() => !emulator.busy);
    const commands = emulator.callsTo("setMyCommands").length;

    name = { vi: "UBND xã Tân Mới", en: "Tân Mới commune" };
    await passesUntil(
      () => emulator.profile.shortDescriptions.get("en")?.includes("Tân Mới commune") === true,
      { step: 10_000 },
    );

    expect(emulator.profile.descriptions.get("")).toContain("UBND xã Tân Mới");
    expect(emulator.profile.shortDescriptions.get("")).toContain("UBND xã Tân Mới");
    expect(emulator.callsTo("setMyDescription")).toHaveLength(4);
    expect(emulator.callsTo("setMyCommands")).toHaveLength(commands);
  });

  test("a name longer than Telegram takes still fits", async () => {
    const long = "Ủy ban nhân dân xã ".repeat(40);
    aChannel({ operator: () => ({ name: { vi: long, en: long }, trial: false }) });
    await channel.start();

    await until(() => emulator.profile.shortDescriptions.size === 2);
    expect([...(emulator.profile.shortDescriptions.get("") ?? "")].length).toBeLessThanOrEqual(120);
  });
});

describe("the webhook", () => {
  const SECRET = "bi-mat_0123456789";

  async function aWebhook(): Promise<void> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const header = request.headers["x-telegram-bot-api-secret-token"];
        void channel
          .handleWebhook(
            JSON.parse(Buffer.concat(chunks).toString()),
            typeof header === "string" ? header : undefined,
          )
          .then(({ status }) => response.writeHead(status).end());
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    aChannel({ mode: { webhook: `http://127.0.0.1:${port}`, secret: SECRET } });
    await channel.start();
    const stop = channel.stop;
    channel = {
      ...channel,
      handleWebhook: channel.handleWebhook,
      stop: async () => {
        await stop();
        server.closeAllConnections();
        server.close();
      },
    };
  }

  const anUpdate = {
    update_id: 1,
    message: { message_id: 1, date: 1, chat: { id: 7001, type: "private" }, text: "chào" },
  };

  test("updates arrive whole, and are accepted after the commit", async () => {
    await aHouse({ webhookWaitAfter: () => 5 });
    await aWebhook();
    conversations.failsToCommit(2);

    hoa().sends("chào bà con");

    await emulator.allConfirmed();
    expect(emulator.deliveries.map(({ status }) => status)).toEqual([503, 503, 200]);
    expect(inbounds()).toMatchObject([{ kind: "words", text: "chào bà con", masked: [] }]);
    expect(emulator.callsTo("setWebhook")[0]?.parameters).toMatchObject({
      secret_token: SECRET,
      allowed_updates: ["message", "edited_message", "callback_query", "my_chat_member"],
      drop_pending_updates: false,
      url: expect.stringMatching(/\/telegram\/webhook$/),
    });
  });

  test.each([undefined, "", "bi-mat_0123456780", "x".repeat(5000)])(
    "a wrong secret (%s) is turned away unread",
    async (secret) => {
      await aWebhook();

      expect(await channel.handleWebhook(anUpdate, secret)).toEqual({ status: 401 });

      expect(inbounds()).toEqual([]);
    },
  );

  test("a broken body holds up nobody", async () => {
    await aWebhook();

    expect(await channel.handleWebhook({ update_id: 7, message: 3 }, SECRET)).toEqual({
      status: 200,
    });
    for (const body of [undefined, null, "x", 7, [], {}, { update_id: "7" }]) {
      expect(await channel.handleWebhook(body, SECRET)).toEqual({ status: 400 });
    }
    expect(channel.status().broken).toBe(1);
  });

  test("with too many sends open the acknowledgement waits, at most two seconds", async () => {
    await aWebhook();
    conversations.crowd = 65;
    let status = 0;

    void channel.handleWebhook(anUpdate, SECRET).then((answer) => {
      status = answer.status;
    });

    await until(() => inbounds().length === 1);
    for (let step = 0; step < 10; step += 1) {
      clock.advance(100);
      await new Promise(setImmediate);
    }
    expect(status).toBe(0);
    await passesUntil(() => status === 200);
    expect(clock.now() - NOON).toBeLessThanOrEqual(2500);
  });

  test("before Telegram has told us who we are, updates are to come again", async () => {
    emulator.breaks({ method: "getMe", fault: { kind: "reset" } });
    await aWebhook();

    expect(await channel.handleWebhook(anUpdate, SECRET)).toEqual({ status: 503 });
  });

  test("a channel that polls has no webhook", async () => {
    expect(await channel.handleWebhook(anUpdate, SECRET)).toEqual({ status: 404 });
  });
});

describe("what is said", () => {
  /** A chat that has begun, with nothing left to hear of its beginning. */
  async function aBegunChat(): Promise<void> {
    await channel.start();
    hoa().sends("chào");
    await until(() => inbounds().length === 1);
  }

  const helper = { id: "p1" as PropagandistId, name: "Chị Mai (mẫu)", role: "bí thư chi đoàn" };

  test("a helper's message begins with name and role in bold", async () => {
    await aBegunChat();

    conversations.says("7001", { text: "Bà bấm <Xong> & chờ nhé", from: helper });

    const seen = await hoa().waitsFor("chờ nhé");
    expect(seen.text).toBe("Chị Mai (mẫu) (bí thư chi đoàn)\nBà bấm <Xong> & chờ nhé");
    expect(seen.entities).toMatchObject([{ type: "bold", offset: 0, length: 31 }]);
  });

  test("a long text is cut where one pauses, with the buttons below its end", async () => {
    await aBegunChat();
    const sentence = "Bà con mang theo giấy tờ gốc khi đến xã. ";

    conversations.says("7001", {
      text: sentence.repeat(150).trim(),
      from: helper,
      choices: [{ id: "done", says: "Xong rồi" }],
    });

    await until(() => conversations.results.length === 1);
    const parts = hoa().sees();
    expect(parts).toHaveLength(2);
    expect(parts[0]?.text.endsWith("đến xã.")).toBe(true);
    expect(parts.map(({ buttons }) => buttons.flat())).toEqual([[], ["Xong rồi"]]);
    expect(conversations.results[0]).toEqual({ kind: "sent", platformId: String(parts[1]?.id) });
  });

  test("a label too long for a button is cut after a word", async () => {
    await aBegunChat();
    const says = "Tôi chưa có giấy đăng ký kết hôn vì cưới theo tục lệ mà chưa ra xã ký giấy tờ";

    conversations.says("7001", { text: "Chọn ạ", choices: [{ id: "no", says }] });

    const label = (await hoa().waitsFor("Chọn ạ")).buttons[0]?.[0] ?? "";
    expect([...label].length).toBeLessThanOrEqual(64);
    expect(label).toMatch(/^Tôi chưa có giấy .* \S+…$/);
  });

  test.each([
    ["square.jpg", "image/jpeg"],
    ["square.png", "image/png"],
    ["square.webp", "image/webp"],
  ])("%s is shown as a photo", async (name, type) => {
    await aBegunChat();
    const id = conversations.keepMedia(ACCOUNT, "7001", {
      form: "photo",
      type,
      bytes: recorded(name),
    });

    conversations.says("7001", {
      text: "Màn hình của bà đây ạ",
      from: helper,
      media: { id, form: "photo" },
      choices: [{ id: "done", says: "Xong rồi" }],
    });

    const seen = await hoa().waitsFor("Màn hình");
    expect(seen.kind).toBe("photo");
    expect(seen.bytes?.equals(recorded(name))).toBe(true);
    expect(seen.buttons).toEqual([["Xong rồi"]]);
    expect(seen.entities).toMatchObject([{ type: "bold" }]);
  });

  test("a recording from a browser is played as a voice message", async () => {
    await aBegunChat();
    const id = conversations.keepMedia(ACCOUNT, "7001", {
      form: "voice",
      type: "audio/webm",
      bytes: WEBM,
    });

    conversations.says("7001", { text: "", from: helper, media: { id, form: "voice" } });

    const seen = await hoa().waitsFor((each) => each.kind === "voice");
    expect(voiceForm(seen.bytes ?? Buffer.of())).toMatchObject({ kind: "ogg-opus" });
    expect(seen.caption).toBe("Chị Mai (mẫu) (bí thư chi đoàn)");
  });

  test("a step comes with its screen, carried up once and known from then on", async () => {
    await aBegunChat();
    conversations.pictures.set("portal/log-in", {
      bytes: recorded("square.png"),
      type: "image/png",
      alt: "Nút Đăng nhập",
      hash: "h1",
    });
    const step = { text: "Bấm Đăng nhập", screen: "portal/log-in", step: true };

    conversations.says("7001", step, { ...step, screen: "portal/unknown" });
    await passesUntil(() => conversations.results.length === 2);
    conversations.says("7001", step);
    await passesUntil(() => conversations.results.length === 3);

    expect(
      hoa()
        .sees()
        .map(({ kind }) => kind),
    ).toEqual(["photo", "text", "photo"]);
    expect(emulator.callsTo("sendPhoto").map(({ uploads }) => uploads.size)).toEqual([1, 0]);
  });

  test("screens to tell apart come on one picture, its numbers on the buttons", async () => {
    await aBegunChat();
    const screen = boardOf(["portal/log-in", "portal/home"]);
    const choices = [
      { id: "screen:log-in", says: "trang đăng nhập" },
      { id: "screen:home", says: "trang đầu" },
      { id: "human", says: "Không có" },
    ];
    conversations.pictures.set(screen, {
      bytes: recorded("square.png"),
      type: "image/png",
      alt: "Các màn hình có đánh số",
      hash: "h2",
    });

    conversations.says("7001", { text: "Đang hiện màn hình nào?", screen, choices });

    const seen = await hoa().waitsFor((each) => each.kind === "photo");
    expect(seen.buttons.flat()).toEqual(["1. trang đăng nhập", "2. trang đầu", "Không có"]);
  });

  test("a screen that takes too long to draw is done without", async () => {
    await aBegunChat();
    conversations.pictures.get = () => new Promise<never>(() => {}) as never;

    conversations.says("7001", { text: "Bấm Đăng nhập", screen: "portal/log-in" });

    await passesUntil(() => conversations.results.length === 1);
    expect(hoa().lastSeen()).toMatchObject({ kind: "text", text: "Bấm Đăng nhập" });
  });

  test("a photo with a long text goes first, and the text follows", async () => {
    await aBegunChat();
    const id = conversations.keepMedia(ACCOUNT, "7001", {
      form: "photo",
      type: "image/jpeg",
      bytes: JPEG,
    });

    conversations.says("7001", {
      text: "Rất dài. ".repeat(200),
      media: { id, form: "photo" },
      choices: [{ id: "done", says: "Xong rồi" }],
    });

    await until(() => conversations.results.length === 1);
    expect(
      hoa()
        .sees()
        .map(({ kind, buttons }) => [kind, buttons.length]),
    ).toEqual([
      ["photo", 0],
      ["text", 1],
    ]);
  });

  test("what Telegram cannot show goes as a plain file", async () => {
    await aBegunChat();
    const gif = conversations.keepMedia(ACCOUNT, "7001", {
      form: "photo",
      type: "image/gif",
      bytes: Buffer.from("GIF89a\x01\0\x01\0", "latin1"),
    });
    const narrow = Buffer.from(recorded("square.png"));
    narrow.writeUInt32BE(9000, 16);
    narrow.writeUInt32BE(10, 20);
    const strip = conversations.keepMedia(ACCOUNT, "7001", {
      form: "photo",
      type: "image/png",
      bytes: narrow,
    });
    const noise = conversations.keepMedia(ACCOUNT, "7001", {
      form: "voice",
      type: "audio/x",
      bytes: Buffer.from("noise"),
    });

    conversations.says("7001", { text: "một", media: { id: gif, form: "photo" } });
    conversations.says("7001", { text: "hai", media: { id: strip, form: "photo" } });
    conversations.says("7001", { text: "ba", media: { id: noise, form: "voice" } });

    await until(() => conversations.results.length === 3);
    expect(
      hoa()
        .sees()
        .map(({ kind }) => kind),
    ).toEqual(["document", "document", "document"]);
    expect(emulator.takeViolations()).toEqual([
      expect.stringContaining("photo measures 9000 x 10"),
    ]);
  });

  test("media that is gone leaves the words", async () => {
    await aBegunChat();

    conversations.says("7001", {
      text: "Ảnh bà gửi",
      media: { id: "gone" as MediaId, form: "photo" },
    });
    conversations.says("7001", {
      text: "",
      from: helper,
      media: { id: "gone" as MediaId, form: "voice" },
    });

    await until(() => conversations.results.length === 2);
    expect(hoa().lastSeen()?.text).toBe("Ảnh bà gửi");
    expect(conversations.parked).toMatchObject([{ why: "media-gone" }]);
  });

  describe("in place of an earlier message", () => {
    const about = "c1.k2" as CaseId;
    const card = {
      text: "Bà Hoa cần giúp",
      about,
      choices: [{ id: `claim:${about}`, says: "Nhận giúp" }],
    };
    const taken = { text: "Anh Nam đã nhận", about, replaces: true };

    test("the newest about the case is rewritten, and loses its buttons", async () => {
      await aBegunChat();
      conversations.says("7001", card, { ...card, text: "Bà Hoa nói thêm" });
      await passesUntil(() => conversations.results.length === 2);

      conversations.says("7001", taken);

      await passesUntil(() => conversations.results.length === 3);
      await passesUntil(() => buttonsOn(hoa().sees()[0]?.id ?? 0)?.length === 0);
      const [first, second] = hoa().sees();
      expect(first).toMatchObject({ text: "Bà Hoa cần giúp", edited: true });
      expect(second).toMatchObject({ text: "Anh Nam đã nhận", edited: true, buttons: [] });
      expect(conversations.results[2]).toEqual({ kind: "sent", platformId: String(second?.id) });
    });

    test("the same words again count as sent", async () => {
      await aBegunChat();
      conversations.says("7001", { text: "Anh Nam đã nhận", about });
      await passesUntil(() => conversations.results.length === 1);

      conversations.says("7001", taken);

      await passesUntil(() => conversations.results.length === 2);
      expect(hoa().sees()).toHaveLength(1);
      expect(conversations.results[1]).toMatchObject({ kind: "sent" });
    });

    test("a deleted message is replaced by a new one", async () => {
      await aBegunChat();
      conversations.says("7001", card);
      const first = await hoa().waitsFor("cần giúp");
      hoa().deletes(first.id);
      await passesUntil(() => conversations.results.length === 1);

      conversations.says("7001", taken);

      await passesUntil(() => conversations.results.length === 2);
      const anew = await hoa().waitsFor("Anh Nam");
      expect(anew.id).not.toBe(first.id);
    });

    test("a photo keeps its caption, loses its buttons, and the words come anew", async () => {
      await aBegunChat();
      const id = conversations.keepMedia(ACCOUNT, "7001", {
        form: "photo",
        type: "image/jpeg",
        bytes: JPEG,
      });
      conversations.says("7001", { ...card, media: { id, form: "photo" } });
      const photo = await hoa().waitsFor("cần giúp");
      await passesUntil(() => conversations.results.length === 1);

      conversations.says("7001", taken);

      await passesUntil(() => conversations.results.length === 2);
      await passesUntil(() => buttonsOn(photo.id)?.length === 0);
    });
  });

  describe("when it does not go through", () => {
    test("somebody who blocked the bot is parked, and nobody else waits", async () => {
      await aBegunChat();
      hoa().blocksBot();

      conversations.says("7001", "Bà còn đó không?");

      await until(() => conversations.parked.length === 1);
      expect(conversations.parked[0]).toMatchObject({ why: "blocked" });
    });

    test("a chat that does not exist is parked", async () => {
      await channel.start();

      conversations.says("4711", "Có ai không?");

      await until(() => conversations.parked.length === 1);
      expect(conversations.parked[0]).toMatchObject({ why: "chat-not-found" });
    });

    test("a request to wait is kept to the second", async () => {
      await aBegunChat();
      emulator.breaks({
        method: "sendMessage",
        fault: { kind: "too-many-requests", retryAfterSeconds: 7 },
      });

      conversations.says("7001", "Dạ");

      await until(() => conversations.waits.length === 1);
      expect(conversations.waits).toEqual([7000]);
      await passesUntil(() => hoa().lastSeen()?.text === "Dạ");
    });

    test.each([
      ["server-error", 1],
      ["bad-gateway", 1],
      ["web-page", 1],
      ["reset", 1],
      ["silence", 1],
      // Nobody can know that it arrived: saying it twice is better than not at all.
      ["answer-lost", 2],
    ] as const)("after %s it is tried again", async (kind, times) => {
      await aBegunChat();
      emulator.breaks({ method: "sendMessage", fault: { kind } });

      conversations.says("7001", "Dạ");

      await passesUntil(() => conversations.results.length === 2);
      expect(conversations.results.map((each) => each.kind)).toEqual(["again", "sent"]);
      expect(conversations.waits).toEqual([1000]);
      expect(
        hoa()
          .sees()
          .map(({ text }) => text),
      ).toEqual(Array(times).fill("Dạ"));
    });

    test("the waits grow to five minutes, and after about a day it is parked", async () => {
      await aBegunChat();
      emulator.breaks({ method: "sendMessage", times: 1000, fault: { kind: "server-error" } });

      conversations.says("7001", "Dạ");

      for (let tries = 1; conversations.parked.length === 0; tries += 1) {
        await until(() => conversations.results.length === tries);
        clock.advance(conversations.waits.at(-1) ?? 0);
      }
      expect(conversations.waits.slice(0, 11)).toEqual(
        [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300].map((seconds) => seconds * 1000),
      );
      const waited = conversations.waits.reduce((sum, each) => sum + each, 0);
      expect(waited).toBeGreaterThan(23.5 * 3_600_000);
      expect(waited).toBeLessThan(25 * 3_600_000);
      expect(conversations.parked[0]).toMatchObject({ why: "server-error" });
      emulator.mends();
    });

    test("the second half of a long text is tried again without the first", async () => {
      await aBegunChat();
      const text = `${"a".repeat(4000)}\n\n${"b".repeat(4000)}`;
      let calls = 0;
      const watch = setInterval(() => {
        if (emulator.callsTo("sendMessage").length === 1 && calls === 0) {
          calls = 1;
          emulator.breaks({ method: "sendMessage", fault: { kind: "server-error" } });
        }
      }, 0);

      conversations.says("7001", text);

      await passesUntil(() => conversations.results.at(-1)?.kind === "sent");
      clearInterval(watch);
      expect(
        hoa()
          .sees()
          .map((each) => each.text[0]),
      ).toEqual(["a", "b"]);
    });

    test("a message under way when the program ends still counts", async () => {
      await aBegunChat();
      emulator.breaks({ method: "sendMessage", fault: { kind: "slow", milliseconds: 100 } });
      conversations.says("7001", "Dạ");
      await until(() => emulator.callsTo("sendMessage").length === 1);

      await channel.stop();

      expect(conversations.results).toMatchObject([{ kind: "sent" }]);
    });

    test("one that waits for its turn is left for the next start", async () => {
      await aBegunChat();
      conversations.says("7001", "1", "2", "3", "4", "5");
      await until(() => conversations.results.length === 3);

      await channel.stop();

      await until(() => conversations.results.length === 4);
      expect(conversations.results[3]).toEqual({ kind: "again", at: clock.now() });
      expect(hoa().sees()).toHaveLength(3);
    });

    test("nothing anybody wrote is in the log or in a reason", async () => {
      await aBegunChat();
      emulator.breaks({ method: "sendMessage", fault: { kind: "blocked" } });

      conversations.says("7001", "Bí mật của bà Hoa");

      await until(() => conversations.parked.length === 1);
      await until(() => logged.some((line) => line.includes("reply refused")));
      expect(logged.join("") + conversations.parked[0]?.why).not.toContain("Bí mật");
      expect(logged.join("")).not.toContain(emulator.token.split(":")[1]);
    });
  });

  test("many at once keep within Telegram's limits, in their order", async () => {
    await aHouse({ flood: telegramLimits, clock: testClock() });
    // Both live by the same clock, as they do outside.
    const shared = testClock();
    await channel.stop();
    await emulator.close();
    emulator = await startTelegramEmulator({ flood: telegramLimits, clock: shared });
    clock = shared;
    conversations = new FakeConversations(ACCOUNT, shared);
    await aChannel().start();
    const people = Array.from({ length: 40 }, (_, index) => emulator.person({ id: 8001 + index }));
    for (const person of people) person.sends("chào");
    await passesUntil(() => inbounds().length === 40);

    for (const { id } of people)
      for (const text of ["1", "2", "3", "4", "5"]) conversations.says(String(id), text);

    await passesUntil(() => conversations.results.length === 200, { step: 40 });
    expect(new Set(conversations.results.map(({ kind }) => kind))).toEqual(new Set(["sent"]));
    for (const person of people) {
      expect(person.sees().map(({ text }) => text)).toEqual(["1", "2", "3", "4", "5"]);
    }
  });
});

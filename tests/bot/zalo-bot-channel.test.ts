import { readFileSync } from "node:fs";
import { fastify } from "fastify";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  type ZaloBotChannel,
  type ZaloBotOptions,
  zaloBotChannel,
} from "../../src/bot/channels/zalo/bot/zalo-bot-channel.ts";
import { m4aOf } from "../../src/bot/conversations/media/aac-adts.ts";
import type { LentLinks } from "../../src/bot/conversations/ports.ts";
import { openSqlite } from "../../src/bot/store/sqlite.ts";
import type { Store } from "../../src/bot/store/store.ts";
import { zaloBotWebhook } from "../../src/bot/web/zalo-bot-webhook.ts";
import type { AccountId, MediaId } from "../../src/flows/index.ts";
import { calm } from "../support/passing-clock.ts";
import { soon } from "../support/patience.ts";
import { manualClock } from "../support/telegram/clock.ts";
import { FakeConversations } from "../support/telegram/fake-conversations.ts";
import {
  botId,
  type EmulatorOptions,
  startZaloBotEmulator,
  type ZaloBotEmulator,
} from "../support/zalo-bot/emulator.ts";

const ACCOUNT = "zalo-bot:thu" as AccountId;
const NOON = Date.UTC(2026, 10, 22, 5);
const SECRET = "mot-bi-mat-chi-de-thu";

const recorded = (name: string): Buffer =>
  readFileSync(new URL(`../support/media/${name}`, import.meta.url));
const JPEG = recorded("square.jpg");
const AAC = recorded("tone.aac");

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

const publicLinks: LentLinks = {
  public: true,
  screen: (screen, language) => `https://xa.example.vn/hinh/${screen}.${language}.png`,
  media: ({ id }) => `https://xa.example.vn/hinh/${id}.jpg`,
  aac: (id) => `https://xa.example.vn/hinh/${id}.aac`,
};

let emulator: ZaloBotEmulator;
let clock: ReturnType<typeof testClock>;
let store: Store;
let conversations: FakeConversations;
let channel: ZaloBotChannel;
let logged: string[];

beforeEach(async () => {
  logged = [];
  store = openSqlite(":memory:");
  store.account({ id: ACCOUNT, commune: "tan-an", channel: "zalo-bot" });
  await aHouse();
});

afterEach(async () => {
  await channel.stop();
  await emulator.close();
  store.close();
  emulator.assertNoViolations();
  expect(logged.join("\n")).not.toContain(emulator.token.split(":")[1]);
});

async function aHouse(options: EmulatorOptions = {}): Promise<void> {
  await channel?.stop();
  await emulator?.close();
  clock = testClock();
  emulator = await startZaloBotEmulator({ clock, patient: true, ...options });
  conversations = new FakeConversations(ACCOUNT, clock);
  aChannel();
}

function aChannel(changes: Partial<ZaloBotOptions> = {}): ZaloBotChannel {
  channel = zaloBotChannel({
    token: emulator.token,
    apiRoot: emulator.root,
    account: ACCOUNT,
    conversations,
    store,
    links: publicLinks,
    clock,
    log: pino({ level: "trace" }, { write: (line: string) => void logged.push(line) }),
    mode: "polling",
    secret: undefined,
    plan: { of: "messages", monthly: 3000, counts: "both" },
    inGroups: "silent",
    chance: () => 0.5,
    ...changes,
  });
  conversations.sendsThrough(channel.sender);
  return channel;
}

const hoa = () => emulator.person("Hoa");
const inbounds = () => conversations.inbounds.map(({ inbound }) => inbound);

const until = async (happened: () => boolean) =>
  await vi.waitFor(() => {
    if (!happened()) throw new Error("not yet");
  }, soon);

/** Lets time pass in small steps until the thing has happened; it stands still while a call is under way. */
async function passesUntil(happened: () => boolean, step = 250): Promise<void> {
  await vi.waitFor(() => {
    if (happened()) return;
    if (!emulator.busy) clock.advance(step);
    throw new Error("not yet");
  }, soon);
}

describe("what a person sends", () => {
  test("words reach the conversation, and the answer comes back with a numbered list", async () => {
    conversations.answers = () => [
      {
        text: "Dạ, cần việc gì ạ?",
        choices: [
          { id: "f:khai-sinh", says: "Khai sinh" },
          { id: "human", says: "Gặp người giúp" },
        ],
      },
    ];
    await channel.start();

    const id = hoa().sends("xin chào");

    const { text } = await hoa().waitsFor("cần việc gì");
    expect(text).toBe(
      "Dạ, cần việc gì ạ?\n\n1. Khai sinh\n2. Gặp người giúp\nGõ số, hoặc viết bằng lời.",
    );
    expect(conversations.inbounds).toEqual([
      {
        account: ACCOUNT,
        peer: hoa().id,
        key: `${hoa().id}/${id}`,
        at: NOON,
        inbound: { kind: "words", text: "xin chào", masked: [] },
      },
    ]);
    expect(store.handedOut(ACCOUNT)).toEqual([]);
  });

  test.each([
    ["flat", "photo_url"],
    ["wrapped", "photo"],
  ] as const)("a picture is kept from either shape: %s, %s", async (envelope, imageField) => {
    await aHouse({ shapes: { envelope, imageField } });
    await channel.start();

    hoa().sendsPhoto(JPEG, "màn hình của bà");

    await until(() => inbounds().length === 1);
    expect(inbounds()).toEqual([
      { kind: "photo", media: "m1", caption: "màn hình của bà", masked: [] },
    ]);
    expect(conversations.media("m1" as MediaId)).toMatchObject({ type: "image/jpeg" });
  });

  test("a recording is kept as every channel plays it", async () => {
    await channel.start();

    hoa().sendsVoice(AAC);

    await until(() => inbounds().length === 1);
    expect(inbounds()).toEqual([{ kind: "voice", media: "m1" }]);
    const kept = conversations.media("m1" as MediaId);
    expect(kept).toMatchObject({ type: "audio/mp4" });
    expect(Buffer.from(kept?.bytes ?? []).equals(m4aOf(AAC))).toBe(true);
    expect(emulator.callsTo("sendChatAction")).toHaveLength(1);
  });

  test("stickers, empty words and what Zalo will not show are answered as such", async () => {
    await channel.start();

    hoa().sendsSticker();
    hoa().sends("   ");
    hoa().sendsSomethingElse();

    await until(() => inbounds().length === 3);
    expect(inbounds()).toEqual([
      { kind: "unreadable", what: "sticker" },
      { kind: "unreadable", what: "empty" },
      { kind: "unreadable", what: "other" },
    ]);
  });

  test("a picture Zalo no longer has is said to be unreadable, and what follows waits for it", async () => {
    await channel.start();
    hoa().sendsPhoto(JPEG);
    emulator.forgetsFiles();
    hoa().sends("bà gửi rồi đấy");

    await until(() => inbounds().length === 2);
    expect(inbounds().map(({ kind }) => kind)).toEqual(["unreadable", "words"]);
  });

  test("commands and invitations are understood as typed, and the code is nobody's words", async () => {
    await channel.start();

    hoa().sends("/giup");
    hoa().sends("mã của chị đây: join-0123456789abcdef nhé");
    hoa().sends("/start join-fedcba9876543210");

    await until(() => inbounds().length === 3);
    expect(inbounds()[0]).toEqual({ kind: "command", command: "human" });
    expect(conversations.joined.map(({ code }) => code)).toEqual([
      "0123456789abcdef",
      "fedcba9876543210",
    ]);
  });

  test("a secret is masked before anything is written", async () => {
    const release = conversations.holdsCommits();
    await channel.start();

    hoa().sends("mã OTP của bà là 482913");
    await until(() => store.handedOut(ACCOUNT).length === 1);

    expect(JSON.stringify(store.handedOut(ACCOUNT))).not.toContain("482913");
    release();
    await until(() => inbounds().length === 1);
    expect(inbounds()[0]).toMatchObject({ masked: ["otp"] });
  });

  test("bots, unknown events and broken ones are passed over", async () => {
    await channel.start();
    const message = { message_id: "a1", date: NOON, chat: { id: "x", chat_type: "PRIVATE" } };

    emulator.inject({
      event_name: "message.text.received",
      message: { ...message, from: { id: "x", is_bot: true }, text: "a" },
    });
    emulator.inject({ event_name: "user.follow", message });
    emulator.inject({ event_name: "message.reaction.received", message });
    emulator.inject({ event_name: "message.text.received", message: { text: "không có chat" } });
    emulator.inject({ surprise: true });
    hoa().sends("còn đây không");

    await until(() => inbounds().length === 1);
    expect(channel.status()).toMatchObject({ state: "ok", broken: 2 });
  });

  test("in a group the bot says nothing, unless it is settled that it points to a private chat", async () => {
    await channel.start();
    emulator.inGroup("thôn Nà Khau", "@Bot Cầu Nối giúp với");
    hoa().sends("một");
    await until(() => inbounds().length === 1);
    expect(emulator.groupReads("thôn Nà Khau")).toEqual([]);

    await channel.stop();
    aChannel({ inGroups: "points-to-private" });
    await channel.start();
    emulator.inGroup("thôn Nà Khau", "@Bot Cầu Nối giúp với");
    emulator.inGroup("thôn Nà Khau", "@Bot Cầu Nối ơi");

    await until(() => emulator.groupReads("thôn Nà Khau").length === 1);
    expect(emulator.groupReads("thôn Nà Khau")[0]?.text).toContain(`https://zalo.me/${botId}`);
    expect(inbounds()).toHaveLength(1);
  });
});

describe("what is handed out once", () => {
  test("is not lost when it cannot be committed at first, and keeps its order", async () => {
    conversations.failsToCommit(2);
    await channel.start();

    hoa().sends("một");
    hoa().sends("hai");

    await passesUntil(() => inbounds().length === 2);
    expect(inbounds()).toMatchObject([{ text: "một" }, { text: "hai" }]);
    await until(() => store.handedOut(ACCOUNT).length === 0);
  });

  test("is met by the next life of the program, once", async () => {
    const release = conversations.holdsCommits();
    await channel.start();
    hoa().sends("một");
    hoa().sendsPhoto(JPEG);
    await until(() => store.handedOut(ACCOUNT).length === 2);
    // That life ends in the middle: what it still does, reaches nobody.
    conversations = new FakeConversations(ACCOUNT, clock);
    const stopped = channel.stop();

    aChannel();
    await channel.start();

    await until(() => inbounds().length === 2);
    expect(inbounds()).toMatchObject([{ kind: "words", text: "một" }, { kind: "photo" }]);
    release();
    await stopped;
  });

  test("nothing new is silence: 408 as a number or a word, an empty answer, a gateway's page", async () => {
    emulator.breaks({
      method: "getUpdates",
      fault: { kind: "refusal", code: 408, description: "Request timeout" },
    });
    emulator.breaks({
      method: "getUpdates",
      fault: { kind: "refusal", code: "408", description: "Request timeout" },
    });
    emulator.breaks({ method: "getUpdates", fault: { kind: "gateway" }, times: 3 });
    emulator.breaks({ method: "getUpdates", fault: { kind: "web-page" } });
    emulator.breaks({ method: "getUpdates", fault: { kind: "reset" } });
    await channel.start();

    await passesUntil(() => emulator.polling);
    await calm(emulator);
    clock.advance(30_000);
    await until(() => emulator.callsTo("getUpdates").length === 9);
    hoa().sends("bà đây");

    await until(() => inbounds().length === 1);
    expect(channel.status().state).toBe("ok");
  });

  test("a webhook that still stands is taken down for polling, whenever it shows", async () => {
    emulator.breaks({
      method: "getUpdates",
      fault: { kind: "refusal", code: 400, description: "Webhook is set" },
    });
    await channel.start();

    await passesUntil(() => emulator.polling);

    expect(emulator.callsTo("deleteWebhook")).toHaveLength(2);
  });
});

describe("what is said", () => {
  beforeEach(async () => {
    await channel.start();
    await until(() => emulator.polling);
  });

  test("long words come in pieces that fit, the list whole at their end", async () => {
    const long = "Bà mở ứng dụng VNeID rồi bấm vào ô tìm kiếm. ".repeat(100);

    conversations.says(hoa().id, { text: long, choices: [{ id: "done", says: "Xong rồi" }] });

    await passesUntil(() => hoa().sees().length === 3);
    expect(hoa().reads().at(-1)).toMatch(/tìm kiếm\.\n\n1\. Xong rồi\nGõ số/);
    expect(
      hoa()
        .reads()
        .slice(0, 2)
        .every((text) => text.length <= 2000),
    ).toBe(true);
  });

  test("a step's picture goes by its address, with the words below it", async () => {
    conversations.pictures.set("portal/home", aPicture);

    conversations.says(hoa().id, { text: "Bấm Đăng nhập.", screen: "portal/home" });

    await hoa().waitsFor("Bấm Đăng nhập.");
    expect(hoa().sees()).toMatchObject([
      { text: "Bấm Đăng nhập.", photo: "https://xa.example.vn/hinh/portal/home.vi.png" },
    ]);
  });

  test("a picture Zalo does not take is said in words", async () => {
    conversations.pictures.set("portal/home", aPicture);
    emulator.breaks({
      method: "sendPhoto",
      fault: { kind: "refusal", code: 400, description: "The photo URL is invalid" },
    });

    conversations.says(hoa().id, { text: "Bấm Đăng nhập.", screen: "portal/home" });

    await passesUntil(() => hoa().sees().length === 1);
    expect(hoa().reads()).toEqual(["Bấm Đăng nhập.\n\n(Hình minh hoạ: nút ở trên cùng.)"]);
  });

  test("a helper's recording is played where Zalo can, and linked where it cannot", async () => {
    const aac = conversations.keepMedia(ACCOUNT, hoa().id, {
      form: "voice",
      type: "audio/mp4",
      bytes: m4aOf(AAC),
    });
    const webm = conversations.keepMedia(ACCOUNT, hoa().id, {
      form: "voice",
      type: "audio/webm",
      bytes: recorded("tone.webm"),
    });
    const from = { id: "p1" as never, name: "Chị Hoà", role: "Tổ công nghệ số" };

    conversations.says(hoa().id, { text: "", from, media: { id: aac, form: "voice" } });
    conversations.says(hoa().id, { text: "", from, media: { id: webm, form: "voice" } });

    await passesUntil(() => hoa().sees().length === 3);
    expect(hoa().sees()).toMatchObject([
      { text: "Chị Hoà (Tổ công nghệ số):" },
      { voice: "https://xa.example.vn/hinh/m1.aac" },
      {
        text: "Chị Hoà (Tổ công nghệ số):\n\nBấm vào đây để nghe:\nhttps://xa.example.vn/hinh/m2.jpg",
      },
    ]);
  });

  test("an answer that was lost is repeated once and then parked, never a third time", async () => {
    emulator.breaks({ method: "sendMessage", fault: { kind: "answer-lost" }, times: 2 });

    conversations.says(hoa().id, "Người giúp đã trả lời.");

    await passesUntil(() => conversations.parked.length === 1);
    expect(conversations.parked).toMatchObject([{ why: "uncertain" }]);
    expect(hoa().sees()).toHaveLength(2);
    expect(emulator.callsTo("sendMessage")).toHaveLength(2);
  });

  test("while the platform is down nothing is repeated blindly", async () => {
    emulator.breaks({ method: "sendMessage", fault: { kind: "gateway-timeout" } });
    emulator.breaks({ method: "getMe", fault: { kind: "gateway-timeout" }, times: 5 });

    conversations.says(hoa().id, "Một.");
    await passesUntil(() => emulator.callsTo("getMe").length >= 5, 1000);
    expect(emulator.callsTo("sendMessage")).toHaveLength(1);

    await passesUntil(() => hoa().sees().length === 2, 1000);
    expect(conversations.parked).toEqual([]);
  });

  test("a gateway that could not pass it on is tried until it can", async () => {
    emulator.breaks({ method: "sendMessage", fault: { kind: "gateway" }, times: 6 });

    conversations.says(hoa().id, "Một.");

    await passesUntil(() => hoa().sees().length === 1, 1000);
    expect(hoa().reads()).toEqual(["Một."]);
    expect(conversations.parked).toEqual([]);
  });

  test("too many is waited out, longer each time", async () => {
    emulator.breaks({ method: "sendMessage", fault: { kind: "too-many" }, times: 3 });

    conversations.says(hoa().id, "Một.");

    await passesUntil(() => hoa().sees().length === 1, 500);
    expect(conversations.waits.slice(0, 3)).toEqual([2000, 4000, 8000]);
    expect(store.channels("tan-an")[0]?.stands?.refusal?.why).toBe("too-many-requests");
  });

  test("who is not there is parked with the reason, and the next is served", async () => {
    conversations.says("nobody", "Một.");
    conversations.says(hoa().id, "Hai.");

    await hoa().waitsFor("Hai.");
    await until(() => conversations.parked.length === 1);
    expect(conversations.parked).toMatchObject([{ why: "chat-not-found" }]);
  });
});

const aPicture = {
  bytes: new Uint8Array(),
  type: "image/png",
  alt: "Hình minh hoạ: nút ở trên cùng.",
  hash: "abc",
};

describe("the month's allowance", () => {
  test("both directions count, four fifths are told, and beyond the limit replies are parked", async () => {
    aChannel({ plan: { of: "messages", monthly: 5, counts: "both" } });
    await channel.start();

    hoa().sends("một");
    hoa().sends("hai");
    await until(() => inbounds().length === 2);
    for (const text of ["A", "B", "C", "D"]) conversations.says(hoa().id, text);

    await passesUntil(() => conversations.parked.length === 1);
    expect(hoa().reads()).toEqual(["A", "B", "C"]);
    expect(conversations.parked).toMatchObject([
      { why: "allowance-used-up", reply: { text: "D" } },
    ]);
    expect(store.messagesIn(ACCOUNT, "2026-11")).toMatchObject({ inbound: 2, outbound: 3 });
    expect(logged.filter((line) => line.includes("four fifths"))).toHaveLength(1);
  });

  test("from four fifths on a reminder is spared, and an answer still goes", async () => {
    aChannel({ plan: { of: "messages", monthly: 5, counts: "sent" } });
    await channel.start();
    const reminder = { text: "Nhắc", nudge: true } as const;
    for (const said of ["A", "B", "C", reminder]) conversations.says(hoa().id, said);
    await passesUntil(() => hoa().sees().length === 4);

    for (const said of [reminder, "D"]) conversations.says(hoa().id, said);

    await passesUntil(() => hoa().sees().length === 5);
    expect(hoa().reads()).toEqual(["A", "B", "C", "Nhắc", "D"]);
    expect(conversations.parked).toMatchObject([{ why: "nudge-spared", reply: { text: "Nhắc" } }]);
  });

  test("what may have arrived counts, each time it was said, and a gateway is asked before it counts again", async () => {
    aChannel({ plan: { of: "messages", monthly: 10, counts: "sent" } });
    await channel.start();
    emulator.breaks({ method: "sendMessage", fault: { kind: "gateway" } });
    emulator.breaks({ method: "getMe", fault: { kind: "gateway" }, times: 3 });
    conversations.says(hoa().id, "A");
    await passesUntil(() => hoa().reads().includes("A"), 1000);
    expect(emulator.callsTo("sendMessage")).toHaveLength(2);
    await until(() => store.messagesIn(ACCOUNT, "2026-11").outbound === 2);
    expect(store.messagesIn(ACCOUNT, "2026-11").perhaps).toBe(1);

    emulator.breaks({ method: "sendMessage", fault: { kind: "answer-lost" } });
    conversations.says(hoa().id, "B");
    await passesUntil(() => hoa().sees().length === 3, 1000);

    await until(() => store.messagesIn(ACCOUNT, "2026-11").outbound === 4);
    expect(store.messagesIn(ACCOUNT, "2026-11").perhaps).toBe(2);
  });

  test("a new month in Vietnam begins at nothing", async () => {
    aChannel({ plan: { of: "messages", monthly: 1, counts: "sent" } });
    await channel.start();
    conversations.says(hoa().id, "tháng mười một");
    await passesUntil(() => hoa().sees().length === 1);

    // 30 November, 17:00 UTC is the first of December in Vietnam.
    await calm(emulator);
    clock.advance(Date.UTC(2026, 10, 30, 17) - clock.now());
    conversations.says(hoa().id, "tháng mười hai");

    await passesUntil(() => hoa().sees().length === 2);
  });
});

describe("how it stands with Zalo", () => {
  test("a wrong token ends the start and is kept for whoever looks", async () => {
    aChannel({ token: "1459232241454765289:WrongSecretForTestsOnly" });

    await expect(channel.start()).rejects.toThrow("ZALO_BOT_TOKEN");

    expect(store.channels("tan-an")[0]?.stands).toMatchObject({ state: "wrong-token" });
  });

  test("a platform that is down at the start is tried until it answers", async () => {
    emulator.breaks({ method: "getMe", fault: { kind: "gateway" }, times: 3 });

    await channel.start();
    expect(store.channels("tan-an")[0]?.stands).toMatchObject({ state: "gateway" });

    await passesUntil(() => emulator.polling, 1000);
    expect(store.channels("tan-an")[0]?.stands).toMatchObject({ state: "ok", name: botId });
  });
});

describe("pushed", () => {
  let web: ReturnType<typeof fastify>;

  beforeEach(async () => {
    web = fastify();
    let pushedTo: ZaloBotChannel | undefined;
    await zaloBotWebhook(web, {
      knows: (secret) => pushedTo?.knows(secret) ?? false,
      handleWebhook: (event) => pushedTo?.handleWebhook(event) ?? { status: 503 },
    });
    const root = await web.listen({ port: 0, host: "127.0.0.1" });
    pushedTo = aChannel({ mode: { webhook: root }, secret: SECRET });
    await channel.start();
  });
  afterEach(async () => await web.close());

  test.each(["flat", "wrapped"] as const)(
    "an event is taken from either envelope: %s",
    async (envelope) => {
      emulator.shapes.envelope = envelope;

      hoa().sends("bà ở Nà Khau");

      await until(() => inbounds().length === 1);
      await until(() => emulator.pushes.length === 1);
      expect(emulator.pushes[0]?.status).toBe(200);
      expect(emulator.webhook).toMatch(/\/zalo\/bot$/);
    },
  );

  test("what comes twice counts once", async () => {
    hoa().sends("một lần thôi");
    await until(() => emulator.pushes.length === 1);
    await until(() => inbounds().length === 1);

    emulator.inject(emulator.pushes[0]?.event);

    await until(() => emulator.pushes.length === 2);
    expect(inbounds()).toHaveLength(1);
  });

  test("200 is said only once it is on disk", async () => {
    const keep = vi.spyOn(store, "keepHandedOut").mockImplementationOnce(() => {
      throw new Error("the disk is full");
    });

    hoa().sends("một");
    await until(() => emulator.pushes.length === 1);

    expect(emulator.pushes[0]?.status).toBe(503);
    keep.mockRestore();
  });

  test("whoever does not know the secret is turned away; a probe is greeted", async () => {
    const event = { event_name: "message.text.received", message: {} };
    const post = async (headers: Record<string, string>, payload?: unknown) =>
      (
        await web.inject({
          method: "POST",
          url: "/zalo/bot",
          headers,
          ...(payload === undefined ? {} : { payload: payload as object }),
        })
      ).statusCode;

    expect(await post({}, event)).toBe(401);
    expect(await post({ "x-bot-api-secret-token": `${SECRET}x` }, event)).toBe(401);
    expect(await post({ "x-bot-api-secret-token": SECRET }, event)).toBe(200);
    expect(await post({ "x-bot-api-secret-token": SECRET }, "khong phai json")).toBe(400);
    expect(await post({})).toBe(200);
    const large = { "x-bot-api-secret-token": SECRET, "content-type": "application/json" };
    expect(await post(large, `{"a":"${"x".repeat(300_000)}"}`)).toBe(413);
  });
});

import { readFileSync } from "node:fs";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { macOf, macReading } from "../../src/bot/channels/zalo/oa/mac.ts";
import { challengeOf } from "../../src/bot/channels/zalo/oa/oauth.ts";
import { refusals } from "../../src/bot/channels/zalo/oa/refusals.ts";
import { channelAlarms } from "../../src/bot/desk/channel-alarms.ts";
import { openings } from "../../src/bot/desk/village-links.ts";
import { hashOf } from "../../src/bot/ids.ts";
import { channelsReport, describeChannels } from "../../src/bot/reports/channels.ts";
import { keepPlans } from "../../src/bot/store/monthly-plans.ts";
import type { PropagandistId } from "../../src/flows/index.ts";
import { aPropagandist, conversationId } from "../support/store/builders.ts";
import { prepare } from "../support/talk.ts";
import { type OaHouse, type OaHouseOptions, oaHouse } from "../support/zalo-oa/house.ts";

beforeAll(prepare, 120_000);

const ba = "2468135790246813579";
const hour = 60 * 60 * 1000;
const day = 24 * hour;
const aac = new Uint8Array(readFileSync(new URL("../support/media/tone.aac", import.meta.url)));
const jpeg = new Uint8Array(readFileSync(new URL("../support/media/square.jpg", import.meta.url)));

let house: OaHouse;
const opened = async (options: OaHouseOptions = {}): Promise<OaHouse> => {
  house = await oaHouse(options);
  return house;
};
afterEach(async () => {
  await house.end();
  house.emulator.assertNoViolations();
  // Neither a token nor a word ever gets into the log.
  const all = house.logged.join("");
  for (const token of house.emulator.tokens.issued) expect(all).not.toContain(token);
  expect(all).not.toContain("khai sinh");
});

const newest = () => house.emulator.sees(ba).at(-1);
const answered = (count = 1) => {
  const before = house.emulator.sees(ba).length;
  return house.until(() => house.emulator.sees(ba).length >= before + count);
};
/** Says it and waits until the answer stands. */
async function says(text: string): Promise<void> {
  const waiting = answered();
  house.emulator.sendsText(ba, text);
  await waiting;
}
const rowOf = (peer = ba) => {
  const row = house.store.findByPeer(house.channel.sender.account, peer);
  if (row === undefined) throw new Error("no conversation");
  return row;
};

describe("what a person sends", () => {
  test("words are answered with buttons, and a press is one", async () => {
    await opened();
    await says("xin chào");
    expect(newest()?.buttons.length).toBeGreaterThan(1);
    const waiting = answered();

    house.emulator.presses(ba, newest()?.buttons[0]?.title ?? "");

    await waiting;
    const lines = house.store.lines(rowOf().id, 0, 50);
    expect(lines.some(({ what }) => what.is === "inbound" && what.inbound.kind === "press")).toBe(
      true,
    );
  });

  test("a press typed by hand opens nothing that a button would not", async () => {
    await opened();
    await says("xin chào");
    await says("#cau-noi 1 claim:abc.k1");
    expect(newest()?.text).toContain("Nút ấy của câu trước");
    expect(house.store.cases("tan-an", 0)).toEqual([]);
  });

  test("an event that comes again counts once", async () => {
    await opened();
    const event = {
      event_name: "user_send_text",
      sender: { id: ba },
      recipient: { id: house.emulator.oaId },
      message: { msg_id: "same", text: "xin chào" },
    };
    house.emulator.sendsText(ba, "chào");
    await answered();
    await house.emulator.deliver(event);
    await house.emulator.deliver(event);
    const inbounds = house.store
      .lines(rowOf().id, 0, 50)
      .filter(({ what }) => what.is === "inbound");
    expect(inbounds).toHaveLength(2);
  });

  test("a picture is fetched after Zalo was answered, and what is said behind it waits", async () => {
    await opened();
    await says("xin chào");
    const url = house.emulator.keeps(jpeg, "image/jpeg");
    house.emulator.sendsAttachment(ba, "user_send_image", { url });
    house.emulator.sendsText(ba, "bà gửi rồi");

    const kinds = () =>
      house.store
        .lines(rowOf().id, 0, 50)
        .flatMap(({ what }) => (what.is === "inbound" ? [what.inbound.kind] : []));
    await house.until(() => kinds().length === 3);

    expect(kinds()).toEqual(["words", "photo", "words"]);
    expect(house.store.handedOut(house.channel.sender.account)).toEqual([]);
  });

  test.each([
    ["a picture sent as a file", "IMG_2041.JPG", jpeg, "photo"],
    ["a document in a picture's name", "don.jpg", Buffer.from("%PDF-1.7"), "file"],
    ["a document", "don xin.pdf", Buffer.from("%PDF-1.7"), "file"],
    ["a recording sent as a file", "ghi am.aac", aac, "voice"],
    ["a programme in a document's name", "don xin.pdf", Buffer.from("MZ"), "unreadable"],
    ["a table", "danh sach.xlsx", Buffer.from("PK"), "unreadable"],
  ] as const)("%s is what its bytes say, and answered", async (_, name, bytes, kind) => {
    await opened();
    await says("xin chào");
    const url = house.emulator.keeps(bytes, "application/octet-stream");

    house.emulator.sendsAttachment(ba, "user_send_file", { url, name, size: bytes.length });
    await answered();

    const last = house.store
      .lines(rowOf().id, 0, 50)
      .flatMap(({ what }) => (what.is === "inbound" ? [what.inbound.kind] : []))
      .at(-1);
    expect(last).toBe(kind);
  });

  test("an address that is not Zalo's own is never opened", async () => {
    await opened();
    await says("xin chào");
    house.emulator.sendsAttachment(ba, "user_send_image", { url: "http://127.0.0.1:1/anh.jpg" });
    await answered();
    expect(
      house.store
        .lines(rowOf().id, 0, 50)
        .some(({ what }) => what.is === "inbound" && what.inbound.kind === "unreadable"),
    ).toBe(true);
  });

  test("following greets once; seeing marks what was shown", async () => {
    await opened();
    house.emulator.follows(ba);
    await answered();
    expect(newest()?.text).toContain("máy");
    await house.until(() => house.store.waiting(rowOf().id).length === 0);
    house.emulator.follows(ba);
    house.emulator.hasSeen(ba);
    const states = () =>
      house.store
        .lines(rowOf().id, 0, 9)
        .flatMap(({ what }) => (what.is === "reply" ? [what.state] : []));
    await house.until(() => states().every((state) => state === "seen"));
    expect(house.heard(ba)).toHaveLength(1);
  });

  test("who withdraws at Zalo's own desk is erased without being asked", async () => {
    await opened();
    await says("bà muốn làm khai sinh cho cháu");
    house.emulator.withdraws(ba);
    await house.until(
      () => rowOf().saved.journeys.length === 0 && rowOf().saved.state !== "erasing",
    );
    expect(JSON.stringify(house.store.lines(rowOf().id, 0, 50))).not.toContain(
      "khai sinh cho cháu",
    );
  });

  test("a secret never reaches the store", async () => {
    await opened();
    await says("mã otp là 482913");
    expect(JSON.stringify(house.store.lines(rowOf().id, 0, 50))).not.toContain("482913");
  });
});

describe("the door", () => {
  const vector = {
    body:
      '{"app_id":"1234567890123456789","sender":{"id":"2468135790246813579"},' +
      '"user_id_by_app":"1357924680135792468","recipient":{"id":"9876543210987654321"},' +
      '"event_name":"user_send_text","message":{"text":"Chào shop","msg_id":"a1b2c3d4e5f6a7b8c9d0"},' +
      '"timestamp":"1760000000000"}',
    mac: "98effd2976e252a764057602b4b946113fb49f1742045121c53715d41d55cfe1",
  };

  test("reads the published signature, over the bytes and not over what they mean", async () => {
    await opened();
    const keys = {
      appId: "1234567890123456789",
      appSecret: "another",
      secretKey: "oa-secret-for-tests",
      mac: "any",
    };
    const raw = Buffer.from(vector.body);
    const event = {
      raw,
      signature: `mac=${vector.mac}`,
      oaId: "9876543210987654321",
      bodyTime: "1760000000000",
      headerTime: undefined,
    };
    expect(raw).toHaveLength(272);
    expect(macOf(keys.appId, raw, "1760000000000", keys.secretKey)).toBe(vector.mac);
    expect(macReading(keys, event)).toBe("app-body-oa");
    expect(macReading({ ...keys, mac: "oa-body-oa" }, event)).toBeUndefined();
    const spaced = Buffer.from(vector.body.replace('":{', '": {'));
    expect(macReading(keys, { ...event, raw: spaced })).toBeUndefined();
    expect(challengeOf("abcdefghijABCDEFGHIJ0123456789klmnopqrstKLM")).toBe(
      "opw6BCPEbhD-Gycded4e8Zw7j74ABH01bXuRI7OGsGE",
    );
  });

  test.each(["app-body-oa", "app-body-app", "oa-body-oa", "oa-body-app"])(
    "lets in what is signed as %s, and says so",
    async (reading) => {
      await opened();
      house.emulator.reading = reading;
      await says("xin chào");
      expect(house.logged.join("")).toContain(reading);
    },
  );

  test("answers the console's empty probe, and turns away what is not signed or too old", async () => {
    await opened();
    const knock = async (body: string, signature?: string) =>
      (
        await house.channel.handleWebhook({
          raw: Buffer.from(body),
          signature,
          timestamp: undefined,
        })
      ).status;
    const at = (timestamp: number) =>
      `{"event_name":"user_send_text","sender":{"id":"${ba}"},"recipient":{"id":"1"},` +
      `"message":{"msg_id":"${timestamp}","text":"chào"},"timestamp":"${timestamp}"}`;
    const signed = (body: string, timestamp: number) =>
      knock(body, house.emulator.signatureOf(body, String(timestamp)));
    const now = house.clock.now();

    expect(await knock("{}")).toBe(200);
    expect(await knock("")).toBe(200);
    expect(await knock(at(now))).toBe(401);
    expect(await knock(at(now), "mac=00")).toBe(401);
    expect(await signed(at(now - 4 * hour), now - 4 * hour)).toBe(200);
    expect(house.store.findByPeer(house.channel.sender.account, ba)).toBeUndefined();
    expect(await signed(at(now - 2 * hour), now - 2 * hour)).toBe(200);
    expect(rowOf().peer).toBe(ba);
  });
});

describe("the window and the budget", () => {
  test("what cannot be sent any more is parked, and goes out joined when they write again", async () => {
    await opened();
    await says("xin chào");
    await house.pass(49 * hour);
    const before = house.heard(ba).length;
    const { id } = rowOf();
    await house.conversations.note(id, "staff", {
      kind: "staff-said",
      text: "Chào bà",
      masked: [],
    });
    const held = () =>
      house.store
        .lines(id, 0, 99)
        .filter(({ what }) => what.is === "reply" && what.state === "parked");
    await house.until(() => held().length === 1);
    expect(house.heard(ba)).toHaveLength(before);

    house.emulator.sendsText(ba, "bà đây");

    await house.until(() => house.heard(ba).length > before);
    expect(newest()?.text).toContain("Cán bộ xã");
    expect(held()).toEqual([]);
  });

  test.each([
    [
      "a shared place",
      () =>
        house.emulator.sendsAttachment(ba, "user_send_location", {
          coordinates: { latitude: "22.1", longitude: "105.2" },
        }),
    ],
    ["a return code", () => house.emulator.sendsText(ba, "mận suối 12")],
    ["a sticker", () => house.emulator.sendsAttachment(ba, "user_send_sticker", {})],
  ])("%s opens the window as words do", async (_, act) => {
    await opened();
    await says("xin chào");
    await house.pass(20 * hour);
    const before = house.clock.now();

    act();

    await house.until(() => (house.store.spent(rowOf().id).heardAt ?? 0) >= before);
  });

  test("of many messages in a row the last is kept", async () => {
    await opened({ inARow: 4 });
    await says("xin chào");
    const { id } = rowOf();
    for (let each = 0; each < 8; each += 1) {
      await house.conversations.note(id, `voice-${each}`, {
        kind: "house-alarm",
        what: "zalo-stopped",
      });
    }
    await house.until(() => house.store.waiting(id).length === 0);
    expect(house.heard(ba).length).toBeLessThan(4);
    expect(house.store.parkedReplies().length).toBeGreaterThan(0);
  });
});

describe("a message whose answer was lost", () => {
  const lost = { is: "breaks", when: "after" } as const;
  const never = { is: "breaks", when: "before" } as const;
  const spent = () => house.store.spent(rowOf().id);
  const parked = () => house.store.parkedReplies().map(({ why }) => why);
  const settled = () => house.until(() => house.store.waiting(rowOf().id).length === 0);

  test("counts among those in a row, each time it is said; the last one stays for a neighbour", async () => {
    await opened({ inARow: 5 });
    const { say } = await helped();
    await house.pass(1000);
    house.emulator.sendsText(ba, "bà đang mở máy");
    await settled();
    const before = house.heard(ba).length;

    house.emulator.fails(lost, lost, lost, lost, lost);
    await machineSpeaks("một");
    await house.until(() => parked().length > 0, { step: 10_000 });
    expect(parked()).toEqual(["last-message-kept"]);
    expect(house.heard(ba).slice(before)).toHaveLength(4);
    expect(spent()).toMatchObject({ sent: 0, perhaps: 4 });
    house.emulator.endsFaults();
    await say("bà ơi cháu đây");
    await house.until(() => house.heard(ba).length === before + 5);

    expect(house.heard(ba).at(-1)).toContain("bà ơi cháu đây");
    await house.pass(1000);
    house.emulator.sendsText(ba, "ừ");
    await house.until(() => parked().length === 0);
    await settled();
    expect(spent().perhaps).toBe(0);
  });

  test("counts when Zalo never answers at all, and stays counted for the next life of the program", async () => {
    await opened();
    house.emulator.fails({ is: "works-and-waits" });
    house.emulator.sendsText(ba, "xin chào");
    await house.until(() => house.emulator.waiting === 1);
    expect(spent()).toMatchObject({ sent: 0, perhaps: 1 });
    house.clock.advance(20_000);
    await house.until(() => house.heard(ba).length === 2);
    await settled();

    house = await house.restart();

    expect(spent()).toMatchObject({ sent: 1, perhaps: 1 });
  });

  test("counts in the month, and `channels` says how many of them may not have arrived", async () => {
    await opened({ settings: { plans: [{ of: "messages", monthly: 100, counts: "sent" }] } });
    const { account } = house.channel.sender;
    keepPlans(house.store, account, [{ of: "messages", monthly: 100, counts: "sent" }]);
    const printed = () =>
      describeChannels(channelsReport(house.store, "tan-an", house.clock.now()), () => []);
    await says("xin chào");
    expect(printed()).not.toContain("perhaps");

    house.emulator.fails(never, lost);
    await says("bà hỏi");
    await settled();

    expect(house.store.messagesIn(account, "2026-11")).toMatchObject({ outbound: 4, perhaps: 2 });
    expect(printed()).toContain(
      "gửi / sent 4, trong đó 2 tin không rõ đã tới chưa / of which 2 perhaps",
    );
    expect(printed()).toContain("còn / left this month: 96 trong / of 100");
  });

  test("counts no longer once Zalo itself says how many are used", async () => {
    await opened();
    house.emulator.quotaType = "reply";
    house.emulator.fails(never, never, lost);
    await says("xin chào");
    await settled();
    expect(spent()).toMatchObject({ sent: 1, perhaps: 3 });

    house.emulator.quotaCounts = true;
    await house.conversations.note(rowOf().id, "k", {
      kind: "staff-said",
      text: "Chào bà",
      masked: [],
    });
    await settled();

    // Two were taken, and one more had arrived.
    expect(spent()).toMatchObject({ sent: 2, perhaps: 1 });
  });

  test("is not said again before Zalo answers something, and so a long outage uses up nothing", async () => {
    await opened();
    await says("xin chào");
    await house.pass(1000);
    house.emulator.down = true;
    house.emulator.sendsText(ba, "bà hỏi");
    await house.until(() => spent().perhaps > 0);
    await house.pass(hour);
    expect(spent()).toMatchObject({ sent: 0, perhaps: 1 });

    house.emulator.down = false;
    await house.until(() => spent().sent > 0, { step: 10_000 });

    expect(house.heard(ba)).toHaveLength(2);
  });

  test("is given up after some repetitions where nobody counts, and said again once the person writes", async () => {
    await opened({ inARow: 1000, settings: { inARow: undefined } });
    house.emulator.fails(...Array.from({ length: 20 }, () => lost));
    house.emulator.sendsText(ba, "xin chào");
    await house.until(() => parked().length > 0, { step: 10_000 });
    expect(parked()).toEqual(["uncertain"]);
    expect(house.heard(ba)).toHaveLength(8);

    house.emulator.endsFaults();
    await says("bà đây");
    await settled();

    expect(parked()).not.toContain("uncertain");
  });
});

/** A neighbour has taken the case of somebody who looks something up, and may speak. */
async function helped(): Promise<{ readonly say: (text: string) => Promise<void> }> {
  await says("bà muốn tra cứu hồ sơ");
  for (const words of ["gặp người giúp", "Nà Khau", "Ai giúp cũng được", "Ai giúp cũng được"])
    if (rowOf().saved.case === undefined) {
      await house.pass(2000);
      await says(words);
    }
  const { id, saved } = rowOf();
  if (saved.case === undefined) throw new Error("nobody was called");
  const about = {
    case: saved.case.id,
    by: { id: "dung" as PropagandistId, name: "Dũng (mẫu)", role: "trưởng thôn" },
  };
  await house.until(() => house.store.waiting(id).length === 0);
  await house.conversations.note(id, "claim", { kind: "case-claim", ...about });
  return {
    say: async (text) => {
      await house.conversations.note(id, text, { kind: "case-say", ...about, text, masked: [] });
    },
  };
}
const machineSpeaks = (key: string) =>
  house.conversations.note(rowOf().id, key, { kind: "house-alarm", what: "zalo-stopped" });

test("of the messages in a row the last goes to a neighbour's words; what they say beyond it waits, and is seen to wait", async () => {
  await opened({ inARow: 4 });
  const { say } = await helped();
  const { id } = rowOf();
  for (let each = 0; each < 5; each += 1) await machineSpeaks(`line-${each}`);
  await house.until(() => house.store.waiting(id).length === 0);
  const machine = house.heard(ba).length;

  await say("bà ơi cháu đây");
  await house.until(() => house.heard(ba).length > machine);
  await say("bà chụp cho cháu xem màn hình");
  await house.until(() => house.store.waiting(id).length === 0);

  expect(house.heard(ba).slice(machine)).toEqual(["Dũng (mẫu) (trưởng thôn)\nbà ơi cháu đây"]);
  const parked = house.store
    .lines(id, 0, 99)
    .flatMap(({ what }) =>
      what.is === "reply" && what.state === "parked" ? [what.reply.text] : [],
    );
  expect(parked).toContain("bà chụp cho cháu xem màn hình");

  await house.pass(2000);
  house.emulator.sendsText(ba, "ừ");
  await house.until(() => house.heard(ba).join("\n").includes("bà chụp cho cháu"));
});

describe("the right to send", () => {
  test("is renewed before it runs out, each refresh token once", async () => {
    await opened();
    await says("xin chào");
    await house.pass(60 * hour);
    expect(house.emulator.tokens.rotations).toBeGreaterThanOrEqual(3);
    expect(house.emulator.tokens.grantLost).toBe(false);
  });

  test("is renewed at once when Zalo no longer takes it, for all who were refused together", async () => {
    await opened();
    await says("xin chào");
    const before = house.emulator.tokens.rotations;
    house.emulator.tokens.endAccess();
    const others = ["11111111111111111", "22222222222222222", "33333333333333333"];
    for (const user of others) house.emulator.sendsText(user, "xin chào");
    await house.until(() => others.every((user) => house.heard(user).length > 0));
    expect(house.emulator.tokens.rotations).toBe(before + 1);
  });

  test("is never asked for in a loop", async () => {
    await opened();
    await says("xin chào");
    const before = house.emulator.tokens.rotations;
    house.emulator.fails({ is: "refuses", error: -216 }, { is: "refuses", error: -216 });
    await says("bà đây");
    expect(house.emulator.tokens.rotations).toBe(before + 1);
  });

  test("survives a lost answer that Zalo never worked on", async () => {
    await opened();
    await says("xin chào");
    house.emulator.tokens.endAccess();
    house.emulator.failsTokens({ is: "502" }, { is: "breaks", when: "before" });
    await says("bà đây");
    expect(house.emulator.tokens.grantLost).toBe(false);
  });

  test("when the new pair is lost on its way, a person is told, and a new consent mends it", async () => {
    await opened();
    await says("xin chào");
    const { id } = house.store.conversationOf(
      house.channel.sender.account,
      "99999999999999999",
      () => conversationId("coordinator"),
      house.clock.now(),
    );
    house.store.savePropagandist(
      aPropagandist("dieu-phoi", { rank: "coordinator", conversation: id }),
    );
    house.emulator.tokens.endAccess();
    house.emulator.failsTokens({ is: "breaks", when: "after" });
    house.emulator.sendsText(ba, "bà muốn làm khai sinh");
    const alarmed = () =>
      house.store
        .lines(id, 0, 9)
        .some(({ what }) => what.is === "reply" && what.reply.text.includes("mất quyền gửi tin"));
    await house.until(alarmed, { step: 5000 });
    expect(house.channel.status()).toBe("consent-needed");
    expect(house.logged.join("")).toContain("zalo-consent");
    const onTheDesk = () => channelAlarms(house.store, "tan-an", house.clock.now());
    expect(onTheDesk()).toMatchObject([{ what: "zalo-consent-lost" }]);

    const { link } = house.channel.consent.begin("http://127.0.0.1:9");
    const back = Object.fromEntries(new URL(house.emulator.tokens.consents(link)).searchParams);
    const waiting = answered();
    expect(await house.channel.consent.finish(back)).toEqual({ ok: true });

    await waiting;
    expect(newest()?.text.length).toBeGreaterThan(0);
    await house.until(() => onTheDesk().length === 0, { step: 5000 });
  });

  test("is kept where neither the database nor the settings alone open it", async () => {
    await opened();
    await says("xin chào");
    const { account } = house.channel.sender;
    const kept = house.store.setting(`zalo-oa-grant/${account}`) ?? "";
    for (const token of house.emulator.tokens.issued) expect(kept).not.toContain(token);
    house = await house.restart({ appSecret: "another-secret", refreshToken: undefined });
    await house.until(() => house.channel.status() === "consent-needed");
  });

  test("a token of the settings is used once, also by the next program", async () => {
    await opened();
    await says("xin chào");
    house = await house.restart();
    await says("bà đây");
    expect(house.emulator.tokens.grantLost).toBe(false);
  });

  test("a consent counts for the link that was printed, once, and for one account", async () => {
    await opened({ noGrant: true });
    const query = (address: string) => Object.fromEntries(new URL(address).searchParams);
    expect(await house.channel.consent.finish({ code: "abc" })).toEqual({
      ok: false,
      why: "not-asked",
    });
    const { link } = house.channel.consent.begin("http://127.0.0.1:9");
    const back = query(house.emulator.tokens.consents(link));
    expect(await house.channel.consent.finish({ ...back, state: "other" })).toMatchObject({
      why: "another",
    });
    expect(await house.channel.consent.finish({ ...back, code: "made-up" })).toMatchObject({
      why: "refused",
    });
    expect(await house.channel.consent.finish(back)).toEqual({ ok: true });
    expect(await house.channel.consent.finish(back)).toMatchObject({ why: "not-asked" });
    await says("xin chào");
  });

  test("a consent cut off once its right is held is not called a wrong code when its address is opened again", async () => {
    await opened({ noGrant: true });
    const { link } = house.channel.consent.begin("http://127.0.0.1:9");
    const back = Object.fromEntries(
      new URL(house.emulator.tokens.consents(link)).searchParams.entries(),
    );
    const { setSetting } = house.store;
    house.store.setSetting = () => {
      throw new Error("the program ends here");
    };
    await expect(house.channel.consent.finish(back)).rejects.toThrow("ends here");
    house.store.setSetting = setSetting;

    house = await house.restart();

    expect(await house.channel.consent.finish({ ...back, code: "made-up" })).toMatchObject({
      why: "refused",
    });
    expect(await house.channel.consent.finish(back)).toEqual({ ok: true });
    await says("xin chào");
  });

  test("a fixed verifier is the one whose challenge stands in the console", async () => {
    const codeVerifier = "abcdefghijABCDEFGHIJ0123456789klmnopqrstKLM";
    await opened({ noGrant: true, settings: { codeVerifier } });
    const { link, challenge } = house.channel.consent.begin("http://127.0.0.1:9");
    expect(challenge).toBe("opw6BCPEbhD-Gycded4e8Zw7j74ABH01bXuRI7OGsGE");
    const back = new URL(house.emulator.tokens.consents(link, { keepsState: false }));
    const query = Object.fromEntries(back.searchParams);
    expect(await house.channel.consent.finish(query)).toEqual({ ok: true });
  });
});

describe("staff in Zalo's own app", () => {
  test("are noticed, silence the machine, and stand in the thread", async () => {
    await opened();
    await says("bà muốn làm khai sinh");
    house.emulator.staffSends(ba, "Bà mang sổ hộ khẩu ra xã nhé");
    await house.until(() => rowOf().saved.case?.state.is === "claimed");
    const before = house.heard(ba).length;
    house.emulator.sendsText(ba, "vâng cháu");
    await house.pass(2 * 60_000);
    expect(house.heard(ba).slice(before).join("")).not.toContain("?");
    expect(
      house.store
        .lines(rowOf().id, 0, 99)
        .some(({ what }) => what.is === "inbound" && what.inbound.kind === "staff-said"),
    ).toBe(true);
  });

  test.each(["before", "after"] as const)(
    "are not mistaken for our own echo that comes %s the answer to our call",
    async (when) => {
      await opened({ echoes: when });
      await says("bà muốn làm khai sinh");
      await says("xong");
      await house.pass(60_000);
      expect(rowOf().saved.case).toBeUndefined();
      expect(house.store.handedOut(house.channel.sender.account)).toEqual([]);
    },
  );

  test("are not mistaken for what an earlier life of this program said", async () => {
    await opened({ echoes: "never" });
    await says("bà muốn làm khai sinh");
    const text = newest()?.text ?? "";
    house = await house.restart();
    await house.emulator.deliver({
      event_name: "oa_send_text",
      sender: { id: house.emulator.oaId },
      recipient: { id: ba },
      message: { msg_id: "lost-in-the-crash", text },
    });
    await house.pass(60_000);
    expect(rowOf().saved.case).toBeUndefined();
  });
});

describe("what Zalo says no to", () => {
  test("every code of its papers has a remedy", async () => {
    await opened();
    const papers = [
      -32, -100, -200, -201, -204, -205, -209, -212, -219, -210, -211, -218, -213, -216, -220, -221,
      -224, -223, -227, -230, -232, -233, -234, -235, -237, -403, -240, -242, -244, -248, -249,
      -320, -321,
    ];
    for (const code of papers) expect(refusals.get(code), String(code)).toBeDefined();
    const names = [...refusals.values()].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each([
    [-32, "sent"],
    [-200, "sent"],
    [-234, "sent"],
    [-211, "sent"],
    [-204, "sent"],
    [-223, "sent"],
    [-213, "parked"],
    [-244, "parked"],
    [-248, "parked"],
    [-240, "parked"],
    [-999, "parked"],
    [-230, "parked"],
  ])("%i: the reply is %s in the end", async (error, end) => {
    await opened();
    house.emulator.fails({ is: "refuses", error });
    house.emulator.sendsText(ba, "xin chào");
    const state = () =>
      house.store
        .lines(rowOf().id, 0, 9)
        .flatMap(({ what }) => (what.is === "reply" ? [what.state] : []))[0];
    await house.until(() => house.store.findByPeer(house.channel.sender.account, ba) !== undefined);
    await house.until(() => state() === end, { step: 60_000 });
  });

  test("a page of the gateway and a broken line are tried again; an answer that was lost repeats one message", async () => {
    await opened();
    house.emulator.fails(
      { is: "502" },
      { is: "breaks", when: "before" },
      { is: "breaks", when: "after" },
    );
    house.emulator.sendsText(ba, "xin chào");
    await house.until(() => house.heard(ba).length === 2, { step: 1000 });
    expect(new Set(house.heard(ba)).size).toBe(1);
  });

  test.each([
    ["refuse", "none"],
    ["accept-template", "template"],
    ["accept-list", "list"],
    ["accept-bare", undefined],
  ] as const)("buttons, where it would %s them, settle on %s", async (buttons, settled) => {
    await opened({ buttons });
    // The menu is too long for a list; a step is not, unless two answers are joined.
    for (const words of ["xin chào", "quên mật khẩu vneid", "1"]) {
      await says(words);
      await house.until(
        () => house.store.waiting(rowOf().id).length === 0 && house.emulator.calls === 0,
      );
    }
    const { account } = house.channel.sender;
    await house.until(() => house.store.setting(`zalo-oa-buttons/${account}/auto`) === settled);
    if (settled === "none") expect(newest()?.text).toMatch(/1\. .+\n2\. /);
    else expect(newest()?.buttons.length).toBeGreaterThan(1);
    await says("1");
  });

  test("nobody is sent more in a minute than the account may say", async () => {
    await opened({ perMinute: 80 });
    const users = Array.from({ length: 120 }, (_, k) =>
      String(30_000_000_000_000_000n + BigInt(k)),
    );
    for (const user of users) house.emulator.sendsText(user, "xin chào");
    await house.until(() => users.every((user) => house.heard(user).length > 0), { step: 2000 });
  });
});

describe("pictures", () => {
  const png = { bytes: jpeg, type: "image/png", alt: "trang chủ", hash: "h1" };

  /** Goes on by the first button until a step shows its screen. */
  async function untilPicture(user: string): Promise<void> {
    const sees = () => house.emulator.sees(user);
    const pictured = () => sees().some(({ picture }) => picture !== undefined);
    house.emulator.sendsText(user, "quên mật khẩu vneid");
    for (let turn = 0; turn < 8 && !pictured(); turn += 1) {
      const before = sees().length;
      await house.until(() => sees().length > before || pictured());
      await house.until(
        () => house.store.waiting(rowOf(user).id).length === 0 && house.emulator.calls === 0,
      );
      if (!pictured()) house.emulator.presses(user, sees().at(-1)?.buttons[0]?.title ?? "");
    }
    expect(pictured()).toBe(true);
  }

  test("of screens are carried up once a week, however many people see them", async () => {
    await opened({ pictures: { get: () => png } });
    await untilPicture(ba);
    await untilPicture("11111111111111111");
    expect(house.emulator.uploads).toBe(1);

    house = await house.restart();
    await house.pass(7 * day);
    await untilPicture("22222222222222222");
    expect(house.emulator.uploads).toBe(2);
  });

  test("that Zalo no longer keeps are carried up again; a step is said without one it refuses", async () => {
    await opened({ pictures: { get: () => png } });
    await untilPicture(ba);
    house.emulator.forgetsUploads();
    await untilPicture("11111111111111111");
    expect(house.emulator.uploads).toBe(2);
  });
});

test("a link or a code of a village opens the account by its number, never by its name", async () => {
  await opened();
  await house.until(() => house.channel.status() === "ok");
  expect(openings(house.store, "tan-an", "man274").zalo).toBe(
    `https://zalo.me/${house.emulator.oaId}`,
  );
});

test("a propagandist joins by a typed code, and never leaves it among the words", async () => {
  await opened();
  const code = "abcdefgh23456789";
  house.store.invite({
    codeHash: hashOf(code),
    commune: "tan-an",
    rank: "propagandist",
    name: "Dung (mẫu)",
    role: "trưởng thôn",
    village: "na-khau",
    woman: false,
    office: false,
    expiresAt: house.clock.now() + day,
  });
  await says(code);
  expect(house.store.propagandists("tan-an")).toMatchObject([{ conversation: rowOf().id }]);
  expect(JSON.stringify(house.store.lines(rowOf().id, 0, 9))).not.toContain(code);
});

/** What goes to a push service, against the RFCs' own examples, and where it may go at all. */
import { createECDH } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closedFor } from "../../src/bot/desk/push/envelope.ts";
import { isOurs, publicLookup, pushServices } from "../../src/bot/desk/push/push-service.ts";
import { senderKeys } from "../../src/bot/desk/push/sender-keys.ts";
import { type PushEmulator, startPushEmulator } from "../support/push/emulator.ts";

const decoded = (text: string) => Buffer.from(text, "base64url");

test("the example of RFC 8291 comes out byte for byte", () => {
  const own = createECDH("prime256v1");
  own.setPrivateKey(decoded("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"));

  const body = closedFor(
    {
      p256dh:
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
      auth: "BTBZMqHH6r4Tts7J_aSIgg",
    },
    "When I grow up, I want to be a watermelon",
    { salt: decoded("DGv6ra1nlYgDCS1FRnbzlw"), own },
  );

  expect(body.toString("base64url")).toBe(
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
  );
});

describe("a parcel", () => {
  let emulator: PushEmulator;
  const kept = new Map<string, string>();
  const keys = senderKeys(
    {
      secret: (name, fresh) => {
        if (!kept.has(name)) kept.set(name, fresh());
        return kept.get(name) ?? "";
      },
    },
    () => "https://cau-noi.example.vn",
  );
  const services = pushServices({ loopback: true });
  beforeAll(async () => {
    emulator = await startPushEmulator();
  });
  afterAll(async () => {
    await services.close();
    await emulator.close();
  });

  const send = async (endpoint: string, body: Buffer, now = Date.now()) =>
    await services.send(
      {
        endpoint,
        body,
        headers: {
          ttl: "60",
          urgency: "high",
          "content-encoding": "aes128gcm",
          authorization: keys.authorization(endpoint, now),
        },
      },
      now,
    );

  test("is read by the browser it is for, and its sender is known", async () => {
    const sen = await emulator.subscriber(keys.publicKey);
    const { endpoint } = sen.json;

    const answer = await send(endpoint, closedFor(sen.json.keys, "có người cần giúp"));

    expect(answer).toEqual({ is: "accepted" });
    expect(sen.delivered).toMatchObject([
      { text: "có người cần giúp", ttl: 60, subject: "https://cau-noi.example.vn" },
    ]);
    expect(emulator.complaints).toEqual([]);
  });

  test("for somebody else cannot be opened, and a token of yesterday is refused", async () => {
    const sen = await emulator.subscriber(keys.publicKey);
    const pao = await emulator.subscriber(keys.publicKey);
    const { endpoint } = sen.json;

    const mixedUp = await send(endpoint, closedFor(pao.json.keys, "x"));
    const stale = await send(endpoint, closedFor(sen.json.keys, "x"), Date.now() - 24 * 3_600_000);

    expect(mixedUp).toEqual({ is: "refused", status: 400 });
    expect(stale).toEqual({ is: "refused", status: 400 });
    expect(sen.delivered).toEqual([]);
    expect(emulator.complaints.splice(0)).toHaveLength(2);
  });

  test.each([
    [{ status: 404 }, { is: "gone" }],
    [{ status: 410 }, { is: "gone" }],
    [
      { status: 429, retryAfter: "30" },
      { is: "again", after: 31_000 },
    ],
    [
      { status: 429, retryAfter: "Thu, 01 Jan 1970 00:00:42 GMT" },
      { is: "again", after: 42_000 },
    ],
    [{ status: 503 }, { is: "again" }],
    [{ status: 413 }, { is: "refused", status: 413 }],
    [{ status: 403 }, { is: "refused", status: 403 }],
    [
      { status: 302, retryAfter: "1" },
      { is: "refused", status: 302 },
    ],
  ])("answered %j is understood as %j", async (answer, meant) => {
    const sen = await emulator.subscriber(keys.publicKey);
    sen.answers(answer);

    expect(await send(sen.json.endpoint, closedFor(sen.json.keys, "x"), 1000)).toEqual(meant);
  });

  test("to a service that is not there is tried again", async () => {
    expect(await send("http://127.0.0.1:1/push", Buffer.from("x"))).toEqual({ is: "again" });
  });
});

describe("where nothing is sent", () => {
  const services = pushServices({ loopback: false });
  afterAll(() => services.close());

  test.each([
    "https://fcm.googleapis.com/fcm/send/abc:def",
    "https://updates.push.services.mozilla.com/wpush/v2/gAAA",
    "https://web.push.apple.com/QAbc",
    "https://8.8.8.8/push",
  ])("%s may be a push service", (endpoint) => {
    expect(services.mayBe(endpoint)).toBe(true);
  });

  test.each([
    "http://fcm.googleapis.com/fcm/send/abc",
    "http://127.0.0.1:8080/desk/api/sign-out",
    "https://127.0.0.1/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://10.1.2.3/",
    "https://192.168.1.1/",
    "https://169.254.169.254/latest/meta-data",
    "https://[::1]/",
    "https://[::ffff:10.0.0.1]/",
    "https://[fd00::1]/",
    "https://localhost/",
    "https://caddy/",
    "https://push.example.vn:8443/",
    "https://ai:gi@push.example.vn/",
    "ftp://push.example.vn/",
    "push.example.vn",
    "",
  ])("%s may not", (endpoint) => {
    expect(services.mayBe(endpoint)).toBe(false);
  });

  test.each([{ all: true }, { all: false }])(
    "a name that leads into this machine is not connected to (%j)",
    async (options) => {
      const found = await new Promise((done) =>
        publicLookup("localhost", options, (error, address) => done(error?.message ?? address)),
      );

      expect(found).toBe("the address is not a public one");
    },
  );

  test.each(["100.100.1.1", "::ffff:127.0.0.1", "fe80::1", "no address"])(
    "%s is ours",
    (address) => {
      expect(isOurs(address)).toBe(true);
    },
  );
});

/** Both Zalo emulators refuse what the services refuse: a client that gets something wrong fails here. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type PassingClock, passing } from "../support/passing-clock.ts";
import { startZaloBotEmulator, type ZaloBotEmulator } from "../support/zalo-bot/emulator.ts";
import { OaEmulator } from "../support/zalo-oa/emulator.ts";

const day = 24 * 60 * 60 * 1000;
const ba = "2468135790246813579";
let clock: PassingClock;

beforeEach(() => {
  clock = passing(Date.parse("2026-11-24T02:00:00Z"));
});

describe("the Official Account", () => {
  let oa: OaEmulator;
  let token: string;

  beforeEach(async () => {
    oa = await new OaEmulator({ clock, inARow: 3, perMinute: 10 }).open();
    token = oa.tokens.newPair().access_token;
    oa.deliversTo(async () => 200);
    oa.sendsText(ba, "xin chào");
  });
  afterEach(() => oa.close());

  const ask = async (path: string, init: RequestInit): Promise<{ error: number }> => {
    const answer = await fetch(`${oa.root}${path}`, { method: "POST", ...init });
    expect(answer.status).toBe(200);
    return (await answer.json()) as { error: number };
  };
  const send = (message: object, { user = ba, header = token } = {}) =>
    ask("/v3.0/oa/message/cs", {
      headers: { access_token: header },
      body: JSON.stringify({ recipient: { user_id: user }, message }),
    });
  const buttons = (count: number, title = "Có") => ({
    text: "Chọn",
    attachment: {
      type: "template",
      payload: {
        buttons: Array.from({ length: count }, () => ({
          title,
          type: "oa.query.hide",
          payload: "x",
        })),
      },
    },
  });

  test.each([
    ["words that are too long", { text: "a".repeat(2001) }, -210],
    ["no words", { text: " " }, -201],
    ["a field that does not exist", { text: "a", reply_to: "1" }, -201],
    ["six buttons", buttons(6), -210],
    ["a title that is too long", buttons(1, "a".repeat(101)), -201],
    ["a picture that was never carried up", picture("none"), -100],
    ["an answer to a message that is not there", { text: "a", quote_message_id: "none" }, -201],
    ["a kind that is not taken", { attachment: { type: "voice" } }, -233],
  ])("%s: refused, inside HTTP 200", async (_, message, error) => {
    expect((await send(message)).error).toBe(error);
    expect(oa.sees(ba)).toEqual([]);
  });

  test("whoever never wrote is not reached; after seven days nobody is", async () => {
    expect((await send({ text: "a" }, { user: "1" })).error).toBe(-213);
    clock.advance(7 * day + 1);
    const { access_token: header } = oa.tokens.newPair();
    expect((await send({ text: "a" }, { header })).error).toBe(-230);
  });

  test("a message too many in a row, and too many in a minute, are refused, and the first is a mistake of ours", async () => {
    for (let each = 0; each < 3; each += 1) expect((await send({ text: "a" })).error).toBe(0);
    expect((await send({ text: "a" })).error).toBe(-211);
    expect(() => oa.assertNoViolations()).toThrow("in a row");
    for (let each = 0; each < 6; each += 1) await send({ text: "a" });
    expect((await send({ text: "a" })).error).toBe(-32);
  });

  test("a token is good for 25 hours, and a refresh token once", async () => {
    const first = oa.tokens.newPair();
    const renew = (refresh_token: string) =>
      ask("/v4/oa/access_token", {
        headers: { secret_key: oa.appSecret },
        body: new URLSearchParams({
          refresh_token,
          app_id: oa.appId,
          grant_type: "refresh_token",
        }),
      }) as Promise<{ error: number; access_token?: string; expires_in?: unknown }>;

    const renewed = await renew(first.refresh_token);
    expect(renewed.expires_in).toBe("90000");
    expect((await send({ text: "a" }, { header: first.access_token })).error).toBe(-220);
    expect((await send({ text: "a" }, { header: "made up" })).error).toBe(-216);
    expect((await send({ text: "a" }, { header: renewed.access_token ?? "" })).error).toBe(0);
    clock.advance(25 * 60 * 60 * 1000);
    expect((await send({ text: "a" }, { header: renewed.access_token ?? "" })).error).toBe(-220);

    expect((await renew(first.refresh_token)).error).toBe(-14014);
    expect(oa.tokens.grantLost).toBe(true);
  });

  test("another header than theirs and a call that is not there are mistakes of ours", async () => {
    await ask("/v3.0/oa/message/cs", { headers: { authorization: `Bearer ${token}` }, body: "{}" });
    expect(await ask("/v3.0/oa/message/edit", { headers: { access_token: token } })).toMatchObject({
      error: -212,
    });
    expect(oa.violations).toEqual(["Authorization was sent", "there is no /v3.0/oa/message/edit"]);
  });

  test("an event that is not taken comes again, the same to the byte, and in the end no more", async () => {
    const came: string[] = [];
    oa.deliversTo(async ({ raw, signature }) => {
      came.push(`${signature} ${Buffer.from(raw).toString()}`);
      return 503;
    });
    oa.sendsText(ba, "bà đây");
    for (const minutes of [0.5, 5, 15, 30, 60]) {
      await oa.settled();
      clock.advance(minutes * 60_000);
    }
    await oa.settled();
    expect(came).toHaveLength(6);
    expect(new Set(came).size).toBe(1);
    expect(oa.switchedOff).toBe(true);
  });

  test("a gateway's page is no answer", async () => {
    oa.fails({ is: "502" });
    const answer = await fetch(`${oa.root}/v3.0/oa/message/cs`, { method: "POST", body: "{}" });
    expect(answer.status).toBe(502);
    expect(await answer.text()).toContain("<html");
  });
});

function picture(attachment_id: string): object {
  const elements = [{ media_type: "image", attachment_id }];
  return { attachment: { type: "template", payload: { template_type: "media", elements } } };
}

describe("the bot platform", () => {
  let bot: ZaloBotEmulator;

  beforeEach(async () => {
    bot = await startZaloBotEmulator({ clock, monthlyMessages: 3 });
  });
  afterEach(() => bot.close());

  const ask = async (method: string, body: object = {}, token = bot.token) => {
    const answer = await fetch(`${bot.root}/bot${token}/${method}`, {
      method: "POST",
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(200);
    return (await answer.json()) as { ok: boolean; error_code?: number };
  };

  test.each(["sendDocument", "editMessageText", "getChat", "setMessageReaction"])(
    "there is no %s, said inside HTTP 200, and asking is a mistake of ours",
    async (method) => {
      expect(await ask(method)).toMatchObject({ ok: false, error_code: 404 });
      expect(() => bot.assertNoViolations()).toThrow("no such method");
    },
  );

  test("a wrong token, a chat that is not there, a used-up month: each refused in Zalo's manner", async () => {
    const { id } = bot.person("Hoa");
    expect(await ask("getMe", {}, "1:wrong")).toMatchObject({ ok: false, error_code: 401 });
    expect(await ask("sendMessage", { chat_id: "none", text: "a" })).toMatchObject({
      ok: false,
      error_code: 400,
    });
    for (let each = 0; each < 3; each += 1)
      expect(await ask("sendMessage", { chat_id: id, text: "a" })).toMatchObject({ ok: true });
    expect(await ask("sendMessage", { chat_id: id, text: "a" })).toMatchObject({ error_code: 429 });
  });

  test.each([
    ["empty words", "sendMessage", { text: " " }, "empty"],
    ["words that are too long", "sendMessage", { text: "a".repeat(2001) }, "longer than 2000"],
    ["letters and marks apart", "sendMessage", { text: "a\u0323" }, "not composed"],
    ["half a letter", "sendMessage", { text: "\ud83d" }, "half a letter"],
    ["buttons", "sendMessage", { text: "a", reply_markup: {} }, "no field reply_markup"],
    [
      "a picture by its bytes",
      "sendPhoto",
      { photo: "data:image/png;base64,AA" },
      "by its address",
    ],
    ["a recording that is no .aac", "sendVoice", { voice_url: "https://a/b.m4a" }, ".aac"],
  ])("%s: a mistake of ours", async (_, method, body, says) => {
    await ask(method, { chat_id: bot.person("Hoa").id, ...body });
    expect(() => bot.assertNoViolations()).toThrow(says);
  });

  test("nobody polls, and the message is lost; a poll with nothing to hear ends with 408", async () => {
    bot.person("Hoa").sends("xin chào");
    expect(bot.lost).toBe(1);
    const polled = ask("getUpdates", { timeout: 30 });
    while (!bot.polling) await new Promise((resolve) => setTimeout(resolve, 2));
    clock.advance(30_000);
    expect(await polled).toMatchObject({ ok: false, error_code: 408 });
  });

  test("a webhook wants a secret of eight letters, and with one set there is no polling", async () => {
    const url = "http://127.0.0.1:9/zalo/bot";
    expect(await ask("setWebhook", { url, secret_token: "short" })).toMatchObject({
      error_code: 400,
    });
    expect(await ask("setWebhook", { url, secret_token: "long enough" })).toMatchObject({
      ok: true,
    });
    expect(await ask("getUpdates", { timeout: 1 })).toMatchObject({ ok: false, error_code: 400 });
  });
});

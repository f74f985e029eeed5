/** One code of a village, followed on every channel of the real program. */
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { plainReturnCode } from "../../src/bot/ids.ts";
import { openSqlite } from "../../src/bot/store/sqlite.ts";
import { patience } from "../support/patience.ts";
import { BrowserLike } from "../support/process/browser-like.ts";
import { ServerProcess } from "../support/process/server.ts";
import { realClock } from "../support/telegram/clock.ts";
import { startTelegramEmulator, type TelegramEmulator } from "../support/telegram/emulator.ts";
import { startZaloBotEmulator, type ZaloBotEmulator } from "../support/zalo-bot/emulator.ts";
import { OaEmulator } from "../support/zalo-oa/emulator.ts";

const onTheVillage = "Nà Khau, phải không";

interface Way {
  readonly code: string;
  readonly link: string;
  readonly zalo: string | null;
  readonly telegram: string | null;
}

async function wayInto(server: ServerProcess): Promise<Way & { readonly plain: string }> {
  const asked = await server.command("links", "--village", "na-khau", "--json");
  const way = JSON.parse(asked.out) as Way;
  return { ...way, plain: plainReturnCode(way.code) };
}

describe("with Telegram and a bot of Zalo's", () => {
  let zalo: ZaloBotEmulator;
  let telegram: TelegramEmulator;
  let server: ServerProcess;
  let way: Way & { readonly plain: string };

  beforeAll(async () => {
    [zalo, telegram] = await Promise.all([
      startZaloBotEmulator({ patient: true }),
      startTelegramEmulator(),
    ]);
    server = new ServerProcess({
      ZALO_BOT_TOKEN: zalo.token,
      ZALO_BOT_API_ROOT: zalo.root,
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.root,
    });
    await server.start();
    await vi.waitFor(
      async () => {
        way = await wayInto(server);
        expect([way.zalo, way.telegram]).not.toContain(null);
      },
      { interval: 200, timeout: patience },
    );
  });
  afterAll(async () => {
    await server.remove();
    await zalo.close();
    await telegram.close();
  });

  const browser = () => new BrowserLike(() => server.url);
  const asks = async (chat: BrowserLike, text: string) => {
    const key = `key-${Math.random().toString(36).slice(2, 12)}`;
    await chat.send("POST", "/api/chat/say", {
      body: JSON.stringify({ key, seen: 0, text }),
      headers: { "content-type": "application/json" },
    });
  };
  const heard = async (chat: BrowserLike): Promise<string> =>
    (await chat.get("/api/chat/entries")).text;

  test("the link's payload brings the village along in Telegram", async () => {
    const payload = new URL(way.telegram ?? "").searchParams.get("start") ?? "";
    expect(payload).toBe(`di-${way.plain}`);
    const ba = telegram.person({ id: 901, firstName: "Mẩy" });

    ba.startsWith(payload);
    await ba.waitsFor("cần làm việc gì");
    ba.sends("gặp người giúp");

    await ba.waitsFor(onTheVillage);
  });

  test.each(["as printed", "without marks, among words", "digits as words"])(
    "the code, typed in a bot's chat %s, brings the village along",
    async (how) => {
      const [thing = "", number = ""] = way.code.split(" ");
      const units = "không một hai ba bốn năm sáu bảy tám chín".split(" ");
      const spoken = [...number].map((digit) => units[Number(digit)]).join(" ");
      const typed = {
        "as printed": way.code,
        "without marks, among words": `chau co ma ${plainReturnCode(thing)} ${[...number].join(" ")} a`,
        "digits as words": `mã ${thing} ${spoken}`,
      }[how];
      const hoa = zalo.person(`Hoa ${how}`);

      // Zalo keeps nothing for a bot that does not ask just then.
      await expect.poll(() => zalo.polling).toBe(true);
      hoa.sends(typed ?? "");
      await hoa.waitsFor("cần làm việc gì");
      await expect.poll(() => zalo.polling).toBe(true);
      hoa.sends("gặp người giúp");

      const question = await hoa.waitsFor("phải không");
      expect(question.text).toContain(onTheVillage);
      expect(question.text).toContain("1. Nà Khau");
    },
  );

  test("the page offers the web first, then Zalo with the code to type, then Telegram", async () => {
    const page = (await browser().get(`/di/${way.plain}`)).text;

    const [web = "", inZalo = "", inTelegram = ""] = page.split("<li>").slice(1);
    expect(web).toContain('href="/"');
    expect(inZalo).toContain(way.zalo);
    expect(inZalo).toContain(way.code);
    expect(inTelegram).toContain(way.telegram);
    expect(page).toContain("BẢN THỬ");
    expect(page).toContain("Nà Khau");
    expect(page).not.toContain("<script");
    expect((await browser().get(`/di/${way.plain}?lang=en`)).text).toContain("Chat right here");
  });

  test("the chat on the web opened next knows the village, also when it was begun before", async () => {
    const fresh = browser();
    await fresh.get(`/di/${way.plain}`);
    await fresh.post("/api/chat/open", {});
    await asks(fresh, "gặp người giúp");
    expect(await heard(fresh)).toContain(onTheVillage);

    const known = browser();
    await known.post("/api/chat/open", {});
    await known.get(`/di/${way.plain}`);
    await known.post("/api/chat/open", {});
    await known.post("/api/chat/open", {});
    await asks(known, "gặp người giúp");
    expect(await heard(known)).toContain(onTheVillage);
  });

  test.each([
    [
      "an iPhone",
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
    ],
    [
      "an Android phone",
      "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Mobile Safari/537.36",
    ],
    [
      "Zalo's browser on an iPhone",
      "Mozilla/5.0 (iPhone; CPU iPhone OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Zalo iOS/24.5 ZaloTheme/light ZaloLanguage/vn",
    ],
    [
      "Zalo's browser on Android",
      "Mozilla/5.0 (Linux; Android 11; SM-A037F; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/119.0 Mobile Safari/537.36 Zalo android/24050 ZaloTheme/light ZaloLanguage/vi",
    ],
    ["a computer", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/124.0"],
  ])("on %s the chat on the web stands first, and the village comes along", async (_, agent) => {
    const phone = browser();

    const page = await phone.get(`/di/${way.plain}`, { "user-agent": agent });

    expect(page.status).toBe(200);
    expect(page.text.indexOf('class="first" href="/"')).toBeGreaterThan(0);
    expect(page.text).toContain(way.code);
    expect(phone.cookies.get("cn_di")).toContain(way.plain);
  });

  test("who only shows the link in a chat gets the page, and counts for nobody", async () => {
    const preview = browser();
    const page = await preview.get(`/di/${way.plain}`, {
      "user-agent": "facebookexternalhit/1.1",
    });
    expect(page.text).toContain('property="og:title"');
  });

  test("a code that was ended is greeted by the page and in a chat, and brings no village", async () => {
    const store = openSqlite(server.databaseFile, { role: "visitor" });
    const to = { village: "Bản Thử", propagandist: undefined };
    const plain = store.wayInOf("tan-an", to, "voi123", Date.now()) ?? "";
    store.endWayIn("tan-an", plain, Date.now());
    store.close();

    const page = await browser().get(`/di/${plain}`);
    const ba = zalo.person("Ba với mã cũ");
    ba.sends(`ma la ${plain}`);
    const greeted = await ba.waitsFor("cần làm việc gì");

    expect(page.status).toBe(404);
    expect(page.text).toContain("Không sao");
    expect(page.text).toContain('href="/"');
    expect(greeted.text).not.toContain("phải không");
  });

  test.each(["ma la suoi da 1234", "mận 99", "mã của tôi là voi 0000"])(
    "what is no code, “%s”, is answered with what can be done here",
    async (typed) => {
      const ba = zalo.person(`Bà gõ ${typed}`);
      ba.sends(typed);
      const said = await ba.waitsFor("1. ");
      expect(said.text).toMatch(/cần|việc/);
    },
  );

  test("a code nobody made gets a kind page with the chat on it, and no village", async () => {
    const stranger = browser();
    const page = await stranger.get("/di/voi000");

    expect(page.status).toBe(404);
    expect(page.text).toContain("Không sao");
    expect(page.text).toContain('href="/"');
    expect(page.text).toContain(`href="${(way.telegram ?? "").split("?")[0]}"`);
    expect(stranger.cookies.has("cn_di")).toBe(false);
    const odd = await stranger.get("/di/%3Cscript%3E");
    expect([odd.status, odd.text.includes("<script")]).toEqual([404, false]);
  });

  test("an address that leads nowhere leads to the chat, and tells a program what it is", async () => {
    const read = await fetch(`${server.url}/khong-co`, { headers: { accept: "text/html" } });
    const page = await read.text();
    const asked = await fetch(`${server.url}/khong-co`);

    expect(read.status).toBe(404);
    expect(page).toContain("Không có trang này");
    expect(page).toContain('<a class="first" href="/">');
    expect(asked.status).toBe(404);
    expect(await asked.json()).toMatchObject({ error: "not-found" });
  });
});

test("the code, typed to the Official Account in any form, brings the village along", async () => {
  const publicUrl = "http://127.0.0.1:9";
  const callback = `${publicUrl}/zalo/oa/consent`;
  const oa = await new OaEmulator({ inARow: 8, clock: realClock, callback }).open();
  const server = new ServerProcess({
    PUBLIC_URL: publicUrl,
    ZALO_OA_APP_ID: oa.appId,
    ZALO_OA_APP_SECRET: oa.appSecret,
    ZALO_OA_SECRET_KEY: oa.secretKey,
    ZALO_OA_API_ROOT: oa.root,
    ZALO_OAUTH_API_ROOT: oa.root,
    ZALO_OA_REFRESH_TOKEN: oa.tokens.newPair().refresh_token,
  });
  try {
    await server.start();
    oa.webhook = `${server.url}/zalo/oa`;
    const { code } = await wayInto(server);
    const said = (who: string) => JSON.stringify(oa.sees(who));
    const hears = (who: string, words: string) =>
      vi.waitFor(() => expect(said(who)).toContain(words), { interval: 10, timeout: patience });

    for (const [who, typed] of [
      ["2468135790246813579", code.toUpperCase()],
      ["2468135790246813580", `ma so ${plainReturnCode(code)} nhe`],
    ] as const) {
      oa.sendsText(who, typed);
      await hears(who, "cần làm việc gì");
      oa.sendsText(who, "gặp người giúp");
      await hears(who, onTheVillage);
    }
  } finally {
    await server.remove();
    await oa.close();
  }
});

test("where only the web is connected a phone goes straight to the chat, and a computer shows the QR code", async () => {
  const server = new ServerProcess();
  try {
    await server.start();
    const { plain, link } = await wayInto(server);
    const at = (agent: string) =>
      new BrowserLike(() => server.url).get(`/di/${plain}`, { "user-agent": agent });

    const phone = await at("Mozilla/5.0 (Linux; Android 13) Mobile Zalo/24.1");
    const computer = await at("Mozilla/5.0 (Windows NT 10.0; Win64; x64)");

    expect([phone.status, phone.headers.get("location")]).toEqual([302, "/"]);
    expect(phone.headers.getSetCookie().join()).toContain(`cn_di=di-${plain}`);
    expect(computer.status).toBe(200);
    expect(computer.text).toContain("<svg");
    expect(computer.text).toContain(link);
  } finally {
    await server.remove();
  }
});

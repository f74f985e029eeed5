/** One person on three channels of the real program: what they were doing follows them, through kills in between. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { publishedLibrary } from "../../src/bot/content/publish.ts";
import type { ConversationRow } from "../../src/bot/store/conversations.ts";
import { openSqlite } from "../../src/bot/store/sqlite.ts";
import type { Store } from "../../src/bot/store/store.ts";
import type { Arriving } from "../../src/bot/store/turns.ts";
import { type AccountId, decide } from "../../src/flows/index.ts";
import { soon } from "../support/patience.ts";
import { Resident } from "../support/process/resident.ts";
import { ServerProcess } from "../support/process/server.ts";
import { realClock } from "../support/telegram/clock.ts";
import { startTelegramEmulator, type TelegramEmulator } from "../support/telegram/emulator.ts";
import { botId, startZaloBotEmulator, type ZaloBotEmulator } from "../support/zalo-bot/emulator.ts";
import { OaEmulator } from "../support/zalo-oa/emulator.ts";

let zalo: ZaloBotEmulator;
let telegram: TelegramEmulator;
let oa: OaEmulator;
let server: ServerProcess;

beforeEach(async () => {
  zalo = await startZaloBotEmulator();
  telegram = await startTelegramEmulator();
  oa = await new OaEmulator({ clock: realClock, inARow: 8 }).open();
  server = new ServerProcess({
    PUBLIC_URL: "http://127.0.0.1:9",
    ZALO_OA_APP_ID: oa.appId,
    ZALO_OA_APP_SECRET: oa.appSecret,
    ZALO_OA_SECRET_KEY: oa.secretKey,
    ZALO_OA_API_ROOT: oa.root,
    ZALO_OAUTH_API_ROOT: oa.root,
    ZALO_OA_REFRESH_TOKEN: oa.tokens.newPair().refresh_token,
    ZALO_BOT_TOKEN: zalo.token,
    ZALO_BOT_API_ROOT: zalo.root,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
  });
  await server.start();
  oa.webhook = `${server.url}/zalo/oa`;
});
afterEach(async () => {
  await server.remove();
  await Promise.all([zalo.close(), telegram.close(), oa.close()]);
  oa.assertNoViolations();
});

// The program starts several times in each; how fast is not what is asked here.
const ba = "2468135790246813579";
const code = /\p{L}+ \p{L}+ \p{L}+ \d{4}/u;

async function until(happened: () => boolean | Promise<boolean>): Promise<void> {
  await vi.waitFor(async () => {
    if (!(await happened())) throw new Error("not yet");
  }, soon);
}

/** To the bot, which is handed nothing while nobody asks. */
async function writes(who: ReturnType<typeof zalo.person>, text: string): Promise<void> {
  await until(() => zalo.polling);
  who.sends(text);
}

/** Somebody in the middle of a guide on Zalo, with a code to go on elsewhere. */
async function onZalo(name: string) {
  const who = zalo.person(name);
  await writes(who, "con mới đẻ làm giấy khai sinh");
  await who.waitsFor("1. ");
  await writes(who, "mã quay lại");
  await until(() => who.sees().some(({ text }) => code.test(text)));
  const said = who.sees().map(({ text }) => code.exec(text)?.[0]);
  return { who, code: said.findLast((found) => found !== undefined) ?? "" };
}

async function onTheWeb(): Promise<Resident> {
  const resident = new Resident(() => server.url);
  await resident.open();
  return resident;
}

const shows = (resident: Resident, words: string) => async () => {
  await resident.news();
  return [...resident.entries.values()].some(({ text }) => text.includes(words));
};

test("from Zalo to the web by the return page, and on to Telegram by typed words", async () => {
  const { who: hoa, code: spoken } = await onZalo("Hoa");
  const page = await onTheWeb();

  const returned = await page.return(spoken);
  await until(shows(page, "ở Zalo đã sang đây"));
  await hoa.waitsFor("đã chuyển sang trang web");
  expect(returned.status).toBe(200);

  const { returnCode = "" } = (await page.news()).body.state;
  const lan = telegram.person({ id: 501, firstName: "Lan" });
  lan.startsWith();
  await lan.waitsFor(/cần làm việc gì/);
  lan.sends(`mã quay lại ${returnCode.toLowerCase()}`);
  await lan.waitsFor(/ở trang web đã sang đây/);

  await until(shows(page, "đã chuyển sang Telegram"));
  // Asked again by the page that used it, as after an answer lost on the way.
  expect((await page.return(spoken)).status).toBe(200);
  await writes(hoa, spoken);
  await hoa.waitsFor("chưa đúng");
  for (const each of [spoken, returnCode]) expect(server.log).not.toContain(each);
});

test("from the bot to the Official Account and on to the web: each place says where it went", async () => {
  const { who: hoa, code: spoken } = await onZalo("Hoa");
  const sees = () => oa.sees(ba).map(({ text }) => text);
  const reads = async (words: string) =>
    await until(() => sees().some((text) => text.includes(words)));
  oa.sendsText(ba, "xin chào");
  await reads("cần làm việc gì");

  oa.sendsText(ba, spoken);
  await reads("đã sang đây");
  await hoa.waitsFor("đã chuyển sang Zalo");
  // She stands where she stood: the guide's question, on buttons here.
  await until(() => (oa.sees(ba).at(-1)?.buttons.length ?? 0) > 1);

  oa.sendsText(ba, "mã quay lại");
  await until(() => sees().some((text) => code.test(text)));
  const given = sees().findLast((text) => code.test(text)) ?? "";
  const page = await onTheWeb();
  expect((await page.return(code.exec(given)?.[0] ?? "")).status).toBe(200);
  await until(shows(page, "đã sang đây"));
  await reads("đã chuyển sang trang web");

  // What went is gone there: the old place begins anew, and the used code opens nothing.
  const before = sees().length;
  oa.sendsText(ba, spoken);
  await until(() =>
    sees()
      .slice(before)
      .some((text) => text.includes("chưa đúng")),
  );
  expect(server.log).not.toContain(spoken);
});

test("tries are counted across all channels of one conversation, and refused kindly", async () => {
  const { who } = await onZalo("Hoa");

  for (let count = 0; count < 7; count += 1) {
    await until(() => zalo.polling);
    who.sends(`suối mận chè ${1000 + count}`);
    await until(() => !zalo.polling || who.sees().length > 2 + count);
  }

  await who.waitsFor("mười phút");
});

/** While the program is down: whatever is done to its database in here, a kill could have left. */
function whileDown<Seen>(look: (store: Store) => Seen): Seen {
  const store = openSqlite(server.databaseFile, { now: Date.now });
  try {
    return look(store);
  } finally {
    store.close();
  }
}

/** Hoa on Zalo in the middle of a guide, and Lan's Telegram, to which she wants to go on. */
async function twoPlaces() {
  const { who: hoa, code: spoken } = await onZalo("Hoa");
  const lan = telegram.person({ id: 501, firstName: "Lan" });
  lan.startsWith();
  await lan.waitsFor(/cần làm việc gì/);
  const rowsIn = (store: Store): readonly [ConversationRow, ConversationRow] => {
    const zaloBot = `zalo-bot:${botId}` as AccountId;
    const telegramBot = `telegram:${telegram.token.split(":")[0]}` as AccountId;
    const old = store.findByPeer(zaloBot, hoa.id);
    const here = store.findByPeer(telegramBot, String(lan.id));
    if (old === undefined || here === undefined) throw new Error("they are not there");
    return [old, here];
  };
  /** In one of them, or on its way as a note. */
  const standing = (store: Store): string[] => [
    ...rowsIn(store).flatMap((row) => (row.saved.journeys.length > 0 ? [row.channel] : [])),
    ...store.pending(10).flatMap(({ inbound: { kind } }) => (kind === "moved-here" ? [kind] : [])),
  ];
  return { hoa, lan, spoken, rowsIn, standing };
}

/** One turn as the program decides it, and then no more: the program was killed. */
function oneTurn(store: Store, row: ConversationRow, arriving: Omit<Arriving, "conversation">) {
  const library = publishedLibrary(store);
  if (library === undefined) throw new Error("nothing is published");
  const decided = decide(row.saved, arriving.inbound, {
    library,
    roster: [],
    now: Date.now(),
    conversation: row.id,
    revision: row.revision + 1,
    channel: row.channel,
  });
  const turn = {
    arriving: { ...arriving, conversation: row.id },
    revision: row.revision + 1,
    ...decided,
  };
  expect(store.commit([turn], Date.now())).toMatchObject([{ kind: "committed" }]);
}

test.each([
  { killed: "after it was asked for", turns: 1 },
  { killed: "after it was packed", turns: 2 },
])("killed $killed, the move is finished in the next life, once", async ({ turns }) => {
  const { hoa, lan, rowsIn, standing } = await twoPlaces();
  await server.kill9();
  whileDown((store) => {
    const [old, here] = rowsIn(store);
    const given = { is: "found", of: old.id } as const;
    oneTurn(store, here, {
      account: here.account,
      key: "typed",
      inbound: { kind: "return-code", given },
      at: Date.now(),
    });
    const [note] = store.pending(1);
    if (turns === 2 && note !== undefined) oneTurn(store, old, note);
    expect(standing(store)).toEqual([turns === 1 ? "zalo-bot" : "moved-here"]);
  });

  await server.start();

  await lan.waitsFor(/ở Zalo đã sang đây/);
  await hoa.waitsFor("đã chuyển sang Telegram");
  await server.restart();
  await server.kill9();
  expect(whileDown(standing)).toEqual(["telegram"]);
  expect(lan.sees().filter(({ text }) => text.includes("đã sang đây"))).toHaveLength(1);
});

test("killed at any moment after the code was sent, it is in one place, and ends where it was wanted", async () => {
  const { lan, spoken, standing } = await twoPlaces();

  lan.sends(spoken);
  for (const pause of [2, 10]) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    await server.kill9();
    expect(whileDown(standing)).toHaveLength(1);
    await server.start();
  }

  await lan.waitsFor(/ở Zalo đã sang đây/);
  await server.kill9();
  expect(whileDown(standing)).toEqual(["telegram"]);
});

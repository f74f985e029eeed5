import { randomInt, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pdf } from "../support/documents.ts";
import { DeskWorker } from "../support/process/desk-worker.ts";
import { Resident } from "../support/process/resident.ts";
import { ServerProcess } from "../support/process/server.ts";
import { towardsAPerson } from "../support/process/towards-a-person.ts";
import { nothingWaits, waiting } from "../support/process/waiting.ts";
import { startTelegramEmulator, type TelegramEmulator } from "../support/telegram/emulator.ts";
import type { Person } from "../support/telegram/person.ts";

const media = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../support/media/${name}`, import.meta.url)));
const photo = media("square.jpg");
const voice = media("tone.webm");

/** A picture that nobody else sends: coloured noise, so that every stretch of its bytes is its own. */
function ownPhoto(): Buffer {
  const dots = Array.from(
    { length: 400 },
    (_, i) =>
      `<rect x="${i % 20}" y="${Math.floor(i / 20)}" width="1" height="1" fill="rgb(${randomInt(256)},${randomInt(256)},${randomInt(256)})"/>`,
  );
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">${dots.join("")}</svg>`;
  return new Resvg(drawing).render().asPng();
}

let emulator: TelegramEmulator;
let server: ServerProcess;
let coordinator: DeskWorker;
let helper: Person;

beforeAll(async () => {
  emulator = await startTelegramEmulator();
  server = new ServerProcess({
    TELEGRAM_BOT_TOKEN: emulator.token,
    TELEGRAM_API_ROOT: emulator.root,
    LOG_LEVEL: "trace",
  });
  await server.start();
  coordinator = new DeskWorker(() => server.url);
  await coordinator.signIn(server.signInCode ?? "");
  const { body } = await coordinator.invite({ name: "Anh Páo (mẫu)", role: "Thôn (mẫu)" });
  helper = emulator.person({ id: 900, firstName: "Páo" });
  helper.startsWith(`join-${body.code.replace(/^join-/, "")}`);
  await helper.waitsFor("Páo");
});
afterAll(async () => {
  await server.remove();
  await emulator.close();
});

const digits = (count: number) =>
  Array.from({ length: count }, (_, i) => (i === 0 ? randomInt(1, 10) : randomInt(10))).join("");

/** Everything typed in these tests that must be nowhere afterwards. */
const canaries = new Map<string, string>();
const remember = (who: string, secret: string): string => {
  canaries.set(secret, who);
  return secret;
};

/** One message for each kind of secret, with digits and letters that occur nowhere else. */
function messagesWithSecrets(who: string): readonly string[] {
  const card = `9704${digits(12)}`;
  remember(`${who}: card`, card);
  const spaced = remember(`${who}: card`, card.replaceAll(/(\d{4})(?=\d)/g, "$1 "));
  return [
    `mã OTP là ${remember(`${who}: otp`, digits(6))}`,
    `mật khẩu của tôi là ${remember(`${who}: password`, `Hoamai#${digits(5)}`)}`,
    `passcode vneid ${remember(`${who}: passcode`, digits(6))}`,
    `số căn cước 0${remember(`${who}: identity`, `${digits(11)}`)}`,
    `thẻ ngân hàng ${spaced}`,
    `cháu ơi\nmã nó gửi về đây\n${remember(`${who}: otp in lines`, digits(6))}\ncháu nhập hộ bà`,
  ];
}

/** Files of the database, its log among them, as they lie on the disk now. */
function onDisk(): Buffer {
  const files = readdirSync(server.folder).map((name) => readFileSync(join(server.folder, name)));
  return Buffer.concat(files);
}

/** Six digits stand inside many a moment and many an id by chance, but not by themselves, or behind "\\n" in JSON. */
const holds = (text: string, secret: string): boolean =>
  /^\d{6}$/.test(secret)
    ? new RegExp(`(?:(?<![\\dA-Za-z])|\\\\[nrt])${secret}(?!\\d)`).test(text)
    : text.includes(secret);

function leaks(place: string, bytes: Buffer): readonly string[] {
  const text = bytes.toString("latin1");
  return [...canaries].flatMap(([secret, who]) =>
    holds(text, secret) ? [`${who} in ${place}`] : [],
  );
}

async function settled(): Promise<void> {
  await emulator.allConfirmed();
  let before = -1;
  // What was met may still lead to a call that is kept nowhere, as taking a message off a chat.
  while (before !== emulator.calls.length || waiting(server.databaseFile) !== nothingWaits) {
    before = emulator.calls.length;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

/** Presses and passes whatever is asked until somebody has been called. */
async function askForHelp(who: Resident): Promise<string> {
  const before = new Set((await coordinator.cases()).body.waiting.map(({ id }) => id));
  await who.say("gặp người giúp");
  for (let asked = 0; asked < 8; asked += 1) {
    await who.news();
    const open = (await coordinator.cases()).body.waiting.find(({ id }) => !before.has(id));
    if (open !== undefined) return open.id;
    const { question } = who;
    const choice = towardsAPerson(question?.choices);
    if (question?.turn === undefined || choice === undefined) break;
    await who.press(question.turn, choice.id);
  }
  throw new Error("no case was opened");
}

test("secrets that anybody types are on no disk, in no log and on nobody else's screen", async () => {
  // Residents, alone with the machine.
  const page = new Resident(() => server.url);
  await page.open();
  for (const text of messagesWithSecrets("page")) await page.say(text);
  // One chat gets a message a second, so many telephones are quicker than one.
  const telephones = Array.from({ length: 6 }, (_, i) => emulator.person({ id: 910 + i }));
  for (const telephone of telephones) telephone.startsWith();
  for (const telephone of telephones) await telephone.waitsFor(() => true);
  const held: Array<readonly [Person, number]> = [];
  telephones.forEach((telephone, i) => {
    const secret = (how: string) => messagesWithSecrets(how)[i] ?? "";
    held.push([telephone, telephone.sends(secret("telegram"))]);
    held.push([telephone, telephone.forwards(secret("forwarded"))]);
    held.push([telephone, telephone.sendsPhoto(photo, { caption: secret("caption") })]);
  });
  const innocent = telephones[0]?.sends("1") ?? 0;
  await settled();
  // An edit is no new message; what it holds is never read.
  for (const text of messagesWithSecrets("edited")) telephones[0]?.edits(innocent, text);

  // Both sides of a case, at the desk.
  const atDesk = await askForHelp(page);
  await coordinator.act(atDesk, { act: "claim" });
  for (const text of messagesWithSecrets("page, to a helper")) await page.say(text);
  for (const text of messagesWithSecrets("desk")) {
    expect((await coordinator.act(atDesk, { act: "say", text })).body).toMatchObject({ ok: false });
  }
  for (const text of messagesWithSecrets("note")) {
    await coordinator.act(atDesk, { act: "note", text });
  }
  await coordinator.act(atDesk, { act: "say", text: "Bà bấm vào ô giữa giúp cháu" });
  for (const text of messagesWithSecrets("hand-back").slice(0, 1)) {
    await coordinator.act(atDesk, { act: "hand-back", outcome: "needs-paper", text });
  }
  const meeting = await askForHelp(page);
  await coordinator.act(meeting, { act: "claim" });
  const place = `nhà văn hoá ${messagesWithSecrets("place")[0]}`;
  await coordinator.act(meeting, {
    act: "hand-back",
    outcome: "meet",
    day: "2099-01-01",
    hour: "09:00",
    place,
  });

  // Both sides of a case, with the helper on Telegram.
  const other = new Resident(() => server.url);
  await other.open();
  const onTelegram = await askForHelp(other);
  await settled();
  helper.presses("Nhận giúp");
  await settled();
  expect((await coordinator.case(onTelegram)).body.card.state).toBe("claimed");
  for (const text of messagesWithSecrets("page, to Telegram").slice(0, 3)) await other.say(text);
  const helpers: number[] = [];
  for (const text of messagesWithSecrets("helper on Telegram")) helpers.push(helper.sends(text));
  for (const text of messagesWithSecrets("helper's caption").slice(0, 2)) {
    helpers.push(helper.sendsPhoto(photo, { caption: text }));
    helpers.push(helper.sendsDocument(pdf(), { caption: text }));
  }
  // A name tells nobody to delete anything, and carries no secret on.
  for (const text of messagesWithSecrets("a document's name")) {
    helper.sendsDocument(pdf(), { fileName: `${text}.pdf` });
    await page.sendMedia("file", pdf(), { name: `${text}.pdf` });
  }
  helper.sends("Cháu đang xem đây ạ");
  await settled();

  const screens = await Promise.all(
    [page, other].map(async (who) => (await who.get("/api/chat/entries?after=0")).text),
  );
  const threads = await Promise.all(
    [atDesk, meeting, onTelegram].map(async (id) => JSON.stringify(await coordinator.case(id))),
  );
  const outgoing = JSON.stringify(emulator.calls.map(({ parameters }) => parameters));
  expect(leaks("the database or its log", onDisk())).toEqual([]);
  expect(leaks("the program's log", Buffer.from(server.log))).toEqual([]);
  expect(leaks("a resident's page", Buffer.from(screens.join()))).toEqual([]);
  expect(leaks("the desk", Buffer.from(threads.join()))).toEqual([]);
  expect(leaks("what was sent to Telegram", Buffer.from(outgoing))).toEqual([]);
  const left = [...held, ...helpers.map((id) => [helper, id] as const)].filter(
    ([who, id]) => who.chat.messages.get(id)?.deleted !== true,
  );
  expect(left.map(([who, id]) => who.chat.messages.get(id)?.content)).toEqual([]);

  // The search itself sees: what harmless people wrote is where it should be.
  const kept = onDisk();
  expect(kept.includes("Bà bấm vào ô giữa giúp cháu")).toBe(true);
  expect(screens.join()).toContain("Cháu đang xem đây ạ");
  await server.stop();
  expect(leaks("the database after the end", onDisk())).toEqual([]);
  await server.start();
});

/** Pieces of a file that fit into one page of a database wherever it is cut. */
const pieces = (bytes: Buffer) =>
  Array.from({ length: Math.floor(bytes.length / 64) - 4 }, (_, i) =>
    bytes.subarray((i + 2) * 64, (i + 3) * 64),
  ).filter((piece) => new Set(piece).size > 20);

test("after /xoa none of a resident's words, pictures and voices are on the disk", async () => {
  const mark = `zq${randomUUID().slice(0, 8)}`;
  const picture = ownPhoto();
  const who = new Resident(() => server.url);
  await who.open();
  await who.say(`quả bí xanh cạnh giếng ${mark}`);
  const id = await askForHelp(who);
  await coordinator.act(id, { act: "claim" });
  await who.say(`cháu ơi con trâu ${mark} ăn mất giấy rồi`);
  await who.sendMedia("voice", voice);
  await who.sendMedia("photo", picture, { type: "image/png" });
  await who.sendMedia("file", pdf(`giay cua ${mark}`), { name: `đơn của ${mark}.pdf` });
  await who.news();
  const clear = who.question;
  const yes = clear?.choices.find((choice) => choice.id === "w:yes");
  if (clear?.turn !== undefined && yes !== undefined) await who.press(clear.turn, yes.id);
  await coordinator.act(id, { act: "note", text: `nhà có trâu ${mark}` });
  await coordinator.act(id, { act: "say", text: `Bà ${mark} ơi cháu nghe ạ` });
  // One more who tells a helper on Telegram, where words pass through a second conversation.
  const neighbour = emulator.person({ id: 902, firstName: "Ông Vàng" });
  neighbour.startsWith();
  await neighbour.waitsFor(() => true);
  neighbour.sends(`cây mít ${mark} đổ vào cột điện`);
  await settled();
  const before = onDisk();
  expect(before.includes(mark)).toBe(true);
  expect(pieces(voice).some((piece) => before.includes(piece))).toBe(true);
  expect(pieces(picture).some((piece) => before.includes(piece))).toBe(true);

  await who.say("/xoa");
  await who.news();
  const asked = who.question;
  expect(asked?.choices.map((choice) => choice.id)).toContain("yes");
  await who.press(asked?.turn ?? "", "yes");
  neighbour.sends("/xoa");
  await settled();
  neighbour.presses(neighbour.lastSeen()?.buttons.flat()[0] ?? "");
  await settled();

  const after = onDisk();
  expect(after.includes(mark)).toBe(false);
  expect(server.log.includes(mark)).toBe(false);
  expect((await coordinator.case(id)).text).not.toContain(mark);
  // Other people's pictures of the first test were told apart by their conversation: theirs are gone too.
  expect(pieces(voice).filter((piece) => after.includes(piece))).toEqual([]);
  expect(pieces(picture).filter((piece) => after.includes(piece))).toEqual([]);
  const news = await who.get<{ entries: unknown[] }>("/api/chat/entries?after=0");
  expect(news.text).not.toContain(mark);
  expect(news.status).toBe(200);
});

test("after /xoa the village somebody typed is not left with the helper either", async () => {
  const mark = `Zq${randomUUID().slice(0, 8)}`;
  const who = new Resident(() => server.url);
  await who.open();
  const before = new Set((await coordinator.cases()).body.waiting.map(({ id }) => id));
  await who.say("gặp người giúp");
  const called = async () =>
    (await coordinator.cases()).body.waiting.find(({ id }) => !before.has(id));
  for (let asked = 0; asked < 8 && (await called()) === undefined; asked += 1) {
    await who.news();
    const { question } = who;
    const asksVillage = question?.choices.some(({ id }) => id === "skip") === true;
    const choice = question?.choices.find(({ id }) => /anyone|:no$|^no$/.test(id));
    if (asksVillage && choice === undefined) await who.say(`Bản ${mark}`);
    else if (question?.turn !== undefined) {
      await who.press(question.turn, choice?.id ?? question.choices[0]?.id ?? "");
    }
  }
  await settled();
  expect(onDisk().includes(mark)).toBe(true);
  helper.presses("Nhận giúp");
  await settled();

  await who.say("/xoa");
  await who.news();
  await who.press(who.question?.turn ?? "", "yes");
  await settled();

  expect(onDisk().includes(mark)).toBe(false);
});

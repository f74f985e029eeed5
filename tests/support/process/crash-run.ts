/** An evening in the village during which the program is killed again and again. */
import { randomInt } from "node:crypto";
import { hashOf } from "../../../src/bot/ids.ts";
import { patience } from "../patience.ts";
import { realClock } from "../telegram/clock.ts";
import { startTelegramEmulator } from "../telegram/emulator.ts";
import { DeskWorker } from "./desk-worker.ts";
import {
  asSent,
  misdelivered,
  openAfterwards,
  readChronicles,
  replayed,
  sentTo,
  strayNotes,
} from "./judge.ts";
import { Resident } from "./resident.ts";
import { ServerProcess } from "./server.ts";
import {
  type Acted,
  type Did,
  type Evening,
  helperAtDesk,
  helperOnTelegram,
  residentAtPage,
  residentOnTelegram,
} from "./traffic.ts";
import { nothingWaits, waiting } from "./waiting.ts";

const atPages = 9;
const onTelegram = 7;

/** What came of it; every complaint is a broken promise. */
export interface CrashReport {
  readonly complaints: readonly string[];
  readonly kills: number;
  readonly killsWhileStarting: number;
  readonly turns: number;
  readonly acknowledged: number;
  readonly stepsPassed: number;
  readonly claimsWon: number;
  readonly telegramMessages: number;
  readonly repeats: number;
  readonly seconds: number;
  /** Of these, until the last kill; what follows is mostly Telegram's one message a second. */
  readonly secondsOfKills: number;
}

const sleep = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

async function until(
  what: () => string,
  so: () => boolean | Promise<boolean>,
  milliseconds = 180_000,
) {
  const late = Date.now() + milliseconds;
  while (!(await so())) {
    if (Date.now() > late) throw new Error(`still not so: ${what()}`);
    await sleep(30);
  }
}

export async function crashRun(kills: number): Promise<CrashReport> {
  const begun = performance.now();
  // Telegram forgets a press after minutes. So many kills in a row would look like a lost one.
  const began = Date.now();
  const patient = { ...realClock, now: () => began + Math.floor((Date.now() - began) / 1000) };
  const emulator = await startTelegramEmulator({ clock: patient });
  // A send takes its time, as on a real network, so that many a kill comes in the middle of one.
  const slow = { kind: "slow", milliseconds: 60 } as const;
  emulator.breaks({ method: "sendMessage", times: 1_000_000, fault: slow });
  const server = new ServerProcess({
    TELEGRAM_BOT_TOKEN: emulator.token,
    TELEGRAM_API_ROOT: emulator.root,
    LOG_LEVEL: "warn",
  });
  try {
    await server.start();

    // Two propagandists at the desk and one on Telegram are there before anybody needs them.
    const coordinator = new DeskWorker(() => server.url);
    await coordinator.signIn(server.signInCode ?? "");
    const neighbour = new DeskWorker(() => server.url);
    const invited = await coordinator.invite({ name: "Chị Mai (mẫu)", role: "Hội Phụ nữ (mẫu)" });
    await neighbour.signIn(invited.body.code);
    const chat = await coordinator.invite({ name: "Anh Páo (mẫu)", role: "Đoàn Thanh niên (mẫu)" });
    const helper = emulator.person({ id: 4000, firstName: "Páo" });
    helper.startsWith(`join-${chat.body.code.replace(/^join-/, "")}`);
    await helper.waitsFor(() => true);
    await emulator.allConfirmed();

    const pages = Array.from({ length: atPages }, () => new Resident(() => server.url));
    const telephones = Array.from({ length: onTelegram }, (_, index) => ({
      who: emulator.person({ id: 5000 + index, firstName: `Bà ${index}` }),
      did: [] as Did[],
    }));
    const helped: Did[] = [];
    const desks = [coordinator, neighbour].map((who) => ({ who, acted: [] as Acted[] }));

    const evening: Evening = { over: false };
    const everybody = Promise.all([
      ...pages.map((who) => residentAtPage(who, evening)),
      ...telephones.map(({ who, did }) => residentOnTelegram(who, evening, did)),
      ...desks.map(({ who, acted }) => helperAtDesk(who, evening, acted)),
      helperOnTelegram(helper, evening, helped),
    ]);
    const taken = () => pages.reduce((sum, who) => sum + who.acknowledged.length, 0);
    const sent = () => emulator.callsTo("sendMessage").length;
    let failed: unknown;
    everybody.catch((error: unknown) => {
      failed = error;
      evening.over = true;
    });

    // A call belongs to the life during which it was made.
    const callsBefore: number[] = [0];
    let killsWhileStarting = 0;
    const claimed = () =>
      desks.flatMap(({ acted }) =>
        acted.filter(({ wish, told }) => wish.act === "claim" && told.ok),
      ).length;
    const busy = () => claimed() >= 3 && taken() > 4 * kills && sent() > 2 * kills;
    const calmsDown = Math.ceil(kills * 0.8);
    for (let kill = 0; kill < kills && failed === undefined; kill += 1) {
      // The last ones come while people only finish, and what waits for Telegram goes out: not before
      // there was an evening to speak of, however slow the machine is.
      const late = Date.now() + patience;
      while (kill === calmsDown && !busy() && failed === undefined && Date.now() < late)
        await sleep(50);
      evening.over = kill >= calmsDown;
      if (kill % 6 === 5) {
        await sleep(randomInt(700));
        killsWhileStarting += 1;
      } else {
        await server.listening();
        // In the middle of it, on a slow machine as on a fast one.
        const happened = kill % 2 === 0 ? taken : sent;
        const enough = happened() + (kill % 2 === 0 ? randomInt(3, 20) : randomInt(1, 5));
        const enoughTime = Date.now() + (evening.over ? randomInt(100, 500) : 5000);
        while (happened() < enough && Date.now() < enoughTime && failed === undefined)
          await sleep(5);
        await sleep(randomInt(40));
      }
      await server.kill9();
      callsBefore.push(emulator.calls.length);
      await server.launch();
    }
    const lastKill = performance.now();
    await server.listening();
    evening.over = true;
    await everybody;

    await emulator.allConfirmed();
    await until(
      () => `${waiting(server.databaseFile)} wait\n${server.logOfThisLife.slice(-3000)}`,
      () => waiting(server.databaseFile) === nothingWaits,
    );
    const desk = await Promise.all(desks.map(async ({ who }) => (await who.me()).body.id));
    for (const who of pages) await who.news();
    const shown = await Promise.all(pages.map((who) => wholeTranscript(who)));
    const ended = await server.stop();

    const complaints: string[] = [...emulator.violations];
    if (ended.code !== 0) complaints.push(`the server ended with ${ended.code ?? ended.signal}`);

    const { store, library, roster } = openAfterwards(server.databaseFile);
    const chronicles = readChronicles(server.databaseFile, store);
    let turns = 0;
    let stepsPassed = 0;
    let claimsWon = 0;
    const { all, notes, pending, parked } = chronicles;
    if (pending + parked > 0) complaints.push(`${pending} wait, ${parked} are set aside`);
    for (const chronicle of all) {
      const world = { library, roster: roster(chronicle.row.commune, Date.now()) };
      const again = replayed(chronicle, world, notes);
      complaints.push(...again.complaints);
      turns += chronicle.kept.length;
      stepsPassed += again.steps;
      claimsWon += again.claims;
    }
    complaints.push(...strayNotes(chronicles).map((key) => `note ${key} was left by no turn`));

    // Exactly what was acknowledged, each once, in the order it was written.
    let acknowledged = 0;
    for (const [index, who] of pages.entries()) {
      const peer = hashOf(who.cookies.get("cn_chat") ?? "");
      const own = all.find(({ row }) => row.peer === peer);
      const kept = (own?.kept ?? [])
        .filter(({ account }) => account === "web")
        .map(({ key }) => key.slice(key.indexOf("/") + 1));
      acknowledged += who.acknowledged.length;
      const expected = ["arrived", ...who.acknowledged];
      if (JSON.stringify(kept) !== JSON.stringify(expected)) {
        complaints.push(`page ${index}: ${expected.length} were acknowledged, ${kept.length} kept`);
      }
      // What the page gathered bit by bit is what a fresh page reads.
      const gathered = JSON.stringify([...who.entries.values()].toSorted((a, b) => a.seq - b.seq));
      if (gathered !== JSON.stringify(shown[index])) {
        complaints.push(`page ${index} shows something else than was kept`);
      }
    }
    for (const { who, did } of [...telephones, { who: helper, did: helped }]) {
      const own = all.find(({ row }) => row.peer === String(who.id));
      const kept = (own?.kept ?? [])
        .filter(({ account }) => account.startsWith("telegram:"))
        .map(({ inbound }) => inbound.kind)
        .filter((kind) => kind !== "joined");
      acknowledged += did.length;
      const expected = did.map((each) =>
        "pressed" in each ? "press" : each.words === "/start" ? "command" : "words",
      );
      // A button whose name is too long goes by its place, and is read as the number typed.
      const same =
        kept.length === expected.length &&
        kept.every(
          (kind, i) => kind === expected[i] || (kind === "words" && expected[i] === "press"),
        );
      if (!same) {
        complaints.push(`${who.id} did ${expected.length} things, ${kept.length} were kept`);
      }
    }
    for (const [index, { acted }] of desks.entries()) {
      const id = desk[index] ?? "";
      for (const { key, wish, told } of acted) {
        if (wish.act === "note" || wish.act === "read") continue;
        const found = all.flatMap(({ kept }) =>
          kept.filter((each) => each.account === "desk" && each.key === `${id}/${key}`),
        );
        const answer = found[0]?.answer as { readonly ok: boolean } | undefined;
        if (told.ok && (found.length !== 1 || answer?.ok !== true)) {
          complaints.push(`desk ${index}: ${wish.act} was told ok and kept ${found.length} times`);
        }
        if (!told.ok && answer?.ok === true) {
          complaints.push(`desk ${index}: ${wish.act} was refused and taken all the same`);
        }
        acknowledged += 1;
      }
    }

    // Telegram: at least once, in order, repeated at most once per conversation and kill.
    const lifeOf = (call: number) => callsBefore.findLastIndex((first) => first <= call);
    const sentOut = sentTo(emulator.calls, lifeOf);
    let repeats = 0;
    let telegramMessages = 0;
    for (const { row, replies } of all.filter(({ row }) => row.channel === "telegram")) {
      const out = sentOut.get(row.peer) ?? [];
      const judged = misdelivered(replies.map(asSent), out);
      repeats += judged.repeats;
      telegramMessages += replies.length;
      complaints.push(...judged.complaints.map((each) => `telegram ${row.peer}: ${each}`));
      if (judged.repeats > kills)
        complaints.push(`telegram ${row.peer}: ${judged.repeats} repeats`);
      const unsent = replies.filter(({ state }) => state !== "sent").length;
      if (unsent > 0) complaints.push(`telegram ${row.peer}: ${unsent} not marked as sent`);
    }
    for (const lost of store.unowned(Date.now(), 60_000))
      complaints.push(`case ${lost.case} is nobody's and nothing will happen to it: ${lost.why}`);
    store.close();
    return {
      complaints,
      kills,
      killsWhileStarting,
      turns,
      acknowledged,
      stepsPassed,
      claimsWon,
      telegramMessages,
      repeats,
      seconds: Math.round((performance.now() - begun) / 1000),
      secondsOfKills: Math.round((lastKill - begun) / 1000),
    };
  } finally {
    await server.remove();
    await emulator.close();
  }
}

/** Reads a conversation from its beginning, as a page that was never here. */
async function wholeTranscript(who: Resident) {
  const entries = [];
  for (let after = 0; ; ) {
    const news = await who.get<{ entries: Array<{ seq: number }> }>(
      `/api/chat/entries?after=${after}`,
    );
    const last = news.body.entries.at(-1)?.seq;
    if (last === undefined) return entries;
    entries.push(...news.body.entries);
    after = last;
  }
}

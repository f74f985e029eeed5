/**
 * Notes, questions and answers with the real program, a helper on Telegram and a coordinator at the desk: they arrive,
 * also through a kill, and no row of the resident's in the database, nor their page, ever holds a word of them.
 */
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { open } from "../../src/bot/store/sealed.ts";
import type { DeskCase } from "../../src/bot/web/wire/cases.ts";
import { soon } from "../support/patience.ts";
import { DeskWorker } from "../support/process/desk-worker.ts";
import { Resident } from "../support/process/resident.ts";
import { ServerProcess } from "../support/process/server.ts";
import { towardsAPerson } from "../support/process/towards-a-person.ts";
import { startTelegramEmulator, type TelegramEmulator } from "../support/telegram/emulator.ts";
import type { Person } from "../support/telegram/person.ts";

let emulator: TelegramEmulator;
let server: ServerProcess;
let coordinator: DeskWorker;
let pao: Person;

beforeAll(async () => {
  emulator = await startTelegramEmulator();
  server = new ServerProcess({
    TELEGRAM_BOT_TOKEN: emulator.token,
    TELEGRAM_API_ROOT: emulator.root,
  });
  await server.start();
  coordinator = new DeskWorker(() => server.url);
  await coordinator.signIn(server.signInCode ?? "");
  const { body } = await coordinator.invite({ name: "Anh Páo (mẫu)", role: "Thôn (mẫu)" });
  pao = emulator.person({ id: 900, firstName: "Páo" });
  pao.startsWith(`join-${body.code.replace(/^join-/, "")}`);
  await pao.waitsFor("Páo");
});
afterAll(async () => {
  await server.remove();
  await emulator.close();
});

/** Every text of every row that belongs to this conversation, opened. */
function everythingOf(conversation: string): string {
  const db = new Database(server.databaseFile, { readonly: true });
  const tables = db
    .prepare<[], { name: string }>("select name from sqlite_schema where type = 'table'")
    .all()
    .map(({ name }) => name);
  const found = tables.flatMap((table) => {
    const columns = db
      .prepare<[string], { name: string }>("select name from pragma_table_info(?)")
      .all(table)
      .map(({ name }) => name);
    const owner =
      table === "conversations" ? "id" : columns.includes("conversation") ? "conversation" : "";
    if (owner === "") return [];
    return db
      .prepare<[string], Record<string, unknown>>(`select * from ${table} where ${owner} = ?`)
      .all(conversation)
      .flatMap((row) => Object.values(row).filter((value) => typeof value === "string"));
  });
  db.close();
  return found.map((text) => open(text)).join("\n");
}

test("a helper's note and question, and the coordinator's answer, are read by each other and by no resident", async () => {
  const ba = new Resident(() => server.url);
  await ba.open();
  await ba.say("bà muốn tra cứu hồ sơ");
  await ba.say("gặp người giúp");
  await ba.news();
  for (
    let asked = 0;
    asked < 6 && (await coordinator.cases()).body.waiting.length === 0;
    asked += 1
  ) {
    const { question } = ba;
    const choice = towardsAPerson(question?.choices);
    if (question?.turn === undefined || choice === undefined) break;
    await ba.press(question.turn, choice.id);
    await ba.news();
  }
  const of = (await coordinator.cases()).body.waiting[0]?.id ?? "";
  const conversation = of.slice(0, of.lastIndexOf("."));
  await pao.waitsFor("Người cần giúp");
  pao.presses("Nhận giúp");
  await pao.waitsFor("Anh/chị đã nhận giúp");

  pao.sends("ghi chú: nhà khoá cổng lim");
  await pao.waitsFor("Đã ghi chú về");
  pao.sends("hỏi điều phối viên: giấy tờ rách thì sao");
  await pao.waitsFor("Đã hỏi");
  await server.restart();
  const [question] = (await coordinator.cases()).body.questions ?? [];
  expect(question).toMatchObject({ case: of, text: "giấy tờ rách thì sao" });
  const answered = await coordinator.act(of, {
    act: "answer",
    question: question?.key ?? "",
    text: "lên xã xin trích lục",
  });
  expect(answered.body.ok).toBe(true);
  await pao.waitsFor("lên xã xin trích lục");
  pao.sends("bà chờ cháu một lát");
  await vi.waitFor(async () => {
    await ba.news();
    expect([...ba.entries.values()].map(({ text }) => text)).toContain("bà chờ cháu một lát");
  }, soon);

  pao.sends("tìm: cong lim");
  await pao.waitsFor("Có 1 việc khớp với “cong lim”");
  expect(pao.lastSeen()?.text).toContain("anh/chị đang giúp");

  const { thread } = (await coordinator.get<DeskCase>(`/desk/api/cases/${of}`)).body;
  expect(
    thread.filter((entry) => entry.internal).map(({ remark, text }) => [remark, text]),
  ).toEqual([
    ["note", "nhà khoá cổng lim"],
    ["question", "giấy tờ rách thì sao"],
    ["answer", "lên xã xin trích lục"],
  ]);
  const kept = everythingOf(conversation);
  expect(kept).toContain("bà chờ cháu một lát"); // it is looked for where words are
  expect(kept).not.toMatch(/cổng lim|rách thì sao|trích lục/);
  expect(JSON.stringify([...ba.entries.values()])).not.toMatch(/cổng lim|rách thì sao|trích lục/);
});

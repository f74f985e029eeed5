/** The tools of a case, over HTTP, against the program as it is started. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DeskActed } from "../../src/bot/web/wire/acts.ts";
import type { DeskCard, DeskCase } from "../../src/bot/web/wire/cases.ts";
import type { DeskAnswers } from "../../src/bot/web/wire/toolbox.ts";
import { claimedCase } from "../support/process/claimed-case.ts";
import { DeskWorker } from "../support/process/desk-worker.ts";
import type { Resident } from "../support/process/resident.ts";
import { type ServerProcess, startServerProcess } from "../support/process/server.ts";
import { towardsAPerson } from "../support/process/towards-a-person.ts";

const fromTheDesk = { "x-cau-noi": "desk" };
let server: ServerProcess;
let coordinator: DeskWorker;

beforeAll(async () => {
  server = await startServerProcess();
  coordinator = new DeskWorker(() => server.url);
  expect((await coordinator.signIn(server.signInCode ?? "")).status).toBe(200);
});
afterAll(() => server.remove());

const aClaimedCase = () => claimedCase(coordinator, () => server.url);

const caseOf = async (id: string): Promise<DeskCase> =>
  (await coordinator.get<DeskCase>(`/desk/api/cases/${id}`)).body;
const heard = async (who: Resident): Promise<string> => {
  await who.news();
  return [...who.entries.values()].map((entry) => entry.text).join("\n");
};

test("a step is sent again, the screen asked for, and an answer stands under what it answers", async () => {
  const { who, id } = await aClaimedCase();

  expect((await coordinator.act(id, { act: "show" })).body.ok).toBe(true);
  expect((await coordinator.act(id, { act: "which-screen" })).body.ok).toBe(true);
  await who.say("chữ to chữ nhỏ");
  const line = (await caseOf(id)).thread.findLast((entry) => entry.text === "chữ to chữ nhỏ");
  await coordinator.act(id, { act: "say", text: "chữ to ạ", answers: line?.seq ?? 0 });

  const text = await heard(who);
  expect(text).toContain("xem bước này");
  expect([...who.entries.values()].find((entry) => entry.text === "chữ to ạ")?.quote).toBe(
    "chữ to chữ nhỏ",
  );
});

test("who reads English has the card, its steps and every refusal in English", async () => {
  const { id } = await aClaimedCase();
  const vietnamese = /[ăâđêôơưạảãáàẹẻẽéèịỉĩíìọỏõóòụủũúùỵỷỹýỳ]/iu;
  const inVietnamese = (await caseOf(id)).card;
  await coordinator.change({ language: "en" });
  const { card, tried, steps } = await caseOf(id);
  const stopped = await coordinator.act(id, { act: "say", text: "bà đọc mã OTP cho cháu với" });
  await coordinator.change({ language: "vi" });

  const words = [card.flow, card.step?.says, card.step?.sign, card.reason, card.wants, ...tried];
  expect([...words, ...steps.map(({ says }) => says)].join(" ")).not.toMatch(vietnamese);
  expect(card.flow).not.toBe(inVietnamese.flow);
  expect(stopped.body).toMatchObject({
    ok: false,
    reason: "stopped",
    says: expect.not.stringMatching(vietnamese),
  });
});

test("words taken back are gone from the resident's page and from the thread", async () => {
  const { who, id } = await aClaimedCase();
  await coordinator.act(id, { act: "say", text: "em nhắn nhầm người" });
  const line = (await caseOf(id)).thread.findLast((entry) => entry.text === "em nhắn nhầm người");

  const taken = await coordinator.act(id, { act: "recall", turn: Number(line?.turn) });

  expect(taken.body.ok).toBe(true);
  const again = await who.open();
  expect(JSON.stringify(again.body)).not.toContain("nhắn nhầm người");
  expect(JSON.stringify(await caseOf(id))).not.toContain("nhắn nhầm người");
});

test("earlier cases of the same person stand on the card, and a passed case carries its word", async () => {
  const { who, id } = await aClaimedCase();
  await coordinator.act(id, { act: "say", text: "bà bấm nút xanh ạ" });
  await coordinator.act(id, { act: "note", text: "bà nghe kém" });
  await coordinator.act(id, { act: "hand-back", outcome: "still-here" });
  await server.restart();
  await who.news();
  await who.say("gặp người giúp");
  await who.news();
  for (let asked = 0; asked < 4 && who.question !== undefined; asked += 1) {
    const open = (await coordinator.cases()).body.waiting.length;
    if (open > 0) break;
    const choice = towardsAPerson(who.question.choices);
    if (choice === undefined) break;
    await who.press(who.question.turn ?? "", choice.id);
    await who.news();
  }
  const again = (await coordinator.cases()).body.waiting[0];
  const next = again?.id ?? "";
  expect(again?.why).toMatch(/lúc nãy được anh\/chị giúp, giờ lại cần/u);
  await coordinator.act(next, { act: "claim" });
  const { card, earlier, thread } = await caseOf(next);
  expect(earlier).toMatchObject([{ outcome: "still-here" }]);
  expect(card).toMatchObject({ why: again?.why, reopened: { outcome: "still-here" } });
  expect(thread.filter((entry) => entry.internal)).toMatchObject([{ text: "bà nghe kém" }]);
  expect(thread.map((entry) => entry.text)).toContain("bà bấm nút xanh ạ");

  await coordinator.act(next, { act: "release", note: "bà nghe không rõ" });

  expect((await caseOf(next)).passed).toMatchObject({ note: "bà nghe không rõ" });
  expect(await heard(who)).not.toContain("nghe không rõ");
});

test("one's own count of the month grows with each case that was helped, and is told to nobody else", async () => {
  type Month = { readonly closed: number };
  const before = (await coordinator.get<Month>("/desk/api/my-month")).body.closed;
  const { id } = await aClaimedCase();
  await coordinator.act(id, { act: "hand-back", outcome: "finished" });
  const sen = new DeskWorker(() => server.url);
  await sen.signIn((await coordinator.invite({ name: "Sen (mẫu)", role: "Hội" })).body.code);

  expect((await coordinator.get<Month>("/desk/api/my-month")).body.closed).toBe(before + 1);
  expect((await sen.get<Month>("/desk/api/my-month")).body).toEqual({ closed: 0, beside: 0 });
  expect((await new DeskWorker(() => server.url).get("/desk/api/my-month")).status).toBe(401);
});

test("ready answers are kept, but none that may not be said; cases are found by the words of notes", async () => {
  const begun = (await coordinator.get<DeskAnswers>("/desk/api/answers")).body;
  expect(begun.shared.length).toBeGreaterThan(2);

  const kept = await coordinator.post<DeskAnswers>(
    "/desk/api/answers",
    { own: ["Chào bà con"] },
    fromTheDesk,
  );
  expect(kept.body.own).toEqual(["Chào bà con"]);
  const bad = await coordinator.post<DeskActed>(
    "/desk/api/answers",
    {
      own: ["Đọc mã OTP cho em"],
    },
    fromTheDesk,
  );
  expect(bad.status).toBe(400);

  const { id } = await aClaimedCase();
  await coordinator.act(id, { act: "note", text: "nhà cạnh cây đa" });
  const found = await coordinator.get<readonly DeskCard[]>("/desk/api/search?q=cay%20da");
  expect(found.body.map((card) => card.id)).toEqual([id]);
});

test("a helper asks the coordinators without giving the case up; the answer is a line of the thread, and no word reaches the resident", async () => {
  const sen = new DeskWorker(() => server.url);
  await sen.signIn((await coordinator.invite({ name: "Sen (mẫu)", role: "Hội" })).body.code);
  await sen.post("/desk/api/me", { duty: true }, fromTheDesk);
  const { who, id } = await claimedCase(sen, () => server.url);
  const [question, answer] = ["mất giấy chứng sinh thì sao", "xin giấy của trạm y tế"];

  const asked = await sen.act(id, { act: "ask", text: question });
  expect(asked.body).toMatchObject({ ok: true });
  const waiting = (await coordinator.cases()).body.questions ?? [];
  expect(waiting).toMatchObject([{ case: id, by: "Sen (mẫu)", text: question }]);
  expect((await sen.cases()).body.questions).toBeUndefined();
  const key = waiting[0]?.key ?? "";
  expect((await sen.act(id, { act: "answer", question: key, text: "tự hỏi" })).body.ok).toBe(false);
  expect((await coordinator.act(id, { act: "answer", question: key, text: answer })).body.ok).toBe(
    true,
  );

  expect((await coordinator.cases()).body.questions).toEqual([]);
  const { thread, canWrite } = (await sen.get<DeskCase>(`/desk/api/cases/${id}`)).body;
  expect(canWrite).toBe(true);
  expect(thread.filter((entry) => entry.internal)).toMatchObject([
    { remark: "question", text: question, question: { answered: true } },
    { remark: "answer", text: answer },
  ]);
  expect(await heard(who)).not.toMatch(/chứng sinh|trạm y tế/);
});

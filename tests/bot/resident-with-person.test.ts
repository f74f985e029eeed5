/** What a resident's page can do while a person helps, over HTTP, against the program as it is started. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DeskCase } from "../../src/bot/web/wire/cases.ts";
import type { ChatState } from "../../src/bot/web/wire/chat.ts";
import { claimedCase } from "../support/process/claimed-case.ts";
import { DeskWorker } from "../support/process/desk-worker.ts";
import type { Resident } from "../support/process/resident.ts";
import { type ServerProcess, startServerProcess } from "../support/process/server.ts";

const photo = readFileSync(new URL("../support/media/square.jpg", import.meta.url));

let server: ServerProcess;
let helper: DeskWorker;

beforeAll(async () => {
  server = await startServerProcess();
  helper = new DeskWorker(() => server.url);
  expect((await helper.signIn(server.signInCode ?? "")).status).toBe(200);
});
afterAll(() => server.remove());

const aClaimedCase = () => claimedCase(helper, () => server.url);
const threadOf = async (id: string): Promise<DeskCase["thread"]> =>
  (await helper.case(id)).body.thread;
const stateOf = async (who: Resident): Promise<ChatState> => (await who.news()).body.state;
/** The sequence of the newest line that says this. */
const seqOf = (who: Resident, text: string): number =>
  [...who.entries.values()].findLast((entry) => entry.text === text)?.seq ?? 0;

test("what a helper writes has arrived when the page has it, and is seen when it was on the screen", async () => {
  const { who, id } = await aClaimedCase();
  await helper.act(id, { act: "say", text: "bác mở trang chưa" });
  const deliveryNow = async () =>
    (await threadOf(id)).findLast((entry) => entry.text === "bác mở trang chưa")?.delivery;
  expect(await deliveryNow()).toBe("sent");

  await who.news();
  await who.post("/api/chat/seen", { seq: 0, reached: who.newest });
  expect(await deliveryNow()).toBe("reached");

  await who.seen();
  expect(await deliveryNow()).toBe("seen");
});

test("what a resident writes has arrived when the helper's desk has it, and is seen when it was read", async () => {
  const { who, id } = await aClaimedCase();
  await who.say("chữ nhỏ quá");
  const before = await stateOf(who);
  const seq = seqOf(who, "chữ nhỏ quá");
  expect(before.theirs?.reached).toBeLessThan(seq);

  const card = (await helper.cases()).body.mine.find((mine) => mine.id === id);
  expect(card?.newest).toBe(seq);
  await helper.act(id, { act: "reached", seq });
  expect((await stateOf(who)).theirs).toMatchObject({ reached: seq, seen: 0 });

  await helper.act(id, { act: "read", seq });
  expect((await stateOf(who)).theirs).toEqual({ reached: seq, seen: seq });

  await helper.act(id, { act: "hand-back", outcome: "still-here" });
  expect((await stateOf(who)).theirs).toBeUndefined();
});

test("words taken back are gone from the page, the desk and the store, also where they are quoted", async () => {
  const { who, id } = await aClaimedCase();
  await who.say("mật danh con phượng xanh");
  const state = await stateOf(who);
  const [turn = ""] = state.mayRecall ?? [];
  const { seq = 0 } = (await threadOf(id)).findLast((e) => e.text.includes("con phượng")) ?? {};
  await helper.act(id, { act: "say", text: "bác nói gì ạ", answers: seq });
  expect((await threadOf(id)).findLast((e) => e.text === "bác nói gì ạ")?.quote).toContain(
    "phượng",
  );

  await who.recall(turn);

  const reopened = await who.open();
  const thread = await threadOf(id);
  expect(JSON.stringify(reopened.body)).not.toContain("phượng");
  expect(JSON.stringify(thread)).not.toContain("phượng");
  expect(reopened.body.entries.at(-1)).toMatchObject({ from: { who: "resident" }, recalls: turn });
  expect(thread.findLast((e) => e.text === "bác nói gì ạ")).toBeDefined();
  expect(reopened.body.state.mayRecall).not.toContain(turn);
});

test("a photo taken back is shown to nobody any more", async () => {
  const { who, id } = await aClaimedCase();
  await who.sendMedia("photo", photo);
  await who.say("không có");
  const [turn = ""] = (await stateOf(who)).mayRecall ?? [];
  const { picture } = (await threadOf(id)).findLast((e) => e.picture !== undefined) ?? {};
  expect((await helper.get(picture?.url ?? "")).status).toBe(200);

  await who.recall(turn);

  expect((await helper.get(picture?.url ?? "")).status).toBe(404);
  expect((await who.get(picture?.url.replace("/desk", "") ?? "")).status).toBe(404);
});

test("an answer to the machine is not taken back, and it is said why", async () => {
  const { who } = await aClaimedCase();
  const before = [...who.entries.values()].find((e) => e.text === "bà muốn tra cứu hồ sơ");

  await who.recall(before?.turn ?? "");

  await who.news();
  expect(JSON.stringify([...who.entries.values()])).toContain("Chỉ thu hồi được tin");
  const again = await who.open();
  expect(JSON.stringify(again.body)).toContain("bà muốn tra cứu hồ sơ");
});

test("an answer to one message carries what it answers, from the page as from the desk", async () => {
  const { who, id } = await aClaimedCase();
  await helper.act(id, { act: "say", text: "bác bấm nút đỏ chưa" });
  await who.news();
  const answers = seqOf(who, "bác bấm nút đỏ chưa");

  await who.answer("bấm rồi", answers);

  const line = (await threadOf(id)).findLast((entry) => entry.text === "bấm rồi");
  expect(line?.quote).toBe("bác bấm nút đỏ chưa");
});

test("where somebody is goes to whoever helps alone, and is gone when it is over", async () => {
  const { who, id } = await aClaimedCase();
  expect((await stateOf(who)).mayShowPlace).toBeDefined();

  await who.showPlace({ latitude: 22.12345, longitude: 105.54321 });

  const there = (await threadOf(id)).findLast((entry) => entry.text.includes("22.12345"));
  expect(there?.text).toContain("https://www.google.com/maps?q=22.12345,105.54321");
  await helper.act(id, { act: "hand-back", outcome: "still-here" });
  expect((await stateOf(who)).mayShowPlace).toBeUndefined();
  const after = await who.open();
  expect(JSON.stringify(after.body)).not.toContain("22.12345");
});

/** What a resident's page can do while a person helps, over HTTP, against the program as it is started. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { ChatState, DeskCase } from "../../src/bot/web/wire.ts";
import { claimedCase } from "../support/process/claimed-case.ts";
import { DeskWorker } from "../support/process/desk-worker.ts";
import type { Resident } from "../support/process/resident.ts";
import { type ServerProcess, startServerProcess } from "../support/process/server.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

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

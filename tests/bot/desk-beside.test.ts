/** Sitting beside several people in one afternoon, over HTTP, against the program as it is started. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ChatOpened } from "../../src/bot/web/wire/chat.ts";
import type { DeskBeside } from "../../src/bot/web/wire/toolbox.ts";
import { DeskWorker } from "../support/process/desk-worker.ts";
import { Resident } from "../support/process/resident.ts";
import { type ServerProcess, startServerProcess } from "../support/process/server.ts";

const fromTheDesk = { "x-cau-noi": "desk" };
let server: ServerProcess;
let dung: DeskWorker;

beforeAll(async () => {
  server = await startServerProcess();
  dung = new DeskWorker(() => server.url);
  expect((await dung.signIn(server.signInCode ?? "")).status).toBe(200);
});
afterAll(() => server.remove());

const sit = async (label: string): Promise<string> =>
  (await dung.post<{ id: string }>("/desk/api/beside", { label }, fromTheDesk)).body.id;
const people = async (): Promise<readonly DeskBeside[]> =>
  (await dung.get<DeskBeside[]>("/desk/api/beside")).body;
const one = async (id: string) => (await people()).find((p) => p.id === id);
const open = (id: string, who: DeskWorker = dung) =>
  who.post<ChatOpened>(`/desk/cung/${id}/api/chat/open`, {});
const newest = async (id: string) => (await open(id)).body.entries.at(-1);

async function presses(id: string, says: string): Promise<void> {
  const asked = (await open(id)).body.entries.findLast((e) => (e.choices?.length ?? 0) > 0);
  const choice = asked?.choices?.find((c) => c.says === says);
  expect(choice, says).toBeDefined();
  await dung.post(`/desk/cung/${id}/api/chat/say`, {
    key: crypto.randomUUID(),
    seen: asked?.seq ?? 0,
    press: { turn: asked?.turn, choice: choice?.id },
  });
}
const say = (id: string, text: string) =>
  dung.post(`/desk/cung/${id}/api/chat/say`, { key: crypto.randomUUID(), seen: 999, text });

test("two neighbours in one afternoon have a page each, and nothing of one is on the other's", async () => {
  const green = await sit("bà áo xanh");
  const cap = await sit("ông mũ nồi");

  await presses(green, "Đồng ý");
  await presses(cap, "Đồng ý");
  await say(green, "bà muốn tra cứu hồ sơ");

  expect((await open(green)).body.header.beside).toBe("bà áo xanh");
  expect(JSON.stringify((await open(green)).body)).toContain("tra cứu hồ sơ");
  expect(JSON.stringify((await open(cap)).body)).not.toContain("tra cứu hồ sơ");
  expect(await one(green)).toMatchObject({ label: "bà áo xanh", state: "going" });
  expect((await one(cap))?.flow).toBeUndefined();
});

test("a neighbour who says no leaves nothing, not even on the list", async () => {
  const id = await sit("bà khăn đỏ");
  expect(await one(id)).toMatchObject({ state: "asking" });

  await presses(id, "Không đồng ý");

  expect(await one(id)).toBeUndefined();
  expect((await open(id)).status).toBe(410);
});

test("the return code takes it to their own phone, and the propagandist sees nothing of it any more", async () => {
  const id = await sit("cô áo hoa");
  await presses(id, "Đồng ý");
  await say(id, "cô muốn tra cứu hồ sơ");
  const code = (await one(id))?.returnCode ?? "";

  const own = new Resident(() => server.url);
  await own.open();
  const returned = await own.return(code);

  expect(returned.status).toBe(200);
  expect(JSON.stringify(returned.body)).toContain("tra cứu hồ sơ");
  expect((await open(id)).status).toBe(410);
  expect((await dung.get(`/desk/cung/${id}/api/chat/entries?after=0`)).status).toBe(409);
  expect((await say(id, "còn đó không")).status).toBe(409);
  const left = await one(id);
  expect(left).toEqual({ id, label: "cô áo hoa", at: left?.at, state: "moved" });
  await own.say("cô làm xong rồi");
  expect(JSON.stringify(await people())).not.toContain(code);
});

test("nobody else opens it: not another propagandist, not a stranger, not after signing out", async () => {
  const id = await sit("bác đội nón");
  const invited = await dung.invite({ name: "Sen (mẫu)", role: "Hội phụ nữ" });
  const sen = new DeskWorker(() => server.url);
  expect((await sen.signIn(invited.body.code)).status).toBe(200);

  expect((await open(id, sen)).status).toBe(410);
  expect((await open(id, new DeskWorker(() => server.url))).status).toBe(410);
  expect((await sen.get<DeskBeside[]>("/desk/api/beside")).body).toEqual([]);
  expect((await newest(id))?.text).toContain("Đọc to");
});

test("sitting beside is a propagandist's act, and has a limit", async () => {
  const stranger = new DeskWorker(() => server.url);
  const refused = await stranger.post("/desk/api/beside", { label: "ai đó" }, fromTheDesk);
  const unlabelled = await dung.post("/desk/api/beside", { label: " " }, fromTheDesk);
  const author = await dung.post<{ code: string }>(
    "/desk/api/invitations",
    { name: "Viết (mẫu)", role: "Cán bộ", village: "", rank: "author" },
    fromTheDesk,
  );
  const writer = new DeskWorker(() => server.url);
  await writer.signIn(author.body.code);

  expect(refused.status).toBe(401);
  expect(unlabelled.status).toBe(400);
  expect((await writer.post("/desk/api/beside", { label: "bà" }, fromTheDesk)).status).toBe(403);
  let status = 200;
  for (let times = 0; times < 25 && status === 200; times += 1)
    status = (await dung.post("/desk/api/beside", { label: `người ${times}` }, fromTheDesk)).status;
  expect(status).toBe(429);
});

/** QR codes at the desk of the real program: whose they are, what is printed, how they end, and who came by them. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DeskWay, DeskWays } from "../../src/bot/web/wire/ways.ts";
import { DeskWorker } from "../support/process/desk-worker.ts";
import { Resident } from "../support/process/resident.ts";
import { type ServerProcess, startServerProcess } from "../support/process/server.ts";

let server: ServerProcess;
let coordinator: DeskWorker;
let dung: DeskWorker;
const root = () => server.url;
const header = { "x-cau-noi": "desk" };

beforeAll(async () => {
  server = await startServerProcess();
  coordinator = new DeskWorker(root);
  await coordinator.signIn(server.signInCode ?? "");
  dung = await joined("Chị Dung (mẫu)");
});
afterAll(() => server.remove());

async function joined(name: string): Promise<DeskWorker> {
  const invited = await coordinator.invite({ name, role: "thôn (mẫu)", village: "na-khau" });
  const who = new DeskWorker(root);
  expect((await who.signIn(invited.body.code)).status).toBe(200);
  return who;
}

const ways = async (who: DeskWorker): Promise<readonly DeskWay[]> =>
  (await who.post<DeskWays>("/desk/api/ways", {}, header)).body.ways;

async function wayOf(who: DeskWorker, whose: Pick<DeskWay, "village" | "person">) {
  const all = await ways(who);
  const found = all.find((way) => way.village === whose.village && way.person === whose.person);
  if (found === undefined) throw new Error(JSON.stringify(all));
  return found;
}
const ofVillage = { village: "Nà Khau" };
const ofDung = { person: "Chị Dung (mẫu)" };

/** Somebody who scans it with a phone, and reads what opens. */
async function scans(way: DeskWay): Promise<Resident> {
  const resident = new Resident(root);
  await resident.get(`/di/${way.plain}`, { "user-agent": "Mozilla/5.0 (Android 13; Mobile)" });
  await resident.open();
  return resident;
}
/** Everything that stands on their page, read to its end. */
async function heard(resident: Resident): Promise<string> {
  await resident.news();
  return JSON.stringify([...resident.entries.values()]);
}

test("a coordinator has every village's and everybody's, a propagandist their own", async () => {
  const all = await ways(coordinator);
  const own = await ways(dung);

  expect(all.map(({ village, person }) => village ?? person)).toEqual(
    expect.arrayContaining(["Nà Khau", "Chị Dung (mẫu)"]),
  );
  expect(own.map(({ person, village }) => [person, village])).toEqual([
    ["Chị Dung (mẫu)", undefined],
  ]);
  expect(own[0]).toEqual(await wayOf(coordinator, ofDung));
  expect(own[0]?.link).toBe(`${server.url}/di/${own[0]?.plain}`);
  expect(own[0]?.opens).toEqual(["web"]);
  expect(JSON.stringify(all)).not.toContain("(mẫu)-");
});

test("a village that stands on no list gets a code of its own, which may end without another", async () => {
  const add = (village: string) =>
    coordinator.post<DeskWays>("/desk/api/ways/village", { village }, header);
  await add("Khau Tràng");
  const twice = (await add("Khau Tràng")).body.ways.filter((w) => w.village === "Khau Tràng");
  expect(twice.map(({ extra }) => extra)).toEqual([true]);
  expect(await wayOf(coordinator, ofVillage)).not.toHaveProperty("extra");

  const after = await coordinator.post<DeskWays>(
    `/desk/api/ways/${twice[0]?.plain}/end`,
    {},
    header,
  );

  expect(after.body.ways.filter((w) => w.village === "Khau Tràng")).toEqual([]);
});

test("a code made anew ends the old one, whose page greets kindly and says no village", async () => {
  const old = await wayOf(coordinator, ofVillage);
  const before = await scans(old);
  await before.say("gặp người giúp");
  expect(await heard(before)).toContain("Nà Khau, phải không");

  await coordinator.post(`/desk/api/ways/${old.plain}/end`, {}, header);
  const fresh = await wayOf(coordinator, ofVillage);

  expect(fresh.plain).not.toBe(old.plain);
  const page = await new DeskWorker(root).get(`/di/${old.plain}`);
  expect([page.status, page.text.includes("Mã này không dùng nữa")]).toEqual([404, true]);
  const late = await scans(old);
  await late.say(old.code);
  await late.say("gặp người giúp");
  expect(await heard(late)).not.toContain("phải không");
});

test("nobody ends, prints or sees a code that is not theirs", async () => {
  const village = await wayOf(coordinator, ofVillage);
  const own = await wayOf(dung, ofDung);

  const others = [
    (await dung.post(`/desk/api/ways/${village.plain}/end`, {}, header)).status,
    (await dung.get(`/desk/api/ways/${village.plain}/the.svg`)).status,
    (await dung.get(`/desk/in?form=the&ma=${village.plain}`)).text.includes("<img"),
    (await new DeskWorker(root).get(`/desk/in?form=the`)).headers.get("location"),
  ];
  const theirs = await dung.get(`/desk/in?form=the&ma=${own.plain}&moi=5`);

  expect(others).toEqual([404, 404, false, "/desk"]);
  expect(theirs.text.match(/<img/g)).toHaveLength(5);
  expect(theirs.text.match(/<section class="sheet the"/g)).toHaveLength(2);
});

test("cards, posters and codes come as pictures that can be printed and sent on", async () => {
  const { plain } = await wayOf(dung, ofDung);
  const file = async (name: string) => {
    const answer = await fetch(`${root()}/desk/api/ways/${plain}/${name}?tai`, {
      headers: { cookie: [...dung.cookies].map(([k, v]) => `${k}=${v}`).join("; ") },
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const disposition = answer.headers.get("content-disposition") ?? "";
    return { type: answer.headers.get("content-type"), bytes, disposition };
  };

  for (const [name, across] of [
    ["the.png", 1240],
    ["to.png", 1654],
    ["qr.png", 1200],
  ] as const) {
    const { type, bytes, disposition } = await file(name);
    expect([name, type, bytes.readUInt32BE(16)]).toEqual([name, "image/png", expect.anything()]);
    expect(Math.abs(bytes.readUInt32BE(16) - across)).toBeLessThan(40);
    expect(disposition).toContain(`attachment; filename="${name.split(".")[0]}-${plain}.png"`);
  }
  for (const name of ["the.svg", "to.svg", "qr.svg"]) {
    const { type, bytes } = await file(name);
    expect([type, bytes.toString().startsWith("<svg")]).toEqual(["image/svg+xml", true]);
  }
});

/** In Vietnam, as tables are asked for. */
const monthNow = () => new Date(Date.now() + 7 * 60 * 60 * 1000).toISOString().slice(0, 7);

test("who came by a code is counted once each: its page, a chat, a first guide; and by village as a table", async () => {
  const began = monthNow();
  await coordinator.post(
    `/desk/api/ways/${(await wayOf(coordinator, ofVillage)).plain}/end`,
    {},
    header,
  );
  const way = await wayOf(coordinator, ofVillage);
  const resident = await scans(way);
  await resident.get(`/di/${way.plain}`);
  await resident.open();
  await resident.say("tra cứu hồ sơ");
  await resident.say("khai tử");
  await scans(way);
  // A chat shows a preview of the link: nobody has come.
  await new Resident(root).get(`/di/${way.plain}`, {
    "user-agent": "TelegramBot (like TwitterBot)",
  });

  const { month, ever } = await wayOf(coordinator, ofVillage);
  expect(ever).toEqual({ opened: 3, came: 2, begun: 1 });

  const table = (await coordinator.get(`/desk/api/ways.csv?month=${began}`)).text;
  const [header_, ...rows] = table.trim().split("\r\n");
  expect(header_).toContain("village,opened,came,begun");
  // The program lives by the clock on the wall: here a month may have turned meanwhile.
  if (monthNow() !== began) return;
  expect(month).toEqual(ever);
  expect(rows.find((row) => row.startsWith("Nà Khau,"))).toMatch(/^Nà Khau,\d+,\d+,1$/);
});

test("who comes by a helper's card is put through to that helper first", async () => {
  await joined("Anh Sinh (mẫu)");
  await Promise.all([dung, coordinator].map((who) => who.change({ duty: true })));
  const resident = await scans(await wayOf(dung, ofDung));

  for (const words of ["bà muốn gặp người giúp", "phải", "ai cũng được"]) {
    await resident.say(words);
    await resident.news();
  }

  expect(await heard(resident)).toContain("vì bà vào bằng mã của Chị Dung (mẫu)");
});

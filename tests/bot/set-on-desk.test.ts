/** What a coordinator sets on the desk holds at once, also for a case that is being called, and outlives a restart. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { publish } from "../../src/bot/content/publish.ts";
import type { DeskFaults, DeskSettings } from "../../src/bot/web/wire/settings.ts";
import { type RealServer, startRealServer } from "../support/browser/real-server.ts";
import { patience } from "../support/patience.ts";
import { DeskWorker } from "../support/process/desk-worker.ts";
import { Resident } from "../support/process/resident.ts";

vi.setConfig({ testTimeout: 2 * patience, hookTimeout: 2 * patience });

const header = { "x-cau-noi": "desk" };
const own = "0207 3822 119";

let server: RealServer;
let lan: DeskWorker;
beforeEach(async () => {
  server = await startRealServer({ writable: true, at: "2026-11-24T08:30:00+07:00" });
  lan = await joined({ name: "Lan (mẫu)", rank: "coordinator", village: "noi-khac" });
});
afterEach(() => server.close());

async function joined(invitee: Parameters<RealServer["inviteLink"]>[0]): Promise<DeskWorker> {
  const who = new DeskWorker(() => server.url);
  const [, code = ""] = server.inviteLink(invitee).split("#");
  expect((await who.signIn(code.replace(/^.*=/, ""))).status).toBe(200);
  return who;
}

const settings = async () => (await lan.get<DeskSettings>("/desk/api/settings")).body;
const set = (part: string, value: unknown) =>
  lan.post<DeskSettings & DeskFaults>(`/desk/api/settings/${part}`, { value }, header);
const backTo = (part: string) =>
  lan.post<DeskSettings>(`/desk/api/settings/${part}/as-in-file`, {}, header);
const limits = async (more: object) =>
  set("limits", { ...(await settings()).parts.limits.now, ...more });

/** Somebody of Nà Khau who has asked for a person. */
async function asking(): Promise<Resident> {
  const ba = new Resident(() => server.url);
  await ba.open();
  for (const text of ["gặp người giúp", "Nà Khau", "ai cũng được", "cụ"]) {
    await ba.say(text);
    await ba.news();
  }
  return ba;
}
const heard = async (who: Resident): Promise<readonly string[]> => {
  await who.news();
  return [...who.entries.values()].map(({ text }) => text ?? "");
};
const timesSaid = async (who: Resident, line: RegExp) =>
  (await heard(who)).filter((text) => line.test(text)).length;

/** Another edition of desk.yaml is published, as an officer does it. */
async function writesInFile(from: string | RegExp, to: string): Promise<void> {
  const path = join(server.contentDir, "desk.yaml");
  const before = await readFile(path, "utf8");
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  await writeFile(path, after);
  expect(publish(server.house().store, server.contentDir, server.now()).outcome).toBe("published");
}

test("limits and the telephone that are set hold for the rungs called from then on, also after a restart", async () => {
  await joined({ name: "Sen (mẫu)" }).then((sen) => sen.change({ duty: true }));
  await lan.change({ duty: true });
  const ba = await asking();
  expect(await timesSaid(ba, /3 phút nữa/)).toBe(1);

  await set("telephone", "0207.3822.119");
  await limits({ "everyone-after-minutes": "2", "office-after-minutes": "4" });
  await server.stop();
  await server.start();
  const cu = await asking();
  expect(await timesSaid(cu, /2 phút nữa/)).toBe(1);
  await server.pass(3.1);
  // Who waited before is kept to what was told, and comes onto the new rungs with the next call.
  expect(await timesSaid(ba, server.line("called-next"))).toBe(1);
  await server.pass(1.1);
  for (const who of [ba, cu]) {
    expect(await timesSaid(who, server.line("nobody-came"))).toBe(1);
    expect((await heard(who)).at(-1)).toContain(own);
  }
  expect((await ba.open()).body.state.telephone).toBe(own);
  expect((await settings()).changes.map(({ part, by }) => `${part} ${by}`)).toEqual([
    "limits Lan (mẫu)",
    "telephone Lan (mẫu)",
  ]);
});

test("hours that are set say when somebody is there, and a name is the machine's from the next word on", async () => {
  await lan.change({ duty: false });
  await set("hours", [{ days: [1, 2, 3, 4, 5], from: "10:00", until: "11:00" }]);
  await set("operator", { vi: "xã\u202e Tân An", en: "" });
  const ba = await asking();
  expect((await heard(ba)).at(0)).toContain("máy trả lời của xã Tân An,");
  expect(await timesSaid(ba, /Đến 10 giờ hôm nay/)).toBe(1);
});

test("what the file says afterwards is shown and undoes nothing, until the part is given back", async () => {
  await set("telephone", own);
  expect((await settings()).parts.telephone).toMatchObject({
    ...{ now: own, inFile: "" },
    set: { by: "Lan (mẫu)", at: expect.any(Number), fileChanged: false },
  });

  await writesInFile(/^telephone-fact:/m, 'telephone: "0207 3999 888"\ntelephone-fact:');
  // A running server notices what is published beside it.
  await vi.waitFor(
    async () =>
      expect((await settings()).parts.telephone).toMatchObject({
        ...{ now: own, inFile: "0207 3999 888" },
        set: { fileChanged: true },
      }),
    { interval: 100, timeout: patience },
  );
  await backTo("telephone");
  const { parts, changes } = await settings();
  expect(parts.telephone).toEqual({ now: "0207 3999 888", inFile: "0207 3999 888" });
  expect(changes.map(({ value }) => value)).toEqual([undefined, own]);
});

test("what is wrong is said beside its field, in one's own language, and nothing of it is kept", async () => {
  const wrong = await limits({ "at-once": "0", "again-after-minutes": "một giờ" });
  expect(wrong.status).toBe(400);
  expect(wrong.body.faults.map(({ field, says }) => [field, says])).toEqual([
    ["at-once", "Ghi một số từ 1 đến 30."],
    ["again-after-minutes", "Ghi một số từ 5 đến 720."],
  ]);
  await lan.change({ language: "en" });
  expect((await set("telephone", "113")).body.faults[0]?.says).toMatch(/area code/);
  expect((await set("nothing", 1)).status).toBe(400);
  // The same again is no change.
  await limits({});
  expect((await settings()).changes).toEqual([]);
});

/** A step is read aloud on the desk, and whoever walks the guide on the web hears exactly that, until it is removed. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { voiceForm } from "../../src/bot/conversations/media/voice-form.ts";
import type { DeskReadingGuide, DeskReadings } from "../../src/bot/web/wire/readings.ts";
import { DeskWorker } from "../support/process/desk-worker.ts";
import { Resident } from "../support/process/resident.ts";
import { type ServerProcess, startServerProcess } from "../support/process/server.ts";

const tone = readFileSync(
  fileURLToPath(new URL("../support/media/tone.webm", import.meta.url)),
) as Uint8Array<ArrayBuffer>;
const flow = "tra-cuu-ho-so";
const fromTheDesk = { "x-cau-noi": "desk" };

let server: ServerProcess;
let hoa: DeskWorker;

beforeAll(async () => {
  server = await startServerProcess();
  hoa = new DeskWorker(() => server.url);
  expect((await hoa.signIn(server.signInCode ?? "")).status).toBe(200);
});
afterAll(() => server.remove());

const guide = () => hoa.get<DeskReadingGuide>(`/desk/api/readings/${flow}`);
const keep = (query: Record<string, string>) =>
  hoa.send("POST", `/desk/api/readings?${new URLSearchParams(query)}`, {
    body: tone,
    headers: { "content-type": "audio/webm", ...fromTheDesk },
  });

test("what was read on the desk is heard in the chat, by everybody's players, until it is removed", async () => {
  const [first] = (await guide()).body.steps;
  if (first === undefined) throw new Error("the guide has no steps");
  const { step, mark } = first;

  expect((await keep({ flow, step, mark: "of-other-words", speech: "tay" })).status).toBe(409);
  expect((await keep({ flow, step, mark, speech: "klingon" })).status).toBe(400);
  expect((await keep({ flow, step, mark, speech: "tay" })).status).toBe(200);

  const all = (await hoa.get<DeskReadings>("/desk/api/readings")).body;
  expect(all.guides.find((one) => one.flow === flow)?.recorded).toMatchObject({ tay: 1, vi: 0 });
  const [reading] = (await guide()).body.steps[0]?.readings ?? [];
  expect(reading).toMatchObject({ speech: "tay", mine: true, mayRemove: true });

  const ba = new Resident(() => server.url);
  await ba.open();
  await ba.say("tra cứu hồ sơ đã nộp");
  await ba.news();
  for (let pressed = 0; pressed < 2 && ba.question?.step !== true; pressed += 1) {
    const choice = ba.question?.choices[0];
    await ba.press(ba.question?.turn ?? "", choice?.id ?? "");
    await ba.news();
  }
  const shown = [...ba.entries.values()].findLast((entry) => entry.recorded !== undefined);
  expect(shown?.recorded).toEqual([{ url: `/api/media/${reading?.id}`, speech: "tay" }]);
  const sound = await fetch(`${server.url}/api/media/${reading?.id}`, {
    headers: { cookie: [...ba.cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
  });
  expect(sound.headers.get("content-type")).toBe("audio/ogg");
  expect(voiceForm(new Uint8Array(await sound.arrayBuffer()))).toMatchObject({ kind: "ogg-opus" });
  expect((await fetch(`${server.url}/api/media/${reading?.id}`)).status).toBe(404);

  await ba.say("nghe");
  await ba.news();
  expect([...ba.entries.values()].findLast((entry) => entry.voice !== undefined)?.voice).toEqual({
    url: `/api/media/${reading?.id}`,
  });

  await hoa.post(`/desk/api/readings/${reading?.id}/remove`, {}, fromTheDesk);
  expect((await hoa.get(`/desk/api/media/${reading?.id}`)).status).toBe(404);
  expect((await guide()).body.steps[0]?.readings).toEqual([]);
});

test("nobody reads, keeps or removes without having signed in", async () => {
  const stranger = new DeskWorker(() => server.url);

  expect((await stranger.get("/desk/api/readings")).status).toBe(401);
  expect((await stranger.get(`/desk/api/readings/${flow}`)).status).toBe(401);
  for (const path of ["readings/some/remove", "readings/remove-mine"])
    expect((await stranger.post(`/desk/api/${path}`, {}, fromTheDesk)).status).toBe(401);
});

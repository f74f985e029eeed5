/** A helper's name, role line and photo: given at the desk, cleaned, shown to whoever they help, taken away again. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { DeskMe } from "../../src/bot/web/wire/desk.ts";
import { soon } from "../support/patience.ts";
import { claimedCase } from "../support/process/claimed-case.ts";
import { DeskWorker } from "../support/process/desk-worker.ts";
import { ServerProcess } from "../support/process/server.ts";
import { startTelegramEmulator, type TelegramEmulator } from "../support/telegram/emulator.ts";

const header = { "x-cau-noi": "desk" };
const media = (name: string) =>
  readFileSync(join(import.meta.dirname, "../support/media", name)) as Uint8Array<ArrayBuffer>;

/** The picture as a telephone writes it: where it was taken, and by which camera. */
const taken = "GPS 22.07N 105.03E";
function withPlace(jpeg: Uint8Array): Uint8Array<ArrayBuffer> {
  const exif = Buffer.from(`Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0${taken}`, "latin1");
  const length = Buffer.of(0, 0);
  length.writeUInt16BE(exif.length + 2);
  return new Uint8Array(
    Buffer.concat([jpeg.subarray(0, 2), Buffer.of(0xff, 0xe1), length, exif, jpeg.subarray(2)]),
  );
}
const holds = (bytes: Uint8Array | undefined, text: string): boolean =>
  Buffer.from(bytes ?? []).includes(text, 0, "latin1");

let telegram: TelegramEmulator;
let server: ServerProcess;
let hoa: DeskWorker;

beforeAll(async () => {
  telegram = await startTelegramEmulator();
  server = new ServerProcess({
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
  });
  await server.start();
  hoa = new DeskWorker(() => server.url);
  expect((await hoa.signIn(server.signInCode ?? "")).status).toBe(200);
});
afterAll(async () => {
  await server.remove();
  await telegram.close();
});

const gives = (bytes: Uint8Array, type: string, who = hoa) =>
  who.send<{ error?: string; says?: string }>("POST", "/desk/api/me/photo", {
    body: bytes as Uint8Array<ArrayBuffer>,
    headers: { "content-type": type, ...header },
  });
const removes = () => hoa.post("/desk/api/me/photo/remove", {}, header);
const shows = async () => (await hoa.me()).body.photo;
const pictureAt = async (path: string, cookie: ReadonlyMap<string, string>) => {
  const cookies = [...cookie].map(([name, value]) => `${name}=${value}`).join("; ");
  const answer = await fetch(server.url + path, { headers: { cookie: cookies } });
  return {
    status: answer.status,
    type: answer.headers.get("content-type"),
    bytes: new Uint8Array(await answer.arrayBuffer()),
  };
};

test("a resident on the web sees name, role and photo of whoever took the case, without where it was taken", async () => {
  const change = { name: "Nông Thị Hoa (mẫu)", form: "co", role: "Trưởng thôn Nà Khau (mẫu)" };
  await hoa.post<DeskMe>("/desk/api/me", change, header);
  const picture = withPlace(media("square.jpg"));
  expect(holds(picture, taken)).toBe(true);
  expect((await gives(picture, "image/jpeg")).status).toBe(200);

  const { who, id } = await claimedCase(hoa, () => server.url);

  const { withPerson } = (await who.news()).body.state;
  expect(withPerson).toMatchObject({ name: "Cô Nông Thị Hoa (mẫu)", role: change.role });
  const seen = await pictureAt(withPerson?.photo ?? "", who.cookies);
  expect([seen.status, seen.type]).toEqual([200, "image/jpeg"]);
  expect(Buffer.from(seen.bytes).subarray(0, 3)).toEqual(Buffer.of(0xff, 0xd8, 0xff));
  expect([holds(seen.bytes, "Exif"), holds(seen.bytes, taken)]).toEqual([false, false]);

  // Nobody else's page, and not this one any more when the helping is over.
  expect((await pictureAt(withPerson?.photo ?? "", new Map())).status).toBe(404);
  await hoa.act(id, { act: "hand-back", outcome: "still-here" });
  expect((await pictureAt(withPerson?.photo ?? "", who.cookies)).status).toBe(404);
});

test("in Telegram the photo comes once with name and role, and a helper without one sends none", async () => {
  const sen = new DeskWorker(() => server.url);
  const invited = await hoa.invite({ name: "Sen (mẫu)", role: "Hội phụ nữ (mẫu)" });
  await sen.signIn(invited.body.code);
  await gives(withPlace(media("square.jpg")), "image/jpeg");
  for (const [helper, id, photos] of [
    [hoa, 601, ["Cô Nông Thị Hoa (mẫu) (Trưởng thôn Nà Khau (mẫu))"]],
    [sen, 602, []],
  ] as const) {
    const ba = telegram.person({ id, firstName: `Mẩy ${id}` });
    ba.startsWith();
    await ba.waitsFor(/cần làm việc gì/);
    ba.sends("gặp người giúp");
    await ba.waitsFor(/thôn|bản/i);
    ba.sends("Nà Khau");
    const asked = await ba.waitsFor((message) =>
      message.buttons.flat().includes("Ai giúp cũng được"),
    );
    ba.presses(asked.id, "Ai giúp cũng được");
    const waiting = await vi.waitFor(async () => {
      const found = (await helper.cases()).body.waiting[0];
      if (found === undefined) throw new Error("not yet");
      return found;
    }, soon);

    await helper.act(waiting.id, { act: "claim" });
    await helper.act(waiting.id, { act: "say", text: "Chào bà, em đây" });

    await ba.waitsFor(/Chào bà, em đây/);
    const seen = ba.sees().filter(({ kind }) => kind === "photo");
    expect(seen.map(({ caption }) => caption)).toEqual(photos);
    for (const { bytes } of seen)
      expect([holds(bytes, "Exif"), holds(bytes, taken)]).toEqual([false, false]);
  }
});

test("what is no picture, or too large, is refused in words, and the photo there stays", async () => {
  await gives(media("square.png"), "image/png");
  const before = await shows();
  const gif = new TextEncoder().encode("GIF89a\x10\0\x10\0\0\0\0;");
  // A picture stays one with something behind its end, but its size is what is kept.
  const noise = Buffer.alloc(1_200_000, 0x41);
  const chunk = Buffer.concat([
    Buffer.from([0, 0x12, 0x4f, 0x80]),
    Buffer.from("IDAT"),
    noise,
    Buffer.alloc(4),
  ]);
  const png = media("square.png");
  const large = Buffer.concat([
    png.subarray(0, png.length - 12),
    chunk,
    png.subarray(png.length - 12),
  ]);

  const refused = [
    await gives(new TextEncoder().encode("đây là chữ"), "image/jpeg"),
    await gives(gif, "image/gif"),
    await gives(large, "image/png"),
    await gives(media("square.png"), "image/png", new DeskWorker(() => server.url)),
  ];

  expect(refused.map(({ status }) => status)).toEqual([400, 400, 413, 401]);
  expect(refused[2]?.body.says).toContain("1 MB");
  expect(await shows()).toBe(before);
});

test.each(["square.jpg", "square.png", "square.webp"])(
  "%s is shown as what it is",
  async (name) => {
    const type = `image/${name.endsWith("jpg") ? "jpeg" : name.slice(7)}`;

    // Called something else: its bytes decide.
    expect((await gives(media(name), "image/jpeg")).status).toBe(200);

    const seen = await pictureAt((await shows()) ?? "", hoa.cookies);
    expect([seen.status, seen.type]).toEqual([200, type]);
  },
);

test("a page that is helped by one opens the face of nobody else", async () => {
  const sen = new DeskWorker(() => server.url);
  const invited = await hoa.invite({ name: "Sen (mẫu)", role: "Hội phụ nữ (mẫu)" });
  await sen.signIn(invited.body.code);
  await gives(media("square.webp"), "image/webp", sen);
  await gives(media("square.jpg"), "image/jpeg");
  const { who } = await claimedCase(hoa, () => server.url);
  const addressOf = (path: string | undefined) => path?.replace("/desk/api/faces", "/api/media");

  const sens = addressOf((await sen.me()).body.photo) ?? "";
  const hoas = addressOf(await shows()) ?? "";

  expect((await pictureAt(hoas, who.cookies)).status).toBe(200);
  expect((await pictureAt(sens, who.cookies)).status).toBe(404);
});

test("a photo taken away is gone for the helper, the coordinator and whoever is being helped", async () => {
  await gives(media("square.jpg"), "image/jpeg");
  const { who } = await claimedCase(hoa, () => server.url);
  const face = (await who.news()).body.state.withPerson?.photo ?? "";
  expect((await pictureAt(face, who.cookies)).status).toBe(200);

  expect((await removes()).status).toBe(200);

  expect(await shows()).toBeUndefined();
  expect((await who.news()).body.state.withPerson?.photo).toBeUndefined();
  expect((await pictureAt(face, who.cookies)).status).toBe(404);
  expect((await pictureAt(face.replace("/api/media", "/desk/api/faces"), hoa.cookies)).status).toBe(
    404,
  );
  const people = (
    await hoa.get<{ people: { name: string; photo?: string }[] }>("/desk/api/commune")
  ).body.people;
  expect(people.find(({ name }) => name === "Nông Thị Hoa (mẫu)")?.photo).toBeUndefined();
});

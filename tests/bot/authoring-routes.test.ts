/** Who may write guides: every route of the authoring page, asked by every rank and by nobody. */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { Guide, HistoryLine, Review, TryLink } from "../../src/bot/web/wire/authoring.ts";
import type { ChatOpened } from "../../src/bot/web/wire/chat.ts";
import { aTempFolder } from "../support/at-end.ts";
import { BrowserLike } from "../support/process/browser-like.ts";
import { DeskWorker } from "../support/process/desk-worker.ts";
import { runCommand, ServerProcess } from "../support/process/server.ts";

const folder = aTempFolder();
const contentDir = join(folder, "content");
const path = "flows/trich-luc-ho-tich.yaml";
const header = { "x-cau-noi": "desk" };
let server: ServerProcess;
const root = () => server.url;

beforeAll(async () => {
  cpSync(join(import.meta.dirname, "..", "..", "content"), contentDir, { recursive: true });
  server = new ServerProcess({ CONTENT_DIR: contentDir }, "published");
  await server.start();
});

async function signedInAs(rank: string): Promise<DeskWorker> {
  const { out } = await runCommand(
    ["invite", "--role", rank, "--village", "na-khau", "--name", `${rank} (mẫu)`, "--json"],
    server.settings,
  );
  const who = new DeskWorker(root);
  const { code } = JSON.parse(out) as { code: string };
  expect((await who.signIn(code)).status).toBe(200);
  return who;
}

const base = "/desk/api/authoring";
const reads = [
  "overview",
  `guide?path=${path}`,
  "facts",
  "phrases",
  "review",
  "history",
  "history/1",
];
const writes: ReadonlyArray<readonly [string, object]> = [
  ["edit", { path, place: ["review-by"], before: "2000-01-01", after: "2000-01-01" }],
  ["source", { title: "" }],
  ["picture?screen=portal/receive-way", {}],
  ["picture-remove", { screen: "portal/receive-way" }],
  ["settle", { path, place: [], keep: "mine" }],
  ["discard", { path }],
  ["publish", { mark: "not-looked-at" }],
  ["try", {}],
  ["restore", { position: 999, replace: false }],
];

test("propagandists are refused everywhere, nobody is asked to sign in, authors and coordinators are let in", async () => {
  const nobody = new BrowserLike(root);
  const propagandist = await signedInAs("propagandist");
  for (const [who, status] of [
    [nobody, 401],
    [propagandist, 403],
  ] as const) {
    for (const at of reads)
      expect([at, (await who.get(`${base}/${at}`)).status]).toEqual([at, status]);
    for (const [at, body] of writes)
      expect([at, (await who.post(`${base}/${at}`, body, header)).status]).toEqual([at, status]);
  }
  for (const rank of ["author", "coordinator"]) {
    const who = await signedInAs(rank);
    for (const at of reads)
      expect([at, (await who.get(`${base}/${at}`)).status]).toEqual([at, 200]);
    for (const [at, body] of writes)
      expect((await who.post(`${base}/${at}`, body, header)).status).not.toBeGreaterThan(409);
    for (const [at, body] of writes)
      expect([401, 403]).not.toContain((await who.post(`${base}/${at}`, body, header)).status);
    expect((await who.post(`${base}/try`, {})).status).toBe(403); // from a page of another site
  }
});

test("a draft survives a restart, is tried without counting or calling, and roads cannot be edited", async () => {
  let author = await signedInAs("author");
  const guide = (await author.get<Guide>(`${base}/guide?path=${path}`)).body;
  const field = guide.steps[0]?.fields[0];
  const after = { vi: "Việc mới này {you} muốn xin bản sao giấy nào?", en: "Which copy?" };
  const edit = { path, place: field?.place, before: field?.now, after };
  expect((await author.post(`${base}/edit`, edit, header)).body).toEqual({ outcome: "taken" });
  const road = { path, place: ["begins"], before: "which-event", after: "elsewhere" };
  expect((await author.post(`${base}/edit`, road, header)).status).toBe(404);

  await server.stop();
  await server.start();
  author = await signedInAs("author");
  const review = (await author.get<Review>(`${base}/review`)).body;
  expect(review.errors).toEqual([]);
  expect(review.changes).toHaveLength(1);
  expect(review.standing).toEqual([]);
  const trial = (await author.post<TryLink>(`${base}/try`, {}, header)).body;
  const phone = new BrowserLike(root);
  const at = new URL(trial.url).pathname;
  const opened = (await phone.post<ChatOpened>(`${at}/api/chat/open`, {})).body;
  expect(opened.header).toMatchObject({ draft: true });
  const another = at.slice(0, -1) + (at.endsWith("x") ? "y" : "x");
  expect((await phone.post(`${another}/api/chat/open`, {})).status).toBe(410);

  const published = await author.post(`${base}/publish`, { mark: review.mark }, header);
  expect(published).toMatchObject({ status: 200, body: { outcome: "published" } });
  const history = (await author.get<HistoryLine[]>(`${base}/history`)).body;
  expect(history[0]).toMatchObject({ by: "author (mẫu)", restorable: true, current: true });
});

test("what a guide answers at any step is written like its title, and comes back from the draft", async () => {
  const author = await signedInAs("author");
  const at = "flows/khai-tu.yaml";
  const answers = async () => (await author.get<Guide>(`${base}/guide?path=${at}`)).body.answers;
  const [cost] = await answers();
  const after = { vi: "Khai trong hạn {fact:death-fee}.", en: "In time it is {fact:death-fee}." };

  const edit = { path: at, place: cost?.place, before: cost?.now, after };
  const taken = await author.post(`${base}/edit`, edit, header);
  const unasked = { ...edit, place: ["about", "weather"], before: null };
  const refused = await author.post(`${base}/edit`, unasked, header);

  expect(taken.body).toEqual({ outcome: "taken" });
  expect(refused.status).toBe(404);
  const now = await answers();
  expect(now.map(({ role }) => role)).toEqual(["cost", "time", "where", "papers"]);
  expect(now[0]).toMatchObject({ now: after, base: cost?.now, by: "author (mẫu)" });
});

test("an answer a guide lacks is added, and taken away again, down to the last one", async () => {
  const author = await signedInAs("author");
  const at = "flows/khai-tu.yaml";
  const answers = async () => (await author.get<Guide>(`${base}/guide?path=${at}`)).body.answers;
  const written = await answers();
  const put = (place: unknown, before: unknown, after: unknown) =>
    author.post(`${base}/edit`, { path: at, place, before, after }, header);

  for (const { place, now } of written)
    expect((await put(place, now, null)).body).toEqual({ outcome: "taken" });
  expect((await answers()).map(({ role, now }) => [role, now])).toEqual(
    ["cost", "time", "where", "papers"].map((role) => [role, undefined]),
  );
  const where = { vi: "Ra Trung tâm của xã.", en: "At the commune's centre." };
  const added = await put(["about", "where"], null, where);

  expect(added.body).toEqual({ outcome: "taken" });
  const now = await answers();
  expect(now.find(({ role }) => role === "where")).toMatchObject({ now: where, complaints: [] });
  const fragment = { path: "fragments/cach-nhan-giay.yaml", place: ["about", "where"] };
  const refused = await author.post(
    `${base}/edit`,
    { ...fragment, before: null, after: where },
    header,
  );
  expect(refused.status).toBe(404);
  for (const { place, now: before } of written) {
    const stands = place[1] === "where" ? where : null;
    expect((await put(place, stands, before)).body).toEqual({ outcome: "taken" });
  }
  expect((await answers()).map(({ now }) => now)).toEqual(written.map(({ now }) => now));
});

test("what lies outside the guides is not there for an author, whatever path they name", async () => {
  const who = await signedInAs("author");

  for (const outside of [".", "flows", "../package.json", "flows/../desk.yaml/..", "\0"])
    for (const [at, more] of [
      ["discard", {}],
      ["settle", { keep: "mine" }],
    ] as const) {
      const answer = await who.post(
        `${base}/${at}`,
        { path: outside, place: ["says"], ...more },
        header,
      );
      expect([at, outside, answer.status]).toEqual([at, outside, 404]);
    }
});

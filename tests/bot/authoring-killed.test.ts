/** The program itself, killed while it moves a draft of two files into the content folder. */
import { copyFileSync, cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import type { FactFile, Guide, HistoryLine, Review } from "../../src/bot/web/wire/authoring.ts";
import { aTempFolder } from "../support/at-end.ts";
import { DeskWorker } from "../support/process/desk-worker.ts";
import { ServerProcess } from "../support/process/server.ts";

const guide = "flows/trich-luc-ho-tich.yaml";
const base = "/desk/api/authoring";
const header = { "x-cau-noi": "desk" };
const killer = new URL("../support/process/killed-at-rename.mjs", import.meta.url);

let folder: string;
let contentDir: string;
let lives: ServerProcess[];
beforeEach(() => {
  folder = aTempFolder();
  contentDir = join(folder, "content");
  cpSync(join(import.meta.dirname, "..", "..", "content"), contentDir, { recursive: true });
  copyFileSync(inject("publishedToday"), join(folder, "cau-noi.db"));
  lives = [];
});
afterEach(async () => {
  for (const life of lives) await life.remove();
});

async function aLife(settings: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
  const life = new ServerProcess({
    CONTENT_DIR: contentDir,
    DATABASE_URL: `sqlite:${join(folder, "cau-noi.db")}`,
    ...settings,
  });
  lives.push(life);
  await life.start();
  return life;
}

const inFolder = (path: string): string => readFileSync(join(contentDir, path), "utf8");

test.each([
  ["the first file", 1, 0],
  ["the second file", 2, 1],
] as const)(
  "killed before %s is moved, the next start publishes both, once",
  async (_, before, moved) => {
    const first = await aLife({
      NODE_OPTIONS: `--import=${killer.href}`,
      KILL_BEFORE_MOVE: String(before),
    });
    let thom = new DeskWorker(() => first.url);
    expect((await thom.signIn(first.signInCode ?? "")).status).toBe(200);
    const edit = (path: string, place: readonly string[], was: unknown, after: unknown) =>
      thom.post(`${base}/edit`, { path, place, before: was, after }, header);

    const begins = (await thom.get<Guide>(`${base}/guide?path=${guide}`)).body.steps[0];
    const says = begins?.fields.find(({ role }) => role === "says");
    const words = { vi: "Việc này {you} làm cho ai?", en: "Whom is this for?" };
    expect((await edit(guide, says?.place as string[], says?.now, words)).status).toBe(200);
    const files = (await thom.get<FactFile[]>(`${base}/facts`)).body;
    const facts = files[0];
    const fact = facts?.facts[0];
    if (facts === undefined || fact === undefined) throw new Error("there are no facts");
    expect((await edit(facts.path, [fact.id, "checked"], fact.checked, "2026-11-21")).status).toBe(
      200,
    );
    const { mark, errors } = (await thom.get<Review>(`${base}/review`)).body;
    expect(errors).toEqual([]);

    await expect(thom.post(`${base}/publish`, { mark }, header)).rejects.toThrow();
    expect((await first.stop()).signal).toBe("SIGKILL");
    const left = [guide, facts.path].filter((path) => existsSync(join(contentDir, `${path}.part`)));
    expect(left).toHaveLength(2 - moved);

    const second = await aLife();
    expect(inFolder(guide)).toContain(words.vi);
    expect(inFolder(facts.path)).toContain("checked: 2026-11-21");
    expect(existsSync(join(contentDir, `${guide}.part`))).toBe(false);
    expect(existsSync(join(contentDir, `${facts.path}.part`))).toBe(false);
    const { cookies } = thom;
    thom = new DeskWorker(() => second.url);
    for (const [name, value] of cookies) thom.cookies.set(name, value);
    const history = (await thom.get<HistoryLine[]>(`${base}/history`)).body;
    expect(history).toHaveLength(2);
    expect(history[0]).toMatchObject({ current: true, by: expect.any(String) });
    const again = (await thom.get<Guide>(`${base}/guide?path=${guide}`)).body.steps[0];
    expect(again?.fields.find(({ role }) => role === "says")).toMatchObject({
      now: words,
      base: words,
    });
  },
);

/** A draft: what two officers write, what a crash leaves, and going back. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  type DraftHome,
  draftFrom,
  draftNow,
  edit,
  markOf,
  settle,
} from "../../src/bot/authoring/draft.ts";
import { finishWriting, publishDraft } from "../../src/bot/authoring/publish-draft.ts";
import { reading } from "../../src/bot/authoring/reading.ts";
import { moveInPlace, writeAside } from "../../src/bot/authoring/write-files.ts";
import { ensurePublished } from "../../src/bot/content/publish.ts";
import { openSqlite } from "../../src/bot/store/sqlite.ts";
import type { Store } from "../../src/bot/store/store.ts";
import type { PropagandistId } from "../../src/flows/index.ts";
import { folderWith } from "../content/folder.ts";

const now = Date.parse("2026-11-22T08:00:00+07:00");
const thom = "thom" as PropagandistId;
const tung = "tung" as PropagandistId;
const path = "flows/cay-giong.yaml";
const place = ["steps", "about-day", "says"] as const;

let store: Store;
let home: DraftHome;
beforeEach(() => {
  store = openSqlite(":memory:");
  home = { store, dir: folderWith(), commune: "tan-an" };
  ensurePublished(store, home.dir, now);
});
afterEach(() => store.close());

const reader = reading();
const apart = {
  prepare: async (wish: Parameters<typeof reader.prepare>[0]) => reader.prepare(wish),
};
const text = (file = path) => readFileSync(join(home.dir, file), "utf8");
const wordsNow = () =>
  reader.look({ dir: home.dir, over: new Map(), now, path }) && wordsIn(text());
function wordsIn(file: string): { vi: string; en: string } {
  const found = /about-day:[\s\S]*?says: \{ vi: "(.*?)", en: "(.*?)" \}/.exec(file);
  if (found === null) throw new Error("the sound guide has changed");
  return { vi: found[1] ?? "", en: found[2] ?? "" };
}
const write = (vi: string, by = thom, from = wordsNow()) =>
  edit(home, { path, place, before: from, after: { ...wordsNow(), vi }, by, now });
const publishNow = () =>
  publishDraft({ ...home, reading: apart }, markOf(home, draftNow(home)), thom, now);

describe("writing", () => {
  test("the folder keeps its words until the draft is published", async () => {
    const was = text();
    const old = wordsNow().vi;

    expect(write("Vậy {me} nhớ lấy ngày ấy.")).toEqual({ outcome: "taken" });
    expect(text()).toBe(was);

    expect(await publishNow()).toMatchObject({ outcome: "published", changedFlows: ["cay-giong"] });
    expect(text()).toBe(was.replace(old, "Vậy {me} nhớ lấy ngày ấy."));
    expect(draftNow(home).files).toEqual([]);
    expect(store.publications()[0]).toMatchObject({ by: thom, restorable: true });
  });

  test("the second officer is told whose words stand there, and overwrites nothing", () => {
    const seen = wordsNow();
    write("Lời thứ nhất của {me}.", thom, seen);

    expect(write("Lời thứ hai của {me}.", tung, seen)).toMatchObject({
      outcome: "someone-else",
      now: { vi: "Lời thứ nhất của {me}." },
      by: thom,
    });
  });

  test("errors refuse it with the list, and the folder stays", async () => {
    const was = text();
    write("{fact:never-heard-of}");

    expect(await publishNow()).toMatchObject({ outcome: "refused" });
    expect(text()).toBe(was);
  });

  test("what was not looked at is not published", async () => {
    write("Lời thứ nhất của {me}.");
    const seen = markOf(home, draftNow(home));
    edit(home, {
      path,
      place: ["review-by"],
      before: /review-by: (\S+)/.exec(text())?.[1],
      after: "2027-12-01",
      by: tung,
      now,
    });

    expect(await publishDraft({ ...home, reading: apart }, seen, thom, now)).toEqual({
      outcome: "changed",
    });
  });

  test("a folder changed underneath is taken in, or the two are shown until one is chosen", () => {
    const mine = "Lời của {me} đây.";
    write(mine);
    const elsewhere = text().replace(/review-by: \S+/, "review-by: 2027-11-01");
    writeFileSync(join(home.dir, path), elsewhere);
    expect(draftNow(home).conflicts).toEqual([]);
    expect(String(draftNow(home).files[0]?.bytes)).toContain("2027-11-01");

    writeFileSync(join(home.dir, path), elsewhere.replace(wordsNow().vi, "Lời người khác."));
    expect(draftNow(home).conflicts).toMatchObject([{ path, place, mine: { vi: mine } }]);
    expect(settle(home, { path, place, keep: "mine" })).toBe(true);

    expect(draftNow(home).conflicts).toEqual([]);
    expect(String(draftNow(home).files[0]?.bytes)).toContain(mine);
  });
});

describe("a crash", () => {
  test("between two files is brought to its end by the next start", () => {
    const [was, facts] = [text(), text("facts/cay.yaml")];
    write("Vậy {me} nhớ lấy ngày ấy.");
    const until = /until: (\S+)/.exec(facts)?.[1] ?? "";
    const [fact] = /^[a-z-]+(?=:)/m.exec(facts) ?? [""];
    edit(home, {
      path: "facts/cay.yaml",
      place: [fact, "until"],
      before: until,
      after: "2028-06-30",
      by: thom,
      now,
    });
    const { files } = draftNow(home);
    expect(files).toHaveLength(2);
    writeAside(home.dir, files);
    store.beginWriting(home.commune, thom, now);
    moveInPlace(home.dir, files.slice(0, 1)); // and here the machine lost its power
    expect([text() === was, text("facts/cay.yaml") === facts]).toContain(true);

    expect(finishWriting(store, home.dir, now)).toEqual(["published"]);

    expect(text()).toContain("nhớ lấy ngày");
    expect(text("facts/cay.yaml")).toContain("2028-06-30");
    expect(store.publications()[0]?.by).toBe(thom);
    expect(draftNow(home).files).toEqual([]);
    expect(finishWriting(store, home.dir, now)).toEqual([]);
  });

  test("before anything was decided leaves the folder as it was", () => {
    const was = text();
    write("Vậy {me} nhớ lấy ngày ấy.");
    writeAside(home.dir, draftNow(home).files);

    expect(finishWriting(store, home.dir, now)).toEqual([]);

    expect(text()).toBe(was);
    expect(draftNow(home).files).toHaveLength(1);
  });
});

test("an older publication comes back as a draft, and by the same road", async () => {
  const was = text();
  const first = store.publications()[0]?.position ?? -1;
  write("Vậy {me} nhớ lấy ngày ấy.");
  await publishNow();

  expect(draftFrom(home, first, tung, now)).toBe("drafted");
  expect(text()).not.toBe(was);

  expect(await publishNow()).toMatchObject({ outcome: "published" });
  expect(text()).toBe(was);
  expect(store.publications()).toHaveLength(3);
});

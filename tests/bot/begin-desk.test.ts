import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { parse } from "yaml";
import { beginDesk } from "../../src/bot/desk/begin-desk.ts";
import { openSqlite } from "../../src/bot/store/sqlite.ts";
import type { Store } from "../../src/bot/store/store.ts";
import { deskSchema } from "../../src/flows/index.ts";
import { aTempFolder } from "../support/at-end.ts";
import { prepare, theLibrary } from "../support/talk.ts";

let folder: string;
let store: Store;
beforeAll(prepare, 120_000);
beforeEach(() => {
  folder = aTempFolder();
  store = openSqlite(join(folder, "cau-noi.db"));
});
afterEach(() => {
  store.close();
});

const written = `
name: Hiền (mẫu)
role: Hội Phụ nữ (mẫu)
rank: coordinator
form: co
groups: [women]
villages: [na-khau, Bản Cuống]
knows: [justice, tra-cuu-ho-so]
speaks: [vi, tay]
woman: true
office: true
hours:
  - { days: [1, 2], from: "07:00", until: "11:00" }
  - { days: [1, 2], from: "13:30", until: "17:00" }
absences:
  - { on: lunar, days: [1, 15], why: rằm }
  - { on: days, from: 2026-12-01, until: 2026-12-03 }
  - { on: tet }
`;
const deskWith = (person: unknown) =>
  deskSchema.safeParse({ ...theLibrary().desk, people: [person] });

test("everything a coordinator could fill in can be written in desk.yaml, and stands on the desk as written", () => {
  const person = parse(written) as Record<string, unknown>;
  const { data: desk } = deskWith(person);
  if (desk === undefined) throw new Error("this desk is not read");

  expect(beginDesk(store, desk)).toBe(true);
  expect(beginDesk(store, desk)).toBe(false);

  const [begun, ...others] = store.propagandists(desk.commune);
  const { id: _id, commune: _commune, duty, language, joinedAt, ...kept } = begun!;
  expect(others).toEqual([]);
  expect(kept).toEqual(person);
  expect([duty, language, joinedAt]).toEqual([false, "vi", undefined]);
  expect(store.groups(desk.commune)).toEqual(
    desk.groups.map(({ id, says, villages }) => ({ id, says, villages })),
  );
});

test.each([
  ["hours", [{ days: [1], from: "11:00", until: "07:00" }], "hours end after they begin"],
  [
    "absences",
    [{ on: "days", from: "2026-12-03", until: "2026-12-01" }],
    "the last day is not before the first",
  ],
])("%s the wrong way round are a mistake of the file, too", (name, value, message) => {
  const { error } = deskWith({ ...(parse(written) as object), [name]: value });

  expect(error?.issues).toMatchObject([{ path: ["people", 0, name, 0], message }]);
});

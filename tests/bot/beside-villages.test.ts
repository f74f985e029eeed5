/** Villages beside each other, said on the desk: the next call already goes there. */
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { sayBeside, villagesBeside } from "../../src/bot/conversations/beside-villages.ts";
import type { PropagandistId } from "../../src/flows/index.ts";
import { prepare, theLibrary } from "../support/talk.ts";
import {
  commune,
  type RunningVillage,
  runningVillage,
  web,
} from "../support/village/running-village.ts";

beforeAll(prepare, 120_000);

let village: RunningVillage;
beforeEach(() => {
  // Wednesday 25 November 2026, 9:00 in Vietnam.
  village = runningVillage({ library: theLibrary(), now: Date.parse("2026-11-25T02:00:00Z") });
  for (const [id, from] of [
    ["near", "Bản Cuống"],
    ["far", "Nà Pục"],
  ] as const)
    village.store.savePropagandist({
      ...{ id: id as PropagandistId, commune, name: `${id} (mẫu)`, role: "thôn (mẫu)" },
      ...{ rank: "propagandist", woman: false, office: false, villages: [from], groups: [] },
      ...{ knows: [], speaks: ["vi"], hours: [], absences: [], duty: true, language: "vi" },
      joinedAt: 0,
    });
});
afterEach(() => village.close());

/** On which rung somebody of Nà Khau is, right after asking, and who was called. */
async function called(peer: string) {
  for (const text of ["gặp người giúp", "Nà Khau", "ai cũng được"])
    await village.does(web, peer, { kind: "words", text, masked: [] });
  await village.settle();
  const cases = village.store.cases(commune, village.now);
  const of = cases.toSorted((a, b) => a.openedAt - b.openedAt).at(-1);
  if (of === undefined) throw new Error("no case");
  return [of.rung, village.store.callsFor(of.id).map(({ who }) => who)];
}

test("whoever asks right after it was said is offered the people of the village beside theirs first", async () => {
  expect(await called("r1")).toEqual(["everyone", expect.arrayContaining(["near", "far"])]);

  sayBeside(village.store, commune, ["na khau", "Bản Cuống"], true);
  village.passTo(village.now + 1000);
  expect(await called("r2")).toEqual(["neighbours", ["near"]]);

  sayBeside(village.store, commune, ["Bản Cuống", "Nà Khau"], false);
  village.passTo(village.now + 1000);
  expect(await called("r3")).toEqual(["everyone", expect.arrayContaining(["near", "far"])]);
});

test("said twice and the other way round it is one pair", () => {
  sayBeside(village.store, commune, ["Nà Khau", "Bản Cuống"], true);
  sayBeside(village.store, commune, ["bản cuống", "na-khau"], true);

  expect(villagesBeside(village.store, commune)).toEqual([["bản cuống", "na-khau"]]);
});

/** Sitting beside: asked first, marked from the beginning, theirs alone once it moved. */
import { beforeAll, expect, test } from "vitest";
import { dayOf } from "../../src/flows/index.ts";
import { aHelper, prepare, town } from "../support/talk.ts";

beforeAll(prepare, 120_000);

const dung = aHelper("dung");
const by = { id: dung.id, name: dung.name, role: dung.role };

function besideSomebody() {
  const commune = town({ roster: [dung] });
  const ba = commune.player("ba-ao-xanh");
  ba.sends({ kind: "beside", by });
  return { commune, ba };
}

test("the first thing said is the sentence to read aloud, with yes and no", () => {
  const { ba } = besideSomebody();

  expect(ba.heard).toHaveLength(1);
  expect(ba.heard[0]).toContain("Dạ, cho phép Dung (mẫu), trưởng thôn, ngồi làm cùng trên máy này");
  expect(ba.choices).toEqual(["Đồng ý", "Không đồng ý"]);
});

test("before a yes nothing begins, whatever is typed or pressed", () => {
  const { ba } = besideSomebody();

  ba.types("làm giấy khai sinh cho cháu");
  ba.arrives("khai-sinh");
  ba.commands("menu");
  ba.commands("human");

  expect(ba.saved.journeys).toEqual([]);
  expect(ba.saved.case).toBeUndefined();
  expect(ba.choices).toEqual(["Đồng ý", "Không đồng ý"]);
});

test("after a no nothing is kept", () => {
  const { ba } = besideSomebody();

  ba.presses("Không đồng ý");

  expect(ba.chat.effects).toContainEqual({ do: "erase" });
  expect(ba.saved.beside).toBeUndefined();
  expect(ba.heard.at(-1)).toContain("không giữ lại gì");
});

test("what is begun beside them is marked in person from its beginning, and the machine says what it is", () => {
  const { ba } = besideSomebody();

  ba.presses("Đồng ý");
  expect(ba.heard.at(-1)).toContain("máy");
  ba.arrives("tra-cuu-ho-so");

  expect(ba.saved.journeys).toMatchObject([{ flow: "tra-cuu-ho-so", helped: "in-person" }]);
  expect(ba.chat.effects).toContainEqual(
    expect.objectContaining({ do: "journey", moment: "begun", helped: "in-person" }),
  );
});

test("once it moved, what was begun stays marked and what they begin alone is theirs", () => {
  const { ba } = besideSomebody();
  ba.presses("Đồng ý");
  ba.arrives("tra-cuu-ho-so");

  ba.sends({ kind: "moved" });
  ba.arrives("khai-sinh");

  expect(ba.saved.journeys.map(({ flow, helped }) => ({ flow, helped }))).toEqual([
    { flow: "tra-cuu-ho-so", helped: "in-person" },
    { flow: "khai-sinh", helped: "alone" },
  ]);
});

test("moved before anything was begun, the first guide on their own phone still counts as done together", () => {
  const { ba } = besideSomebody();
  ba.presses("Đồng ý");

  ba.sends({ kind: "moved" });
  ba.arrives("tra-cuu-ho-so");
  ba.arrives("khai-sinh");

  expect(ba.saved.journeys.map(({ helped }) => helped)).toEqual(["in-person", "alone"]);
});

test("nobody sits down beside a conversation that has begun", () => {
  const commune = town({ roster: [dung] });
  const ba = commune.player("ba-lien");
  ba.arrives();
  const before = ba.saved;

  ba.sends({ kind: "beside", by });

  expect(ba.saved).toEqual(before);
});

test("in a propagandist's chat Làm cùng gives the way to the page, and begins nothing in that chat", () => {
  const commune = town();
  const chat = commune.helper(dung);
  chat.commands("duty");

  chat.presses("Làm cùng");

  expect(chat.heard.at(-1)).toContain("/desk#lam-cung");
  expect(chat.saved.beside).toBeUndefined();
  expect(chat.saved.journeys).toEqual([]);
});

test("a yes is counted for whoever sits there, and a no is not", () => {
  const { ba } = besideSomebody();
  const { ba: other } = besideSomebody();

  ba.presses("Đồng ý");
  const counted = ba.chat.effects;
  other.presses("Không đồng ý");

  expect(counted).toContainEqual({ do: "sat-beside", who: dung.id });
  expect(other.chat.effects.some((effect) => effect.do === "sat-beside")).toBe(false);
});

test("moved to another chat, what was begun stays marked and whoever sat beside is the last who helped", () => {
  const { commune, ba } = besideSomebody();
  ba.presses("Đồng ý");
  ba.arrives("tra-cuu-ho-so");
  const own = commune.player("ba-tren-zalo", "zalo-oa");
  own.types("chào");

  own.sends({ kind: "return-code", given: { is: "found", of: ba.chat.id } });

  expect(own.saved.journeys).toMatchObject([{ flow: "tra-cuu-ho-so", helped: "in-person" }]);
  expect(own.saved.lastHelper).toEqual({ id: dung.id, on: dayOf(commune.now) });
  expect(own.saved.beside).toBeUndefined();
  expect(ba.saved.beside).toBeUndefined();
});

test.each([
  ["agreed to be remembered", "yes", true],
  ["did not", "no", false],
])("who sat beside is called first next time where the neighbour %s", (_, keep, first) => {
  const { ba } = besideSomebody();
  ba.presses("Đồng ý");
  ba.arrives("tra-cuu-ho-so");
  ba.sends({ kind: "moved" });
  for (let steps = 0; steps < 20 && ba.saved.asking?.what !== "keep"; steps += 1)
    ba.presses(ba.choices[0]!);

  ba.presses(ba.choices[keep === "yes" ? 0 : 1]!);

  expect(ba.saved.keep).toBe(keep);
  expect(ba.saved.lastHelper?.id === dung.id).toBe(first);
  ba.types("gặp người giúp");
  ba.types("Nà Khau");
  ba.presses("Ai giúp cũng được");
  expect(ba.saved.case?.state).toMatchObject({ rung: first ? "helped-before" : "village" });
});

test.each([
  ["was agreed to", 0, true],
  ["was refused", 1, false],
])(
  "answered before the move: who sat beside is kept where being remembered %s",
  (_, choice, kept) => {
    const { ba } = besideSomebody();
    ba.presses("Đồng ý");
    ba.arrives("tra-cuu-ho-so");
    for (let steps = 0; steps < 20 && ba.saved.asking?.what !== "keep"; steps += 1)
      ba.presses(ba.choices[0]!);
    ba.presses(ba.choices[choice]!);

    ba.sends({ kind: "moved" });

    expect(ba.saved.keep).toBe(choice === 0 ? "yes" : "no");
    expect(ba.saved.lastHelper?.id === dung.id).toBe(kept);
  },
);

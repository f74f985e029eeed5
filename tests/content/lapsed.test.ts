/** A lapsed value is never said: not by any step, shared line, reminder or day counted from it. */
import { describe, expect, test } from "vitest";
import { examineContent } from "../../src/bot/content/read-content.ts";
import {
  type Content,
  type Facts,
  type Flow,
  type Language,
  type Library,
  type Step,
  seenBy,
} from "../../src/flows/index.ts";
import { addDays, instantOf } from "../../src/flows/time/calendar.ts";
import { day, libraryAfter, theContent, town } from "../support/talk.ts";
import { folderWith } from "./folder.ts";

const content = theContent();
const lastDay = Object.values(content.facts)
  .map(({ is }) => is.until)
  .reduce((one, other) => (one > other ? one : other));
const firstDay = Object.values(content.facts)
  .map(({ is }) => is.from)
  .reduce((one, other) => (one > other ? one : other));

/** Every value is its own name, or a number of working days nobody else has, so that quoting it shows. */
function marked(until?: string): {
  readonly library: Library;
  readonly marks: Map<string, RegExp>;
} {
  const marks = new Map<string, RegExp>();
  let count = 200;
  const facts = Object.fromEntries(
    Object.entries(content.facts).map(([id, { file, is }]): [string, Content["facts"][string]] => {
      const counted = is.kind === "working-days";
      if (counted) count += 1;
      const value = counted ? String(count) : `«${id}»`;
      marks.set(id, new RegExp(counted ? `(?<!\\d)${value}(?!\\d)` : value));
      const free = is.kind === "days-off" || is.kind === "days-worked";
      return [id, { file, is: { ...is, ...(free ? {} : { value }), until: until ?? is.until } }];
    }),
  );
  return { library: libraryAfter({ ...content, facts }), marks };
}

const texts = (step: Step): ReadonlyArray<{ readonly vi: string; readonly en: string }> => [
  ...("explain" in step && step.explain !== undefined ? [step.explain] : []),
  ...("example" in step ? [step.example] : []),
  ...("reminds" in step ? (step.reminds ?? []).map(({ says }) => says) : []),
  ...(step.kind === "do"
    ? Object.values(step.troubles ?? {}).flatMap(({ fix }) => (fix === undefined ? [] : [fix]))
    : []),
];

/** Everything the guides can say on a day, in one language, one line a text. */
function everythingSaid(library: Library, on: string, language: Language): string[] {
  const reader = seenBy(library, { language, address: "ba", now: instantOf(on, "09:00") });
  const ofFlow = (flow: Flow) => [
    ...Object.values(flow.about).map(reader.text),
    ...Object.entries(flow.steps).flatMap(([id, step]) => {
      const { text, choices } = reader.step(flow, id, step);
      return [text, ...choices, ...texts(step).map(reader.text)];
    }),
  ];
  const shared = Object.keys(library.phrases.vi).map((id) =>
    reader.text({ vi: library.phrases.vi[id] ?? "", en: library.phrases.en[id] ?? "" }),
  );
  return [...[...library.flows.values()].flatMap(ofFlow), ...shared];
}

describe.each(["vi", "en"] as const)("in %s", (language) => {
  test("while it may be quoted, every value a guide names is said", () => {
    const { library, marks } = marked("2030-12-31");
    const said = everythingSaid(library, firstDay, language).join("\n");
    const named = new Set(
      [
        ...JSON.stringify([content.flows, content.fragments]).matchAll(/\{fact:([a-z0-9-]+)\}/g),
      ].map(([, id]) => id ?? ""),
    );

    const missing = [...named].filter((id) => marks.get(id)?.test(said) !== true);

    expect(named.size).toBeGreaterThan(60);
    expect(missing).toEqual([]);
  });

  test("after its last day no value is said, and no day is counted from one", () => {
    const { library, marks } = marked();
    const said = everythingSaid(library, addDays(lastDay, 1), language);

    const quoted = [...marks].flatMap(([id, mark]) =>
      said.filter((line) => mark.test(line)).map((line) => `${id}: ${line}`),
    );
    const counted = said.filter((line) =>
      /\{(?:fact|due):|(?:thứ \p{L}+|Chủ nhật) ngày \d+ tháng|day \d+ \p{Lu}\p{Ll}+/u.test(line),
    );

    expect(quoted).toEqual([]);
    expect(counted).toEqual([]);
  });
});

describe("in a conversation", () => {
  const lapsed = () => marked("2026-11-20");

  test("no lapsed telephone is given to somebody whom nobody can help", () => {
    const { library } = lapsed();
    const ba = town({ library }).player("ba-lien");
    ba.arrives();
    ba.commands("human");
    ba.types("Nà Khau");
    ba.presses("Ai giúp cũng được");

    expect(ba.heard.join("\n")).not.toMatch(/«|gọi \./);
    expect(ba.heard.at(-1)).toContain("gọi ủy ban xã");
  });

  test("a reminder for a due day is set by a sound count, and by a lapsed one not", () => {
    const remindersWith = (facts: Facts) => {
      const ba = waitingFor(facts);
      return [...ba.chat.timers].filter(([name]) => name.startsWith("remind-"));
    };
    const sound = theFacts();
    const old = { ...sound["three-days"], until: "2026-11-20" } as Facts[string];

    expect(remindersWith(sound).map(([, { at }]) => at)).toEqual([
      // Tuesday 24 November is Culture Day; three working days after it, and one more.
      instantOf("2026-11-30", "08:00"),
    ]);
    expect(remindersWith({ ...sound, "three-days": old })).toEqual([]);
  });

  test("shown again another day, the due day is the one that was said", () => {
    const ba = waitingFor(theFacts());
    const first = ba.heard.at(-1);
    ba.town.pass(2 * day);
    ba.commands("start");
    ba.types("nói lại");

    expect(first).toContain("thứ Sáu ngày 27 tháng 11");
    expect(ba.heard.at(-1)).toContain("thứ Sáu ngày 27 tháng 11");
  });

  function theFacts(): Facts {
    const days = { from: "2026-01-01", until: "2027-06-30", checked: "2026-11-01" };
    return { "three-days": { value: "3", kind: "working-days", source: "some", ...days } };
  }

  /** On a step that names its due day and reminds of it. */
  function waitingFor(facts: Facts) {
    const guides = theContent();
    const flow = guides.flows["trich-luc-ho-tich"];
    if (flow === undefined) throw new Error("no such guide ships");
    const steps = {
      wait: {
        kind: "do" as const,
        says: {
          vi: "Chậm nhất là {due:three-days}, {you} xem lại.",
          en: "Look by {due:three-days}.",
        },
        sign: { vi: "dòng báo xong", en: "the line" },
        reminds: [
          {
            due: "three-days",
            "plus-working-days": 1,
            says: { vi: "{You} xem lại nhé.", en: "Please look." },
          },
        ],
        "leads-to": "end",
      },
      end: { kind: "finish" as const, outcome: "done" as const, says: { vi: "Hết.", en: "End." } },
    };
    const commune = town({
      library: libraryAfter({
        ...guides,
        flows: {
          ...guides.flows,
          [flow.is.flow]: { ...flow, is: { ...flow.is, begins: "wait", steps } },
        },
        facts: {
          ...guides.facts,
          ...Object.fromEntries(
            Object.entries(facts).map(([id, is]) => [id, { file: "facts/x.yaml", is }]),
          ),
        },
      }),
    });
    const ba = commune.player("ba-lien");
    ba.arrives(flow.is.flow);
    if (ba.saved.asking !== undefined) ba.presses(ba.choices[0] ?? "");
    return { ...ba, town: commune, chat: ba.chat, heard: ba.heard, types: ba.types };
  }
});

test("the check lists a lapsed value with its place and the guides that quote it", () => {
  const dir = folderWith({
    file: "facts/cay.yaml",
    from: "until: 2027-06-30",
    to: "until: 2026-11-21",
  });

  const { problems } = examineContent(dir, "2026-11-22");

  expect(problems).toEqual([
    expect.objectContaining({
      file: "facts/cay.yaml",
      line: 5,
      weight: "warning",
      says: expect.stringContaining("đã hết hạn ngày 2026-11-21"),
      tries: expect.stringContaining("Dùng ở: cay-giong."),
    }),
  ]);
});

/** Papers to have ready: ticked one at a time, left and found again as they were, days later and in new editions. */
import { beforeAll, describe, expect, test } from "vitest";
import type { AuthoredStep, Content } from "../../src/flows/index.ts";
import { papersNamed } from "../../src/flows/steps/gather.ts";
import {
  aHelper,
  day,
  hour,
  libraryAfter,
  type Player,
  prepare,
  theContent,
  theLibrary,
  town,
} from "../support/talk.ts";

beforeAll(prepare, 120_000);

/** Somebody before the four papers of the joint filing. */
function atThePapers() {
  const commune = town();
  commune.helper(aHelper("dung"));
  const p = commune.player("ba");
  p.arrives("lien-thong-khai-sinh");
  for (let count = 0; count < 20 && p.step !== "papers-on-table"; count += 1)
    p.presses(p.choices[0] ?? "");
  expect(p.step).toBe("papers-on-table");
  return { commune, p };
}

const marks = (p: Player) =>
  (p.heard.findLast((text) => /[☐✓]/u.test(text)) ?? "")
    .split("\n")
    .filter((line) => /^[☐✓]/u.test(line))
    .map((line) => line.charAt(0))
    .join("");

describe("ticking", () => {
  test("the list is shown with a few papers to press, and never more than five choices", () => {
    const { p } = atThePapers();

    expect(marks(p)).toBe("☐☐☐☐");
    expect(p.choices).toEqual([
      "Giấy chứng sinh của bé",
      "Giấy kết hôn của bố mẹ bé",
      "Xem thứ còn lại",
      "Đủ cả rồi",
      "Thiếu thì sao?",
    ]);
  });

  test("a press, a number and words each tick one", () => {
    const { p } = atThePapers();

    p.presses("Giấy chứng sinh của bé");
    expect(marks(p)).toBe("✓☐☐☐");
    p.types("1");
    expect(marks(p)).toBe("✓✓☐☐");
    p.types("can cuoc cua bo co roi");
    expect(marks(p)).toBe("✓✓✓☐");
    expect(p.step).toBe("papers-on-table");
  });

  test("the other papers are a press away", () => {
    const { p } = atThePapers();

    p.presses("Xem thứ còn lại");

    expect(p.choices.slice(0, 2)).toEqual(["Căn cước của bố bé", "Căn cước của mẹ bé"]);
    p.types("2");
    expect(marks(p)).toBe("☐☐☐✓");
  });

  test("several named at once are all ticked, and one found missing after all is not", () => {
    const { p } = atThePapers();

    p.types("có giấy chứng sinh, giấy kết hôn rồi cháu ạ");
    expect(marks(p)).toBe("✓✓☐☐");
    p.types("chưa có giấy kết hôn");
    p.types("nhắc lại");
    expect(marks(p)).toBe("✓☐☐☐");
  });

  test("a paper is known by less than its whole name, as long as no other is called so", () => {
    const { p } = atThePapers();

    p.types("giay ket hon day");
    expect(marks(p)).toBe("☐✓☐☐");
    p.types("căn cước thì có rồi"); // whose? two are asked for
    p.types("can cuoc cua me day roi");

    expect(marks(p)).toBe("☐✓☐✓");
  });

  test("the last tick goes on by itself", () => {
    const { p } = atThePapers();

    p.types("có giấy chứng sinh, giấy kết hôn");
    p.presses("Căn cước của bố bé");
    p.presses("Căn cước của mẹ bé");

    expect(p.step).toBe("household-head");
  });

  test.each(["Đủ cả rồi", "đủ rồi cháu ạ", "có đủ cả", "không thiếu gì", "xong rồi"])(
    "“%s” goes on",
    (words) => {
      const { p } = atThePapers();

      p.types(words);

      expect(p.step).toBe("household-head");
    },
  );

  test.each(["chưa đủ", "còn thiếu", "vâng", "chưa có", "không"])("“%s” never goes on", (words) => {
    const { p } = atThePapers();

    p.types(words);

    expect(p.step).toBe("papers-on-table");
  });

  test("looking at the list again and again is not being stuck", () => {
    const { p } = atThePapers();

    for (let count = 0; count < 4; count += 1) p.types("nhắc lại");
    for (let count = 0; count < 3; count += 1) p.types("còn thiếu");

    expect(p.saved.state).not.toBe("guided.offering");
  });
});

describe("a missing paper", () => {
  test("“what if one is missing?” says where the missing ones are to be had, and nothing of the others", () => {
    const { p } = atThePapers();
    p.presses("Giấy chứng sinh của bé");

    p.presses("Thiếu thì sao?");

    expect(p.heard.at(-1)).toContain("Giấy kết hôn của bố mẹ bé:");
    expect(p.heard.at(-1)).not.toContain("Giấy chứng sinh của bé:");
    expect(p.choices).toEqual([
      "Căn cước hết hạn",
      "Tên trên các giấy khác nhau",
      "Gặp người giúp",
      "Khác…",
      "Về bước đang làm",
    ]);
  });

  test("a trouble for a person asks one", () => {
    const { p } = atThePapers();

    p.presses("Thiếu thì sao?");
    p.presses("Căn cước hết hạn");

    expect(p.saved.asking?.afterwards.go).toBe("open-case");
  });

  test("the card of a case names the papers that are missing", () => {
    const { p } = atThePapers();
    p.presses("Giấy chứng sinh của bé");

    p.commands("human");
    p.types("Nà Khau");
    p.presses("Ai giúp cũng được");

    const row = p.chat.effects.findLast((e) => e.do === "case");
    expect(row?.do === "case" ? row.row.card.missing : undefined).toEqual([
      "Giấy kết hôn của bố mẹ bé",
      "Căn cước của bố bé",
      "Căn cước của mẹ bé",
    ]);
  });
});

describe("over days", () => {
  test("resting and coming back finds the list as it was left", () => {
    const { commune, p } = atThePapers();
    p.presses("Giấy chứng sinh của bé");

    p.commands("later");
    if (p.saved.state === "asking") p.presses("Không cần nhắc");
    expect(p.saved.state).toBe("resting");
    commune.pass(4 * day);
    p.arrives();

    expect(marks(p)).toBe("✓☐☐☐");
  });

  test("with consent what is missing is asked after once, in daylight, as a nudge", () => {
    const { commune, p } = atThePapers();
    p.presses("Giấy chứng sinh của bé");
    p.commands("later");
    p.presses("Có, nhắc tôi");

    const heard = commune.pass(10 * day);

    expect(heard).toHaveLength(1);
    expect(heard[0]?.line.nudge).toBe(true);
    expect(heard[0]?.line.text).toContain(
      "Giấy kết hôn của bố mẹ bé, Căn cước của bố bé, Căn cước của mẹ bé",
    );
    expect(new Date((heard[0]?.at ?? 0) + 7 * hour).getUTCHours()).toBe(8);
  });

  test("without consent nobody is asked", () => {
    const { commune, p } = atThePapers();
    p.commands("later");
    p.presses("Không cần nhắc");

    expect(commune.pass(10 * day)).toEqual([]);
  });

  test("all papers found: nothing is asked after any more", () => {
    const { commune, p } = atThePapers();
    p.commands("later");
    p.presses("Có, nhắc tôi");
    p.presses("Làm tiếp");
    p.types("đủ rồi");

    const heard = commune.pass(10 * day).filter(({ line }) => line.text.includes("còn thiếu"));

    expect(heard).toEqual([]);
  });
});

describe("new editions", () => {
  const changed = (change: (step: AuthoredStep) => AuthoredStep): Content => {
    const content = theContent();
    const written = content.flows["lien-thong-khai-sinh"]!;
    const { steps } = written.is;
    const step = change(steps["papers-on-table"]!);
    const is = { ...written.is, steps: { ...steps, "papers-on-table": step } };
    return { ...content, flows: { ...content.flows, "lien-thong-khai-sinh": { ...written, is } } };
  };

  test("ticks stay with their papers when others come, go and change places", () => {
    const { commune, p } = atThePapers();
    p.types("có giấy chứng sinh, căn cước của mẹ");

    const next = changed((step) => {
      if (step.kind !== "gather") return step;
      const { "marriage-paper": _gone, ...rest } = step.items;
      const added = { says: { vi: "Sổ khám thai", en: "The pregnancy booklet" } };
      return { ...step, items: { booklet: added, ...rest } };
    });
    commune.publish(libraryAfter(next, theLibrary()));
    p.types("nhắc lại");

    // booklet, birth paper, father's card, mother's card
    expect(marks(p)).toBe("☐✓☐✓");
  });
});

describe("papers named in one's own words", () => {
  const step = () => {
    const found = theContent().flows["lien-thong-khai-sinh"]?.is.steps["papers-on-table"];
    if (found?.kind !== "gather") throw new Error("no list of papers");
    return found;
  };

  test.each([
    ["co giay ket hon roi", { has: ["marriage-paper"], lacks: [], all: false, lacking: false }],
    ["chua co giay ket hon", { has: [], lacks: ["marriage-paper"], all: false, lacking: true }],
    [
      "có giấy chứng sinh nhưng mất giấy kết hôn",
      { has: ["birth-paper"], lacks: ["marriage-paper"], all: false, lacking: true },
    ],
    ["du het roi chau", { has: [], lacks: [], all: true, lacking: false }],
    ["khong thieu gi ca", { has: [], lacks: [], all: true, lacking: false }],
    ["chua du het", { has: [], lacks: [], all: false, lacking: true }],
    ["troi hom nay dep", { has: [], lacks: [], all: false, lacking: false }],
  ])("%s", (words, named) => {
    expect(papersNamed(step(), words)).toMatchObject(named);
  });
});

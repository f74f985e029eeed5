/** What a resident asks in the middle of a guide: every guide that sends something off answers all four matters. */
import { describe, expect, test } from "vitest";
import { type Matter, matters } from "../../src/flows/authoring/flow-schema.ts";
import { seenBy } from "../../src/flows/index.ts";
import { morning, theLibrary, town } from "../support/talk.ts";

const library = theLibrary();
const guides = [...library.flows.values()];
const sending = guides.filter(({ steps }) =>
  Object.values(steps).some((step) => step.kind === "do" && step.sends === true),
);
const asked: Readonly<Record<Matter, string>> = {
  cost: "co mat tien khong",
  time: "bao gio thi co",
  where: "nop o dau",
  papers: "can giay gi",
};

test("most guides send something off", () => {
  expect(sending.length).toBeGreaterThan(20);
});

describe.each(sending)("$id", (flow) => {
  test.each(matters)("%s is answered in both languages, and the step comes again", (matter) => {
    const answer = flow.about[matter];
    expect(answer).toBeDefined();
    if (answer === undefined) return;
    for (const language of ["vi", "en"] as const) {
      const person = town().player("người dân");
      if (language === "en") person.commands("language");
      person.arrives(flow.id);
      const step = person.step;
      person.types(asked[matter]);

      const { address } = person.saved;
      const words = seenBy(library, { language, address, now: morning }).text(answer);
      expect(person.heard.at(-1)).toContain(words);
      expect(words).not.toMatch(/[{}]|hỏi cán bộ xã\)/);
      expect(person.step).toBe(step);
    }
  });
});

test.each([
  ["khai sinh mat bao nhieu tien", "khai-sinh", "cost"],
  ["bà muốn hỏi khai sinh mất bao nhiêu tiền", "khai-sinh", "cost"],
  ["làm định danh mức 2 có mất tiền không", "dinh-danh-muc-2", "cost"],
  ["can cuoc bao lau thi co", "can-cuoc", "time"],
  ["làm kết hôn cần giấy tờ gì", "ket-hon", "papers"],
] as const)("%s opens the guide, and is answered at once", (typed, guide, matter) => {
  const person = town().player("người dân");
  person.arrives();

  person.types(typed);

  const answer = library.flows.get(guide)?.about[matter];
  const { address } = person.saved;
  expect(person.saved.journeys.at(-1)?.flow).toBe(guide);
  expect(person.heard.join("\n")).toContain(
    seenBy(library, { language: "vi", address, now: morning }).text(answer ?? { vi: "?", en: "?" }),
  );
});

describe("while a menu of several guides is open", () => {
  const offered = () => {
    const person = town().player("người dân");
    person.arrives();
    person.types("đi khám có cái thẻ gì khỏi mất tiền");
    expect(person.saved).toMatchObject({ state: "offered", guiding: false });
    expect(person.saved.offers.length).toBeGreaterThan(1);
    return person;
  };

  test.each([
    "bao giờ thì có",
    "bao gio thi co",
    "mất bao nhiêu tiền",
    "mat bao nhieu tien vay",
    "có mất tiền không",
    "thế mất mấy ngày",
    "nộp ở đâu",
    "nop o cho nao ha chau",
    "cần giấy gì",
    "phai mang giay gi",
  ])("“%s” is answered by asking which, with the same menu", (words) => {
    const person = offered();
    const { choices } = person;

    person.types(words);

    expect(person.heard.at(-1)).toContain("mỗi việc một khác");
    expect(person).toMatchObject({ choices, saved: { state: "offered" } });
  });

  test("which of them is said, it is answered at once, and once", () => {
    const person = offered();
    person.types("bao giờ thì có");
    const heard = person.heard.length;

    person.presses(person.choices[0] ?? "");

    const flow = library.flows.get(person.saved.journeys.at(-1)?.flow ?? "");
    const words = seenBy(library, { language: "vi", address: undefined, now: morning });
    expect(person.heard.slice(heard).join("\n")).toContain(
      words.text(flow?.about.time ?? { vi: "?", en: "?" }),
    );
    expect(person.saved.wonders).toBeUndefined();
  });

  test("before anything was offered, the tasks there are come again", () => {
    const person = town().player("người dân");
    person.arrives();

    person.types("bao giờ thì có");

    expect(person.heard.at(-1)).toContain("mỗi việc một khác");
    expect(person.saved.state).toBe("need");
  });

  test.each(["bao giờ thì có", "bao gio thi co", "cần giấy gì"])(
    "“%s” as the very first words is asked back, and answered by the guide that is named then",
    (words) => {
      const person = town().player("người dân");

      person.types(words);

      expect(person.heard.at(-1)).toContain("mỗi việc một khác");
      expect(person.saved.state).toBe("need");
      person.types("khai sinh");
      expect(person.saved.journeys.at(-1)?.flow).toBe("khai-sinh");
      expect(person.saved.wonders).toBeUndefined();
    },
  );

  test("a guide that is taken up again answers it, and the next one does not", () => {
    const person = town().player("người dân");
    person.arrives("khai-sinh");
    person.commands("menu");
    person.types("bao giờ thì có");
    const heard = person.heard.length;

    person.presses("Làm tiếp: Đăng ký khai sinh");

    const words = seenBy(library, { language: "vi", address: undefined, now: morning });
    const answerOf = (flow: string) =>
      words.text(library.flows.get(flow)?.about.time ?? { vi: "?", en: "?" });
    expect(person.heard.slice(heard).join("\n")).toContain(answerOf("khai-sinh"));
    expect(person.saved.guiding).toBe(true);
    expect(person.saved.wonders).toBeUndefined();
    person.arrives("ket-hon");
    expect(person.heard.join("\n")).not.toContain(answerOf("ket-hon"));
  });

  test("a guide that is left takes with it what was asked before one was named", () => {
    const person = town().player("người dân");
    person.arrives("khai-sinh");
    Object.assign(person.saved, { wonders: "time" });

    person.commands("menu");

    expect(person.saved.guiding).toBe(false);
    expect(person.saved.wonders).toBeUndefined();
  });

  test("looking through the list does not forget it", () => {
    const person = town().player("người dân");
    person.arrives();
    person.types("bao giờ thì có");

    person.commands("menu");

    expect(person.saved.wonders).toBe("time");
  });
});

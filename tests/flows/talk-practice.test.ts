/** A practice round: walked like any guide, nothing counted and nothing kept, and the question at its end. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Effect } from "../../src/flows/index.ts";
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

/** Somebody in a commune with one neighbour who helps; everything their conversation ever wanted done is kept. */
function somebody() {
  const commune = town();
  const helper = commune.helper(aHelper("dung"));
  const p = commune.player("ba");
  const done: Effect[] = [];
  const doing = (act: () => unknown) => {
    act();
    done.push(...p.chat.effects);
  };
  const presses = (...labels: readonly string[]) => {
    for (const label of labels) doing(() => p.presses(label));
  };
  const types = (text: string) => doing(() => p.types(text));
  doing(() => p.arrives());
  return { commune, helper, p, done, presses, types };
}

/** On the practice round of following a dossier, at its first step. */
function practising() {
  const all = somebody();
  all.types("cho bà làm thử tra cứu hồ sơ");
  expect(all.p.saved.journeys.at(-1)?.practice).toBe(true);
  return all;
}

const toTheDate = [
  "Có mã đây",
  ...["Xong rồi", "Xong rồi", "Xong rồi", "Xong rồi"],
  "Tiếp nhận, đang xử lý",
  "Chưa có",
  "Có ghi",
] as const;
const toTheEnd = ["Xong rồi", "Ra xã lấy"] as const;

/** Presses the first answer to whatever is asked until the round is over. */
function untilItEnds(presses: (...labels: readonly string[]) => void, p: Player) {
  for (let count = 0; count < 60 && p.saved.state !== "practised"; count += 1)
    presses(p.choices[0] ?? "");
}

const newest = (p: Player) => p.heard.at(-1) ?? "";
const counted = (done: readonly Effect[]) =>
  done.filter((e) => e.do === "journey" || e.do === "stuck" || e.do === "consent");

describe("how it begins", () => {
  test("under Khác… of a plain guide's first question, and no longer once that is answered", () => {
    const { p, presses } = somebody();
    p.arrives("khai-sinh");

    presses("Khác…");
    expect(p.choices).toContain("Làm thử");
    expect(p.choices.length).toBeLessThanOrEqual(5);

    presses("Tạm nghỉ");
    p.arrives("tra-cuu-ho-so");
    presses("Có mã đây", "Không cần nhớ", "Khác…");
    expect(p.choices).not.toContain("Làm thử");
  });

  test("at “is this it?”, where one plain guide is meant", () => {
    const { p, presses } = somebody();
    p.chat.saved = { ...p.saved, state: "offered", offers: ["khai-sinh"] };
    p.types("thử xem");

    expect(p.saved.journeys.map(({ flow, practice }) => [flow, practice])).toEqual([
      ["khai-sinh", true],
    ]);
    presses("Khác…");
    expect(p.choices).not.toContain("Làm thử");
  });

  test.each([
    { offers: ["khai-sinh"], offered: true },
    { offers: ["khai-sinh", "ket-hon"], offered: false },
    { offers: ["khai-tu"], offered: false },
    { offers: ["ho-ngheo"], offered: false },
  ])("its button stands at “is this it?” of $offers: $offered", ({ offers, offered }) => {
    const { p, types } = somebody();
    p.chat.saved = { ...p.saved, state: "offered", offers };

    types("cảm ơn");

    expect(p.choices.includes("Làm thử")).toBe(offered);
    expect(p.choices.length).toBeLessThanOrEqual(5);
  });

  test("by words with the guide named, at once", () => {
    const { p } = practising();

    expect(p.step).toBe("code-at-hand");
    expect(newest(p)).toContain("Chỉ là thử thôi, không gửi gì đi đâu cả.");
  });

  test("by words alone: the guide chosen next is practised, and only that one", () => {
    const { p, presses, types } = somebody();
    types("cho làm thử");
    expect(newest(p)).toContain("chọn một việc");

    presses("Khai sinh và giấy hộ tịch", "Đăng ký khai sinh");
    expect(p.saved.journeys.at(-1)).toMatchObject({ flow: "khai-sinh", practice: true });

    presses("Khác…", "Tạm nghỉ", "Việc khác");
    p.arrives("ket-hon");
    expect(p.saved.journeys.at(-1)?.practice).toBeUndefined();
  });

  test("choosing something else instead takes the wish back", () => {
    const { p, types } = somebody();
    types("cho làm thử");

    p.commands("menu");
    p.arrives("ket-hon");

    expect(p.saved.journeys.at(-1)?.practice).toBeUndefined();
  });

  test("in the middle of a guide, beside what is done for real, which rests untouched", () => {
    const { p, presses, types } = somebody();
    p.arrives("tra-cuu-ho-so");
    presses("Có mã đây", "Không cần nhớ");
    const [real] = p.saved.journeys;

    types("làm thử");

    expect(p.saved.journeys.at(0)).toEqual(real);
    expect(p.saved.journeys.at(-1)).toMatchObject({ practice: true, step: "code-at-hand" });
  });

  test.each(["thử lại", "để tôi thử lại", "thử rồi không được", "để bà thử xem"])(
    "but not by “%s” at a step",
    (text) => {
      const { p, presses, types } = somebody();
      p.arrives("tra-cuu-ho-so");
      presses("Có mã đây", "Không cần nhớ");

      types(text);

      expect(p.saved.journeys.some((j) => j.practice === true)).toBe(false);
      expect(p.step).toBe("open-portal");
    },
  );

  test("“thử lại” where help is offered says no to it", () => {
    const { p, presses, types } = somebody();
    p.arrives("tra-cuu-ho-so");
    presses("Có mã đây", "Không cần nhớ");
    types("khó quá bà chịu thôi");
    expect(p.saved.state).toBe("guided.offering");

    types("thử lại");

    expect(p.saved.state).toBe("guided.step");
    expect(p.chat.effects).toContainEqual(expect.objectContaining({ followed: "declined" }));
  });

  test("words left for a helper stay theirs", () => {
    const { p } = somebody();
    p.chat.saved = {
      ...p.saved,
      state: "asking",
      asking: { what: "message", afterwards: { go: "return" } },
    };

    p.types("cho bà làm thử");

    expect(p.saved.journeys).toEqual([]);
  });
});

describe("a guide of mourning, or a delicate one", () => {
  test.each(["khai-tu", "mai-tang-phi", "ho-ngheo", "tro-cap-huu-tri"])(
    "%s offers no practice and kindly refuses it",
    (flow) => {
      const { p, presses, types } = somebody();
      p.arrives(flow);
      const { step } = p;
      presses("Khác…");
      expect(p.choices).not.toContain("Làm thử");

      types("làm thử");

      expect(newest(p)).toContain("việc này mình làm thật, từng bước một");
      expect(p.step).toBe(step);
      expect(p.saved.journeys.some((j) => j.practice === true)).toBe(false);
    },
  );

  test("named from the menu it is refused before anything begins", () => {
    const { p, types } = somebody();

    types("cho tôi làm thử khai tử");

    expect(p.saved).toMatchObject({ state: "offered", offers: ["khai-tu"], journeys: [] });
    expect(newest(p)).toContain("việc này mình làm thật");
  });

  test("chosen after a wish to practise it begins for real, with condolence first", () => {
    const { p, types } = somebody();
    types("cho làm thử");

    p.arrives("khai-tu");

    expect(newest(p)).toMatch(/^Cháu xin chia buồn|^Máy xin chia buồn/u);
    expect(newest(p)).toContain("việc này mình làm thật");
    expect(p.saved.journeys.at(-1)?.practice).toBeUndefined();
  });

  test("every plain guide may be practised, whatever it includes", () => {
    for (const flow of theLibrary().flows.values()) {
      const { p } = somebody();
      p.arrives(flow.id);
      p.types("làm thử");
      expect([flow.id, p.saved.journeys.at(-1)?.practice === true]).toEqual([
        flow.id,
        flow.tone === "plain",
      ]);
    }
  });
});

describe("on the way", () => {
  test("every message of a step carries its mark, and the real guide's none", () => {
    const { p, presses } = practising();
    const from = p.chat.said.length;
    presses("Có mã đây", "Chỉ kỹ hơn", "Không làm được");
    presses(p.choices[0] ?? "");
    presses("Khác…");

    const said = p.chat.said.slice(from).filter((line) => line.choices.length > 0);
    expect(said.length).toBeGreaterThan(2);
    expect(said.filter((line) => !line.text.includes("(Làm thử)"))).toEqual([]);

    const other = somebody();
    other.p.arrives("tra-cuu-ho-so");
    other.presses("Có mã đây", "Không cần nhớ");
    expect(other.p.heard.some((text) => text.includes("(Làm thử)"))).toBe(false);
  });

  test("a task shows its picture and what would be seen, and sends nobody out of the chat", () => {
    const { p, presses } = practising();

    presses("Có mã đây");

    expect(p.chat.said.at(-1)?.screen).toBe("portal/browser-address");
    expect(newest(p)).toContain("chỉ xem hình, rồi bấm “Xong rồi”");
    expect(newest(p)).not.toContain("quay lại đây");
    expect(p.saved.taughtWayBack).toBe(false);
  });

  test("a question for something personal shows the example and goes on with one press", () => {
    const { p, presses } = practising();
    presses(...toTheDate);
    expect(p.step).toBe("due-date");
    expect(newest(p)).toContain("(25/11/2026)");

    presses("Đi tiếp");

    expect(p.step).toBe("on-the-day");
    expect(p.saved.journeys.at(-1)?.answers["due-date"]).toEqual({ kind: "value", value: "" });
  });

  test("what is written all the same is not kept", () => {
    const { p, presses, types } = practising();
    presses(...toTheDate);

    types("30/11/2026");

    expect(p.step).toBe("on-the-day");
    expect(newest(p)).toContain("không ghi lại");
    expect(JSON.stringify(p.saved)).not.toContain("2026-11-30");
  });

  test("whereas the real guide keeps the day it was told", () => {
    const { p, presses, types } = somebody();
    p.arrives("tra-cuu-ho-so");
    presses("Có mã đây", "Không cần nhớ", ...toTheDate.slice(1));

    types("30/11/2026");

    expect(p.saved.journeys.at(-1)?.answers["due-date"]).toEqual({
      kind: "value",
      value: "2026-11-30",
    });
  });

  test("a person's place is told and passed, and nobody is called", () => {
    const { p, presses, helper } = practising();
    presses(...toTheDate.slice(0, 7), "Qua ngày đó rồi", "Chưa thấy gì");
    expect(p.step).toBe("ask-why-late");

    presses("Đi tiếp");

    expect(p.step).toBe("new-date-known");
    expect(helper.heard.filter((text) => text.includes("🔔"))).toEqual([]);
  });

  test("papers are ticked, and what is seen is proved", () => {
    const { p, presses, types } = somebody();
    types("làm thử lien thong khai sinh");
    for (let count = 0; count < 40 && p.step !== "papers-on-table"; count += 1)
      presses(p.choices[0] ?? "");
    presses("Giấy chứng sinh của bé");
    expect(newest(p)).toContain("✓ Giấy chứng sinh");
    presses("Thiếu thì sao?");
    expect(newest(p)).toContain("trong một ngày");
    types("đủ cả rồi");
    for (let count = 0; count < 40 && p.saved.state !== "guided.proving"; count += 1)
      presses(p.choices[0] ?? "");

    expect(newest(p)).toMatch(/^\(Làm thử\) .* hỏi lại cho chắc/u);
    const { step } = p;
    presses("Có hiện");
    expect(p.step).not.toBe(step);
  });

  test("back, a side question and another showing leave one where one is", () => {
    const { p, presses, types } = practising();
    presses("Có mã đây", "Xong rồi");

    types("có mất tiền không");
    expect(p.step).toBe("open-lookup");
    types("quay lại");
    expect(p.step).toBe("open-portal");
    presses("Xong rồi");
    types("làm thử");

    expect(p.step).toBe("open-lookup");
    expect(p.saved.journeys.length).toBe(1);
  });
});

describe("nothing is counted", () => {
  test("from the first step to the last no journey, no offer of help and no consent", () => {
    const { p, done, presses, types } = practising();
    types("nhắc lại");
    types("nhắc lại");
    types("khó quá bà chịu thôi");
    presses("Để tôi thử lại", ...toTheDate, "Đi tiếp", ...toTheEnd);
    untilItEnds(presses, p);

    expect(p.saved.state).toBe("practised");
    expect(counted(done)).toEqual([]);
    expect([p.saved.keep, p.saved.remind]).toEqual([undefined, undefined]);
  });

  test("whereas the same road for real is", () => {
    const { done, presses } = somebody();
    presses("Tài khoản VNeID, đăng nhập");
    presses("Khác…", "Xem hồ sơ đã nộp tới đâu", "Có mã đây", "Không cần nhớ");

    expect(counted(done).map((e) => e.do)).toContain("journey");
    expect(counted(done).map((e) => e.do)).toContain("consent");
  });

  test("resting asks for no consent and sets no reminder, even for whoever agreed to be reminded", () => {
    const { p, presses } = practising();
    p.chat.saved = { ...p.saved, keep: "yes", remind: "yes" };
    presses(...toTheDate, "Đi tiếp", "Khác…", "Tạm nghỉ");

    expect(p.saved.state).toBe("resting");
    expect(newest(p)).toContain("trong một ngày");
    expect([...p.chat.timers.keys()].filter((name) => name.startsWith("remind-"))).toEqual([]);
  });

  test("help offered in practice leaves the day's offer for the real step", () => {
    const { p, presses, types } = practising();
    types("khó quá bà chịu thôi");
    expect(p.saved.state).toBe("guided.offering");
    presses("Để tôi thử lại", "Khác…", "Thôi, không làm nữa", "Làm thật luôn");

    types("khó quá bà chịu thôi");

    expect(p.saved.state).toBe("guided.offering");
    expect(p.saved.journeys.at(-1)?.practice).toBeUndefined();
  });
});

describe("a person asked for", () => {
  test("is a real one: that is said first, and the card says what it is", () => {
    const { p, presses, helper } = practising();
    presses("Có mã đây", "Gặp người giúp");
    expect(newest(p)).toMatch(/^Đây là làm thử, nhưng người giúp là người thật/u);
    expect(helper.heard.some((text) => text.includes("🔔"))).toBe(false);

    p.types("Nà Khau");
    presses("Ai giúp cũng được");

    expect(p.saved.case?.state.is).toBe("waiting");
    const card = helper.heard.findLast((text) => text.includes("🔔")) ?? "";
    expect(card).toContain("(đang làm thử, chưa gửi gì)");
    expect(card).toContain("đang làm thử; bấm “Gặp người giúp”");
  });

  test("outside practice neither is said", () => {
    const { p, presses, helper } = somebody();
    p.arrives("tra-cuu-ho-so");
    presses("Có mã đây", "Không cần nhớ", "Gặp người giúp");
    p.types("Nà Khau");
    presses("Ai giúp cũng được");

    expect([...p.heard, ...helper.heard].filter((text) => text.includes("làm thử"))).toEqual([]);
  });

  test("who walked the rest with them leads to the question at its end", () => {
    const { p, presses, helper } = practising();
    presses("Có mã đây", "Gặp người giúp");
    p.types("Nà Khau");
    presses("Ai giúp cũng được");
    helper.presses("Nhận giúp");
    helper.presses("Kết thúc giúp");
    helper.presses("Đã xong hết");

    expect(p.saved.state).toBe("practised");
    expect(p.saved.journeys).toEqual([]);
    expect(newest(p)).toContain("Giờ mình làm thật luôn không");
    expect(p.heard.join("\n")).toContain("báo đã làm thử xong");
  });

  test("who hands back finds the practice round where it was, and nothing is counted as helped", () => {
    const { p, done, presses } = practising();
    presses("Có mã đây", "Gặp người giúp");
    p.types("Nà Khau");
    presses("Ai giúp cũng được");
    const { id = "" as never } = p.saved.case ?? {};
    const by = { id: "dung" as never, name: "Dung (mẫu)", role: "trưởng thôn" };
    p.sends({ kind: "case-claim", case: id, by });

    p.sends({ kind: "case-hand-back", case: id, by, result: { outcome: "in-person" } });

    expect(p.step).toBe("open-portal");
    expect(counted([...done, ...p.chat.effects])).toEqual([]);
  });
});

describe("how it ends", () => {
  test("at the last step, with “shall we do it for real?”", () => {
    const { p, presses } = practising();
    presses(...toTheDate, "Đi tiếp", ...toTheEnd);
    untilItEnds(presses, p);

    expect(newest(p)).toContain("Giờ mình làm thật luôn không");
    expect(p.saved.journeys).toEqual([]);
    expect(p.choices).toEqual([
      "Làm thật luôn",
      "Để khi khác",
      "Làm thử lần nữa",
      "Gặp người giúp",
    ]);
  });

  test.each(["thôi không làm nữa", "thôi không thử nữa"])("by “%s”, asked at once", (text) => {
    const { p, presses, types } = practising();
    presses("Có mã đây");

    types(text);

    expect(p.saved).toMatchObject({ state: "practised", journeys: [] });
  });

  test.each(["Làm thật luôn", "co", "làm thật đi"])(
    "“%s” begins the real guide at its first step, with nothing carried over",
    (text) => {
      const { p, done, presses, types } = practising();
      presses("Có mã đây", "Xong rồi");
      types("thôi không làm nữa");

      types(text);

      const [real, ...others] = p.saved.journeys;
      expect(others).toEqual([]);
      expect(real).toMatchObject({ step: "code-at-hand", path: [], answers: {}, aside: {} });
      expect(real?.practice).toBeUndefined();
      expect(done.filter((e) => e.do === "journey").map((e) => e.moment)).toEqual([
        "begun",
        "reached",
      ]);
    },
  );

  test.each(["Để khi khác", "chưa", "không"])("“%s” gives a kind word and the menu", (text) => {
    const { p, done, types } = practising();
    types("thôi không làm nữa");

    types(text);

    expect(p.saved).toMatchObject({ state: "need", journeys: [], guiding: false });
    expect(newest(p)).toContain("Làm thử mấy lần cũng được");
    expect(counted(done)).toEqual([]);
  });

  test("“làm thật” in the middle of it goes straight on to the real guide", () => {
    const { p, presses, types } = practising();
    presses("Có mã đây", "Xong rồi");

    types("giờ làm thật luôn");

    expect(p.saved.journeys.map(({ step, practice }) => [step, practice])).toEqual([
      ["code-at-hand", undefined],
    ]);
  });

  test("once more from the start, when that is wished", () => {
    const { p, presses, types } = practising();
    presses("Có mã đây");
    types("thôi không làm nữa");

    presses("Làm thử lần nữa");

    expect(p.saved.journeys.map(({ step, practice }) => [step, practice])).toEqual([
      ["code-at-hand", true],
    ]);
  });

  test("a guide opened before it was practised is counted once, whether it is then done or left", () => {
    const opened = () => {
      const all = somebody();
      all.types("bà muốn xem hồ sơ tới đâu rồi");
      all.presses("Khác…", "Làm thử", "Khác…", "Thôi, không làm nữa");
      const moments = () => all.done.flatMap((e) => (e.do === "journey" ? [e.moment] : []));
      return { ...all, moments };
    };

    const goesOn = opened();
    goesOn.presses("Làm thật luôn");
    expect(goesOn.p.saved.journeys.length).toBe(1);
    expect(goesOn.moments().filter((moment) => moment === "begun")).toEqual(["begun"]);

    const leaves = opened();
    leaves.presses("Để khi khác");
    expect(leaves.p.saved.journeys).toEqual([]);
    expect(leaves.moments().at(-1)).toBe("stopped");
  });
});

describe("beside what is done for real", () => {
  test("a practice round never asks “go on or anew?” of the same guide, a real journey does", () => {
    const { p, presses, types } = practising();
    presses("Có mã đây", "Khác…", "Tạm nghỉ", "Việc khác");

    p.arrives("tra-cuu-ho-so");
    expect(p.saved.state).toBe("guided.step");
    expect(p.saved.journeys.at(-1)?.practice).toBeUndefined();

    presses("Có mã đây", "Không cần nhớ");
    types("làm thử");
    types("thôi không làm nữa");
    presses("Làm thật luôn");
    expect(p.saved.state).toBe("same-again");
  });

  test("the menu goes on with the real one first, and finds the practice round again", () => {
    const { p, presses, types } = somebody();
    p.arrives("ket-hon");
    presses("Đăng ký kết hôn", "Không cần nhớ");
    types("làm thử tra cứu hồ sơ");
    presses("Có mã đây");

    p.commands("menu");
    expect(p.choices[0]).toBe("Làm tiếp: Đăng ký kết hôn");
    presses("Khác…", "Làm thử tiếp: Xem hồ sơ đã nộp tới đâu");

    expect(p.saved.journeys.at(-1)).toMatchObject({ practice: true, step: "open-portal" });
  });

  test("there is one at a time: another takes its place", () => {
    const { p, presses, types } = practising();
    presses("Có mã đây");

    types("làm thử kết hôn");

    expect(p.saved.journeys.map(({ flow }) => flow)).toEqual(["ket-hon"]);
  });
});

describe("how long it is kept", () => {
  test("rested and resumed within the day", () => {
    const { commune, p, presses } = practising();
    presses("Có mã đây", "Khác…", "Tạm nghỉ");
    commune.pass(23 * hour);

    presses("Làm tiếp");

    expect(p.step).toBe("open-portal");
    expect(newest(p)).toContain("(Làm thử)");
  });

  test.each(["guided.step", "need"])(
    "forgotten a day after its last word without a sound, from %s, though all else is kept",
    (state) => {
      const { commune, p, presses } = practising();
      p.chat.saved = { ...p.saved, keep: "yes" };
      presses("Có mã đây");
      if (state === "need") p.commands("menu");
      const said = p.heard.length;

      commune.pass(day + hour);

      expect(p.saved).toMatchObject({ journeys: [], guiding: false, state: "need", keep: "yes" });
      expect(p.heard.length).toBe(said);
    },
  );

  test("a real journey with the same consent stays", () => {
    const { commune, p, presses } = somebody();
    p.arrives("tra-cuu-ho-so");
    presses("Có mã đây", "Có, nhớ giúp tôi");

    commune.pass(day + hour);

    expect(p.saved.journeys.length).toBe(1);
  });

  test("while somebody called from it is on the way it waits for them", () => {
    const { commune, p, presses } = practising();
    p.chat.saved = { ...p.saved, keep: "yes" };
    presses("Có mã đây", "Gặp người giúp");
    p.types("Nà Khau");
    presses("Ai giúp cũng được");

    commune.pass(day + hour);

    expect(p.saved.journeys.at(-1)?.practice).toBe(true);
  });
});

test("published anew, it is recalled like any journey, and still practice", () => {
  const { commune, p, presses } = practising();
  presses("Có mã đây", "Xong rồi");
  const content = theContent();
  const guide = content.flows["tra-cuu-ho-so"];
  if (guide === undefined) throw new Error("the guide is gone");
  const { "open-lookup": was, ...steps } = guide.is.steps;
  if (was?.kind !== "do") throw new Error("the step changed its kind");
  const moved = Object.fromEntries(
    Object.entries(steps).map(([id, step]) =>
      id === "open-portal" && step.kind === "do"
        ? [id, { ...step, "leads-to": "find-it" }]
        : [id, step],
    ),
  );
  commune.publish(
    libraryAfter(
      {
        ...content,
        flows: {
          ...content.flows,
          "tra-cuu-ho-so": {
            ...guide,
            is: { ...guide.is, recall: true, steps: { ...moved, "find-it": was } },
          },
        },
      },
      theLibrary(),
    ),
  );

  presses("Xong rồi");

  expect(p.step).toBe("find-it");
  expect(p.heard.at(-1)).toContain("(Làm thử)");
  expect(p.saved.journeys.at(-1)?.practice).toBe(true);
});

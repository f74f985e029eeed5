/** Words and presses that come at the wrong time, consent, forgetting and reminders, and guides that change. */
import { beforeAll, describe, expect, test } from "vitest";
import { screensOn } from "../../src/flows/index.ts";
import {
  aHelper,
  day,
  hour,
  libraryAfter,
  minute,
  morning,
  type Player,
  prepare,
  theContent,
  theLibrary,
  town,
} from "../support/talk.ts";

beforeAll(prepare, 120_000);

/** On the first task of following a dossier, having agreed to be remembered. */
function onATask(options: Parameters<typeof town>[0] = {}) {
  const commune = town(options);
  const ba = commune.player("ba");
  ba.types("bà đang ở nhà");
  ba.arrives("tra-cuu-ho-so");
  ba.presses("Có mã đây");
  ba.presses("Có, nhớ giúp tôi");
  return { commune, ba };
}
const last = (p: Player) => p.heard.at(-1) ?? "";

describe("which of these do you see", () => {
  test("up to four screens are shown together, in the order of their buttons, and any one can be typed", () => {
    const { ba } = onATask();
    const [asked] = ba.types("màn hình khác");
    const screens = screensOn(asked?.screen ?? "");

    expect(screens.length).toBeGreaterThan(1);
    expect(screens.length).toBeLessThanOrEqual(4);
    expect(asked?.choices).toHaveLength(screens.length + 1);

    const chosen = asked?.choices[1]?.id.replace("screen:", "");
    ba.types("2");
    expect(ba.saved.state).toBe("guided.step");
    expect(ba.step).toBe(chosen);
  });

  test("a photo sent instead of a press is not looked at by the machine", () => {
    const { ba } = onATask();
    ba.types("màn hình khác");
    ba.sendsPhoto();

    expect(last(ba)).toContain("chưa xem được ảnh");
    expect(ba.choices).toContain("Mời giúp tôi");
  });
});

describe("what comes late or twice", () => {
  test("a second “xong” never passes a step nobody saw", () => {
    const { ba } = onATask();
    const seen = ba.chat.revision;
    const before = ba.step;
    ba.types("xong rồi", { seen });
    const next = ba.step;
    expect(next).not.toBe(before);
    expect(ba.types("xong", { seen }).map((l) => l.text)).toEqual(["Dạ, cháu ghi rồi ạ."]);
    expect(ba.types("1", { seen }).map((l) => l.text)).toEqual(["Dạ, cháu ghi rồi ạ."]);
    expect(ba.step).toBe(next);
  });

  test("a late “vâng” agrees to nothing that was asked meanwhile", () => {
    const commune = town();
    const ba = commune.player("ba");
    ba.arrives("tra-cuu-ho-so");
    const seen = ba.chat.revision;
    ba.presses("Có mã đây");
    ba.types("vâng", { seen });
    expect(ba.saved.keep).toBeUndefined();
    expect(ba.saved.state).toBe("asking");
  });

  test("words written before a call came in still answer the step they were written to", () => {
    const commune = town();
    commune.helper(aHelper("dung"));
    const { ba } = { ba: commune.player("ba") };
    ba.types("bà đang ở nhà");
    ba.arrives("tra-cuu-ho-so");
    ba.presses("Có mã đây");
    ba.presses("Có, nhớ giúp tôi");
    const before = ba.step;
    ba.presses("human");
    ba.types("Nà Khau");
    ba.presses("Ai giúp cũng được");
    const seen = ba.chat.revision;
    commune.pass(11 * minute);
    expect(last(ba)).toContain("Chưa ai nhận được");
    ba.types("1", { seen });
    expect(ba.step).not.toBe(before);
  });

  test("a typed number means the newest list as long as its step is open, however old", () => {
    const { commune, ba } = onATask();
    const before = ba.step;
    commune.pass(20 * day);
    ba.types("1");
    expect(ba.step).not.toBe(before);
  });

  test("a button of last month is answered, and the conversation stays where it is", () => {
    const { commune, ba } = onATask();
    const old = ba.chat.said.findLast((l) => l.choices.some((c) => c.id === "done"))!;
    for (let count = 0; count < 8; count += 1) ba.presses("done");
    const { step } = ba;
    commune.pass(30 * day);
    expect(
      ba
        .pressesOld(old, "done")
        .map((l) => l.text)
        .join(),
    ).toContain("Nút ấy của câu trước");
    expect(ba.step).toBe(step);
  });

  test("pressing “Xong rồi” twice asks once what they see, and passes nothing", () => {
    const commune = town();
    const ba = commune.player("ba");
    ba.arrives("dang-nhap-cong");
    for (let count = 0; count < 30 && ba.saved.state !== "guided.proving"; count += 1)
      ba.presses(ba.chat.said.findLast((l) => l.choices.length > 0)!.choices[0]!.id);
    const { step } = ba;
    const asked = ba.chat.said.findLast((l) => l.choices.some((c) => c.id === "done"))!;
    ba.pressesOld(asked, "done");
    expect([ba.saved.state, ba.step]).toEqual(["guided.proving", step]);
  });

  test("an album nobody can look at is answered once", () => {
    const { ba } = onATask();
    expect(ba.sendsPhoto({ album: "a" })).toHaveLength(1);
    expect(ba.sendsPhoto({ album: "a" })).toEqual([]);
    expect(ba.sendsPhoto({ album: "b" })).toHaveLength(1);
  });

  test("a task looked at from its list of troubles can still be done", () => {
    const { ba } = onATask();
    const before = ba.step;
    ba.presses("Không làm được");
    ba.presses("Xong rồi");
    expect(ba.step).not.toBe(before);
  });

  test("a trouble that leads back begins that part of the road anew", () => {
    const { ba } = onATask();
    ba.presses("done");
    const at = ba.step;
    ba.presses("Không làm được");
    ba.types("trang báo lỗi");
    const journey = ba.saved.journeys.at(-1)!;
    expect(new Set(journey.path).size).toBe(journey.path.length);
    expect(journey.answers[at ?? ""]).toBeUndefined();
  });
});

describe("consent", () => {
  test("each is asked once, when something needs it, and declining costs no help", () => {
    const commune = town();
    const ba = commune.player("ba");
    ba.arrives("tra-cuu-ho-so");
    expect(ba.heard.join()).not.toContain("nhớ chỗ");
    ba.presses("Có mã đây");
    ba.presses("Không cần nhớ");
    expect(ba.step).toBe("open-portal");
    expect(ba.chat.effects).toContainEqual({ do: "consent", purpose: "keep", given: false });
    for (let count = 0; count < 4; count += 1) ba.presses("done");
    expect(ba.heard.filter((text) => text.includes("nhớ chỗ"))).toHaveLength(1);
    ba.commands("later");
    expect(last(ba)).toContain("trong một ngày");
  });

  test("“tạm nghỉ” is no answer to the question of consent", () => {
    const ba = town().player("ba");
    ba.arrives("tra-cuu-ho-so");
    ba.presses("Có mã đây");
    ba.types("tạm nghỉ");
    expect(ba.saved.keep).toBeUndefined();
    expect(ba.saved.state).toBe("resting");
  });

  test("who has not agreed is forgotten a day after their last word", () => {
    const commune = town();
    const ba = commune.player("ba");
    ba.arrives("tra-cuu-ho-so");
    ba.presses("Có mã đây");
    ba.presses("Không cần nhớ");
    commune.pass(23 * hour);
    expect(ba.saved.journeys).toHaveLength(1);
    ba.types("chỉ kỹ hơn");
    commune.pass(23 * hour);
    expect(ba.saved.journeys).toHaveLength(1);
    commune.pass(2 * hour);
    expect(ba.saved).toMatchObject({ state: "greeting", journeys: [], shown: [] });
    expect(ba.chat.effects).toContainEqual({ do: "erase" });
  });

  test("who has agreed is kept", () => {
    const { commune, ba } = onATask();
    commune.pass(100 * day);
    ba.arrives();
    expect(last(ba)).toContain("đang làm dở");
  });

  test("a propagandist's chat is never forgotten", () => {
    const commune = town();
    const chat = commune.player("chat-of-dung", "telegram");
    chat.arrives();
    const helper = commune.helper(aHelper("dung"));
    commune.pass(400 * day);
    expect(helper.saved.helping?.me.id).toBe("dung");
  });

  test("switching the language keeps the step", () => {
    const { ba } = onATask();
    const { step } = ba;
    ba.types("English please");
    expect(ba.step).toBe(step);
    expect(ba.choices).toContain("Done");
    ba.types("tiếng Việt");
    expect(ba.choices).toContain("Xong rồi");
  });
});

describe("reminders of a dossier's due date", () => {
  /** In the guide, where the date of the slip was asked for. */
  function waiting(date: string, remind: string, now = morning) {
    const commune = town({ now });
    const ba = commune.player("ba");
    ba.types("bà đang ở nhà");
    ba.arrives("tra-cuu-ho-so");
    const journey = ba.saved.journeys.at(-1)!;
    // Somebody who came to the question by the road the guide has today.
    ba.chat.saved = {
      ...ba.saved,
      keep: "yes",
      journeys: [{ ...journey, step: "due-date" }],
      state: "guided.step",
    };
    ba.arrives();
    ba.types(date);
    if (ba.saved.asking?.what === "remind") ba.presses(remind);
    return { commune, ba };
  }
  const written = (commune: ReturnType<typeof town>, count: number) =>
    commune.pass(count * day).map(({ at }) => new Date(at + 7 * hour).toISOString().slice(0, 13));

  test("on the day, and once after, in the morning", () => {
    const { commune, ba } = waiting("30/11/2026", "Có, nhắc tôi");
    expect(ba.step).toBe("on-the-day");
    const heard = written(commune, 30);
    expect(heard[0]).toBe("2026-11-30T08");
    expect(heard).toHaveLength(2);
    expect(heard.every((at) => at.endsWith("T08"))).toBe(true);
  });

  test("not without consent", () => {
    const { commune } = waiting("30/11/2026", "Không cần nhắc");
    expect(written(commune, 30)).toEqual([]);
  });

  test("never at Tết", () => {
    const { commune } = waiting("06/02/2027", "Có, nhắc tôi", Date.parse("2027-01-25T02:00:00Z"));
    const heard = written(commune, 60);
    expect(heard.length).toBeGreaterThan(0);
    expect(heard.every((at) => at >= "2027-02-11")).toBe(true);
  });

  test("also while something else is on top, one press away", () => {
    const { commune, ba } = waiting("30/11/2026", "Có, nhắc tôi");
    ba.arrives("khai-sinh");
    commune.pass(7 * day);
    expect(ba.saved.journeys.at(-1)?.flow).toBe("khai-sinh");
    ba.presses("Làm tiếp");
    expect(ba.step).toBe("on-the-day");
  });

  test("and where nothing is to be remembered, exactly what is reminded of is kept until then", () => {
    const { commune, ba } = waiting("30/11/2026", "Có, nhắc tôi");
    ba.chat.saved = { ...ba.saved, keep: "no" };
    ba.types("chỉ kỹ hơn");
    expect(written(commune, 7)).toContain("2026-11-30T08");
    commune.pass(30 * day);
    expect(ba.saved.journeys).toEqual([]);
  });
});

describe("a guide that changed under somebody", () => {
  type Content = ReturnType<typeof theContent>;
  const changed = (
    change: (flow: Content["flows"][string]["is"]) => Content["flows"][string]["is"],
  ) => {
    const content = theContent();
    const { file, is } = content.flows["tra-cuu-ho-so"]!;
    return libraryAfter(
      { ...content, flows: { ...content.flows, "tra-cuu-ho-so": { file, is: change(is) } } },
      theLibrary(),
    );
  };
  const newWords = { vi: "Lời mới đây.", en: "New words." };
  /** The first question, its "Có mã đây" leading there. */
  const atHandLeadsTo = (is: Content["flows"][string]["is"], step: string) => {
    const first = is.steps["code-at-hand"] as {
      choices: Record<string, { "leads-to": string }>;
    };
    const choices = {
      ...first.choices,
      "at-hand": { ...first.choices["at-hand"]!, "leads-to": step },
    };
    return { ...first, choices } as never;
  };

  test("the same step with new words is shown with them, unasked for and untold", () => {
    const { commune, ba } = onATask();
    commune.publish(
      changed((is) => ({
        ...is,
        steps: {
          ...is.steps,
          "open-portal": { ...is.steps["open-portal"]!, says: newWords } as never,
        },
      })),
    );
    ba.types("nhắc lại");
    expect(last(ba)).toContain("Lời mới đây.");
    expect(ba.heard.join()).not.toContain("vừa đổi");
    expect(ba.saved.journeys.at(-1)?.edition).toBe(commune && ba.saved.journeys.at(-1)?.edition);
  });

  test("what a new edition tells behind somebody is told to them once, and what lies ahead is not", () => {
    const { commune, ba } = onATask();
    commune.publish(
      changed((is) => {
        const ahead = is.steps["open-portal"] as { "leads-to": string };
        const told = (vi: string, leadsTo: string) =>
          ({ kind: "tell", says: { vi, en: vi }, "leads-to": leadsTo }) as never;
        return {
          ...is,
          steps: {
            ...is.steps,
            "code-at-hand": atHandLeadsTo(is, "news-behind"),
            "news-behind": told("Từ tháng này xem không mất tiền.", "open-portal"),
            "open-portal": { ...ahead, "leads-to": "news-ahead" } as never,
            "news-ahead": told("Điều này còn ở phía trước.", ahead["leads-to"]),
          },
        };
      }),
    );

    ba.types("nhắc lại");
    ba.types("nhắc lại");

    expect(ba.step).toBe("open-portal");
    const heard = ba.heard.filter((text) => text.includes("Từ tháng này xem không mất tiền."));
    expect(heard).toHaveLength(1);
    expect(heard[0]).toContain("bài này vừa thêm điều");
    expect(ba.heard.join()).not.toContain("phía trước");
    ba.presses("done");
    expect(ba.heard.join()).toContain("Điều này còn ở phía trước.");
  });

  test("a renamed step is followed", () => {
    const { commune, ba } = onATask();
    commune.publish(
      changed((is) => {
        const text = JSON.stringify(is).replaceAll('"open-portal"', '"open-the-portal"');
        return {
          ...JSON.parse(text),
          renamed: { ...is.renamed, "open-portal": "open-the-portal" },
        };
      }),
    );
    ba.types("nhắc lại");
    expect(ba.step).toBe("open-the-portal");
    ba.presses("done");
    expect(ba.saved.journeys.at(-1)?.answers).toHaveProperty("open-the-portal");
  });

  const gone = (recall: boolean) =>
    changed((is) => {
      const text = JSON.stringify(is).replaceAll('"open-portal"', '"another-step"');
      return { ...JSON.parse(text), ...(recall ? { recall: true } : {}) };
    });

  test("a step that is gone is finished in the edition it was begun in", () => {
    const { commune, ba } = onATask();
    commune.publish(gone(false));
    ba.presses("done");
    expect(ba.heard.join()).not.toContain("vừa đổi");
    expect(ba.saved.journeys.at(-1)?.edition).toBe(
      theLibrary().flows.get("tra-cuu-ho-so")?.edition,
    );
    expect(ba.saved.state).toBe("guided.step");
  });

  test("a part entered further on leaves nobody behind: who stands before its entrance answers and goes on", () => {
    const commune = town();
    const [asked, within] = ["ba", "co"].map((name) => {
      const one = commune.player(name);
      one.types("bà đang ở nhà");
      one.arrives("tra-cuu-ho-so");
      one.presses("Vào bằng VNeID");
      one.presses("Có, nhớ giúp tôi");
      return one;
    }) as [Player, Player];
    within.presses("Mở được rồi");
    expect([asked.step, within.step]).toEqual(["log-in/account-ready", "log-in/open-portal"]);

    const entered = changed((is) => {
      const logIn = { ...is.steps["log-in"], begins: "open-portal" } as never;
      return { ...is, steps: { ...is.steps, "log-in": logIn } };
    });
    commune.publish(entered);
    asked.presses("Mở được rồi");
    within.types("nhắc lại");
    within.presses("done");

    expect(asked.step).toBe("log-in/open-portal");
    asked.presses("done");
    expect([asked.step, within.step]).toEqual(["log-in/address-right", "log-in/address-right"]);
    expect([...asked.heard, ...within.heard].join()).not.toContain("vừa đổi");
    const newest = entered.flows.get("tra-cuu-ho-so")?.edition;
    expect(within.saved.journeys.at(-1)?.edition).toBe(newest);
    expect(asked.saved.journeys.at(-1)?.edition).not.toBe(newest);
  });

  test("where the author recalls, they are told exactly once and placed; an old “xong” passes nothing", () => {
    const { commune, ba } = onATask();
    commune.publish(gone(true));
    ba.presses("done");
    expect(ba.step).toBe("another-step");
    ba.types("nhắc lại");
    ba.presses("done");
    expect(ba.heard.filter((text) => text.includes("vừa đổi"))).toHaveLength(1);
    expect(ba.saved.journeys.at(-1)?.answers).toHaveProperty("code-at-hand");
  });

  test("a timer, or a helper's claim, tells nobody of it", () => {
    const commune = town();
    commune.helper(aHelper("dung"));
    const ba = commune.player("ba");
    ba.arrives("tra-cuu-ho-so");
    ba.presses("Có mã đây");
    ba.presses("Có, nhớ giúp tôi");
    ba.presses("human");
    ba.types("Nà Khau");
    ba.presses("Ai giúp cũng được");
    commune.publish(gone(true));
    commune.pass(5 * minute);
    ba.sends({
      kind: "case-claim",
      case: ba.saved.case!.id,
      by: { id: "dung" as never, name: "Dung", role: "x" },
    });
    ba.types("cháu ơi");
    expect(ba.heard.join()).not.toContain("vừa đổi");
  });

  test("a choice that leads elsewhere now keeps them in their edition", () => {
    const commune = town();
    const ba = commune.player("ba");
    ba.arrives("tra-cuu-ho-so");
    commune.publish(
      changed((is) => ({
        ...is,
        steps: { ...is.steps, "code-at-hand": atHandLeadsTo(is, "open-lookup") },
      })),
    );
    ba.presses("Có mã đây");
    ba.presses("Không cần nhớ");
    expect(ba.step).toBe("open-portal");
  });
});

describe("a form of address that was misread", () => {
  test("is mended by a word, and the step stays", () => {
    const me = town().player("lan");
    me.types("ông muốn làm khai sinh cho cháu");
    const before = me.step;

    const said = me.types("gọi tôi là bà nhé");

    expect(said.map((line) => line.text).join("\n")).toMatch(/^Dạ, cháu gọi là bà ạ\./);
    expect(me.saved.address).toBe("ba");
    expect(me.step).toBe(before);
    expect(said.at(-1)?.choices).not.toEqual([]);
  });

  test("is asked for when nobody says which is right", () => {
    const me = town().player("lan");
    me.types("ông muốn làm khai sinh cho cháu");
    const before = me.step;

    me.types("gọi sai rồi");
    me.presses("Bà");

    expect(me.saved.address).toBe("ba");
    expect(me.step).toBe(before);
  });
});

test("“quay lại” at the first question of a guide opened on the way leads back to the one that was left", () => {
  const commune = town();
  const ba = commune.player("ba");
  ba.types("bà muốn cài vneid");
  ba.presses(ba.choices[0] ?? "");
  ba.presses("Không cần nhớ");
  const left = ba.step;
  ba.types("bà muốn hỏi thêm tiền người già");
  expect(ba.saved.journeys).toHaveLength(2);

  ba.types("quay lại");

  expect(ba.heard.at(-1)).toContain("mình về việc đang làm: Cài và mở VNeID");
  expect(ba.step).toBe(left);
  expect(ba.saved.journeys).toHaveLength(1);
  ba.types("quay lại");
  expect(ba.step).not.toBe(left);
});

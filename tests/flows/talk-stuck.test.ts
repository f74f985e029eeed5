/** Being stuck is measured: every signal, each beside what looks like it and is none; and what came of the offer. */
import { beforeAll, describe, expect, test } from "vitest";
import type { AuthoredStep, Content, Effect, Library } from "../../src/flows/index.ts";
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
  town,
} from "../support/talk.ts";

beforeAll(prepare, 120_000);

/** The shipped guides with every step that waits marked as hard, or none, whatever their authors marked. */
function guidesAre(hard: boolean): Content {
  const content = theContent();
  const mark = (step: AuthoredStep): AuthoredStep => {
    if (step.kind !== "do" && step.kind !== "choose" && step.kind !== "ask") return step;
    const { hard: _hard, ...rest } = step;
    return hard ? { ...rest, hard } : rest;
  };
  const marked = <T extends { readonly steps: Readonly<Record<string, AuthoredStep>> }>(
    of: Readonly<Record<string, { readonly file: string; readonly is: T }>>,
  ) =>
    Object.fromEntries(
      Object.entries(of).map(([id, { file, is }]) => [
        id,
        {
          file,
          is: {
            ...is,
            steps: Object.fromEntries(
              Object.entries(is.steps).map(([step, each]) => [step, mark(each)]),
            ),
          },
        },
      ]),
    );
  return { ...content, flows: marked(content.flows), fragments: marked(content.fragments) };
}

let easyLibrary: Library | undefined;
let hardLibrary: Library | undefined;
const easy = () => (easyLibrary ??= libraryAfter(guidesAre(false)));
const hard = () => (hardLibrary ??= libraryAfter(guidesAre(true)));

/** Somebody on the task of typing a dossier's code into the portal; the neighbour is there. */
function onATask(library = easy(), now = morning) {
  const commune = town({ library, now });
  commune.helper(aHelper("dung"));
  const p = commune.player("ba");
  p.arrives("tra-cuu-ho-so");
  p.presses("Có mã đây");
  p.presses("Có, nhớ giúp tôi");
  return { commune, p };
}

const offers = (p: Player) => p.saved.state === "guided.offering";
const stuck = (p: Player) =>
  p.chat.effects.filter((e): e is Extract<Effect, { do: "stuck" }> => e.do === "stuck");
const signalOf = (p: Player) => {
  const [only] = stuck(p);
  return only?.moment === "offered" ? only.signal : undefined;
};

describe("a step shown again and again", () => {
  test("the third showing offers help", () => {
    const { p } = onATask();

    p.types("nhắc lại");
    p.types("nhắc lại");

    expect(offers(p)).toBe(true);
    expect(signalOf(p)).toBe("shown-again");
  });

  test("two showings do nothing", () => {
    const { p } = onATask();

    p.types("nhắc lại");

    expect(p.saved.state).toBe("guided.step");
    expect(stuck(p)).toEqual([]);
  });

  test("an answered side question is no showing that was asked for", () => {
    const { p } = onATask();

    for (let count = 0; count < 4; count += 1) p.types("có phải lừa đảo không");

    expect(p.saved.state).toBe("guided.step");
  });

  test("coming back on another day begins to count anew", () => {
    const { commune, p } = onATask();

    p.types("nhắc lại");
    commune.pass(day);
    p.types("nhắc lại");

    expect(p.saved.state).toBe("guided.step");
  });
});

describe("messages not understood", () => {
  test("the second one at a step offers help", () => {
    const { p } = onATask();

    p.types("asdf qwer");
    p.types("zxcv uiop");

    expect(offers(p)).toBe(true);
    expect(signalOf(p)).toBe("not-understood");
  });

  test("one does nothing, nor do two on different steps", () => {
    const { p } = onATask();

    p.types("asdf qwer");
    p.presses("Xong rồi");
    p.types("zxcv uiop");

    expect(p.saved.state).toBe("guided.step");
  });

  test("a sticker says nothing, so it is no misunderstanding", () => {
    const { p } = onATask();

    p.sends({ kind: "unreadable", what: "sticker" });
    p.sends({ kind: "unreadable", what: "sticker" });

    expect(p.saved.state).toBe("guided.step");
  });
});

describe("a photo", () => {
  test("sent unasked offers help", () => {
    const { p } = onATask();

    p.sendsPhoto();

    expect(offers(p)).toBe(true);
    expect(signalOf(p)).toBe("photo");
  });

  test("the further pictures of its album change nothing", () => {
    const { p } = onATask();

    p.sendsPhoto({ album: "a" });
    p.presses("Để tôi thử lại");
    p.sendsPhoto({ album: "a" });

    expect(p.saved.state).toBe("guided.step");
  });

  test("where one was asked for, it is the answer", () => {
    const { flows, ...content } = guidesAre(false);
    const { file, is } = flows["tra-cuu-ho-so"]!;
    const [next = ""] = Object.entries(is.steps).find(([, { kind }]) => kind === "do")!;
    const asksForPhoto: AuthoredStep = {
      kind: "ask",
      answer: "screen-photo",
      says: { vi: "Chụp màn hình.", en: "Take a picture of the screen." },
      example: { vi: "ví dụ một ảnh", en: "for instance a picture" },
      "leads-to": next,
    };
    const steps = { ...is.steps, [is.begins]: asksForPhoto };
    const asking = { ...flows, "tra-cuu-ho-so": { file, is: { ...is, steps } } };
    const p = town({ library: libraryAfter({ ...content, flows: asking }) }).player("ba");
    p.arrives("tra-cuu-ho-so");

    p.sendsPhoto();

    expect(p.saved.state).not.toBe("guided.offering");
    expect(p.step).toBe(next);
  });
});

describe("words of distress", () => {
  test("offer help at once", () => {
    const { p } = onATask();

    p.types("bà chịu thôi cháu ơi, khó quá");

    expect(offers(p)).toBe(true);
    expect(signalOf(p)).toBe("distress");
  });

  test("thanks do not", () => {
    const { p } = onATask();

    p.types("cảm ơn cháu");

    expect(p.saved.state).toBe("guided.step");
  });
});

describe("to and fro", () => {
  test("going back from the same step twice in a day offers help for that step", () => {
    const { p } = onATask();
    const from = p.step;

    p.presses("Khác…");
    p.presses("Quay lại");
    p.presses("Có mã đây");
    p.presses("Khác…");
    p.presses("Quay lại");

    expect(offers(p)).toBe(true);
    expect(stuck(p)).toMatchObject([{ signal: "to-and-fro", step: from }]);
    p.presses("Để tôi thử lại");
    expect(p.step).not.toBe(from);
  });

  test("going back once does nothing", () => {
    const { p } = onATask();

    p.presses("Khác…");
    p.presses("Quay lại");

    expect(p.saved.state).toBe("guided.step");
  });

  test("going back step after step is looking for something, not to and fro", () => {
    const { p } = onATask();
    p.presses("Xong rồi");

    p.types("quay lại");
    p.types("quay lại");

    expect(p.saved.state).toBe("guided.step");
  });

  test("on two days it is not", () => {
    const { commune, p } = onATask();

    p.types("quay lại");
    p.presses("Có mã đây");
    commune.pass(day);
    p.types("quay lại");

    expect(p.saved.state).toBe("guided.step");
  });
});

describe("failing", () => {
  test("the second time at a step offers help", () => {
    const { p } = onATask();

    p.presses("Không làm được");
    p.types("nhắc lại");
    p.presses("Không làm được");

    expect(offers(p)).toBe(true);
    expect(signalOf(p)).toBe("failed-again");
  });

  test("the first time asks what is wrong", () => {
    const { p } = onATask();

    p.presses("Không làm được");

    expect(p.saved.state).toBe("guided.troubles");
  });
});

describe("long silence", () => {
  const atHardStep = () => onATask(hard());

  test("at a hard step offers help once, marked as a nudge", () => {
    const { commune, p } = atHardStep();

    const heard = commune.pass(hour);

    expect(heard.map(({ at, line }) => [at - morning, line.nudge, line.choices.length])).toEqual([
      [10 * minute, true, 3],
    ]);
    expect(offers(p)).toBe(true);
    expect(signalOf(p)).toBe("silence");
  });

  test("at a step that is not marked nothing is said", () => {
    const { commune } = onATask();

    expect(commune.pass(hour)).toEqual([]);
  });

  test("any word begins the waiting anew", () => {
    const { commune, p } = atHardStep();

    commune.pass(9 * minute);
    p.types("cảm ơn cháu");

    expect(commune.pass(9 * minute)).toEqual([]);
    expect(commune.pass(minute)).toHaveLength(1);
  });

  test("twice on one day it is not asked, the next day again", () => {
    const { commune, p } = atHardStep();
    commune.pass(hour);
    p.presses("Để tôi thử lại");

    expect(commune.pass(5 * hour)).toEqual([]);

    commune.pass(19 * hour);
    p.types("nhắc lại");
    expect(commune.pass(hour)).toHaveLength(1);
  });

  test.each([
    ["in the evening", "2026-11-24T13:25:00Z"],
    ["before dawn", "2026-11-23T22:00:00Z"],
    ["at Tết", "2027-02-05T03:00:00Z"],
  ])("%s nobody is asked, nor next morning instead", (_when, now) => {
    const { commune } = onATask(hard(), Date.parse(now));

    expect(commune.pass(20 * hour)).toEqual([]);
  });

  test("a timer that comes late, in the night, says nothing", () => {
    const { commune, p } = onATask(hard(), Date.parse("2026-11-24T13:00:00Z"));
    const timer = p.chat.timers.get("silence")!;
    p.chat.timers.clear();
    commune.pass(2 * hour);

    const said = p.sends({ kind: "timer", name: "silence", about: timer.about! });

    expect(said).toEqual([]);
  });

  test("after resting nobody is asked", () => {
    const { commune, p } = atHardStep();

    p.commands("later");

    expect(commune.pass(hour)).toEqual([]);
  });

  test("while somebody is called nobody else is offered", () => {
    const { p } = atHardStep();

    p.commands("human");
    p.types("Nà Khau");
    p.presses("Ai giúp cũng được");
    if (p.saved.state === "asking") p.presses("Bà");

    expect([p.saved.state, p.saved.case?.state.is]).toEqual(["guided.step", "waiting"]);
    expect(p.chat.timers.has("silence")).toBe(false);
    p.sendsPhoto();
    expect(p.saved.state).toBe("asking");
    expect(p.saved.asking?.what).toBe("photo");
  });

  test("in a mourning guide nobody is asked", () => {
    const commune = town({ library: hard() });
    const p = commune.player("ba");
    p.arrives("khai-tu");

    expect(commune.pass(hour)).toEqual([]);
  });

  test("a delicate guide offers it in private", () => {
    const commune = town({ library: hard() });
    const p = commune.player("ba");
    p.arrives("khuyet-tat");

    const [heard] = commune.pass(hour);

    expect(heard?.line.text).toContain("hỏi riêng");
    expect(heard?.line.text).not.toContain("trong thôn");
  });

  test("a propagandist who tries a guide in their own chat is not asked", () => {
    const library = hard();
    const commune = town({ library });
    const p = commune.helper(aHelper("dung"));
    p.arrives("tra-cuu-ho-so");
    p.presses("Có mã đây");
    p.presses("Không cần nhớ");

    expect(commune.pass(hour)).toEqual([]);
  });

  test("a commune may set another patience", () => {
    const content = guidesAre(true);
    const desk = { ...content.desk, "silence-minutes": 25 };
    const { commune } = onATask(libraryAfter({ ...content, desk }));

    const heard = commune.pass(hour);

    expect(heard.map(({ at }) => at - morning)).toEqual([25 * minute]);
  });
});

describe("what came of the offer", () => {
  const offered = () => {
    const { commune, p } = onATask();
    p.sendsPhoto();
    return { commune, p };
  };
  const followed = (p: Player) =>
    stuck(p).map((e) => (e.moment === "followed" ? e.followed : e.moment));

  test("a case was opened: accepted", () => {
    const { p } = offered();

    p.presses("Mời giúp tôi");
    p.types("Nà Khau");
    p.presses("Ai giúp cũng được");

    expect(followed(p)).toEqual(["accepted"]);
  });

  test("“let me try again”: declined, and noted once", () => {
    const { p } = offered();

    p.presses("Để tôi thử lại");
    expect(followed(p)).toEqual(["declined"]);

    p.presses("Xong rồi");
    expect(followed(p)).toEqual([]);
  });

  test("the step was done without a word to the offer: went on by itself", () => {
    const { p } = offered();

    p.types("xong rồi");

    expect(followed(p)).toEqual(["went-on"]);
  });

  test("the guide was stopped: left", () => {
    const { p } = offered();

    p.types("thôi không làm nữa");
    p.presses("Thôi hẳn");

    expect(followed(p)).toEqual(["left"]);
  });

  test("on another day nothing is noted any more", () => {
    const { commune, p } = offered();

    commune.pass(day);
    p.types("xong rồi");

    expect(followed(p)).toEqual([]);
  });
});

/** Where there are no buttons, nothing of our own asks to press one. */
import { beforeAll, describe, expect, test } from "vitest";
import { asTyped } from "../../src/flows/words/without-buttons.ts";
import { aHelper, prepare, theLibrary, town } from "../support/talk.ts";

beforeAll(prepare, 120_000);

/** Said of a page's own button, of the portal's, or of what a platform never shows. */
const ofOtherButtons = new Set(["listen-by-phone", "aside-scam", "read-kept", "old-button"]);

describe.each(["vi", "en"] as const)("in %s", (language) => {
  const lines = Object.entries(theLibrary().phrases[language]);
  const presses = language === "vi" ? /\bbấm\b/iu : /\bpress(?! release)\b/iu;

  test("no shared line speaks of pressing on Zalo's bot platform", () => {
    const left = lines.filter(
      ([id, line]) => !ofOtherButtons.has(id) && presses.test(asTyped(line, language, "zalo-bot")),
    );

    expect(left).toEqual([]);
  });

  test("every other channel keeps its words", () => {
    const changed = lines.filter(([, line]) => asTyped(line, language, "telegram") !== line);

    expect(changed).toEqual([]);
  });
});

test("where a number is asked for, nothing beside it is offered by number, and a number answers the step", () => {
  const commune = town();
  commune.helper(aHelper("dũng"));
  const ba = commune.player("ba", "zalo-bot");
  ba.types("bà đang ở nhà");
  ba.arrives("trich-luc-ho-tich");
  for (let turn = 0; turn < 12 && !ba.heard.at(-1)?.includes("mấy bản"); turn += 1) {
    if (ba.saved.asking?.what === "keep") ba.presses("Có, nhớ giúp tôi");
    else ba.presses(ba.chat.said.at(-1)?.choices[0]?.says ?? "");
  }
  expect(ba.heard.at(-1)).toContain("mấy bản");
  ba.types("gặp người giúp");
  ba.types("Nà Khau");
  ba.presses("Ai giúp cũng được");
  const { step } = ba;

  const [waiting] = ba.types("gặp người giúp");

  expect(waiting?.choices.map(({ says }) => says)).toContain("Thôi, không cần giúp nữa");
  expect(waiting?.byWords).toBe(true);
  ba.types("Thôi, không cần giúp nữa");
  expect(ba.step).toBe(step);
  expect(ba.saved.case).toBeUndefined();
  ba.types("3");
  expect(ba.step).not.toBe(step);
});

test("somebody on Zalo is told to type, and what they are told works", () => {
  const ba = town().player("ba", "zalo-bot");
  ba.arrives();
  expect(ba.heard.join("\n")).toContain("Gõ số, hoặc nhắn bằng lời");
  ba.arrives("tra-cuu-ho-so");
  ba.presses("Có mã đây");
  if (ba.saved.asking?.what === "keep") ba.presses("Có, nhớ giúp tôi");
  const { step } = ba;
  const [, told] = /nhắn “(Xong rồi)”/.exec(ba.heard.at(-1) ?? "") ?? [];

  ba.types(told ?? "");

  expect(ba.step).not.toBe(step);
});

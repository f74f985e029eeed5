/** What the end of a month kept back: nothing is sent for old times' sake. */
import { beforeAll, describe, expect, test } from "vitest";
import { afterMonth, type KeptBack } from "../../src/flows/after-month.ts";
import { aHelper, prepare, town } from "../support/talk.ts";

beforeAll(prepare, 120_000);

const hour = 60 * 60 * 1000;
const now = Date.parse("2026-12-01T00:00:00Z");
const kept = (change: Partial<KeptBack>): KeptBack => ({
  at: now - hour,
  nudge: false,
  personal: false,
  newest: true,
  caseOpen: true,
  ...change,
});

test.each([
  ["the machine's last answer", {}, "answer-anew"],
  ["an earlier one", { newest: false }, "let-go"],
  ["a reminder, though it was the last", { nudge: true }, "let-go"],
  ["a neighbour's words of today", { personal: true, newest: false }, "send"],
  ["a neighbour's words of three days ago", { personal: true, at: now - 72 * hour }, "tell-writer"],
  ["a neighbour's words in a case that is over", { personal: true, caseOpen: false }, "let-go"],
] as const)("%s: %o becomes %s", (_, change, becomes) => {
  expect(afterMonth(kept(change), now)).toBe(becomes);
});

describe("who can be reached again", () => {
  const again = (owes: boolean, lost = false) => ({
    kind: "reached-again" as const,
    owes,
    lost,
  });

  test("hears why it was silent, and is asked anew what stands open", () => {
    const ba = town().player("ba-lien", "zalo-bot");
    ba.arrives();
    ba.types("bà muốn tra cứu hồ sơ");

    const said = ba.sends(again(true));

    expect(said[0]?.text).toContain("Zalo của xã hết tin");
    expect(said.at(-1)?.choices.length).toBeGreaterThan(1);
    expect(said.length).toBeLessThanOrEqual(2);
  });

  test("is told nothing where no answer is owed; whoever helps hears that old words stayed behind", () => {
    const dung = aHelper("dung");
    const commune = town();
    const helper = commune.helper(dung);
    const ba = commune.player("ba-lien", "zalo-bot");
    ba.arrives();
    ba.commands("human");
    ba.types("Nà Khau");
    ba.presses("Ai giúp cũng được");
    const id = ba.saved.case?.id;
    if (id === undefined) throw new Error("no case");
    const { name, role } = dung;
    ba.sends({ kind: "case-claim", case: id, by: { id: dung.id, name, role } });

    expect(ba.sends(again(false, true))).toEqual([]);

    expect(helper.heard.at(-1)).toContain("Còn cần thì nhắn lại");
  });

  test("before anything was said there is nothing to answer", () => {
    expect(town().player("ba-moi", "zalo-bot").sends(again(true))).toEqual([]);
  });
});

/** What a coordinator may set of `desk.yaml`: what is understood, what is refused where, and what then holds. */
import { beforeAll, describe, expect, test } from "vitest";
import { type DeskPart, deskWith, partsOf, readDeskPart } from "../../src/flows/index.ts";
import { aHelper, minute, morning, prepare, theLibrary, town } from "../support/talk.ts";

beforeAll(prepare, 120_000);

const desk = () => theLibrary().desk;
const readAs = (part: DeskPart, typed: unknown) => {
  const read = readDeskPart(part, typed);
  return "value" in read ? read.value : read.faults.map(({ field, what }) => `${field}: ${what}`);
};
const limits = (more: object = {}) => ({ ...partsOf(desk()).limits, ...more });

describe("what was typed", () => {
  test.each([
    ["0207 3822 119", "0207 3822 119"],
    ["0912.345.678", "0912 345 678"],
    [" +84 912-345-678 ", "+84 912 345 678"],
    ["1900 1234", "1900 1234"],
    ["", ""],
  ])("%j is the telephone %j", (typed, telephone) => {
    expect(readAs("telephone", typed)).toBe(telephone);
  });

  test.each(["113", "3822 119", "hỏi chị Lan", "0912 345 678, gọi giờ hành chính", 912, "09123"])(
    "%j is no telephone",
    (typed) => {
      expect(readAs("telephone", typed)).toEqual(["telephone: telephone"]);
    },
  );

  test("hours need days, run forwards, and leave the night alone", () => {
    const good = { days: [1, 2], from: "07:00", until: "11:30" };
    expect(readAs("hours", [good])).toEqual([good]);
    expect(readAs("hours", [])).toEqual(["hours: missing"]);
    expect(
      readAs("hours", [
        { ...good, days: [] },
        good,
        { ...good, until: "06:45" },
        { ...good, from: "05:00" },
        { ...good, until: "21:00" },
      ]),
    ).toEqual(["0: stretch", "2: stretch", "3: quiet", "4: quiet"]);
  });

  test("a name is one in both languages where only one is written", () => {
    expect(readAs("operator", { vi: "xã Tân An", en: " " })).toEqual({
      vi: "xã Tân An",
      en: "xã Tân An",
    });
    expect(readAs("operator", { vi: "123", en: "x".repeat(61) })).toEqual([
      "vi: missing",
      "en: missing",
    ]);
  });

  test("each limit is a number within reason, and no rung comes before the one below it", () => {
    expect(readAs("limits", limits({ "office-after-minutes": "15" }))).toEqual(
      limits({ "office-after-minutes": 15 }),
    );
    expect(
      readAs(
        "limits",
        limits({ "at-once": "0", "again-after-minutes": "mười", "silence-minutes": "2.5" }),
      ),
    ).toEqual(["at-once: number", "again-after-minutes: number", "silence-minutes: number"]);
    expect(
      readAs(
        "limits",
        limits({ "next-after-minutes": 5, "everyone-after-minutes": 4, "office-after-minutes": 4 }),
      ),
    ).toEqual(["everyone-after-minutes: order"]);
    expect(readAs("limits", "none")).toHaveLength(7);
  });
});

describe("what then holds", () => {
  test("only what was set differs from the file, and an empty telephone gives the national line", () => {
    expect(partsOf(deskWith(desk(), {}))).toEqual(partsOf(desk()));
    const own = deskWith(desk(), { telephone: "0207 3822 119" });
    expect(own).toMatchObject({ telephone: "0207 3822 119", routing: desk().routing });
    expect(deskWith(own, { telephone: "" }).telephone).toBeUndefined();
  });

  test("limits made shorter while somebody is called: the office's turn comes at the next call, once", () => {
    const commune = town({
      roster: [aHelper("gan"), aHelper("xa", { villages: ["noi-khac"] })],
    });
    const ba = commune.player("ba");
    for (const text of ["gặp người giúp", "Nà Khau", "ai cũng được"]) ba.types(text);
    expect(ba.saved.case?.state).toMatchObject({ is: "waiting" });

    const short = limits({ "everyone-after-minutes": 1, "office-after-minutes": 1 });
    commune.publish({ ...theLibrary(), desk: deskWith(desk(), { limits: short }) });
    const givenUp = () => ba.heard.filter((text) => text.includes("Chưa ai nhận được"));
    commune.pass(3 * minute);
    expect(givenUp()).toHaveLength(1);
    commune.pass(30 * minute);
    expect(givenUp()).toHaveLength(1);
    expect(ba.saved.case?.nextAt ?? 0).toBeGreaterThan(morning + 33 * minute);
  });
});

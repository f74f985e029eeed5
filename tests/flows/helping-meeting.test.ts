/** A meeting from a propagandist's chat: by choices, in one line, with reminders, and how it went afterwards. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Channel } from "../../src/flows/inbound.ts";
import {
  aHelper,
  asksForSomebody,
  day,
  hour,
  minute,
  morning,
  type Player,
  prepare,
  town,
} from "../support/talk.ts";

beforeAll(prepare, 120_000);

const dung = aHelper("dung");
const last = (of: Player): string => of.heard.at(-1) ?? "";

/** Dung, on one channel, holds the case of somebody in Nà Khau, on another. */
function talking(channel: Channel = "telegram", now = morning) {
  const commune = town({ now });
  const near = commune.helper(dung, channel);
  const ba = commune.player("ba-lien", "web");
  asksForSomebody(ba);
  near.presses("Nhận giúp");
  return { commune, near, ba };
}

/** What is offered, and the place it takes there: how somebody without buttons answers. */
const typesNumberOf = (who: Player, label: RegExp) => {
  const at = who.choices.findIndex((says) => label.test(says));
  if (at < 0) throw new Error(`no ${label} among ${JSON.stringify(who.choices)}`);
  who.types(String(at + 1));
};
const chooses = (channel: Channel, who: Player, label: RegExp) => {
  if (channel !== "telegram") return typesNumberOf(who, label);
  const says = who.choices.find((one) => label.test(one));
  if (says === undefined) throw new Error(`no ${label} among ${JSON.stringify(who.choices)}`);
  who.presses(says);
};

const channels: readonly Channel[] = ["telegram", "zalo-bot", "zalo-oa", "console"];

describe.each(channels)("on %s", (channel) => {
  test("day, part, hour and place are chosen, confirmed with everything named, told, reminded of, and ended by one tap", () => {
    const { commune, near, ba } = talking(channel);
    near.presses("Kết thúc giúp");
    chooses(channel, near, /Khác/);
    chooses(channel, near, /Hẹn gặp/);

    expect(near.choices).toEqual([
      // Vietnamese Culture Day.
      "Hôm nay, thứ Ba 24/11 (nghỉ lễ)",
      "Ngày mai, thứ Tư 25/11",
      "thứ Năm 26/11",
      "Khác…",
      "Quay lại",
    ]);
    chooses(channel, near, /Khác/);
    expect(near.choices[0]).toBe("thứ Sáu 27/11");
    while (!/^Hôm nay/.test(near.choices[0] ?? "")) chooses(channel, near, /Khác/);
    chooses(channel, near, /Ngày mai/);
    chooses(channel, near, /Buổi chiều/);
    chooses(channel, near, /15 giờ/);
    chooses(channel, near, /Nhà văn hóa/);
    expect(last(near)).toContain(
      "Hẹn gặp bà ở Nà Khau lúc 15 giờ, thứ Tư ngày 25 tháng 11, tại nhà văn hóa thôn",
    );
    expect(ba.saved.case?.state.is).toBe("claimed");
    chooses(channel, near, /Đúng/);

    expect(ba.saved.case?.state).toMatchObject({
      is: "resting",
      meetAt: morning + day + 6 * hour,
      place: "nhà văn hóa thôn",
    });
    expect(ba.heard.join("\n")).toContain("hẹn gặp bà lúc 15 giờ ngày mai, tại nhà văn hóa thôn");
    expect(last(near)).toContain("Đã báo giờ hẹn cho bà ở Nà Khau");

    const heard = commune.pass(day + 9 * hour).map(({ line }) => line.text);
    expect(heard.filter((text) => /nhắc: Dung/.test(text))).toHaveLength(1);
    expect(near.heard.filter((text) => text.startsWith("Nhắc hẹn"))).toHaveLength(1);
    expect(near.heard.filter((text) => text.startsWith("Sắp đến giờ"))).toHaveLength(1);
    expect(last(near)).toBe("Buổi hẹn với bà ở Nà Khau thế nào rồi ạ?");
    chooses(channel, near, /Đã xong hết/);
    expect(ba.saved.case).toBeUndefined();
    expect(near.heard.slice(-2).join("\n")).toContain("Việc của bà ở Nà Khau đã xong");
  });

  test("another hour and another place are written", () => {
    const { near, ba } = talking(channel);
    near.presses("Kết thúc giúp");
    chooses(channel, near, /Khác/);
    chooses(channel, near, /Hẹn gặp/);
    chooses(channel, near, /thứ Năm/);

    near.types("9 giờ rưỡi sáng");
    near.types("nhà ông Tám đầu bản");

    expect(last(near)).toContain("lúc 9 giờ 30, thứ Năm ngày 26 tháng 11, tại nhà ông Tám đầu bản");
    expect(ba.heard.join("\n")).not.toContain("ông Tám");
    chooses(channel, near, /Đúng/);
    expect(ba.saved.case?.state).toMatchObject({ is: "resting", place: "nhà ông Tám đầu bản" });
  });
});

test("no message of the way has more than five choices, whatever the day", () => {
  for (const now of [morning, morning + 9 * hour, morning + 34 * day]) {
    const { near } = talking("telegram", now);
    near.presses("Kết thúc giúp");
    near.presses("Khác…");
    near.presses("Hẹn gặp");
    for (let page = 0; page < 6; page += 1) near.presses("Khác…");

    for (const { choices } of near.chat.said) expect(choices.length).toBeLessThanOrEqual(5);
  }
});

test("hours that have passed are not offered, nor a day on which none is left", () => {
  const late = talking("telegram", morning + 10 * hour); // 19:00
  late.near.presses("Kết thúc giúp");
  late.near.presses("Khác…");
  late.near.presses("Hẹn gặp");
  late.near.presses("Hôm nay, thứ Ba 24/11 (nghỉ lễ)");
  expect(late.near.choices).toEqual(["20 giờ", "Quay lại"]);

  const night = talking("telegram", morning + 11 * hour + 5 * minute);
  night.near.presses("Kết thúc giúp");
  night.near.presses("Khác…");
  night.near.presses("Hẹn gặp");
  expect(night.near.choices[0]).toMatch(/^Ngày mai, thứ Tư 25\/11/);
});

describe("a meeting in one line, in the middle of a talk", () => {
  test("is confirmed before anybody hears of it", () => {
    const { near, ba } = talking();
    const before = ba.heard.length;

    near.types("hẹn bà 8 giờ sáng mai ở nhà văn hoá nhé");

    expect(ba.heard).toHaveLength(before);
    expect(last(near)).toContain("lúc 8 giờ, thứ Tư ngày 25 tháng 11");
    expect(last(near)).toContain("tại nhà văn hoá");
    near.presses("Đúng, hẹn vậy");
    expect(ba.saved.case?.state).toMatchObject({ is: "resting", place: "nhà văn hoá" });
    expect(ba.heard.slice(before).join("\n")).not.toContain("nhé");
  });

  test("goes as it stands when it was only said", () => {
    const { near, ba } = talking();

    near.types("hẹn bà 8 giờ sáng mai ở nhà văn hoá nhé");
    near.presses("Không hẹn, chỉ nhắn bà ở Nà Khau");

    expect(last(ba)).toBe("hẹn bà 8 giờ sáng mai ở nhà văn hoá nhé");
    expect(ba.saved.case?.state.is).toBe("claimed");
    near.types("bà nhớ nhé");
    expect(last(ba)).toBe("bà nhớ nhé");
  });

  test.each(["hẹn gặp bà sau nhé", "hẹn bà 8 giờ sáng mai", "bà hẹn 8 giờ sáng mai ở nhà ạ?"])(
    "%s is none, and goes to the resident",
    (text) => {
      const { near, ba } = talking();

      near.types(text);

      expect(last(ba)).toBe(text);
    },
  );
});

test("a meeting that passed while it was confirmed is asked for anew", () => {
  const { commune, near, ba } = talking();
  near.types("bà đợi cháu nhé");
  near.types("hẹn 9 giờ 30 hôm nay ở nhà văn hoá");
  commune.pass(hour);

  near.presses("Đúng, hẹn vậy");

  expect(ba.saved.case?.state.is).toBe("claimed");
  expect(last(near)).toContain("buổi nào");
});

describe("a place of the list is told to each in their own language", () => {
  test("chosen in Vietnamese it is told in English to somebody who reads English, also when reminded", () => {
    const { commune, near, ba } = talking();
    ba.commands("language");
    near.types("hẹn bà 15 giờ ngày mai ở nhà văn hoá thôn nhé");
    near.presses("Đúng, hẹn vậy");

    commune.pass(day + 9 * hour);

    const told = ba.heard.filter((text) => text.includes("village cultural house"));
    expect(told.length).toBeGreaterThan(2);
    expect(ba.heard.join()).not.toContain("nhà văn hóa");
    expect(near.heard.filter((text) => /Nhắc hẹn.*nhà văn hóa thôn/.test(text))).toHaveLength(1);
  });

  test("their own home is theirs to them, and a place in somebody's own words stays as it was written", () => {
    for (const [place, told] of [
      ["nhà", "your home"],
      ["nhà bà", "your home"],
      ["Nhà văn hoá Nà Khau", "cultural house, Nà Khau"],
      ["Uỷ ban xã", "commune office"],
      ["quán nước đầu chợ", "quán nước đầu chợ"],
    ] as const) {
      const { near, ba } = talking();
      ba.commands("language");
      ba.sends({
        kind: "case-hand-back",
        case: ba.saved.case!.id,
        by: { id: "dung" as never, name: "Dung (mẫu)", role: "trưởng thôn" },
        result: { outcome: "meet", at: morning + day, place },
      } as never);
      expect(last(ba)).toContain(told);
      expect(near.heard.join()).not.toContain(told === place ? "nothing" : told);
    }
  });
});

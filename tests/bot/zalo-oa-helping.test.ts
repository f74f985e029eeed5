/** A propagandist who has nothing but Zalo: the whole work of a day in the chat of the Official Account. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { helperReading } from "../../src/bot/web/helper-reading.ts";
import { prepare } from "../support/talk.ts";
import {
  asksForHelp,
  ba,
  buttonsOf,
  caseOf,
  claimed,
  does,
  dung,
  house,
  idle,
  newest,
  ong,
  opened,
  pages,
  presses,
  quotes,
  restarted,
  rowOf,
  says,
  sees,
  two,
} from "../support/zalo-oa/neighbours.ts";

beforeAll(prepare, 120_000);

const hour = 60 * 60 * 1000;
const jpeg = new Uint8Array(readFileSync(new URL("../support/media/square.jpg", import.meta.url)));

test("is called, claims by a button, and both read each other until it is over", async () => {
  await claimed();
  expect(newest(ba)?.text).toContain("Dung (mẫu)");
  expect(newest(dung)?.text).toContain("không hỏi mật khẩu");

  const toHer = await does(dung, () => house.emulator.sendsText(dung, "bà bấm nút xanh nhé"));
  expect(toHer).toEqual([]);
  expect(newest(ba)?.text).toBe("Dung (mẫu) (trưởng thôn)\nbà bấm nút xanh nhé");
  await says(ba, "bà bấm rồi");
  expect(newest(dung)?.text).toContain("bà bấm rồi");

  await presses(dung, "Kết thúc giúp");
  await presses(dung, "Đã xong hết");
  expect(caseOf(ba)).toBeUndefined();
  expect(rowOf(dung).saved.helping?.cases).toEqual([]);
});

test("whoever is helped sees how far what they wrote has come, as far as Zalo tells", async () => {
  await claimed();
  await says(ba, "bà bấm rồi");
  const hers = house.store.lastLines(rowOf(ba).id, 60);
  const said = hers.findLast(({ what }) => what.is === "inbound" && what.inbound.kind === "words");
  const reading = () => helperReading(house.store, rowOf(ba));
  expect(reading()).toEqual({ reached: 0, seen: 0 });

  await does(dung, () => house.emulator.hasReceived(dung));
  expect(reading()).toEqual({ reached: said?.seq, seen: 0 });

  await does(dung, () => house.emulator.hasSeen(dung));
  expect(reading()).toEqual({ reached: said?.seq, seen: said?.seq });
});

test("where Zalo takes no buttons, numbers and labels do all of it", async () => {
  await opened({ buttons: "refuse" });
  await asksForHelp(ba, "bà");
  expect(newest(dung)?.text).toContain("1. Nhận giúp");
  await says(dung, "1");
  expect(caseOf(ba)?.state.is).toBe("claimed");

  // Plain words, and a number among them, are for the person who is helped.
  await says(dung, "2");
  expect(newest(ba)?.text).toBe("Dung (mẫu) (trưởng thôn)\n2");
  await says(dung, "kết thúc giúp");
  expect(newest(dung)?.text).toMatch(/\n1\. Vẫn ở bước này\n2\. /);
  await says(dung, "1");
  expect(caseOf(ba)).toBeUndefined();
});

describe("with two at once", () => {
  test("words that could be for either are asked about, and go where the press says", async () => {
    await two();
    const before = [sees(ba).length, sees(ong).length];
    await says(dung, "bấm nút xanh ạ");
    expect([sees(ba).length, sees(ong).length]).toEqual(before);
    expect(buttonsOf(dung)).toEqual(expect.arrayContaining(["ông ở Nà Khau", "bà ở Nà Khau"]));

    await presses(dung, "ông ở Nà Khau");

    expect(newest(ong)?.text).toContain("bấm nút xanh ạ");
    expect(sees(ba)).toHaveLength(before[0] ?? 0);
  });

  test("an answer that quotes goes to whom it answers, and shows what it answers", async () => {
    await two();
    await says(ba, "cháu ơi nút nào");
    await says(ong, "ông chưa thấy gì");

    await quotes(dung, "nút nào", "nút hình ngôi sao ạ");

    expect(newest(ba)?.text).toContain("nút hình ngôi sao ạ");
    expect(sees(ong).some(({ text }) => text.includes("ngôi sao"))).toBe(false);
  });

  test("an answer points at what it answers in Zalo's own way, and says it in words where Zalo does not", async () => {
    await two();
    const asked = house.emulator.sendsText(ba, "cháu ơi nút nào");
    await idle();

    await quotes(dung, "nút nào", "nút hình ngôi sao ạ");
    expect(newest(ba)).toMatchObject({
      quotes: asked,
      text: "Dung (mẫu) (trưởng thôn)\nnút hình ngôi sao ạ",
    });

    house.emulator.quotes = false;
    await quotes(dung, "nút nào", "nút ở góc phải ạ");
    expect(newest(ba)?.quotes).toBeUndefined();
    expect(newest(ba)?.text).toBe(
      "Dung (mẫu) (trưởng thôn)\n↪ “cháu ơi nút nào”\nnút ở góc phải ạ",
    );
  });

  test("so does one that quotes a picture, though its words came in a message of their own", async () => {
    await two();
    const url = house.emulator.keeps(jpeg, "image/jpeg");
    await does(ba, () => house.emulator.sendsAttachment(ba, "user_send_image", { url }));
    await presses(ba, newest(ba)?.buttons[0]?.title ?? "");
    await says(ong, "ông chưa thấy gì");
    await presses(dung, "Kết thúc giúp");
    const picture = sees(dung).findLast((seen) => seen.picture !== undefined);
    expect(picture).toBeDefined();

    await does(dung, () =>
      house.emulator.sendsText(dung, "bà chụp rõ rồi ạ", { quote_msg_id: picture?.id }),
    );

    expect(newest(ba)?.text).toContain("bà chụp rõ rồi ạ");
    expect(sees(ong).some(({ text }) => text.includes("chụp rõ"))).toBe(false);
  });

  test("few messages left are never joined over two people", async () => {
    await two();
    await says(dung, "cháu đây ạ");
    for (let each = 0; each < 5; each += 1) {
      await says(ba, `bà hỏi lần ${each}`);
      await says(ong, `ông hỏi lần ${each}`);
    }
    for (const { text } of sees(dung)) {
      expect(text.includes("bà hỏi") && text.includes("ông hỏi")).toBe(false);
    }
    await says(dung, "cháu đọc đây");
    expect(
      sees(dung)
        .map(({ text }) => text)
        .join("\n"),
    ).toContain("ông hỏi lần 4");
  });
});

describe("ends", () => {
  test("with any of seven outcomes, at most five at a time", async () => {
    await claimed();
    await presses(dung, "Kết thúc giúp");
    expect(await pages(dung)).toEqual([
      "Vẫn ở bước này",
      "Đã xong đến bước…",
      "Đã xong hết",
      "Còn thiếu giấy",
      "Phải đi làm trực tiếp",
      "Hẹn gặp",
      "Chưa gặp được",
    ]);
  });

  test.each([
    "Vẫn ở bước này",
    "Đã xong hết",
    "Còn thiếu giấy",
    "Phải đi làm trực tiếp",
    "Chưa gặp được",
  ])("%s", async (outcome) => {
    await claimed();
    await says(dung, "chào bà ạ");
    await presses(dung, "Kết thúc giúp");
    if (!buttonsOf(dung).includes(outcome)) await presses(dung, "Khác…");
    const before = sees(ba).length;
    await presses(dung, outcome);
    expect(caseOf(ba)?.state.is ?? "over").not.toBe("claimed");
    expect(sees(ba).length).toBeGreaterThan(before);
    expect(rowOf(dung).saved.helping?.cases).toEqual([]);
  });

  test("done up to a step, named in pages", async () => {
    await claimed();
    await presses(dung, "Kết thúc giúp");
    await presses(dung, "Đã xong đến bước…");
    expect(buttonsOf(dung).length).toBeGreaterThan(1);
    expect(buttonsOf(dung).length).toBeLessThanOrEqual(5);
    const before = sees(ba).length;
    await presses(dung, buttonsOf(dung)[0] ?? "");
    expect(caseOf(ba)).toBeUndefined();
    expect(sees(ba).length).toBeGreaterThan(before);
  });

  test("with a meeting, said in words, of which both are reminded and after which it is asked how it went", async () => {
    await claimed();
    await presses(dung, "Kết thúc giúp");
    await presses(dung, "Khác…");
    await presses(dung, "Hẹn gặp");
    await says(dung, "lúc nào rảnh");
    expect(newest(dung)?.text).toContain("chưa rõ");
    await says(dung, "15 giờ ngày 25/11, nhà văn hoá");
    expect(caseOf(ba)?.state).toMatchObject({ is: "resting", place: "nhà văn hoá" });
    expect(newest(ba)?.text).toContain("nhà văn hoá");

    await house.pass(33 * hour);
    await idle();

    expect(newest(dung)?.text).toContain("bà ở Nà Khau");
    expect(buttonsOf(dung)).toContain("Đã xong hết");
    await presses(dung, "Đã xong hết");
    expect(caseOf(ba)).toBeUndefined();
  });
});

describe("staff of the commune who answer in Zalo's own inbox", () => {
  const staffSays = (text: string) => does(ba, () => house.emulator.staffSends(ba, text));
  /** The echo of what staff wrote is looked at for a few seconds, as it might be our own. */
  const noticed = (text: string) => house.until(() => threadOf(ba).includes(text));
  const threadOf = (user: string) => JSON.stringify(house.store.lastLines(rowOf(user).id, 60));

  test("while a neighbour holds the case are carried to the neighbour, who keeps it", async () => {
    await claimed();
    const before = sees(ba).length;

    await staffSays("Chiều mai bà ra xã nhé");
    await noticed("Chiều mai bà ra xã nhé");
    await idle();

    expect(caseOf(ba)?.state).toMatchObject({ is: "claimed", by: { name: "Dung (mẫu)" } });
    expect(newest(dung)?.text).toContain("Cán bộ xã: Chiều mai bà ra xã nhé");
    // The machine says nothing beside them, and the next word still goes to the neighbour.
    expect(sees(ba)).toHaveLength(before);
    await says(ba, "mấy giờ hả cháu");
    expect(sees(ba)).toHaveLength(before);
    expect(newest(dung)?.text).toContain("mấy giờ hả cháu");
  });

  test("while a meeting is agreed silence the machine; the meeting stands, and is reminded of", async () => {
    await claimed();
    await presses(dung, "Kết thúc giúp");
    await presses(dung, "Khác…");
    await presses(dung, "Hẹn gặp");
    await says(dung, "15 giờ ngày 25/11, nhà văn hoá");
    expect(caseOf(ba)?.state.is).toBe("resting");

    await staffSays("Bà mang thêm sổ nhé");
    await noticed("Bà mang thêm sổ nhé");
    await idle();
    expect(newest(dung)?.text).toContain("Cán bộ xã: Bà mang thêm sổ nhé");
    const before = sees(ba).length;
    await says(ba, "sổ nào hả cháu");
    expect(sees(ba)).toHaveLength(before);
    expect(newest(dung)?.text).toContain("sổ nào hả cháu");

    await house.pass(31 * 60_000);
    expect((await says(ba, "xong rồi")).length).toBeGreaterThan(0);
    expect(caseOf(ba)?.state).toMatchObject({ is: "resting", place: "nhà văn hoá" });
    const remindedFrom = sees(ba).length;
    await house.pass(29 * hour);
    expect(
      sees(ba)
        .slice(remindedFrom)
        .some(({ text }) => text.includes("nhà văn hoá")),
    ).toBe(true);
  });

  test("whose words come after a crash in the middle are met once", async () => {
    await claimed();
    house.emulator.staffSends(ba, "Chào bà, xã đây");
    await house.until(
      () =>
        house.store.handedOut(house.channel.sender.account).length > 0 ||
        threadOf(ba).includes("xã đây"),
    );
    await restarted();
    await noticed("xã đây");
    await idle();

    expect(threadOf(ba).split("Chào bà, xã đây")).toHaveLength(2);
    expect(caseOf(ba)?.state).toMatchObject({ by: { name: "Dung (mẫu)" } });
  });
});

test("off duty nobody is called; on duty again the next one is", async () => {
  await opened();
  await presses(dung, "Tạm nghỉ (đang bận)");
  const before = sees(dung).length;
  await asksForHelp(ba, "bà");
  expect(sees(dung)).toHaveLength(before);

  await presses(dung, "Bắt đầu trực");
  await asksForHelp(ong, "ông");

  expect(sees(dung).some(({ buttons }) => buttons.some(({ title }) => title === "Nhận giúp"))).toBe(
    true,
  );
});

test("a place shared is shown to whoever helps", async () => {
  await claimed();
  await does(ba, () =>
    house.emulator.sendsAttachment(ba, "user_send_location", {
      coordinates: { latitude: "22.12345", longitude: "105.2" },
    }),
  );
  expect(newest(dung)?.text).toContain("q=22.12345,105.20000");
});

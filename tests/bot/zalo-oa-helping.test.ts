/** A propagandist who has nothing but Zalo: the whole work of a day in the chat of the Official Account. */
import { readFileSync } from "node:fs";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { hashOf } from "../../src/bot/ids.ts";
import { helperReading } from "../../src/bot/web/helper-reading.ts";
import { docx, pdf } from "../support/documents.ts";
import { prepare } from "../support/talk.ts";
import { type OaHouse, type OaHouseOptions, oaHouse } from "../support/zalo-oa/house.ts";

beforeAll(prepare, 120_000);

const [ba, ong, dung] = ["2468135790246813579", "1357913579135791357", "8642086420864208642"];
const hour = 60 * 60 * 1000;
const jpeg = new Uint8Array(readFileSync(new URL("../support/media/square.jpg", import.meta.url)));

let house: OaHouse;
afterEach(async () => {
  await house.end();
  house.emulator.assertNoViolations();
});

const sees = (user: string) => house.emulator.sees(user);
const newest = (user: string) => sees(user).at(-1);
const rowOf = (user: string) => {
  const row = house.store.findByPeer(house.channel.sender.account, user);
  if (row === undefined) throw new Error("no conversation");
  return row;
};
const caseOf = (user: string) => rowOf(user).saved.case;
/** Everything has arrived that was to arrive. */
const settled = () =>
  house.until(
    () =>
      house.emulator.calls === 0 &&
      [ba, ong, dung].every((user) => {
        const row = house.store.findByPeer(house.channel.sender.account, user);
        return row === undefined || house.store.waiting(row.id).length === 0;
      }) &&
      house.store.handedOut(house.channel.sender.account).length === 0,
  );
const idle = async (): Promise<void> => {
  await house.pass(0);
  await settled();
  await house.pass(0);
  await settled();
};
/** What a person does, and what everybody sees of it once it has arrived. */
async function does(user: string, act: () => void): Promise<readonly string[]> {
  const before = sees(user).length;
  act();
  await idle();
  return sees(user)
    .slice(before)
    .map(({ text }) => text);
}
const says = (user: string, text: string) => does(user, () => house.emulator.sendsText(user, text));
const presses = (user: string, title: string) =>
  does(user, () => house.emulator.presses(user, title));
/** Answers the newest message that says so. */
const quotes = (user: string, about: string, text: string) =>
  does(user, () => {
    const answered = sees(user).findLast((seen) => seen.text.includes(about));
    if (answered === undefined) throw new Error(`nobody said ${about}`);
    house.emulator.sendsText(user, text, { quote_msg_id: answered.id });
  });

/** One propagandist of Nà Khau, joined by the typed code; everything of the day goes through Zalo. */
async function opened(options: OaHouseOptions = {}): Promise<void> {
  house = await oaHouse(options);
  house.store.invite({
    codeHash: hashOf("abcdefgh23456789"),
    commune: "tan-an",
    rank: "propagandist",
    name: "Dung (mẫu)",
    role: "trưởng thôn",
    village: "na-khau",
    woman: false,
    office: false,
    expiresAt: house.clock.now() + 24 * hour,
  });
  const welcome = await says(dung, "abcdefgh23456789");
  expect(welcome.join("\n")).toContain("Dung (mẫu)");
  await says(dung, "Bắt đầu trực");
}

/** Stands on a step and asks for somebody of the village. */
async function asksForHelp(user: string, me: string): Promise<void> {
  await says(user, `${me} muốn tra cứu hồ sơ`);
  await says(user, "1");
  if (rowOf(user).saved.asking?.what === "keep") await says(user, "1");
  await says(user, "gặp người giúp");
  if (newest(user)?.text.includes("thôn") === true) await says(user, "Nà Khau");
  if (caseOf(user) === undefined) await says(user, "Ai giúp cũng được");
  expect(caseOf(user)?.state.is).toBe("waiting");
}

const buttonsOf = (user: string) => newest(user)?.buttons.map(({ title }) => title) ?? [];
/** Every choice that is offered under the newest message, page after page. */
async function pages(user: string): Promise<readonly string[]> {
  const all: string[] = [];
  for (;;) {
    const here = buttonsOf(user);
    expect(here.length).toBeLessThanOrEqual(5);
    if (all.includes(here[0] ?? "")) return all;
    all.push(...here.filter((title) => title !== "Khác…"));
    if (!here.includes("Khác…")) return all;
    await presses(user, "Khác…");
  }
}
async function claimed(): Promise<void> {
  await opened();
  await asksForHelp(ba, "bà");
  await presses(dung, "Nhận giúp");
  expect(caseOf(ba)?.state).toMatchObject({ is: "claimed", by: { name: "Dung (mẫu)" } });
}

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

async function two(): Promise<void> {
  await claimed();
  await says(dung, "bà chờ cháu chút");
  await asksForHelp(ong, "ông");
  await presses(dung, "Nhận giúp");
  expect(caseOf(ong)?.state.is).toBe("claimed");
}

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
    house = await house.restart();
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

describe("a document", () => {
  const sendsFile = (user: string, bytes: Buffer, name: string) =>
    does(user, () => {
      const url = house.emulator.keeps(bytes, "application/octet-stream");
      house.emulator.sendsAttachment(user, "user_send_file", { url, name });
    });
  const files = (user: string) =>
    sees(user).flatMap(({ file }) => (file === undefined ? [] : [file]));
  const linked = /^Zalo không gửi được tệp này.*\nMẫu\.docx\nhttps:\S+$/mu;

  test("goes as a file under its name, and is nobody's but ours when Zalo tells us of it", async () => {
    await claimed();
    const form = docx("Tờ khai mẫu");

    await sendsFile(dung, form, "Mẫu.docx");

    expect(files(ba).map(({ name }) => name)).toEqual(["Mẫu.docx"]);
    expect(Buffer.from(files(ba)[0]?.bytes ?? []).equals(form)).toBe(true);
    // Who sent it is said below it.
    expect(newest(ba)?.text).toBe("Dung (mẫu) (trưởng thôn)");
    expect(caseOf(ba)?.state).toMatchObject({ is: "claimed", by: { name: "Dung (mẫu)" } });
    expect(house.logged.join("")).not.toContain("staff answered");
    expect(house.logged.join("")).not.toContain("Mẫu.docx");
  });

  test.each([
    ["for its kind", () => house.emulator.failsUploads({ is: "refuses", error: -201 })],
    [
      "because the month's uploads are used up",
      () => house.emulator.failsUploads({ is: "refuses", error: -211 }),
    ],
    ["once it lies there", () => house.emulator.fails({ is: "refuses", error: -100 })],
  ])("refused %s, it is an address that leads to it", async (_, refuses) => {
    await claimed();
    refuses();

    await sendsFile(dung, docx(), "Mẫu.docx");

    expect(files(ba)).toEqual([]);
    expect(sees(ba).filter(({ text }) => linked.test(text))).toHaveLength(1);
  });

  test("too large for Zalo, it is an address from the beginning", async () => {
    await claimed();
    const before = house.emulator.uploads;

    await sendsFile(
      dung,
      docx("Mẫu", { "word/media/a.bin": "a".repeat(5 * 1024 * 1024) }),
      "Mẫu.docx",
    );

    expect(house.emulator.uploads).toBe(before);
    expect(newest(ba)?.text).toMatch(linked);
  });

  test("with one message left, it is an address in that one", async () => {
    await opened({ inARow: 8 });
    await asksForHelp(ba, "bà");
    await presses(dung, "Nhận giúp");
    await says(ba, "cháu gửi mẫu cho bà");
    for (let each = 0; each < 7; each += 1) await says(dung, `lời ${each}`);

    await sendsFile(dung, docx(), "Mẫu.docx");

    expect(files(ba)).toEqual([]);
    expect(sees(ba).filter(({ text }) => linked.test(text))).toHaveLength(1);
  });

  test("an answer to it goes to whoever sent it, though its words came in a message of their own", async () => {
    await two();
    await sendsFile(ba, pdf(), "đơn của bà.pdf");
    await presses(ba, "Không có, gửi đi");
    await says(ong, "ông chưa thấy gì");
    await presses(dung, "Kết thúc giúp");
    const sent = sees(dung).find(({ file }) => file?.name === "đơn của bà.pdf");

    await does(dung, () =>
      house.emulator.sendsText(dung, "đơn đúng rồi ạ", { quote_msg_id: sent?.id }),
    );

    expect(newest(ba)?.text).toContain("đơn đúng rồi ạ");
    expect(sees(ong).some(({ text }) => text.includes("đơn đúng rồi"))).toBe(false);
  });
});

describe("a telephone number", () => {
  const number = "0912345678";
  const cardOf = (user: string) => {
    const mine = rowOf(user).id;
    return house.store.cases("tan-an", 0).find((one) => one.conversation === mine);
  };
  const everything = (user: string) =>
    JSON.stringify([house.store.lines(rowOf(user).id, 0, 200), sees(user).map(({ text }) => text)]);
  /** Nobody has come for a while, and they press to be called. */
  async function asksToBeCalled(before?: () => void): Promise<void> {
    await opened();
    await asksForHelp(ba, "bà");
    if (before !== undefined) await does(ba, before);
    const offered = () =>
      sees(ba).some(({ buttons }) => buttons.some(({ title }) => title === "Gọi điện cho tôi"));
    for (let minutes = 0; minutes < 60 && !offered(); minutes += 3) {
      await house.pass(3 * 60_000);
      await idle();
    }
    await presses(ba, "Gọi điện cho tôi");
    expect(rowOf(ba).saved.asking?.what).toBe("phone");
  }

  test("is asked for in words and by Zalo's own form; what is shared there reaches the helper alone", async () => {
    await asksToBeCalled();
    expect(sees(ba).at(-1)?.asksPhone).toBe(true);
    expect(
      sees(ba)
        .at(-2)
        ?.buttons.map(({ title }) => title),
    ).toEqual(["Thôi, không cần gọi"]);

    await does(ba, () => house.emulator.submitsPhone(ba, "84912345678"));

    expect(cardOf(ba)?.phone).toBe(number);
    expect(
      sees(dung)
        .map(({ text }) => text)
        .join("\n"),
    ).not.toContain(number);
    await presses(dung, "Nhận giúp");
    expect(newest(dung)?.text).toContain(number);
  });

  test.each([
    ["pressed", () => presses(ba, "Gọi số này")],
    ["agreed to in words", () => says(ba, "vâng")],
    ["typed by its words", () => says(ba, "goi so nay")],
  ])(
    "shared with the account before is offered in place of the form, and taken when %s",
    async (_, agrees) => {
      await asksToBeCalled(() => house.emulator.submitsPhone(ba, "84912345678"));
      expect(cardOf(ba)?.phone).toBeUndefined();
      expect(sees(ba).some(({ asksPhone }) => asksPhone)).toBe(false);
      expect(newest(ba)?.text).toContain(
        "số 0912 345 678 trên Zalo. Người giúp gọi số này có được không",
      );

      await agrees();

      expect(cardOf(ba)?.phone).toBe(number);
      expect(house.logged.join("")).not.toContain("912345678");
      for (const said of [number, "0912 345 678"]) expect(everything(dung)).not.toContain(said);
      await presses(dung, "Nhận giúp");
      expect(newest(dung)?.text).toContain(number);
    },
  );

  test.each([
    ["pressed", () => presses(ba, "Gọi số khác")],
    ["said", () => says(ba, "khong phai")],
  ])("where another one is wished for, %s, it is asked for in words alone", async (_, declines) => {
    await asksToBeCalled(() => house.emulator.submitsPhone(ba, "84912345678"));

    await declines();
    expect(newest(ba)?.text).toContain("nhắn số điện thoại");
    expect(cardOf(ba)?.phone).toBeUndefined();
    await says(ba, "0987 654 321");

    expect(cardOf(ba)?.phone).toBe("0987654321");
    expect(sees(ba).some(({ asksPhone }) => asksPhone)).toBe(false);
  });

  test("where Zalo does not say what was shared, its form asks", async () => {
    await asksToBeCalled(() => {
      house.emulator.submitsPhone(ba, "84912345678");
      house.emulator.failsPeople({ is: "refuses", error: -213 });
    });
    expect(newest(ba)?.asksPhone).toBe(true);
    for (const said of [number, "0912 345 678"]) expect(everything(ba)).not.toContain(said);
  });

  test("nothing else of a person is looked at or kept", async () => {
    await asksToBeCalled(() => house.emulator.submitsPhone(ba, "84912345678"));
    await presses(ba, "Gọi số này");
    await presses(dung, "Nhận giúp");
    for (const text of [everything(ba), everything(dung), house.logged.join("")])
      expect(text).not.toContain("Liên (mẫu)");
  });

  test("is not asked for again once it was declined, and nobody is worse off", async () => {
    await asksToBeCalled();
    await presses(ba, "Thôi, không cần gọi");
    expect(cardOf(ba)?.phone).toBeUndefined();
    expect(caseOf(ba)?.state.is).toBe("waiting");
    expect(newest(ba)?.asksPhone).toBe(false);
  });

  test("shared when nobody asks for one is kept nowhere", async () => {
    await claimed();
    await does(ba, () => house.emulator.submitsPhone(ba, "84912345678"));
    await does(ba, () =>
      house.emulator.sendsAttachment(ba, "user_send_business_card", {
        description: JSON.stringify({ phone: "0987654321" }),
      }),
    );
    for (const said of [number, "0987654321"]) {
      expect(everything(ba)).not.toContain(said);
      expect(everything(dung)).not.toContain(said);
      expect(house.logged.join("")).not.toContain(said);
    }
    expect(cardOf(ba)?.phone).toBeUndefined();
  });

  test("may be a child's, from their card, where it is asked whom to call", async () => {
    await asksToBeCalled();
    await does(ba, () =>
      house.emulator.sendsAttachment(ba, "user_send_business_card", {
        description: JSON.stringify({ phone: "+84 987 654 321" }),
      }),
    );
    expect(cardOf(ba)?.phone).toBe("0987654321");
  });
});

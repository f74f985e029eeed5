/** What people share through the Official Account besides words: documents, and the number they are called at. */
import { beforeAll, describe, expect, test } from "vitest";
import { docx, pdf } from "../support/documents.ts";
import { prepare } from "../support/talk.ts";
import {
  asksForHelp,
  ba,
  caseOf,
  claimed,
  does,
  dung,
  house,
  newest,
  ong,
  opened,
  presses,
  rowOf,
  says,
  sees,
  two,
} from "../support/zalo-oa/neighbours.ts";

beforeAll(prepare, 120_000);

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
  /** Somebody is being called, and they would rather be telephoned. */
  async function asksToBeCalled(before?: () => void): Promise<void> {
    await opened();
    await asksForHelp(ba, "bà");
    if (before !== undefined) await does(ba, before);
    await says(ba, "gọi điện cho tôi");
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

  test("shared with the account before is offered by its ending in place of the form", async () => {
    await asksToBeCalled(() => house.emulator.submitsPhone(ba, "84912345678"));
    expect(cardOf(ba)?.phone).toBeUndefined();
    expect(sees(ba).some(({ asksPhone }) => asksPhone)).toBe(false);
    expect(newest(ba)?.text).toContain("số điện thoại, đuôi 678. Người giúp gọi số ấy");

    await presses(ba, "Gọi số ấy");

    expect(cardOf(ba)?.phone).toBe(number);
    for (const text of [everything(ba), everything(dung), house.logged.join("")])
      expect(text).not.toContain("912345678");
    await presses(dung, "Nhận giúp");
    expect(newest(dung)?.text).toContain(number);
    // Nothing else of a person is looked at or kept.
    for (const text of [everything(ba), everything(dung), house.logged.join("")])
      expect(text).not.toContain("Liên (mẫu)");
  });

  test("where Zalo does not say what was shared, its form asks", async () => {
    await asksToBeCalled(() => {
      house.emulator.submitsPhone(ba, "84912345678");
      house.emulator.failsPeople({ is: "refuses", error: -213 });
    });
    expect(newest(ba)?.asksPhone).toBe(true);
    for (const said of [number, "0912 345 678"]) expect(everything(ba)).not.toContain(said);
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

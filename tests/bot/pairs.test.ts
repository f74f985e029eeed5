/** What passes between a resident and whoever helps, on every pair of channels. */
import { readFileSync } from "node:fs";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { ChannelUnderTest, Shown } from "../support/channels/on-stage.ts";
import { type Helping, type Pair, pairOf } from "../support/channels/pair.ts";
import { telegram, zaloBot, zaloOa } from "../support/channels/stages.ts";
import { webChat } from "../support/channels/web-stage.ts";
import { soon } from "../support/patience.ts";
import { prepare } from "../support/talk.ts";

beforeAll(prepare, 120_000);

const residents: readonly ChannelUnderTest[] = [webChat, telegram, zaloBot, zaloOa];
const helpers: readonly Helping[] = ["desk", telegram, zaloBot, zaloOa];
const nameOf = (helping: Helping): string => (helping === "desk" ? "desk" : helping.channel);
const pairs = residents.flatMap((resident) =>
  helpers.map((helper) => ({
    resident,
    helper,
    name: `${resident.channel} and ${nameOf(helper)}`,
  })),
);

let pair: Pair;
afterEach(() => pair?.end());

/** Which of these words stand there, in the order in which they stand there. */
const inOrder = (shown: readonly Shown[], marks: readonly string[]): readonly string[] =>
  shown.flatMap(({ text }) => marks.filter((mark) => text.includes(mark)));

const textOf = (shown: readonly Shown[]): string => shown.map(({ text }) => text).join("\n");
/** With a map that opens by a press. */
const aPlace = /22\.\d+,105\.\d+\nhttps:\/\/www\.google\.com\/maps\?q=22/u;

describe.each(pairs)("$name", ({ resident, helper }) => {
  test("what is written arrives in its order, and the helper's begins with name and role", async () => {
    pair = await pairOf(resident, helper);
    const theirs = ["bà mở trang rồi", "bà thấy nút xanh", "bà bấm chưa được"];
    const mine = ["cháu chào bà", "bà bấm lại nút xanh", "xong bà bảo cháu nhé"];

    for (const line of theirs) await pair.brings(() => pair.resident.types(line), "helper");
    for (const line of mine) await pair.brings(() => pair.helper.says(line), "resident");

    expect(inOrder(pair.helper.reads(), theirs)).toEqual(theirs);
    const heard = pair.resident.sees().filter(({ text }) => mine.some((one) => text.includes(one)));
    expect(inOrder(heard, mine)).toEqual(mine);
    for (const { text } of heard) expect(text).toMatch(/^Dung \(mẫu\) \(trưởng thôn\):?\n/u);

    if (pair.helper.edits !== undefined) {
      const changed = await pair.brings(
        () => pair.helper.edits?.("xong thì bà gọi cháu"),
        "resident",
      );
      expect(textOf(changed)).toMatch(/^Dung.*\nđã sửa: xong thì bà gọi cháu/iu);
    }
    if (pair.resident.sends.place !== undefined) {
      const there = await pair.brings(() => pair.resident.sends.place?.(), "helper");
      expect(textOf(there)).toMatch(aPlace);
    }
    if (pair.helper.sendsPlace !== undefined) {
      const here = await pair.brings(() => pair.helper.sendsPlace?.(), "resident");
      expect(textOf(here)).toMatch(aPlace);
    }
  });

  test("pictures chosen together and a voice arrive, each once, in both directions", async () => {
    pair = await pairOf(resident, helper);
    const pictures = (shown: readonly Shown[]) => shown.filter(({ picture }) => picture).length;
    const [before, there] = [pictures(pair.resident.sees()), pictures(pair.helper.reads())];

    pair.resident.sends.photos?.(3);
    await vi.waitFor(() => {
      const asked = pair.resident.sees().at(-1);
      expect(asked?.choices.join()).toContain("Không có, gửi đi");
    }, soon);
    await pair.quiet();
    pair.resident.chooses("Không có, gửi đi");
    await vi.waitFor(() => expect(pictures(pair.helper.reads()) - there).toBe(3), soon);
    pair.helper.sendsPhotos(2);
    await vi.waitFor(() => expect(pictures(pair.resident.sees()) - before).toBe(2), soon);

    await pair.quiet();
    expect(pictures(pair.helper.reads()) - there).toBe(3);
    expect(pictures(pair.resident.sees()) - before).toBe(2);
    if (pair.resident.sends.voice !== undefined)
      await pair.brings(() => pair.resident.sends.voice?.(), "helper");
  });

  test("a document arrives under its name, once, in both directions", async () => {
    pair = await pairOf(resident, helper);
    const carries = (shown: readonly Shown[], name: string) =>
      shown.filter(({ file, text }) => file === name || text.includes(name)).length;

    if (pair.resident.sends.document !== undefined) {
      pair.resident.sends.document("Tờ khai của bà.pdf");
      await vi.waitFor(() => {
        const asked = pair.resident.sees().at(-1);
        expect(asked?.text).toContain("Trong tệp có thẻ căn cước");
      }, soon);
      await pair.quiet();
      expect(carries(pair.helper.reads(), "Tờ khai của bà.pdf")).toBe(0);
      pair.resident.chooses("Không có, gửi đi");
      await vi.waitFor(
        () => expect(carries(pair.helper.reads(), "Tờ khai của bà.pdf")).toBe(1),
        soon,
      );
      await pair.quiet();
      expect(carries(pair.helper.reads(), "Tờ khai của bà.pdf")).toBe(1);
    }
    if (pair.helper.sendsDocument !== undefined) {
      const kind = helper === "desk" ? "docx" : "pdf";
      pair.helper.sendsDocument(`Mẫu của cháu.${kind}`);
      await vi.waitFor(
        () => expect(carries(pair.resident.sees(), `Mẫu của cháu.${kind}`)).toBe(1),
        soon,
      );
      await pair.quiet();
      expect(carries(pair.resident.sees(), `Mẫu của cháu.${kind}`)).toBe(1);
    }
  });

  test("an answer to one message shows which", async () => {
    pair = await pairOf(resident, helper);
    await pair.brings(() => pair.helper.says("bà bấm nút nào ạ"), "resident");

    if (pair.resident.answers !== undefined) {
      const brought = await pair.brings(
        () => pair.resident.answers?.("bà bấm nút nào ạ", "nút màu xanh"),
        "helper",
      );
      const answer = brought.find(({ text }) => text.includes("nút màu xanh"));
      expect(`${answer?.pointsAt ?? ""} ${answer?.text}`).toContain("bà bấm nút nào ạ");
    }
    await pair.brings(() => pair.resident.types("chữ to hay chữ nhỏ"), "helper");
    if (pair.helper.answers !== undefined) {
      const brought = await pair.brings(
        () => pair.helper.answers?.("chữ to hay chữ nhỏ", "chữ to ạ"),
        "resident",
      );
      const answer = brought.find(({ text }) => text.includes("chữ to ạ"));
      expect(`${answer?.pointsAt ?? ""} ${answer?.text}`).toContain("chữ to hay chữ nhỏ");
    }
  });
});

describe.each(pairs.filter(({ resident, helper }) => resident === webChat && helper !== "desk"))(
  "$name",
  ({ resident, helper }) => {
    test("the card that comes with a claim has the picture of the step, and only that one has", async () => {
      const asked: string[] = [];
      const png = readFileSync(new URL("../support/media/square.png", import.meta.url));
      pair = await pairOf(resident, helper, {
        walked: ["bà quên mật khẩu vneid", "Mật khẩu (để vào)", "Có, nhớ giúp tôi", "Còn dùng"],
        pictureOf: async (screen) => {
          asked.push(screen);
          return { bytes: png, type: "image/png", alt: "màn hình", hash: screen };
        },
      });

      const pictured = pair.helper.reads().filter(({ picture }) => picture);
      expect(pictured).toHaveLength(1);
      expect(asked).toHaveLength(1);
      expect(asked[0]).toMatch(/^vneid\//u);
      const card = pair.helper.reads().findLast(({ text }) => text.includes("Làm được thì thấy:"));
      expect(card?.text).toMatch(/đã nhận giúp bà ở Nà Khau.*Bước: .*không hỏi mật khẩu/su);
      await pair.brings(() => pair.helper.says("bà bấm nút đỏ nhé"), "resident");
    });
  },
);

describe.each(pairs.filter(({ resident }) => resident.channel === "telegram"))(
  "$name",
  ({ resident, helper }) => {
    test("what the resident changes is told to whoever helps, as changed", async () => {
      pair = await pairOf(resident, helper);
      await pair.brings(() => pair.resident.types("bà bấm nút xanh"), "helper");

      const told = await pair.brings(() => pair.resident.edits?.("bà bấm nút đỏ"), "helper");

      expect(told.map(({ text }) => text).join("\n")).toMatch(/đã sửa: bà bấm nút đỏ/iu);
    });
  },
);

const fromPage = pairs.filter(({ resident }) => resident.channel === "web");

/** One that shows no card, as the resident says when asked. */
async function residentSendsAPhoto(): Promise<void> {
  pair.resident.sends.photos?.(1);
  await vi.waitFor(() => {
    expect(pair.resident.sees().at(-1)?.choices.join()).toContain("Không có, gửi đi");
  }, soon);
  await pair.quiet();
  pair.resident.chooses("Không có, gửi đi");
}

// Where the platform lets a message go again.
describe.each(fromPage.filter(({ helper }) => helper === telegram))(
  "$name",
  ({ resident, helper }) => {
    test("words and a picture the resident takes back are told, and gone from the helper's chat", async () => {
      pair = await pairOf(resident, helper);
      const stands = (mark: string) =>
        pair.helper.reads().some(({ text, gone }) => gone !== true && text.includes(mark));
      const pictures = () =>
        pair.helper.reads().filter(({ picture, gone }) => picture && gone !== true).length;
      await pair.brings(() => pair.resident.types("bà lỡ viết nhầm"), "helper");
      pair.resident.takesBack?.();
      await vi.waitFor(() => expect(stands("bà lỡ viết nhầm")).toBe(false), soon);
      await vi.waitFor(() => expect(stands("thu hồi")).toBe(true), soon);
      const before = pictures();

      await residentSendsAPhoto();
      await vi.waitFor(() => expect(pictures()).toBe(before + 1), soon);
      await pair.quiet();
      pair.resident.takesBack?.();

      await vi.waitFor(() => expect(pictures()).toBe(before), soon);
      await pair.quiet();
      expect(pair.helper.reads().filter(({ text }) => /thu hồi/u.test(text)).length).toBe(2);
    });
  },
);

// Zalo takes nothing back: what was seen there can only be asked for.
describe.each(fromPage.filter(({ helper }) => helper === zaloBot || helper === zaloOa))(
  "$name",
  ({ resident, helper }) => {
    test("a picture the resident takes back is said to stay on the helper's phone, until they delete it", async () => {
      pair = await pairOf(resident, helper);
      const pictures = () => pair.helper.reads().filter(({ picture }) => picture).length;
      const before = pictures();
      await residentSendsAPhoto();
      await vi.waitFor(() => expect(pictures()).toBe(before + 1), soon);
      await pair.quiet();

      const told = await pair.brings(() => pair.resident.takesBack?.(), "helper");

      expect(textOf(told)).toMatch(/đã thu hồi tấm ảnh gửi lúc.*Zalo không cho máy xóa.*tự xóa/su);
    });
  },
);

describe.each(fromPage.filter(({ helper }) => helper !== "desk"))(
  "$name",
  ({ resident, helper }) => {
    test("a helper whose chat takes nothing any more loses the case, and the resident hears why and what now", async () => {
      pair = await pairOf(resident, helper);
      pair.helper.refused?.();

      const told = await pair.brings(() => pair.resident.types("bà còn ở đây"), "resident");

      expect(textOf(told)).toMatch(/Máy không nhắn tới Dung \(mẫu\) được nữa/u);
      expect(textOf(pair.resident.sees())).toMatch(/Lúc này chưa có ai nhận giúp được.*gọi/su);
      expect(pair.state()).toBe("waiting");
    });
  },
);

// A page fetches what is there for it and refuses nothing.
describe.each(pairs.filter(({ resident }) => resident.channel !== "web"))(
  "$name",
  ({ resident, helper }) => {
    test("what the platform refuses is told to the helper, with what to do", async () => {
      pair = await pairOf(resident, helper);
      await pair.brings(() => pair.helper.says("cháu chào bà"), "resident");
      pair.resident.refused?.();

      pair.helper.says("bà còn ở đó không ạ");

      await vi.waitFor(() => expect(pair.helper.failures()).toBe(1), soon);
    });
  },
);

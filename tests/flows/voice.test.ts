/** Steps read aloud: a propagandist records them one after the other, a resident hears them and chooses how. */
import { beforeAll, describe, expect, test } from "vitest";
import { allReadAloud, type Library, progressIn } from "../../src/flows/index.ts";
import { markOf } from "../../src/flows/voice/read-aloud.ts";
import {
  aHelper,
  libraryAfter,
  morning,
  type Player,
  prepare,
  theContent,
  theLibrary,
  town,
} from "../support/talk.ts";

beforeAll(prepare, 120_000);

const flow = "tra-cuu-ho-so";
const last = (p: Player) => p.heard.at(-1) ?? "";
const newest = (p: Player) => p.chat.said.at(-1);

/** A helper on the first step of a guide, about to read it. */
function reading(speech = "Tiếng Việt", options: Parameters<typeof town>[0] = {}) {
  const commune = town(options);
  const hoa = commune.helper(aHelper("hoa"));
  hoa.types("thu giọng");
  hoa.presses(speech);
  hoa.sends({ kind: "press", turn: 0, choice: `read:guide:${flow}` });
  return { commune, hoa };
}

/** Records what is shown, and keeps it. */
function records(hoa: Player): void {
  hoa.sendsVoice();
  hoa.presses("Giữ giọng này");
}

/** On the first question and on the first task of that guide. */
function walking(commune: ReturnType<typeof town>, name = "ba") {
  const ba = commune.player(name);
  ba.types("bà đang ở nhà");
  ba.arrives(flow);
  return ba;
}

/** The same library after the first question of that guide was worded anew. */
function reworded(): Library {
  const content = theContent();
  const authored = content.flows[flow]?.is;
  const step = authored?.steps[authored.begins];
  if (step === undefined || !("says" in step)) throw new Error("no such step");
  Object.assign(step.says, { vi: "Hồ sơ có mã chưa {you}?" });
  return libraryAfter(content, theLibrary());
}

describe("reading steps aloud", () => {
  test("the words are shown as a resident without a form of address sees them, answers and sign included", () => {
    const steps = allReadAloud(theLibrary(), morning).get(flow) ?? [];
    const { hoa } = reading();

    expect(last(hoa)).toContain(steps[0]?.text);
    expect(steps[0]?.text).toContain("Số 1: Có mã đây.");
    const task = steps.find(({ text }) => text.includes("quay lại đây, bấm Xong rồi"));
    expect(task).toBeDefined();
    for (const all of allReadAloud(theLibrary(), morning).values())
      for (const { step, text } of all) {
        expect(text, step).not.toMatch(/[{}]/);
        expect(text, step).not.toMatch(/(^|\s)(bà|ông|bác|anh|chị|cháu) ơi/);
      }
  });

  test("a voice is played back, and only what is kept is heard", () => {
    const { commune, hoa } = reading();
    const [played] = hoa.sendsVoice();

    expect(played?.media?.form).toBe("voice");
    expect(played?.choices.map(({ says }) => says)).toEqual([
      "Giữ giọng này",
      "Thu lại",
      "Nghỉ thu giọng",
    ]);
    expect(commune.recorded).toEqual([]);

    hoa.presses("Thu lại");
    expect(hoa.chat.effects).toContainEqual({ do: "drop-media", media: played?.media?.id });
    hoa.sendsVoice();
    hoa.types("giữ");
    expect(commune.recorded).toMatchObject([{ flow, speech: "vi", by: "hoa" }]);
  });

  test("a whole guide is recorded in one sitting, step after step, in any language", () => {
    const { commune, hoa } = reading("Tiếng Tày");
    const steps = new Set(
      allReadAloud(theLibrary(), morning)
        .get(flow)
        ?.map(({ mark }) => mark),
    );

    for (let count = 0; count < steps.size; count += 1) records(hoa);

    expect(last(hoa)).toContain("đã đủ tiếng Tày");
    expect(new Set(commune.recorded.map(({ mark }) => mark))).toEqual(steps);
    expect(progressIn(theLibrary(), commune.recorded, "tay", morning)).toContainEqual(
      expect.objectContaining({
        steps: [...(allReadAloud(theLibrary(), morning).get(flow) ?? [])].length,
      }),
    );
    expect(last(hoa)).not.toContain("undefined");
  });

  test("the guide may be named in words, the step by its number, and never more than five choices are shown", () => {
    const { hoa } = reading();
    hoa.types("bước 2");
    expect(last(hoa)).toContain("bước 2/");
    hoa.presses("Chọn bước khác");
    expect(newest(hoa)?.choices.length).toBeLessThanOrEqual(5);
    hoa.types("làm giấy khai tử");
    expect(last(hoa)).toContain("Đăng ký khai tử, bước 1/");
    for (const { choices } of hoa.chat.said) expect(choices.length).toBeLessThanOrEqual(5);
  });

  test("the language is asked once, and skipping and resting keep it", () => {
    const { hoa } = reading("Tiếng Dao");
    hoa.types("bỏ qua");
    expect(last(hoa)).toContain("bước 2/");
    hoa.types("thôi");
    hoa.types("thu giọng");
    expect(last(hoa)).toContain("đã có tiếng Dao");
  });

  test("while somebody is being helped a voice goes to them, and nothing is recorded", () => {
    const { commune, hoa } = reading();
    const ba = commune.player("ba");
    ba.types("bà đang ở nhà");
    ba.arrives(flow);
    ba.commands("human");
    ba.types("Nà Khau");
    ba.presses("Ai giúp cũng được");
    hoa.presses("Nhận giúp");

    hoa.sendsVoice();
    expect(ba.chat.said.at(-1)).toMatchObject({ media: { form: "voice" } });
    hoa.sends({ kind: "press", turn: 0, choice: "read:begin" });
    expect(last(hoa)).toContain("Anh/chị đang giúp");
    expect(commune.recorded).toEqual([]);
  });

  test("words that changed between reading and keeping are read again", () => {
    const { commune, hoa } = reading();
    hoa.sendsVoice();
    commune.publish(reworded());

    hoa.presses("Giữ giọng này");

    expect(commune.recorded).toEqual([]);
    expect(last(hoa)).toContain("Lời bước này vừa đổi");
    expect(last(hoa)).toContain("Hồ sơ có mã chưa ạ?");
  });

  test("one's own recording can be removed where it was made", () => {
    const { commune, hoa } = reading();
    records(hoa);
    hoa.types("bước 1");
    expect(last(hoa)).toContain("hoa đọc rồi".replace("hoa", "Hoa (mẫu)"));
    hoa.presses("Bỏ giọng cũ của tôi");
    expect(commune.recorded).toEqual([]);
  });
});

describe("hearing a step", () => {
  test("without a recording nothing is offered, and the word is answered kindly", () => {
    const ba = walking(town());
    expect(ba.chat.said.flatMap(({ choices }) => choices.map(({ id }) => id))).not.toContain(
      "listen",
    );
    ba.types("nghe");
    expect(last(ba)).toContain("chưa có người đọc sẵn");
  });

  test("by word, number or press the step comes with the voice, its words and its buttons", () => {
    const { commune, hoa } = reading();
    records(hoa);
    const ba = walking(commune);

    ba.types("đọc cho bà nghe");

    expect(newest(ba)).toMatchObject({ step: true, media: { form: "voice" } });
    expect(last(ba)).toContain("Hoa (mẫu) đọc, tiếng Việt");
    expect(newest(ba)?.choices.map(({ says }) => says)).toContain("Có mã đây");
    ba.presses("Có mã đây");
    expect(ba.saved.listens).toBe(true);
  });

  test("every step shown tells a page how it can be heard", () => {
    const { commune, hoa } = reading();
    records(hoa);
    const ba = walking(commune);
    expect(newest(ba)?.heardAs).toEqual([{ id: commune.recorded[0]?.id, speech: "vi" }]);
  });

  test("a step that a neighbour sends is heard: beside the words on a page, as a message in a chat", () => {
    const { commune, hoa } = reading();
    records(hoa);
    hoa.types("xong");
    const [id] = commune.recorded.map((recording) => recording.id);
    for (const channel of ["web", "telegram"] as const) {
      const ba = commune.player(`ba-${channel}`, channel);
      ba.types("bà đang ở nhà");
      ba.arrives(flow);
      ba.types("cho bà gặp người giúp");
      ba.types("Nà Khau");
      ba.presses("Ai giúp cũng được");
      hoa.presses("Nhận giúp");
      hoa.presses("Khác…");
      hoa.presses("Gửi lại bước này");

      const told = ba.chat.said.slice(-2);
      if (channel === "web") expect(told.at(-1)?.heardAs).toEqual([{ id, speech: "vi" }]);
      else expect(told).toMatchObject([{ step: true }, { media: { id, form: "voice" } }]);
      hoa.presses("Khác…");
      hoa.presses("Kết thúc giúp");
      hoa.presses("Vẫn ở bước này");
    }
  });

  test("whoever has listened once finds Nghe in the third place, and the closer words under Khác…", () => {
    const { commune, hoa } = reading();
    const steps = allReadAloud(theLibrary(), morning).get(flow) ?? [];
    for (let count = 0; count < steps.length; count += 1) {
      if (last(hoa).includes("đã đủ")) break;
      records(hoa);
    }
    const ba = walking(commune);
    ba.presses("Có mã đây");
    ba.presses("Có, nhớ giúp tôi");
    const before = ba.choices;
    expect(before).toContain("Chỉ kỹ hơn");
    ba.presses("Khác…");
    expect(ba.choices[0]).toBe("Nghe");

    ba.presses("Nghe");

    expect(ba.choices).toEqual(before.map((says) => (says === "Chỉ kỹ hơn" ? "Nghe" : says)));
    ba.presses("Khác…");
    expect(ba.choices[0]).toBe("Chỉ kỹ hơn");
    ba.types("nghe");
    ba.types("3");
    expect(newest(ba)?.media?.form).toBe("voice");
  });

  test("with several languages it is asked once which, and words change it", () => {
    const { commune, hoa } = reading();
    records(hoa);
    hoa.types("bước 1");
    hoa.types("tiếng tày");
    records(hoa);
    const ba = walking(commune);

    ba.types("nghe");
    expect(last(ba)).toContain("nghe bằng tiếng nào");
    expect(ba.choices).toEqual(["Tiếng Việt", "Tiếng Tày", "Về bước đang làm"]);
    ba.presses("Tiếng Tày");
    expect(newest(ba)?.media?.id).toBe(commune.recorded.find((r) => r.speech === "tay")?.id);
    ba.types("nghe");
    expect(newest(ba)?.media?.id).toBe(commune.recorded.find((r) => r.speech === "tay")?.id);

    ba.types("nghe tiếng Việt đi cháu");
    expect(newest(ba)?.media?.id).toBe(commune.recorded.find((r) => r.speech === "vi")?.id);
    expect(ba.saved.speech).toBe("vi");
  });

  test("a language nobody has read in yet is said, and another is played", () => {
    const { commune, hoa } = reading();
    records(hoa);
    const ba = walking(commune);

    ba.types("nghe tiếng mông");

    expect(last(ba)).toContain("chưa có tiếng Mông");
    expect(newest(ba)?.media?.form).toBe("voice");
  });

  test("when the words of a step change its recording is no longer heard", () => {
    const { commune, hoa } = reading();
    records(hoa);
    const library = reworded();
    commune.publish(library);
    const ba = walking(commune);

    expect(newest(ba)?.heardAs).toBeUndefined();
    expect(progressIn(library, commune.recorded, "vi", morning)[0]).toMatchObject({
      flow: { id: flow },
      stale: 1,
    });
  });

  test("whoever sends a voice is offered to hear, too", () => {
    const { commune, hoa } = reading();
    records(hoa);
    const ba = walking(commune);
    ba.sendsVoice();
    expect(ba.choices).toContain("Nghe");
  });

  test("erasing forgets the language", () => {
    const { commune, hoa } = reading();
    records(hoa);
    const ba = walking(commune);
    ba.types("nghe tiếng tày");
    ba.commands("delete");
    ba.presses("Xóa hết");
    expect(ba.saved).not.toHaveProperty("speech");
    expect(ba.saved).not.toHaveProperty("listens");
  });
});

test("the mark is the same for the same words and differs for the least change", () => {
  const texts = [...allReadAloud(theLibrary(), morning).values()].flat().map(({ text }) => text);
  const marks = new Set(texts.map(markOf));
  expect(marks.size).toBe(new Set(texts).size);
  expect(markOf("Bấm vào đây.")).not.toBe(markOf("Bấm vào đấy."));
});

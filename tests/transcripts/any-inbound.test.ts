/** Whatever comes, in whatever order: nothing throws, the person is answered, and what is kept stays readable. */
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { type CaseId, dayOf, type Inbound, type MediaId } from "../../src/flows/index.ts";
import { aHelper, hour, minute, morning, prepare, theLibrary, town } from "../support/talk.ts";

beforeAll(prepare, 120_000);

const dung = aHelper("dung");
const hoa = aHelper("hoa", { woman: true, villages: ["ban-khac"] });
const by = (who: typeof dung) => ({ id: who.id, name: who.name, role: who.role });

const sayings = [
  "xong rồi",
  "xong",
  "chưa được",
  "không",
  "có",
  "vâng",
  "ok",
  "ừ",
  "1",
  "2",
  "3",
  "4",
  "5",
  "99",
  "0",
  "quay lại",
  "nhắc lại",
  "chỉ kỹ hơn",
  "gặp người giúp",
  "lạc mất rồi",
  "tạm nghỉ",
  "việc khác",
  "thôi không làm nữa",
  "không phải việc này",
  "tôi hỏi khai tử cơ",
  "có mất tiền không",
  "máy hay người",
  "có phải lừa đảo không",
  "English please",
  "tiếng Việt",
  "xóa thông tin của tôi",
  "cảm ơn cháu",
  "chào cháu",
  "25/11/2026",
  "hôm qua",
  "0912345678",
  "G22.99.08-251126-0001",
  "Nà Khau",
  "bà muốn làm khai sinh cho cháu",
  "quên mật khẩu vneid",
  "làm thẻ bảo hiểm",
  "trợ cấp người cao tuổi",
  "",
  "   ",
  "👍",
  "asdfgh",
  "mã OTP là 123456",
  "x".repeat(10_000),
  "Tài khoản của bác bị khóa, bấm vào http://vneid-gov.xyz để nhận 2 triệu",
  "một chị phụ nữ",
  "màn hình khác",
  "sửa câu trả lời",
  "Tự làm tiếp",
  "null",
  "{you}",
  "<b>x</b>",
  "$&",
  "constructor",
  "__proto__",
];

type Happening =
  | Inbound
  | { readonly press: number }
  | { readonly wait: number }
  | "claim"
  | "hand-back";

const inbound: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ press: fc.nat(30) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("words" as const),
      text: fc.constantFrom(...sayings),
      masked: fc.constant([] as string[]),
      seen: fc.option(fc.nat(30), { nil: undefined }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Inbound>(
      { kind: "arrived" },
      { kind: "arrived", payload: "khai-sinh" },
      { kind: "arrived", payload: "constructor" },
      { kind: "press", turn: 1, choice: "done" },
      { kind: "press", turn: 9999, choice: "nothing" },
      { kind: "photo", media: "p1" as MediaId, caption: "", masked: [] },
      { kind: "photo", media: "p2" as MediaId, caption: "x", masked: [], album: "a" },
      { kind: "voice", media: "v1" as MediaId },
      ...["d1", "d2"].map(
        (media): Inbound => ({
          ...{ kind: "file", media: media as MediaId, caption: "", masked: [] },
          ...{ file: { name: "tờ khai.pdf", size: 1 }, album: "a" },
        }),
      ),
      { kind: "known-phone", phone: "0912345678" },
      { kind: "unreadable", what: "file" },
      { kind: "unreadable", what: "sticker" },
      { kind: "unreadable", what: "too-large" },
      ...(
        [
          "start",
          "menu",
          "human",
          "later",
          "language",
          "delete",
          "help",
          "duty",
          "unknown",
        ] as const
      ).map((command): Inbound => ({ kind: "command", command })),
      { kind: "timer", name: "case-again" },
      { kind: "timer", name: "case-silent" },
      { kind: "timer", name: "remind-x-0", about: "x" },
      { kind: "case-claim", case: "elsewhere.k1" as CaseId, by: by(dung) },
      { kind: "case-say", case: "elsewhere.k1" as CaseId, by: by(dung), text: "chào", masked: [] },
    ),
  },
  { weight: 1, arbitrary: fc.constant("claim" as const) },
  { weight: 1, arbitrary: fc.constant("hand-back" as const) },
  { weight: 1, arbitrary: fc.record({ wait: fc.constantFrom(4 * minute, hour, 26 * hour) }) },
);

/** Answered only where it is the machine that is spoken to. */
const silent = new Set(["timer", "known-phone", "case-claim", "case-say", "photo", "file"]);

function walk(steps: readonly Happening[], language: "vi" | "en") {
  const commune = town();
  commune.helper(dung);
  commune.helper(hoa);
  const person = commune.player("nguoi-dan");
  if (language === "en") {
    person.arrives();
    person.commands("language");
  }
  for (const step of steps) {
    const held = person.saved.case?.state.is === "claimed";
    if (step === "claim") {
      const of = person.saved.case;
      if (of !== undefined) person.sends({ kind: "case-claim", case: of.id, by: by(dung) });
      continue;
    }
    if (step === "hand-back") {
      const of = person.saved.case;
      if (of !== undefined)
        person.sends({
          kind: "case-hand-back",
          case: of.id,
          by: by(dung),
          result: { outcome: "still-here" },
        });
      continue;
    }
    if ("wait" in step) {
      commune.pass(step.wait);
      continue;
    }
    if ("press" in step) {
      const lines = person.chat.said.filter((line) => line.choices.length > 0);
      const line = step.press < 24 ? lines.at(-1) : lines.at(step.press % lines.length);
      const choice = line?.choices[step.press % Math.max(1, line.choices.length)];
      if (line === undefined || choice === undefined) continue;
      expect(
        person.pressesOld(line, choice.id).length,
        `a press on ${choice.says}`,
      ).toBeGreaterThan(0);
      continue;
    }
    const said = person.sends(step);
    if (!silent.has(step.kind) && !(held && step.kind !== "press"))
      expect(said.length, JSON.stringify(step)).toBeGreaterThan(0);
  }
}

test("any sequence of inbounds is answered and leaves something that can be read again", () => {
  fc.assert(
    fc.property(
      fc.array(inbound, { maxLength: 40 }),
      fc.constantFrom("vi" as const, "en" as const),
      (steps, language) => walk(steps, language),
    ),
    { numRuns: 40, seed: 20261124 },
  );
});

test("the library these walks use is the shipped one", () => {
  expect(theLibrary().flows.size).toBeGreaterThanOrEqual(6);
  expect(dayOf(morning)).toBe("2026-11-24");
});

/** Whether somebody who reads slowly can follow: short, one thing at a time, no office words unexplained. */
import { doubtful, type Fault, type Spot } from "./fault.ts";
import {
  inLanguage,
  type Reading,
  type Role,
  type Saying,
  sayingsAbout,
  sayingsOfStep,
} from "./parts.ts";

const mostSentences = 2;
const mostWords = 20;

/** Office words, and what shows that the plain word stands beside them. The domain's glossary says which is which. */
const glossary: ReadonlyArray<{
  readonly term: string;
  readonly plain: RegExp;
  readonly say: string;
}> = [
  { term: "thành phần hồ sơ", plain: /giấy cần có/iu, say: "những giấy cần có" },
  {
    term: "cơ quan thực hiện",
    plain: /nơi (làm|giải quyết)|ủy ban|xã/iu,
    say: "nơi giải quyết giấy tờ",
  },
  { term: "nghĩa vụ tài chính", plain: /tiền/iu, say: "khoản tiền phải nộp" },
  { term: "biểu mẫu điện tử", plain: /tờ khai/iu, say: "tờ khai điền trên điện thoại" },
  { term: "kê khai", plain: /điền/iu, say: "điền" },
  { term: "chứng thực", plain: /đóng dấu|bản chính/iu, say: "xã đóng dấu bản sao đúng bản chính" },
  {
    term: "bản sao điện tử",
    plain: /bản chụp|trên máy|tệp/iu,
    say: "bản chụp có giá trị trên máy",
  },
  { term: "dịch vụ bưu chính công ích", plain: /bưu điện/iu, say: "bưu điện mang giấy về tận nhà" },
  { term: "thủ tục hành chính", plain: /làm giấy|giấy tờ/iu, say: "việc làm giấy tờ" },
  { term: "thời hạn giải quyết", plain: /ngày/iu, say: "số ngày cán bộ phải làm xong" },
  { term: "yêu cầu bổ sung", plain: /thiếu/iu, say: "cán bộ bảo còn thiếu giấy" },
  { term: "toàn trình", plain: /trên mạng/iu, say: "làm hết trên mạng" },
  { term: "biên lai điện tử", plain: /giấy báo/iu, say: "giấy báo đã nộp tiền, trên máy" },
  { term: "chủ hồ sơ", plain: /người cần giấy/iu, say: "người cần giấy" },
  { term: "lệ phí", plain: /tiền/iu, say: "tiền làm giấy tờ" },
  { term: "OTP", plain: /mã|số/iu, say: "mã gửi về điện thoại" },
  { term: "passcode", plain: /số bí mật/iu, say: "6 số bí mật" },
  { term: "mã QR", plain: /ô vuông/iu, say: "ô vuông đen trắng" },
];

const instructions: ReadonlySet<Role> = new Set(["about", "says", "fix"]);
const measured: ReadonlySet<Role> = new Set(["about", "says", "explain", "fix", "remind"]);

export function readingLevelFaults({ parts }: Reading): Fault[] {
  return parts
    .flatMap((part) => [
      ...sayingsAbout(part).map((saying) => [saying]),
      ...Object.entries(part.steps).map(([id, step]) => sayingsOfStep(part, id, step)),
    ])
    .flatMap(levelOf);
}

/** Of what is read together. */
function levelOf(sayings: readonly Saying[]): Fault[] {
  const whole = sayings.map(({ text }) => text.vi).join(" ");
  return sayings.flatMap(({ role, text, spot }) => [
    ...(["vi", "en"] as const).flatMap((language) =>
      lengthOf(text[language], role, inLanguage(spot, language)),
    ),
    ...(instructions.has(role)
      ? [
          ...officeWords(text.vi, whole, inLanguage(spot, "vi")),
          ...actions(text.vi, inLanguage(spot, "vi")),
        ]
      : []),
  ]);
}

/** Sentences without what is quoted from a screen, which nobody can shorten. */
const sentencesOf = (text: string): string[] =>
  text
    .replaceAll(/\{[^{}]*\}/g, "x")
    .replaceAll(/“[^”]*”/gu, "x")
    .split(/[.!?…]+(?=\s|$)/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");

function lengthOf(text: string, role: Role, spot: Spot): Fault[] {
  const sentences = sentencesOf(text);
  const many =
    instructions.has(role) && sentences.length > mostSentences
      ? [
          doubtful(
            spot,
            {
              vi: `có ${sentences.length} câu, nhiều nhất ${mostSentences}.`,
              en: `has ${sentences.length} sentences; at most ${mostSentences}.`,
            },
            {
              vi: "Bớt lời, hoặc để phần sau vào explain.",
              en: "Shorten it, or move the rest to explain.",
            },
          ),
        ]
      : [];
  if (!measured.has(role)) return many;
  const long = sentences
    .map(
      (sentence) => sentence.split(/[\s,;:]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length,
    )
    .filter((words) => words > mostWords);
  return long.length === 0
    ? many
    : [
        ...many,
        doubtful(
          spot,
          {
            vi: `có câu dài ${Math.max(...long)} chữ, nhiều nhất ${mostWords}.`,
            en: `has a sentence of ${Math.max(...long)} words; at most ${mostWords}.`,
          },
          { vi: "Cắt làm hai câu.", en: "Make two of it." },
        ),
      ];
}

function officeWords(text: string, whole: string, spot: Spot): Fault[] {
  const spoken = text.replaceAll(/“[^”]*”/gu, "");
  const around = whole.toLocaleLowerCase("vi");
  return glossary
    .filter(
      ({ term, plain }) =>
        words.get(term)?.test(spoken) === true &&
        !plain.test(around.replaceAll(term.toLocaleLowerCase("vi"), "")),
    )
    .map(({ term, say }) =>
      doubtful(
        spot,
        {
          vi: `dùng chữ "${term}" mà chưa nói rõ.`,
          en: `uses the office word "${term}" without a plain one.`,
        },
        { vi: `Nói: ${say}.`, en: `Say: ${say}.` },
      ),
    );
}

/** Each office word as a word of its own, not inside another. */
const words: ReadonlyMap<string, RegExp> = new Map(
  glossary.map(({ term }) => [term, new RegExp(`(?<!\\p{L})${term}(?!\\p{L})`, "iu")]),
);

const clauses = /[,.;:!?…]\s*|(?<!\p{L})(?:rồi|sau đó|xong thì|và)\s+/iu;
const action =
  /^(?:\{you\}\s+|mình\s+|hãy\s+|nhớ\s+|lại\s+|cứ\s+|thì\s+|mới\s+)*(?:bấm|mở|gõ|nhập|điền|chọn|quét|chụp|vuốt|kéo|tải|cài|đọc|chép|gửi|mang|gọi|tìm|bật|tắt|thoát)(?!\p{L})/iu;

/** Two things in a row are often one to a hand ("mở máy, bấm nút"); three never are. */
const mostActions = 2;

function actions(text: string, spot: Spot): Fault[] {
  const count = text
    .replaceAll(/“[^”]*”/gu, "x")
    .split(clauses)
    .filter((clause) => action.test(clause.trim())).length;
  return count <= mostActions
    ? []
    : [
        doubtful(
          spot,
          { vi: `bảo làm ${count} việc một lúc.`, en: `asks for ${count} things at once.` },
          { vi: "Mỗi bước một việc: tách ra.", en: "One thing a step: divide it." },
        ),
      ];
}

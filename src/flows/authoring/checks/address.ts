/**
 * Words of address written out. Nobody knows beforehand whether bác, chị or em is right, so authors write
 * {you} and {me}; the same words are also family, and those must pass.
 */
import { doubtful, type Fault, type Said, wrong } from "./fault.ts";
import { inLanguage, type Reading, type Role, sayingsOf } from "./parts.ts";

const kin = "bác|em|cụ|ông|bà|anh|chị|cô|chú";
const always = "bạn|quý khách|quý vị";

/** Words that make kin a third person, a profession or another word altogether. */
const before =
  /(?<!\p{L})(?:người|các|cụ|hai|một|mấy|tiếng|nước|công|dụng|nhạc|bố|mẹ|cha|vợ|chồng|con|bà|ông|anh|chị|em|cô|chú|đứa|khách|đại|phu)\s+$/iu;
const after =
  /^\s+(?:nội|ngoại|ấy|kia|đó|ta|trai|gái|ruột|họ|dâu|rể|bé|bà|ông|con|cháu|em|chị|anh|chú|cô|bác|cả|út|đỡ|giáo|sĩ|thể|cố|tổ|hàng|thông|mẹ|bố|vợ|chồng|già|chủ|trưởng|hoặc|hay|nuôi|kế|bạn|lão|hai|ba|tư|năm|nhà)(?!\p{L})/iu;
const friend = /^\s+(?:bè|đời|đọc|của)(?!\p{L})/iu;

const verb =
  "bấm|mở|gõ|nhập|điền|chọn|quét|chụp|vuốt|kéo|tải|cài|đọc|chép|gửi|mang|ra|vào|về|sang|đến|tới|đi|quay|xem|nhìn|tìm|chờ|đợi|nhớ|đừng|hãy|cứ|thử|giữ|đưa|đặt|nói|hỏi|gọi|nhắn|trả|làm|đăng|tự|khoan|dùng|bật|tắt|cầm|để|lấy|kiểm|nhờ|có|cần|phải|nên|muốn|đã|chưa|được|sẽ|đang|vui lòng|xin|không|thấy|biết|ghi|viết|in|nộp|thoát|bảo|chỉ";
const openings = "(?:^|[.!?…:;,]\\s*|(?<!\\p{L})(?:thì|để|mời|nhờ|xin|chào|thưa|khi|nếu|dạ)\\s+)";

const startsSentence = (words: string) =>
  new RegExp(`${openings}(${words})(?=\\s+(?:${verb})(?!\\p{L}))`, "giu");
const standing = (words: string) => new RegExp(`(?<![\\p{L}/])(${words})(?![\\p{L}/])`, "giu");

/** Places in a sentence where a word for kin can only be the person spoken to. */
const surely: readonly RegExp[] = [
  startsSentence(kin),
  new RegExp(`(?<!\\p{L})(${kin})(?=\\s+(?:ơi|ạ|nhé|nhỉ|nha)(?!\\p{L}))`, "giu"),
  new RegExp(`(?<!\\p{L})(?:mời|chào|thưa|kính gửi|cảm ơn|chúc)\\s+(${kin})(?!\\p{L})`, "giu"),
  new RegExp(`(?<!\\p{L})(?:chưa|không|gì|nào|đâu|thế)\\s+(${kin})\\s*\\?`, "giu"),
];
const alwaysAddress = standing(always);
const perhaps = standing(kin);
const toMany = startsSentence("bà con");

/** We ourselves, as a younger relative. */
const ourselves =
  /(?<!\p{L})(?:để (cháu|em|con) (?:chỉ|xem|nhắc|mời|gọi|giúp|hỏi|nhớ|ghi)|(?:^|[.!?…]\s*|dạ,?\s+)(cháu|em|con) (?:chỉ|sẽ|xin|chào|nhắc|mời|hỏi|nhớ|ghi|chưa hiểu))(?!\p{L})/giu;

/** Said by us, to one person. Buttons are the resident's own words. */
const ours: ReadonlySet<Role> = new Set([
  "about",
  "says",
  "explain",
  "sign",
  "fix",
  "example",
  "remind",
]);

interface Found {
  readonly word: string;
  readonly sure: boolean;
  readonly for: "you" | "me";
}

export function addressFaults({ draft, parts }: Reading): Fault[] {
  const authored = parts
    .flatMap(sayingsOf)
    .flatMap(({ role, text, spot }) =>
      literalAddress(text.vi, ours.has(role)).map((found) =>
        faultOf(inLanguage(spot, "vi"), found),
      ),
    );
  const shared = Object.entries(draft.phrases.vi ?? {}).flatMap(([id, words]) =>
    // Propagandists are many and are called anh/chị; what they read may also speak of bà con.
    literalAddress(words.replaceAll(/anh\/chị/giu, "").replaceAll(/bà con/giu, ""), true)
      .filter(({ sure }) => sure)
      .map((found) => faultOf({ file: "phrases/vi.yaml", at: [id] }, found)),
  );
  return [...authored, ...shared];
}

function faultOf(spot: Parameters<typeof wrong>[0], { word, sure, for: who }: Found): Fault {
  const place = `{${who}}`;
  const tries: Said = {
    vi: `Viết ${place} (đầu câu: {${who === "you" ? "You" : "Me"}}).`,
    en: `Write ${place} (at the beginning of a sentence {${who === "you" ? "You" : "Me"}}).`,
  };
  return sure
    ? wrong(
        spot,
        {
          vi: `viết thẳng "${word}" để xưng hô.`,
          en: `writes the word of address "${word}" itself.`,
        },
        tries,
      )
    : doubtful(
        spot,
        {
          vi: `có chữ "${word}": nếu là gọi bà con thì phải để máy điền.`,
          en: `has "${word}": if it addresses the resident, it must be filled in.`,
        },
        tries,
      );
}

/** Each literal word of address once, sure ones before doubtful ones. */
export function literalAddress(text: string, saidByUs: boolean): Found[] {
  const words = text
    .normalize("NFC")
    .replaceAll(/“[^”]*”/gu, (label) => "“".padEnd(label.length, "·"));
  const found = new Map<string, Found>();
  const note = (word: string, sure: boolean, who: Found["for"]) => {
    const key = word.toLocaleLowerCase("vi");
    const known = found.get(key);
    if (known === undefined || (!known.sure && sure)) found.set(key, { word, sure, for: who });
  };
  const thirdPerson = (match: RegExpMatchArray): boolean => {
    const word = match[1] ?? "";
    const from = (match.index ?? 0) + match[0].lastIndexOf(word);
    const rest = words.slice(from + word.length);
    return word.toLocaleLowerCase("vi") === "bạn"
      ? friend.test(rest) || /người\s+$/iu.test(words.slice(0, from))
      : before.test(words.slice(0, from)) || after.test(rest);
  };
  const each = (pattern: RegExp, then: (word: string) => void) => {
    for (const match of words.matchAll(pattern)) if (!thirdPerson(match)) then(match[1] ?? "");
  };

  each(alwaysAddress, (word) => note(word, true, "you"));
  if (saidByUs) {
    for (const pattern of surely) each(pattern, (word) => note(word, true, "you"));
    for (const match of words.matchAll(toMany)) note(match[1] ?? "", true, "you");
    for (const match of words.matchAll(ourselves)) note(match[1] ?? match[2] ?? "", true, "me");
    each(perhaps, (word) => note(word, false, "you"));
  }
  return [...found.values()];
}

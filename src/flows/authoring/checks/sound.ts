/** How a text reads once it is filled in for somebody whose form of address is not known. */
import { withAddress } from "../../words/address.ts";
import { doubtful, type Fault, type Spot, wrong } from "./fault.ts";
import { inLanguage, type Reading, sayingsOf } from "./parts.ts";

export function soundFaults({ draft, parts }: Reading): Fault[] {
  const authored = parts
    .flatMap(sayingsOf)
    .flatMap(({ text, spot }) => [
      ...soundOf(text.vi, "vi", inLanguage(spot, "vi")),
      ...soundOf(text.en, "en", inLanguage(spot, "en")),
    ]);
  const shared = (["vi", "en"] as const).flatMap((language) =>
    Object.entries(draft.phrases[language] ?? {}).flatMap(([id, words]) =>
      soundOf(words, language, { file: `phrases/${language}.yaml`, at: [id] }),
    ),
  );
  return [...authored, ...shared];
}

/** Words that ask for another one after them. */
const hanging = /(?<!\p{L})(của|cho|với|giúp|nhờ|hỏi|mời|và|là|để|nếu|khi|vì)\s*(?=[.,!?;:]|$)/iu;

function soundOf(text: string, language: "vi" | "en", spot: Spot): Fault[] {
  const read = withAddress(text, undefined, language);
  const shown = read.length > 60 ? `${read.slice(0, 60)}…` : read;
  if (!/[\p{L}\p{N}]/u.test(read.replaceAll(/\{[^{}]*\}/g, "x"))) {
    return [
      wrong(spot, {
        vi: "không còn chữ nào khi chưa biết xưng hô.",
        en: "says nothing while the form of address is unknown.",
      }),
    ];
  }
  if (/\{(?:you|me)\}/i.test(read)) {
    return [
      wrong(spot, {
        vi: `vẫn còn ngoặc nhọn sau khi điền: "${shown}".`,
        en: `keeps its braces when filled in: "${shown}".`,
      }),
    ];
  }
  const gap = / {2,}/.test(text) || / {2,}/.test(read);
  const early = /\s[,.!?;:](?!\d)/.test(read.replaceAll("\n", " ")) || /\s[,.!?;](?!\d)/.test(text);
  if (gap || early) {
    return [
      wrong(
        spot,
        gap
          ? { vi: `có hai dấu cách liền: "${shown}".`, en: `has two spaces in a row: "${shown}".` }
          : {
              vi: `có dấu cách trước dấu câu: "${shown}".`,
              en: `has a space before a mark: "${shown}".`,
            },
      ),
    ];
  }
  if (/^[,.!?;:]/.test(read))
    return [
      wrong(spot, {
        vi: `bắt đầu bằng dấu câu: "${shown}".`,
        en: `begins with a mark: "${shown}".`,
      }),
    ];
  const left = language === "vi" && text !== read ? hanging.exec(read)?.[1] : undefined;
  if (left === undefined || hanging.exec(text) !== null) return [];
  return [
    doubtful(
      spot,
      {
        vi: `chưa biết xưng hô thì đọc lửng ở chữ "${left}": "${shown}".`,
        en: `breaks off at "${left}" while the form of address is unknown: "${shown}".`,
      },
      {
        vi: "Đặt câu khác, để bỏ {you} đi vẫn xuôi.",
        en: "Turn the sentence so that it stands without {you}.",
      },
    ),
  ];
}

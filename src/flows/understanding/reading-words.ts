/** What a propagandist types who records steps in their own voice. */
import { fold } from "./fold.ts";

export type ReadingWords = "begin" | "keep" | "again" | "skip" | "steps" | "guides" | "stop";

const begins =
  /^(?:(?:toi|em|anh|chi|minh|chau|muon|xin|cho|lai|bat dau) )*(?:thu giong(?: doc)?|ghi giong|giong doc|thu am|ghi am|doc buoc(?: tiep| sau)?|doc bai|record(?: a| my)?(?: step| steps| voice)?|read(?: a)? steps?)(?: (?:cho ba con|tiep|nhe|a|di))*$/;

const whileReading: ReadonlyArray<readonly [RegExp, ReadingWords]> = [
  [
    /^(?:giu|giu lai|giu giong nay|duoc|duoc roi|ok|oke|co|vang|keep|keep it|yes)(?: a| nhe| di)?$/,
    "keep",
  ],
  [/^(?:thu lai|doc lai|ghi lai|bo di|khong giu|khong|again|no)(?: a| nhe| di)?$/, "again"],
  [/^(?:bo qua|buoc sau|buoc tiep|buoc tiep theo|skip|next)(?: a| nhe| di)?$/, "skip"],
  [/^(?:buoc khac|chon buoc(?: khac)?|another step)(?: a| nhe| di)?$/, "steps"],
  [/^(?:bai khac|chon bai(?: khac)?|another guide)(?: a| nhe| di)?$/, "guides"],
  [
    /^(?:thoi|nghi|dung|xong|het|thoi nghi|nghi thu|dung lai|de sau|stop)(?: a| nhe| di| roi)?$/,
    "stop",
  ],
];

/** `open`: a sitting is under way, so that short answers mean something. */
export function readingWordsIn(text: string, open: boolean): ReadingWords | undefined {
  const folded = fold(text);
  if (begins.test(folded)) return "begin";
  return open ? whileReading.find(([pattern]) => pattern.test(folded))?.[1] : undefined;
}

/** "bước 7": the step by its number, counted from one. */
export function stepNumberIn(text: string): number | undefined {
  const number = /^(?:buoc|step)(?: so)? (\d{1,3})$/.exec(fold(text))?.[1];
  return number === undefined ? undefined : Number(number);
}

/** Values and guides grow old: what may not be quoted any more, and what is due for another look. */
import { addDays } from "../../time/calendar.ts";
import { filesOf } from "../content.ts";
import { doubtful, type Fault, wrong } from "./fault.ts";
import type { Reading } from "./parts.ts";

/** How long before its last day a value is worth checking again. */
const soon = 30;

export function freshnessFaults(reading: Reading): Fault[] {
  const { draft, parts, today } = reading;
  const quoted = quotersOf(reading);
  const facts = Object.entries(draft.facts).flatMap(([id, { file, is }]): Fault[] => {
    const spot = { file, at: [id, "until"] };
    if (is.from > is.until) {
      return [
        wrong(spot, {
          vi: `"${id}" hết hạn (${is.until}) trước khi bắt đầu (${is.from}).`,
          en: `"${id}" ends (${is.until}) before it begins (${is.from}).`,
        }),
      ];
    }
    if (is.checked > today) {
      return [
        wrong(
          { file, at: [id, "checked"] },
          {
            vi: `"${id}" ghi đã kiểm ngày ${is.checked}, ngày ấy chưa tới.`,
            en: `"${id}" says it was checked on ${is.checked}, which is still to come.`,
          },
        ),
      ];
    }
    const by = quoted.get(id) ?? [];
    const who =
      by.length === 0
        ? { vi: "Không bài nào dùng.", en: "No guide quotes it." }
        : { vi: `Dùng ở: ${by.join(", ")}.`, en: `Quoted in: ${by.join(", ")}.` };
    const again = {
      vi: `Hỏi lại nguồn, sửa checked và until. ${who.vi}`,
      en: `Look at the source again, then mend checked and until. ${who.en}`,
    };
    if (is.from > today) {
      return [
        doubtful(
          { file, at: [id, "from"] },
          {
            vi: `"${id}" chưa dùng được trước ngày ${is.from}; đến hôm ấy bài còn bảo bà con hỏi cán bộ xã.`,
            en: `"${id}" is not quoted before ${is.from}; until then guides say to ask the office.`,
          },
          who,
        ),
      ];
    }
    if (today > is.until) {
      return [
        doubtful(
          spot,
          {
            vi: `"${id}" đã hết hạn ngày ${is.until}; bài sẽ bảo bà con hỏi cán bộ xã.`,
            en: `"${id}" lapsed on ${is.until}; guides now say to ask the office.`,
          },
          again,
        ),
      ];
    }
    if (addDays(today, soon) > is.until) {
      return [
        doubtful(
          spot,
          {
            vi: `"${id}" sắp hết hạn, ngày ${is.until}.`,
            en: `"${id}" lapses soon, on ${is.until}.`,
          },
          again,
        ),
      ];
    }
    return [];
  });
  const reviews = parts
    .filter(({ reviewBy }) => today > reviewBy)
    .map(({ file, reviewBy }) =>
      doubtful(
        { file, at: ["review-by"] },
        { vi: `đã quá ngày xem lại (${reviewBy}).`, en: `was due for review on ${reviewBy}.` },
        {
          vi: "Đọc lại với nguồn, rồi đặt ngày mới.",
          en: "Read it against its sources, then set a new day.",
        },
      ),
    );
  return [...facts, ...reviews];
}

/**
 * Which guides say a value today: by name, or by a day counted from it; through a fragment or another guide too.
 * Shared lines stand as their file, the desk's telephone as `desk.yaml`.
 */
function quotersOf({ draft, parts }: Reading): ReadonlyMap<string, readonly string[]> {
  const quoters = new Map<string, Set<string>>();
  const note = (fact: string | undefined, by: string) => {
    if (fact === undefined) return;
    quoters.set(fact, (quoters.get(fact) ?? new Set()).add(by));
  };
  const noteAll = (texts: unknown, by: readonly string[]) => {
    for (const [, fact] of JSON.stringify(texts).matchAll(/\{(?:fact|due):([a-z0-9-]+)\}/g))
      for (const one of by) note(fact, one);
  };
  for (const part of parts) {
    const by = part.walkedIn.map(({ flow }) => flow);
    noteAll([part.flow?.about, part.steps], by);
    for (const step of Object.values(part.steps))
      for (const { due } of "reminds" in step ? (step.reminds ?? []) : [])
        for (const one of by) note(due, one);
  }
  for (const language of ["vi", "en"] as const)
    noteAll(draft.phrases[language] ?? {}, [`phrases/${language}.yaml`]);
  note(draft.desk?.["telephone-fact"], filesOf.desk);
  return new Map([...quoters].map(([fact, by]) => [fact, [...by].toSorted()]));
}

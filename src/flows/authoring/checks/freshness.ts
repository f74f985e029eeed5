/** Values and guides grow old: what may not be quoted any more, and what is due for another look. */
import { addDays } from "../../time/calendar.ts";
import { doubtful, type Fault, wrong } from "./fault.ts";
import type { Reading } from "./parts.ts";

/** How long before its last day a value is worth checking again. */
const soon = 30;

export function freshnessFaults({ draft, parts, today }: Reading): Fault[] {
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
    const again = {
      vi: "Hỏi lại nguồn, sửa checked và until.",
      en: "Look at the source again, then mend checked and until.",
    };
    if (is.from > today) {
      return [
        doubtful(
          { file, at: [id, "from"] },
          {
            vi: `"${id}" chưa dùng được trước ngày ${is.from}; đến hôm ấy bài còn bảo bà con hỏi cán bộ xã.`,
            en: `"${id}" is not quoted before ${is.from}; until then guides say to ask the office.`,
          },
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

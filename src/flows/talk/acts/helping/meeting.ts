/** A meeting as a propagandist writes it. */
import { dayOf, instantOf } from "../../../time/calendar.ts";
import { readDate } from "../../../understanding/answers.ts";
import type { Talk } from "../../talk.ts";

/** "15 giờ ngày 24/11, nhà văn hoá": hour, day and place in any order, the place being what is left. */
export function readMeeting(
  text: string,
  talk: Talk,
): { readonly at: number; readonly place: string } | undefined {
  const clock =
    /(\d{1,2})\s*(?:giờ|gio|h|:)\s*(\d{1,2})?\s*(?:phút|phut)?\s*(sáng|sang|chiều|chieu|tối|toi)?/i.exec(
      text,
    );
  if (clock === null) return undefined;
  const rest = text.replace(clock[0], " ");
  const day =
    readDate(rest, dayOf(talk.world.now)) ??
    (/hôm nay|hom nay/i.test(rest) ? dayOf(talk.world.now) : undefined);
  const stated = Number(clock[1]);
  const afternoon = /chi[eề]u|t[oố]i/i.test(clock[3] ?? "") && stated < 12;
  const hours = afternoon ? stated + 12 : stated;
  const minutes = Number(clock[2] ?? 0);
  if (day === undefined || hours > 23 || minutes > 59) return undefined;
  const at = instantOf(
    day,
    `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`,
  );
  const place = rest
    .replaceAll(/(ngày|ngay)?\s*\d{1,2}\s*[/-]\s*\d{1,2}(\s*[/-]\s*\d{2,4})?/gi, " ")
    .replaceAll(
      /(?<!\p{L})(hôm nay|hom nay|ngày mai|ngay mai|sáng mai|sang mai|chiều mai|chieu mai|mai|ngày kia|thứ (hai|ba|tư|năm|sáu|bảy)( tuần sau)?|chủ nhật|lúc|luc|vào|vao|ở|tại|tai)(?!\p{L})/giu,
      " ",
    )
    .replaceAll(/[,;.]+/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  return at <= talk.world.now || place === "" ? undefined : { at, place: place.slice(0, 200) };
}

/** A meeting as a propagandist writes it. */
import { dayOf, instantOf } from "../../../time/calendar.ts";
import { readDate } from "../../../understanding/answers.ts";
import type { Talk } from "../../talk.ts";

const clockPattern =
  /(\d{1,2})\s*(?:giờ|gio|h|:)\s*(\d{1,2}|rưỡi|ruoi)?\s*(?:phút|phut)?\s*(sáng|sang|trưa|trua|chiều|chieu|tối|toi)?/i;

interface Clock {
  readonly time: string;
  /** How it was written, to be taken out of the rest. */
  readonly written: string;
}

/** "8 giờ sáng", "15:30", "3 giờ rưỡi chiều". Nobody meets at three in the night: a small hour is one of the afternoon. */
export function readClock(text: string): Clock | undefined {
  const clock = clockPattern.exec(text);
  if (clock === null) return undefined;
  const stated = Number(clock[1]);
  const part = clock[3] ?? "";
  const late = /chi[eề]u|t[oố]i/i.test(part) || (stated < 6 && !/s[aá]ng/i.test(part));
  const hours = late && stated < 12 ? stated + 12 : stated;
  const minutes = /r[ưu][ỡo]i/i.test(clock[2] ?? "") ? 30 : Number(clock[2] ?? 0);
  if (hours > 23 || minutes > 59) return undefined;
  const two = (number: number) => String(number).padStart(2, "0");
  return { time: `${two(hours)}:${two(minutes)}`, written: clock[0] };
}

/** "15 giờ ngày 24/11, nhà văn hoá": hour, day and place in any order, the place being what is left. */
export function readMeeting(
  text: string,
  talk: Talk,
): { readonly at: number; readonly place: string } | undefined {
  const clock = readClock(text);
  if (clock === undefined) return undefined;
  const rest = text.replace(clock.written, " ");
  const day =
    readDate(rest, dayOf(talk.world.now)) ??
    (/hôm nay|hom nay/i.test(rest) ? dayOf(talk.world.now) : undefined);
  if (day === undefined) return undefined;
  const at = instantOf(day, clock.time);
  const place = rest
    .replaceAll(/(ngày|ngay)?\s*\d{1,2}\s*[/-]\s*\d{1,2}(\s*[/-]\s*\d{2,4})?/gi, " ")
    .replaceAll(
      /(?<!\p{L})(hôm nay|hom nay|ngày mai|ngay mai|sáng mai|sang mai|chiều mai|chieu mai|tối mai|toi mai|mai|ngày kia|thứ (hai|ba|tư|năm|sáu|bảy)( tuần sau)?|chủ nhật|lúc|luc|vào|vao|ở|tại|tai)(?!\p{L})/giu,
      " ",
    )
    .replaceAll(/[,;.]+/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  return at <= talk.world.now || place === "" ? undefined : { at, place: place.slice(0, 200) };
}

const asksToMeet =
  /^\s*h[ẹe]n(?:\s+g[ặa]p)?(?:\s+(?:cụ|ông|bà|bác|cô|chú|anh|chị|em|cháu|mình|nhau|ba|bac))?(?!\p{L})/iu;
const politeEnd = /(?:\s*(?:nhé|nhe|nha|ạ|a|được không|duoc khong)[\s.!?]*)+$/iu;

/** "hẹn 8 giờ sáng mai ở nhà văn hoá nhé": only when day, hour and place are all there. */
export function meetingLine(text: string, talk: Talk): ReturnType<typeof readMeeting> {
  const asked = asksToMeet.exec(text);
  if (asked === null || text.length > 160) return undefined;
  return readMeeting(text.slice(asked[0].length).replace(politeEnd, ""), talk);
}

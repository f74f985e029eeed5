/** A meeting by choices, in a propagandist's chat: the day, the hour, the place, and one yes with everything named. */
import {
  addDays,
  dayOf,
  instantOf,
  isTet,
  sayDay,
  sayTime,
  weekdayOf,
} from "../../../time/calendar.ts";
import { announcedIn, isWorkingDay } from "../../../time/working-days.ts";
import type { CaseId, Day } from "../../../vocabulary.ts";
import type { Choice } from "../../effect.ts";
import type { ArrangePick, HelpingAct } from "../../event.ts";
import type { Helping } from "../../saved.ts";
import { phrase, type Talk } from "../../talk.ts";
import { meetingPlaces, placeChosen } from "../meeting-places.ts";
import { readClock, readMeeting } from "./meeting.ts";
import { caseNamed, helpingOf, leave, nameOfCase, page, tell, withHelping } from "./side.ts";

type Draft = Extract<NonNullable<Helping["completing"]>, { what: "meeting" }>;

const parts = {
  morning: ["07:00", "08:00", "09:00", "10:00"],
  afternoon: ["13:00", "14:00", "15:00", "16:00"],
  evening: ["17:00", "18:00", "19:00", "20:00"],
} as const;
type PartOfDay = keyof typeof parts;
const partNames = Object.keys(parts) as readonly PartOfDay[];

const daysOffered = 14;

function draftOf(talk: Talk, id: CaseId): Draft {
  const { completing } = helpingOf(talk);
  return completing?.what === "meeting" && completing.case === id
    ? completing
    : { what: "meeting", case: id };
}

const withDraft = (talk: Talk, completing: Draft): Talk => withHelping(talk, { completing });

export function arrange(talk: Talk, id: CaseId, pick: ArrangePick): Talk {
  if (caseNamed(talk, id) === undefined)
    return tell(talk, phrase(talk, "refused-closed"), [], { about: id });
  const draft = draftOf(talk, id);
  switch (pick.is) {
    case "days":
      return askDay(withDraft(talk, { what: "meeting", case: id }), id, pick.page);
    case "day":
      return askNext(withDraft(talk, { ...draft, day: pick.day }), id);
    case "part":
      return askHour(withDraft(talk, draft), id, pick.part);
    case "time":
      return askNext(withDraft(talk, { ...draft, time: pick.time }), id);
    case "place":
      return askNext(withDraft(talk, { ...draft, place: placeChosen(talk, pick.place) }), id);
    case "agreed":
      return agreed(talk, draft);
  }
}

/** Words of the propagandist while a meeting is being arranged: all of it, or what is asked just then. */
export function arrangeInWords(
  talk: Talk,
  { case: id, text }: Extract<HelpingAct, { act: "meeting-place" }>,
): Talk {
  const draft = draftOf(talk, id);
  const whole = readMeeting(text, talk);
  if (whole !== undefined)
    return leave(withHelping(talk, { completing: undefined }), id, {
      kind: "case-hand-back",
      case: id,
      by: helpingOf(talk).me,
      result: { outcome: "meet", ...whole },
    });
  const { day, time } = draft;
  const place = text.trim().slice(0, 200);
  if (day !== undefined && time !== undefined && place !== "")
    return askNext(withDraft(talk, { ...draft, place }), id);
  const clock = day === undefined ? undefined : readClock(text);
  if (clock !== undefined) return askNext(withDraft(talk, { ...draft, time: clock.time }), id);
  return askDay(talk, id, 0, "when-and-where-again");
}

/** "hẹn 8 giờ sáng mai ở nhà văn hoá", written in the middle of a talk: asked first, and no word has gone out yet. */
export function arrangeLine(
  talk: Talk,
  { case: id, at, place, text }: Extract<HelpingAct, { act: "meeting-line" }>,
): Talk {
  const unsent = [{ is: "words" as const, text, masked: [] }];
  const time = clockAt(at);
  const drafted = withDraft(withHelping(talk, { unsent }), {
    what: "meeting",
    case: id,
    day: dayOf(at),
    time,
    place,
  });
  return askNext(drafted, id, [
    { id: `to:${id}`, says: phrase(talk, "meet-only-say", { name: nameOfCase(talk, id) }) },
  ]);
}

const clockAt = (at: number): string => {
  const minutes = Math.round((at - instantOf(dayOf(at), "00:00")) / 60_000);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};
const two = (number: number): string => String(number).padStart(2, "0");

/** What is still missing, in its order; an hour that has passed meanwhile is missing again. */
function askNext(talk: Talk, id: CaseId, also: readonly Choice[] = []): Talk {
  const { day, time, place } = draftOf(talk, id);
  const { now } = talk.world;
  if (day === undefined || hoursLeft(talk, day).length === 0) return askDay(talk, id, 0);
  if (time === undefined || instantOf(day, time) <= now) return askPart(talk, id, day);
  if (place === undefined) return askPlace(talk, id, day, time);
  return tell(
    talk,
    phrase(talk, "meet-confirm", {
      name: nameOfCase(talk, id),
      when: `${sayTime(instantOf(day, time), talk.saved.language)}, ${daySaid(talk, day)}`,
      place,
    }),
    [
      { id: `mok:${id}`, says: phrase(talk, "meet-agreed") },
      { id: `md:${id}:0`, says: phrase(talk, "meet-again") },
      ...also,
    ],
    { about: id, chosen: true },
  );
}

const hoursLeft = (talk: Talk, day: Day): readonly string[] =>
  partNames.flatMap((part) => hoursOf(talk, day, part));

const hoursOf = (talk: Talk, day: Day, part: PartOfDay): readonly string[] =>
  parts[part].filter((time) => instantOf(day, time) > talk.world.now);

function askDay(
  talk: Talk,
  id: CaseId,
  at: number,
  line: "when-and-where" | "when-and-where-again" = "when-and-where",
): Talk {
  const today = dayOf(talk.world.now);
  const days = Array.from({ length: daysOffered }, (_, ahead) => addDays(today, ahead));
  const choices = days
    .filter((day) => hoursLeft(talk, day).length > 0)
    .map((day) => ({ id: `mday:${day}:${id}`, says: dayLabel(talk, day) }));
  return tell(
    talk,
    phrase(talk, line, { name: nameOfCase(talk, id) }),
    page(talk, choices, at, (next) => `md:${id}:${next}`, [back(talk, `end:${id}`)]),
    { about: id, chosen: true },
  );
}

const back = (talk: Talk, id: string): Choice => ({ id, says: phrase(talk, "back") });

/** "Ngày mai, thứ Tư 25/11", "thứ Sáu 1/1 (nghỉ lễ)". */
function dayLabel(talk: Talk, day: Day): string {
  const { language } = talk.saved;
  const today = dayOf(talk.world.now);
  const [, month, date] = day.split("-").map(Number);
  const weekday = weekdays[language][weekdayOf(day)] ?? "";
  const near =
    day === today
      ? `${phrase(talk, "meet-today")}, `
      : day === addDays(today, 1)
        ? `${phrase(talk, "meet-tomorrow-day")}, `
        : "";
  const written = language === "vi" ? `${date}/${month}` : `${date}.${month}.`;
  return `${near}${weekday} ${written}${holidayOf(talk, day)}`;
}

const weekdays = {
  vi: ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"],
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
} as const;

/** Nobody is kept from meeting on a holiday; they see that it is one. */
function holidayOf(talk: Talk, day: Day): string {
  if (isTet(day)) return ` (${phrase(talk, "meet-tet")})`;
  const weekend = weekdayOf(day) === 0 || weekdayOf(day) === 6;
  const announced = announcedIn(talk.world.library.facts, dayOf(talk.world.now));
  return !weekend && !isWorkingDay(day, announced) ? ` (${phrase(talk, "meet-holiday")})` : "";
}

const daySaid = (talk: Talk, day: Day): string =>
  `${sayDay(day, talk.saved.language)}${holidayOf(talk, day)}`;

function askPart(talk: Talk, id: CaseId, day: Day): Talk {
  const offered = partNames.filter((part) => hoursOf(talk, day, part).length > 0);
  const [only] = offered;
  if (offered.length === 1 && only !== undefined) return askHour(talk, id, only);
  return tell(
    talk,
    phrase(talk, "meet-which-part", { name: nameOfCase(talk, id), day: daySaid(talk, day) }),
    [
      ...offered.map((part) => ({ id: `mp:${part}:${id}`, says: phrase(talk, `meet-${part}`) })),
      back(talk, `md:${id}:0`),
    ],
    { about: id, chosen: true },
  );
}

function askHour(talk: Talk, id: CaseId, part: PartOfDay): Talk {
  const { day } = draftOf(talk, id);
  const hours = day === undefined ? [] : hoursOf(talk, day, part);
  if (day === undefined || hours.length === 0) return askNext(talk, id);
  return tell(
    talk,
    phrase(talk, "meet-which-hour", { name: nameOfCase(talk, id), day: daySaid(talk, day) }),
    [
      ...hours.map((time) => ({
        id: `mt:${time.replace(":", "")}:${id}`,
        says: sayTime(instantOf(day, time), talk.saved.language),
      })),
      back(talk, `mday:${day}:${id}`),
    ],
    { about: id, chosen: true },
  );
}

function askPlace(talk: Talk, id: CaseId, day: Day, time: string): Talk {
  return tell(
    talk,
    phrase(talk, "meet-where", {
      name: nameOfCase(talk, id),
      when: `${sayTime(instantOf(day, time), talk.saved.language)}, ${daySaid(talk, day)}`,
    }),
    [
      ...meetingPlaces.map((place) => ({
        id: `mw:${place}:${id}`,
        says: phrase(talk, `meet-${place}`),
      })),
      back(talk, `mday:${day}:${id}`),
    ],
    { about: id, chosen: true },
  );
}

function agreed(talk: Talk, { case: id, day, time, place }: Draft): Talk {
  if (day === undefined || time === undefined || place === undefined) return askNext(talk, id);
  const at = instantOf(day, time);
  if (at <= talk.world.now) return askNext(talk, id);
  return leave(withHelping(talk, { completing: undefined, unsent: undefined }), id, {
    kind: "case-hand-back",
    case: id,
    by: helpingOf(talk).me,
    result: { outcome: "meet", at, place },
  });
}

/** Reads the plain answers that steps ask for: dates, numbers, telephone numbers, dossier codes. */
import { fold } from "./fold.ts";

const digits: ReadonlyMap<string, number> = new Map([
  ["khong", 0],
  ["mot", 1],
  ["hai", 2],
  ["ba", 3],
  ["bon", 4],
  ["tu", 4],
  ["nam", 5],
  ["lam", 5],
  ["nham", 5],
  ["sau", 6],
  ["bay", 7],
  ["bẩy", 7],
  ["tam", 8],
  ["chin", 9],
  ["one", 1],
  ["two", 2],
  ["three", 3],
  ["four", 4],
  ["five", 5],
  ["six", 6],
  ["seven", 7],
  ["eight", 8],
  ["nine", 9],
]);

const scales: ReadonlyMap<string, number> = new Map([
  ["nghin", 1_000],
  ["ngan", 1_000],
  ["k", 1_000],
  ["trieu", 1_000_000],
  ["tr", 1_000_000],
  ["ty", 1_000_000_000],
]);

/** The value of number words at the start of `words`, and how many of them it took. */
function spokenNumber(words: readonly string[]): { value: number; taken: number } | undefined {
  let total = 0;
  let part: number | undefined;
  let at = 0;
  for (; at < words.length; at += 1) {
    const word = words[at] ?? "";
    const digit = digits.get(word);
    const scale = scales.get(word);
    if (digit !== undefined) {
      if (part === undefined) part = digit;
      else if (part >= 10 && part % 10 === 0) part += digit;
      else if (part >= 2 && part <= 9)
        part = part * 10 + digit; // "hai tư", "bảy sáu"
      else break;
    } else if (word === "muoi" || word === "chuc") {
      if (part === undefined) part = 10;
      else {
        const lastDigit = part % 10;
        part = part - lastDigit + (lastDigit === 0 ? 10 : lastDigit * 10);
      }
    } else if (word === "bam") {
      part = 30 + (part ?? 0);
    } else if (word === "tram" && part !== undefined) {
      part *= 100;
    } else if ((word === "linh" || word === "le") && part !== undefined) {
    } else if (scale !== undefined && part !== undefined) {
      total += part * scale;
      part = undefined;
    } else break;
  }
  if (at === 0) return undefined;
  const value = total + (part ?? 0);
  return { value, taken: at };
}

/** A number said in digits or words, "8.000", "8 nghìn", "hai mươi lăm"; undefined when there is none or more than one. */
export function readNumber(text: string): number | undefined {
  const plain = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/(\d)[.,](?=\d{3}(?!\d))/g, "$1");
  const written = [...plain.matchAll(/\d+(?:[.,]\d+)?/g)];
  if (written.length > 1) return undefined;
  const found = written[0];
  if (found !== undefined) {
    const value = Number(found[0].replace(",", "."));
    const after = fold(plain.slice(found.index + found[0].length)).split(" ");
    const scale = scales.get(after[0] ?? "");
    return scale === undefined ? value : value * scale;
  }
  const words = fold(plain).split(" ");
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    const follows = words[at + 1] ?? "";
    // A number word counts when it opens a number, or stands where a count stands.
    if (!digits.has(word) && word !== "muoi" && word !== "bam") continue;
    if (word === "khong" && words.length > 1) continue;
    if (word === "lam" || word === "tu") continue;
    if (word === "nam" && (digits.has(follows) || follows === "nay" || follows === "ngoai"))
      continue;
    const spoken = spokenNumber(words.slice(at));
    if (spoken !== undefined) return spoken.value;
  }
  return undefined;
}

/** A Vietnamese telephone number anywhere in the text, as 0xxxxxxxxx; undefined unless there is exactly one. */
export function readPhone(text: string): string | undefined {
  const runs = [
    ...text.matchAll(/(?<![\d])(?:\(?\+?84\)?|0)(?:[\s.\-()]*\d){8,10}(?![\s.-]*\d)/g),
  ].map((m) => m[0].replace(/\D/g, "").replace(/^84(?=\d{9,10}$)/, "0"));
  const numbers = new Set(
    runs.filter((run) => /^0[35789]\d{8}$/.test(run) || /^02\d{9}$/.test(run)),
  );
  const [only] = numbers;
  return numbers.size === 1 ? only : undefined;
}

/**
 * A dossier code of the portal or a one-stop system: unit, date as yymmdd, running number
 * ("000.19.25.H60-251103-0007", "H60.25-251103-0007"); upper case, single separators.
 */
export function readDossierCode(text: string): string | undefined {
  const plain = text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toUpperCase()
    .replace(/[‐‑‒–—_/]/g, "-")
    .replace(/\s*([.-])\s*/g, "$1");
  const dashed =
    /(?<![0-9A-Z.])((?:[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.)?[A-Z]{1,3}[0-9]{2}(?:\.[0-9]{1,3}){0,4}|[0-9]{3,6}(?:\.[0-9]{1,3}){0,3})-([0-9]{6})-([0-9]{3,6})(?![0-9])/.exec(
      plain,
    );
  if (dashed !== null && isYymmdd(dashed[2] ?? "")) return `${dashed[1]}-${dashed[2]}-${dashed[3]}`;
  const spaced =
    /(?<![0-9A-Z.])((?:[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.)?[HG][0-9]{2}(?:[. ][0-9]{1,3}){0,4})[ -]([0-9]{6})[ -]([0-9]{3,6})(?![0-9])/.exec(
      plain,
    );
  if (spaced !== null && isYymmdd(spaced[2] ?? "")) {
    return `${(spaced[1] ?? "").replaceAll(" ", ".")}-${spaced[2]}-${spaced[3]}`;
  }
  return undefined;
}

function isYymmdd(run: string): boolean {
  return isDay(2000 + Number(run.slice(0, 2)), Number(run.slice(2, 4)), Number(run.slice(4, 6)));
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && month >= 1 && month <= 12;
}

const iso = (date: Date): string => date.toISOString().slice(0, 10);

function plusDays(today: string, days: number): string {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return iso(date);
}

/** The year that brings day and month closest to today. */
function nearest(today: string, month: number, day: number): string | undefined {
  const year = Number(today.slice(0, 4));
  const from = Date.parse(`${today}T00:00:00Z`);
  const candidates = [year - 1, year, year + 1]
    .filter((y) => isDay(y, month, day))
    .map((y) => Date.UTC(y, month - 1, day))
    .sort((a, b) => Math.abs(a - from) - Math.abs(b - from));
  const [best] = candidates;
  return best === undefined ? undefined : iso(new Date(best));
}

function dated(
  today: string,
  day: number,
  month: number,
  year: number | undefined,
): string | undefined {
  if (year === undefined) return nearest(today, month, day);
  const thisYear = Number(today.slice(0, 4));
  const full = year >= 100 ? year : year <= (thisYear % 100) + 10 ? 2000 + year : 1900 + year;
  if (full < 1880 || full > thisYear + 50 || !isDay(full, month, day)) return undefined;
  return `${full}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

const weekdays: ReadonlyMap<string, number> = new Map([
  ["hai", 1],
  ["2", 1],
  ["ba", 2],
  ["3", 2],
  ["tu", 3],
  ["4", 3],
  ["nam", 4],
  ["5", 4],
  ["sau", 5],
  ["6", 5],
  ["bay", 6],
  ["7", 6],
]);
const englishDays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const englishMonths = [
  "jan",
  "feb",
  "mar",
  "apr",
  "may",
  "jun",
  "jul",
  "aug",
  "sep",
  "oct",
  "nov",
  "dec",
];

/** The day a text names, counted from `today`; without a year, the one nearest to today. */
export function readDate(text: string, today: string): string | undefined {
  const small = text.normalize("NFC").toLowerCase();

  const isoForm = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(small);
  if (isoForm !== null)
    return dated(today, Number(isoForm[3]), Number(isoForm[2]), Number(isoForm[1]));
  const numeric =
    /(?<![\d./-])(\d{1,2})\s*[-/.]\s*(\d{1,2})(?:\s*[-/.]\s*(\d{4}|\d{2}))?(?![\d])/.exec(small);
  if (numeric !== null) {
    const year = numeric[3] === undefined ? undefined : Number(numeric[3]);
    return dated(today, Number(numeric[1]), Number(numeric[2]), year);
  }
  const run = /(?<!\d)(\d{2})(\d{2})(\d{4})(?!\d)/.exec(small);
  if (run !== null) return dated(today, Number(run[1]), Number(run[2]), Number(run[3]));

  const words = fold(small).split(" ");
  return (
    dayAndMonth(words, today) ??
    englishDate(words, today) ??
    weekday(words, today) ??
    relative(` ${words.join(" ")} `, today)
  );
}

/** Digits or number words at `at`. */
function count(words: readonly string[], at: number): { value: number; taken: number } | undefined {
  const word = words[at] ?? "";
  if (/^\d{1,4}$/.test(word)) return { value: Number(word), taken: 1 };
  return spokenNumber(words.slice(at, at + 8));
}

function dayAndMonth(words: readonly string[], today: string): string | undefined {
  const months = words.flatMap((word, at) => (word === "thang" || word === "thag" ? [at] : []));
  for (const at of months) {
    const month =
      words[at + 1] === "gieng"
        ? { value: 1, taken: 1 }
        : words[at + 1] === "chap"
          ? { value: 12, taken: 1 }
          : monthAt(words, at + 1);
    if (month === undefined || month.value < 1 || month.value > 12) continue;
    // The day stands before "tháng": take the longest run of number words ending there.
    for (let from = Math.max(0, at - 3); from < at; from += 1) {
      const day = count(words, from);
      if (day === undefined || from + day.taken !== at || day.value < 1 || day.value > 31) continue;
      let after = at + 1 + month.taken;
      if (words[after] === "nam") after += 1;
      const year = yearAt(words, after, today);
      return dated(today, day.value, month.value, year);
    }
  }
  return undefined;
}

function monthAt(
  words: readonly string[],
  at: number,
): { value: number; taken: number } | undefined {
  const month = count(words, at);
  if (month === undefined || month.value <= 12) return month;
  // "tháng năm năm ngoái", "tháng ba năm 2026": the year was read into the month.
  const first = digits.get(words[at] ?? "");
  return first === undefined ? undefined : { value: first, taken: 1 };
}

function yearAt(words: readonly string[], at: number, today: string): number | undefined {
  const thisYear = Number(today.slice(0, 4));
  const word = words[at] ?? "";
  if (/^(\d{4}|\d{2})$/.test(word)) return Number(word);
  if (word === "nay") return thisYear;
  if (word === "ngoai") return thisYear - 1;
  if (word === "sau" || word === "toi")
    return words[at + 1] === undefined ? thisYear + 1 : undefined;
  return undefined;
}

function englishDate(words: readonly string[], today: string): string | undefined {
  for (const [at, word] of words.entries()) {
    const month = englishMonths.findIndex((name) => word.length >= 3 && word.startsWith(name)) + 1;
    if (month === 0 || !/^[a-z]+$/.test(word)) continue;
    const near = [words[at - 1], words[at + 1]].map(
      (w) => /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(w ?? "")?.[1],
    );
    const day = near[0] ?? near[1];
    if (day === undefined) continue;
    const year = words.slice(at + 1, at + 3).find((w) => /^\d{4}$/.test(w));
    return dated(today, Number(day), month, year === undefined ? undefined : Number(year));
  }
  return undefined;
}

function weekday(words: readonly string[], today: string): string | undefined {
  const now = new Date(`${today}T00:00:00Z`).getUTCDay();
  for (const [at, word] of words.entries()) {
    let day: number | undefined;
    let after = at + 1;
    if (word === "thu" && weekdays.has(words[at + 1] ?? "")) {
      day = weekdays.get(words[at + 1] ?? "");
      after = at + 2;
    } else if ((word === "chu" && words[at + 1] === "nhat") || word === "cn") {
      day = 0;
      after = word === "cn" ? at + 1 : at + 2;
    } else if (englishDays.includes(word)) day = englishDays.indexOf(word);
    else if (/^t[2-7]$/.test(word)) day = Number(word.slice(1)) - 1;
    if (day === undefined) continue;
    const monday = -((now + 6) % 7);
    const inThisWeek = monday + ((day + 6) % 7);
    const rest = words.slice(after, after + 3).join(" ");
    if (/^tuan (sau|toi|den)/.test(rest) || words[at - 1] === "next")
      return plusDays(today, inThisWeek + 7);
    if (/^tuan (truoc|roi|vua)/.test(rest) || words[at - 1] === "last")
      return plusDays(today, inThisWeek - 7);
    if (/^tuan nay/.test(rest)) return plusDays(today, inThisWeek);
    if (/^(vua roi|truoc|hom truoc)/.test(rest))
      return plusDays(today, inThisWeek >= 0 ? inThisWeek - 7 : inThisWeek);
    return plusDays(today, inThisWeek >= 0 ? inThisWeek : inThisWeek + 7);
  }
  return undefined;
}

function relative(words: string, today: string): string | undefined {
  const has = (phrase: string): boolean => words.includes(` ${phrase} `);
  const counted = /(?:^| )(\S+(?: \S+)?) (ngay|hom|tuan) (nua|truoc|sau|qua)(?= )/.exec(words);
  if (counted !== null) {
    const said = (counted[1] ?? "").split(" ");
    const amount = count(said, said.length - 1) ?? count(said, 0);
    if (amount !== undefined && amount.value > 0) {
      const days = amount.value * (counted[2] === "tuan" ? 7 : 1);
      return plusDays(today, counted[3] === "nua" || counted[3] === "sau" ? days : -days);
    }
  }
  const ago = /cach day (\S+) (ngay|hom|tuan)(?= )/.exec(words);
  if (ago !== null) {
    const amount = count([ago[1] ?? ""], 0);
    if (amount !== undefined) return plusDays(today, -amount.value * (ago[2] === "tuan" ? 7 : 1));
  }
  if (has("hom nay") || has("bua nay") || has("today") || has("ngay hom nay")) return today;
  if (has("hom qua") || has("yesterday") || has("bua qua")) return plusDays(today, -1);
  if (has("hom kia") || has("bua kia")) return plusDays(today, -2);
  if (has("hom kia") === false && has("ngay kia")) return plusDays(today, 2);
  if (has("day after tomorrow")) return plusDays(today, 2);
  if (has("ngay mai") || has("mai") || has("tomorrow") || has("sang mai") || has("bua mai"))
    return plusDays(today, 1);
  if (has("mot") && words.trim().split(" ").length <= 2) return plusDays(today, 2);
  const mung = /(?:mung|mong|ngay|hom) (\S+(?: \S+)?)/.exec(words);
  if (mung !== null) {
    const said = (mung[1] ?? "").split(" ");
    const day = count(said, 0);
    if (day !== undefined && day.value >= 1 && day.value <= 31) {
      const month = Number(today.slice(5, 7));
      const year = Number(today.slice(0, 4));
      const near = [month - 1, month, month + 1]
        .map((m) => ({ y: m < 1 ? year - 1 : m > 12 ? year + 1 : year, m: ((m + 11) % 12) + 1 }))
        .filter(({ y, m }) => isDay(y, m, day.value))
        .map(({ y, m }) => Date.UTC(y, m - 1, day.value))
        .sort((a, b) => Math.abs(a - Date.parse(today)) - Math.abs(b - Date.parse(today)));
      const [best] = near;
      return best === undefined ? undefined : iso(new Date(best));
    }
  }
  return undefined;
}

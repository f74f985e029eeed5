/**
 * The lunar calendar as Vietnam keeps it: months begin on the day of the new moon, and the month that holds
 * the winter solstice is the eleventh, both by Vietnam's own clock (UTC+7, Decision 121-CP of 8 August 1967).
 * China counts at UTC+8; where a new moon or the solstice falls in the hour between, Tết differs: 1985, 2007,
 * 2030, 2053. Formulas: Meeus, Astronomical Formulae for Calculators, chapters 18 and 32, as Hồ Ngọc Đức
 * arranged them; good to about two minutes of time in this and the next century.
 */
import type { Day } from "../vocabulary.ts";

/** Days since 1 January 1970, local. */
type DayNumber = number;

const dayLength = 24 * 60 * 60 * 1000;
const julianDayOf1970 = 2440587.5;
const local = 7 / 24;
const meanMonth = 29.530588853;
const radians = Math.PI / 180;

const sin = (degrees: number): number => Math.sin(degrees * radians);

/** The local day of the new moon that is `k` months after the one of January 1900. */
function newMoon(k: number): DayNumber {
  const t = k / 1236.85;
  const t2 = t * t;
  const t3 = t2 * t;
  const sun = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3;
  const moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3;
  const latitude = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3;
  const mean =
    2415020.75933 +
    29.53058868 * k +
    0.0001178 * t2 -
    0.000000155 * t3 +
    0.00033 * sin(166.56 + 132.87 * t - 0.009173 * t2);
  const correction =
    (0.1734 - 0.000393 * t) * sin(sun) +
    0.0021 * sin(2 * sun) -
    0.4068 * sin(moon) +
    0.0161 * sin(2 * moon) -
    0.0004 * sin(3 * moon) +
    0.0104 * sin(2 * latitude) -
    0.0051 * sin(sun + moon) -
    0.0074 * sin(sun - moon) +
    0.0004 * sin(2 * latitude + sun) -
    0.0004 * sin(2 * latitude - sun) -
    0.0006 * sin(2 * latitude + moon) +
    0.001 * sin(2 * latitude - moon) +
    0.0005 * sin(sun + 2 * moon);
  // What the earth's turning has fallen behind.
  const behind = -0.000278 + 0.000265 * t + 0.000262 * t2;
  return Math.floor(mean + correction - behind - julianDayOf1970 + local);
}

/** How many twelfths of its circle the sun has gone when this local day begins; the solstice begins the ninth. */
function sunTwelfth(day: DayNumber): number {
  const t = (day - local + julianDayOf1970 - 2451545) / 36525;
  const anomaly = 357.5291 + 35999.0503 * t - 0.0001559 * t * t;
  const mean = 280.46645 + 36000.76983 * t + 0.0003032 * t * t;
  const centre =
    (1.9146 - 0.004817 * t - 0.000014 * t * t) * sin(anomaly) +
    (0.019993 - 0.000101 * t) * sin(2 * anomaly) +
    0.00029 * sin(3 * anomaly);
  const apparent = mean + centre - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t);
  return Math.floor((((apparent % 360) + 360) % 360) / 30);
}

/** Which new moon begins the eleventh month, the one that holds the solstice of this solar year. */
function eleventhMonth(year: number): number {
  const lastOfYear = Date.UTC(year, 11, 31) / dayLength;
  const k = Math.floor((lastOfYear + julianDayOf1970 - 2415021) / meanMonth);
  // Past the solstice already when it begins: the solstice fell into the month before.
  return sunTwelfth(newMoon(k)) >= 9 ? k - 1 : k;
}

/** The new moon that begins an ordinary (not leap) month of a lunar year. */
function beginningOf(month: number, year: number): number {
  const from = eleventhMonth(month >= 11 ? year : year - 1);
  const to = eleventhMonth(month >= 11 ? year + 1 : year);
  const ahead = month >= 11 ? month - 11 : month + 1;
  if (to - from === 12) return from + ahead;
  // Thirteen months: the first in which the sun enters no new twelfth is the leap one.
  let leap = 1;
  while (sunTwelfth(newMoon(from + leap)) !== sunTwelfth(newMoon(from + leap + 1))) leap++;
  return from + ahead + (ahead >= leap ? 1 : 0);
}

/**
 * The calendar day of a lunar one: `solarOf(15, 7, 2026)` is the full moon of the seventh month. `year` is
 * the lunar year, which ends on the eve of Tết: its twelfth month mostly lies in the January after. In a year
 * with a leap month the ordinary one of the two is meant, as for feasts. A thirtieth in a month of 29 days is
 * its last day, as people keep the thirtieth of Tết.
 */
export function solarOf(lunarDay: number, lunarMonth: number, year: number): Day {
  const k = beginningOf(lunarMonth, year);
  const begins = newMoon(k);
  const length = newMoon(k + 1) - begins;
  return new Date((begins + Math.min(lunarDay, length) - 1) * dayLength).toISOString().slice(0, 10);
}

/** Which day of its lunar month a calendar day is, 1 to 30; leap months have days like others. */
export function lunarDayOf(day: Day): number {
  const number = Date.parse(`${day}T00:00:00Z`) / dayLength;
  let k = Math.floor((number + julianDayOf1970 - 2415021) / meanMonth) + 1;
  while (newMoon(k) > number) k--;
  return number - newMoon(k) + 1;
}

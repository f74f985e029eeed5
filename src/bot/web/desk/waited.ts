/** How long somebody has been waiting, in words that a person says. */
export function waited(
  milliseconds: number,
  language: "vi" | "en",
  detail: "seconds" | "minutes" = "minutes",
): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  const vi = language === "vi";
  const count = (n: number, unit: keyof typeof units) =>
    vi ? `${n} ${units[unit].vi}` : `${n} ${units[unit].en}${n === 1 || unit === "s" ? "" : "s"}`;

  if (days > 0) return two(count(days, "d"), hours % 24, "h");
  if (hours > 0) return two(count(hours, "h"), minutes % 60, "m");
  if (detail === "seconds") {
    return minutes > 0 ? two(count(minutes, "m"), seconds % 60, "s", true) : count(seconds, "s");
  }
  if (minutes > 0) return count(minutes, "m");
  return vi ? "dưới 1 phút" : "less than a minute";

  function two(first: string, rest: number, unit: keyof typeof units, always = false): string {
    return rest > 0 || always ? `${first} ${count(rest, unit)}` : first;
  }
}

const units = {
  d: { vi: "ngày", en: "day" },
  h: { vi: "giờ", en: "hour" },
  m: { vi: "phút", en: "minute" },
  s: { vi: "giây", en: "s" },
} as const;

const dayLength = 24 * 60 * 60 * 1000;
const zone = 7 * 60 * 60 * 1000;
const dayNumber = (at: number) => Math.floor((at + zone) / dayLength);

/** "14:05", with its date when it is another day; by Vietnam's clock whatever the phone's is. */
export function timeOf(at: number, now: number, language: "vi" | "en"): string {
  const local = new Date(at + zone).toISOString();
  const time = local.slice(11, 16);
  if (dayNumber(at) === dayNumber(now)) return time;
  const date = `${Number(local.slice(8, 10))}/${Number(local.slice(5, 7))}`;
  return language === "vi" ? `${time} ngày ${date}` : `${time} on ${date}`;
}

/** What opens behind a poster's link. */
import { wayInto } from "../../../src/bot/desk/village-links.ts";
import type { AccountId } from "../../../src/flows/index.ts";
import { cheapPhone } from "../../support/browser/road.ts";
import type { Town } from "./town.ts";

export async function wayIn({ server, open, take }: Town): Promise<void> {
  const { store, library } = server.house();
  const { commune } = library().desk;
  const now = Date.parse("2026-11-24T08:30:00+07:00");
  for (const [channel, name] of [
    ["telegram", "cau_noi_mau_bot"],
    ["zalo-bot", "1234567890"],
  ] as const) {
    const id = channel as string as AccountId;
    store.account({ id, commune, channel });
    store.channelStands(id, "ok", name, now);
  }
  const way = wayInto(store, { commune, village: "na-khau" }, { now, webRoot: server.url });
  const { page } = await open.open(cheapPhone);
  await page.goto(way.link);
  await page.locator("main, body").first().waitFor();
  await take(page, "way-in");
}

/** What the desk says of Zalo: until when somebody can be written to, and what the account needs a person for. */
import { expect, test } from "vitest";
import { keptAlarm } from "../../src/bot/store/account-settings.ts";
import { type AccountId, dayOf } from "../../src/flows/index.ts";
import type { RealServer } from "../support/browser/real-server.ts";
import { inRealWindows } from "../support/browser/real-windows.ts";
import { cheapPhone, seriousFaults, tableScreen, type Windows } from "../support/browser/road.ts";

let server: RealServer;
let open: Windows;
inRealWindows((given) => {
  ({ server, open } = given);
});

/** Pictures for people to look at, where somebody asks for them. */
const pictures = process.env["PICTURES"];
const account = "zalo-oa:1" as AccountId;

/** Somebody in Zalo asks for a person. */
async function asksInZalo(): Promise<void> {
  const { store, conversations, library } = server.house();
  store.account({ id: account, commune: library().desk.commune, channel: "zalo-oa" });
  for (const text of ["gặp người giúp", "Nà Khau", "Ai giúp cũng được", "Bà"]) {
    await conversations.take({
      account,
      peer: "2468135790246813579",
      key: text,
      at: server.now(),
      inbound: { kind: "words", text, masked: [] },
    });
  }
}

test.each([
  ["phone", { ...cheapPhone, viewport: { width: 360, height: 740 } }],
  ["table", { ...tableScreen }],
  ["dark phone", { ...cheapPhone, colorScheme: "dark" as const }],
])("on a %s the window's end stands on the card, and the alarm above", async (size, options) => {
  const link = server.inviteLink({
    name: "Điều phối (mẫu)",
    role: "Cán bộ xã",
    rank: "coordinator",
  });
  await asksInZalo();
  const { store } = server.house();
  const alarm = { kind: "house-alarm", what: "zalo-consent-lost" };
  store.setSetting(keptAlarm(account), JSON.stringify({ day: dayOf(server.now()), alarm }));
  const { page } = await open.helper(link, options);
  const look = async (name: string) => {
    expect(await seriousFaults(page)).toEqual([]);
    if (pictures !== undefined)
      await page.screenshot({ path: `${pictures}/${size.replace(" ", "-")}-${name}.png` });
  };

  await page.getByText("quyền nhắn qua Zalo", { exact: false }).waitFor();
  await look("alarm");
  await page.getByText("Xem trước").click();
  await page.getByText("Zalo cho nhắn đến", { exact: false }).waitFor();
  await look("card");
});

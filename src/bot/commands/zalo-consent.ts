/**
 * Walks an officer through giving the right to send: prints the link, and waits until our own server has read
 * the address Zalo leads back to, or until that address is pasted here.
 */
import { createInterface } from "node:readline/promises";
import type { Consented } from "../channels/zalo/oa/consent.ts";
import { consentSays } from "../channels/zalo/oa/consent-words.ts";
import { oaAccountOf, oaRight } from "../channels/zalo/oa/oa-channel.ts";
import { realClock } from "../clock.ts";
import type { Config } from "../config.ts";
import { CannotGoOn } from "../errors.ts";
import { makeLog } from "../log.ts";
import { openDatabase } from "../open-database.ts";

const lookEvery = 1000;
const longestWait = 60 * 60 * 1000;

export async function walkConsent(
  config: Config,
  {
    address,
    print,
  }: { readonly address?: string | undefined; readonly print?: boolean | undefined },
  write: (text: string) => void,
): Promise<number> {
  const { zaloOa: settings, publicUrl } = config;
  if (settings === undefined || publicUrl === undefined) {
    throw new CannotGoOn(
      "settings",
      "Chưa đặt ZALO_OA_APP_ID, ZALO_OA_APP_SECRET và PUBLIC_URL. / These settings are missing.",
    );
  }
  const store = openDatabase(config.databaseFile, "visitor");
  const right = oaRight({
    settings,
    account: oaAccountOf(settings),
    store,
    clock: realClock,
    log: makeLog("silent"),
    alone: false,
  });
  const finish = async (pasted: string): Promise<Consented> => {
    const query = URL.parse(pasted.trim())?.searchParams;
    const done = await right.consent.finish({
      code: query?.get("code") ?? undefined,
      oa_id: query?.get("oa_id") ?? undefined,
      state: query?.get("state") ?? undefined,
    });
    said(done);
    return done;
  };
  const said = (done: Consented): void => {
    const { vi, en } = consentSays(done);
    write(`\n${vi}\n${en}\n`);
  };

  try {
    if (address !== undefined) return (await finish(address)).ok ? 0 : 1;
    const { link, callback, challenge } = right.consent.begin(publicUrl);
    const before = store.setting(right.grantName);
    write(
      [
        "",
        "1. Trong developers.zalo.me, ứng dụng của xã, mục Official Account, ghi đúng từng chữ:",
        "   In the app's console, under Official Account, save exactly:",
        `     Official Account Callback Url: ${callback}`,
        ...(settings.codeVerifier === undefined ? [] : [`     Code Challenge: ${challenge}`]),
        "2. Cán bộ quản trị OA mở đường dẫn này và bấm Cho phép (trong một giờ):",
        "   An administrator of the OA opens this link and allows it, within the hour:",
        "",
        `     ${link}`,
        "",
        "3. Máy chủ đang chạy thì lệnh này tự xong. Nếu không, dán địa chỉ mà Zalo chuyển tới vào đây:",
        "   With the server running this ends by itself; otherwise paste the address Zalo led to:",
        "",
      ].join("\n"),
    );
    if (print === true) return 0;
    return await Promise.any([pasted(finish), changed()]);

    async function changed(): Promise<number> {
      const until = realClock.now() + longestWait;
      while (realClock.now() < until) {
        const now = store.setting(right.grantName);
        if (now !== before && right.grant.standing().is === "held" && !right.consent.isOpen()) {
          said({ ok: true });
          return 0;
        }
        await realClock.sleep(lookEvery);
      }
      write("\nHết giờ, chạy lại lệnh. / Time is over: run the command anew.\n");
      return 1;
    }
  } finally {
    await right.server.hangUp();
    store.close();
  }
}

/**
 * What is pasted here, until one of it counts: half an address, or one of another link, spends nothing and may be
 * pasted anew. Rejects when nothing can be typed here.
 */
async function pasted(finish: (line: string) => Promise<Consented>): Promise<number> {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === "") continue;
    const done = await finish(line);
    if (done.ok) return 0;
    if (done.why === "refused" || done.why === "not-asked") return 1;
  }
  throw new Error("nothing was pasted");
}

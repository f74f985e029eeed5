/**
 * Walks an officer through giving the right to send: prints the link, and waits until our own server has read
 * the address Zalo leads back to, or until that address is pasted here.
 */
import { createInterface } from "node:readline/promises";
import type { Consented } from "../channels/zalo/oa/consent.ts";
import { oaAccountOf, oaRight } from "../channels/zalo/oa/oa-channel.ts";
import { realClock } from "../clock.ts";
import type { Config } from "../config.ts";
import { CannotGoOn } from "../errors.ts";
import { makeLog } from "../log.ts";
import { openDatabase } from "../open-database.ts";

const lookEvery = 1000;
const longestWait = 60 * 60 * 1000;

const says: Readonly<Record<Extract<Consented, { ok: false }>["why"], string>> = {
  "not-asked": "Không có lần đồng ý nào đang mở. / No consent is under way: run the command anew.",
  another: "Địa chỉ này của lần khác. / This address belongs to another link or account.",
  "no-code": "Địa chỉ không có mã. / There is no code in this address.",
  refused:
    "Zalo không nhận mã: dùng một lần, trong 10 phút. / Zalo did not take the code: run the command anew.",
  unreached: "Chưa nối được với Zalo. / Zalo could not be reached: try again.",
};

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
  const finish = async (pasted: string): Promise<number> => {
    const query = URL.parse(pasted.trim())?.searchParams;
    const done = await right.consent.finish({
      code: query?.get("code") ?? undefined,
      oa_id: query?.get("oa_id") ?? undefined,
      state: query?.get("state") ?? undefined,
    });
    write(done.ok ? "\nXong: máy được phép gửi tin. / Done.\n" : `\n${says[done.why]}\n`);
    return done.ok ? 0 : 1;
  };

  try {
    if (address !== undefined) return await finish(address);
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
    return await Promise.any([pastedLine().then(finish), changed()]);

    async function changed(): Promise<number> {
      const until = realClock.now() + longestWait;
      while (realClock.now() < until) {
        const now = store.setting(right.grantName);
        if (now !== before && right.grant.standing().is === "held" && !right.consent.isOpen()) {
          write("\nXong: máy được phép gửi tin. / Done.\n");
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

/** Rejects when nothing can be typed here. */
async function pastedLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) if (line.trim() !== "") return line;
  throw new Error("nothing was pasted");
}

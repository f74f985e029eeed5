/** What came of a consent, for whoever gives it: on the page Zalo leads back to, and in the terminal. */
import type { Language } from "../../../../flows/index.ts";
import type { Consented } from "./consent.ts";

type Said = Readonly<Record<Language, string>>;
type Refused = Extract<Consented, { ok: false }>;

const again = "npm run cau-noi -- zalo-consent";

const plainly: Readonly<Record<Exclude<Refused["why"], "refused">, Said>> = {
  "not-asked": {
    vi: `Không có lần đồng ý nào đang mở, hoặc đã quá một giờ. Chạy lại lệnh: ${again}`,
    en: `No consent is under way, or its hour is over. Run anew: ${again}`,
  },
  another: {
    vi: "Đường dẫn này của lần khác, hoặc của trang OA khác. Mở đúng đường dẫn vừa in ra.",
    en: "This address belongs to another link, or to another account. Open the link printed last.",
  },
  "no-code": {
    vi: "Zalo chưa cho phép: người quản trị chưa bấm Cho phép, hoặc địa chỉ chép chưa hết. Mở lại đường dẫn và bấm Cho phép.",
    en: "Zalo has not allowed it: nobody pressed Allow, or the address was not copied whole. Open the link again and allow it.",
  },
  unreached: {
    vi: "Chưa nối được với Zalo. Thử lại sau ít phút.",
    en: "Zalo could not be reached. Try again in a few minutes.",
  },
};

/** Numbers of Zalo's that say more than that the code was not taken. */
const byNumber: ReadonlyMap<number, Said> = new Map([
  [
    -14002,
    {
      vi: "Zalo không biết ứng dụng này hoặc nó chưa bật (-14002). Xem ZALO_OA_APP_ID và trạng thái ứng dụng ở developers.zalo.me.",
      en: "Zalo does not know this app, or it is not active (-14002). Look at ZALO_OA_APP_ID and at the app's state at developers.zalo.me.",
    },
  ],
  [
    -14003,
    {
      vi: "Địa chỉ quay về không khớp (-14003). Trong ứng dụng ở developers.zalo.me, ghi “Official Account Callback Url” đúng từng chữ như lệnh đã in.",
      en: "The address to return to does not fit (-14003). In the app at developers.zalo.me, save “Official Account Callback Url” letter by letter as the command printed it.",
    },
  ],
]);

export function consentSays(done: Consented): Said {
  if (done.ok) {
    return {
      vi: "Xong. Máy đã được phép gửi tin qua trang Zalo (OA) này.",
      en: "Done. The machine may send through this account.",
    };
  }
  if (done.why !== "refused") return plainly[done.why];
  return (
    byNumber.get(done.number) ?? {
      vi: `Zalo không nhận mã (${done.number}). Mã chỉ dùng một lần, trong 10 phút; nếu vẫn vậy, xem ZALO_OA_APP_ID và ZALO_OA_APP_SECRET. Chạy lại lệnh: ${again}`,
      en: `Zalo did not take the code (${done.number}). It counts once, for 10 minutes; if that is not it, look at ZALO_OA_APP_ID and ZALO_OA_APP_SECRET. Run anew: ${again}`,
    }
  );
}

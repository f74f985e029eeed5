/** Alarms as people read them, on the desk and in a terminal: what is wrong, and what to do. */
import type { Language } from "../../flows/index.ts";
import type { ChannelAlarm } from "./channel-alarms.ts";

export type Said = Readonly<Record<Language, string>>;

const again = "npm run cau-noi -- zalo-consent";

export function alarmWords(alarm: ChannelAlarm): Said {
  switch (alarm.what) {
    case "zalo-consent-ends":
      return {
        vi: `Còn ${alarm.days} ngày là máy mất quyền nhắn qua Zalo. Nhờ người quản trị OA cho phép lại: ${again}`,
        en: `In ${alarm.days} days the machine may no longer write in Zalo. Have the OA's administrator allow it anew: ${again}`,
      };
    case "zalo-consent-lost":
      return {
        vi: `Máy đã mất quyền nhắn qua Zalo. Bà con nhắn thì máy vẫn nhận, nhưng chưa trả lời được. Nhờ người quản trị OA cho phép lại: ${again}`,
        en: `The machine may no longer write in Zalo. What residents write is kept, and not answered yet. Have the OA's administrator allow it anew: ${again}`,
      };
    case "zalo-stopped":
      return {
        vi: `Zalo không cho trang của xã gửi tin (${alarm.why}). Xem gói và giấy tờ của trang ở oa.zalo.me.`,
        en: `Zalo does not let the commune's account send (${alarm.why}). See its package and papers at oa.zalo.me.`,
      };
    case "not-reached":
      return {
        vi: `Đã ${alarm.hours} giờ máy không nối được với Zalo (${alarm.why}). Xem mạng của máy chủ. Tin vẫn giữ, nối lại là gửi.`,
        en: `Zalo has not been reached for ${alarm.hours} hours (${alarm.why}). See the server's network. Messages are kept and sent once it is back.`,
      };
    case "webhook-silent":
      return {
        vi: `Đã ${alarm.minutes} phút Zalo không báo tin nào tới máy, dù máy vẫn gửi đi được. Có thể webhook đã bị tắt: vào developers.zalo.me, mục Webhook, bật lại.`,
        en: `For ${alarm.minutes} minutes Zalo has told us of nothing, though we can send. Its webhook may be off: switch it on again at developers.zalo.me, under Webhook.`,
      };
    case "nobody-writes":
      return {
        vi: `Đã ${alarm.days} ngày không ai nhắn qua Zalo. Nếu thấy lạ: tự nhắn thử một tin, không thấy trả lời thì xem lại webhook.`,
        en: `Nobody has written in Zalo for ${alarm.days} days. If that is strange: write once yourself, and look at the webhook when nothing answers.`,
      };
    case "mac-refused":
      return {
        vi: `${alarm.times} tin Zalo gửi tới mang chữ ký không khớp, máy không nhận. Khoá bí mật có thể đã đổi: so ZALO_OA_SECRET_KEY và ZALO_OA_MAC với trang developers.zalo.me, mục Webhook.`,
        en: `${alarm.times} events carried a signature that does not fit and were not taken. A secret may have changed: compare ZALO_OA_SECRET_KEY and ZALO_OA_MAC with developers.zalo.me, under Webhook.`,
      };
    case "nearly-used-up":
      return {
        vi: `Tháng này còn ${alarm.left} trong ${alarm.monthly} tin Zalo. Máy chỉ trả lời, không nhắn trước. Nên mời bà con nhắn ở trang web, hoặc mua thêm gói.`,
        en: `${alarm.left} of ${alarm.monthly} Zalo messages are left this month. The machine only answers and reminds nobody. Invite people to the web page, or buy a larger package.`,
      };
    case "used-up":
      return {
        vi: `Zalo đã hết ${alarm.monthly} tin của tháng này: bà con nhắn thì máy nhận, nhưng chưa trả lời được tới mồng 1 tháng sau. Ai đang chờ thì gọi điện. Trang web vẫn chạy.`,
        en: `This month's ${alarm.monthly} Zalo messages are used up: what people write arrives, and cannot be answered before the 1st. Call whoever waits. The web page works.`,
      };
    case "people-held":
      return {
        vi: `${alarm.people} người đang có tin chưa gửi được vì Zalo chưa cho nhắn. Người giúp gọi điện cho họ; tin sẽ tự gửi khi họ nhắn lại.`,
        en: `Zalo does not let us write to ${alarm.people} people just now. Their helper should telephone; what is kept goes out when they write again.`,
      };
    case "people-unreached":
      return {
        vi: `${alarm.people} người không nhận được tin nữa (đã chặn, bỏ quan tâm, hoặc lâu không mở). Người giúp gọi điện cho họ.`,
        en: `${alarm.people} people no longer get our messages (blocked, unfollowed, or long away). Their helper should telephone.`,
      };
  }
}

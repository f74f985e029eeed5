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
        vi: `Máy chưa có, hoặc đã mất, quyền nhắn qua Zalo. Bà con nhắn thì máy vẫn nhận, nhưng chưa trả lời được. Nhờ người quản trị OA cho phép lại: ${again}`,
        en: `The machine may not, or no longer, write in Zalo. What residents write is kept, and not answered yet. Have the OA's administrator allow it anew: ${again}`,
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
      return nearlyUsedUp(alarm);
    case "used-up":
      return usedUp(alarm);
    case "takes-no-more":
      return {
        vi: `Đã ${alarm.hours} giờ Zalo báo trang của xã hết hạn mức gửi tin. Mỗi giờ máy thử lại một lần. Vào oa.zalo.me xem gói; ai đang chờ thì gọi điện. Trang web vẫn chạy.`,
        en: `For ${alarm.hours} hours Zalo has said that the account's quota is used up. We try again every hour. See its package at oa.zalo.me, and call whoever waits. The web page works.`,
      };
    case "people-held":
      return {
        vi: `${alarm.people} người đang có tin chưa gửi được vì Zalo chưa cho nhắn. Người giúp gọi điện cho họ; tin sẽ tự gửi khi họ nhắn lại.`,
        en: `Zalo does not let us write to ${alarm.people} people just now. Their helper should telephone; what is kept goes out when they write again.`,
      };
    case "people-wait-for-month":
      return {
        vi: `${alarm.people} người có tin chưa tới vì Zalo hết tin của tháng. Ai gấp thì gọi điện ngay; sang tháng, ban ngày, máy sẽ tự trả lời lại.`,
        en: `${alarm.people} people have messages that did not arrive, as the month's are used up. Call whoever cannot wait; when the new month begins, by day, the machine answers them by itself.`,
      };
    case "people-unanswered":
      return {
        vi: `${alarm.people} người không nhận được tin máy trả lời, vì nền tảng không nhận tin đó (${alarm.why}). Người giúp gọi điện cho họ; người quản trị máy xem lệnh channels và parked.`,
        en: `${alarm.people} people did not get what the machine answered, as the platform did not take it (${alarm.why}). Their helper should telephone; whoever runs the machine looks at channels and parked.`,
      };
    case "people-unreached":
      return {
        vi: `${alarm.people} người không nhận được tin nữa (đã chặn, bỏ quan tâm, hoặc lâu không mở). Người giúp gọi điện cho họ.`,
        en: `${alarm.people} people no longer get our messages (blocked, unfollowed, or long away). Their helper should telephone.`,
      };
  }
}

type Of<What extends ChannelAlarm["what"]> = Extract<ChannelAlarm, { what: What }>;

function nearlyUsedUp({ of, left, monthly }: Of<"nearly-used-up">): Said {
  switch (of) {
    case "messages":
      return {
        vi: `Tháng này còn ${left} trong ${monthly} tin Zalo. Máy chỉ trả lời, không nhắn trước. Nên mời bà con nhắn ở trang web, hoặc mua thêm gói.`,
        en: `${left} of ${monthly} Zalo messages are left this month. The machine only answers and reminds nobody. Invite people to the web page, or buy a larger package.`,
      };
    case "billed":
      return {
        vi: `Tháng này còn ${left} trong ${monthly} tin Zalo có tính tiền (gửi cho ai quá 48 giờ chưa nhắn lại). Nên gọi điện cho người lâu chưa nhắn, hoặc mua thêm rồi đổi ZALO_OA_MONTHLY_BILLED.`,
        en: `${left} of ${monthly} billed Zalo messages are left this month, for people who have not written for 48 hours. Call those people, or buy more and change ZALO_OA_MONTHLY_BILLED.`,
      };
    case "pictures":
      return {
        vi: `Tháng này còn gửi được ${left} trong ${monthly} ảnh lên Zalo. Hết thì máy gửi bằng chữ và đường dẫn.`,
        en: `${left} of ${monthly} pictures can still be carried up to Zalo this month. After that the machine sends words and a link.`,
      };
  }
}

function usedUp({ of, monthly }: Of<"used-up">): Said {
  switch (of) {
    case "messages":
      return {
        vi: `Zalo đã hết ${monthly} tin của tháng này: bà con nhắn thì máy nhận, nhưng chưa trả lời được tới mồng 1 tháng sau. Ai đang chờ thì gọi điện. Trang web vẫn chạy.`,
        en: `This month's ${monthly} Zalo messages are used up: what people write arrives, and cannot be answered before the 1st. Call whoever waits. The web page works.`,
      };
    case "billed":
      return {
        vi: `Đã hết ${monthly} tin Zalo có tính tiền của tháng này: ai quá 48 giờ chưa nhắn lại thì phải gọi điện, tới mồng 1 tháng sau. Ai vừa nhắn vẫn được trả lời.`,
        en: `This month's ${monthly} billed Zalo messages are used up: whoever has not written for 48 hours has to be telephoned until the 1st. Whoever has just written is answered.`,
      };
    case "pictures":
      return {
        vi: `Đã hết ${monthly} ảnh gửi lên Zalo của tháng này: máy gửi bằng chữ và đường dẫn tới mồng 1 tháng sau.`,
        en: `This month's ${monthly} pictures in Zalo are used up: the machine sends words and a link until the 1st.`,
      };
  }
}

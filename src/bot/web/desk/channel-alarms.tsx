import { useEffect, useState } from "preact/hooks";
import type { DeskAlarm } from "../wire.ts";
import { useHand } from "./in-hand.ts";
import { read } from "./server.ts";

const lookEvery = 60_000;

/** What a channel needs a person for, to coordinators: most mornings nothing is here. */
export function ChannelAlarms() {
  const { me } = useHand();
  const [alarms, setAlarms] = useState<readonly DeskAlarm[]>([]);
  useEffect(() => {
    // The desk says by itself when the network is away; what was known stays on the screen.
    const look = () => void read<readonly DeskAlarm[]>("alarms").then(setAlarms, () => undefined);
    look();
    const timer = setInterval(look, lookEvery);
    return () => clearInterval(timer);
  }, []);
  if (alarms.length === 0) return null;
  return (
    <div class="alarms" role="status">
      {alarms.map((alarm) => (
        <p key={alarm.what}>{says[me.language](alarm)}</p>
      ))}
    </div>
  );
}

const says: Readonly<Record<"vi" | "en", (alarm: DeskAlarm) => string>> = {
  vi(alarm) {
    switch (alarm.what) {
      case "zalo-consent-ends":
        return `Còn ${alarm.days} ngày là máy mất quyền nhắn qua Zalo. Nhờ người quản trị OA cho phép lại: npm run cau-noi -- zalo-consent`;
      case "zalo-consent-lost":
        return "Máy đã mất quyền nhắn qua Zalo. Bà con nhắn thì máy vẫn nhận, nhưng chưa trả lời được. Nhờ người quản trị OA cho phép lại: npm run cau-noi -- zalo-consent";
      case "zalo-stopped":
        return `Zalo không cho trang của xã gửi tin (${alarm.why}). Xem gói và giấy tờ của trang ở oa.zalo.me.`;
      case "nearly-used-up":
        return alarm.left === 0
          ? `Zalo đã hết ${alarm.monthly} tin của tháng này: bà con nhắn thì máy nhận, nhưng chưa trả lời được tới mồng 1 tháng sau. Ai đang chờ thì gọi điện. Trang web vẫn chạy.`
          : `Tháng này còn ${alarm.left} trong ${alarm.monthly} tin Zalo. Máy chỉ trả lời, không nhắn trước. Nên mời bà con nhắn ở trang web, hoặc mua thêm gói.`;
    }
  },
  en(alarm) {
    switch (alarm.what) {
      case "zalo-consent-ends":
        return `In ${alarm.days} days the machine may no longer write in Zalo. Have the OA's administrator allow it anew: npm run cau-noi -- zalo-consent`;
      case "zalo-consent-lost":
        return "The machine may no longer write in Zalo. What residents write is kept, and not answered yet. Have the OA's administrator allow it anew: npm run cau-noi -- zalo-consent";
      case "zalo-stopped":
        return `Zalo does not let the commune's account send (${alarm.why}). See its package and papers at oa.zalo.me.`;
      case "nearly-used-up":
        return alarm.left === 0
          ? `This month's ${alarm.monthly} Zalo messages are used up: what people write arrives, and cannot be answered before the 1st. Call whoever waits. The web page works.`
          : `${alarm.left} of ${alarm.monthly} Zalo messages are left this month. The machine only answers and reminds nobody. Invite people to the web page, or buy a larger package.`;
    }
  },
};

import { useEffect, useState } from "preact/hooks";
import type { DeskAlarm } from "../wire/commune.ts";
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
      {alarms.map(({ what, account, says }) => (
        <p key={`${account}/${what}`}>{says[me.language]}</p>
      ))}
    </div>
  );
}

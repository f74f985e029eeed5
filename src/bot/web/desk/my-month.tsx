import { useEffect, useState } from "preact/hooks";
import type { DeskMyMonth } from "../wire/toolbox.ts";
import { useHand } from "./in-hand.ts";
import { read } from "./server.ts";

/** How many one has helped this month, for oneself alone; read again whenever a case was closed. */
export function MyMonth({ closed }: { readonly closed: number }) {
  const { words } = useHand();
  const [month, setMonth] = useState<DeskMyMonth>();
  useEffect(() => {
    // Nice to have: without a network it is simply not there.
    read<DeskMyMonth>("my-month").then(setMonth, () => setMonth(undefined));
  }, [closed]);
  if (month === undefined || month.closed + month.beside === 0) return null;
  return <p class="empty my-month">{words.myMonth(month.closed, month.beside)}</p>;
}

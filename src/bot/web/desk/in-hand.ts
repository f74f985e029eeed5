import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { DeskMe } from "../wire/desk.ts";
import type { Desk } from "./desk-state.ts";
import { serverNow } from "./server.ts";
import type { Words } from "./words.ts";

/** What every part of the page has in hand once somebody is signed in. */
export interface InHand {
  readonly desk: Desk;
  readonly me: DeskMe;
  readonly words: Words;
}

export const Hand = createContext<InHand | undefined>(undefined);

export function useHand(): InHand {
  const hand = useContext(Hand);
  if (hand === undefined) throw new Error("this part is drawn only for somebody signed in");
  return hand;
}

/** The server's time at each drawing, and drawn anew so often even when nothing else happens. */
export function useNow(every: number): number {
  const [, redraw] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => redraw((times) => times + 1), every);
    return () => clearInterval(timer);
  }, [every]);
  return serverNow();
}

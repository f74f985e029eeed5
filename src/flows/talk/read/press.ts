/** A press: which of the choices shown, or of a propagandist's, it means. */

import type { InboundOf } from "../../inbound.ts";
import type { TalkEvent } from "../event.ts";
import type { Talk } from "../talk.ts";
import { eventOf } from "./choice-id.ts";
import { helpingActOf } from "./helping-id.ts";
import { stillOpen } from "./still-open.ts";

export function readPress(talk: Talk, { turn, choice }: InboundOf<"press">): TalkEvent {
  if (talk.saved.helping !== undefined) {
    const act = helpingActOf(choice);
    if (act !== undefined) return { type: "helping", act };
  }
  const shown = talk.saved.shown.find((s) => s.turn === turn);
  const offered = shown?.choices.find((c) => c.id === choice);
  if (shown === undefined || offered === undefined || !stillOpen(talk, shown, offered))
    return { type: "old-press" };
  return eventOf(choice) ?? { type: "old-press" };
}

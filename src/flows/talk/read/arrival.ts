/** Arriving, by a link or a command. */

import type { InboundOf } from "../../inbound.ts";
import type { TalkEvent } from "../event.ts";
import type { Talk } from "../talk.ts";

export function readArrival(talk: Talk, payload: string | undefined): TalkEvent {
  return payload !== undefined && talk.world.library.flows.has(payload)
    ? { type: "pick", flow: payload }
    : { type: "arrived" };
}

export function readCommand(talk: Talk, inbound: InboundOf<"command">): TalkEvent {
  const helping = talk.saved.helping !== undefined && !talk.saved.guiding;
  switch (inbound.command) {
    case "start":
      return readArrival(talk, inbound.payload);
    case "menu":
      // "/viec": whoever helps means the people they help.
      return helping ? { type: "helping", act: { act: "list", page: 0 } } : { type: "menu" };
    case "human":
      return helping ? { type: "helping", act: { act: "list", page: 0 } } : { type: "human" };
    case "later":
      return helping ? { type: "helping", act: { act: "duty", on: false } } : { type: "later" };
    case "duty":
      return talk.saved.helping === undefined
        ? { type: "unread", why: "command" }
        : { type: "helping", act: { act: "duty", on: true } };
    case "language":
      return helping ? { type: "helping", act: { act: "language" } } : { type: "language" };
    case "delete":
      return { type: "erase" };
    case "help":
      return helping
        ? { type: "helping", act: { act: "how-to-help" } }
        : { type: "aside", about: "help" };
    case "unknown":
      return { type: "unread", why: "command" };
  }
}

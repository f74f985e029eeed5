/** What a choice's id means, pressed or said. */

import { type JourneyId, type MediaId, speeches } from "../../vocabulary.ts";
import type { TalkEvent } from "../event.ts";

/** A choice's id is all a press carries; what it means is written in it. */
export function eventOf(id: string): TalkEvent | undefined {
  const [head = "", ...tail] = id.split(":");
  const rest = tail.join(":");
  switch (head) {
    case "c":
      return { type: "choice", choice: rest };
    case "t":
      return { type: "trouble", trouble: rest };
    case "i":
      return { type: "tick", items: [rest] };
    case "items":
      return { type: "more-papers", page: Number(rest) };
    case "f":
      return { type: "pick", flow: rest };
    case "field":
      return { type: "field", field: rest };
    case "resume":
      return { type: "resume", journey: rest as JourneyId };
    case "w":
      return { type: "wanted", value: rest };
    case "correct":
      return rest === "" ? { type: "correct" } : { type: "correct", step: rest };
    case "screen":
      return { type: "which-screen", step: rest };
    case "trouble":
    case "not-done":
      return { type: "not-done" };
    case "helped":
      return { type: "helped", well: rest === "yes" };
    case "voice":
      return { type: "send-voice", media: rest as MediaId };
    case "speech": {
      const speech = speeches.find((known) => known === rest);
      return speech === undefined ? undefined : { type: "listen", speech };
    }
    case "done":
    case "explain":
    case "listen":
    case "human":
    case "more":
    case "back":
    case "menu":
    case "later":
    case "cancel":
    case "repeat":
    case "yes":
    case "no":
    case "skip":
    case "anew":
    case "for-real":
    case "stop":
    case "take-back":
    case "call-me":
    case "leave-message":
    case "which-screen":
    case "more-troubles":
    case "lacking":
    case "elsewhere":
      return { type: head };
    case "practise":
      return { type: "practise", flows: [] };
    case "none-of-these":
      return { type: "no" };
    default:
      return undefined;
  }
}

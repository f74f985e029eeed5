/** What the id of a propagandist's choice means. */

import { type CaseId, type PropagandistId, speeches } from "../../vocabulary.ts";
import type { ArrangePick, HelpingAct, ReadingAct } from "../event.ts";

/** Presses of a propagandist carry their case, so they work however old the message is. */
export function helpingActOf(id: string): HelpingAct | undefined {
  const [head = "", first = "", ...tail] = id.split(":");
  const last = tail.join(":") as CaseId;
  const only = first as CaseId;
  switch (head) {
    case "claim":
      return { act: "claim", case: only };
    case "release":
      return { act: "release", case: only };
    case "end":
      return { act: "end", case: only, page: 0 };
    case "ends":
      return { act: "end", case: last, page: Number(first) };
    case "turn":
      return { act: "turn-to", case: only };
    case "pass":
      return { act: "pass-on", case: only };
    case "tools":
      return { act: "tools", case: only, page: Number(tail[0] ?? 0) };
    case "note":
      return { act: "write-remark", case: only, as: "note" };
    case "ask":
      return { act: "write-remark", case: only, as: "question" };
    case "ans":
      return { act: "write-answer", case: only };
    case "show":
      return { act: "show", case: only };
    case "st":
      return { act: "show", case: last, mark: first };
    case "sts":
      return { act: "choose-shown", case: only, page: Number(tail[0] ?? 0) };
    case "see":
      return { act: "ask-screen", case: only };
    case "can":
      return { act: "choose-answer", case: only, page: Number(tail[0] ?? 0) };
    case "say":
      return { act: "ready-answer", case: last, mark: first };
    case "two":
      return { act: "choose-second", case: only, page: Number(tail[0] ?? 0) };
    case "inv":
      return { act: "invite", case: last, to: first as PropagandistId };
    case "upto":
      return { act: "choose-step", case: only, page: Number(tail[0] ?? 0) };
    case "up":
      return { act: "up-to", case: last, mark: first };
    case "cases":
      return { act: "list", page: Number(first) };
    case "to":
      return { act: "send-to", case: only };
    case "whom":
      return { act: "offer-whom", page: Number(first) };
    case "drop":
      return { act: "drop" };
    case "duty":
      return { act: "duty", on: first === "on" };
    case "beside":
      return { act: "beside" };
    case "read": {
      const reading = readingActOf(first, tail.join(":"));
      return reading === undefined ? undefined : { act: "read-aloud", reading };
    }
    case "md":
      return { act: "arrange", case: only, pick: { is: "days", page: Number(tail[0] ?? 0) } };
    case "mok":
      return { act: "arrange", case: only, pick: { is: "agreed" } };
    case "mday":
    case "mp":
    case "mt":
    case "mw": {
      const pick = meetingPick(head, first);
      return pick === undefined ? undefined : { act: "arrange", case: last, pick };
    }
    case "o":
      switch (first) {
        case "still-here":
        case "finished":
        case "needs-paper":
        case "in-person":
        case "unreached":
        case "meet":
          return { act: "outcome", case: last, outcome: first };
        default:
          return undefined;
      }
    default:
      return undefined;
  }
}

/** A day, a part of it, an hour or a place, as its choice carries it. */
function meetingPick(head: "mday" | "mp" | "mt" | "mw", value: string): ArrangePick | undefined {
  switch (head) {
    case "mday":
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? { is: "day", day: value } : undefined;
    case "mt":
      return /^\d{4}$/.test(value)
        ? { is: "time", time: `${value.slice(0, 2)}:${value.slice(2)}` }
        : undefined;
    case "mp":
      return value === "morning" || value === "afternoon" || value === "evening"
        ? { is: "part", part: value }
        : undefined;
    case "mw":
      return value === "home" || value === "house" || value === "office"
        ? { is: "place", place: value }
        : undefined;
  }
}

/** Presses of a propagandist who reads steps aloud. */
function readingActOf(name: string, of: string): ReadingAct | undefined {
  switch (name) {
    case "begin":
    case "ask-speech":
    case "skip":
    case "keep":
    case "again":
    case "remove":
    case "stop":
      return { do: name };
    case "speech": {
      const speech = speeches.find((known) => known === of);
      return speech === undefined ? undefined : { do: "speech", speech };
    }
    case "guide":
      return { do: "guide", flow: of };
    case "guides":
    case "steps":
      return { do: name, page: Number(of) };
    case "step":
      return { do: "step", position: Number(of) };
    default:
      return undefined;
  }
}

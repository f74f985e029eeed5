/** "Thế là xong hẳn chưa", after a guide's end: what still holds of the end that was reached. */
import type { FinishStep } from "../../authoring/flow-schema.ts";
import { phrase, say, type Talk, textOf } from "../talk.ts";
import { officeTelephone } from "./case/kept.ts";

export function sayWhatIsLeft(talk: Talk): Talk {
  const phone = officeTelephone(talk);
  const end = endOf(talk);
  return say(
    talk,
    end === undefined ? phrase(talk, "after-end-call", { phone }) : leftAt(talk, end, phone),
  );
}

function leftAt(talk: Talk, end: FinishStep, phone: string): string {
  if (end.waits !== undefined) return textOf(talk, end.waits);
  const told = textOf(talk, end.says);
  switch (end.outcome) {
    case "done":
      return `${told} ${phrase(talk, "after-end-done", { phone })}`;
    case "in-person":
      return `${phrase(talk, "after-end-still")} ${told}`;
    case "elsewhere":
      return `${told} ${phrase(talk, "after-end-call", { phone })}`;
  }
}

/** Ended by whoever helped, or with an edition nobody keeps any more, there is none. */
export function endOf(talk: Talk): FinishStep | undefined {
  const { ended } = talk.saved;
  if (ended === undefined) return undefined;
  const { library } = talk.world;
  const steps = (library.edition(ended.edition) ?? library.flows.get(ended.flow))?.steps ?? {};
  const step = Object.hasOwn(steps, ended.step) ? steps[ended.step] : undefined;
  return step?.kind === "finish" ? step : undefined;
}

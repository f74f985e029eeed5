/** Buttons: told apart however they are typed, and short enough for every platform. */
import { fold } from "../../understanding/fold.ts";
import type { PhraseId } from "../../words/phrases.ts";
import type { AuthoredStep } from "../flow-schema.ts";
import { type Fault, wrong } from "./fault.ts";
import { type Part, type Reading, spotOf } from "./parts.ts";

/** `<turn>|c:<id>` must stay within the 64 bytes of a Telegram button. */
const longestId = 40;

export function buttonFaults({ draft, parts }: Reading): Fault[] {
  return parts.flatMap((part) => [
    ...Object.entries(part.steps).flatMap(([id, step]) => [
      ...collisions(part, id, step, draft.phrases),
      ...longIds(part, id, step),
    ]),
  ]);
}

/** Shared buttons shown beside an authored step's own. */
const besideChoices: readonly PhraseId[] = ["explain", "more"];
const besideTroubles: readonly PhraseId[] = ["screen-differs", "human", "back-to-step"];

function buttonsOf(step: AuthoredStep):
  | {
      readonly at: string;
      readonly beside: readonly PhraseId[];
      readonly says: ReadonlyArray<readonly [string, { vi: string; en: string }]>;
    }
  | undefined {
  if (step.kind === "choose")
    return {
      at: "choices",
      beside: besideChoices,
      says: Object.entries(step.choices).map(([id, { says }]) => [id, says]),
    };
  if (step.kind === "do" && step.troubles !== undefined) {
    return {
      at: "troubles",
      beside: besideTroubles,
      says: Object.entries(step.troubles).map(([id, { says }]) => [id, says]),
    };
  }
  return undefined;
}

function collisions(
  part: Part,
  id: string,
  step: AuthoredStep,
  phrases: Reading["draft"]["phrases"],
): Fault[] {
  const buttons = buttonsOf(step);
  if (buttons === undefined) return [];
  return (["vi", "en"] as const).flatMap((language) => {
    const taken = new Map<string, string>();
    for (const beside of buttons.beside) {
      const label = phrases[language]?.[beside];
      if (label !== undefined) taken.set(fold(label), `nút chung "${label}"`);
    }
    return buttons.says.flatMap(([button, says], position): Fault[] => {
      const folded = fold(says[language]);
      const spot = spotOf(part, id, buttons.at, button, "says", language);
      const other = taken.get(folded);
      taken.set(folded, other ?? `"${button}"`);
      if (other !== undefined) {
        const english = other.replace("nút chung", "the shared button");
        return [
          wrong(
            spot,
            {
              vi: `"${button}" và ${other} gõ không dấu thì giống hệt nhau: "${folded}".`,
              en: `"${button}" and ${english} are the same once typed without marks: "${folded}".`,
            },
            { vi: "Đổi lời của một nút.", en: "Change the words of one of them." },
          ),
        ];
      }
      const number = /^(?:so )?(\d{1,2})$/.exec(folded)?.[1];
      if (number !== undefined && Number(number) !== position + 1) {
        return [
          wrong(
            spot,
            {
              vi: `nút "${button}" là con số ${number} nhưng đứng thứ ${position + 1}; gõ ${number} sẽ trúng nút khác.`,
              en: `"${button}" reads ${number} but stands at ${position + 1}; typing ${number} means another one.`,
            },
            { vi: "Viết thêm chữ cạnh con số.", en: "Write words beside the number." },
          ),
        ];
      }
      return [];
    });
  });
}

function longIds(part: Part, id: string, step: AuthoredStep): Fault[] {
  const buttons = buttonsOf(step);
  return (buttons?.says ?? [])
    .filter(([button]) => button.length > longestId)
    .map(([button]) =>
      wrong(
        spotOf(part, id, buttons?.at ?? "", button),
        {
          vi: `tên "${button}" dài ${button.length} chữ, nhiều nhất ${longestId}.`,
          en: `the id "${button}" has ${button.length} letters; at most ${longestId} fit into a button.`,
        },
        { vi: "Đặt tên ngắn hơn.", en: "Choose a shorter id." },
      ),
    );
}

/** Buttons: told apart however they are typed, and short enough for every platform. */
import { fold } from "../../understanding/fold.ts";
import type { PhraseId } from "../../words/phrases.ts";
import type { AuthoredStep, Text } from "../flow-schema.ts";
import { type Fault, wrong } from "./fault.ts";
import { type Part, type Reading, spotOf } from "./parts.ts";

/** `<turn>|c:<id>` must stay within the 64 bytes of a Telegram button. */
const longestId = 40;

export function buttonFaults({ draft, parts }: Reading): Fault[] {
  return parts.flatMap((part) => [
    ...Object.entries(part.steps).flatMap(([id, step]) => [
      ...buttonsOf(step).flatMap((buttons) => [
        ...collisions(part, id, buttons, draft.phrases),
        ...longIds(part, id, buttons),
      ]),
    ]),
  ]);
}

/** Shared buttons shown beside an authored step's own. */
const besideChoices: readonly PhraseId[] = ["explain", "more"];
const besideTroubles: readonly PhraseId[] = ["screen-differs", "human", "back-to-step"];

const besidePapers: readonly PhraseId[] = ["gather-others", "gather-all", "gather-lacking", "more"];

interface Buttons {
  readonly at: string;
  readonly beside: readonly PhraseId[];
  readonly says: ReadonlyArray<readonly [string, Text]>;
}

/** What one message may show together. */
function buttonsOf(step: AuthoredStep): readonly Buttons[] {
  const of = (
    at: string,
    beside: readonly PhraseId[],
    authored: Readonly<Record<string, { readonly says: Text }>>,
  ): Buttons => ({
    at,
    beside,
    says: Object.entries(authored).map(([id, { says }]) => [id, says]),
  });
  const troubles =
    (step.kind === "do" || step.kind === "gather") && step.troubles !== undefined
      ? [of("troubles", besideTroubles, step.troubles)]
      : [];
  if (step.kind === "choose") return [of("choices", besideChoices, step.choices)];
  if (step.kind === "gather") return [of("items", besidePapers, step.items), ...troubles];
  return troubles;
}

function collisions(
  part: Part,
  id: string,
  buttons: Buttons,
  phrases: Reading["draft"]["phrases"],
): Fault[] {
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
      // "3" and "Mức 3": whoever types the number means what it says.
      const number = Number(/^(?:\S+ )?(\d{1,2})$/.exec(folded)?.[1] ?? position + 1);
      if (number !== position + 1 && number <= buttons.says.length) {
        return [
          wrong(
            spot,
            {
              vi: `nút "${button}" là con số ${number} nhưng đứng thứ ${position + 1}; gõ ${number} sẽ trúng nút khác.`,
              en: `"${button}" reads ${number} but stands at ${position + 1}; typing ${number} means another one.`,
            },
            {
              vi: "Xếp nút theo đúng thứ tự số, hoặc viết thêm chữ.",
              en: "Let it stand at its own number, or write more words beside it.",
            },
          ),
        ];
      }
      return [];
    });
  });
}

function longIds(part: Part, id: string, buttons: Buttons): Fault[] {
  return buttons.says
    .filter(([button]) => button.length > longestId)
    .map(([button]) =>
      wrong(
        spotOf(part, id, buttons.at, button),
        {
          vi: `tên "${button}" dài ${button.length} chữ, nhiều nhất ${longestId}.`,
          en: `the id "${button}" has ${button.length} letters; at most ${longestId} fit into a button.`,
        },
        { vi: "Đặt tên ngắn hơn.", en: "Choose a shorter id." },
      ),
    );
}

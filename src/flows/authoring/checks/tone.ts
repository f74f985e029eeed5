/** How a flow speaks where people grieve, or would rather not be seen. */
import type { AuthoredFlow } from "../flow-schema.ts";
import { type Fault, type Said, wrong } from "./fault.ts";
import { inLanguage, type Part, type Reading, type Saying, sayingsOf, spotOf } from "./parts.ts";

interface Manner {
  readonly tone: AuthoredFlow["tone"];
  readonly called: Said;
  readonly never: { readonly vi: RegExp; readonly en: RegExp };
  readonly tries: Said;
}

const manners: readonly Manner[] = [
  {
    tone: "mourning",
    called: { vi: "bài tang", en: "a mourning flow" },
    // "vui lòng" only asks politely.
    never: {
      vi: /(?<!\p{L})(?:chúc mừng|vui(?! lòng)|tuyệt vời)(?!\p{L})/iu,
      en: /\b(?:congratulations|great(?!-))\b/i,
    },
    tries: { vi: "Nói bình thường, nhẹ nhàng, không mừng.", en: "Say it plainly and gently." },
  },
  {
    tone: "delicate",
    called: { vi: "bài tế nhị", en: "a delicate flow" },
    never: { vi: /(?<!\p{L})phạt(?!\p{L})/iu, en: /\b(?:penalty|penalties|fined)\b/i },
    tries: {
      vi: "Bỏ chuyện phạt; ai vướng thì mời gặp người.",
      en: "Leave the penalty out; offer a person instead.",
    },
  },
];

export function toneFaults({ parts }: Reading): Fault[] {
  return parts.flatMap((part) =>
    manners.flatMap((manner) => {
      const flow = part.walkedIn.find(({ tone }) => tone === manner.tone);
      if (flow === undefined) return [];
      const words = sayingsOf(part).flatMap((saying) => forbiddenIn(saying, manner, flow));
      return manner.tone === "mourning" ? [...words, ...reminders(part, flow)] : words;
    }),
  );
}

function forbiddenIn({ text, spot }: Saying, manner: Manner, flow: AuthoredFlow): Fault[] {
  return (["vi", "en"] as const).flatMap((language) => {
    const found = manner.never[language].exec(text[language])?.[0];
    if (found === undefined) return [];
    return [
      wrong(
        inLanguage(spot, language),
        {
          vi: `nói "${found}" trong ${manner.called.vi} (${flow.flow}).`,
          en: `says "${found}" in ${manner.called.en} (${flow.flow}).`,
        },
        manner.tries,
      ),
    ];
  });
}

function reminders(part: Part, flow: AuthoredFlow): Fault[] {
  return Object.entries(part.steps).flatMap(([id, step]) =>
    "reminds" in step && step.reminds !== undefined
      ? [
          wrong(
            spotOf(part, id, "reminds"),
            {
              vi: `có lời nhắc, mà bài tang (${flow.flow}) thì không nhắc ai.`,
              en: `reminds, but a mourning flow (${flow.flow}) reminds nobody.`,
            },
            { vi: "Bỏ reminds.", en: "Remove reminds." },
          ),
        ]
      : [],
  );
}

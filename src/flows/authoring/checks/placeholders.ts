/** What stands in braces must be known, in both languages. */
import { didYouMean, type Fault, type Spot, wrong } from "./fault.ts";
import { inLanguage, type Reading, sayingsOf } from "./parts.ts";

const everywhere = ["you", "You", "me", "Me", "commune", "province", "operator"];

export function placeholderFaults(reading: Reading): Fault[] {
  const authored = reading.parts
    .flatMap(sayingsOf)
    .flatMap(({ text, spot }) =>
      (["vi", "en"] as const).flatMap((language) =>
        bracesOf(text[language]).flatMap((inside) =>
          unknown(reading, inside, inLanguage(spot, language)),
        ),
      ),
    );
  const shared = (["vi", "en"] as const).flatMap((language) =>
    Object.entries(reading.draft.phrases[language] ?? {}).flatMap(([id, words]) =>
      bracesOf(words)
        .filter((inside) => !/^[a-z][a-zA-Z-]*$/.test(inside))
        .flatMap((inside) =>
          unknown(reading, inside, { file: `phrases/${language}.yaml`, at: [id] }),
        ),
    ),
  );
  return [...authored, ...shared];
}

/** What stands between braces, and "{" or "}" for one that has no partner. */
function bracesOf(text: string): string[] {
  const inside = [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? "");
  const rest = text.replaceAll(/\{[^{}]*\}/g, "");
  return [...inside, ...[...rest].filter((letter) => letter === "{" || letter === "}")];
}

function unknown({ draft }: Reading, inside: string, spot: Spot): Fault[] {
  if (everywhere.includes(inside)) return [];
  if (inside === "{" || inside === "}") {
    return [
      wrong(spot, {
        vi: `có dấu "${inside}" lẻ, thiếu dấu kia.`,
        en: `has a "${inside}" without its partner.`,
      }),
    ];
  }
  const fact = /^fact:(.*)$/.exec(inside)?.[1];
  if (fact === undefined) {
    return [
      wrong(
        spot,
        {
          vi: `không ai biết điền gì vào {${inside}}.`,
          en: `nobody knows what to put into {${inside}}.`,
        },
        didYouMean(inside, everywhere),
      ),
    ];
  }
  if (
    Object.hasOwn(draft.facts, fact) ||
    (draft.unread ?? []).some((file) => file.startsWith("facts/"))
  )
    return [];
  return [
    wrong(
      spot,
      {
        vi: `nhắc tới {fact:${fact}}, không có trong facts/.`,
        en: `quotes {fact:${fact}}, which is not in facts/.`,
      },
      didYouMean(fact, Object.keys(draft.facts)),
    ),
  ];
}

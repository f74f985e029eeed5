/** What stands in braces must be known, in both languages. */
import { didYouMean, type Fault, type Spot, wrong } from "./fault.ts";
import { inLanguage, type Reading, sayingsOf } from "./parts.ts";

const everywhere = ["you", "You", "me", "Me", "commune", "province", "operator", "data-requests"];

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
  const [, way, fact] = /^(fact|due):(.*)$/.exec(inside) ?? [];
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
  const known = Object.hasOwn(draft.facts, fact) ? draft.facts[fact]?.is : undefined;
  const unread = (draft.unread ?? []).some((file) => file.startsWith("facts/"));
  if (way === "due" && known !== undefined && known.kind !== "working-days") {
    return [
      wrong(
        spot,
        {
          vi: `đếm ngày theo {due:${fact}}, mà "${fact}" không phải số ngày làm việc (kind: working-days).`,
          en: `counts days by {due:${fact}}, but "${fact}" is no number of working days (kind: working-days).`,
        },
        { vi: `Viết {fact:${fact}}.`, en: `Write {fact:${fact}}.` },
      ),
    ];
  }
  if (known !== undefined || unread) return [];
  return [
    wrong(
      spot,
      {
        vi: `nhắc tới {${inside}}, không có trong facts/.`,
        en: `quotes {${inside}}, which is not in facts/.`,
      },
      didYouMean(
        fact,
        Object.entries(draft.facts).flatMap(([id, { is }]) =>
          way === "fact" || is.kind === "working-days" ? [id] : [],
        ),
      ),
    ),
  ];
}

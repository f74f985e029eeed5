/** Shared lines: every one the program says is there, in both languages, with the same places to fill. */
import { type PhraseId, phraseIds } from "../../words/phrases.ts";
import { didYouMean, doubtful, type Fault, wrong } from "./fault.ts";
import type { Reading } from "./parts.ts";

/** Filled the same way in every text, so a language may do without them. */
const free: ReadonlySet<string> = new Set(["you", "You", "me", "Me"]);

export function phraseFaults({ draft }: Reading): Fault[] {
  const known: ReadonlySet<string> = new Set<PhraseId>(phraseIds);
  const { vi, en } = draft.phrases;
  const eachLanguage = (["vi", "en"] as const).flatMap((language) => {
    const phrases = draft.phrases[language];
    if (phrases === undefined) return [];
    const file = `phrases/${language}.yaml`;
    const missing = phraseIds
      .filter((id) => !Object.hasOwn(phrases, id))
      .map((id) =>
        wrong(
          { file, at: [] },
          {
            vi: `thiếu lời "${id}", chương trình có dùng.`,
            en: `lacks "${id}", which the program says.`,
          },
        ),
      );
    const unknown = Object.keys(phrases)
      .filter((id) => !known.has(id))
      .map((id) =>
        doubtful(
          { file, at: [id] },
          {
            vi: `có lời "${id}", chương trình không dùng.`,
            en: `has "${id}", which nothing says.`,
          },
          didYouMean(id, known),
        ),
      );
    return [...missing, ...unknown];
  });
  if (vi === undefined || en === undefined) return eachLanguage;
  const uneven = Object.keys(vi).flatMap((id): Fault[] => {
    const english = Object.hasOwn(en, id) ? en[id] : undefined;
    const vietnamese = vi[id];
    if (english === undefined || vietnamese === undefined) return [];
    const [inVi, inEn] = [placesOf(vietnamese), placesOf(english)];
    return [
      ...[...inVi].filter((place) => !inEn.has(place)).map((place) => lacks("en", id, place)),
      ...[...inEn].filter((place) => !inVi.has(place)).map((place) => lacks("vi", id, place)),
    ];
  });
  return [...eachLanguage, ...uneven];
}

function placesOf(words: string): Set<string> {
  return new Set(
    [...words.matchAll(/\{([^{}]+)\}/g)]
      .map((match) => match[1] ?? "")
      .filter((place) => !free.has(place)),
  );
}

function lacks(language: "vi" | "en", id: string, place: string): Fault {
  const other =
    language === "vi" ? { vi: "tiếng Anh", en: "English" } : { vi: "tiếng Việt", en: "Vietnamese" };
  return wrong(
    { file: `phrases/${language}.yaml`, at: [id] },
    {
      vi: `"${id}" thiếu chỗ điền {${place}} mà bản ${other.vi} có.`,
      en: `"${id}" lacks {${place}}, which the ${other.en} has.`,
    },
  );
}

/**
 * Words that somebody gives and that then stand in sentences to others: a name, a role, a village. They are one line of
 * what can be seen: a sign that turns the direction of writing would turn the sentence around it, and a name of
 * invisible signs alone is no name.
 */
import { z } from "zod";

/** Directions, zero widths, and halves of a character. */
const unseen = /[\p{Cf}\p{Cs}]/gu;
/** Line breaks and what else once moved a printer. */
const breaks = /[\p{Cc}\s]+/gu;

const cleaned = (words: string): string =>
  words.replaceAll(unseen, "").replaceAll(breaks, " ").trim();

/** The same where whoever reads it next judges it; what is no text says nothing. */
export const oneLine = (given: unknown): string =>
  typeof given === "string" ? cleaned(given) : "";

export const shownWords = (longest: number, shortest = 1) =>
  z
    .string()
    .transform(cleaned)
    .pipe(
      z
        .string()
        .min(shortest)
        .max(longest)
        .regex(/[\p{L}\p{N}]/u),
    );

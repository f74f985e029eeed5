/** What goes with words from person to person: a picture, a recording, or a document. */
import { z } from "zod";
import type { MediaId } from "./vocabulary.ts";

export const mediaFormSchema = z.enum(["photo", "voice", "file"]);
export type MediaForm = z.infer<typeof mediaFormSchema>;

/** A longer name says no more on a small screen. */
const longestName = 60;

/** A document: what its sender calls it, without secrets, and its size in bytes. */
export const documentSchema = z.object({ name: z.string(), size: z.int() });
export type Document = Readonly<z.infer<typeof documentSchema>>;

/** As a reply carries it; `file` of a document alone. */
export interface Carried {
  readonly id: MediaId;
  readonly form: MediaForm;
  readonly file?: Document | undefined;
}

/**
 * A name as it came, fit to be shown: no folders, no control characters, no mark that turns the direction of
 * reading around and with it an ending; shortened in its middle. `kind` is the ending its bytes deserve.
 */
export function documentName(given: string, kind: string): string {
  const last = given.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const plain = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  const stem = plain.replace(/\.[A-Za-z0-9]{1,8}$/, "").trim();
  const letters = [...(stem === "" ? "tep" : stem)];
  const room = longestName - kind.length - 1;
  const short =
    letters.length <= room ? letters.join("") : `${letters.slice(0, room - 1).join("")}…`;
  return `${short}.${kind}`;
}

/**
 * What a document is, by its bytes: a PDF or one of Word, without macros. Nothing in it is read, and nothing
 * else that calls itself so is passed on.
 *
 * Sources: ISO 32000 (PDF header), PKWARE's APPNOTE (ZIP directory), [MS-CFB] (directory entries of older files).
 */
import { numberAt, numberBackwardsAt, signed } from "./bytes.ts";

const docxMime = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export type DocumentForm =
  | { readonly kind: "pdf"; readonly mime: "application/pdf" }
  | { readonly kind: "docx"; readonly mime: typeof docxMime }
  | { readonly kind: "doc"; readonly mime: "application/msword" }
  | { readonly kind: "unknown" };

const unknown: DocumentForm = { kind: "unknown" };

export function documentForm(bytes: Uint8Array): DocumentForm {
  if (isPdf(bytes)) return { kind: "pdf", mime: "application/pdf" };
  if (signed(bytes, 0, "PK\x03\x04")) {
    return isDocx(namesInZip(bytes)) ? { kind: "docx", mime: docxMime } : unknown;
  }
  if (numberAt(bytes, 0, 4) === 0xd0cf11e0 && numberAt(bytes, 4, 4) === 0xa1b11ae1) {
    const names = namesInCompound(bytes);
    const macros = names.has("Macros") || names.has("VBA") || names.has("_VBA_PROJECT");
    return names.has("WordDocument") && !macros
      ? { kind: "doc", mime: "application/msword" }
      : unknown;
  }
  return unknown;
}

/** Readers look for it among the first kilobyte. */
const longestBeforePdf = 1024;

function isPdf(bytes: Uint8Array): boolean {
  const last = Math.min(longestBeforePdf, bytes.length - 5);
  for (let at = 0; at <= last; at += 1) if (signed(bytes, at, "%PDF-")) return true;
  return false;
}

const isDocx = (names: readonly string[]): boolean =>
  names.includes("[Content_Types].xml") &&
  names.includes("word/document.xml") &&
  !names.some((name) => /vbaProject/i.test(name));

const endOfDirectory = "PK\x05\x06";
const longestComment = 65_535;
const mostNames = 5000;

/** What lies in it, from the directory at its end; nothing where that is not whole. */
function namesInZip(bytes: Uint8Array): readonly string[] {
  const earliest = Math.max(0, bytes.length - 22 - longestComment);
  let end = bytes.length - 22;
  while (end >= earliest && !signed(bytes, end, endOfDirectory)) end -= 1;
  if (end < earliest) return [];
  const names: string[] = [];
  let at = numberBackwardsAt(bytes, end + 16, 4) ?? bytes.length;
  while (signed(bytes, at, "PK\x01\x02") && names.length < mostNames) {
    const length = numberBackwardsAt(bytes, at + 28, 2) ?? 0;
    const extra = numberBackwardsAt(bytes, at + 30, 2) ?? 0;
    const comment = numberBackwardsAt(bytes, at + 32, 2) ?? 0;
    names.push(Buffer.from(bytes.subarray(at + 46, at + 46 + length)).toString("utf8"));
    at += 46 + length + extra + comment;
  }
  return names;
}

const entrySize = 128;
const longestName = 64;

/** Names of what looks like an entry of its directory; entries begin at multiples of their size. */
function namesInCompound(bytes: Uint8Array): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at = 512; at + entrySize <= bytes.length; at += entrySize) {
    const length = numberBackwardsAt(bytes, at + longestName, 2) ?? 0;
    if (length < 4 || length > longestName || length % 2 !== 0) continue;
    // Ends with a zero, which counts; 1 and 2 stand for a folder and a file in it.
    if (numberAt(bytes, at + length - 2, 2) !== 0) continue;
    if (![1, 2].includes(bytes[at + 66] ?? 0)) continue;
    names.add(Buffer.from(bytes.subarray(at, at + length - 2)).toString("utf16le"));
  }
  return names;
}

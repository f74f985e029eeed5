/** Bad words and scolding: the machine is meant, or the day. What else they say is read first. */
import { fold, wordsOf } from "./fold.ts";

/** Whole lines nobody says kindly; without marks only where nothing else is written so. */
const rude =
  /\b(?:do (?:ngu|dien|khung|cho|tho|lua|may ngu|vo dung|vo tich su|ho)|thang ngu|con ngu|may ngu|oc cho|ngu (?:the|vay|qua|si|nhu|vl|vai|ngoc|dan|dot|vcl|\w+ (?:the|vay))|hoi ngu|noi ngu|dm|dmm|dcm|dkm|clgt|vcl|vkl|cut (?:di|me)|bien di|me may|bo may|to su|vo tich su|vo dung|mat day|lao toet|nhu (?:hach|cut|cho|l)|noi nham|deo (?:hieu|biet|noi|can|them|ra gi)|stupid|idiot|useless|shit|fuck\w*|damn|moron|dumb)\b/;
/** Words that are no insult with other marks: "ngủ", "điện", "đột". */
const marked: ReadonlySet<string> = new Set([
  "ngu",
  "điên",
  "khùng",
  "dốt",
  "cút",
  "đéo",
  "đm",
  "đmm",
]);
const asleep = /\b(?:buon|di|dang|chua|con|tre|thuc|day|mat|gio) ngu\b/;
const scolds =
  /\bhoi gi (?:ma )?(?:hoi )?(?:lam|nhieu|hoai|mai)(?: the| vay| qua| a)?$|\bhoi (?:lam|nhieu|hoai|mai) (?:the|vay|qua)$|\b(?:noi|chi) (?:mai|hoai) (?:khong|ko|k|chang|cha|deo) hieu\b/;

const longest = 14;

export function isUpset(text: string): boolean {
  const folded = fold(text);
  const words = wordsOf(text);
  if (words.length > longest || asleep.test(folded)) return false;
  if (rude.test(folded) || scolds.test(folded)) return true;
  // Alone, or with its marks among other marked words, the word stands for itself.
  if (words.length === 1) return folded === "ngu" && words[0]?.marked !== true;
  return words.some(({ said }) => marked.has(said) && said !== "ngu") || endsWithNgu(text);
}

/** "Máy này ngu", "sao mày ngu": at the end, and said of somebody. */
const endsWithNgu = (text: string): boolean =>
  /\b(?:may|app|cai nay|tro ly|bot|no|nguoi|toan)(?: \S+){0,3} ngu$/.test(fold(text)) &&
  !/ngủ|ngữ|ngũ/iu.test(text);

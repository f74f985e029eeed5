/** Which language somebody wants to hear: "nghe tiếng Tày", "đọc bằng tiếng Mông cho bà". */
import type { Speech } from "../vocabulary.ts";
import { fold } from "./fold.ts";

const named = /\btieng (viet|kinh|pho thong|tay|dao|h ?mong|mong)\b/;
const bare = /^(?:tieng )?(viet|kinh|pho thong|tay|dao|h ?mong|mong)(?: a| nhe| di)?$/;
const wantsToHear = /\b(nghe|doc|phat|listen)\b/;
/** "Không nghe được tiếng Dao": a complaint, no wish. */
const refuses = /\b(khong|chua|dung|ko|k|hong)\b/;

const speechOf: Readonly<Record<string, Speech>> = {
  viet: "vi",
  kinh: "vi",
  "pho thong": "vi",
  tay: "tay",
  dao: "dao",
  mong: "mong",
  hmong: "mong",
  "h mong": "mong",
};

const listens =
  /^(?:(?:cho|muon|xin|bam|toi|ba|ong|bac|em|minh|chau) )*(?:nghe|doc(?: len| to)? cho (?:toi|ba|ong|bac|em|minh|co|chu|cu) nghe|listen)(?: (?:di|a|nhe|thu|lai|voi|chau))*$/;

/** Nothing but the wish to hear; "nghe" is one slip away from "nghỉ", so it is never left to a guess. */
export function wantsToListen(text: string): boolean {
  return listens.test(fold(text));
}

const hearsay = /\b(?:chua|khong|ko|k) (?:\w+ ){0,2}nghe\b|\bnghe (?:noi|bao|don|dau|thay)\b/;

/** Something was heard, or was not: the word is there, the wish is not. */
export function isHearsay(text: string): boolean {
  return hearsay.test(fold(text));
}

/** Longer than this it is a story in which a language comes up. */
const longest = 60;

const tongue = /\btieng (tay|dao|h ?mong|mong)\b/;
/** "Nói tiếng Mông được không" ends like a question and refuses nothing. */
const askingEnd = / (?:duoc |co )?(?:khong|ko|k|hong|hok)(?: a| chau| vay)?$/;
const lacks =
  /\b(?:khong|ko|k|chua|chang|cha|it|kem|hong|hok) (?:\S+ ){0,3}tieng (?:viet|kinh|pho thong)\b/;
const asksForIt = /\b(?:noi|co|bang|sang|doi|chuyen|dung|hieu|biet)\b/;

/** Would rather speak in a language of the hills, which the machine does not write; `speech` where it was named. */
export function wantsOwnTongue(text: string): { readonly speech?: Speech } | undefined {
  if (text.length > longest) return undefined;
  const folded = fold(text.replaceAll(/['’]/g, "")).replace(askingEnd, "");
  const name = tongue.exec(folded)?.[1];
  const speech = name === undefined ? undefined : speechOf[name];
  if (lacks.test(folded)) return speech === undefined ? {} : { speech };
  if (speech === undefined || refuses.test(folded) || wantsToHear.test(folded)) return undefined;
  return asksForIt.test(folded) ? { speech } : undefined;
}

/** `asked`: the languages have just been offered, so that a name alone is enough. */
export function speechIn(text: string, asked = false): Speech | undefined {
  if (text.length > longest) return undefined;
  const folded = fold(text.replaceAll(/['’]/g, ""));
  if (asked) {
    const only = bare.exec(folded)?.[1];
    if (only !== undefined) return speechOf[only];
  }
  if (refuses.test(folded) || !wantsToHear.test(folded)) return undefined;
  const name = named.exec(folded)?.[1];
  return name === undefined ? undefined : speechOf[name];
}

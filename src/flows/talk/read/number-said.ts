/**
 * The number of a choice, however somebody types it who has no button to press: "1.", "số 1", "chọn 1 ạ", "một".
 * Only as the whole message: a number in a sentence about something else is none.
 */
import { fold } from "../../understanding/fold.ts";

const named =
  /^(?:(?:toi |ba |chau |em )?(?:chon|lay|bam|go|an) )?(?:(?:so|nut|y|cau|muc|phuong an|lua chon|option|number|choose) )*/;
const politely = /(?: (?:a|ah|nhe|nha|day|di|em|chau|ban|nhe chau|oi|please))+$/;
const words: Readonly<Record<string, number>> = { mot: 1, hai: 2, ba: 3, bon: 4, tu: 4, nam: 5 };
/** Said alone these are somebody, or a name: "bà", "tư", "Nam". */
const ambiguous: ReadonlySet<string> = new Set(["ba", "tu", "nam"]);

export function numberSaid(text: string): number | undefined {
  const folded = fold(text.normalize("NFKC")).replace(politely, "");
  const bare = folded.replace(named, "");
  if (/^\d{1,2}$/.test(bare)) return Number(bare);
  if (bare === folded && ambiguous.has(bare)) return undefined;
  return words[bare];
}

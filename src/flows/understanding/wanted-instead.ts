/** "Không phải cái này, tôi hỏi khai tử cơ": what somebody wanted, apart from what they did not. */
import { fold } from "./fold.ts";
import type { NeedReading } from "./needs.ts";

const cut =
  /[,.;!?\n]+|(?<=\s)(?=chứ\s|chu\s|mà\s+lại|ma\s+lai|sao\s+lại|sao\s+lai|lại\s+ra|lai\s+ra|not\s|but\s)/iu;

const refused =
  /^(?:o |a |u |oi |the |thi |khong |nhung )*(?:khong phai|dau phai|chu (?:khong|co|dau|ai|phai)|chu |sao lai|lai ra|lai hoi|ma lai|cai nay la|day la|(?:toi|em|ba|ong|bac|minh|cu|chau) (?:khong|dau co|dau|co) (?:hoi|can|muon|lam|phai).* ?(?:dau|cai nay)?$|ai hoi|ai bao|khong hoi|khong can|not |this is not|wrong)/;
const turned = /\bco (?:hoi|can|muon|bao|lam|phai)\b.*\bdau$/;

/** The need named by the parts of a text that are not refusals; undefined when they name none. */
export function wantedInstead(
  text: string,
  needs: (text: string) => NeedReading,
): NeedReading | undefined {
  const parts = text.split(cut).filter((part) => part !== undefined && fold(part) !== "");
  const kept = parts.filter((part) => {
    const folded = fold(part);
    return !refused.test(folded) && !turned.test(folded);
  });
  const readings = [kept.join(", "), ...kept.toReversed()]
    .map((part) => needs(part))
    .filter(({ verdict }) => verdict !== "none");
  return readings.find(({ verdict }) => verdict === "clear") ?? readings[0];
}

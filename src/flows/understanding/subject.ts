/** Whose paper it is, from the speaker's own words. */
import type { Subject } from "../vocabulary.ts";
import { addressIn } from "./address.ts";
import { wordsOf } from "./fold.ts";

const ways: readonly { readonly subject: Subject; readonly said: RegExp }[] = [
  {
    subject: "my-grandchild",
    said: /\b(chau noi|chau ngoai|chau dich ton|grand(son|daughter|child)|(thang|con|dua|may dua) chau|chau (trai|gai|be|ut))\b/,
  },
  {
    subject: "my-spouse",
    said: /\b(cho|giup|ho|cua|thay) (vo|chong|vk|ck|ba xa|ong xa)\b|\b(vo|chong|ba xa|ong xa|vk|ck) (toi|em|minh|tui|anh|chi)\b|\bmy (wife|husband)\b|\b(ong|ba) nha (toi|em|minh)\b/,
  },
  {
    subject: "my-grandparent",
    said: /\b(ong|ba|cu) (noi|ngoai|co)\b|\b(cho|giup|ho|cua|thay) (ong|ba|cu|ong ba)(?! (con|xa|hang|hoi|voi|xin|biet|di|chu tich))\b|\b(ong|ba|cu) (em|toi|chau|minh|nha)\b|\bmy grand(father|mother|parents?)\b/,
  },
  {
    subject: "my-mother",
    said: /\b(me|ma|bam|u|ma) (toi|em|chau|minh|con|tui|gia|de)\b|\b(cho|giup|ho|cua|thay) (me|bam)\b|\bmy (mother|mom|mum)\b|\bba me (toi|em)\b/,
  },
  {
    subject: "my-father",
    said: /\b(bo|cha|thay|tia|ba) (toi|em|chau|minh|con|tui|gia|de)\b|\b(cho|giup|ho|cua|thay) (bo|cha|thay)\b|\bmy (father|dad)\b/,
  },
  {
    subject: "my-child",
    said: /\b(cho|giup|ho|cua|thay) (con|be|em be|thang|dua|may dua|hai dua|chau be)\b|\bcon (trai|gai|ut|dau|re|toi|em|minh|tui|nho|anh|chi|bac)\b|\b(thang|dua) (con|ut|be|lon|nho)\b|\bmoi (de|sinh) (con|be|chau)\b|\b(em|toi|vo em|vo toi) (moi )?(de|sinh)\b|\bmy (son|daughter|child|baby|kids?)\b/,
  },
  {
    subject: "somebody",
    said: /\b(ho|thay|giup|cho) (nguoi khac|hang xom|ban|nguoi quen|nguoi nha|anh trai|em trai|em gai|chi gai|anh ruot|bac|chu|co|di|cau|mo|thim)(?! (voi|hoi|xin|biet|lam sao|nhe))\b|\b(anh|chi|em) (trai|gai|ruot|re|dau)\b|\b(hang xom|nguoi quen|nguoi khac)\b|\bmy (brother|sister|neighbou?r|friend|uncle|aunt)\b/,
  },
  {
    subject: "me",
    said: /\b(cho|cua) (toi|minh|tui|em|ban than|chinh minh|chinh toi|tao)\b(?! (hoi|xin|biet|gap|be|trai|gai|ruot|voi))|\b(toi|minh|em|tui) (muon|can|xin|chua co|bi mat|lam mat|lam)\b|\b(for )?(me|myself)\b$|\bmy own\b/,
  },
];

/** Whose paper the text is about; undefined when it does not say. */
export function subjectIn(text: string): Subject | undefined {
  const words = wordsOf(text);
  const folded = words.map((word) => word.folded).join(" ");
  // With marks, "con"/"còn", "bố"/"bỏ", "mẹ"/"mè" are told apart; without, the phrase must carry it.
  const safe = words
    .map((word) =>
      word.marked && ["bỏ", "bộ", "còn", "hồ", "họ", "má", "bá", "ba", "chậu"].includes(word.said)
        ? "-"
        : word.folded,
    )
    .join(" ");
  for (const { subject, said } of ways) if (said.test(safe)) return subject;
  const own = addressIn(text);
  if (/^(toi|minh|em|me|myself|cho toi|cho minh|ban than)$/.test(folded)) return "me";
  if (
    own !== undefined &&
    new RegExp(`\\bcho ${own.says}\\b(?! (hoi|xin|biet|gap|voi))`).test(folded) &&
    /\b(lam|dang ky|xin)\b/.test(folded)
  )
    return "me";
  return undefined;
}

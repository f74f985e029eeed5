/** The few things understood at every moment, in a guide or not. */
import { fold } from "./fold.ts";

export type AnywhereIntent =
  | {
      readonly kind:
        | "machine-or-human"
        | "is-it-a-scam"
        | "does-it-cost"
        | "what-is-kept"
        | "delete-me"
        | "human"
        | "greeting"
        | "thanks";
    }
  | { readonly kind: "language"; readonly language: "vi" | "en" };

const short = (folded: string, words: number): boolean => folded.split(" ").length <= words;

const machine =
  /\b((nguoi|nguoi that|con nguoi) (hay|hay la|hoac) (la )?(may|bot|robot|ro bot)|(may|bot|robot|ro bot) (hay|hay la|hoac) (la )?nguoi|la (may|bot|robot|chatbot|ai|nguoi that) (a|ha|ah|phai khong|dung khong|khong)|co phai (la )?(may|bot|robot|nguoi|nguoi that)( khong)?|phai (may|robot|nguoi that) khong|(may|bot|robot|chatbot) (tra loi|noi|nhan tin) (a|ha|phai khong)|ai (dang )?(tra loi|noi chuyen|nhan tin) (day|the|vay|voi)|noi chuyen voi may( a| ha)|(may|bot|chatbot|robot) (a|ha|ah|z|vay|the)$|are you (a |an )?(real |human|bot|robot|machine|ai|person)|is this (a )?(bot|robot|human|machine|real person)|human or (a )?(bot|machine|robot)|(bot|machine) or (a )?human|day la (may|nguoi|bot))\b/;
const scam =
  /\b(lua dao( khong| a| ha)?$|co (phai )?(la )?lua( dao)?( khong)?|(bi|bi nguoi ta|co) lua( dao)? (khong|khong day|mat)|so (bi )?lua|(co )?(tin duoc|dang tin|tin tuong duoc)( khong)?|an toan (khong|k|ko)|co an toan|that (khong|hay gia|hay lua)|gia mao( khong| a)|trang gia|(co )?bi hack|lo thong tin|mat cap thong tin|lay cap|is (this|it) (a )?(scam|safe|legit|real|fake)|can i trust|scam|lua nguoi|lua ba con)\b/;
const cost =
  /\b((co |phai )?(mat|ton|het|tra|nop|dong|thu|tinh) (tien|phi|le phi|xien|xu)( gi)?( khong| k| ko|$| chau| ha| a)|(mat|ton|het|phi|gia|le phi)( la| het)? bao nhieu|bao nhieu (tien|xien)|mien phi (khong|a|ha|phai khong|hay)|co mien phi|co (thu|tinh) (tien|phi)|co phi khong|is it free|for free|how much( does it| is it)?|does (it|this) cost|(do|have) i (have )?to pay)\b/;
/** Whether money is asked for at all; of which paper may be said, too. */
export const asksForCost = (folded: string): boolean => cost.test(folded);
export const withoutCost = (folded: string): string => folded.replace(wholeCost, " ");
const wholeCost = new RegExp(`${cost.source}(?: (?:tien|xien|phi))?`);

const kept =
  /\b((may|chau|bot|o day) (co )?(luu|giu)( lai)?( nhung)?( (thong tin|du lieu|cai))? gi|(luu|giu|ghi lai|thu thap)( lai)?( nhung)?( (thong tin|du lieu|tin nhan|cai))? gi cua (toi|em|minh|ba|ong|bac|co|chu)|(luu|thu thap)( nhung)? (thong tin|du lieu) gi|(thong tin|du lieu|tin nhan)( ca nhan)?( cua (toi|em|minh|ba|ong|bac|chau|co|chu))? (di dau|ve dau|ai (giu|xem|doc)|(co )?ai (giu|xem|doc|biet))|ai (giu|xem|doc|thay|biet)( duoc)? (thong tin|tin nhan|du lieu)|co (luu|giu) (lai )?(thong tin|du lieu|tin nhan)|bao mat (thong tin|khong|ko)|what do you (keep|store|know about me)|who (sees|reads|keeps|stores) my|do you (keep|store) my)\b/;
const erase =
  /\b((xoa|xoa het|xoa sach|xoa bo|xoa giup|xoa ho)( het| sach| bo| di)?( cac| moi| tat ca| toan bo)? ?(du lieu|thong tin|tin nhan|so|so dien thoai|tai khoan|lich su|noi dung|ten)( cua)? ?(toi|em|minh|ba|ong|bac|chau|cu|o day|tren day|nay|chat|di)|xoa (toi|em|ba|ong|bac) (khoi|di|ra)|dung (luu|giu) (thong tin|du lieu|so|ten|gi)|rut (lai )?(su )?dong y|khong (cho|dong y) (luu|giu)|quen (toi|em) di|delete (my|me|all my|everything)|erase (my|me|all|everything)|remove my (data|information)|forget me)\b/;
const person =
  /\b((gap|noi chuyen( voi)?|noi voi|chat voi|tro chuyen voi|lien he( voi)?|ket noi( voi)?|hoi|chuyen( cho| sang)?|goi( cho)?|tim|nho|can|cho gap|xin gap) (mot |cac |anh |chi |co )*(nguoi( that| giup| khac| ho tro| huong dan)?|can bo( xa| thon)?|nhan vien|tu van vien|tong dai( vien)?|ad|admin|truong thon|ai do)( (xa|thon|giup|that|voi|di|ho|nhe|a|duoc khong|de|huong dan|den))*$|gap nguoi|nguoi that|gap can bo|muon gap|(xin|cho)( toi| em| ba| minh| bac| ong)?( xin)? (so dien thoai|so|sdt|sdt cua|so dt)( (dien thoai|dt))?( (cua )?(can bo|nguoi|xa|cb|truong thon|ai))|goi (dien )?(cho|lai cho) (toi|em|ba|ong|bac|minh|chau)|co (ai|nguoi)( nao| that)?( o do| giup| truc)*( khong| k| ko)|(talk|speak) to (a |an )?(human|person|real person|someone|officer|staff)|real person|call me|human please|need (a )?(human|person))\b/;

/** Reads the few things understood anywhere; undefined for everything else. */
export function readAnywhere(text: string): AnywhereIntent | undefined {
  const folded = fold(text)
    .replace(/\b(ko|k|kg|hok)\b/g, "khong")
    .replace(/\bngta\b/g, "nguoi ta")
    .replace(/\bng\b/g, "nguoi")
    .replace(/\bcb\b/g, "can bo");
  if (folded === "") return undefined;
  const brief = short(folded, 14);
  if (
    brief &&
    machine.test(folded) &&
    !/\b(co nguoi|gap nguoi|noi chuyen voi nguoi)\b/.test(folded)
  )
    return { kind: "machine-or-human" };
  if (short(folded, 20) && erase.test(folded)) return { kind: "delete-me" };
  if (short(folded, 16) && scam.test(folded)) return { kind: "is-it-a-scam" };
  if (short(folded, 14) && kept.test(folded)) return { kind: "what-is-kept" };
  const language = languageWanted(folded);
  if (language !== undefined) return { kind: "language", language };
  if (short(folded, 16) && person.test(folded)) return { kind: "human" };
  if (short(folded, 10) && cost.test(folded) && aboutThis(folded)) return { kind: "does-it-cost" };
  if (
    short(folded, 3) &&
    /^(?:alo |da )?(?:em|con|chau|co|chu|bac|anh|chi|ad|admin|may|can bo) oi$/.test(folded)
  )
    return { kind: "greeting" };
  if (
    short(folded, 7) &&
    /^(em |con |chau |da |minh |ba |bac )?(xin )?(chao|hello|hi|hey|helo|alo|hallo|good (morning|afternoon|evening))\b/.test(
      folded,
    ) &&
    !/\b(lam|dang ky|muon|can|hoi|xin giay|giay)\b/.test(folded)
  )
    return { kind: "greeting" };
  if (
    short(folded, 9) &&
    /\b(cam on|tks|thanks|thank you|thank|thks|doi on|biet on|cam ta)\b/.test(folded) &&
    !/\b(muon|lam sao|the nao|hoi|khong)\b/.test(folded)
  )
    return { kind: "thanks" };
  return undefined;
}

/** "English please", "đổi sang tiếng Việt"; a word of English is not a wish for it. */
function languageWanted(folded: string): "vi" | "en" | undefined {
  if (!short(folded, 9)) return undefined;
  if (/\b(?:don t|do not|can t|cannot|no) (?:\w+ ){0,2}vietnamese\b/.test(folded)) return "en";
  // "Không biết tiếng Kinh" wishes for another one.
  if (/\b(?:khong|ko|chua|chang|cha|it|kem|hong|hok) (?:\S+ ){0,3}tieng\b/.test(folded))
    return undefined;
  const wish =
    /\b(noi|doi|sang|chuyen|dung|bang|in|speak|change|switch|language|ngon ngu|please|to)\b/.test(
      folded,
    ) || short(folded, 2);
  if (!wish) return undefined;
  if (/\b(english|tieng anh)\b/.test(folded)) return "en";
  if (/\b(vietnamese|tieng viet|tieng kinh)\b/.test(folded)) return "vi";
  return undefined;
}

// Asking what a paper costs names the paper; asking whether this costs names nothing, or "cái này".
const papers =
  /\b(khai sinh|khai tu|ket hon|can cuoc|cccd|bao hiem|bhyt|cong chung|chung thuc|ly lich|trich luc|ban sao|ho khau|tam tru|thuong tru|the|so do|tien dien|dat|xe|ho so|vien|vien phi|kham|benh|card|insurance|certificate|vay)\b/;

function aboutThis(folded: string): boolean {
  return !papers.test(folded);
}

/** Whether somebody would like to be called: "gọi điện cho tôi", "goi lai cho ba". */
import { fold } from "./fold.ts";

/** What may stand before it. A caller named there ("công an gọi cho tôi") makes it a story. */
const before =
  "(?:(?:da|a|oi|chau|con|em|may|nho|lam on|xin|hay|toi|ba|ong|bac|cu|co|chu|anh|chi|muon|can|bao|nguoi giup|ai do|co ai|can bo) )*";
const whom = "(?:toi|ba|ong|bac|cu|co|chu|anh|chi|em|minh|tui|me)";
const vietnamese = new RegExp(
  `^${before}(?:goi|dien)(?: dien(?: thoai)?)?(?: lai)? cho ${whom}(?: (?:voi|nhe|di|a|lai|duoc khong|giup))*$`,
);
const english =
  /^(?:please |can (?:you|somebody|someone) )?(?:call|ring|phone) me(?: back)?(?: please)?$/;

export function wantsToBeCalled(text: string): boolean {
  const folded = fold(text);
  return vietnamese.test(folded) || english.test(folded);
}

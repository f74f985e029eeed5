/** How somebody says that they want to be addressed. */
import { type Address, addresses } from "../words/address.ts";
import { wordsOf } from "./fold.ts";

const pronoun = "(cu|ong|ba|bac|co|chu|anh|chi|em)";
const speaker = "(?:toi|tui|tao|minh|ta|em|chi|anh|co|chu|bac|ba|ong|cu)";
/** "gọi tôi là bà", "xưng hô với tôi là cô nhé"; a name after it is no form of address. */
const callMe = new RegExp(
  `\\b(?:goi|keu|xung(?: ho)?)(?: voi| la)?(?: ${speaker})?(?: day)? (?:la|bang) ${pronoun}(?: thoi| nhe| nha| di| co| chu| moi dung| cho dung)*$`,
);
/** "tôi là bà mà", "đây là ông chứ": said of oneself, and nothing else in the message. */
const iAm = new RegExp(
  `^(?:da )?(?:toi|tui|minh|day|nguoi ta) la ${pronoun}(?: ma| chu| co ma| day| co)+$`,
);
/** "không phải ông, là bà"; "đừng gọi ông, gọi bà". */
const notButSo = new RegExp(
  `\\b(?:khong|dung|ko|k) (?:phai|goi|keu|xung)(?: ${speaker})?(?: la)? ${pronoun}(?: dau)? (?:ma )?(?:la|phai la|goi|goi la) ${pronoun}(?: nhe| nha| co| chu| ma)*$`,
);
const wrongly = new RegExp(
  `\\b(?:(?:goi|xung ho)(?: ${speaker})?(?: la)?(?: ${pronoun})? (?:sai|nham|khong dung|chua dung)|(?:dung|sao) (?:lai )?(?:goi|keu|xung)(?: ${speaker})? (?:la|bang) ${pronoun}|toi co phai(?: la)? ${pronoun} dau)\\b`,
);
/** Longer than this it is about something else, whatever word for a person stands in it. */
const longestWish = 10;

/** Whether somebody says how they want to be addressed, or that they were addressed wrongly. */
export function addressWished(text: string): { readonly says?: Address } | undefined {
  const folded = wordsOf(text)
    .map((word) => word.folded)
    .join(" ");
  if (folded.split(" ").length > longestWish) return undefined;
  const said = (found: string | undefined): { says?: Address } => {
    const says = addresses.find((address) => address === found);
    return says === undefined ? {} : { says };
  };
  const corrected = notButSo.exec(folded);
  if (corrected !== null) return said(corrected[2]);
  if (wrongly.test(folded)) return {};
  const wished = callMe.exec(folded) ?? iAm.exec(folded);
  return wished === null ? undefined : said(wished[1]);
}

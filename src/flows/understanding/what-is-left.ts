/** After a guide's end: "thế là xong hẳn chưa", "giờ chỉ chờ thôi à", "có phải ra xã nữa không". */
import { wordsOf } from "./fold.ts";

/** A longer message tells something beside it. */
const longest = 14;

const beside = "(?: (?:the|vay|chau|em|con|co|chu|anh|chi|oi|nhe|nay|day|gi))*";
const asked = `(?: (?:phai|dung))?${beside} (?:khong|ko|k|hok|chua|a|ha|u|nhi|chu|hay sao)(?: (?:khong|ko|chua|a|ha|nhi))?${beside}$`;

/** Not "làm căn cước", which names another task; "làm gì" names none. */
const word = "(?:(?!(?:lam|dang ky|xin|doi|cap|khai|mua|nhap) (?!gi\\b|them gi\\b))\\S+)";
const must = "\\b(?:phai|khoi|can(?! cuoc))";
const going = "(?:ra|di|len|den|toi|xuong|quay lai|chay)";
const there =
  "(?:xa|uy ban|ubnd|tru so|trung tam|cong an|cho (?:nao|do)|do|day|dau|ngoai (?:do|xa|ay)|tren (?:xa|do|ay)|noi|buu dien|truong|tinh)";
const over =
  "(?:xong|hoan (?:tat|thanh)|tron ven|het(?= (?:roi|viec|chua|ca|that))|du(?= (?:roi|chua))|ve (?:nha )?duoc|(?:duoc|on)(?= (?:roi|chua)))";

const ways = [
  // "có phải ra xã nữa không", "có phải cầm căn cước ra đó không"
  `${must}(?: (?:phai|can|tu|minh|chay|mat cong))*(?: (?:mang|cam|dem)(?: \\S+){1,3}?)? ${going}(?: (?:ra|di|len|den|toi|lai|tan))? (?:${there}|lay|nhan|ky|gap)(?: ${word}){0,3}?${asked}`,
  `\\bkhoi(?: phai)? ${going}(?: (?:ra|len|den))? ${there}(?: nua)? (?:nhe|nha)(?: \\S+)?$`,
  // "khỏi phải đi lại nữa đúng không"
  `${must}(?: ${word}){1,4}? nua${asked}`,
  // "họ gửi giấy về nhà à", "giấy tự về nhà à"
  `\\b(?:giay|the|ket qua|ho so|ho)(?<named>(?: \\S+){0,4}?) (?:tu|gui|dua|mang)(?: giay)? (?:ve|den|toi)(?: \\S+){0,4}?${asked}`,
  // "ra đấy lấy hay họ gửi về", "gửi về nhà hay phải ra lấy", "họ gọi hay sao"
  `\\b(?:${going}(?: \\S+){0,2} (?:lay|nhan)|(?:ho|xa|nguoi ta) goi)(?: \\S+){0,4} hay\\b`,
  `\\b(?:gui|mang|dua)(?: \\S+){0,2} (?:ve|den|toi)(?: \\S+){0,2} hay(?: la)?(?: (?:minh|ba|toi|phai|tu))* ${going}\\b`,
  // "giờ chỉ chờ thôi à", "ngồi nhà đợi giấy thôi nhỉ", "họ có gọi lại không"
  `\\b(?:chi|cu|gio|la|con|thi|nha|moi|ngoi|nam|phai|the|vay|minh|viec|choi) doi(?: (?:thoi|tin|nhan|giay|ket qua|ngay hen|o nha|la|duoc|ho|xa|can bo|nguoi ta|dien thoai|dien|nua|tiep|goi))*${asked}`,
  `\\b(?:ho|xa|can bo|nguoi ta|cong an)(?: co)? goi(?: (?:lai|dien|cho|minh|ba|toi))*${asked}`,
  // "thế là xong hẳn chưa", "vậy coi như xong rồi hả", "xong hẳn chưa hay còn gì nữa"
  `^(?<named>(?:\\S+ ){0,6}?)${over}(?: (?:han|het|that|ca|hoan toan|viec|dut diem|xuoi|roi))*${asked}`,
  `^(?<named>(?:\\S+ ){0,3}?)xong(?: \\S+)? (?:chua|roi) hay\\b`,
  // "còn phải làm gì nữa không", "còn sót gì không"
  `\\b(?:con|co phai|phai|can(?! cuoc))(?: (?:phai|can|thieu|sot|quen|vuong|lam|nop|bam|bo sung|minh))* (?:gi|buoc nao|viec nao|viec gi|giay nao|giay gi|them|them gi)(?: (?:nua|them|khac|lam|can|phai))*${asked}`,
  "^(?:(?:so|and|then|ok) )*(?:is that (?:all|it)|is (?:it|everything) (?:all |really )?(?:done|finished|over)|am i (?:done|finished)|(?:do|must|should) i (?:still|only|just|now)|is there (?:anything|something) (?:else|more|left))\\b",
].map((way) => new RegExp(way));

/** With its mark: "thế thôi ạ" is a goodbye. */
const thatIsAll =
  /^(?:thế|vậy|có thế|chỉ thế|the|vay)(?: (?:là|la))? (?:thôi|thoi) (?:à|hả|ha|ư|nhỉ)(?: \p{L}+)?[ ?.!]*$/iu;

/** When, how long and how are questions of their own; a card that has run out is no end. */
const ownQuestion =
  /\b(?:bao gio|khi nao|luc nao|may gio|bao lau|may ngay|bao nhieu|lam sao|the nao|het (?:han|tien|pin|mang))\b/;

/**
 * Whether it asks if that was all: what is left, whether one only waits, whether one must go there. `ofTheEnded`:
 * whether words with something of their own in them ("khai tử thì") name the guide that has ended.
 */
export function asksWhatIsLeft(
  text: string,
  ofTheEnded: (words: string) => boolean = () => false,
): boolean {
  const folded = waiting(text);
  if (folded.split(" ").length > longest || ownQuestion.test(folded)) return false;
  const asks = ways.some((way) => {
    const found = way.exec(folded);
    if (found === null) return false;
    const named = `${folded.slice(0, found.index)} ${found.groups?.["named"] ?? ""}`;
    return onlySmall(named) || ofTheEnded(named);
  });
  return (asks && isAsked(text)) || thatIsAll.test(text.trim());
}

/** Said before the question without naming a task; "chiều" only of a day, for a passport is a "hộ chiếu". */
const small: ReadonlySet<string> = new Set(
  (
    "the vay nhu nhung ma thi la nghia tuc coi nay kia day do ay gio bay mai hom sau truoc nua roi xong da " +
    "vua cu chi con co chua thoi so minh toi ba ong bac em chau chu anh ho chong vo nha bon chung cac hai " +
    "nguoi ta cua oi a u ha vang ok cho hoi xin biet khong chac hinh tuong moi thu tat ca viec cai khoan giay " +
    "to ket qua xa tin lay nop gui lam phai can duoc den khi luc ngay hen gi ra ve ngoi het tuan thang sang " +
    "gai trai be bo me dung that lai tiep theo nao sao van khoi them luon um uh thuc tu gap o dau bam tren mang may"
  ).split(" "),
);

const onlySmall = (words: string): boolean =>
  words
    .replace(/\bchieu(?= (?:nay|mai))/, "")
    .split(" ")
    .every((word) => word === "" || small.has(word));

/** "Chờ" and "đợi" are one word here. Folded, "cho" is "chờ" only where no marks are typed, and "đổi" is neither. */
function waiting(text: string): string {
  const words = wordsOf(text);
  const marked = words.some((one) => one.marked);
  return words
    .map(({ said, folded }) => {
      if (said === "chờ" || (!marked && folded === "cho")) return "doi";
      return said === "đổi" ? said : folded;
    })
    .join(" ");
}

const called: ReadonlySet<string> = new Set(["cháu", "em", "con", "cô", "chú", "anh", "chị", "ơi"]);

/** With marks "ạ" is only polite, unless what stands before it asks. */
function isAsked(text: string): boolean {
  const words = wordsOf(text).map(({ said }) => said);
  const [before, last] = words.filter((one) => !called.has(one)).slice(-2);
  return last !== "ạ" || before === "không" || before === "chưa";
}

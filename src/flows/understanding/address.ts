/** How people speak of themselves and of the person whose paper it is; always from their own words. */
import { type Word, wordsOf } from "./fold.ts";

/** A form of address people use for themselves. */
export type Says = "cu" | "ong" | "ba" | "bac" | "co" | "chu" | "anh" | "chi" | "em";

const written: ReadonlyMap<string, Says> = new Map([
  ["cụ", "cu"],
  ["ông", "ong"],
  ["bà", "ba"],
  ["bác", "bac"],
  ["cô", "co"],
  ["chú", "chu"],
  ["anh", "anh"],
  ["chị", "chi"],
  ["em", "em"],
]);
const bare: ReadonlyMap<string, Says> = new Map(
  ["cu", "ong", "ba", "bac", "co", "chu", "anh", "chi", "em"].map((word) => [word, word as Says]),
);

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

// What the speaker does or feels; after a pronoun these show who is speaking.
const doing = set(
  "muon can khong ko k chua dang da bi dinh hoi xin nho quen bam chup mo go nhap gui nop vao tim thay lam di o doc nghe mua mat lo so nghi biet tuoi ten sinh nam gia lan chiu het moi tinh co la phai van cu chay ve ra dem lay nhan duoc mu con het chi qua deo tai cai chon dien xem an ngu dau met nong tot the",
);
// Left of the colour "the speaker" these words belong to somebody else: "bà ấy", "em bé", "ông nội".
const another = set(
  "ay nay kia do ta no noi ngoai be gai trai ut ho dau re chong vo hang anh em chi ba ong bac co chu oi a giao si sy vien nha hai hom nhi cu the con chau minh ruot tam minh bo me y",
);
const reflexive = set("cho giup ho chi bao day bay huong nhac");
const afterReceiver = set(
  "voi hoi xin biet di nhe nha lam a gap ve xem the cai ti chut dang ky nop vao muon tao khai voi",
);
const kin = set(
  "me bo chong vo con nha may ba ong chau thay cha dien ten so the giay ho tai bung bau vk ck thang dua trai gai be khau ban que",
);

function sayOf(word: Word): Says | undefined {
  const exact = written.get(word.said);
  if (exact !== undefined) return exact;
  if (word.marked || word.said !== word.folded) return undefined;
  if (word.said === "e") return "em";
  return bare.get(word.folded);
}

/** The form of address a person uses for themselves in this text. */
export function addressIn(text: string): { readonly says: Says } | undefined {
  const words = wordsOf(text);
  const tally = new Map<Says, number>();
  const add = (says: Says, weight: number): void =>
    void tally.set(says, (tally.get(says) ?? 0) + weight);

  for (const [at, word] of words.entries()) {
    const says = sayOf(word);
    if (says === undefined || word.said === "co") continue;
    const before = sameClause(word, words[at - 1]);
    const twoBefore = before === undefined ? undefined : sameClause(word, words[at - 2]);
    const after = sameClause(word, words[at + 1]);
    // Without marks "co" is mostly "có", "ba" is three, "chu" a letter, "anh" a picture.
    const doubtful =
      word.said === word.folded && !["em", "anh", "e", "ong", "bac"].includes(word.said);
    const pair = `${word.folded} ${after?.folded ?? ""}`;
    if (["chu y", "cu the", "ba con", "em be", "anh chi", "ong ba", "co the"].includes(pair))
      continue;

    const afterIsOther =
      after !== undefined && another.has(after.folded) && !doing.has(after.folded);
    const afterDoes = after !== undefined && doing.has(after.folded) && !thirdPerson(words, at);

    if (before !== undefined && reflexive.has(before.folded)) {
      // "cho em hỏi", "giúp bác với"; "khai sinh cho em bé" is somebody else.
      if (
        after === undefined
          ? !doubtful && word.folded !== "anh" && helped(words, at)
          : afterReceiver.has(after.folded) && !afterIsOther
      )
        add(says, doubtful ? 1 : 3);
      continue;
    }
    if (before !== undefined && kin.has(before.folded) && sayOf(before) === undefined) {
      // "mẹ em", "nhà bác", "máy cô": the one who owns is the one who speaks.
      if (!afterIsOther || after?.folded === "a") add(says, doubtful ? 0.5 : 2);
      continue;
    }
    if (
      before !== undefined &&
      (before.folded === "me" || before.folded === "bo") === false &&
      sayOf(before) !== undefined
    ) {
      // "anh trai em", "ông nội em" end with the speaker; "hai anh em" does not.
      continue;
    }
    if (before?.folded === "cua") {
      if (!afterIsOther) add(says, doubtful ? 0.5 : 2);
      continue;
    }
    if (afterDoes && !afterIsOther) {
      const opens =
        before === undefined ||
        opener.has(before.folded) ||
        vocative(words, at) ||
        twoBefore === undefined;
      if (doubtful && !strong.has(after.folded)) continue;
      if (word.said === "anh" && word.folded === "anh" && !opens) continue;
      add(says, opens ? 3 : 1.5);
    }
  }
  let best: Says | undefined;
  for (const [says, weight] of tally)
    if (weight >= 1 && weight > (best === undefined ? 0 : (tally.get(best) ?? 0))) best = says;
  return best === undefined ? undefined : { says: best };
}

const opener = set(
  "the gio nay thi ma da vang roi va hom nhung neu nhu thoi o a vi tai mai nghe hay la nen khi bay giogi u um van day vua qua cung luc truoc ban can bo",
);
const strong = set("muon can khong ko hoi xin nho quen chua dinh dang la ten bi");

function sameClause(word: Word, other: Word | undefined): Word | undefined {
  return other !== undefined && other.clause === word.clause ? other : undefined;
}

/** "cháu ơi bà muốn": the word before was a call to the listener. */
function vocative(words: readonly Word[], at: number): boolean {
  return ["oi", "a", "nay"].includes(words[at - 1]?.folded ?? "");
}

/** "giúp em", "hộ bà" at the end of a request. */
function helped(words: readonly Word[], at: number): boolean {
  return ["giup", "ho", "chi", "bao", "day", "bay"].includes(words[at - 1]?.folded ?? "") && at > 0;
}

/** "ông ấy muốn", "bà nhà tôi": told about, not telling. */
function thirdPerson(words: readonly Word[], at: number): boolean {
  const after = words[at + 1]?.folded ?? "";
  const next = words[at + 2]?.folded ?? "";
  return (
    after === "ay" ||
    after === "ta" ||
    (after === "nha" && ["toi", "em", "minh"].includes(next)) ||
    (after === "cu" && next === "nha")
  );
}

/** Whose paper it is. */
export type Subject =
  | "me"
  | "my-child"
  | "my-grandchild"
  | "my-mother"
  | "my-father"
  | "my-spouse"
  | "my-grandparent"
  | "somebody";

const subjects: readonly { readonly subject: Subject; readonly said: RegExp }[] = [
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
  for (const { subject, said } of subjects) if (said.test(safe)) return subject;
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
export function addressWished(text: string): { readonly says?: Says } | undefined {
  const folded = wordsOf(text)
    .map((word) => word.folded)
    .join(" ");
  if (folded.split(" ").length > longestWish) return undefined;
  const said = (found: string | undefined): { says?: Says } => {
    const says = found === undefined ? undefined : bare.get(found);
    return says === undefined ? {} : { says };
  };
  const corrected = notButSo.exec(folded);
  if (corrected !== null) return said(corrected[2]);
  if (wrongly.test(folded)) return {};
  const wished = callMe.exec(folded) ?? iAm.exec(folded);
  return wished === null ? undefined : said(wished[1]);
}

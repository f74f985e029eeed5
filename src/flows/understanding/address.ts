/** How people speak of themselves; always from their own words. */
import { type Address, addresses } from "../words/address.ts";
import { type Word, wordsOf } from "./fold.ts";

const written: ReadonlyMap<string, Address> = new Map([
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
const bare: ReadonlyMap<string, Address> = new Map(addresses.map((word) => [word, word]));

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

function sayOf(word: Word): Address | undefined {
  const exact = written.get(word.said);
  if (exact !== undefined) return exact;
  if (word.marked || word.said !== word.folded) return undefined;
  if (word.said === "e") return "em";
  return bare.get(word.folded);
}

/** The form of address a person uses for themselves in this text. */
export function addressIn(text: string): { readonly says: Address } | undefined {
  const words = wordsOf(text);
  const tally = new Map<Address, number>();
  const add = (says: Address, weight: number): void =>
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
    // "Thằng em", "đứa em": a younger one, who is spoken of.
    if (before !== undefined && ["thang", "dua"].includes(before.folded)) continue;
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
  let best: Address | undefined;
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

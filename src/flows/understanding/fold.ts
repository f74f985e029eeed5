/**
 * The first thing done to every typed text: from what fingers left on the glass to plain small words.
 *
 * People type with marks, without marks, with an input method that was switched off halfway
 * ("dduwowcj", "nha65p"), with letters held too long. After folding all of these are "duoc" and "nhap".
 */

/** One word as typed and as folded. */
export interface Word {
  /** Small letters, marks kept. */
  readonly said: string;
  /** Small letters, no marks, keystrokes undone. */
  readonly folded: string;
  /** True when the typed word carries at least one Vietnamese mark, so its marks may be trusted. */
  readonly marked: boolean;
  /** Counts up at every full stop, comma, question mark or line end. */
  readonly clause: number;
}

const rimes =
  "a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu " +
  "o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong op ot u ua uan uang uat uau uay uc ue uech uen uenh uet ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya uych uyen uyet uynh uyt uyu " +
  "y yem yen yet yeu ym yn yt";
const onsets = "b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x";

const syllables: ReadonlySet<string> = new Set(
  ["", ...onsets.split(" ")].flatMap((onset) =>
    rimes
      .split(" ")
      .map((rime) => (onset === "qu" && rime.startsWith("u") ? `q${rime}` : onset + rime)),
  ),
);

/** True for what can be a Vietnamese syllable once its marks are gone. */
export function isSyllable(word: string): boolean {
  return syllables.has(word) || word === "gi" || word === "quoc";
}

// Words that look like leftover keystrokes ("has" = "hà") but are words here.
const foreign: ReadonlySet<string> = new Set(
  (
    "address allow allowance and app apply are as ask at back bank birth book by call card center certificate certified change child clear click code " +
    "copy correct cost death delete dead died divorce do does done english error existing expired family father fee file first for forgot form free from funeral get " +
    "gmail go good got guest has have he health hello help her here him his home homestay hotel how house husband i id if in insurance internet is issue it " +
    "just last later less level like link list live loan lost make man marriage marry me menu merit mobile mother move my name need network never new next no not now of office ok okay " +
    "on one online or other our out page paper papers parents password pay pdf pension person phone photo please poor portal print register registration repeat rent rice school screen see send server " +
    "she show sign single sms some son start status step stop student submit support system talk tax temporary test than thanks thank that the their them there they this three to today track " +
    "two upload us use user veteran very was wedding web what when where which who why wife wifi with work worker wrong year yes you your yesterday monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december zalo facebook samsung iphone oppo xiaomi"
  ).split(" "),
);

const strip = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replaceAll("đ", "d")
    .normalize("NFC");

/** Letters held too long: "hiiii", "nghèooo"; and any pair of letters that no syllable holds. */
function calmed(word: string): string {
  return word.replace(/([a-z])\1{2,}/g, "$1");
}

function withoutTelex(word: string): string | undefined {
  let bare = word
    .replaceAll("dd", "d")
    .replaceAll("aa", "a")
    .replaceAll("ee", "e")
    .replaceAll("oo", "o");
  bare = bare
    .replace(/([uoa])w/g, "$1")
    .replaceAll("w", (_, at: number) => (/[aeouy]/.test(bare.slice(0, at)) ? "" : "u"));
  if (isSyllable(bare)) return bare;
  const vowel = bare.search(/[aeiouy]/);
  if (vowel < 0) return undefined;
  for (let at = bare.length - 1; at > vowel; at -= 1) {
    if (!"sfrxj".includes(bare.charAt(at))) continue;
    const once = bare.slice(0, at) + bare.slice(at + 1);
    if (isSyllable(once)) return once;
    const closed = withoutLateKeys(once);
    if (closed !== undefined) return closed;
  }
  return withoutLateKeys(bare);
}

/** "giaya" for "giây", "dang" typed as "dangd": the second key came at the end of the syllable. */
function withoutLateKeys(word: string): string | undefined {
  const last = word.charAt(word.length - 1);
  const body = word.slice(0, -1);
  if ("aeo".includes(last) && body.includes(last) && isSyllable(body)) return body;
  if (last === "d" && body.startsWith("d") && isSyllable(body)) return body;
  return undefined;
}

/** A pair of equal letters where the finger slipped: "laii", "nhann". */
function withoutSlip(word: string): string | undefined {
  const single = word.replace(/([a-z])\1/g, "$1");
  return single !== word && isSyllable(single) ? single : undefined;
}

/** "khaisinh", "xongroi": two or three syllables of three letters or more, typed as one. */
function apart(word: string): string | undefined {
  if (word.length < 6 || word.length > 18) return undefined;
  for (let at = Math.min(6, word.length - 3); at >= 3; at -= 1) {
    const head = word.slice(0, at);
    const tail = word.slice(at);
    if (!isSyllable(head)) continue;
    if (isSyllable(tail)) return `${head} ${tail}`;
    const rest = apart(tail);
    if (rest !== undefined) return `${head} ${rest}`;
  }
  return undefined;
}

const vniKey = /^[a-z]+[0-9][a-z0-9]*$/;

function withoutVni(word: string): string | undefined {
  const letters = word.replace(/[0-9]/g, "");
  return isSyllable(letters) ? letters : undefined;
}

function mended(word: string, typedInVni: boolean): string {
  if (/^[0-9]+$/.test(word)) return word;
  const calm = calmed(word);
  if (isSyllable(calm) || foreign.has(calm) || !/[aeiouyw]/.test(calm)) return calm;
  if (vniKey.test(calm)) {
    const bare = withoutVni(calm);
    const trailing = /^([a-z]+)([0-9]+)$/.exec(calm);
    if (bare !== undefined && (typedInVni || trailing === null)) return bare;
    if (bare !== undefined && trailing !== null) return `${trailing[1]} ${trailing[2]}`;
    return calm;
  }
  const counted = /^([0-9]+)([a-z]{2,})$/.exec(calm);
  if (counted !== null && isSyllable(counted[2] ?? "")) return `${counted[1]} ${counted[2]}`;
  return withoutTelex(calm) ?? withoutSlip(calm) ?? apart(calm) ?? calm;
}

const clauseEnd = /[.,;:?!\n…()]/;

// One message is looked at from many sides in a row; its words are the same each time.
let latest: { readonly text: string; readonly words: readonly Word[] } = { text: "", words: [] };

/** The words of a text, in order. */
export function wordsOf(text: string): readonly Word[] {
  if (latest.text !== text) latest = { text, words: read(text) };
  return latest.words;
}

function read(text: string): readonly Word[] {
  const small = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\u200b-\u200d\ufeff\u00ad]/g, "");
  const pieces = [...small.matchAll(/[\p{L}\p{M}\p{N}]+|[.,;:?!\n…()]/gu)].map((match) => match[0]);
  const typed = pieces.filter((piece) => !clauseEnd.test(piece)).map(strip);
  // One "muc2" is a number; two such words, or digits before the last letter, are an input method.
  const vni = typed.filter((word) => vniKey.test(word) && withoutVni(word) !== undefined);
  const typedInVni =
    vni.length > 1 || vni.some((word) => /[0-9]{2,}$|[0-9][a-z]/.test(word) && /[6-9]/.test(word));

  const words: Word[] = [];
  let clause = 0;
  for (const piece of pieces) {
    if (clauseEnd.test(piece)) {
      // "8.000" and "24,5" are one number to a reader of clauses.
      clause += 1;
      continue;
    }
    const bare = strip(piece);
    for (const folded of mended(bare, typedInVni).split(" ")) {
      words.push({ said: piece, folded, marked: bare !== piece, clause });
    }
  }
  return words;
}

/** Small letters without marks, punctuation or leftover keystrokes; equal for equal meanings of the same spelling. */
export function fold(text: string): string {
  return wordsOf(text)
    .map((word) => word.folded)
    .join(" ");
}

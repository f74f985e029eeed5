/**
 * Places by the names people still use: communes that were merged or divided in 2025, districts that are gone.
 *
 * Many of these names are ordinary words or people's names ("dong tien" is mostly "đóng tiền"), so a name counts
 * only with something that makes it a place: its marks, a word like "xã" before it, its district behind it, a
 * question about it, or nothing else in the message.
 */
import type { Places } from "../authoring/settings-schema.ts";
import { type Word, wordsOf } from "./fold.ts";

export type Commune = Places["communes"][number];

/** An old unit, or a commune of today, and what it is called now. */
export interface NamedPlace {
  /** As the sources write it, "Xã Hà Lang". */
  readonly was: string;
  /** The former district; none for a commune of today that was asked for by its own name. */
  readonly district?: string;
  readonly now: readonly Commune[];
}

/** `asked`: the place itself is looked for; `named`: nothing else was said; `mentioned`: it stands in a story. */
type How = "asked" | "named" | "mentioned";

export type PlaceReading =
  | { readonly kind: "none" }
  | { readonly kind: "one"; readonly how: How; readonly place: NamedPlace; readonly now: Commune }
  | { readonly kind: "divided"; readonly how: How; readonly place: NamedPlace }
  | { readonly kind: "several"; readonly how: How; readonly places: readonly NamedPlace[] }
  | {
      readonly kind: "district";
      readonly how: How;
      readonly district: string;
      readonly communes: readonly Commune[];
    };
export type KnownPlace = Exclude<PlaceReading, { kind: "none" }>;

type Rank = "Xã" | "Phường" | "Thị trấn" | "Huyện" | "Thành phố";

interface Unit {
  readonly rank: Rank;
  readonly place: NamedPlace;
  /** Its words with marks, spelled one way. */
  readonly marks: readonly string[];
}

const ranks: readonly Rank[] = ["Xã", "Phường", "Thị trấn", "Huyện", "Thành phố"];

const rankOf = (says: string): Rank => ranks.find((rank) => says.startsWith(`${rank} `)) ?? "Xã";

export function bareName(says: string): string {
  const rank = ranks.find((known) => says.startsWith(`${known} `));
  return rank === undefined ? says : says.slice(rank.length + 1);
}

/** "Mĩ" and "Mỹ", "Quí" and "Quý" are one spelling. */
const oneSpelling = (word: string): string =>
  word.replace(/^([bcdghklmnprstvx]+|qu)y$/, (_, onset: string) => `${onset}i`);

/** Marks kept, but "hoá" and "hóa" are the same word: the tone stands behind. */
function marksOf(said: string): string {
  const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;
  const apart = said.normalize("NFD");
  const tone = apart.match(tones)?.join("") ?? "";
  return oneSpelling(apart.replaceAll(tones, "").normalize("NFC")) + tone;
}

const keyOf = (words: readonly Word[]): string =>
  words.map(({ folded }) => oneSpelling(folded)).join(" ");

/**
 * Ordinary words, people's names, streets and other provinces once their marks are gone, and some with them.
 * These need "xã" before them, or their district behind.
 */
const ordinary: ReadonlySet<string> = new Set(
  (
    "an khang; ban may; binh an; binh yen; yen binh; binh phu; cap tien; chi ca; chi thiet; che la; cong da; dai phu; dao duc; da vi; dong ha; dong loi; dong minh; dong qui; dong tam; dong thanh; " +
    "dong tho; dong tien; dong van; dong yen; duc ninh; duc xuan; du gia; duong am; duong hong; ha giang; hoa an; hoa phu; hong quang; hong son; hong thai; hop hoa; hop thanh; hung an; hung duc; " +
    "huong son; huu san; huu vinh; kien thiet; kim binh; kim linh; kim ngoc; kim quan; lien hiep; linh ho; linh phu; luc hanh; luong thien; lung tam; ma le; minh dan; minh huong; minh khai; minh khuong; " +
    "minh ngoc; minh quang; minh son; minh tan; minh thanh; minh xuan; nam son; nam ban; nam ti; nan ma; ngoc ha; ngoc hoi; ngoc linh; ngoc long; ngoc minh; nguyen trai; nhan li; phan thiet; pho la; " +
    "phong quang; phu binh; phu nam; phu linh; phu thinh; phuc son; phuc thinh; phuc yen; phuong thien; phuong tien; phuong do; quang binh; quang minh; quang trung; quyet thang; quyet tien; sinh long; son nam; " +
    "son duong; tam da; tam son; tan thanh; tan tien; thai an; thai binh; thai hoa; thai son; thanh duc; thanh long; thanh thuy; thanh van; thien ke; thu ta; thuan hoa; thuong tan; tien bo; " +
    "tien nguyen; tien yen; tran phu; tri phu; trung ha; trung hoa; trung minh; trung son; trung thanh; trung thinh; trung truc; truong sinh; tuyen quang; tu nhan; van phu; viet hong; viet lam; viet quang; " +
    "vinh phuc; vinh quang; vinh loc; vinh loi; vinh hao; xin cai; xin chai; xin man; xuan giang; xuan minh; xuan quang; yen dinh; yen ha; yen lam; yen lap; yen minh; yen phong"
  ).split("; "),
);

interface Hit {
  readonly from: number;
  readonly to: number;
  readonly units: readonly Unit[];
  readonly key: string;
  readonly marks: "right" | "none" | "other";
  readonly rank: Rank | undefined;
  /** Where its prefix begins. */
  readonly begins: number;
  readonly prefix: "whole" | "short" | "none";
}

const wholePrefixes: readonly (readonly [string, string, Rank])[] = [
  ["xa", "xã", "Xã"],
  ["phuong", "phường", "Phường"],
  ["huyen", "huyện", "Huyện"],
  ["thi tran", "thị trấn", "Thị trấn"],
  ["thanh pho", "thành phố", "Thành phố"],
];
const shortPrefixes: Readonly<Record<string, Rank>> = {
  x: "Xã",
  p: "Phường",
  h: "Huyện",
  tt: "Thị trấn",
  tp: "Thành phố",
};
/** A village or a province of that name is another place. */
const otherKinds: ReadonlySet<string> = new Set(["thon", "ban", "xom", "tinh", "duong", "pho"]);
const suffixes: Readonly<Record<string, Rank>> = {
  commune: "Xã",
  ward: "Phường",
  town: "Thị trấn",
  district: "Huyện",
  city: "Thành phố",
};

const cuesBefore: ReadonlySet<string> = new Set(
  "o thuoc tim chon ten que ve nguoi dan in from at near find choose select".split(" "),
);
const cuesAfter: ReadonlySet<string> = new Set(["cu", "old"]);

const fillers: ReadonlySet<string> = new Set(
  (
    "a ah ạ da vang thua chau em toi minh ba ong bac co chu anh chi cu con tui to la o thuoc tai que nha xa huyen phuong thi tran tinh thanh pho tt tp x h p day do ay nhe nha " +
    "roi co ten xua truoc ngay cua tuyen quang ha giang viet nam vn from in old former i am live the my commune district ward town province"
  ).split(" "),
);

const not = "(?:khong|ko|k|kg|kh|hong|hok|chang|cha|chua|not|no)";
/** What stands before a place that is looked for. */
const looksBefore = new RegExp(
  `(?:${not} (?:\\S+ )?(?:thay|tim thay|tim ra|tim duoc|kiem ra|co|con|nhin thay|hien|hien ra|go ra|chon duoc)(?: (?:ten|muc|chu|cai|cho|dong|ra|dau|nao))*|(?:^| )(?:tim|kiem|o dau)(?: (?:mai|hoai|khong|ra|thay|mat|ten|muc|cho|roi))*|${not} ra(?: ten)?|(?:^| )chon(?: (?:ten|cho|muc|noi))?|where (?:is|did|has)|find|what (?:is|happened to)|cannot see|t see|which (?:is|one is))$`,
);
const ofPerson = "(?:cua (?:toi|minh|ba|ong|bac|co|chu|em|chau|anh|chi|tui|nha)(?: (?:toi|em))?)";
const now = "(?:bay gio|hien gio|hien nay|hien tai|gio|nay|now)";
const which = "(?:nao|gi|j|dau|ji)";
/** What stands behind a place that is asked about. */
const asksAfter = new RegExp(
  `^(?:(?:cu|xua|truoc|truoc day|truoc kia|ngay xua|old|bi|da|no|thi|ay|do|a|oi|chau|ten|gio|nay|${ofPerson}|${now}) )*(?:` +
    `(?:dau|o dau|di dau|mat dau|dau mat|bien mat|mat ten|bo roi|bo dau|bo di|where)(?: (?:mat|roi|the|a|ha|nhi|vay|chau|em|rui|r|ay|z|day|mat roi|nua|gone|now|did))*$` +
    `|(?:la|thuoc|thanh|thuoc ve|doi thanh|doi ten|goi la|goi|chon|tim|ten|vao|nam|ve|sang|nhap|chuyen)(?: (?:la|thanh|vao|ve|o|cai|duoc|xa|phuong|cho|ten|muc|sang|moi|tinh))* ${which}\\b` +
    `|(?:bi )?(?:nhap|sap nhap|sat nhap|gop|doi ten|chia)(?: (?:vao|voi|ve|sang|thanh|xa|cung|ten))*(?: ${which})?(?: (?:roi|chua|a|ha|khong|vay|the))*$` +
    `|con (?:khong|nua|ton tai|ko|k|nua khong)\\b` +
    `|${not} (?:co|thay|con|hien|hien ra|tim thay|tim ra)(?: (?:trong|tren|de chon|nua|dau|ten|o do|cho|trong do|a|the|ca|roi|het)\\b.*)?$` +
    `|(?:tim|kiem) (?:mai|hoai|khong|ko|k|o dau|dau)\\b` +
    `|(?:is|has|was) (?:not|gone|now|missing|merged)\\b` +
    `|(?:now|missing|gone|merged)$` +
    `)`,
);

const readers = new WeakMap<Places, (text: string) => PlaceReading>();

/** A reader for the names of these places; the same places give the same reader. */
export function placeReader(places: Places): (text: string) => PlaceReading {
  const known = readers.get(places);
  if (known !== undefined) return known;
  const made = readerOf(places);
  readers.set(places, made);
  return made;
}

function readerOf(places: Places): (text: string) => PlaceReading {
  const index = indexOf(places);
  const longest = Math.max(...[...index.keys()].map((key) => key.split(" ").length));

  const read = (text: string): PlaceReading => {
    const words = wordsOf(text);
    const hits = twiceNamed(hitsIn(words, index, longest));
    if (hits.length === 0) return { kind: "none" };
    const whole = isWhole(words, hits);
    const counted = hits.filter((hit) => !isProvince(hit) && isPlace(hit, hits, words, whole));
    // "Hà Lang, Chiêm Hóa": the district says which Hà Lang, it is not what is asked for.
    const communes = counted.filter((hit) => meantDistrict(hit) === undefined);
    const howOf = (hit: Hit): How => (whole ? bare(hit, words) : inSentence(hit, words));
    const chosen = (communes.length > 0 ? communes : counted).toSorted(
      (a, b) => weight[howOf(b)] - weight[howOf(a)],
    )[0];
    if (chosen === undefined) return { kind: "none" };
    const how =
      communes.length > 0 && counted.some((hit) => howOf(hit) === "asked")
        ? "asked"
        : howOf(chosen);
    return readingOf(chosen, hits, words, how);
  };
  return (text) => {
    const reading = read(text);
    // "xa4 ha2 lang": a key of an input method left behind a name.
    const bareText = text.replaceAll(/(\p{L})[0-9](?!\p{N})/gu, "$1");
    return reading.kind === "none" && bareText !== text ? read(bareText) : reading;
  };
}

const weight: Readonly<Record<How, number>> = { asked: 2, named: 1, mentioned: 0 };

function indexOf(places: Places): ReadonlyMap<string, readonly Unit[]> {
  const units = new Map<string, Unit[]>();
  const add = (rank: Rank, name: string, place: NamedPlace): void => {
    const words = wordsOf(name);
    const unit: Unit = { rank, place, marks: words.map(({ said }) => marksOf(said)) };
    for (const key of new Set([keyOf(words), keyOf(words).replaceAll(" ", "")]))
      units.set(key, [...(units.get(key) ?? []), unit]);
  };
  const former = new Map<string, { was: string; district: string; now: Commune[] }>();
  const districts = new Map<string, Commune[]>();
  for (const commune of places.communes) {
    for (const { commune: was, district } of commune.formerly) {
      const old = former.get(`${was}|${district}`) ?? { was, district, now: [] };
      former.set(`${was}|${district}`, { ...old, now: [...old.now, commune] });
      const inside = districts.get(district) ?? [];
      if (!inside.includes(commune)) districts.set(district, [...inside, commune]);
    }
    const place = { was: commune.says, now: [commune] };
    add(rankOf(commune.says), bareName(commune.says), place);
    const numbered = /^(.+) \d+$/.exec(bareName(commune.says))?.[1];
    if (numbered !== undefined) add(rankOf(commune.says), numbered, place);
  }
  for (const place of former.values()) add(rankOf(place.was), bareName(place.was), place);
  for (const [district, now] of districts)
    add(rankOf(district), bareName(district), { was: district, district, now });
  return units;
}

const isDistrict = ({ rank }: Unit): boolean => rank === "Huyện" || rank === "Thành phố";

function hitsIn(
  words: readonly Word[],
  index: ReadonlyMap<string, readonly Unit[]>,
  longest: number,
): readonly Hit[] {
  const hits: Hit[] = [];
  for (let from = 0; from < words.length; from += 1) {
    for (let to = Math.min(words.length, from + longest); to > from; to -= 1) {
      const window = words.slice(from, to);
      const key = keyOf(window);
      const units = index.get(key);
      if (units === undefined || window.some(({ clause }) => clause !== window[0]?.clause))
        continue;
      const said = window.map((word) => marksOf(word.said));
      const marked = window.some((word) => word.marked);
      const right = units.filter(({ marks }) => marks.join(" ") === said.join(" "));
      const { rank, begins, prefix } = prefixOf(words, from, to);
      if (prefix !== "other") {
        hits.push({
          from,
          to,
          units: marked && right.length > 0 ? right : units,
          key,
          marks: marked ? (right.length > 0 ? "right" : "other") : "none",
          rank,
          begins,
          prefix,
        });
        from = to - 1;
      }
      break;
    }
  }
  return hits;
}

function prefixOf(
  words: readonly Word[],
  from: number,
  to: number,
): {
  readonly rank: Rank | undefined;
  readonly begins: number;
  readonly prefix: Hit["prefix"] | "other";
} {
  const here = words[from];
  const back = words[from - 1];
  const near = back !== undefined && back.clause === here?.clause ? back : undefined;
  for (const [folded, written, rank] of wholePrefixes) {
    const count = folded.split(" ").length;
    const before = words.slice(Math.max(0, from - count), from);
    if (before.map((word) => word.folded).join(" ") !== folded) continue;
    // "xả", "xá": trusted marks of another word.
    const said = before.map((word) => word.said).join(" ");
    if (before.some((word) => word.marked) && marksOf(said) !== marksOf(written)) continue;
    return { rank, begins: from - count, prefix: "whole" };
  }
  const short = back === undefined ? undefined : shortPrefixes[back.said];
  if (short !== undefined) return { rank: short, begins: from - 1, prefix: "short" };
  if (near !== undefined && otherKinds.has(near.folded))
    return { rank: undefined, begins: from, prefix: "other" };
  const after = words[to];
  const suffix = after === undefined ? undefined : suffixes[after.said];
  if (suffix !== undefined) return { rank: suffix, begins: from, prefix: "whole" };
  return { rank: undefined, begins: from, prefix: "none" };
}

/** The district a hit means, where it means one. */
function meantDistrict({ units, rank }: Hit): Unit | undefined {
  const district = units.find(isDistrict);
  if (district === undefined) return undefined;
  if (rank === "Huyện" || rank === "Thành phố") return district;
  if (rank !== undefined) return undefined;
  // A city shared its name with its province, and only with "thành phố" before it is it the city.
  return district.rank === "Huyện" ? district : undefined;
}

/** "Hà Giang" alone is the province, not the city or the wards. */
const isProvince = ({ units, rank }: Hit): boolean =>
  rank === undefined && units.some((unit) => unit.rank === "Thành phố");

/** "Đồng Văn, Đồng Văn" is the town in its district. */
function twiceNamed(hits: readonly Hit[]): readonly Hit[] {
  return hits.map((hit, at) => {
    const inside = hit.units.filter((unit) => !isDistrict(unit));
    const again = hits[at + 1]?.key === hit.key && hit.rank === undefined && inside.length > 0;
    return again ? { ...hit, units: inside } : hit;
  });
}

/** The whole message is about the names: fillers, and a village before its commune, are all that is left. */
function isWhole(words: readonly Word[], hits: readonly Hit[]): boolean {
  const village = words.findIndex(({ folded }) => folded === "thon" || folded === "xom");
  const first = hits[0]?.begins ?? 0;
  return words.every(
    ({ folded }, at) =>
      fillers.has(folded) ||
      hits.some((hit) => at >= hit.begins && at < hit.to) ||
      (village >= 0 && at >= village && at < first && first - village <= 4),
  );
}

function ownDistrictNear(hit: Hit, hits: readonly Hit[], words: readonly Word[]): boolean {
  const districts = new Set(hit.units.map(({ place }) => place.district));
  return hits.some((other) => {
    const district = other.units.find(isDistrict)?.place.was;
    const around = isProvince(other) && other.from > hit.from && !isProvince(hit);
    if (other === hit || (!around && !districts.has(district))) return false;
    const [left, right] = other.from > hit.from ? [hit.to, other.begins] : [other.to, hit.begins];
    return right - left <= 2 && words.slice(left, right).every(({ folded }) => fillers.has(folded));
  });
}

function isPlace(hit: Hit, hits: readonly Hit[], words: readonly Word[], whole: boolean): boolean {
  // "ở xa mình khai sinh", "mình khai báo".
  const next = words[hit.to]?.folded ?? "";
  if (/ khai$/.test(hit.key) && ["sinh", "tu", "bao", "nhan", "gi"].includes(next)) return false;
  if (ownDistrictNear(hit, hits, words)) return true;
  // The one beside it needs no more than its commune.
  if (hits.some((other) => other !== hit && ownDistrictNear(other, [other, hit], words)))
    return true;
  if (ordinary.has(hit.key)) {
    if (hit.prefix === "whole")
      // "ra xa xin cai giay": without its marks it is the name only where it ends what is said.
      return hit.marks === "none" ? endsHere(hit, words) : hit.marks === "right";
    return whole && hit.marks === "right";
  }
  if (hit.prefix === "whole") return true;
  if (whole || hit.prefix === "short" || hit.marks === "right") return true;
  if (hit.marks === "other") return false;
  const before = words.slice(Math.max(0, hit.begins - 2), hit.begins);
  return (
    before.some(({ folded }) => cuesBefore.has(folded)) ||
    cuesAfter.has(next) ||
    inSentence(hit, words) === "asked"
  );
}

const endsHere = (hit: Hit, words: readonly Word[]): boolean => {
  const next = words[hit.to];
  return (
    next === undefined ||
    next.clause !== words[hit.from]?.clause ||
    fillers.has(next.folded) ||
    Object.hasOwn(suffixes, next.said) ||
    inSentence(hit, words) === "asked"
  );
};

const mostWordsOfQuestion = 20;

function inSentence(hit: Hit, words: readonly Word[]): How {
  if (words.length > mostWordsOfQuestion) return "mentioned";
  const text = (from: number, to: number) =>
    words
      .slice(Math.max(0, from), to)
      .map(({ folded }) => folded)
      .join(" ");
  const suffix = Object.hasOwn(suffixes, words[hit.to]?.said ?? "") ? 1 : 0;
  return looksBefore.test(text(hit.begins - 8, hit.begins)) ||
    asksAfter.test(text(hit.to + suffix, hit.to + 12))
    ? "asked"
    : "mentioned";
}

const bare = (hit: Hit, words: readonly Word[]): How =>
  inSentence(hit, words) === "asked" ? "asked" : "named";

function readingOf(hit: Hit, hits: readonly Hit[], words: readonly Word[], how: How): PlaceReading {
  const district = meantDistrict(hit);
  if (district !== undefined)
    return { kind: "district", how, district: district.place.was, communes: district.place.now };
  const communes = hit.units.filter((unit) => !isDistrict(unit));
  const ofRank = communes.filter(({ rank }) => rank === hit.rank);
  const ranked = ofRank.length > 0 ? ofRank : communes;
  if (ranked.length === 0) return { kind: "none" };
  const named = new Set(
    hits
      .filter((other) => other !== hit)
      .flatMap((other) => other.units.find(isDistrict)?.place.was ?? []),
  );
  const inNamed = ranked.filter(({ place }) => named.has(place.district ?? ""));
  const inProvince = /\bha giang\b/.test(keyOf(words))
    ? ranked.filter(({ place }) => provinceOf(place) === "Tỉnh Hà Giang")
    : [];
  const narrowed = [inNamed, inProvince].find((some) => some.length > 0) ?? ranked;
  return readingOfPlaces(
    narrowed.map(({ place }) => place),
    how,
  );
}

function provinceOf({ was, district, now }: NamedPlace): string | undefined {
  return now
    .flatMap(({ formerly }) => formerly)
    .find((old) => old.commune === was && old.district === district)?.province;
}

function readingOfPlaces(found: readonly NamedPlace[], how: How): PlaceReading {
  const former = found.filter(({ district }) => district !== undefined);
  const reached = new Set(former.flatMap(({ now: today }) => today));
  // A commune of today adds nothing where the old name leads to it anyway.
  const today = found.filter(
    ({ district, now: own }) => district === undefined && !own.every((one) => reached.has(one)),
  );
  const all = [...former, ...today];
  const ends = [...new Set(all.flatMap(({ now: own }) => own))];
  const [first] = all;
  const [end] = ends;
  if (first === undefined || end === undefined) return { kind: "none" };
  if (ends.length === 1) {
    const place = all.find(({ was }) => was === end.says) ?? first;
    return { kind: "one", how, place, now: end };
  }
  return all.length === 1
    ? { kind: "divided", how, place: first }
    : { kind: "several", how, places: all };
}

const villagePrefixes = /^(?:(?:thon|ban|xom|to dan pho|to|khu|lang|khom) )+(?:so (?=\d))?(?=\S)/;

/** Two spellings of one village have the same key: "Thôn Nà Khau", "na-khau" and "nakhau" are all "nakhau". */
export function villageKey(text: string): string {
  const folded = keyOf(wordsOf(text)).replace(/ (?:village|hamlet)$/, "");
  return folded.replace(villagePrefixes, "").replaceAll(" ", "");
}

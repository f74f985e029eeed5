/**
 * Stops a propagandist's message that asks a resident for what nobody may ask for.
 *
 * Propagandists mean well and are in a hurry; "đọc mã cho cháu" is how people are robbed, too.
 * A message is read clause by clause without tone marks: what is spoken of, whether it is wanted,
 * where it should go, and whether the clause forbids it. Telling a resident to type a code into
 * the phone, or never to give it away, passes.
 */

export type HelperGuardReason =
  | "asks-for-code"
  | "asks-for-password"
  | "asks-for-identity-number"
  | "asks-for-card-photo"
  | "asks-for-money"
  | "asks-to-install-app"
  | "unofficial-link";

export type HelperGuard =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: HelperGuardReason };

/**
 * Addresses that may be sent. `*.gov.vn` means every host below it; an entry with a path means
 * that page only.
 */
export const OFFICIAL_HOSTS: readonly string[] = [
  "*.gov.vn",
  "play.google.com/store/apps/details?id=com.vnid",
  "apps.apple.com/vn/app/vneid/id1582750372",
  "apps.apple.com/app/id1582750372",
];

/** Says whether a propagandist's words may go to a resident, and if not, why. */
export function guardHelperMessage(
  text: string,
  officialHosts: readonly string[] = OFFICIAL_HOSTS,
): HelperGuard {
  const reasons = new Set<HelperGuardReason>();
  for (const sentence of sentencesOf(text)) {
    let spokenOf: HelperGuardReason | undefined;
    for (const clause of sentence.clauses) {
      const named = secretNamed(clause);
      const about: HelperGuardReason | undefined =
        named ?? (namesSomethingElse(clause) ? undefined : spokenOf);
      const warns = sentence.warns && !TO_ME.test(clause);
      if (about !== undefined && !warns && wants(clause, about, named !== undefined))
        reasons.add(about);
      if (!warns && wantsMoney(clause)) reasons.add("asks-for-money");
      if (!warns && wantsInstalling(clause)) reasons.add("asks-to-install-app");
      // "Mã về thì, bà gửi cháu": the code stays in mind until it has been dealt with.
      spokenOf =
        named !== undefined && !forbids(clause) && !typedByResident(clause) ? named : undefined;
    }
  }
  if (unofficialLinks(text, officialHosts).length > 0) reasons.add("unofficial-link");
  const reason = GRAVEST_FIRST.find((candidate) => reasons.has(candidate));
  return reason === undefined ? { ok: true } : { ok: false, reason };
}

const GRAVEST_FIRST: readonly HelperGuardReason[] = [
  "asks-for-code",
  "asks-for-password",
  "asks-for-identity-number",
  "asks-for-card-photo",
  "asks-for-money",
  "asks-to-install-app",
  "unofficial-link",
];

// --- reading -----------------------------------------------------------------------------------

interface Sentence {
  readonly clauses: readonly string[];
  /** Speaks of fraud, so verbs in it describe what others do. */
  readonly warns: boolean;
}

/**
 * Lower case without tone marks. Where a tone mark decides between "send" and "press", or "don't"
 * and "use", the marked word is first turned into one that cannot be misread.
 */
export function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\p{Cf}/gu, "")
    .replace(/(?<!xác )nhận/g, "duoc")
    .replace(/nhấn|ấn nút/g, "bam")
    .replace(/(?<!tin )nhắn/g, "nhantin")
    .replace(/dùng|đúng/g, "xai")
    .replace(/đừng|chớ/g, "cam")
    .replace(/báo/g, "bao")
    .replace(/bảo(?! (?:hiểm|mật|trì|hành|vệ|lãnh))/g, "noi")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/g, "d")
    .replace(/[^\S\n]+/g, " ");
}

function sentencesOf(text: string): Sentence[] {
  return folded(text)
    .split(/[.!?…\n]+(?=\s|$)|\n/)
    .map((sentence) => ({
      clauses: sentence
        .split(/[,;:()–]|\s-\s|\b(?:roi|xong|sau do|nhung|con neu|va)\b/)
        .map((clause) => clause.trim())
        .filter((clause) => clause !== ""),
      warns:
        /\b(?:lua dao|lua day|ke gian|ke xau|canh giac|mao danh|gia mao|bi lua|mat tien oan)\b/.test(
          sentence,
        ),
    }))
    .filter((sentence) => sentence.clauses.length > 0);
}

const PERSON =
  "(?:chau|em|con|minh|mk|toi|tui|to|anh|chi|co|chu|bac|tao|tau|chung toi|chung em|ben em|ben nay)";
const TO_ME = new RegExp(
  `\\b(?:cho|gui|sang|qua|toi|den|giup|doc|nhantin|nhan|dua|noi|bao|voi|de) (?:cho |lai |sang |qua |luon |cai |may )*${PERSON}\\b|\\b(?:zalo|inbox|ib|messenger|tin nhan) (?:cua |cho )?${PERSON}\\b|\\b(?:vao|o|qua|sang|len) (?:day|khung chat|zalo|nhom|inbox|tin nhan)\\b`,
);

// --- what is spoken of ---------------------------------------------------------------------------

const CODE =
  /\b(?:otp|opt|ma (?:otp|xac thuc|xac nhan|xac minh|kich hoat|bao mat|dang nhap|pin|bi mat|6 so|sau so)|day so|may so (?:vua|moi|no|trong|tin)|so (?:vua|moi) (?:ve|den|toi)|(?:con )?so trong tin nhan|passcode|pass code|pin code|so bi mat|(?:day|6|sau) (?:chu )?so (?:bi mat|trong tin nhan|vua|no gui|ve may)|(?:6|sau) so (?:do|ay|kia|vua ve|trong may|dien thoai))\b/;
/** "Mã" alone, when it is not the code of a dossier, a procedure, a commune or a picture. */
const BARE_CODE =
  /\bma\b(?! (?:ho so|hs|thu tuc|tt|qr|vach|tinh|xa|huyen|so thue|buu|bien|tra cuu|khach hang|don|gioi thieu|hoa don|tiep nhan|bhxh|bhyt|bao hiem|giay|giac|o |la\b|no co|thon|vung|dinh danh|so (?:thue|bhxh|ho so|dinh danh)))/;
const PASSWORD = /\b(?:mat khau|matkhau|mat ma|password|pass(?! code)|pasword|passwork)\b/;
const SHORT_PASSWORD = /\bmk\b/;
const IDENTITY_NUMBER =
  /\b(?:so (?:the |giay )?(?:can cuoc|cccd|cmnd|cmt|chung minh|dinh danh)|ma (?:so )?dinh danh|12 so|muoi hai so|(?:cccd|cmnd|cmt|can cuoc) (?:cua \w+ )?(?:so|la) (?:bao nhieu|may|gi)|so cc\b)/;
const PAPER =
  /\b(?:can cuoc|cccd|cmnd|cmt|chung minh(?: thu| nhan dan)?|giay (?:to|khai sinh|chung sinh|ket hon|chung tu|bao tu|ra vien)|so (?:ho khau|do|hong)|the (?:bhyt|bao hiem|can|ngan hang|atm)|bang lai|ho chieu|(?:hai|2|ca hai|ca 2) mat(?: the)?|mat (?:truoc|sau)(?: the)?|khuon mat|chan dung)\b/;

function secretNamed(clause: string): HelperGuardReason | undefined {
  if (PASSWORD.test(clause)) return "asks-for-password";
  if (
    SHORT_PASSWORD.test(clause) &&
    !/\b(?:cho|voi|giup|nhantin|nhan|goi|bao|gui|sang) mk\b(?! (?:vneid|zalo|cua|fb|cong))/.test(
      clause,
    )
  ) {
    return "asks-for-password";
  }
  if (CODE.test(clause)) return "asks-for-code";
  if (IDENTITY_NUMBER.test(clause)) return "asks-for-identity-number";
  if (BARE_CODE.test(clause)) return "asks-for-code";
  if (PAPER.test(clause)) return "asks-for-card-photo";
  return undefined;
}

/** "Gửi cháu ảnh màn hình": what is wanted is named here, so nothing is carried over. */
const namesSomethingElse = (clause: string): boolean =>
  /\b(?:man hinh|ma ho so|ma hs|ma thu tuc|ten|so dien thoai|sdt|thon|xa|ngay|gio|loi|chu gi|dong chu|ket qua|tin|lai sau|xong)\b/.test(
    clause,
  );

// --- whether it is wanted ----------------------------------------------------------------------

const FORBIDS =
  /\b(?:cam|dung (?!ngai|so\b|lo\b|quen)(?:co |bao gio |nen )?(?:gui|doc|cho|dua|noi|chia|cung|chup|nhan|nhantin|bao|chuyen|nop|dong|cai|tai|bam|vao|ke|de|dang|tra|lam|share|tin|nghe|an)|(?:khong|ko|kg|hong|chang|k) (?:bao gio|can|duoc|nen|he|ai|phai|duoc phep|hoi|gui|doc|xin|yeu cau|cho|dua|cung cap|chia se|chup|chuyen|nop|thu|mat|cai|tai|bam|noi|lay|nhan|nhantin|giu|xem|biet|chia)|chua can|khoi (?:can )?(?:gui|doc|chup|chuyen|nop|cai)|tuyet doi khong|tranh|che(?! do))\b/;
/** "Đừng ngại gửi", "không gửi mã thì không làm được": forbidding words that ask all the same. */
const ASKS_ALL_THE_SAME =
  /\b(?:(?:dung|cam) (?:ngai|so|lo|quen)|(?:khong|ko|k) (?:gui|doc|cho|cung cap|chuyen|nop|noi|dua)\b.{0,60}\b(?:thi|la)\b.{0,40}\b(?:khong|ko|k|bi|mat|huy|cham|cat)|(?:khong|ko|k) phai (?:lo|so|ngai))\b/;

const forbids = (clause: string): boolean =>
  FORBIDS.test(clause) && !ASKS_ALL_THE_SAME.test(clause);

/** The resident types it into the phone, the app or the portal. */
const typedByResident = (clause: string): boolean =>
  /\b(?:nhap|go|dien|tu (?:nhap|go|dien|dat|lam|bam|giu|nho)|bam|dat (?:lai )?(?:mat khau|pass)|doi (?:mat khau|pass)|dua vao o|tai len|dinh kem|dan vao|up(?:load)? len|ghi nho|quen)\b/.test(
    clause,
  ) &&
  !/\b(?:vao day|vao khung chat|vao zalo|o day|vao nhom|vao tin nhan|cho (?:chau|em|con|minh|toi) (?:biet|xin|voi))\b/.test(
    clause,
  );

const OFFICIAL_PLACE =
  /\b(?:(?:tren|vao|len|qua|trong|o|tai|cua) (?:\w+ ){0,2}?(?:cong|vneid|o (?:tren|trong|do|nay|mau|dau|thu|so|chu)|quay|trung tam|mot cua|bo phan|uy ban|ubnd|cong an|tru so|xa|may (?:ba|ong|cu|bac|co|chu|minh))|cong (?:dvc|dich vu cong|an)|tai len|dinh kem|dem theo|mang theo|mang|cam theo)\b/;

/** "Có ai xin mã thì bà báo cháu": somebody else does the asking. */
const OTHERS_ASK =
  /\b(?:ai|nguoi la|nguoi nao|co nguoi|ke nao|dua nao)\b (?:\w+ ){0,3}(?:xin|hoi|doi|goi|noi|bao|yeu cau|nhantin|bat)\b/;
const GIVEN_TO_ME = new RegExp(`\\b(?:gui|doc|dua|chup|cung cap)\\b.*\\b${PERSON}\\b`);

/** Somebody else does the sending: "hệ thống gửi mã về máy bà". */
const SENT_TO_RESIDENT =
  /\b(?:he thong|tong dai|nha mang|cong dich vu cong|cong|vneid|ngan hang|no|ho|may|cong an|app|ung dung) (?:se |vua |da |dang |moi )?(?:gui|nhantin|nhan|bao|doc|chuyen)\b|\b(?:gui|chuyen|nhantin|bao) (?:ve|den|toi) (?:may|dien thoai|so|tin nhan|sim)|\b(?:se |da |duoc |vua )gui (?:ve|den|toi)\b|\b(?:duoc|nhan duoc|co) (?:ma|tin nhan|otp)\b(?!.*\b(?:gui|doc|nhantin|chup|bao nhieu|noi)\b)/;

const HANDS_OVER =
  /\b(?:gui|goi sang|doc|cung cap|chia se|share|forward|chuyen tiep|chuyen|chup|dua|nhantin|nhan (?:cho|sang|qua|lai|chau|em|con|minh|toi|vao|giup)|noi|bao|ke|viet|ghi|quet|scan|xin|muon|can(?! cuoc)|yeu cau|tra loi|up|dang|thong bao|cho (?:chau|em|con|minh|toi|tui|anh|chi|co|chu|bac|mk|xin|biet|muon)|de (?:chau|em|con|minh|toi))\b/;
const ASKS_VALUE =
  /\b(?:bao nhieu|so may|la may|nhung so (?:nao|gi)|la so gi|dau roi|(?:cua (?:ba|ong|cu|bac|co|chu|anh|chi|em|con|minh|ban)|minh dat|ba dat|ong dat|cu dat|vneid|dang nhap)(?: \w+){0,3} (?:la gi|gi vay|gi the|the nao)|(?:ba|ong|cu|bac|co|chu|anh|chi|em|minh) (?:\w+ )?la (?:gi|bao nhieu)|otp dau)\b/;
const INTO_CHAT = /\b(?:vao|o|len|qua|sang) (?:day|khung chat|zalo|nhom|inbox|tin nhan)\b/;

function wants(clause: string, about: HelperGuardReason, named: boolean): boolean {
  if (forbids(clause)) return false;
  const toMe = TO_ME.test(clause) || INTO_CHAT.test(clause);
  if (about === "asks-for-card-photo") return wantsPicture(clause, toMe, named);
  if (INTO_CHAT.test(clause) && /\b(?:nhap|go|dien|ghi|gui|viet|chup|dan)\b/.test(clause))
    return true;
  if (
    named &&
    ASKS_VALUE.test(clause) &&
    !/\b(?:may|bao nhieu) (?:chu )?(?:so|ky tu|lan|phut|giay|ngay)\b/.test(clause)
  )
    return true;
  if (SENT_TO_RESIDENT.test(clause) && !TO_ME.test(clause)) return false;
  if (OTHERS_ASK.test(clause) && !GIVEN_TO_ME.test(clause)) return false;
  if (typedByResident(clause) && !takesFrom(clause)) return false;
  if (OFFICIAL_PLACE.test(clause) && !toMe) return false;
  if (!named)
    return (
      toMe &&
      /\b(?:gui|doc|chup|dua|cung cap|chuyen|nhantin|nhan cho|cho .* (?:xin|biet))\b/.test(clause)
    );
  if (ASKS_ABOUT.test(clause) && !takesFrom(clause)) return false;
  return HANDS_OVER.test(clause) && (toMe || takesFrom(clause) || GIVES.test(clause));
}

/** "Cho cháu hỏi bà nhớ mật khẩu không": a question that no secret answers. */
const ASKS_ABOUT =
  /\b(?:co (?:\w+ ){0,5}(?:khong|chua|ko|k)\b|(?:chua|khong|ko) (?:a|ha|nhi|vay|the)?$|con (?:han|nho|dung)|the nao|bi sao|ve chua|quen|nho khong|la gi$|de lam gi|dung de|xai de|giai thich|nghia la)/;
const GIVES =
  /\b(?:gui|doc|cung cap|chia se|share|forward|chuyen|chup|dua|xin|nhantin|yeu cau|can(?! cuoc))\b/;
const takesFrom = (clause: string): boolean =>
  /\b(?:gui|doc|cung cap|dua|nhantin|nhan|noi|bao|chup|chuyen|ghi|viet|ke) (?:lai |luon |giup |ho |ngay |nhanh |cai |ma |otp |cho )*(?:cho )?(?:chau|em|con|minh|toi|tui|anh|chi|co|chu|bac|mk)\b/.test(
    clause,
  ) ||
  /\b(?:cho|de) (?:chau|em|con|minh|toi|tui|anh|chi|co|chu|bac|mk) (?:xin|muon|biet|hoi (?:ma|otp|so|mat khau|pass|mk)|ma|otp|mat khau|so|pass|mk|nhap ho|dang nhap|vao ho)\b/.test(
    clause,
  ) ||
  /\b(?:chau|em|con|minh|toi|tui|anh|chi|co|chu) (?:xin|can(?! cuoc)|muon xin|hoi xin|nhap ho|dang nhap ho|vao ho|lam ho)\b/.test(
    clause,
  );

function wantsPicture(clause: string, toMe: boolean, named: boolean): boolean {
  const picture = /\b(?:anh|hinh|chup|quet|scan|photo|selfie|quay)\b/.test(clause);
  const sends =
    /\b(?:gui|up|dang|chuyen|dua|nhantin|share|cho (?:chau|em|con|minh|toi) (?:xin|muon|xem))\b/.test(
      clause,
    );
  const away = toMe || INTO_CHAT.test(clause);
  if (!named) return sends && away;
  if (ASKS_ABOUT.test(clause) && !(sends && away)) return false;
  if (OFFICIAL_PLACE.test(clause) && !away) return false;
  return (
    (picture && (sends || away)) ||
    (sends &&
      (away || /\bgui\b.*\b(?:can cuoc|cccd|cmnd|mat truoc|mat sau|hai mat|2 mat)\b/.test(clause)))
  );
}

// --- money and programs ------------------------------------------------------------------------

const ACCOUNT =
  /\b(?:stk|so tk|so tai khoan|tai khoan ngan hang|so the(?: ngan hang| atm)?|the atm|ma the cao|the cao)\b/;
const PAYS =
  /\b(?:chuyen khoan|chuyen tien|chuyen truoc|ck(?= |$)|gui tien|dua tien|nap (?:tien|the|card)|mua the cao|ung (?:truoc|tien)|dat coc|boi duong|tien (?:ca phe|nuoc|xang)|(?:tien|phi|le phi)\b.{0,30}\b(?:gui|chuyen|dua|bank|ck) (?:cho )?(?:chau|em|con|minh|toi)|(?:nop|dong|tra|thanh toan|chuyen|gui|dua|bank)(?: \w+){0,2} (?:tien|phi|le phi|cong|\d[\d.]*(?: ?(?:k|d|dong|nghin|ngan|trieu|tr|vnd))))\b/;

const MONEY_TO_ME = new RegExp(
  `\\b(?:(?:cho|qua|vao|toi|den|cua) (?:tai khoan |so |stk |momo |tk )?(?:cua )?|(?:chuyen|gui|dua|tra|bank|ck) )${PERSON}\\b`,
);

function wantsMoney(clause: string): boolean {
  if (forbids(clause) || ASKS_ABOUT.test(clause)) return false;
  const mine =
    MONEY_TO_ME.test(clause) ||
    /\b(?:momo|zalopay|viettel money cua|vao so|vao stk|vao tai khoan so|qua stk)\b/.test(clause);
  const received =
    /\b(?:tro cap|luong|tien (?:duoc|tuat|huu|mai tang|tro)|nha nuoc|kho bac|xa|buu dien|nguoi ta|ho) (?:\w+ ){0,6}(?:chuyen|gui|tra|chi)\b|\bvao tai khoan cua (?:ba|ong|cu|bac|co|chu|anh|chi)\b|\bnhan tien\b/.test(
      clause,
    );
  if (ACCOUNT.test(clause)) {
    if (/\b(?:nap|mua|cao)\b.*\bthe\b|\bthe cao\b/.test(clause)) return true;
    return (
      /\d{6}/.test(clause) ||
      (!received && (HANDS_OVER.test(clause) || mine)) ||
      (ASKS_VALUE.test(clause) && !received)
    );
  }
  if (!PAYS.test(clause) || received) return false;
  if (mine) return true;
  return (
    !OFFICIAL_PLACE.test(clause) &&
    /\b(?:chuyen khoan|chuyen tien|chuyen truoc|ck|gui tien|dua tien|nap|mua the cao|ung|coc|boi duong|ca phe|tien nuoc|tien xang|bank)\b/.test(
      clause,
    ) &&
    !/\b(?:ma qr|khi|co the|duoc bang|bang)\b/.test(clause)
  );
}

const REMOTE =
  /\b(?:teamviewer|team viewer|anydesk|any desk|ultraview(?:er)?|dieu khien (?:may )?tu xa|chia se man hinh|share man hinh)\b/;
const INSTALLS =
  /\b(?:(?<!(?:vao|mo|muc|phan|trong|nut|chon) )cai(?: dat)?|tai|download|down|install|dow|cap nhat)\b(?: \w+){0,4}? (?:app|ung dung|phan mem|apk|file|tep|game|zalo|viber|telegram|chuong trinh)\b/;
const APK = /\b(?:file|tep|ban)? ?apk\b/;

function wantsInstalling(clause: string): boolean {
  if (forbids(clause) || ASKS_ABOUT.test(clause)) return false;
  if (
    REMOTE.test(clause) ||
    (APK.test(clause) && /\b(?:cai|tai|mo|bam|down|download)\b/.test(clause))
  )
    return true;
  if (!INSTALLS.test(clause)) return false;
  if (
    /\b(?:file|tep) (?:mau|don|to khai|ket qua|giay|anh|pdf|len)\b|\b(?:to khai|mau don|anh|len)\b/.test(
      clause,
    )
  )
    return false;
  return !/\bvneid\b/.test(clause);
}

// --- links -------------------------------------------------------------------------------------

const WITH_SCHEME = /(?:h[tx]{2}ps?:\/\/|www\.)[^\s<>"'“”]{1,500}/giu;
const BARE =
  /(?<![\p{L}\d@._/-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}(?:com|net|org|info|top|xyz|vn|online|site|shop|vip|club|link|click|asia|store|pro|biz|app|icu|cfd|live|work|page|website|space|fun|cn|ru|tech)(?![a-z0-9-])(?:[/?#:][^\s<>"'“”]{0,500})?/giu;
const SHORTENED =
  /(?<![\p{L}\d@._/-])(?:bit\.ly|t\.me|zalo\.me|fb\.me|m\.me|g\.co|goo\.gl|s\.id|is\.gd|t\.co|cutt\.ly|rb\.gy|tinyurl\.com|[a-z0-9-]{2,30}\.(?:ly|gl|me|cc|io|to|tk|gg))\/[^\s<>"'“”]{1,500}/giu;

/** Addresses in a text that are on no list of official ones, as they were written. */
export function unofficialLinks(
  text: string,
  officialHosts: readonly string[] = OFFICIAL_HOSTS,
): readonly string[] {
  const plain = text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/。/g, ".");
  const found = [WITH_SCHEME, BARE, SHORTENED].flatMap((shape) =>
    [...plain.matchAll(shape)].map((match) => match[0]),
  );
  return [...new Set(found)].filter((link) => !isOfficial(link, officialHosts));
}

function isOfficial(link: string, officialHosts: readonly string[]): boolean {
  const address = link
    .toLowerCase()
    .replace(/^h[tx]{2}ps?:\/\//, "")
    .replace(/[.,;:!?)\]]+$/, "");
  const authority = /^[^/?#\\]*/.exec(address)?.[0] ?? "";
  // What stands before an "@" only looks like the host.
  const host = authority
    .slice(authority.lastIndexOf("@") + 1)
    .replace(/:\d+$/, "")
    .replace(/\.$/, "");
  const bareHost = host.replace(/^www\./, "");
  return officialHosts.some((official) => {
    if (official.startsWith("*."))
      return host.endsWith(official.slice(1)) || host === official.slice(2);
    if (!official.includes("/")) return bareHost === official.replace(/^www\./, "");
    const rest = address.slice(authority.length);
    const page = `${bareHost}${rest}`;
    return (
      page === official ||
      (page.startsWith(official) && /^[/?&#]/.test(page.slice(official.length)))
    );
  });
}

/**
 * Recognises a scam text that a resident passes on, so that the reply can warn kindly.
 *
 * No single word is proof: people have locked accounts, pay fees and ask about fraud every day.
 * It takes two signs that belong together: a threat or a gift, and a hand held out for a click,
 * a program, a code or money.
 */
import { folded, unofficialLinks } from "./helper-guard.ts";

/** Whether a text reads like a scam. An ordinary question about fraud or money does not. */
export function looksLikeScam(text: string): boolean {
  const said = folded(text).replace(/\n/g, " . ");
  const links = unofficialLinks(text);
  if (links.some((link) => /(?:dich.?vu.?cong|vneid|gov|bocongan|baohiem|bhxh|cccd)/i.test(link)))
    return true;

  const lure = SIGNS.filter(({ lures, sign }) => lures && sign.test(said)).length;
  const clicks = links.length > 0 || (CLICK.test(said) && !WHICH_LINK.test(said));
  const official = OFFICIAL.test(said) && links.length === 0;
  const installs =
    INSTALLS.test(said) &&
    !(/\bvneid\b/.test(said) && !/\b(?:link|zalo|apk|file|duong dan)\b/.test(said));
  const wantsSecret = SECRET.test(said);
  const wantsMoney = MONEY.test(said);

  if (OWN_QUESTION.test(said) && !STRANGER.test(said) && !clicks) return false;
  if (clicks && !official && (lure > 0 || installs || wantsMoney)) return true;
  if (installs && (AUTHORITY_ASKS.test(said) || lure > 0)) return true;
  if (/\bapk\b/.test(said) && /\b(?:cai|tai|mo|gui)\b/.test(said)) return true;
  if (OVER_CHAT.test(said)) return true;
  if (UP_FRONT.test(said)) return true;
  if (
    wantsMoney &&
    (THREAT.test(said) || (AUTHORITY_ASKS.test(said) && URGENT.test(said)) || PRIZE.test(said))
  )
    return true;
  if (wantsSecret && (AUTHORITY_ASKS.test(said) || POSES_AS.test(said) || lure > 0)) return true;
  if (LOAN.test(said)) return true;
  return (
    LOCKED.test(said) &&
    URGENT.test(said) &&
    /\b(?:lien he|goi|xac minh|cap nhat|truy cap|dang nhap)\b/.test(said) &&
    !official &&
    !MINE.test(said)
  );
}

const LOCKED =
  /\b(?:tai khoan|vneid|dinh danh|the|sim|so dien thoai|thue bao|can cuoc)\b.{0,40}\b(?:bi|se|tam|da) (?:bi )?(?:khoa|ngung|ngat|dinh chi|vo hieu|phong toa|cat|thu hoi|xoa|han che|han)\b/;
const MINE =
  /\b(?:tai khoan|the|sim|may) (?:vneid )?(?:cua )?(?:toi|tui|em|chau|ba|ong|con|minh|me|bo)\b/;
const URGENT =
  /\b(?:ngay lap tuc|lap tuc|khan|khan cap|truoc (?:\d{1,2} ?(?:h|gio)|ngay)|trong (?:vong )?\d{1,2} ?(?:h|gio|phut|tieng)|neu khong|hom nay|han cuoi|ngay bay gio|ngay nhe|ngay\b)/;
const THREAT =
  /\b(?:cat (?:dien|nuoc|mang|sim|lien lac)|lenh bat|bat giam|khoi to|rua tien|ma tuy|vu an|dinh liu|lien quan den (?:vu|duong day|duong|an)|phat nguoi|xu phat|truy to|toa an trieu tap|thu hoi|no cuoc)\b/;
const PRIZE =
  /\b(?:trung thuong|qua tang|nhan qua|phan thuong|hoan tien|tri an|tien ho tro (?:covid|dac biet)|duoc nhan \d|nhan ngay|viec nhe|luong cao|cong tac vien)\b/;
const UPDATE =
  /\b(?:cap nhat|dong bo|xac minh|xac thuc|nang cap|chuan hoa|bo sung|lam sach|kich hoat)\b.{0,40}\b(?:vneid|cccd|can cuoc|dinh danh|thong tin|tai khoan|sinh trac|muc 2|sim|thue bao|dia chi)\b/;

const SIGNS: readonly { readonly lures: boolean; readonly sign: RegExp }[] = [
  { lures: true, sign: LOCKED },
  { lures: true, sign: THREAT },
  { lures: true, sign: PRIZE },
  { lures: true, sign: UPDATE },
];

const CLICK =
  /\b(?:bam|nhan|click|clik|truy cap|vao|an|mo|kich|dang nhap|theo|qua)\b.{0,15}\b(?:link|duong link|duong dan|lien ket|web sau|trang sau|day de)\b/;
const WHICH_LINK =
  /\b(?:link|duong dan|lien ket) (?:nao|gi|o dau|dau|cong|dich vu cong|chinh thuc|vneid nao)\b/;
const OFFICIAL = /\b(?:[a-z]+\.)?(?:dichvucong|vneid|bocongan)\.gov\.vn\b/;
const INSTALLS =
  /\b(?:cai|cai dat|tai|download|down)\b(?: \w+){0,4}? (?:app|ung dung|phan mem|apk|file|vneid)\b/;
const SECRET =
  /\b(?:cung cap|doc|gui|chup|noi|dua)\b.{0,25}\b(?:otp|ma xac (?:thuc|nhan)|mat khau|so the ngan hang|(?:anh|hinh) (?:the )?(?:cccd|can cuoc|khuon mat))\b(?!.{0,25}\b(?:len|tren|vao) (?:cong|trang|vneid|o)\b)/;
const MONEY =
  /\b(?:chuyen khoan|chuyen tien|nop (?:truoc )?(?:tien|phi|le phi|coc|phat|\d)|dong (?:tien|phi|truoc|coc)|dat coc|nap tien|thanh toan|chuyen \d)\b/;
/** Somebody official is said to demand it; the commune's own police inviting people in does not count. */
const AUTHORITY =
  "(?:cong an|can bo|canh sat|bo cong an|toa an|vien kiem sat|ngan hang|dien luc|evn|bao hiem|bhxh|thue|buu dien|shipper|nhan vien|nha mang|viettel|tong dai|cong dich vu cong|trung tam|so may la|nguoi la|ai do|co nguoi|nguoi ta|ong ay|anh ay|dua nao)";
const AUTHORITY_ASKS = new RegExp(
  `\\b${AUTHORITY}\\b.{0,40}\\b(?:yeu cau|noi|bao|bat|doi|huong dan|goi|nhantin|nhan|de nghi|thong bao|keu|ep|gui)\\b|\\b(?:yeu cau|de nghi) (?:cong dan|quy khach|ba con|ong ba|khach hang)\\b`,
);
/** "Công an xã đây, bác đọc mã": nobody in office speaks so. */
const POSES_AS =
  /\b(?:cong an|canh sat|can bo|ngan hang|nha mang|vneid|tong dai)(?: \w+){0,3} (?:day|thong bao)\b/;
const STRANGER =
  /\b(?:nguoi la|co nguoi|ai do|nguoi ta|co ai|dua nao|ke nao|so la|zalo|facebook|nhantin (?:cho|den|vao)|goi (?:dien|den|cho|vao)|tin nhan|xung la|tu xung)\b/;

/** "Có mất tiền không?", "có phải lừa đảo không?": the resident's own question. */
const OWN_QUESTION =
  /(?:\b(?:khong|ko|k|hong|chua|a|ha|nhi|the nao|lam sao|sao|gi|nao|dau|bao nhieu|may)\b(?: (?:a|ha|chau|em|ad|ba|co|chu|can bo|anh|chi|oi|vay|the|nhi|nhe))*\s*\??\s*$)|\?\s*$/;

const OVER_CHAT =
  /\b(?:nang cap|cap nhat|dong bo|kich hoat|lam|dang ky|xac thuc|ho tro lam|lam ho|cap)\b.{0,30}\b(?:vneid|cccd|can cuoc|dinh danh|muc 2|cap do 2)\b.{0,30}\b(?:qua|tren|bang|ket ban|gui) (?:\w+ )?(?:zalo|facebook|fb|telegram|dien thoai cho|messenger|inbox)\b|\b(?:zalo|facebook|fb|telegram)\b.{0,40}\b(?:de|xin|bao|yeu cau) (?:nang cap|cap nhat|dong bo|kich hoat|xac thuc)\b.{0,20}\b(?:vneid|cccd|can cuoc|dinh danh|muc 2)\b/;
const UP_FRONT =
  /\b(?:chuyen tien|chuyen khoan|nop|dong|coc|dat coc|chuyen)\b.{0,30}\b(?:phi|ho so|le phi|coc|cong|dich vu)\b.{0,12}\btruoc\b(?! (?:khi|hay|hoac|ngay|day|\d{1,2} ?(?:h|gio|thang|ngay)))|\b(?:chuyen khoan|chuyen tien|nop tien|nop phi|dong phi|chuyen phi|coc) truoc\b(?! (?:khi|hay|hoac|ngay|day|\d{1,2} ?(?:h|gio|thang|ngay))).{0,40}\b(?:moi|de|roi|thi|se)\b/;
const LOAN =
  /\b(?:vay|giai ngan|vay von)\b.{0,60}\b(?:nhanh|khong the chap|chi can cccd|chi can can cuoc|giai ngan|inbox|lien he|ib)\b.{0,80}\b(?:nhanh|khong the chap|cccd|can cuoc|giai ngan|inbox|lien he|ib|\d+ ?(?:phut|trieu|tr))\b/;

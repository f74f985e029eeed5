/** "Thứ bảy xã có làm không", "mấy giờ ủy ban đóng cửa": when an office is open, whatever is done there. */
import { fold } from "./fold.ts";

const office =
  /\b(?:xa|uy ban|ub|ubnd|trung tam|mot cua|cong an|ca xa|can bo|co quan|van phong|offices?|commune|police)\b/;
const day =
  "(?:thu (?:\\d|hai|ba|tu|nam|sau|bay)|t[2-7]|chu nhat|cn|cuoi tuan|hom nay|(?:ngay )?mai|ngay kia|(?:ngay )?le|tet|(?:buoi )?(?:sang|trua|chieu|toi)|saturday|sunday|weekend|today|tomorrow|holidays?)";
const hour =
  "(?:may gio|gio nao|luc nao|khi nao|thu may|hom nao|ngay nao|bao gio|what time|which days?|when)";
const open =
  /\b(?:lam(?: viec)?|mo(?: cua)?|dong cua|nghi|tiep(?: dan)?|truc|ban|co (?:ai|nguoi)|open|closed?)\b/;
const asks = new RegExp(
  `\\b(?:${hour})\\b|\\b(?:khong|ko|k|hong|chua|a|ha|nhi)$|\\?$|^(?:is|are)\\b`,
);
const named = new RegExp(`\\b(?:${day}|${hour})\\b`);
/** A paper, a page or something that has happened: the office is only where it is. */
const otherwise =
  /\b(?:xong|duoc|roi|giay|ho so|ket qua|the|tra|lay|nop|khai|ket hon|can cuoc|bao hiem|tien|trang|cong dich vu|vneid|mat khau|ma)\b/;

/** A longer message tells something beside it. */
const longest = 12;

export function asksOfficeHours(text: string): boolean {
  const folded = fold(text);
  if (folded.split(" ").length > longest || otherwise.test(folded)) return false;
  const asking = asks.test(folded) || /\?\s*$/.test(text);
  return asking && office.test(folded) && named.test(folded) && open.test(folded);
}

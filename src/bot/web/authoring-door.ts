/** Who may write guides, and how everybody else is told. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { PropagandistRow } from "../store/people.ts";
import type { Store } from "../store/store.ts";
import { signedIn } from "./desk-door.ts";

const lines = {
  "signed-out": {
    vi: "Anh/chị cần vào lại trang người giúp trước.",
    en: "Please sign in at the desk first.",
  },
  "not-allowed": {
    vi: "Trang này dành cho cán bộ viết bài và điều phối viên.",
    en: "This page is for authors and coordinators.",
  },
  "not-read": {
    vi: "Máy chưa đọc được. Thử lại giúp máy.",
    en: "This could not be read. Please try again.",
  },
  "not-found": { vi: "Không thấy chỗ này.", en: "There is no such place." },
  "not-a-picture": {
    vi: "Chỉ nhận ảnh PNG hoặc JPEG đọc được, dưới 10 MB.",
    en: "Only PNG or JPEG pictures that can be read, below 10 MB.",
  },
  "has-errors": {
    vi: "Bản nháp còn chỗ sai. Sửa các chỗ đỏ rồi thử lại.",
    en: "The draft still has errors. Mend what is red and try again.",
  },
  "draft-there": {
    vi: "Đang có bản nháp. Khôi phục sẽ bỏ bản nháp ấy.",
    en: "There is a draft. Restoring would throw it away.",
  },
  "not-kept": {
    vi: "Lần đưa ra dùng này có từ trước khi máy giữ lại các tệp, nên không khôi phục được.",
    en: "This publication is older than the history of files and cannot be restored.",
  },
} as const;

export type Refusal = keyof typeof lines;

export const refuse = (
  reply: FastifyReply,
  status: number,
  error: Refusal,
  who?: PropagandistRow,
): FastifyReply => reply.code(status).send({ error, says: lines[error][who?.language ?? "vi"] });

/** The officer, or the refusal already sent. */
export function officerAt(
  store: Store,
  commune: string,
  request: FastifyRequest,
  reply: FastifyReply,
): PropagandistRow | undefined {
  const who = signedIn(store, request);
  if (who === undefined) {
    refuse(reply, 401, "signed-out");
    return undefined;
  }
  const may = (who.rank === "author" || who.rank === "coordinator") && who.commune === commune;
  if (may) return who;
  refuse(reply, 403, "not-allowed", who);
  return undefined;
}

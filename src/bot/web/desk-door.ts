/** What every route of the desk shares: its parts, who is signed in, and how it says no. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { AccountId, Library } from "../../flows/index.ts";
import type { Clock } from "../clock.ts";
import type { RunningConversations } from "../conversations/conversations.ts";
import type { TryLimit } from "../conversations/try-limit.ts";
import { hashOf } from "../ids.ts";
import type { DrawnApart } from "../pictures/drawn-apart.ts";
import type { ScreenPictures } from "../pictures/screen-pictures.ts";
import type { PropagandistRow } from "../store/people.ts";
import type { Store } from "../store/store.ts";
import type { LiveChats, LiveDesks } from "./live.ts";

export const cookieName = "cn_desk";

export interface DeskRoutesOptions {
  readonly store: Store;
  readonly conversations: RunningConversations;
  readonly pictures?: Pick<ScreenPictures, "addressOf">;
  library(): Library;
  /** Draws cards and posters; without it there are none. */
  readonly drawSheet?: DrawnApart["sheet"] | undefined;
  readonly clock: Clock;
  readonly chats: LiveChats;
  readonly desks: LiveDesks;
  readonly secure: boolean;
  readonly signInLimit: TryLimit;
  readonly besideLimit: TryLimit;
  /** Where residents chat on the web. */
  readonly account: AccountId;
  webRoot(): string;
  botName(): string | undefined;
}

export const lines = {
  "signed-out": {
    vi: "Anh/chị cần vào lại. Nhờ điều phối gửi đường dẫn mới.",
    en: "Please sign in again. Ask the coordinator for a new link.",
  },
  "wrong-code": {
    vi: "Mã này chưa đúng hoặc đã dùng rồi. Nhờ điều phối gửi mã khác.",
    en: "This code is wrong or has been used. Ask the coordinator for another.",
  },
  expired: {
    vi: "Mã này đã quá hạn. Nhờ điều phối gửi mã khác.",
    en: "This code has expired. Ask the coordinator for another.",
  },
  "too-often": {
    vi: "Thử nhiều lần quá. Đợi vài phút rồi thử lại.",
    en: "Too many tries. Please wait a few minutes.",
  },
  "not-found": { vi: "Không thấy việc này.", en: "There is no such case." },
  "not-read": {
    vi: "Máy chưa đọc được. Thử lại giúp máy.",
    en: "This could not be read. Please try again.",
  },
  "not-carried": {
    vi: "Máy chỉ chuyển được tệp PDF và tệp Word.",
    en: "Only PDF and Word files can be passed on.",
  },
  "words-changed": {
    vi: "Lời bước này vừa đổi. Mở lại bài rồi đọc lời mới giúp máy.",
    en: "The words of this step have just changed. Open the guide again and read the new ones.",
  },
  "may-not-be-said": {
    vi: "Câu này không nhắn cho bà con được: không xin mã, mật khẩu, ảnh thẻ, tiền.",
    en: "This may not be said to residents: no codes, passwords, card pictures or money.",
  },
  "no-person": {
    vi: "Không thấy người này, hoặc người này chưa vào bàn.",
    en: "There is no such person, or they have not joined yet.",
  },
  "name-or-role-missing": {
    vi: "Ghi cả tên và vai, mỗi ô nhiều nhất 60 chữ cái.",
    en: "Write both a name and a role, at most 60 letters each.",
  },
  "hours-wrong": {
    vi: "Giờ trực chưa đúng: chọn thứ, và giờ bắt đầu phải trước giờ kết thúc.",
    en: "The hours are not right: choose days, and let them begin before they end.",
  },
  "absence-wrong": {
    vi: "Ngày vắng chưa đúng: ngày đầu không được sau ngày cuối.",
    en: "The days away are not right: the first cannot come after the last.",
  },
  "group-name-missing": {
    vi: "Ghi tên tổ, hội, nhiều nhất 60 chữ cái.",
    en: "Write the group's name, at most 60 letters.",
  },
  "group-known": {
    vi: "Đã có tổ, hội tên này. Sửa tổ đã có, hoặc đặt tên khác.",
    en: "There is a group of this name already. Change that one, or choose another name.",
  },
  "own-rank": {
    vi: "Không tự bỏ quyền điều phối của chính mình được.",
    en: "You cannot take your own rank away.",
  },
  "photo-too-large": {
    vi: "Ảnh to quá, chọn ảnh dưới 1 MB.",
    en: "The picture is too large: at most 1 MB.",
  },
  "villages-wrong": {
    vi: "Ghi tên hai thôn khác nhau.",
    en: "Write the names of two different villages.",
  },
  "dossiers-wrong": {
    vi: "Số hồ sơ chưa đúng: ghi số từ 0 trở lên, tháng không ở phía trước.",
    en: "These numbers are not right: 0 or more, and no month ahead.",
  },
  "not-allowed": { vi: "Việc này dành cho điều phối.", en: "This is for coordinators." },
} as const;

/** Residents are this person's to help. */
export const helps = ({ rank }: PropagandistRow): boolean =>
  rank === "propagandist" || rank === "coordinator";

export function refuse(
  reply: FastifyReply,
  status: number,
  error: keyof typeof lines,
  who?: PropagandistRow,
): FastifyReply {
  // A telephone that was signed out: what its browser kept of residents' pictures goes as well.
  if (status === 401 && reply.request.cookies[cookieName] !== undefined)
    reply.header("clear-site-data", '"cache"');
  return reply.code(status).send({ error, says: lines[error][who?.language ?? "vi"] });
}

/** The session this request says it is of, by the name it is kept under; it may have ended. */
export function sessionOf(request: FastifyRequest): string | undefined {
  const cookie = request.cookies[cookieName];
  const session = cookie === undefined ? undefined : request.unsignCookie(cookie);
  return session?.valid === true ? hashOf(session.value) : undefined;
}

export function signedIn(store: Store, request: FastifyRequest): PropagandistRow | undefined {
  const session = sessionOf(request);
  const id = session === undefined ? undefined : store.session(session);
  return id === undefined ? undefined : store.propagandist(id);
}

/** Whose conversation a browser may open, and what it is told where it may not. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { AccountId, CaseId, Language, Library } from "../../flows/index.ts";
import type { Clock } from "../clock.ts";
import type { RunningConversations } from "../conversations/conversations.ts";
import { freshReturnCode } from "../conversations/return-codes.ts";
import type { TryLimit } from "../conversations/try-limit.ts";
import { hashOf, plainReturnCode } from "../ids.ts";
import type { ScreenPictures } from "../pictures/screen-pictures.ts";
import type { ConversationRow } from "../store/conversations.ts";
import type { Store } from "../store/store.ts";
import type { LiveChats } from "./live.ts";

const aYear = 365 * 24 * 60 * 60;

export interface ChatRoutesOptions {
  readonly store: Store;
  readonly conversations: RunningConversations;
  readonly pictures?: Pick<ScreenPictures, "addressOf">;
  library(): Library;
  readonly clock: Clock;
  readonly account: AccountId;
  readonly commune: string;
  readonly live: LiveChats;
  /** Cookies only over TLS. */
  readonly secure: boolean;
  /** The resident saw more of a conversation that somebody is helping in. */
  onSeen(id: CaseId): void;
  /** Messages of one conversation. */
  readonly sayLimit: TryLimit;
  /** New conversations opened from one address; wide, since a practice evening shares one. */
  readonly openLimit: TryLimit;
  /** A trial of a draft: the page says so, and its cookie is for its own address alone. */
  readonly draft?: true;
  /** A propagandist sits beside: whose conversation it is, and what they are called, say the desk and the address. */
  readonly beside?: (
    request: FastifyRequest,
  ) => { readonly row: ConversationRow; readonly label: string } | undefined;
}

const lines = {
  "no-conversation": {
    vi: "Cuộc trò chuyện này không còn. Trang sẽ mở cuộc mới.",
    en: "This conversation is gone. A new one opens.",
  },
  "not-read": {
    vi: "Máy chưa đọc được tin này. Thử lại giúp máy.",
    en: "This could not be read. Please try again.",
  },
  "too-often": {
    vi: "Nhắn nhanh quá. Đợi một chút rồi nhắn tiếp.",
    en: "That was too fast. Please wait a moment.",
  },
  "wrong-code": {
    vi: "Mã này chưa đúng. Xem lại từng chữ giúp máy.",
    en: "This code is not right. Please check every word.",
  },
  left: {
    vi: "Trang làm cùng này đã xong hoặc đã sang máy khác. Máy này không giữ lại gì.",
    en: "This page is over, or it went to another phone. Nothing stays here.",
  },
  "too-large": {
    vi: "Tệp to quá, chỉ nhận dưới 10 MB.",
    en: "The file is too large; at most 10 MB.",
  },
} as const;

export function refuse(
  reply: FastifyReply,
  status: number,
  error: keyof typeof lines,
  language: Language = "vi",
): FastifyReply {
  return reply.code(status).send({ error, says: lines[error][language] });
}

export interface ChatDoor {
  /** The cookie that opens a conversation. */
  readonly cookieName: string;
  rowOf(request: FastifyRequest): ConversationRow | undefined;
  giveCookie(reply: FastifyReply, cookie: string): void;
  /** The conversation gets a return code, in place of the one it had. */
  freshCode(row: ConversationRow): ConversationRow;
}

export function chatDoor(options: ChatRoutesOptions): ChatDoor {
  const { store, account } = options;
  const cookieName = options.draft === true ? "cn_try" : "cn_chat";

  const rowOf = (request: FastifyRequest): ConversationRow | undefined => {
    if (options.beside !== undefined) return options.beside(request)?.row;
    const cookie = request.cookies[cookieName];
    return cookie === undefined ? undefined : store.findByPeer(account, hashOf(cookie));
  };

  const giveCookie = (reply: FastifyReply, cookie: string): void => {
    reply.setCookie(cookieName, cookie, {
      path: options.draft === true ? (/^\/thu\/[^/]+/.exec(reply.request.url)?.[0] ?? "/") : "/",
      httpOnly: true,
      sameSite: "lax",
      secure: options.secure,
      maxAge: aYear,
    });
  };

  const freshCode = (row: ConversationRow): ConversationRow => {
    const code = freshReturnCode(store, options.commune);
    store.setReturnCode(row.id, code, hashOf(plainReturnCode(code)));
    return { ...row, returnCode: code };
  };

  return { cookieName, rowOf, giveCookie, freshCode };
}

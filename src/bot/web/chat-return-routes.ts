/** Coming back by a return code that was said aloud: in another browser, or from another platform. */
import { createHmac } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { hashOf, newConversationId, newCookie, returnCodeIn } from "../ids.ts";
import type { ConversationRow } from "../store/conversations.ts";
import { type ChatDoor, type ChatRoutesOptions, refuse } from "./chat-door.ts";
import type { ChatView } from "./chat-view.ts";
import { placeOf } from "./place-of.ts";

const returnSchema = z.object({ code: z.string().min(4).max(80) });

export function chatReturnRoutes(
  app: FastifyInstance,
  options: ChatRoutesOptions,
  { cookieName, rowOf, giveCookie, freshCode }: ChatDoor,
  { openedOf }: ChatView,
): void {
  const { store, conversations, clock, account, live } = options;

  /**
   * Asked again by the same browser with the same code, it is the same cookie: the code is renewed on use, so
   * a first answer that was lost on the way must not shut its owner out.
   */
  const cookieFor = (code: string, before: string | undefined): string =>
    before === undefined
      ? newCookie()
      : createHmac("sha256", store.secret("return", newCookie))
          .update(`${code}/${before}`)
          .digest("hex");

  app.post("/api/chat/return", async (request, reply) => {
    // The desk keeps whom this page is for: it does not turn into somebody else's.
    if (options.beside !== undefined) return refuse(reply, 404, "wrong-code");
    // A cookie that opens nothing may be made up anew for every try.
    const trying = { chat: rowOf(request)?.id, place: placeOf(request.ip) };
    if (!conversations.returnTries.allows(trying, clock.now()))
      return refuse(reply.header("retry-after", "600"), 429, "too-often");
    const given = returnSchema.safeParse(request.body);
    if (!given.success) return refuse(reply, 404, "wrong-code");
    const code = returnCodeIn(given.data.code);
    // What cannot be a code is no guess at one.
    if (code === undefined) return refuse(reply, 404, "wrong-code");
    const cookie = cookieFor(code, request.cookies[cookieName]);
    const row = store.findByReturnCode(options.commune, hashOf(code));
    const before = rowOf(request);
    const moveKey = (to: ConversationRow): string => `${to.id}/return/${hashOf(code)}`;
    if (row === undefined) {
      // Used a moment ago by this very page, whose answer was lost on the way.
      if (before !== undefined && store.seen(account, moveKey(before)) !== undefined)
        return openedOf(before);
      const returned = store.findByPeer(account, hashOf(cookie));
      if (returned === undefined) {
        conversations.returnTries.missed(trying, hashOf(code), clock.now());
        return refuse(reply, 404, "wrong-code");
      }
      giveCookie(reply, cookie);
      return openedOf(returned);
    }
    if (row.account !== account) {
      // A chat of another platform keeps its own address there: what the person was doing moves here.
      const here =
        before ?? store.conversationOf(account, hashOf(cookie), newConversationId, clock.now());
      if (before === undefined) giveCookie(reply, cookie);
      const to = here.returnCode === undefined ? freshCode(here) : here;
      await conversations.take({
        account,
        peer: to.peer,
        key: moveKey(to),
        inbound: { kind: "return-code", given: { is: "found", of: row.id } },
        at: clock.now(),
      });
      return openedOf(store.conversation(to.id) ?? to);
    }
    store.movePeer(row.id, hashOf(cookie));
    giveCookie(reply, cookie);
    live.each(row.id, (stream) => stream.close());
    if (row.saved.beside !== undefined)
      await conversations.note(row.id, `${hashOf(cookie)}/moved`, { kind: "moved" });
    return openedOf(freshCode({ ...row, peer: hashOf(cookie) }));
  });
}

/**
 * Everything the account says comes back as an event, whoever said it. What we sent is known by its number
 * or, when the event is faster than the answer to our call or a crash came between, by its words: a reply is
 * kept before it is sent. Whatever is left was said by staff in Zalo's own app.
 */
import type { AccountId } from "../../../../flows/index.ts";
import type { Clock } from "../../../clock.ts";
import type { Store } from "../../../store/store.ts";
import { composed } from "../text-pieces.ts";
import { wordsOf } from "./compose.ts";

/** The answer to our own call may be later than its echo. */
const patience = 5000;
const mostRemembered = 20_000;
/** Replies looked back on. */
const recent = 60;
/** Letters after which the same words are no accident. */
const telling = 20;
/** Without words of its own, an echo is taken for ours so long after we sent a picture or a document there. */
const wordlessFor = 120_000;

export interface Echoes {
  /** A message of ours was accepted under this number. */
  remember(message: string): void;
  /** A picture or a document is on its way to this chat. */
  wordlessTo(peer: string): void;
  /** As far as can be said at once. */
  known(peer: string, message: string, text: string): boolean;
  isOurs(peer: string, message: string, text: string): Promise<boolean>;
}

export function echoes(options: {
  readonly account: AccountId;
  readonly store: Pick<Store, "findByPeer" | "lastLines" | "sentAs">;
  readonly clock: Clock;
  readonly stop: AbortSignal;
}): Echoes {
  const { account, store, clock, stop } = options;
  const ours = new Set<string>();
  const wordless = new Map<string, number>();

  const knows = (peer: string, message: string, text: string): boolean => {
    if (ours.has(message)) return true;
    const row = store.findByPeer(account, peer);
    if (row === undefined) return false;
    if (store.sentAs(row.id, message)) return true;
    if (text === "") return clock.now() - (wordless.get(peer) ?? 0) < wordlessFor;
    const said = plain(text);
    return store.lastLines(row.id, recent).some(({ what }) => {
      if (what.is !== "reply") return false;
      const reply = plain(wordsOf(what.reply));
      // A piece of a long reply, or a reply among others; a bare "Dạ" is anybody's.
      return (
        said === reply ||
        (reply.length >= telling && said.includes(reply)) ||
        (said.length >= telling && reply.includes(said))
      );
    });
  };

  return {
    remember: (message) => {
      ours.add(message);
      for (const oldest of ours) {
        if (ours.size <= mostRemembered) break;
        ours.delete(oldest);
      }
    },
    wordlessTo: (peer) => {
      wordless.set(peer, clock.now());
      if (wordless.size > mostRemembered) wordless.clear();
    },
    known: knows,
    async isOurs(peer, message, text) {
      if (knows(peer, message, text)) return true;
      await clock.sleep(patience, stop);
      return knows(peer, message, text);
    },
  };
}

const plain = (text: string): string => composed(text).replaceAll(/\s+/g, " ").trim();

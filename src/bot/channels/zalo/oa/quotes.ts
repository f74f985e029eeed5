/**
 * Which message a reply answers, by the number Zalo knows it by. Zalo then shows what is answered itself, and the
 * line that says so everywhere else is left out. Which field quotes is one of the doubts: what is refused goes out
 * once more with that line.
 */
import { type ConversationId, type Inbound, quoteIn } from "../../../../flows/index.ts";
import type { SendContext } from "../../../conversations/ports.ts";
import type { Line } from "../../../store/lines.ts";
import type { Outgoing } from "../../../store/replies.ts";
import type { Store } from "../../../store/store.ts";

/** What is answered was said within so many lines. */
const recent = 80;
/** So many refusals with nothing taken between: this account quotes nothing. */
const mostRefusals = 3;

export interface Quoting {
  /** The message's number, and what is left to say beside it; undefined where nothing is pointed at. */
  of(
    outgoing: Outgoing,
    about: Pick<SendContext, "sentAbout" | "recalledIn">,
  ): { readonly message: string; readonly text: string } | undefined;
  /** It was not taken: this reply points at nothing any more. */
  refused(outgoing: Outgoing): void;
  taken(): void;
}

export function quoting(store: Pick<Store, "lastLines">): Quoting {
  const without = new Set<string>();
  let refusals = 0;

  const nameOf = ({ conversation, turn, position }: Outgoing): string =>
    `${conversation}/${turn}/${position}`;

  function answered(conversation: ConversationId, quote: string): string | undefined {
    const line = store.lastLines(conversation, recent).findLast((each) => says(each, quote));
    return line?.what.is === "inbound" ? /^m([^/]+)/.exec(line.what.key)?.[1] : undefined;
  }

  return {
    of(outgoing, about) {
      const { reply, conversation } = outgoing;
      if (refusals >= mostRefusals || without.has(nameOf(outgoing))) return undefined;
      const said = (message: string | undefined) =>
        message === undefined ? undefined : { message, text: reply.text };
      // There is no changing a message: what replaces one, or takes it back, points at it.
      if (reply.recalls !== undefined) return said(about.recalledIn(reply.recalls)[0]);
      if (reply.replaces === true && reply.about !== undefined)
        return said(about.sentAbout(reply.about)[0]);
      const quoted = reply.from === "machine" ? undefined : quoteIn(reply.text);
      const message = quoted && answered(conversation, quoted.quote);
      return message === undefined || quoted === undefined
        ? undefined
        : { message, text: quoted.rest };
    },
    refused(outgoing) {
      refusals += 1;
      without.add(nameOf(outgoing));
    },
    taken() {
      refusals = 0;
      without.clear();
    },
  };
}

/** A quote is shortened and on one line. */
function says({ what }: Line, quote: string): boolean {
  if (what.is !== "inbound") return false;
  const { inbound } = what;
  const text = saidIn(inbound);
  const line = text.normalize("NFC").replaceAll(/\s+/g, " ").trim();
  const begins = quote.normalize("NFC").replace(/…$/, "").trim();
  return line !== "" && (quote.endsWith("…") ? line.startsWith(begins) : line === begins);
}

function saidIn(inbound: Inbound): string {
  if (inbound.kind === "words") return inbound.text;
  return inbound.kind === "photo" || inbound.kind === "file" ? inbound.caption : "";
}

/** A conversation read back in its order, and how much of it the person has. */
import type { ConversationId, Inbound, Instant, Reply } from "../../flows/index.ts";

/** One line of a conversation, in its order: something a person did, or a reply. */
export interface Line {
  readonly seq: number;
  readonly at: Instant;
  readonly turn: number;
  readonly what:
    | { readonly is: "inbound"; readonly inbound: Inbound; readonly key: string }
    | {
        readonly is: "reply";
        readonly reply: Reply;
        /**
         * `reached`: their page or telephone has it, and it was not seen yet, as far as anybody tells us. `perhaps`: it
         * will not be said again, and one of its calls ended without an answer.
         */
        readonly state: "waiting" | "sent" | "reached" | "seen" | "perhaps" | "parked";
      };
}

export interface LineStore {
  lines(conversation: ConversationId, after: number, limit: number): Line[];
  /** The last lines, oldest first. */
  lastLines(conversation: ConversationId, count: number): Line[];
  /** The replies of one turn, however long ago: a press is shown by the label it had. */
  repliesOfTurn(conversation: ConversationId, turn: number): Line[];
  /** The person's screen has shown everything up to this sequence. */
  shown(conversation: ConversationId, seq: number): void;
  /** The person's page has everything up to this sequence, on the screen or not. */
  reached(conversation: ConversationId, seq: number): void;
  /** The newest turn with a question whose reply was sent or shown. */
  seenTurn(conversation: ConversationId): number | undefined;
}

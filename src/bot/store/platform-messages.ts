/** Which messages of a platform a reply became, by the numbers the platform gave them. */
import type { CaseId, ConversationId, Instant, Reply } from "../../flows/index.ts";
import type { Outgoing } from "./replies.ts";

export interface PlatformMessageStore {
  /** One piece of a reply was accepted as these messages, while the rest is still to come. */
  pieceSent(
    of: Pick<Outgoing, "conversation" | "turn" | "position">,
    piece: number,
    platformIds: readonly string[],
    now: Instant,
  ): void;
  /** The messages this reply is out as, in their order; each with the piece it belongs to. */
  piecesSent(
    of: Pick<Outgoing, "conversation" | "turn" | "position">,
  ): ReadonlyArray<{ readonly piece: number; readonly platformId: string }>;
  /** The platform's number of what the person wrote in that turn, or of what was said to them. */
  messageIn(conversation: ConversationId, turn: number): string | undefined;
  /** The turn of a reply that went out under this number. */
  turnOfMessage(conversation: ConversationId, platformId: string): number | undefined;
  /** Whether a reply of this conversation went out under this number of the platform. */
  sentAs(conversation: ConversationId, platformId: string): boolean;
  /** The person has seen these messages: they and all before them count as shown. */
  seenOnPlatform(conversation: ConversationId, platformIds: readonly string[]): void;
  /** The person's telephone has these messages, and all before them. */
  reachedOnPlatform(conversation: ConversationId, platformIds: readonly string[]): void;
  /** Platform ids of sent replies of a turn that carry buttons (to remove them). */
  platformIds(conversation: ConversationId, turn: number): string[];
  /** Platform ids of the newest question before this turn, whose buttons are stale once it is asked; cards of cases apart. */
  oldButtons(conversation: ConversationId, turn: number): string[];
  /** Platform ids of this conversation's sent messages about a case, newest first. */
  sentAbout(conversation: ConversationId, about: CaseId): string[];
  /** The case a sent reply belonged to, by the platform's message id. */
  caseOfMessage(conversation: ConversationId, platformId: string): CaseId | undefined;
  /** A sent reply by the platform's message id; nothing when its words are gone. */
  replyOfMessage(conversation: ConversationId, platformId: string): Reply | undefined;
  /** Platform ids of what was said in this turn and has been taken back since. */
  recalledIn(conversation: ConversationId, turn: number): string[];
}

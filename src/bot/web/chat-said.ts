/** What a page says, read: words, a press, a place, or words taken back. */
import { z } from "zod";
import { type AccountId, type Inbound, maskSecrets } from "../../flows/index.ts";
import { commandIn } from "../conversations/commands.ts";
import type { RunningConversations } from "../conversations/conversations.ts";
import type { ConversationRow } from "../store/conversations.ts";
import type { Store } from "../store/store.ts";
import { quoteOf } from "./quote-of.ts";

const turn = z.string().regex(/^\d{1,9}$/);
const keyed = { key: z.string().min(8).max(64), seen: z.int().min(0) };
export const saidSchema = z.union([
  z.object({ ...keyed, text: z.string().max(20_000), answers: z.int().min(1).optional() }),
  z.object({ ...keyed, press: z.object({ turn, choice: z.string().min(1).max(100) }) }),
  z.object({ ...keyed, recall: z.object({ turn }) }),
  z.object({
    ...keyed,
    place: z.object({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
    }),
  }),
]);
export type Said = z.infer<typeof saidSchema>;

export interface SaidTo {
  readonly store: Pick<Store, "lines" | "lastLines">;
  readonly conversations: Pick<RunningConversations, "askedFor">;
  readonly account: AccountId;
}

export function inboundOf(row: ConversationRow, said: Said, to: SaidTo): Inbound {
  if ("press" in said)
    return { kind: "press", turn: Number(said.press.turn), choice: said.press.choice };
  if ("recall" in said) return { kind: "recall", turn: Number(said.recall.turn) };
  if ("place" in said) return { kind: "location", ...said.place };
  const command = commandIn(said.text);
  if (command !== undefined) return command;
  const masked = maskSecrets(said.text, to.conversations.askedFor(to.account, row.peer));
  const before = to.store
    .lastLines(row.id, 30)
    .findLast(
      (l) => l.seq <= said.seen && l.what.is === "reply" && l.what.reply.choices.length > 0,
    );
  return {
    kind: "words",
    text: masked.text,
    masked: [...masked.found],
    ...(before === undefined ? {} : { seen: before.turn }),
    ...answered(row, said.answers, to),
  };
}

/** Only to a person is anything answered by pointing at it. */
export const answered = (
  row: ConversationRow,
  seq: number | undefined,
  to: Pick<SaidTo, "store">,
) => (row.saved.case?.state.is === "claimed" ? quoteOf(to.store, row.id, seq) : {});

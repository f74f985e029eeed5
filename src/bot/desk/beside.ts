/** Sitting beside people: each has a conversation of their own, opened from the propagandist's desk until it moves. */
import type { AccountId, Inbound } from "../../flows/index.ts";
import type { RunningConversations } from "../conversations/conversations.ts";
import { shownName } from "../conversations/roster.ts";
import { hashOf, newConversationId, newCookie } from "../ids.ts";
import type { BesideRow } from "../store/beside.ts";
import type { ConversationRow } from "../store/conversations.ts";
import type { PropagandistRow } from "../store/people.ts";
import type { Store } from "../store/store.ts";

export interface Beside extends Pick<BesideRow, "label" | "at"> {
  readonly row: ConversationRow;
  /** Another phone has it by now. */
  readonly moved: boolean;
}

function found(store: Store, { conversation, peer, label, at }: BesideRow): Beside | undefined {
  const row = store.conversation(conversation);
  return row === undefined ? undefined : { row, label, at, moved: row.peer !== peer };
}

export function besides(store: Store, who: PropagandistRow, now: number): readonly Beside[] {
  return store.besides(who.id, now).flatMap((row) => found(store, row) ?? []);
}

/** While it is still here. */
export function besideOpened(
  store: Store,
  who: PropagandistRow,
  id: string,
  now: number,
): Beside | undefined {
  const one = besides(store, who, now).find(({ row }) => row.id === id);
  return one === undefined || one.moved ? undefined : one;
}

/** Nothing but the question is kept until they agree. */
export async function sitBeside(
  { store, conversations }: { readonly store: Store; readonly conversations: RunningConversations },
  who: PropagandistRow,
  {
    account,
    label,
    now,
  }: { readonly account: AccountId; readonly label: string; readonly now: number },
): Promise<string> {
  const peer = hashOf(newCookie());
  const { id, commune } = store.conversationOf(account, peer, newConversationId, now);
  store.sitBeside({ conversation: id, commune, who: who.id, peer, label, at: now });
  const inbound: Inbound = {
    kind: "beside",
    by: { id: who.id, name: shownName(who), role: who.role },
  };
  await conversations.take({ account, peer, key: `${id}/beside`, inbound, at: now });
  return id;
}

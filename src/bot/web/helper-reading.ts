/** How far what a resident wrote has come to whoever helps them: on a desk, or in a chat of theirs. */
import type { CaseId, ConversationId, Helper } from "../../flows/index.ts";
import type { ConversationRow } from "../store/conversations.ts";
import type { Line } from "../store/lines.ts";
import type { Store } from "../store/store.ts";
import type { ChatState } from "./wire/chat.ts";

/** Lines looked at, newest first; how far older ones came is no news any more. */
const looked = 12;

type Reading = NonNullable<ChatState["theirs"]>;

/** Nothing while nobody helps. Of several helpers the one who is furthest counts. */
export function helperReading(store: Store, row: ConversationRow): Reading | undefined {
  const held = row.saved.case;
  if (held?.state.is !== "claimed") return undefined;
  const seqOf = new Map(
    store
      .lastLines(row.id, 60)
      .flatMap((line) => (line.what.is === "inbound" ? [[line.turn, line.seq] as const] : [])),
  );
  const all = [held.state.by, ...(held.beside ?? [])].flatMap((who) => [
    { reached: store.reachedUpTo(held.id, who.id), seen: store.readUpTo(held.id, who.id) },
    ...inChat(store, held.id, who, seqOf),
  ]);
  // What waits for "no card in it?" has come to nobody, whatever else was read behind it.
  const [waiting] = row.saved.photos;
  const before = (seqOf.get(waiting?.turn ?? -1) ?? Number.POSITIVE_INFINITY) - 1;
  const reached = Math.min(before, Math.max(...all.map((one) => one.reached)));
  const lost = all.flatMap((one) => ("lost" in one && one.lost > reached ? [one.lost] : []));
  return {
    reached,
    seen: Math.min(before, Math.max(...all.map((one) => one.seen))),
    ...(lost.length === 0 ? {} : { lost: Math.min(...lost) }),
  };
}

/** What their chat's platform tells of the lines that were carried there. */
function inChat(
  store: Store,
  of: CaseId,
  { id }: Helper,
  seqOf: ReadonlyMap<number, number>,
): ReadonlyArray<{ readonly reached: number; readonly seen: number; readonly lost: number }> {
  const chat = store.propagandist(id)?.conversation;
  const relayed =
    chat === undefined ? [] : (store.conversation(chat)?.saved.helping?.relayed ?? []);
  return relayed
    .filter((line) => line.case === of)
    .slice(-looked)
    .map((line) => {
      const seq = seqOf.get(line.of) ?? 0;
      const state = chat === undefined ? undefined : stateOf(store, chat, line.here);
      return {
        reached: state === "reached" || state === "seen" ? seq : 0,
        seen: state === "seen" ? seq : 0,
        lost: state === "parked" ? seq : 0,
      };
    });
}

type State = Extract<Line["what"], { is: "reply" }>["state"];

const stateOf = (store: Store, chat: ConversationId, turn: number): State | undefined =>
  store
    .repliesOfTurn(chat, turn)
    .flatMap(({ what }) => (what.is === "reply" ? [what.state] : []))
    .at(-1);

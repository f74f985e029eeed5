/**
 * A month of messages ended, and people were left without an answer. Once messages can be sent again, by day, each
 * hears why it was silent and is asked anew what stands open; a neighbour's words of the last two days go out as they
 * are, older ones stay behind and their writer hears of it. A larger package bought in the middle does the same.
 */
import {
  afterMonth,
  afterQuiet,
  type ConversationId,
  freeOnZalo,
  type Instant,
  type Library,
  monthStage,
} from "../../flows/index.ts";
import type { Clock } from "../clock.ts";
import type { Conversations } from "../conversations/ports.ts";
import { type ChannelReport, channelsReport } from "../reports/channels.ts";
import { type MonthlyUse, monthOf } from "../store/monthly-plans.ts";
import type { Store } from "../store/store.ts";

/** Why it was kept back, by our own count of what. */
const byOurCount: Readonly<Record<string, MonthlyUse["of"]>> = {
  "allowance-used-up": "messages",
  "billed-used-up": "billed",
};
/** Or as the platform said so itself: its new month is the first that can be better. */
const byTheirs: ReadonlySet<string> = new Set(["quota-used-up", "too-many-requests"]);

export interface AfterMonthOptions {
  readonly store: Store;
  readonly conversations: Pick<Conversations, "note">;
  library(): Library;
  readonly clock: Pick<Clock, "now">;
}

/** Says how many conversations were told. */
export async function answerAfterMonth(options: AfterMonthOptions): Promise<number> {
  const now = options.clock.now();
  if (afterQuiet(now) !== now) return 0;
  let told = 0;
  for (const line of channelsReport(options.store, options.library().desk.commune, now))
    if (line.month !== undefined) told += await answerOn(line, now, options);
  return told;
}

type KeptBack = ReturnType<Store["keptBack"]>[number];

async function answerOn(
  line: ChannelReport,
  now: Instant,
  { store, conversations }: AfterMonthOptions,
): Promise<number> {
  const open = store
    .keptBack(line.id)
    .filter((kept) => canBeSentNow(line, kept, now) && isInWindow(store, line, kept, now));
  let told = 0;
  for (const [conversation, all] of byConversation(open)) {
    const becomes = all.map((kept) => ({ kept, what: whatBecomes(store, kept, now) }));
    const is = (what: string) => becomes.some((each) => each.what === what);
    if (is("answer-anew") || is("tell-writer")) {
      const { turn, position } = all.at(-1)?.of ?? { turn: 0, position: 0 };
      const { fresh } = await conversations.note(
        conversation,
        `reached-again/${conversation}/${turn}/${position}`,
        { kind: "reached-again", owes: is("answer-anew"), lost: is("tell-writer") },
      );
      if (fresh) told += 1;
    }
    for (const { kept, what } of becomes)
      if (what === "send") store.sendLate(kept.of, now);
      else store.letGo(kept.of, "answered-anew");
  }
  return told;
}

function canBeSentNow(line: ChannelReport, { why, at }: KeptBack, now: Instant): boolean {
  const of = byOurCount[why];
  const ended = (use: MonthlyUse) => monthStage(use) === "used-up";
  if (of !== undefined) return !line.allowances.some((use) => use.of === of && ended(use));
  return (
    byTheirs.has(why) &&
    monthOf(at) < monthOf(now) &&
    !line.allowances.some((use) => use.of === "messages" && ended(use))
  );
}

/** Outside it an Official Account is not let through: what is kept goes out with their next word, as it was. */
function isInWindow(store: Store, line: ChannelReport, kept: KeptBack, now: Instant): boolean {
  if (line.channel !== "zalo-oa" || kept.why === "billed-used-up") return true;
  const { heardAt = 0 } = store.spent(kept.of.conversation);
  return now - heardAt <= freeOnZalo;
}

function whatBecomes(store: Store, { of, at, reply, newest }: KeptBack, now: Instant) {
  const theirs = store.conversation(of.conversation)?.saved.case;
  const about = reply.about === undefined ? undefined : store.case(reply.about);
  return afterMonth(
    {
      at,
      nudge: reply.nudge === true,
      personal: reply.from !== "machine" || reply.about !== undefined,
      newest,
      caseOpen: about === undefined ? theirs !== undefined : about.state !== "closed",
    },
    now,
  );
}

function byConversation(all: readonly KeptBack[]): ReadonlyMap<ConversationId, KeptBack[]> {
  const found = new Map<ConversationId, KeptBack[]>();
  for (const kept of all) {
    const { conversation } = kept.of;
    found.set(conversation, [...(found.get(conversation) ?? []), kept]);
  }
  return found;
}

/** One turn of one conversation: everything its decision may ask of the database, handed to it. */
import {
  type CameBy,
  decide,
  type Inbound,
  type Instant,
  type Library,
  type PropagandistId,
  type RosterEntry,
  type World,
} from "../../flows/index.ts";
import type { ConversationRow } from "../store/conversations.ts";
import type { Store } from "../store/store.ts";
import type { Arriving, FinishedTurn } from "../store/turns.ts";
import { answersFor } from "./ready-answers.ts";
import { freshReturnCode } from "./return-codes.ts";
import { wayInCodeIn } from "./way-in-code.ts";

export interface DecidingOptions {
  readonly store: Store;
  library(): Library;
  /** How cases are found from a chat; without it none are. */
  readonly search?: World["search"];
  /** The address people open, once it is known. */
  webRoot?: (() => string | undefined) | undefined;
}

/** `roster` is asked only by a turn that calls somebody. */
export type Decide = (
  row: ConversationRow,
  arriving: Arriving,
  roster: () => readonly RosterEntry[],
  now: Instant,
) => FinishedTurn;

export function deciding(options: DecidingOptions): Decide {
  const { store } = options;

  function decideTurn(
    row: ConversationRow,
    arriving: Arriving,
    roster: () => readonly RosterEntry[],
    now: Instant,
  ): FinishedTurn {
    const revision = row.revision + 1;
    const { saved, effects } = decide(row.saved, arriving.inbound, {
      library: options.library(),
      get roster() {
        return roster();
      },
      now,
      conversation: row.id,
      revision,
      channel: row.channel,
      returnCode: row.returnCode,
      get freshCode() {
        return freshReturnCode(store, row.commune);
      },
      recorded: store.recordings(row.commune),
      remarks: (of) => store.remarks(of),
      readyAnswers: (who) => readyFor(who),
      search: options.search,
      webRoot: options.webRoot?.(),
      cameBy: cameBy(row.commune, arriving.inbound),
    });
    return { arriving, revision, saved, effects };
  }

  /** One's own first: they were written because they are said often. */
  function readyFor(who: PropagandistId): readonly string[] {
    const person = store.propagandist(who);
    if (person === undefined) return [];
    const { own, shared } = answersFor(store, options.library(), person);
    return [...new Set([...own, ...shared])];
  }

  /** What somebody types as their whole message, or a link hands over, may be a way in. */
  function cameBy(commune: string, inbound: Inbound): CameBy | undefined {
    const said =
      inbound.kind === "words"
        ? inbound.text
        : inbound.kind === "arrived" || inbound.kind === "command"
          ? inbound.payload
          : undefined;
    const code = said === undefined ? undefined : wayInCodeIn(said);
    const way = code === undefined ? undefined : store.wayIn(commune, code);
    if (way === undefined) return undefined;
    const { endedAt, madeAt: _, ...to } = way;
    return { ...to, ...(endedAt === undefined ? {} : { ended: true as const }) };
  }

  return decideTurn;
}

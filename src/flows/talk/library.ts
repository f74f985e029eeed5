/** Everything published, as a turn sees it; and the world around a turn. Nothing here changes during one. */
import type { Flow } from "../authoring/compile.ts";
import type { Facts, Screens } from "../authoring/flow-schema.ts";
import type { Desk, Phrases, Places } from "../authoring/settings-schema.ts";
import type { Channel } from "../inbound.ts";
import type { InGuide, IntentReading } from "../understanding/intents.ts";
import type { NeedReading } from "../understanding/needs.ts";
import type {
  CaseId,
  ConversationId,
  EditionId,
  FlowId,
  Instant,
  Language,
  MediaId,
  PropagandistId,
  Speech,
} from "../vocabulary.ts";
import type { Recorded } from "../voice/recorded.ts";
import type { CaseRow, Remark } from "./effect.ts";

export interface Library {
  /** The newest edition of each flow, in the order of the menu. */
  readonly flows: ReadonlyMap<FlowId, Flow>;
  /** Any edition ever published. */
  edition(id: EditionId): Flow | undefined;
  readonly phrases: Readonly<Record<Language, Phrases>>;
  readonly facts: Facts;
  readonly screens: Screens;
  readonly places: Places;
  readonly desk: Desk;
  /** What `desk.yaml` says, where coordinators set some of it otherwise on the desk. */
  readonly deskInFile?: Desk | undefined;
  /** Titles of needs whose guide is not written yet, by id. */
  readonly unguided: ReadonlyMap<string, { readonly vi: string; readonly en: string }>;
  readNeed(text: string): NeedReading;
  readInGuide(text: string, step: InGuide): IntentReading;
}

export interface RosterEntry {
  readonly id: PropagandistId;
  readonly name: string;
  readonly role: string;
  readonly woman: boolean;
  /** Works at the commune office. */
  readonly office: boolean;
  /** Looks after all cases of the commune, and is asked when a helper does not know further. */
  readonly coordinator?: boolean | undefined;
  readonly villages: readonly string[];
  /** Working groups they belong to, and every village one of those covers. */
  readonly groups: readonly string[];
  readonly groupVillages: readonly string[];
  /** Villages beside theirs, as coordinators say it on the desk. */
  readonly besideVillages?: readonly string[] | undefined;
  /** Fields and flows they know; empty while nobody has said. */
  readonly knows: readonly string[];
  readonly speaks: readonly Speech[];
  /** What they read; Vietnamese where nothing was said. */
  readonly language?: Language | undefined;
  /** At this very moment: the switch, their hours and their absences together. */
  readonly onDuty: boolean;
  /** When they will be, while they are not and it is known. */
  readonly freeAt?: Instant | undefined;
  /** Cases they hold. */
  readonly open: number;
  /** How often they were called in the last days, and when last. */
  readonly calls: number;
  readonly calledAt?: Instant | undefined;
  /** Their likeness, shown when they begin to help. */
  readonly photo?: MediaId | undefined;
  /** Their chat took nothing, at last, since then; nor were they seen at the desk. */
  readonly unheardSince?: Instant | undefined;
  /** Their chat, when they joined by one. */
  readonly conversation?: ConversationId | undefined;
}

/** A case as a search in a chat names it. */
export interface FoundCase {
  readonly case: CaseId;
  readonly state: CaseRow["state"];
  /** Held by whoever searches. */
  readonly mine: boolean;
  readonly address?: string | undefined;
  readonly village?: string | undefined;
  readonly flow?: string | undefined;
}

/** A way into the house that was handed out: on a poster, a card, a propagandist's own screen. */
export interface CameBy {
  /** Plainly, `man274`. */
  readonly code: string;
  /** A village's id, or its name where it has none; missing on the card of somebody who goes to several. */
  readonly village?: string | undefined;
  readonly propagandist?: PropagandistId | undefined;
  /** It holds no more: whoever comes by it is as welcome, and nothing is known of them. */
  readonly ended?: true | undefined;
}

/** What a turn may know and not change. */
export interface World {
  readonly library: Library;
  readonly roster: readonly RosterEntry[];
  readonly now: Instant;
  readonly conversation: ConversationId;
  /** The revision this turn will write; also the turn's number. */
  readonly revision: number;
  readonly channel: Channel;
  /** The address people open, where it is known. */
  readonly webRoot?: string | undefined;
  /** What has been read aloud in this commune. */
  readonly recorded?: readonly Recorded[] | undefined;
  /** What the link or the spoken code stands for that this inbound came by or was. */
  readonly cameBy?: CameBy | undefined;
  /** What was written about a case among those who help, oldest first; read where one of them is told. */
  readonly remarks?: ((of: CaseId) => readonly Remark[]) | undefined;
  /** Cases this propagandist may read, by words; newest first. */
  readonly search?: ((who: PropagandistId, words: string) => readonly FoundCase[]) | undefined;
  /** What a propagandist says often, their own first; without it the list the desk begins with. */
  readonly readyAnswers?: ((who: PropagandistId) => readonly string[]) | undefined;
  /** The spoken code that reopens this conversation elsewhere, once it has one. */
  readonly returnCode?: string | undefined;
  /** A return code nobody has, made when it is looked at; missing where nobody can ask for one. */
  readonly freshCode?: string | undefined;
}

/**
 * Everything personal passes this one door on its way into the database and out of it, and stands in the
 * list below. Erasure is driven by the list; a test holds it against the live tables, so that a new text
 * column must be put on one of the two lists before it can ship.
 */

/** Closes a personal value for keeping. Identity until encryption comes; nobody may rely on that. */
export function seal<Value extends string | Uint8Array>(value: Value): Value {
  return value;
}

/** Opens what `seal` closed. */
export function open<Value extends string | Uint8Array>(sealed: Value): Value {
  return sealed;
}

/** How the erasure of one conversation finds a column's rows. */
type Erasure =
  /** The rows go, whole. */
  | { readonly by: "delete"; readonly rows: string }
  /** The rows stay for what they count or prevent; this column is emptied. */
  | { readonly by: "empty"; readonly rows: string }
  /** Not a resident's. */
  | { readonly by: "keep"; readonly because: string };

export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** `rows` are SQL conditions in which `:conversation` is the one to be erased. */
  readonly erasure: readonly Erasure[];
}

const own = "conversation = :conversation";
const itsCases = "select id from cases where conversation = :conversation";
/** Its inbox, except what a resident somewhere else still waits for when this one also helps others. */
const ownInbox =
  "conversation = :conversation and not (state = 'pending' and kind in " +
  "('called', 'yours', 'gone', 'resident-said', 'resident-sent', 'refused', 'remarked', 'meeting', 'joined'))";
/**
 * What this resident's conversation told propagandists. Not the notes a propagandist's conversation left
 * (a hand-back under way must arrive), and not "gone" while it waits: it takes the card off a screen.
 */
const toldHelpers =
  "origin = :conversation and (kind in ('called', 'yours', 'resident-said', 'resident-sent', 'refused', 'remarked', 'meeting') " +
  "or (kind = 'gone' and state <> 'pending'))";

const aPropagandist: readonly Erasure[] = [
  { by: "keep", because: "a propagandist's, who is asked separately" },
];

export const sealedColumns: readonly SealedColumn[] = [
  {
    table: "conversations",
    column: "saved",
    erasure: [{ by: "empty", rows: "id = :conversation" }],
  },
  {
    table: "conversations",
    column: "return_code",
    erasure: [{ by: "empty", rows: "id = :conversation" }],
  },
  // The inbox keeps the keys: what arrived once must not count again after an erasure.
  {
    table: "inbox",
    column: "payload",
    erasure: [
      { by: "empty", rows: ownInbox },
      { by: "empty", rows: toldHelpers },
    ],
  },
  {
    table: "inbox",
    column: "answer",
    erasure: [
      { by: "empty", rows: ownInbox },
      { by: "empty", rows: toldHelpers },
    ],
  },
  {
    table: "inbox",
    column: "why",
    erasure: [
      { by: "empty", rows: ownInbox },
      { by: "empty", rows: toldHelpers },
    ],
  },
  // In a propagandist's chat the row stays: its platform id is needed to take the buttons away.
  {
    table: "replies",
    column: "payload",
    erasure: [
      { by: "delete", rows: own },
      { by: "delete", rows: `about in (${itsCases}) and state = 'waiting'` },
      { by: "empty", rows: `about in (${itsCases})` },
    ],
  },
  {
    table: "replies",
    column: "why",
    erasure: [
      { by: "delete", rows: own },
      { by: "empty", rows: `about in (${itsCases})` },
    ],
  },
  {
    table: "case_notes",
    column: "text",
    erasure: [{ by: "delete", rows: `case_id in (${itsCases})` }],
  },
  {
    table: "case_notes",
    column: "by",
    erasure: [{ by: "delete", rows: `case_id in (${itsCases})` }],
  },
  { table: "beside", column: "label", erasure: [{ by: "delete", rows: own }] },
  {
    table: "meetings",
    column: "place",
    erasure: [{ by: "delete", rows: `case_id in (${itsCases})` }],
  },
  { table: "cases", column: "card", erasure: [{ by: "empty", rows: own }] },
  { table: "cases", column: "phone", erasure: [{ by: "empty", rows: own }] },
  { table: "media", column: "bytes", erasure: [{ by: "delete", rows: own }] },
  {
    table: "handed_out",
    column: "event",
    erasure: [
      {
        by: "delete",
        rows: "(account, peer) in (select account, peer from conversations where id = :conversation)",
      },
    ],
  },
  // They belong to whoever read: a propagandist who erases their chat takes their voice with them.
  {
    table: "recordings",
    column: "bytes",
    erasure: [
      {
        by: "delete",
        rows: "by_whom in (select id from propagandists where conversation = :conversation)",
      },
    ],
  },
  { table: "propagandists", column: "name", erasure: aPropagandist },
  { table: "propagandists", column: "role", erasure: aPropagandist },
  { table: "propagandists", column: "absences", erasure: aPropagandist },
  { table: "propagandist_photos", column: "bytes", erasure: aPropagandist },
  { table: "invitations", column: "name", erasure: aPropagandist },
  { table: "invitations", column: "role", erasure: aPropagandist },
  ...["endpoint", "p256dh", "auth"].map((column) => ({
    table: "push_subscriptions",
    column,
    erasure: [
      {
        by: "delete" as const,
        rows: "who in (select id from propagandists where conversation = :conversation)",
      },
    ],
  })),
  {
    table: "secrets",
    column: "value",
    erasure: [{ by: "keep", because: "the house's own, such as the cookies' key" }],
  },
];

/** Text columns with nothing personal in them: ids, words of our own, hashes, instants as numbers apart. */
export const plainColumns: Readonly<Record<string, readonly string[]>> = {
  accounts: ["id", "commune", "channel"],
  // `peer` is the platform's id of the chat, without which an answer could not be delivered.
  conversations: ["id", "commune", "account", "peer", "return_code_hash"],
  inbox: ["commune", "account", "key", "conversation", "origin", "state", "kind"],
  replies: ["commune", "conversation", "account", "state", "platform_id", "about", "media"],
  reply_messages: ["commune", "conversation", "platform_id"],
  sendings: ["commune", "conversation", "state"],
  timers: ["commune", "conversation", "name", "scope", "about"],
  cases: [
    "id",
    "commune",
    "conversation",
    "state",
    "claimed_by",
    "called",
    "wants",
    "village",
    "field",
    "flow",
    "outcome",
    "rung",
  ],
  case_calls: ["commune", "case_id", "who", "rung"],
  case_notes: ["commune", "case_id", "key", "as_kind", "of_key"],
  case_reads: ["commune", "case_id", "who"],
  case_answers: ["case_id", "commune", "day", "village", "field"],
  beside_counts: ["who", "day", "commune"],
  meetings: ["case_id", "commune", "who", "went"],
  past_visits: ["commune", "day", "village", "who", "went"],
  dossier_counts: ["commune", "month", "of", "who"],
  desk_changes: ["commune", "part", "value", "in_file", "who"],
  journeys: [
    "id",
    "commune",
    "conversation",
    "flow",
    "field",
    "village",
    "last_step",
    "helped",
    "outcome",
  ],
  journey_events: [
    "commune",
    "journey",
    "moment",
    "flow",
    "field",
    "village",
    "step",
    "helped",
    "outcome",
  ],
  case_events: [
    "case_id",
    "commune",
    "moment",
    "by",
    "rung",
    "outcome",
    "village",
    "field",
    "flow",
    "channel",
  ],
  stuck: ["journey", "step", "day", "commune", "flow", "field", "village", "signal", "followed"],
  consents: ["commune", "conversation", "purpose", "text_version"],
  media: ["id", "commune", "conversation", "form", "type"],
  recordings: ["id", "commune", "flow", "step", "mark", "speech", "by_whom", "type"],
  propagandists: [
    "id",
    "commune",
    "rank",
    "villages",
    "language",
    "conversation",
    "groups",
    "knows",
    "speaks",
    "hours",
    "form",
  ],
  propagandist_photos: ["who", "commune", "id", "type"],
  working_groups: ["commune", "id", "says_vi", "says_en", "villages"],
  invitations: ["code_hash", "commune", "rank", "village", "used_by", "who"],
  sign_in_links: ["code_hash", "commune", "who"],
  sessions: ["id", "commune", "who"],
  push_subscriptions: ["session", "commune", "who"],
  pushes: ["case_id", "commune", "what"],
  publications: ["id", "commune", "content", "editions", "published_by"],
  kept_files: ["hash", "bytes"],
  publication_files: ["commune", "path", "hash"],
  draft_files: ["commune", "path", "base", "bytes", "by"],
  draft_touches: ["commune", "path", "place", "by"],
  draft_writings: ["commune", "by"],
  try_links: ["code_hash", "commune", "by"],
  editions: ["id", "flow", "expanded"],
  settings: ["name", "value"],
  ways_in: ["commune", "code", "village", "propagandist"],
  way_in_counts: ["commune", "code", "month"],
  beside: ["conversation", "commune", "who", "peer"],
  handed_out: ["commune", "account", "peer", "key"],
  // The name is the platform's public one of our own account; refusals are words of our own.
  channel_states: ["account", "commune", "state", "name", "refusal"],
  message_counts: ["account", "commune", "month"],
  secrets: ["name"],
  migrations: ["name"],
};

/** Rows without a sealed column that are a resident's all the same, and go with the rest. */
export const erasedWithIt: ReadonlyArray<{ readonly table: string; readonly rows: string }> = [
  { table: "timers", rows: own },
  { table: "reply_messages", rows: own },
  { table: "sendings", rows: own },
  { table: "consents", rows: own },
  { table: "pushes", rows: `case_id in (${itsCases})` },
  { table: "case_reads", rows: `case_id in (${itsCases})` },
];

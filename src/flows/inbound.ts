/** Everything that can happen to a conversation. Each value is stored as JSON before and while it is met. */
import { z } from "zod";
import { documentSchema, mediaFormSchema } from "./carried.ts";
import { movedSchema } from "./talk/saved.ts";
import type { CaseId, ConversationId, MediaId, PropagandistId } from "./vocabulary.ts";
import { helperSchema, stepNameSchema } from "./who-helps.ts";

export type { Helper } from "./who-helps.ts";

const branded = <T extends string>() => z.string().min(1) as unknown as z.ZodType<T>;
const caseId = branded<CaseId>();
const propagandistId = branded<PropagandistId>();
const mediaId = branded<MediaId>();
const conversationId = branded<ConversationId>();

export const channelSchema = z.enum(["web", "telegram", "console", "zalo-bot", "zalo-oa"]);
export type Channel = z.infer<typeof channelSchema>;

/** How helping ended, as the propagandist's one tap says. */
export const handBackSchema = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("still-here") }),
  z.object({ outcome: z.literal("done-up-to"), step: z.string() }),
  z.object({ outcome: z.literal("finished") }),
  z.object({ outcome: z.literal("needs-paper"), paper: z.string().max(300).optional() }),
  z.object({ outcome: z.literal("in-person"), where: z.string().max(300).optional() }),
  z.object({ outcome: z.literal("meet"), at: z.number(), place: z.string().min(1).max(200) }),
  z.object({ outcome: z.literal("unreached") }),
]);
export type HandBack = Readonly<z.infer<typeof handBackSchema>>;

/** What is written about a case among those who help. */
export const remarkKinds = ["note", "question", "answer"] as const;
export type RemarkKind = (typeof remarkKinds)[number];

const secretKinds = z.array(z.string());

/** Of a message as its platform knows it. */
const onPlatform = {
  message: z.string().optional(),
  /** What it answers, shortened; secrets are masked. */
  quote: z.string().max(200).optional(),
  /** The turn of this conversation in which that was said, where it is known. */
  answers: z.int().optional(),
};

/** Of a picture or a document. */
const shown = {
  media: mediaId,
  caption: z.string(),
  masked: secretKinds,
  album: z.string().optional(),
  seen: z.int().optional(),
  about: caseId.optional(),
  ...onPlatform,
};

/** What a person did in the chat. */
const fromPerson = [
  /** Came to the chat without a word: opened the page, pressed Start. */
  z.object({ kind: z.literal("arrived"), payload: z.string().optional() }),
  /** `seen`: the turn of the newest question that had been delivered when this was written. */
  z.object({
    kind: z.literal("words"),
    text: z.string(),
    masked: secretKinds,
    seen: z.int().optional(),
    /** The case of the message this one answers, in a propagandist's chat. */
    about: caseId.optional(),
    ...onPlatform,
  }),
  z.object({ kind: z.literal("press"), turn: z.int(), choice: z.string() }),
  z.object({
    kind: z.literal("photo"),
    ...shown,
  }),
  /** A document: a PDF, or one of a word processor. */
  z.object({
    kind: z.literal("file"),
    file: documentSchema,
    ...shown,
  }),
  z.object({
    kind: z.literal("voice"),
    media: mediaId,
    /** Where a platform lets words go with it. */
    caption: z.string().optional(),
    masked: secretKinds.optional(),
    seen: z.int().optional(),
    about: caseId.optional(),
    ...onPlatform,
  }),
  /** Words sent earlier were changed; `message` is the platform's id of what they stood in. */
  z.object({
    kind: z.literal("edited"),
    text: z.string(),
    masked: secretKinds,
    message: z.string(),
  }),
  /** Where somebody is, sent by them on purpose. */
  z.object({
    kind: z.literal("location"),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    seen: z.int().optional(),
    about: caseId.optional(),
    ...onPlatform,
  }),
  /** Their own words of an earlier turn, taken back. */
  z.object({ kind: z.literal("recall"), turn: z.int() }),
  z.object({
    kind: z.literal("unreadable"),
    what: z.enum([
      "sticker",
      "file",
      "too-large",
      "location",
      "contact",
      "video",
      "empty",
      "other",
    ]),
  }),
  z.object({
    kind: z.literal("command"),
    command: z.enum([
      "start",
      "menu",
      "human",
      "later",
      "language",
      "delete",
      "help",
      "duty",
      "unknown",
    ]),
    payload: z.string().optional(),
  }),
] as const;

/** A reply of that turn will not arrive: its platform refused it for good. */
const undelivered = z.object({
  kind: z.literal("undelivered"),
  turn: z.int(),
  /** No answer was heard of a call that carried it: it may have arrived after all. */
  perhaps: z.literal(true).optional(),
  /** In a propagandist's chat: the case it was about, and whether it waits there until they write. */
  about: caseId.optional(),
  held: z.literal(true).optional(),
});

/** Their platform has a number they agreed to share with us before; looked up because one is asked for. */
const knownPhone = z.object({ kind: z.literal("known-phone"), phone: z.string() });

/**
 * A month of messages had ended and a new one has begun. `owes`: the machine's last answer did not arrive; `lost`:
 * nor did words of whoever helps, which are too old by now to be carried.
 */
const reachedAgain = z.object({
  kind: z.literal("reached-again"),
  owes: z.boolean(),
  lost: z.boolean(),
});

/** A moment that was waited for. `about` names the journey, step or case it belongs to. */
const timer = z.object({
  kind: z.literal("timer"),
  name: z.string(),
  about: z.string().optional(),
});

/** A propagandist sits down beside somebody with a phone; the first thing that happens to that conversation. */
const beside = z.object({ kind: z.literal("beside"), by: helperSchema });
/** The conversation went to another phone by its return code. */
const moved = z.object({ kind: z.literal("moved") });

/** Of what a propagandist says in a case. */
const answering = {
  quote: z.string().max(200).optional(),
  /** The turn of the resident's conversation that is answered. */
  answers: z.int().optional(),
  /** The turn of their own chat it was written in. */
  here: z.int().optional(),
};

/** Of what a resident says, as it is told in a propagandist's chat. */
const answered = {
  quote: z.string().max(200).optional(),
  /** A line of the resident's own by its turn there, or one of the propagandist's by its turn here. */
  answers: z.object({ of: z.int().optional(), here: z.int().optional() }).optional(),
};

/** What a propagandist does about a case; an inbound of the resident's conversation. */
const fromHelper = [
  z.object({ kind: z.literal("case-claim"), case: caseId, by: helperSchema }),
  z.object({
    kind: z.literal("case-release"),
    case: caseId,
    by: helperSchema,
    /** For whoever comes next; never for the resident. */
    note: z.string().max(500).optional(),
  }),
  z.object({
    kind: z.literal("case-say"),
    case: caseId,
    by: helperSchema,
    text: z.string(),
    masked: secretKinds,
    ...answering,
    edited: z.literal(true).optional(),
  }),
  z.object({
    kind: z.literal("case-tool"),
    case: caseId,
    by: helperSchema,
    tool: z.discriminatedUnion("is", [
      /** The step stood on, or another one, with its picture and voice. */
      z.object({ is: z.literal("show"), step: z.string().optional() }),
      z.object({ is: z.literal("which-screen") }),
      z.object({ is: z.literal("place"), latitude: z.number(), longitude: z.number() }),
      /** What was said to the resident in that turn of theirs. */
      z.object({ is: z.literal("recall"), turn: z.int() }),
      /** Calls a second person in; who asks stays the holder. */
      z.object({ is: z.literal("invite"), to: propagandistId }),
    ]),
  }),
  z.object({
    kind: z.literal("case-send"),
    case: caseId,
    by: helperSchema,
    media: mediaId,
    form: mediaFormSchema,
    file: documentSchema.optional(),
    caption: z.string(),
    ...answering,
  }),
  z.object({
    kind: z.literal("case-hand-back"),
    case: caseId,
    by: helperSchema,
    result: handBackSchema,
  }),
  /** A remark was written about this case. Its words are in the store under `key` and never come by here. */
  z.object({
    kind: z.literal("case-remarked"),
    case: caseId,
    by: helperSchema,
    key: z.string(),
    as: z.enum(remarkKinds),
    /** Of an answer: the question. */
    of: z.string().optional(),
  }),
  /** Their chat takes nothing: what was to be told there about this case is not read. `held`: until they write. */
  z.object({
    kind: z.literal("case-unheard"),
    case: caseId,
    by: helperSchema,
    held: z.literal(true).optional(),
    /** They have worked on this case in that chat. */
    here: z.literal(true).optional(),
  }),
  /** A coordinator gives it to somebody, or takes it over: `to` has it from now on, whoever had it before. */
  z.object({ kind: z.literal("case-assign"), case: caseId, by: helperSchema, to: helperSchema }),
] as const;

/** Staff answered this resident in the platform's own app. Their words, for the thread; no id of theirs. */
const fromStaff = z.object({
  kind: z.literal("staff-said"),
  text: z.string(),
  masked: secretKinds,
});

/** The morning letter to a coordinator: what is stuck. */
const letter = z.object({ kind: z.literal("letter"), text: z.string() });

/** What the house itself has to tell whoever looks after it, in a coordinator's chat. */
const fromHouse = z.object({
  kind: z.literal("house-alarm"),
  what: z.enum([
    "zalo-consent-ends",
    "zalo-consent-lost",
    "zalo-stopped",
    "zalo-month-low",
    "zalo-month-used-up",
    "zalo-billed-low",
    "zalo-billed-used-up",
    "zalo-pictures-low",
    "zalo-pictures-used-up",
  ]),
  days: z.int().optional(),
  /** Of a month's messages; and the day on which they are counted anew. */
  left: z.int().optional(),
  monthly: z.int().optional(),
  again: z.string().optional(),
});

/** What a resident's conversation tells a propagandist's. */
const toHelper = [
  z.object({
    kind: z.literal("called"),
    case: caseId,
    card: z.string(),
    why: z.string(),
    /** To whoever helped in that one: what was noted there is shown again. */
    reopens: caseId.optional(),
  }),
  z.object({
    kind: z.literal("yours"),
    case: caseId,
    card: z.string(),
    /** What the step of the card looks like, where it is drawn. */
    screen: z.string().optional(),
    reopens: caseId.optional(),
    name: z.string(),
    steps: z.array(stepNameSchema),
  }),
  z.object({
    kind: z.literal("gone"),
    case: caseId,
    why: z.enum([
      "taken",
      "withdrawn",
      "closed",
      "silent",
      "released",
      "meeting",
      "taken-back",
      "reassigned",
    ]),
    /** Of a case they ended themselves. */
    outcome: z
      .enum(["still-here", "done-up-to", "finished", "needs-paper", "in-person", "unreached"])
      .optional(),
    by: z.string().optional(),
    name: z.string(),
  }),
  z.object({
    kind: z.literal("resident-said"),
    case: caseId,
    name: z.string(),
    text: z.string(),
    /** Who said it, when it was not the resident but the other propagandist of this case. */
    by: z.string().optional(),
    /** The turn of the resident's conversation it was said in. */
    of: z.int().optional(),
    /** Taken back: what stood there goes, and this line says so. */
    recalled: z.literal(true).optional(),
    ...answered,
    /** It says where somebody is, and goes with the case. */
    place: z.literal(true).optional(),
  }),
  z.object({
    kind: z.literal("resident-sent"),
    case: caseId,
    name: z.string(),
    media: mediaId,
    form: mediaFormSchema,
    file: documentSchema.optional(),
    caption: z.string(),
    /** The turn of the resident's conversation it was sent in. */
    of: z.int().optional(),
    ...answered,
  }),
  /** A line worded where it is read, which knows whom it calls what; older versions left the words themselves. */
  z.object({
    kind: z.literal("refused"),
    case: caseId,
    name: z.string(),
    says: z.union([
      z.string(),
      z.object({ phrase: z.string(), values: z.record(z.string(), z.string()) }),
    ]),
  }),
  /** A remark to be read here; its words are in the store. */
  z.object({
    kind: z.literal("remarked"),
    case: caseId,
    name: z.string(),
    by: z.string(),
    key: z.string(),
    as: z.enum(remarkKinds),
    of: z.string().optional(),
    /** With a question: the card of the case it is about. */
    card: z.string().optional(),
  }),
  z.object({
    kind: z.literal("meeting"),
    case: caseId,
    name: z.string(),
    at: z.number(),
    place: z.string(),
    when: z.enum(["eve", "hour", "after"]),
  }),
] as const;

/** A propagandist's invitation was used in this chat; decided by the store, told to the conversation. */
const joined = z.object({
  kind: z.literal("joined"),
  outcome: z.enum(["joined", "used", "expired", "unknown"]),
  helper: helperSchema.optional(),
});

/**
 * One person goes on in another conversation. The new place hears a return code, looked up at its edge and never
 * kept; it asks the old one, and the old one packs what moves, or says why nothing does.
 */
const moving = [
  z.object({
    kind: z.literal("return-code"),
    given: z.discriminatedUnion("is", [
      z.object({ is: z.literal("found"), of: conversationId }),
      z.object({ is: z.literal("unknown") }),
      /** The code of this very conversation. */
      z.object({ is: z.literal("own") }),
      z.object({ is: z.literal("too-often") }),
    ]),
  }),
  z.object({ kind: z.literal("move-asked"), to: conversationId, channel: channelSchema }),
  z.object({ kind: z.literal("moved-here"), from: channelSchema, moved: movedSchema }),
  z.object({
    kind: z.literal("not-moved"),
    why: z.enum(["held", "nothing"]),
    /** Who holds the case there. */
    name: z.string().optional(),
  }),
] as const;

export const inboundSchema = z.discriminatedUnion("kind", [
  ...fromPerson,
  beside,
  moved,
  timer,
  undelivered,
  knownPhone,
  reachedAgain,
  ...fromHelper,
  fromStaff,
  ...toHelper,
  fromHouse,
  letter,
  joined,
  ...moving,
]);
export type Inbound = Readonly<z.infer<typeof inboundSchema>>;
export type InboundOf<Kind extends Inbound["kind"]> = Extract<Inbound, { kind: Kind }>;

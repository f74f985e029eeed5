/** What is kept of a conversation between two turns. Parsed whenever it is read; ours, not XState's. */
import { z } from "zod";
import { matters, type Text, textSchema } from "../authoring/flow-schema.ts";
import { documentSchema, mediaFormSchema } from "../carried.ts";
import {
  type CaseId,
  type ConversationId,
  type EditionId,
  type JourneyId,
  type MediaId,
  type PropagandistId,
  speeches,
  subjects,
} from "../vocabulary.ts";
import { helperSchema, stepNameSchema } from "../who-helps.ts";
import { addresses } from "../words/address.ts";

const branded = <T extends string>() => z.string().min(1) as unknown as z.ZodType<T>;

/** What a step was answered with. */
export const answerSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("done"), by: z.enum(["resident", "helper"]) }),
  z.object({ kind: z.literal("choice"), choice: z.string() }),
  z.object({ kind: z.literal("value"), value: z.string() }),
  /** Papers that are there, by item id; in part until every one is. */
  z.object({ kind: z.literal("ticked"), items: z.array(z.string()) }),
  /** A trouble that led elsewhere: the step was left, not done. */
  z.object({ kind: z.literal("trouble"), trouble: z.string() }),
]);
export type Answer = Readonly<z.infer<typeof answerSchema>>;

export const journeySchema = z.object({
  id: branded<JourneyId>(),
  flow: z.string(),
  /** Rewritten when the journey moves to a newer edition. */
  edition: branded<EditionId>(),
  /** The newer edition this journey did not move to: it finishes its own. */
  stays: branded<EditionId>().optional(),
  subject: z.enum(subjects).optional(),
  startedAt: z.number(),
  step: z.string(),
  /** When this step was reached. */
  since: z.number(),
  /** Questions stood on before this one, oldest first; what *Quay lại* walks. */
  path: z.array(z.string()),
  answers: z.record(z.string(), answerSchema),
  /** Answers of branches that were left; kept, never used. */
  aside: z.record(z.string(), answerSchema),
  /** Went back to change an answer: after the next one we walk forward again over what is known. */
  correcting: z.boolean(),
  /** Times this step failed since it was reached. */
  failed: z.int(),
  /** What was tried at this step, as trouble ids. */
  tried: z.array(z.string()),
  /** Times this step was shown on that day because somebody asked for it. */
  shown: z.object({ times: z.int(), on: z.string() }).optional(),
  /** Steps left by going back, oldest first, at most six. */
  wentBack: z.array(z.object({ from: z.string(), on: z.string() })).optional(),
  /** Help was offered at this step; what comes of it that day is noted. */
  offer: z.object({ step: z.string(), on: z.string() }).optional(),
  /** The papers missing here were asked after; only another tick lets them be asked after again. */
  askedAfter: z.literal(true).optional(),
  /** Walked for practice: nothing of it is counted, nobody is reminded, nothing carries over. */
  practice: z.literal(true).optional(),
  helped: z.enum(["alone", "in-chat", "in-person"]),
  /** Who helped last, and in which case: they hear when it is done. */
  helper: z.object({ id: branded<PropagandistId>(), case: branded<CaseId>() }).optional(),
});
export type Journey = Readonly<z.infer<typeof journeySchema>>;

/** What a person is asked, beside a guide, because something needs it. */
export const wantedSchema = z.enum([
  "again",
  "address",
  "village",
  "keep",
  "remind",
  "who",
  "phone",
  "message",
  "photo",
]);
export type Wanted = z.infer<typeof wantedSchema>;

/** Why a person is asked, for whoever helps; kept in Vietnamese alone by older versions of this program. */
const reasonSchema = z.union([z.string().transform((vi): Text => ({ vi, en: vi })), textSchema]);

/** What goes on once the wanted thing is known (or declined). */
const afterwardsSchema = z.discriminatedUnion("go", [
  z.object({
    go: z.literal("open-case"),
    reason: reasonSchema,
    /** Not them first: somebody else was asked for. */
    avoid: branded<PropagandistId>().optional(),
    /** Asked to be called: the telephone number is asked next. */
    call: z.literal(true).optional(),
  }),
  z.object({ go: z.literal("show-step") }),
  z.object({ go: z.literal("rest") }),
  z.object({ go: z.literal("return") }),
]);
export type Afterwards = Readonly<z.infer<typeof afterwardsSchema>>;

/** Whom a resident would like to meet. `own-village` takes back what a private guide is careful about. */
export const wants = ["anyone", "other-village", "woman", "office", "own-village"] as const;

/** Who is called, from near to wide; `later` is nobody yet. */
export const rungs = [
  "helped-before",
  "village-knows",
  "village",
  "neighbours",
  "group",
  "everyone",
  "office",
  "later",
] as const;
export type Rung = (typeof rungs)[number];

/** What a helper asked the coordinators about a case. Its words are kept with the remarks, never here. */
const questionSchema = z.object({
  case: branded<CaseId>(),
  key: z.string(),
  by: helperSchema,
  at: z.number(),
});
export type OpenQuestion = Readonly<z.infer<typeof questionSchema>>;

/** A case that somebody helped in, after its end. */
const closedSchema = z.object({
  case: branded<CaseId>(),
  by: helperSchema,
  at: z.number(),
  outcome: z.string(),
  wants: z.enum(wants),
  journey: branded<JourneyId>().optional(),
});

/** The case of a resident's conversation; one at a time. */
export const caseSchema = z.object({
  id: branded<CaseId>(),
  reason: reasonSchema,
  wants: z.enum(wants),
  openedAt: z.number(),
  journey: branded<JourneyId>().optional(),
  /** Propagandists' conversations that have been shown the card. */
  told: z.array(branded<ConversationId>()),
  /** Everybody who was ever called for it. */
  called: z.array(z.string()),
  /** Of these, who was called since the newest round of calling began. */
  rang: z.array(z.string()).optional(),
  /** Of these, in whose chat the call could not be brought. */
  unheard: z.array(z.string()).optional(),
  /** The rungs on which somebody was called so far. */
  rungs: z.array(z.enum(rungs)).optional(),
  /** Its guide is private: the own village is not called. */
  discreet: z.literal(true).optional(),
  /** What the resident left to be read by whoever helps. */
  messages: z.array(z.string()).optional(),
  phone: z.string().optional(),
  /** Called in by the holder, and not come yet. */
  invited: z.array(z.string()).optional(),
  /** Talks beside the holder. */
  beside: z.array(helperSchema).optional(),
  /** The same person asks again within a day: the case that was closed, who helped in it, and how it ended. */
  reopens: closedSchema.optional(),
  /** Why the one before gave it on; for propagandists only. */
  passed: z.object({ by: z.string(), note: z.string() }).optional(),
  /** Asked of the coordinators and not answered yet. */
  questions: z.array(questionSchema).optional(),
  /** Turns in which somebody said where they are; forgotten with the case. */
  places: z.array(z.int()).optional(),
  /** Where the newest words of a helper stand in the chat they wrote them in, by the turn they have here. */
  heard: z
    .array(z.object({ turn: z.int(), by: branded<PropagandistId>(), here: z.int() }))
    .optional(),
  /** How often everybody was called and nobody came; the pauses between grow with it. */
  tries: z.int().optional(),
  /** When something happens by itself if nobody does anything. */
  nextAt: z.number().optional(),
  state: z.discriminatedUnion("is", [
    z.object({
      is: z.literal("waiting"),
      since: z.number(),
      rung: z.enum(rungs),
      /** When this round of calling began; its limits count from here. */
      round: z.number().optional(),
    }),
    z.object({ is: z.literal("claimed"), by: helperSchema, since: z.number(), spoke: z.boolean() }),
    z.object({
      is: z.literal("resting"),
      by: helperSchema,
      meetAt: z.number(),
      place: z.string(),
      /** Staff write in the platform's own app: the machine is silent until they are quiet. */
      staff: z.literal(true).optional(),
    }),
  ]),
});
export type Case = Readonly<z.infer<typeof caseSchema>>;

/** A question as it was shown; its position is what a typed number means. */
export const shownSchema = z.object({
  /** The conversation's revision in which it was asked. */
  turn: z.int(),
  state: z.string(),
  step: z.string().optional(),
  choices: z.array(z.object({ id: z.string(), says: z.string() })),
});
export type Shown = Readonly<z.infer<typeof shownSchema>>;

/** What was written while it was doubtful for whom; secrets are masked already. */
const unsentSchema = z.discriminatedUnion("is", [
  z.object({
    is: z.literal("words"),
    text: z.string(),
    masked: z.array(z.string()),
    message: z.string().optional(),
    quote: z.string().optional(),
    /** The turn here it answers. */
    answers: z.int().optional(),
  }),
  z.object({ is: z.literal("place"), latitude: z.number(), longitude: z.number() }),
  /** For those who help, and no resident. */
  z.object({ is: z.literal("remark"), as: z.enum(["note", "question"]), text: z.string() }),
  z.object({
    is: z.literal("media"),
    media: branded<MediaId>(),
    form: mediaFormSchema,
    file: documentSchema.optional(),
    caption: z.string(),
    message: z.string().optional(),
    quote: z.string().optional(),
    answers: z.int().optional(),
    album: z.string().optional(),
  }),
]);
export type Unsent = Readonly<z.infer<typeof unsentSchema>>;
/** Reading steps aloud, in a propagandist's chat. */
const readingSchema = z.object({
  /** Chosen once; the next sitting begins with it. */
  speech: z.enum(speeches).optional(),
  /** A sitting is under way, with no step chosen yet or with the one that is to be read. */
  open: z.boolean(),
  at: z
    .object({
      flow: z.string(),
      step: z.string(),
      /** Of the words that were shown: what is kept is a recording of these. */
      mark: z.string(),
      /** Played back, and neither kept nor thrown away yet. */
      heard: branded<MediaId>().optional(),
    })
    .optional(),
});

/** A propagandist's side of their own conversation. */
const helpingSchema = z.object({
  me: helperSchema,
  /** The case that plain words go to, while there is no doubt about it. */
  current: branded<CaseId>().optional(),
  /** The turn that made it so; missing when the propagandist chose it. */
  currentSince: z.int().optional(),
  /** The case the newest message here is about. */
  newest: branded<CaseId>().optional(),
  unsent: z.array(unsentSchema).optional(),
  /** How many they have helped; told to them alone. */
  count: z.int().optional(),
  /** Which case the newest own messages went to, by the platform's id: an edit follows them. */
  sent: z.array(z.object({ message: z.string(), case: branded<CaseId>() })).optional(),
  /** Where the newest words from elsewhere stand here, so that they can be taken back. */
  relayed: z
    .array(
      z.object({
        case: branded<CaseId>(),
        of: z.int(),
        here: z.int(),
        place: z.literal(true).optional(),
        /** Missing for words. */
        form: mediaFormSchema.optional(),
        at: z.number().optional(),
      }),
    )
    .optional(),
  cases: z.array(
    z.object({
      id: branded<CaseId>(),
      conversation: branded<ConversationId>(),
      name: z.string(),
      steps: z.array(stepNameSchema),
      /** False while it rests until a meeting: no plain words go there. */
      claimed: z.boolean(),
    }),
  ),
  /** Cases they did something about in this chat; on the desk they may have others. */
  worked: z.array(branded<CaseId>()).optional(),
  /**
   * Whom they helped last, and the number each had here among those called alike: news of them, and their next case,
   * name them as before. No names: who erases everything leaves none here.
   */
  known: z
    .array(z.object({ conversation: branded<ConversationId>(), count: z.int().min(1) }))
    .optional(),
  /** What the newest message here offered: a label typed means its button, a number where no words go to anybody. */
  offered: z
    .object({
      choices: z.array(z.object({ id: z.string(), says: z.string() })),
      byNumber: z.boolean(),
    })
    .optional(),
  /** What the next plain words complete: a day and place to meet, which paper is missing. */
  completing: z
    .discriminatedUnion("what", [
      z.object({
        what: z.literal("meeting"),
        case: branded<CaseId>(),
        /** What has been chosen of it so far: a day, a local time, a place in words. */
        day: z.string().optional(),
        time: z.string().optional(),
        place: z.string().optional(),
      }),
      z.object({ what: z.literal("passing-on"), case: branded<CaseId>() }),
      z.object({
        what: z.literal("remark"),
        case: branded<CaseId>(),
        as: z.enum(["note", "question"]),
      }),
      z.object({ what: z.literal("answer"), case: branded<CaseId>(), question: z.string() }),
    ])
    .optional(),
  /** A coordinator's: the newest questions shown here that nobody is known to have answered. */
  asked: z
    .array(z.object({ case: branded<CaseId>(), key: z.string(), name: z.string() }))
    .optional(),
  reading: readingSchema.optional(),
});
export type Reading = Readonly<z.infer<typeof readingSchema>>;
export type Helping = Readonly<z.infer<typeof helpingSchema>>;

export const savedSchema = z.object({
  version: z.literal(1),
  /** Where the conversation machine stands, `guided.step`. */
  state: z.string(),
  language: z.enum(["vi", "en"]),
  address: z.enum(addresses).optional(),
  /** What they would rather speak, and hear steps in. */
  speech: z.enum(speeches).optional(),
  village: z
    .object({
      id: z.string().optional(),
      says: z.string(),
      /** Said by the link they came by, not by themselves: asked about before anybody is called. */
      by: z.literal("link").optional(),
    })
    .optional(),
  /** Whose link they came by. */
  introducedBy: branded<PropagandistId>().optional(),
  /** The code of that way, and whether a guide begun since was counted for it. */
  cameBy: z.object({ code: z.string(), begun: z.literal(true).optional() }).optional(),
  /** Consents as last given; the rows with text version and time are the record. */
  keep: z.enum(["yes", "no"]).optional(),
  /** Who helped last, and on which day; only with consent to be remembered. */
  lastHelper: z.object({ id: branded<PropagandistId>(), on: z.string() }).optional(),
  /** The question about keeping was answered with other words, so often, at last before that step. */
  keepPutOff: z.object({ times: z.int(), step: z.string() }).optional(),
  remind: z.enum(["yes", "no"]).optional(),
  taughtWayBack: z.boolean(),
  /** Unfinished journeys; the last is active when `guiding`. */
  journeys: z.array(journeySchema),
  guiding: z.boolean(),
  /** The end at which the last guide was left: "thế là xong hẳn chưa" is asked of it. */
  ended: journeySchema.pick({ flow: true, edition: true, step: true, since: true }).optional(),
  /** Flows offered by the last need, best first. */
  offers: z.array(z.string()),
  /** What was asked before it was said of which task; the guide that is opened next answers it. */
  wonders: z.enum(matters).optional(),
  /** Has listened once: *Nghe* is then offered with every step. */
  listens: z.literal(true).optional(),
  /** Would like to practise, and has not said which guide: the next one chosen is practised. */
  practiceWished: z.literal(true).optional(),
  /** The trouble being mended. */
  trouble: z.string().optional(),
  asking: z
    .object({
      what: wantedSchema,
      afterwards: afterwardsSchema,
      /** Of a telephone number: the one their platform knows, offered; empty once another is wished for. */
      known: z.string().optional(),
    })
    .optional(),
  /** Pictures and documents that wait for "no identity card in it?", and then for whoever comes. */
  photos: z.array(
    z.object({
      media: branded<MediaId>(),
      file: documentSchema.optional(),
      caption: z.string(),
      /** There is none in it. */
      clear: z.literal(true).optional(),
      /** The turn it came in, and what it answers. */
      turn: z.int().optional(),
      quote: z.string().optional(),
      answers: z.int().optional(),
    }),
  ),
  /** What was said to whom while somebody helped, newest last: it can still be taken back. */
  said: z
    .array(
      z.object({
        turn: z.int(),
        case: branded<CaseId>(),
        to: z.array(branded<PropagandistId>()),
      }),
    )
    .optional(),
  /** Subject heard before a flow was chosen. */
  subject: z.enum(subjects).optional(),
  /** A voice message the resident wants a helper to hear. */
  voice: branded<MediaId>().optional(),
  /** The album whose first picture was answered. */
  album: z.string().optional(),
  /** The newest questions, newest last, at most six. */
  shown: z.array(shownSchema),
  fumbles: z.int(),
  /** When this person last did something here; kept where the platform closes its window after a while. */
  heardAt: z.number().optional(),
  /** `flow/step` → day on which help was offered there. */
  offered: z.record(z.string(), z.string()),
  case: caseSchema.optional(),
  /** Whoever helped last can be asked back, for a day; `words` are what was written to them since. */
  recent: closedSchema.extend({ words: z.array(z.string()).optional() }).optional(),
  /** Who helped, until the one question about it was answered. */
  helped: z
    .object({
      by: helperSchema,
      case: branded<CaseId>(),
      journey: branded<JourneyId>().optional(),
    })
    .optional(),
  /**
   * Who sits beside and presses for them: what is begun meanwhile is helped in person. `moved`: on their own
   * phone by now, with nothing begun yet; it holds for the first guide there.
   */
  beside: z.object({ by: helperSchema, moved: z.literal(true).optional() }).optional(),
  helping: helpingSchema.optional(),
});
export type Saved = Readonly<z.infer<typeof savedSchema>>;

/** What a person takes along into another conversation. Consents, since they were given to us and not to a chat. */
export const movedSchema = savedSchema
  .pick({
    language: true,
    address: true,
    speech: true,
    village: true,
    introducedBy: true,
    cameBy: true,
    keep: true,
    remind: true,
    lastHelper: true,
    taughtWayBack: true,
    journeys: true,
    guiding: true,
    listens: true,
    subject: true,
    offered: true,
    voice: true,
  })
  .extend({
    /** Left for whoever comes. */
    photos: savedSchema.shape.photos.default([]),
    /** Help nobody had come for yet: it is called anew where the person is now. */
    waiting: caseSchema.pick({ reason: true, wants: true, phone: true, messages: true }).optional(),
  });
export type Moved = Readonly<z.infer<typeof movedSchema>>;

export const blank: Saved = {
  version: 1,
  state: "greeting",
  language: "vi",
  taughtWayBack: false,
  journeys: [],
  guiding: false,
  offers: [],
  photos: [],
  shown: [],
  fumbles: 0,
  offered: {},
};

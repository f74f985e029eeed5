/**
 * The shape of what authors write in `content/`: flows, fragments, screens, facts and sources.
 * Only the shape is decided here; whether the parts fit together is decided in `check.ts`.
 */
import { z } from "zod";
import { readSpan } from "../time/working-days.ts";

/** Words for residents, complete in both languages; may hold `{you}`, `{me}`, `{fact:…}`, `{due:…}`, `{commune}`. */
export const textSchema = z.strictObject({
  vi: z.string().trim().min(1),
  en: z.string().trim().min(1),
});
export type Text = Readonly<z.infer<typeof textSchema>>;

const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const id = z.string().regex(idPattern, "write ids in small letters, digits and single hyphens");
const day = z.iso.date();

const troubleSchema = z
  .strictObject({
    /** What the resident says is wrong, as a button: a few words. */
    says: textSchema,
    /** What to try, one instruction; afterwards the resident stands on the same step. */
    fix: textSchema.optional(),
    /** Asks for a person at once. */
    human: z.literal(true).optional(),
    /** Goes to another step instead of mending this one. */
    "leads-to": id.optional(),
  })
  .refine((t) => t.fix !== undefined || t.human === true || t["leads-to"] !== undefined, {
    message: "a trouble needs a fix, human: true, or leads-to",
  });
export type Trouble = Readonly<z.infer<typeof troubleSchema>>;

/** What a reminder's day is counted from; it names exactly one. */
const bases = ["after-days", "after-working-days", "due", "on"] as const;

const reminderSchema = z
  .strictObject({
    /** Calendar days after the step was reached. */
    "after-days": z.int().min(1).max(400).optional(),
    /** Days on which offices work, after the day on which the step was reached. */
    "after-working-days": z.int().min(1).max(120).optional(),
    /** A fact of kind working-days: the day on which what was filed at this step is due. None while it is lapsed. */
    due: id.optional(),
    /** The id of an earlier `ask` step whose answer is a date. */
    on: id.optional(),
    /** Calendar days added to that date; negative is before it. */
    "plus-days": z.int().min(-60).max(60).optional(),
    /** Working days added to that date. */
    "plus-working-days": z.int().min(1).max(60).optional(),
    says: textSchema,
  })
  .refine((r) => bases.filter((base) => r[base] !== undefined).length === 1, {
    message: "a reminder has one of after-days, after-working-days, due and on",
  });
export type Reminder = Readonly<z.infer<typeof reminderSchema>>;

/** What every step that waits for the resident may carry. */
const waiting = {
  says: textSchema,
  /** The same thing, more closely: shown by *Chỉ kỹ hơn*. */
  explain: textSchema.optional(),
  /** `<file>/<screen>` of `content/screens/`. */
  screen: z
    .string()
    .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)
    .optional(),
  /** Messages written later, only with the resident's consent to be reminded. */
  reminds: z.array(reminderSchema).min(1).optional(),
  /** May be skipped when an edition changes under somebody. */
  optional: z.literal(true).optional(),
  /** Goes wrong for many: long silence here is asked about, once a day. */
  hard: z.literal(true).optional(),
};

/** One thing to do, nearly always outside the chat. */
export const doSchema = z.strictObject({
  kind: z.literal("do"),
  ...waiting,
  /** What they will see when it worked, as a noun phrase: "chữ “Kích hoạt thành công”". */
  sign: textSchema,
  /** *Xong rồi* is answered by one question about the sign. */
  prove: z.literal(true).optional(),
  /** Done, a dossier has gone off online: counted once in a journey. */
  sends: z.literal(true).optional(),
  /** Done on the spot, without leaving the chat or the phone's chat app: no way back is taught. */
  here: z.literal(true).optional(),
  troubles: z.record(id, troubleSchema).optional(),
  "leads-to": id,
});

/** A question with at most four answers. */
export const chooseSchema = z.strictObject({
  kind: z.literal("choose"),
  ...waiting,
  choices: z
    .record(id, z.strictObject({ says: textSchema, "leads-to": id }))
    .refine((c) => Object.keys(c).length >= 2 && Object.keys(c).length <= 4, {
      message: "a step has two to four choices",
    }),
});

/** Papers to have in front of one before starting, ticked one at a time, over days where it takes days. */
export const gatherSchema = z.strictObject({
  kind: z.literal("gather"),
  ...waiting,
  items: z
    .record(
      id,
      z.strictObject({
        /** The paper's name: a button, and a line of the list. */
        says: textSchema,
        /** Where to get it, or what does instead. */
        where: textSchema.optional(),
      }),
    )
    .refine((items) => Object.keys(items).length >= 2 && Object.keys(items).length <= 8, {
      message: "a list has two to eight papers",
    }),
  /** Beside "a paper is missing": where it is not only a matter of fetching one. */
  troubles: z
    .record(
      id,
      z
        .strictObject({
          says: textSchema,
          human: z.literal(true).optional(),
          "leads-to": id.optional(),
        })
        .refine((t) => (t.human === true) !== (t["leads-to"] !== undefined), {
          message: "a trouble with papers has human: true or leads-to",
        }),
    )
    .refine((t) => Object.keys(t).length <= 2, {
      message: "a list of papers has two troubles at most",
    })
    .optional(),
  "leads-to": id,
});

/** What an `ask` step takes. A photo is always of a screen, never of a paper. */
export const answerKinds = [
  "text",
  "number",
  "date",
  "phone",
  "dossier-code",
  "screen-photo",
] as const;

/** A question answered in the resident's own words. */
export const askSchema = z.strictObject({
  kind: z.literal("ask"),
  ...waiting,
  answer: z.enum(answerKinds),
  /** Shown when the answer could not be read. */
  example: textSchema,
  /** Numbers only: the smallest and largest answer that makes sense. */
  least: z.number().optional(),
  most: z.number().optional(),
  "leads-to": id,
});

/** Something to know; the guide goes straight on. */
export const tellSchema = z.strictObject({
  kind: z.literal("tell"),
  says: textSchema,
  "leads-to": id,
});

/** Another flow or a fragment, walked in place; its `finish` with outcome `done` leads on from here. */
export const includeSchema = z
  .strictObject({
    kind: z.literal("include"),
    flow: id.optional(),
    fragment: id.optional(),
    /** Of its steps, where to enter it; its own beginning unless said. What only lies before is left out. */
    begins: id.optional(),
    "leads-to": id,
  })
  .refine((s) => (s.flow === undefined) !== (s.fragment === undefined), {
    message: "include names either a flow or a fragment",
  });

/** A place where only a person can go on. */
export const handOverSchema = z.strictObject({
  kind: z.literal("hand-over"),
  says: textSchema,
  /** Where the guide goes on once the person has helped; without it the guide ends there. */
  "leads-to": id.optional(),
});

/** How a flow can end: all done · prepared, now go there · the matter belongs to another flow or place. */
export const finishOutcomes = ["done", "in-person", "elsewhere"] as const;

export const finishSchema = z.strictObject({
  kind: z.literal("finish"),
  outcome: z.enum(finishOutcomes),
  says: textSchema,
  /** What is still on its way then, told to whoever asks afterwards whether that was all. */
  waits: textSchema.optional(),
  /** Flows offered next, at most three. */
  next: z.array(id).max(3).optional(),
});

export const stepSchema = z.discriminatedUnion("kind", [
  doSchema,
  chooseSchema,
  gatherSchema,
  askSchema,
  tellSchema,
  includeSchema,
  handOverSchema,
  finishSchema,
]);

export type DoStep = Readonly<z.infer<typeof doSchema>>;
export type ChooseStep = Readonly<z.infer<typeof chooseSchema>>;
export type GatherStep = Readonly<z.infer<typeof gatherSchema>>;
export type AskStep = Readonly<z.infer<typeof askSchema>>;
export type TellStep = Readonly<z.infer<typeof tellSchema>>;
export type IncludeStep = Readonly<z.infer<typeof includeSchema>>;
export type HandOverStep = Readonly<z.infer<typeof handOverSchema>>;
export type FinishStep = Readonly<z.infer<typeof finishSchema>>;
export type AuthoredStep = Readonly<z.infer<typeof stepSchema>>;

const fields = ["account", "justice", "residence", "insurance", "social"] as const;
export type Field = (typeof fields)[number];

/** What people ask of a task at any of its steps: what it costs, how long it takes, where it is done, with which papers. */
export const matters = ["cost", "time", "where", "papers"] as const;
export type Matter = (typeof matters)[number];

/** `content/flows/<flow>.yaml`. */
export const flowSchema = z.strictObject({
  flow: id,
  field: z.enum(fields),
  /** The procedure's code on the portal, where it has one. */
  code: z
    .string()
    .regex(/^\d\.\d{6}$/)
    .optional(),
  tone: z.enum(["plain", "mourning", "delicate"]),
  /** Never calls the resident's own village unasked. */
  private: z.literal(true).optional(),
  /** People standing on changed steps are told once and placed anew. */
  recall: z.literal(true).optional(),
  says: textSchema,
  /** How people ask for it, as they would say it. */
  "asked-as": z.array(z.string().trim().min(2)).min(3),
  /** Answers to what is asked at any step, in one or two sentences; the step comes again below them. */
  about: z.partialRecord(z.enum(matters), textSchema).optional(),
  sources: z.array(z.string()).min(1),
  "review-by": day,
  /** Who in the commune has read and approved it; missing while unreviewed. */
  "approved-by": z.strictObject({ name: z.string().min(1), on: day }).optional(),
  begins: id,
  renamed: z.record(id, id),
  steps: z.record(id, stepSchema),
});
export type AuthoredFlow = Readonly<z.infer<typeof flowSchema>>;

/** `content/fragments/<name>.yaml`: steps that several flows share; ends in a `finish` with outcome `done`. */
export const fragmentSchema = z.strictObject({
  fragment: id,
  sources: z.array(z.string()).min(1),
  "review-by": day,
  begins: id,
  steps: z.record(id, stepSchema),
});
export type AuthoredFragment = Readonly<z.infer<typeof fragmentSchema>>;

const elementKinds = ["bar", "text", "field", "button", "tick", "photo", "item", "code"] as const;

/** One thing on a drawn screen, top to bottom. A label without a source is described, never drawn. */
const elementSchema = z
  .strictObject({
    kind: z.enum(elementKinds),
    /** The words on the real screen; only with a source. */
    label: z.string().min(1).optional(),
    source: z.string().optional(),
    /** What it is for, in our words; used where no sourced label exists. */
    means: textSchema.optional(),
    /** The one thing to press or fill here. */
    press: z.literal(true).optional(),
  })
  .refine((e) => (e.label === undefined ? e.means !== undefined : e.source !== undefined), {
    message: "an element has a label with its source, or means",
  });

/** `content/screens/<file>.yaml`: how a screen looks, schematically. */
export const screensSchema = z.record(
  id,
  z.strictObject({
    /** How we name this screen to somebody who is lost: "trang chọn nơi làm". */
    says: textSchema,
    app: z.enum(["portal", "vneid", "store", "sms", "phone", "browser"]),
    elements: z.array(elementSchema).min(1).max(8),
  }),
);
export type Screens = Readonly<z.infer<typeof screensSchema>>;

const factKinds = [
  ...(["phone", "money", "duration", "address", "web", "code", "text"] as const),
  /** A number of days on which offices work: said as "3 ngày làm việc", counted by `{due:…}`. */
  "working-days",
  /** Days the government has made free or working for one year: "2027-02-04 đến 2027-02-10", or one day. */
  "days-off",
  "days-worked",
] as const;

/** `content/facts/<topic>.yaml`: dated values, each with its source. */
export const factsSchema = z.record(
  id,
  z
    .strictObject({
      /** As it is said: "19000368", "8.000 đồng"; both languages where they differ. */
      value: z.union([z.int().nonnegative().transform(String), z.string().min(1), textSchema]),
      kind: z.enum(factKinds),
      from: day,
      /** The last day it may be quoted unless somebody checks it again. */
      until: day,
      source: z.string(),
      checked: day,
    })
    .refine((f) => f.kind !== "working-days" || isCount(f.value), {
      path: ["value"],
      message: "working-days takes a number of days, like 3",
    })
    .refine(
      (f) =>
        (f.kind !== "days-off" && f.kind !== "days-worked") ||
        (typeof f.value === "string" && readSpan(f.value) !== undefined),
      { path: ["value"], message: "days off are one day, or 2027-02-04 đến 2027-02-10" },
    ),
);
const isCount = (value: unknown): boolean =>
  typeof value === "string" && /^[1-9]\d{0,2}$/.test(value);
export type Facts = Readonly<z.infer<typeof factsSchema>>;

/** `content/facts/sources.yaml`. */
export const sourcesSchema = z.record(
  z.string(),
  z.strictObject({ title: z.string().min(1), url: z.string().optional(), read: day }),
);

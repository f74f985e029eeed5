/** The shape of what a commune sets about itself: places, its desk, shared phrases, and needs not guided yet. */
import { z } from "zod";
import { absenceSchema, weekHoursSchema } from "../cases/duty.ts";
import { ranks, speeches } from "../vocabulary.ts";
import { addresses } from "../words/address.ts";
import { textSchema } from "./flow-schema.ts";

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const day = z.iso.date();
const telephone = z.string().regex(/^\+?[\d .]{4,20}$/);

/** `content/places/<province>.yaml`. */
export const placesSchema = z.strictObject({
  province: z.strictObject({ id, says: z.string().min(1) }),
  source: z.string(),
  communes: z.array(
    z.strictObject({
      id,
      says: z.string().min(1),
      code: z.string().regex(/^\d{5}$/),
      formerly: z.array(
        z.strictObject({
          commune: z.string().min(1),
          district: z.string().min(1),
          province: z.string().min(1),
          /** The old unit was split over several new ones. */
          divided: z.boolean(),
        }),
      ),
      villages: z
        .array(z.strictObject({ id, says: z.string().min(1), source: z.string() }))
        .optional(),
    }),
  ),
});
export type Places = Readonly<z.infer<typeof placesSchema>>;

/**
 * Somebody the desk begins with. Read at the very first publication; afterwards the desk is the truth. Nobody of
 * them is called before they have joined by an invitation of their own.
 */
const personSchema = z.strictObject({
  name: z.string().min(1).max(60),
  role: z.string().min(1).max(60),
  rank: z.enum(ranks).default("propagandist"),
  /** What stands before the name for residents: "cô" Hoa. */
  form: z.enum(addresses).optional(),
  groups: z.array(id).default([]),
  villages: z.array(z.string().min(1)).default([]),
  /** Fields and guides they know. */
  knows: z.array(id).default([]),
  speaks: z.array(z.enum(speeches)).default(["vi"]),
  woman: z.boolean().default(false),
  office: z.boolean().default(false),
  hours: z.array(weekHoursSchema).default([]),
  absences: z.array(absenceSchema).default([]),
});

/** `content/desk.yaml`. */
export const deskSchema = z.strictObject({
  /** A commune of `places/`. */
  commune: id,
  operator: textSchema,
  /** Who in the commune has taken responsibility for this machine; missing on a trial. */
  "approved-by": z.strictObject({ name: z.string().min(1), on: day }).optional(),
  /** Who answers questions about a resident's own data. */
  "data-requests": textSchema,
  /** A number of the commune office that can be checked; missing on a trial. */
  telephone: telephone.optional(),
  /** A fact of kind phone quoted while the commune's own number is missing. */
  "telephone-fact": z.string(),
  /** Guides the menu shows first, in this order; the others follow by name. */
  menu: z.array(id).optional(),
  /** Working groups, and the villages each covers. Like `people`, the desk begins with them. */
  groups: z.array(
    z.strictObject({ id, says: textSchema, villages: z.array(z.string().min(1)).default([]) }),
  ),
  people: z.array(personSchema).default([]),
  /** Which villages lie beside which; said once, it holds both ways. */
  neighbours: z.record(z.string(), z.array(z.string().min(1))).default({}),
  /** What propagandists often say, one press away; their own ones are kept beside these. */
  answers: z.array(textSchema).max(40).optional(),
  /** When propagandists answer. */
  hours: z.array(weekHoursSchema).min(1),
  routing: z.strictObject({
    /** Minutes those called first, or next, have before others are called besides. */
    "next-after-minutes": z.number().positive().default(1),
    /** So many are called at the same moment; the others come after them, in turn. */
    "at-once": z.int().positive().default(5),
    /** Minutes until everybody on duty is called, not only the resident's village. */
    "everyone-after-minutes": z.number().positive(),
    /** Minutes until the office's telephone is shown. */
    "office-after-minutes": z.number().positive(),
    /** Minutes after which all are called again, as long as nobody has come. */
    "again-after-minutes": z.number().positive(),
    /** Minutes a claim may stay without a word before the case waits again. */
    "silent-claim-minutes": z.number().positive(),
  }),
  /** Minutes of silence at a hard step until help is offered; ten where it is missing. */
  "silence-minutes": z.number().positive().optional(),
  /** Hosts a helper may send a link to. */
  "official-hosts": z.array(z.string().min(3)).min(1),
});
export type Desk = Readonly<z.infer<typeof deskSchema>>;

/** `content/phrases/<language>.yaml`: every shared line and label, by id. */
export const phrasesSchema = z.record(z.string(), z.string().min(1));
export type Phrases = Readonly<z.infer<typeof phrasesSchema>>;

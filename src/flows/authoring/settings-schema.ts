/** The shape of what a commune sets about itself: places, its desk, shared phrases, and needs not guided yet. */
import { z } from "zod";
import { textSchema } from "./flow-schema.ts";

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const day = z.iso.date();
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
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

const weekHours = z.strictObject({
  /** 0 is Sunday. */
  days: z.array(z.int().min(0).max(6)).min(1),
  from: clockTime,
  until: clockTime,
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
  groups: z.array(z.strictObject({ id, says: textSchema })),
  /** When propagandists answer. */
  hours: z.array(weekHours).min(1),
  routing: z.strictObject({
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

/**
 * The parts of `desk.yaml` that a coordinator may also set on the desk: the hours, the telephone, whose machine it is,
 * and how long each rung waits. Reads what was typed, says what is wrong with it field by field, and lays what was set
 * over the file. Reads no clock.
 */
import { z } from "zod";
import { type Desk, deskSchema } from "./authoring/settings-schema.ts";
import { weekHoursSchema } from "./cases/duty.ts";
import type { WeekHours } from "./time/calendar.ts";

export const deskParts = ["hours", "telephone", "operator", "limits"] as const;
export type DeskPart = (typeof deskParts)[number];

/** Each limit with the least and the most that makes sense; all but `at-once` are minutes. */
export const deskLimits = {
  "next-after-minutes": { least: 1, most: 60 },
  "at-once": { least: 1, most: 30 },
  "everyone-after-minutes": { least: 1, most: 240 },
  "office-after-minutes": { least: 1, most: 480 },
  "again-after-minutes": { least: 5, most: 720 },
  "silent-claim-minutes": { least: 2, most: 240 },
  "silence-minutes": { least: 3, most: 240 },
} as const;
export type DeskLimit = keyof typeof deskLimits;
const limitNames = Object.keys(deskLimits) as DeskLimit[];

/** Nobody who is called by one of these has more time than until the next of them. */
const inOrder = ["next-after-minutes", "everyone-after-minutes", "office-after-minutes"] as const;

export interface DeskPartValues {
  readonly hours: readonly WeekHours[];
  /** Empty: the commune has none of its own, and the national line is given. */
  readonly telephone: string;
  readonly operator: Desk["operator"];
  readonly limits: Readonly<Record<DeskLimit, number>>;
}
export type SetOnDesk = { readonly [Part in DeskPart]?: DeskPartValues[Part] | undefined };

const stored: { readonly [Part in DeskPart]: z.ZodType<DeskPartValues[Part]> } = {
  hours: z.array(weekHoursSchema).min(1),
  telephone: deskSchema.shape.telephone.unwrap().or(z.literal("")),
  operator: deskSchema.shape.operator,
  limits: z.record(z.enum(limitNames), z.number().positive()),
};

/** What was kept of a part; nothing where another version of this program kept something else. */
export const keptPart = <Part extends DeskPart>(
  part: Part,
  value: unknown,
): DeskPartValues[Part] | undefined => stored[part].safeParse(value).data;

/** Silence is left alone so long where `desk.yaml` does not say. */
const usualSilence = 10;

export const partsOf = (desk: Desk): DeskPartValues => ({
  hours: desk.hours,
  telephone: desk.telephone ?? "",
  operator: desk.operator,
  limits: { ...desk.routing, "silence-minutes": desk["silence-minutes"] ?? usualSilence },
});

/** The desk as it is once this was set; what was not set stays as the file says. */
export function deskWith(desk: Desk, set: SetOnDesk): Desk {
  const { telephone: _, ...rest } = desk;
  const telephone = set.telephone ?? desk.telephone ?? "";
  const { "silence-minutes": silence, ...routing } = set.limits ?? partsOf(desk).limits;
  return {
    ...rest,
    hours: (set.hours ?? desk.hours).map((one) => ({ ...one, days: [...one.days] })),
    operator: set.operator ?? desk.operator,
    routing,
    "silence-minutes": silence,
    ...(telephone === "" ? {} : { telephone }),
  };
}

/** One field that has to be put right. */
export interface DeskFault {
  /** `telephone`, `vi`, a limit, or the number of a stretch of hours, from 0. */
  readonly field: string;
  readonly what: "missing" | "number" | "order" | "telephone" | "stretch" | "quiet";
}
export type DeskReading<Part extends DeskPart> =
  | { readonly value: DeskPartValues[Part] }
  | { readonly faults: readonly DeskFault[] };

const asSeen = (faults: readonly DeskFault[]) => (faults.length === 0 ? undefined : { faults });

const longest = 60;

const readers: {
  readonly [Part in DeskPart]: (given: unknown) => DeskReading<Part>;
} = { hours: readHours, telephone: readTelephone, operator: readOperator, limits: readLimits };

/** What somebody typed for a part, as a page sends it. */
export const readDeskPart = <Part extends DeskPart>(
  part: Part,
  given: unknown,
): DeskReading<Part> => readers[part](given);

/** Outside these nobody is called, so nobody may be told that somebody answers. */
const day = { from: "06:30", until: "20:30" } as const;
const stretchesSchema = z.array(z.unknown()).max(14);

function readHours(given: unknown): DeskReading<"hours"> {
  const stretches = stretchesSchema.safeParse(given).data ?? [];
  if (stretches.length === 0) return { faults: [{ field: "hours", what: "missing" }] };
  const read = stretches.map((one) => weekHoursSchema.safeParse(one).data);
  const faults = read.flatMap((one, at): DeskFault[] => {
    if (one === undefined) return [{ field: String(at), what: "stretch" }];
    const quiet = one.from < day.from || day.until < one.until;
    return quiet ? [{ field: String(at), what: "quiet" }] : [];
  });
  return asSeen(faults) ?? { value: read.filter((one) => one !== undefined) };
}

function readTelephone(given: unknown): DeskReading<"telephone"> {
  const typed = typeof given === "string" ? given.trim().replaceAll(/[\s.-]+/g, " ") : undefined;
  if (typed === "") return { value: "" };
  const digits = typed?.replaceAll(" ", "").replace(/^\+84/, "0") ?? "";
  // A mobile or a landline with its area, or one of the lines for the whole country.
  const known = /^(?:0[2-9]\d{8,9}|1[89]00\d{4,6})$/.test(digits);
  if (typed === undefined || !known) return { faults: [{ field: "telephone", what: "telephone" }] };
  return { value: typed };
}

const wordsSchema = z.object({ vi: z.string(), en: z.string().default("") });

function readOperator(given: unknown): DeskReading<"operator"> {
  const words = wordsSchema.safeParse(given).data ?? { vi: "", en: "" };
  const says = { vi: words.vi.trim(), en: words.en.trim() };
  const named = (text: string) => /\p{L}/u.test(text) && text.length <= longest;
  const faults: DeskFault[] = [
    ...(named(says.vi) ? [] : [{ field: "vi", what: "missing" } as const]),
    ...(says.en === "" || named(says.en) ? [] : [{ field: "en", what: "missing" } as const]),
  ];
  // Where nobody writes an English one, the name is the same in both.
  return asSeen(faults) ?? { value: { vi: says.vi, en: says.en === "" ? says.vi : says.en } };
}

const typedSchema = z.record(z.string(), z.union([z.string(), z.number()]).transform(String));

function readLimits(given: unknown): DeskReading<"limits"> {
  const typed = typedSchema.safeParse(given).data ?? {};
  const value = Object.fromEntries(
    limitNames.map((name) => [name, numberIn(typed[name] ?? "")]),
  ) as Record<DeskLimit, number>;
  const out = limitNames.filter((name) => {
    const { least, most } = deskLimits[name];
    return !(value[name] >= least && value[name] <= most);
  });
  if (out.length > 0) return { faults: out.map((field) => ({ field, what: "number" })) };
  const late = inOrder.filter((name, at) => {
    const before = inOrder[at - 1];
    return before !== undefined && value[name] < value[before];
  });
  return asSeen(late.map((field) => ({ field, what: "order" }))) ?? { value };
}

/** A whole number as people type it; otherwise none that is large enough or small enough. */
const numberIn = (typed: string): number =>
  /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : Number.NaN;

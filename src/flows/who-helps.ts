/** Who helps, and how far somebody came, as one conversation tells another. */
import { z } from "zod";
import type { PropagandistId } from "./vocabulary.ts";

/** Who helps, as the resident sees them. */
export const helperSchema = z.object({
  id: z.string().min(1) as unknown as z.ZodType<PropagandistId>,
  name: z.string(),
  role: z.string(),
});
export type Helper = Readonly<z.infer<typeof helperSchema>>;

/** Where a step lies for somebody: `later` is behind a question they were not asked yet, whatever they answer. */
const whereaboutsSchema = z.enum(["behind", "here", "ahead", "later"]);
export type Whereabouts = z.infer<typeof whereaboutsSchema>;

/** A step by its name, for those who say how far somebody came, or send it. */
export const stepNameSchema = z.object({
  id: z.string(),
  says: z.string(),
  /** Missing in what was kept before it was told. */
  where: whereaboutsSchema.optional(),
  /** It can be sent, but nobody can say that it is done. */
  onlyToSend: z.literal(true).optional(),
});
export type StepName = Readonly<z.infer<typeof stepNameSchema>>;

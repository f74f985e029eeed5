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

/** A step by its name, for those who say how far somebody came. */
export const stepNameSchema = z.object({
  id: z.string(),
  says: z.string(),
  /** The one stood on. */
  current: z.boolean().optional(),
});

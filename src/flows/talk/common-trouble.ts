/** What goes wrong at any step outside the chat, where its author foresaw nothing: no code comes, no signal, an error. */
import type { Intent } from "../understanding/intents.ts";

export const commonTroubles = [
  "otp",
  "password",
  "upload",
  "not-found",
  "error-page",
  "network",
] as const;
export type CommonTrouble = (typeof commonTroubles)[number];

const mark = "common:";

/** As it stands among what was tried at a step, beside the troubles of its author. */
export const asTried = (trouble: CommonTrouble): string => `${mark}${trouble}`;

export const commonIn = (tried: string): CommonTrouble | undefined =>
  commonTroubles.find((trouble) => asTried(trouble) === tried);

/** The trouble an intent names. */
export const commonOf = (intent: Intent | undefined): CommonTrouble | undefined =>
  commonTroubles.find((trouble) => intent === `trouble:${trouble}`);

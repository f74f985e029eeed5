/** One line per turn and per trouble: ids and counts, never words. */
import { type DestinationStream, type Logger, pino } from "pino";

export type Log = Logger;

/** Nets under the wire: fields that should never get here, at the depths where they could. */
const never = [
  "text",
  "caption",
  "payload",
  "token",
  "code",
  "phone",
  "password",
  "body",
  "cookie",
];

export function makeLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    redact: {
      paths: [
        ...never,
        ...never.map((name) => `*.${name}`),
        ...never.map((name) => `*.*.${name}`),
        "req.headers",
        "res.headers",
      ],
      censor: "[not logged]",
    },
    serializers: { err: reasonOf, error: reasonOf },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** An error's name and where it was thrown; its message may hold what somebody wrote. */
function reasonOf(error: unknown): {
  readonly name: string;
  readonly code?: string;
  readonly at?: string;
} {
  if (!(error instanceof Error)) return { name: typeof error };
  const at = error.stack
    ?.split("\n")
    .find((line) => line.includes("/src/"))
    ?.trim();
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return {
    name: error.name,
    ...(code === undefined ? {} : { code }),
    ...(at === undefined ? {} : { at }),
  };
}

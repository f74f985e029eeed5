/** Reads the environment once, into a frozen object. Refuses with every complaint and shows no value. */
import { z } from "zod";
import type { MonthlyPlan } from "../flows/index.ts";
import {
  type ZaloOaSettings,
  zaloOaComplaints,
  zaloOaHints,
  zaloOaSettings,
  zaloOaShape,
} from "./config-zalo-oa.ts";
import { SettingsRefused } from "./errors.ts";

const port = z.coerce.number().int().min(0).max(65_535);
const webAddress = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ""));
const sqlite = z.string().regex(/^sqlite:.+/);
const telegramToken = z.string().regex(/^\d{3,}:[A-Za-z0-9_-]{20,}$/);

/** A number, a colon and letters so far; nothing promises that, so only what would break an address is refused. */
const zaloBotToken = z.string().regex(/^[^\s/?#\\]{8,512}$/);

const settings = z.object({
  PORT: port.default(8080),
  HOST: z.string().min(1).default("0.0.0.0"),
  PUBLIC_URL: webAddress.optional(),
  DATABASE_URL: sqlite.default("sqlite:data/cau-noi.db"),
  CONTENT_DIR: z.string().min(1).default("content"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  TELEGRAM_BOT_TOKEN: telegramToken.optional(),
  TELEGRAM_API_ROOT: webAddress.default("https://api.telegram.org"),
  TELEGRAM_MODE: z.enum(["polling", "webhook"]).default("polling"),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[A-Za-z0-9_-]{16,256}$/)
    .optional(),
  ZALO_BOT_TOKEN: zaloBotToken.optional(),
  ZALO_BOT_API_ROOT: webAddress.default("https://bot-api.zaloplatforms.com"),
  ZALO_BOT_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\x21-\x7e]{8,256}$/)
    .optional(),
  ZALO_BOT_MONTHLY_MESSAGES: z.coerce.number().int().min(1).max(100_000_000).default(3000),
  ZALO_BOT_MONTHLY_COUNTS: z.enum(["both", "sent"]).default("both"),
  ZALO_BOT_IN_GROUPS: z.enum(["silent", "points-to-private"]).default("silent"),
  ...zaloOaShape,
});

const hints: Readonly<Record<string, string>> = {
  PORT: "a whole number from 0 to 65535",
  HOST: "a host name or an address, such as 127.0.0.1",
  PUBLIC_URL: "the address residents open, such as https://cau-noi.example.vn",
  DATABASE_URL: "sqlite: and a file, such as sqlite:data/cau-noi.db",
  CONTENT_DIR: "the folder that holds flows/, facts/ and phrases/",
  LOG_LEVEL: "one of fatal, error, warn, info, debug, trace, silent",
  TELEGRAM_BOT_TOKEN: "the token BotFather gave, digits, a colon and letters",
  TELEGRAM_API_ROOT: "the address of a Bot API server, such as https://api.telegram.org",
  TELEGRAM_MODE: "polling or webhook",
  ...zaloOaHints,
  TELEGRAM_WEBHOOK_SECRET: "16 to 256 letters, digits, _ or -",
  ZALO_BOT_TOKEN: "the token Zalo Bot Creator sent to the bot's owner",
  ZALO_BOT_API_ROOT:
    "the address of Zalo's bot platform, such as https://bot-api.zaloplatforms.com",
  ZALO_BOT_WEBHOOK_SECRET: "8 to 256 letters, digits and signs without spaces",
  ZALO_BOT_MONTHLY_MESSAGES: "how many messages a month the bot's plan allows, such as 3000",
  ZALO_BOT_MONTHLY_COUNTS: "both, when received messages count too, or sent",
  ZALO_BOT_IN_GROUPS: "silent or points-to-private",
};

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string | undefined;
  readonly databaseFile: string;
  readonly contentDir: string;
  readonly logLevel: string;
  readonly telegram:
    | undefined
    | {
        readonly token: string;
        readonly apiRoot: string;
        readonly mode: "polling" | { readonly webhook: string; readonly secret: string };
      };
  readonly zaloOa: ZaloOaSettings | undefined;
  readonly zaloBot: undefined | ZaloBotConfig;
}

export interface ZaloBotConfig {
  readonly token: string;
  readonly apiRoot: string;
  readonly mode: "polling" | { readonly webhook: string };
  readonly secret: string | undefined;
  readonly plan: MonthlyPlan;
  readonly inGroups: "silent" | "points-to-private";
}

export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  // An empty setting is a missing one: that is what an unset line of an .env file gives.
  const given = Object.fromEntries(
    Object.keys(hints).flatMap((name) => {
      const value = environment[name]?.trim() ?? "";
      return value === "" ? [] : [[name, value]];
    }),
  );
  const read = settings.safeParse(given);
  const complaints = read.success
    ? []
    : [...new Set(read.error.issues.map((issue) => String(issue.path[0])))].map((name) =>
        name === "DATABASE_URL" && given[name]?.startsWith("postgres") === true
          ? "DATABASE_URL names PostgreSQL, which this version does not serve yet: use sqlite:data/cau-noi.db"
          : `${name} is not right: it must be ${hints[name] ?? "something else"}`,
      );
  if (given["TELEGRAM_MODE"] === "webhook") {
    if (given["PUBLIC_URL"] === undefined)
      complaints.push(
        "PUBLIC_URL is missing: TELEGRAM_MODE=webhook needs the address Telegram can reach",
      );
    if (given["TELEGRAM_WEBHOOK_SECRET"] === undefined)
      complaints.push(
        "TELEGRAM_WEBHOOK_SECRET is missing: TELEGRAM_MODE=webhook needs a secret of 16 or more letters",
      );
    if (given["TELEGRAM_BOT_TOKEN"] === undefined)
      complaints.push("TELEGRAM_BOT_TOKEN is missing: TELEGRAM_MODE=webhook needs a bot");
  }
  if (given["ZALO_BOT_WEBHOOK_SECRET"] !== undefined && given["ZALO_BOT_TOKEN"] === undefined)
    complaints.push("ZALO_BOT_TOKEN is missing: ZALO_BOT_WEBHOOK_SECRET is for a bot");
  complaints.push(...zaloOaComplaints(given));
  if (!read.success || complaints.length > 0) throw new SettingsRefused(complaints);
  const s = read.data;
  const webhook =
    s.TELEGRAM_MODE === "webhook" &&
    s.PUBLIC_URL !== undefined &&
    s.TELEGRAM_WEBHOOK_SECRET !== undefined;
  return Object.freeze({
    zaloOa: zaloOaSettings(s),
    port: s.PORT,
    host: s.HOST,
    publicUrl: s.PUBLIC_URL,
    databaseFile: s.DATABASE_URL.slice("sqlite:".length),
    contentDir: s.CONTENT_DIR,
    logLevel: s.LOG_LEVEL,
    telegram:
      s.TELEGRAM_BOT_TOKEN === undefined
        ? undefined
        : {
            token: s.TELEGRAM_BOT_TOKEN,
            apiRoot: s.TELEGRAM_API_ROOT,
            mode: webhook
              ? { webhook: s.PUBLIC_URL ?? "", secret: s.TELEGRAM_WEBHOOK_SECRET ?? "" }
              : ("polling" as const),
          },
    zaloBot:
      s.ZALO_BOT_TOKEN === undefined
        ? undefined
        : {
            token: s.ZALO_BOT_TOKEN,
            apiRoot: s.ZALO_BOT_API_ROOT,
            // Without an address of ours Zalo has nowhere to push to: a trial polls.
            mode:
              s.ZALO_BOT_WEBHOOK_SECRET === undefined || s.PUBLIC_URL === undefined
                ? ("polling" as const)
                : { webhook: s.PUBLIC_URL },
            secret: s.ZALO_BOT_WEBHOOK_SECRET,
            plan: {
              of: "messages" as const,
              monthly: s.ZALO_BOT_MONTHLY_MESSAGES,
              counts: s.ZALO_BOT_MONTHLY_COUNTS,
            },
            inGroups: s.ZALO_BOT_IN_GROUPS,
          },
  });
}

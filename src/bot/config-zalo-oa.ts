/** Settings of an Official Account. What the platform's papers leave open is a setting with a careful default. */
import { z } from "zod";
import { freeOnZalo, type MonthlyPlan } from "../flows/index.ts";

const webAddress = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ""));
const secret = z.string().regex(/^\S{8,200}$/);
const hour = 60 * 60 * 1000;
const mostInAMonth = z.coerce.number().int().min(0).max(100_000_000);

export const zaloOaShape = {
  ZALO_OA_APP_ID: z
    .string()
    .regex(/^\d{5,25}$/)
    .optional(),
  ZALO_OA_APP_SECRET: secret.optional(),
  ZALO_OA_SECRET_KEY: secret.optional(),
  ZALO_OA_REFRESH_TOKEN: z
    .string()
    .regex(/^\S{16,4000}$/)
    .optional(),
  ZALO_OA_API_ROOT: webAddress.default("https://openapi.zalo.me"),
  ZALO_OAUTH_API_ROOT: webAddress.default("https://oauth.zaloapp.com"),
  ZALO_OA_CODE_VERIFIER: z
    .string()
    .regex(/^[A-Za-z0-9]{43}$/)
    .optional(),
  ZALO_OA_MAC: z
    .string()
    .regex(/^(?:any|(?:app|oa)-(?:body|header)-(?:oa|app))$/)
    .default("any"),
  ZALO_OA_BUTTONS: z.enum(["auto", "bare", "template", "list", "none"]).default("auto"),
  ZALO_OA_CAPTION: z.enum(["together", "apart"]).default("together"),
  ZALO_OA_PER_MINUTE: z.coerce.number().int().min(10).max(4000).default(80),
  ZALO_OA_IN_A_ROW: z.coerce.number().int().min(0).max(1000).default(8),
  ZALO_OA_BILLED: z.enum(["yes", "no"]).default("no"),
  ZALO_OA_MONTHLY_MESSAGES: mostInAMonth.default(0),
  // What the smallest package that opens the API holds.
  ZALO_OA_MONTHLY_BILLED: mostInAMonth.default(500),
  ZALO_OA_MONTHLY_PICTURES: mostInAMonth.default(5000),
};

export const zaloOaHints: Readonly<Record<keyof typeof zaloOaShape, string>> = {
  ZALO_OA_APP_ID: "the number of the app at developers.zalo.me",
  ZALO_OA_APP_SECRET: "the app's secret key, 8 letters or more",
  ZALO_OA_SECRET_KEY: "the OA secret key of the app's webhook page, 8 letters or more",
  ZALO_OA_REFRESH_TOKEN: "a refresh token that was never used",
  ZALO_OA_API_ROOT: "an address, such as https://openapi.zalo.me",
  ZALO_OAUTH_API_ROOT: "an address, such as https://oauth.zaloapp.com",
  ZALO_OA_CODE_VERIFIER: "43 letters and digits, whose challenge is saved in the app's console",
  ZALO_OA_MAC: "any, or app or oa, body or header, oa or app, such as app-body-oa",
  ZALO_OA_BUTTONS: "auto, bare, template, list or none",
  ZALO_OA_CAPTION: "together or apart",
  ZALO_OA_PER_MINUTE: "a whole number from 10 to 4000",
  ZALO_OA_IN_A_ROW: "a whole number; 0 where nobody counts",
  ZALO_OA_BILLED: "yes where the commune pays for messages after 48 hours, or no",
  ZALO_OA_MONTHLY_MESSAGES: "how many messages a month the account may send; 0 where nobody counts",
  ZALO_OA_MONTHLY_BILLED:
    "how many messages after 48 hours the package holds or the commune pays for in a month; 0 where nobody counts",
  ZALO_OA_MONTHLY_PICTURES: "how many pictures a month may be carried up; 0 where nobody counts",
};

const read = z.object(zaloOaShape);
type Read = z.infer<typeof read>;

export type ButtonShape = "bare" | "template" | "list" | "none";

export interface ZaloOaSettings {
  readonly appId: string;
  readonly appSecret: string;
  /** Last term of the webhook's mac. */
  readonly secretKey: string;
  readonly refreshToken: string | undefined;
  readonly apiRoot: string;
  readonly oauthRoot: string;
  /** The same for every consent, where the console holds its challenge. */
  readonly codeVerifier: string | undefined;
  readonly mac: string;
  readonly buttons: "auto" | ButtonShape;
  readonly caption: "together" | "apart";
  readonly perMinute: number;
  readonly inARow: number | undefined;
  readonly freeFor: number;
  readonly billedFor: number | undefined;
  /** What of a month is counted, and where it ends. */
  readonly plans: readonly MonthlyPlan[];
}

/** What is missing beside what is there. */
export function zaloOaComplaints(given: Readonly<Record<string, string>>): string[] {
  const named = Object.keys(zaloOaShape).filter((name) => given[name] !== undefined);
  if (named.length === 0) return [];
  const because = `${named[0]} sets up an Official Account`;
  return [
    ...["ZALO_OA_APP_ID", "ZALO_OA_APP_SECRET"]
      .filter((name) => given[name] === undefined)
      .map((name) => `${name} is missing: ${because}`),
    ...(given["PUBLIC_URL"] === undefined
      ? [`PUBLIC_URL is missing: ${because}, which needs the address Zalo can reach`]
      : []),
  ];
}

/** Undefined where no Official Account is set up. */
export function zaloOaSettings(s: Read): ZaloOaSettings | undefined {
  if (s.ZALO_OA_APP_ID === undefined || s.ZALO_OA_APP_SECRET === undefined) return undefined;
  return {
    appId: s.ZALO_OA_APP_ID,
    appSecret: s.ZALO_OA_APP_SECRET,
    secretKey: s.ZALO_OA_SECRET_KEY ?? s.ZALO_OA_APP_SECRET,
    refreshToken: s.ZALO_OA_REFRESH_TOKEN,
    apiRoot: s.ZALO_OA_API_ROOT,
    oauthRoot: s.ZALO_OAUTH_API_ROOT,
    codeVerifier: s.ZALO_OA_CODE_VERIFIER,
    mac: s.ZALO_OA_MAC,
    buttons: s.ZALO_OA_BUTTONS,
    caption: s.ZALO_OA_CAPTION,
    perMinute: s.ZALO_OA_PER_MINUTE,
    inARow: s.ZALO_OA_IN_A_ROW === 0 ? undefined : s.ZALO_OA_IN_A_ROW,
    freeFor: freeOnZalo,
    billedFor: s.ZALO_OA_BILLED === "yes" ? 7 * 24 * hour : undefined,
    plans: [
      ...plan("messages", s.ZALO_OA_MONTHLY_MESSAGES),
      ...plan("billed", s.ZALO_OA_BILLED === "yes" ? s.ZALO_OA_MONTHLY_BILLED : 0),
      ...plan("pictures", s.ZALO_OA_MONTHLY_PICTURES),
    ],
  };
}

const plan = (of: MonthlyPlan["of"], monthly: number): MonthlyPlan[] =>
  monthly === 0 ? [] : [{ of, monthly, counts: "sent" }];

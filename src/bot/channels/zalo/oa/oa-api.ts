/** The calls of an Official Account: each with a token that is good, and refusals in our own words. */
import { FormData } from "undici";
import { z } from "zod";
import type { Grant } from "./grant.ts";
import type { Answered, ZaloServer } from "./http.ts";
import { ZaloRefused, ZaloUnreached } from "./refusals.ts";

const patience = 20_000;
const patienceWithFile = 60_000;

const answerSchema = z.looseObject({
  error: z.coerce.number(),
  // A refusal has none.
  data: z.unknown().optional(),
});
const sentSchema = z.looseObject({
  message_id: z.string().min(1),
  quota: z.looseObject({ quota_type: z.string() }).optional().catch(undefined),
});
const uploadedSchema = z.looseObject({ attachment_id: z.string().min(1) });
const accountSchema = z.looseObject({
  oaid: z.union([z.string(), z.number()]).transform(String).optional(),
  name: z.string().optional(),
});

/** Every other one is an answer that costs nothing; of late nothing is said at all. */
const paid: ReadonlySet<string> = new Set(["sub_quota", "purchase_quota", "reward_quota"]);

export interface SentMessage {
  readonly id: string;
  /** Zalo said that it took it off what is paid for: the package, what was bought or given. */
  readonly billed: boolean;
}

export interface OaApi {
  send(user: string, message: Readonly<Record<string, unknown>>): Promise<SentMessage>;
  upload(bytes: Uint8Array, type: "image/jpeg" | "image/png"): Promise<string>;
  account(): Promise<{ readonly oaid?: string | undefined; readonly name?: string | undefined }>;
}

export function oaApi(options: {
  readonly server: ZaloServer;
  readonly grant: Grant;
  /** Resolves when one more call may be made. */
  readonly mayCall: () => Promise<void>;
  /** Zalo said how many calls are left in its minute. */
  readonly onRemaining: (left: number) => void;
}): OaApi {
  const { server, grant } = options;

  /** Once with the token we have, and once with a new one when it was not taken. */
  async function ask(
    what: string,
    path: string,
    request: (token: string) => Parameters<ZaloServer["ask"]>[2],
    within: number,
  ): Promise<unknown> {
    const call = async (token: string): Promise<unknown> => {
      await options.mayCall();
      return read(what, await server.ask(what, path, request(token), within));
    };
    const token = await grant.access();
    try {
      return await call(token);
    } catch (error) {
      if (!(error instanceof ZaloRefused) || error.remedy !== "new-token") throw error;
      return await call(await grant.instead(token));
    }
  }

  function read(what: string, { json, header }: Answered): unknown {
    const left = Number(header("x-ratelimit-remain") ?? Number.NaN);
    if (Number.isFinite(left)) options.onRemaining(left);
    const answer = answerSchema.safeParse(json);
    if (!answer.success) throw new ZaloUnreached(what, "not-zalo");
    if (answer.data.error !== 0) throw new ZaloRefused(what, answer.data.error);
    return answer.data.data;
  }

  function shaped<T>(what: string, schema: z.ZodType<T>, data: unknown): T {
    const parsed = schema.safeParse(data);
    if (!parsed.success) throw new ZaloUnreached(what, "not-zalo");
    return parsed.data;
  }

  return {
    async send(user, message) {
      const body = JSON.stringify({ recipient: { user_id: user }, message });
      const data = await ask(
        "a message",
        "/v3.0/oa/message/cs",
        (token) => ({
          method: "POST",
          headers: { "content-type": "application/json", access_token: token },
          body,
        }),
        patience,
      );
      const sent = shaped("a message", sentSchema, data);
      return { id: sent.message_id, billed: paid.has(sent.quota?.quota_type ?? "") };
    },
    async upload(bytes, type) {
      const data = await ask(
        "a picture",
        "/v2.0/oa/upload/image",
        (token) => {
          const form = new FormData();
          const name = type === "image/png" ? "anh.png" : "anh.jpg";
          form.set("file", new Blob([new Uint8Array(bytes)], { type }), name);
          return { method: "POST", headers: { access_token: token }, body: form };
        },
        patienceWithFile,
      );
      return shaped("a picture", uploadedSchema, data).attachment_id;
    },
    async account() {
      const data = await ask(
        "the account",
        "/v2.0/oa/getoa",
        (token) => ({ method: "GET", headers: { access_token: token } }),
        patience,
      );
      return shaped("the account", accountSchema, data);
    },
  };
}

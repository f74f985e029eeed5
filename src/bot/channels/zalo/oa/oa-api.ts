/** The calls of an Official Account: each with a token that is good, and refusals in our own words. */
import { FormData } from "undici";
import { z } from "zod";
import type { Sending } from "../../../conversations/ports.ts";
import type { Grant } from "./grant.ts";
import type { Answered, ZaloServer } from "./http.ts";
import { phoneIn } from "./phone-in.ts";
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
  quota: z
    .looseObject({
      quota_type: z.string(),
      remain: z.coerce.number().optional(),
      total: z.coerce.number().optional(),
    })
    .optional()
    .catch(undefined),
});
const uploadedImageSchema = z.looseObject({ attachment_id: z.string().min(1) });
const uploadedFileSchema = z.looseObject({ token: z.string().min(1) });
const personSchema = z.looseObject({
  shared_info: z
    .looseObject({ phone: z.union([z.string(), z.number()]).transform(String) })
    .optional()
    .catch(undefined),
});
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
  /** How many of those that cost nothing it said are used, this one among them; of late it says nothing. */
  readonly used: number | undefined;
}

/** Called before each call that puts a message there: it may have arrived from then on. */
export type Begins = () => Sending;

export interface OaApi {
  send(
    user: string,
    message: Readonly<Record<string, unknown>>,
    begins: Begins,
  ): Promise<SentMessage>;
  /** The number a picture can be sent by. */
  uploadImage(bytes: Uint8Array, type: "image/jpeg" | "image/png"): Promise<string>;
  /** The token a document can be sent by; `name` is what people see. */
  uploadFile(bytes: Uint8Array, type: string, name: string): Promise<string>;
  /** The telephone number this person agreed to share with the account; nothing else of them is read. */
  sharedPhone(user: string): Promise<string | undefined>;
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
  async function ask<T>(
    what: string,
    path: string,
    schema: z.ZodType<T>,
    request: (token: string) => Parameters<ZaloServer["ask"]>[2],
    within: number,
    begins?: Begins,
  ): Promise<T> {
    const call = async (token: string): Promise<T> => {
      await options.mayCall();
      const sending = begins?.();
      try {
        const data = read(what, schema, await server.ask(what, path, request(token), within));
        sending?.taken();
        return data;
      } catch (error) {
        if (error instanceof ZaloUnreached && error.uncertain) sending?.lost();
        else sending?.refused();
        throw error;
      }
    };
    const token = await grant.access();
    try {
      return await call(token);
    } catch (error) {
      if (!(error instanceof ZaloRefused) || error.remedy !== "new-token") throw error;
      return await call(await grant.instead(token));
    }
  }

  function read<T>(what: string, schema: z.ZodType<T>, { json, header }: Answered): T {
    const left = Number(header("x-ratelimit-remain") ?? Number.NaN);
    if (Number.isFinite(left)) options.onRemaining(left);
    const answer = answerSchema.safeParse(json);
    if (!answer.success) throw new ZaloUnreached(what, "not-zalo");
    if (answer.data.error !== 0) throw new ZaloRefused(what, answer.data.error);
    const data = schema.safeParse(answer.data.data);
    if (!data.success) throw new ZaloUnreached(what, "not-zalo");
    return data.data;
  }

  return {
    async send(user, message, begins) {
      const body = JSON.stringify({ recipient: { user_id: user }, message });
      const { message_id: id, quota } = await ask(
        "a message",
        "/v3.0/oa/message/cs",
        sentSchema,
        (token) => ({
          method: "POST",
          headers: { "content-type": "application/json", access_token: token },
          body,
        }),
        patience,
        begins,
      );
      const { quota_type: type = "", remain = Number.NaN, total = Number.NaN } = quota ?? {};
      // As many left as there are, right after one was taken: a number that stands still says nothing.
      const used = type === "reply" && remain < total ? total - Math.max(0, remain) : undefined;
      return { id, billed: paid.has(type), used };
    },
    async uploadImage(bytes, type) {
      const name = type === "image/png" ? "anh.png" : "anh.jpg";
      const { attachment_id: id } = await ask(
        "a picture",
        "/v2.0/oa/upload/image",
        uploadedImageSchema,
        withFile(bytes, type, name),
        patienceWithFile,
      );
      return id;
    },
    async uploadFile(bytes, type, name) {
      const { token } = await ask(
        "a file",
        "/v2.0/oa/upload/file",
        uploadedFileSchema,
        withFile(bytes, type, name),
        patienceWithFile,
      );
      return token;
    },
    async sharedPhone(user) {
      const asked = encodeURIComponent(JSON.stringify({ user_id: user }));
      const { shared_info: shared } = await ask(
        "a person",
        `/v3.0/oa/user/detail?data=${asked}`,
        personSchema,
        (token) => ({ method: "GET", headers: { access_token: token } }),
        patience,
      );
      return phoneIn(shared?.phone ?? "");
    },
    async account() {
      return await ask(
        "the account",
        "/v2.0/oa/getoa",
        accountSchema,
        (token) => ({ method: "GET", headers: { access_token: token } }),
        patience,
      );
    },
  };
}

const withFile =
  (bytes: Uint8Array, type: string, name: string) =>
  (token: string): Parameters<ZaloServer["ask"]>[2] => {
    const form = new FormData();
    form.set("file", new Blob([new Uint8Array(bytes)], { type }), name);
    return { method: "POST", headers: { access_token: token }, body: form };
  };

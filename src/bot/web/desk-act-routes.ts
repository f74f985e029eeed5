/** What a propagandist does about a case: checked here, then an inbound of that case. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import {
  type AccountId,
  type CaseId,
  type Helper,
  type handBackSchema,
  type Inbound,
  type InboundOf,
  instantOf,
  maskSecrets,
  mediaFormSchema,
  type Remark,
} from "../../flows/index.ts";
import { documentOf } from "../conversations/media/as-inbound.ts";
import { shownName } from "../conversations/roster.ts";
import { caseWith, isBeside, mayRead, maySee } from "../desk/cases.ts";
import type { CaseLine } from "../store/cases.ts";
import type { PropagandistRow } from "../store/people.ts";
import { actedOf } from "./acted.ts";
import { type DeskRoutesOptions, lines, refuse, signedIn } from "./desk-door.ts";
import { largestRead, readMedia } from "./media.ts";
import { quoteOf } from "./quote-of.ts";
import type { DeskActed } from "./wire/acts.ts";

const key = z.string().min(8).max(64);
const actSchema = z.union([
  z.object({ key, act: z.literal("claim") }),
  z.object({ key, act: z.literal("release"), note: z.string().trim().max(500).optional() }),
  z.object({
    key,
    act: z.literal("say"),
    text: z.string().trim().min(1).max(3000),
    /** The line this one answers, by its sequence. */
    answers: z.int().min(1).optional(),
  }),
  z.object({ key, act: z.literal("show"), step: z.string().min(1).max(200).optional() }),
  z.object({ key, act: z.literal("which-screen") }),
  z.object({ key, act: z.literal("invite"), to: z.string().min(1).max(40) }),
  z.object({ key, act: z.literal("recall"), turn: z.int().min(1) }),
  z.object({ key, act: z.literal("note"), text: z.string().trim().min(1).max(3000) }),
  /** Of the coordinators; the case stays with who asks. */
  z.object({ key, act: z.literal("ask"), text: z.string().trim().min(1).max(3000) }),
  z.object({
    key,
    act: z.literal("answer"),
    question: z.string().min(1).max(200),
    text: z.string().trim().min(1).max(3000),
  }),
  z.object({ key, act: z.literal("read"), seq: z.int().min(0) }),
  z.object({ key, act: z.literal("reached"), seq: z.int().min(0) }),
  z.object({
    key,
    act: z.literal("hand-back"),
    outcome: z.enum(["still-here", "finished", "needs-paper", "in-person", "unreached"]),
    text: z.string().trim().max(300).optional(),
  }),
  z.object({
    key,
    act: z.literal("hand-back"),
    outcome: z.literal("done-up-to"),
    step: z.string().min(1).max(200),
  }),
  z.object({
    key,
    act: z.literal("hand-back"),
    outcome: z.literal("meet"),
    day: z.iso.date(),
    hour: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    place: z.string().trim().min(1).max(200),
  }),
]);
type Act = z.infer<typeof actSchema>;

export function deskActRoutes(app: FastifyInstance, options: DeskRoutesOptions): void {
  const { store, conversations, clock, desks } = options;

  app.post<{ Params: { id: string } }>("/desk/api/cases/:id/acts", async (request, reply) => {
    const who = signedIn(store, request);
    if (who === undefined) return refuse(reply, 401, "signed-out");
    const act = actSchema.safeParse(request.body);
    if (!act.success) return refuse(reply, 400, "not-read", who);
    // The same key again, after an answer that was lost: what it said then, however the case stands now.
    const before = store.seen("desk" as AccountId, `${who.id}/${act.data.key}`);
    if (before !== undefined) return actedOf(who, before.answer);
    const of = caseWith(store, request.params.id);
    if (
      of === undefined ||
      of.commune !== who.commune ||
      !(act.data.act === "claim" ? maySee(who, of) : mayRead(who, of))
    )
      return {
        ok: false,
        reason: "unknown",
        says: lines["not-found"][who.language],
      } satisfies DeskActed;
    return actOn(who, of, act.data);
  });

  async function actOn(who: PropagandistRow, of: CaseLine, act: Act): Promise<DeskActed> {
    const by: Helper = { id: who.id, name: shownName(who), role: who.role };
    switch (act.act) {
      case "note":
        return remark(who, of, act.key, by, { as: "note", text: act.text });
      case "ask":
        return remark(who, of, act.key, by, { as: "question", text: act.text });
      case "answer":
        return remark(who, of, act.key, by, {
          as: "answer",
          text: act.text,
          of: act.question,
        });
      case "read":
        store.markRead(of.id, who.id, act.seq);
        tellChat(of);
        return { ok: true };
      case "reached":
        store.markReached(of.id, who.id, act.seq);
        tellChat(of);
        return { ok: true };
      case "claim":
        return leave(who, of, act.key, { kind: "case-claim", case: of.id, by });
      case "release":
        return leave(who, of, act.key, {
          kind: "case-release",
          case: of.id,
          by,
          ...(act.note === undefined || act.note === ""
            ? {}
            : { note: maskSecrets(act.note).text.slice(0, 500) }),
        });
      case "say": {
        const masked = maskSecrets(act.text);
        return leave(who, of, act.key, {
          kind: "case-say",
          case: of.id,
          by,
          text: masked.text,
          masked: [...masked.found],
          ...quoteOf(store, of.conversation, act.answers),
        });
      }
      case "show":
      case "which-screen":
      case "invite":
      case "recall":
        return leave(who, of, act.key, {
          kind: "case-tool",
          case: of.id,
          by,
          tool: toolOf(act),
        });
      case "hand-back":
        return leave(who, of, act.key, {
          kind: "case-hand-back",
          case: of.id,
          by,
          result: resultOf(act),
        });
    }
  }

  /** Its words are kept here; the conversation hears that there is something to pass round, and of a question who can. */
  async function remark(
    who: PropagandistRow,
    of: CaseLine,
    actKey: string,
    by: Helper,
    said: Pick<Remark, "as" | "text" | "of">,
  ): Promise<DeskActed> {
    const mayAsk =
      said.as !== "question" ||
      ((of.claimedBy === who.id || isBeside(who, of)) && of.state !== "closed");
    const mayAnswer = said.as !== "answer" || who.rank === "coordinator";
    if (!mayAsk || !mayAnswer)
      return { ok: false, reason: "not-yours", says: lines["not-allowed"][who.language] };
    const remarkKey = `${who.id}/${actKey}`;
    store.addRemark({
      case: of.id,
      key: remarkKey,
      by,
      text: maskSecrets(said.text).text,
      as: said.as,
      of: said.of,
      at: clock.now(),
    });
    const acted = await leave(who, of, actKey, {
      kind: "case-remarked",
      case: of.id,
      by,
      key: remarkKey,
      as: said.as,
      ...(said.of === undefined ? {} : { of: said.of }),
    });
    tellDesks(of.id);
    return acted;
  }

  function toolOf(
    act: Extract<Act, { act: "show" | "which-screen" | "invite" | "recall" }>,
  ): InboundOf<"case-tool">["tool"] {
    switch (act.act) {
      case "show":
        return { is: "show", ...(act.step === undefined ? {} : { step: act.step }) };
      case "which-screen":
        return { is: "which-screen" };
      case "invite":
        return { is: "invite", to: act.to as PropagandistRow["id"] };
      case "recall":
        return { is: "recall", turn: act.turn };
    }
  }

  function resultOf(act: Extract<Act, { act: "hand-back" }>): z.infer<typeof handBackSchema> {
    const text = "text" in act && act.text !== undefined ? maskSecrets(act.text).text : undefined;
    switch (act.outcome) {
      case "done-up-to":
        return { outcome: "done-up-to", step: act.step };
      case "meet":
        return {
          outcome: "meet",
          at: instantOf(act.day, act.hour),
          place: maskSecrets(act.place).text,
        };
      case "needs-paper":
        return { outcome: "needs-paper", ...(text === undefined ? {} : { paper: text }) };
      case "in-person":
        return { outcome: "in-person", ...(text === undefined ? {} : { where: text }) };
      case "still-here":
      case "finished":
      case "unreached":
        return { outcome: act.outcome };
    }
  }

  async function leave(
    who: PropagandistRow,
    of: CaseLine,
    actKey: string,
    inbound: Inbound,
  ): Promise<DeskActed> {
    const taken = await conversations.note(of.conversation, `${who.id}/${actKey}`, inbound);
    return actedOf(who, taken.answer);
  }

  const upload = { bodyLimit: largestRead };
  app.post<{ Params: { id: string } }>(
    "/desk/api/cases/:id/media",
    upload,
    async (request, reply) => {
      const who = signedIn(store, request);
      if (who === undefined) return refuse(reply, 401, "signed-out");
      const query = z
        .object({ key, kind: mediaFormSchema, name: z.string().max(300).optional() })
        .safeParse(request.query);
      const of = caseWith(store, request.params.id);
      const read = query.success ? readMedia(request.body, query.data.kind) : undefined;
      if (read === undefined && query.success && query.data.kind === "file")
        return refuse(reply, 400, "not-carried", who);
      if (!query.success || of === undefined || read === undefined || !mayRead(who, of))
        return refuse(reply, 400, "not-read", who);
      const resident = store.conversation(of.conversation);
      if (resident === undefined) return refuse(reply, 404, "not-found", who);
      const media = conversations.keepMedia(resident.account, resident.peer, read);
      const by: Helper = { id: who.id, name: shownName(who), role: who.role };
      return leave(who, of, query.data.key, {
        kind: "case-send",
        case: of.id,
        by,
        media,
        form: read.form,
        ...(read.form === "file" ? { file: documentOf(query.data.name ?? "", read) } : {}),
        caption: "",
      });
    },
  );

  /** How far a message has come shows on the resident's page. */
  function tellChat({ conversation }: CaseLine): void {
    options.chats.each(conversation, (stream) => stream.send("news", {}));
  }

  function tellDesks(id: CaseId): void {
    desks.all((stream) => {
      stream.send("cases", {});
      stream.send("case", { id });
    });
  }
}

/** People and places over HTTP: the list of propagandists, working groups, and every way in. Coordinators only. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import {
  absenceSchema,
  addresses,
  type CaseId,
  type Helper,
  type Inbound,
  maskSecrets,
  type PropagandistId,
  ranks,
  speeches,
  villageKey,
  weekHoursSchema,
} from "../../flows/index.ts";
import { sayBeside } from "../conversations/beside-villages.ts";
import { shownName } from "../conversations/roster.ts";
import { invite } from "../desk/invitations.ts";
import { newPropagandistId } from "../ids.ts";
import type { PropagandistRow } from "../store/people.ts";
import { actedOf } from "./acted.ts";
import { communeView } from "./desk-commune-view.ts";
import { type DeskRoutesOptions, type lines, refuse, signedIn } from "./desk-door.ts";
import { shownWords } from "./shown-words.ts";

const words = shownWords(60);
const names = z.array(words).max(40);

const personSchema = z.object({
  name: words,
  role: words,
  rank: z.enum(ranks),
  form: z.enum(addresses).nullable(),
  woman: z.boolean(),
  office: z.boolean(),
  villages: names,
  groups: names,
  knows: names,
  speaks: z.array(z.enum(speeches)).min(1),
  hours: z.array(weekHoursSchema).max(14),
  absences: z.array(absenceSchema).max(30),
  duty: z.boolean(),
});
const changeSchema = personSchema.partial();
const newSchema = personSchema
  .pick({ name: true, role: true })
  .extend(personSchema.omit({ name: true, role: true }).partial().shape);
const groupSchema = z.object({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(40),
  says: z.object({ vi: words, en: words }),
  villages: names,
  /** A new one: it must not take the place of one that is there. */
  fresh: z.boolean().default(false),
});
const village = z
  .string()
  .trim()
  .max(60)
  .refine((name) => villageKey(name) !== "");
const besideSchema = z.object({
  villages: z
    .tuple([village, village])
    .refine(([one, other]) => villageKey(one) !== villageKey(other)),
  beside: z.boolean(),
});
const assignSchema = z.object({
  key: z.string().min(8).max(64),
  to: z.string().min(1).max(64),
  note: z.string().trim().max(500).optional(),
});

/** What is to be put right, by the first thing that is wrong. */
const toPutRight: Readonly<Record<string, keyof typeof lines>> = {
  name: "name-or-role-missing",
  role: "name-or-role-missing",
  hours: "hours-wrong",
  absences: "absence-wrong",
  says: "group-name-missing",
  id: "group-name-missing",
};
const whatIsWrong = ({ issues }: z.ZodError): keyof typeof lines =>
  toPutRight[String(issues[0]?.path[0])] ?? "not-read";

/** What was said; what was not stays as it is. */
const said = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [Name in keyof T]?: Exclude<T[Name], undefined>;
  };

export function deskPeopleRoutes(app: FastifyInstance, options: DeskRoutesOptions): void {
  const { store, clock, conversations } = options;
  const viewFor = communeView(options);

  /** The coordinator who asks; otherwise the refusal has been sent. */
  function coordinator(request: FastifyRequest, reply: FastifyReply): PropagandistRow | undefined {
    const who = signedIn(store, request);
    if (who === undefined) refuse(reply, 401, "signed-out");
    else if (who.rank !== "coordinator") refuse(reply, 403, "not-allowed", who);
    return who?.rank === "coordinator" ? who : undefined;
  }

  /** Somebody on this commune's list. */
  function listed(who: PropagandistRow, id: string): PropagandistRow | undefined {
    const found = store.propagandist(id as PropagandistId);
    return found?.commune === who.commune && found.leftAt === undefined ? found : undefined;
  }

  const changed = (who: PropagandistRow) => {
    options.desks.all((stream) => stream.send("people", {}));
    return viewFor(who);
  };

  app.get("/desk/api/commune", async (request, reply) => {
    const who = coordinator(request, reply);
    return who === undefined ? reply : viewFor(who);
  });

  app.post("/desk/api/people", async (request, reply) => {
    const who = coordinator(request, reply);
    if (who === undefined) return reply;
    const given = newSchema.safeParse(request.body);
    if (!given.success) return refuse(reply, 400, whatIsWrong(given.error), who);
    const { form, ...person } = given.data;
    store.savePropagandist({
      rank: "propagandist",
      woman: false,
      office: false,
      villages: [],
      groups: [],
      knows: [],
      speaks: ["vi"],
      hours: [],
      absences: [],
      language: "vi",
      ...said(person),
      name: person.name,
      role: person.role,
      ...(form === undefined || form === null ? {} : { form }),
      id: newPropagandistId(),
      commune: who.commune,
      duty: false,
    });
    return changed(who);
  });

  app.post<{ Params: { id: string } }>("/desk/api/people/:id", async (request, reply) => {
    const who = coordinator(request, reply);
    if (who === undefined) return reply;
    const person = listed(who, request.params.id);
    if (person === undefined) return refuse(reply, 404, "no-person", who);
    const given = changeSchema.safeParse(request.body);
    if (!given.success) return refuse(reply, 400, whatIsWrong(given.error), who);
    const { form, ...change } = given.data;
    // Nobody takes their own rank away: a commune would be left without a coordinator.
    if (person.id === who.id && change.rank !== undefined && change.rank !== who.rank)
      return refuse(reply, 409, "own-rank", who);
    store.savePropagandist({
      ...person,
      ...said(change),
      ...(form === undefined ? {} : { form: form ?? undefined }),
    });
    return changed(who);
  });

  app.post<{ Params: { id: string } }>("/desk/api/people/:id/invite", async (request, reply) => {
    const who = coordinator(request, reply);
    if (who === undefined) return reply;
    const person = listed(who, request.params.id);
    if (person === undefined) return refuse(reply, 404, "no-person", who);
    const { id, commune, rank, name, role, woman, office } = person;
    const wish = { commune, rank, name, role, woman, office, village: "", who: id };
    return invite(store, wish, {
      now: clock.now(),
      webRoot: options.webRoot(),
      botName: options.botName(),
    });
  });

  app.post<{ Params: { id: string } }>("/desk/api/people/:id/sign-out", async (request, reply) => {
    const who = coordinator(request, reply);
    if (who === undefined) return reply;
    const person = listed(who, request.params.id);
    if (person === undefined) return refuse(reply, 404, "no-person", who);
    store.signOut(person.id, clock.now());
    // Neither phone nor chat is theirs now: nobody is to be called who cannot hear it.
    const now = store.propagandist(person.id);
    if (now !== undefined) store.savePropagandist({ ...now, duty: false });
    options.desks.close(person.id, "signed-out");
    return changed(who);
  });

  app.post<{ Params: { id: string } }>("/desk/api/people/:id/leave", async (request, reply) => {
    const who = coordinator(request, reply);
    if (who === undefined) return reply;
    const person = listed(who, request.params.id);
    if (person === undefined) return refuse(reply, 404, "no-person", who);
    if (person.id === who.id) return refuse(reply, 409, "own-rank", who);
    // What they hold goes back to waiting first, so that nobody is left with somebody who is gone.
    const by: Helper = { id: person.id, name: shownName(person), role: person.role };
    for (const of of store.cases(person.commune, clock.now())) {
      if (of.claimedBy !== person.id || of.state === "closed") continue;
      const release: Inbound =
        of.state === "claimed"
          ? { kind: "case-release", case: of.id, by }
          : { kind: "case-hand-back", case: of.id, by, result: { outcome: "still-here" } };
      await conversations.note(of.conversation, `left/${person.id}/${of.id}`, release);
    }
    store.signOut(person.id, clock.now());
    const now = store.propagandist(person.id) ?? person;
    store.savePropagandist({ ...now, duty: false, leftAt: clock.now() });
    options.desks.close(person.id, "signed-out");
    return changed(who);
  });

  app.post("/desk/api/groups", async (request, reply) => {
    const who = coordinator(request, reply);
    if (who === undefined) return reply;
    const given = groupSchema.safeParse(request.body);
    if (!given.success) return refuse(reply, 400, whatIsWrong(given.error), who);
    const { fresh, ...group } = given.data;
    if (fresh && store.groups(who.commune).some(({ id }) => id === group.id))
      return refuse(reply, 409, "group-known", who);
    store.saveGroup(who.commune, group);
    return changed(who);
  });

  app.post<{ Params: { id: string } }>("/desk/api/groups/:id/remove", async (request, reply) => {
    const who = coordinator(request, reply);
    if (who === undefined) return reply;
    store.removeGroup(who.commune, request.params.id);
    return changed(who);
  });

  app.post("/desk/api/villages-beside", async (request, reply) => {
    const who = coordinator(request, reply);
    if (who === undefined) return reply;
    const given = besideSchema.safeParse(request.body);
    if (!given.success) return refuse(reply, 400, "villages-wrong", who);
    sayBeside(store, who.commune, given.data.villages, given.data.beside);
    return changed(who);
  });

  app.post<{ Params: { id: string } }>("/desk/api/invitations/:id/end", async (request, reply) => {
    const who = coordinator(request, reply);
    if (who === undefined) return reply;
    store.endInvitation(who.commune, request.params.id, clock.now());
    return changed(who);
  });

  app.post<{ Params: { id: string } }>("/desk/api/cases/:id/assign", async (request, reply) => {
    const who = coordinator(request, reply);
    if (who === undefined) return reply;
    const given = assignSchema.safeParse(request.body);
    const of = store.case(request.params.id as CaseId);
    if (!given.success) return refuse(reply, 400, "not-read", who);
    const to = listed(who, given.data.to);
    const helps = to?.rank === "propagandist" || to?.rank === "coordinator";
    if (of?.commune !== who.commune || to === undefined || !helps || to.joinedAt === undefined)
      return refuse(reply, 404, "no-person", who);
    const { key, note } = given.data;
    const by: Helper = { id: who.id, name: shownName(who), role: who.role };
    if (note !== undefined && note !== "")
      store.addRemark({
        case: of.id,
        key: `${who.id}/${key}`,
        by,
        text: maskSecrets(note).text,
        as: "note",
        at: clock.now(),
      });
    const taken = await conversations.note(of.conversation, `${who.id}/${key}`, {
      kind: "case-assign",
      case: of.id,
      by,
      to: { id: to.id, name: shownName(to), role: to.role },
    });
    return actedOf(who, taken.answer);
  });
}

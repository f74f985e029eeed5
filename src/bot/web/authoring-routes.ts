/** Writing guides over HTTP: what there is, one guide with its steps, and edits of one place at a time. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { type Language, matters, type PropagandistId } from "../../flows/index.ts";
import { addSource } from "../authoring/add-source.ts";
import { edit, inFolder, overlayOf, put } from "../authoring/draft.ts";
import { type StepFields, stepsIn, textAt } from "../authoring/fields.ts";
import {
  isRecord,
  isUnitRecord,
  type Place,
  placeKey,
  sameUnit,
  unitAt,
} from "../authoring/place.ts";
import type { Looked } from "../authoring/reading.ts";
import type { Clock } from "../clock.ts";
import { filesOfFolder, overlaid } from "../content/content-files.ts";
import { drawable } from "../conversations/media/drawable.ts";
import type { PropagandistRow } from "../store/people.ts";
import { officerAt, refuse } from "./authoring-door.ts";
import { complaintOf, liesIn, wireValue } from "./authoring-lines.ts";
import type { AuthoringRoom } from "./authoring-room.ts";
import { largestRead } from "./media.ts";
import type {
  Edit,
  Edited,
  FactFile,
  FactSaid,
  FieldLine,
  Guide,
  Overview,
  PhraseLine,
  Present,
  StepLine,
  Words,
} from "./wire/authoring.ts";

const path = z.string().regex(/^(?:flows|fragments|facts|phrases)\/[a-z0-9-]+\.yaml$/);
const place = z
  .array(z.union([z.string().max(100), z.int().min(0).max(1000)]))
  .min(1)
  .max(8);
const line = z
  .string()
  .max(2000)
  .transform((text) => text.replaceAll("\r\n", "\n").trim());
const value = z
  .union([
    line,
    z.strictObject({ vi: line, en: line }),
    z.strictObject({ name: line, on: z.iso.date() }),
  ])
  .nullable();
const editSchema = z.strictObject({
  path,
  place,
  before: value,
  after: value,
}) satisfies z.ZodType<Edit>;
const sourceSchema = z.strictObject({
  title: line.pipe(z.string().min(1).max(400)),
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  read: z.iso.date(),
});
const screen = z.string().regex(/^[a-z0-9-]{1,60}\/[a-z0-9-]{1,60}$/);

const largestPicture = 10 * 1024 * 1024;

export function authoringRoutes(
  app: FastifyInstance,
  room: AuthoringRoom,
  { clock }: { readonly clock: Clock },
): void {
  const { store, commune } = room;
  const base = "/desk/api/authoring";
  const nameOf = (id: string): string => store.propagandist(id as PropagandistId)?.name ?? "?";

  const othersFor = (
    who: PropagandistRow,
    at: { path: string; step?: string | undefined },
  ): Present[] =>
    room.looksAt({ who: who.id, ...at }).map((one) => ({
      name: nameOf(one.who),
      path: one.path,
      ...(one.step === undefined ? {} : { step: one.step }),
    }));

  app.get(`${base}/overview`, async (request, reply) => {
    const who = officerAt(store, commune, request, reply);
    if (who === undefined) return reply;
    const draft = room.draft();
    const { problems, outline = [] } = await room.look();
    const { places } = room.library();
    const changed = new Set(draft.files.map((file) => file.path));
    const count = (of: string, weight: "error" | "warning") =>
      problems.filter((one) => one.file === of && one.weight === weight).length;
    return {
      me: { name: who.name, language: who.language },
      commune: places.communes.find(({ id }) => id === commune)?.says ?? "",
      guides: outline.map(({ title, ...rest }) => ({
        ...rest,
        title: title?.[who.language] ?? rest.id,
        changed: changed.has(rest.path),
        errors: count(rest.path, "error"),
        warnings: count(rest.path, "warning"),
      })),
      draft: {
        files: draft.files.length,
        by: [...new Set(draft.files.map(({ by }) => nameOf(by)))],
        conflicts: draft.conflicts.length,
        errors: problems.filter(({ weight }) => weight === "error").length,
      },
      others: othersFor(who, { path: "" }),
    } satisfies Overview;
  });

  app.get(`${base}/guide`, async (request, reply) => {
    const who = officerAt(store, commune, request, reply);
    if (who === undefined) return reply;
    const query = z.object({ path, step: z.string().max(100).optional() }).safeParse(request.query);
    const file = query.success ? room.file(query.data.path) : undefined;
    if (!query.success || file === undefined || !isRecord(file.now))
      return refuse(reply, 404, "not-found", who);
    const looked = await room.look(query.data.path);
    return guideOf(query.data.path, file, looked, who, othersFor(who, query.data));
  });

  function guideOf(
    at: string,
    file: { readonly now: unknown; readonly base: unknown },
    looked: Looked,
    who: PropagandistRow,
    others: readonly Present[],
  ): Guide {
    const now = isRecord(file.now) ? file.now : {};
    const problems = looked.problems.filter((one) => one.file === at);
    const touches = new Map(
      room
        .draft()
        .touches.filter((one) => one.path === at)
        .map((one) => [one.place, one.by]),
    );
    const told = (found: typeof problems) => found.map((one) => complaintOf(one, who.language));
    const fieldLine = (where: Place, role: string): FieldLine => {
      const text = textAt(now, where);
      const before = textAt(file.base, where);
      const by = touches.get(placeKey(where));
      return {
        place: where,
        role,
        ...(text === undefined ? {} : { now: text as unknown as Words }),
        ...(before === undefined ? {} : { base: before as unknown as Words }),
        ...(by === undefined || sameUnit(text, before) ? {} : { by: nameOf(by) }),
        complaints: told(problems.filter((one) => liesIn(one.at, where))),
      };
    };
    const stepLine = (step: StepFields): StepLine => {
      const fields = step.fields.map((field) => fieldLine(field.place, field.role));
      const own = problems.filter(
        (one) =>
          liesIn(one.at, ["steps", step.id]) &&
          !fields.some((field) => liesIn(one.at, field.place)),
      );
      return {
        id: step.id,
        kind: step.kind,
        leads: step.leads,
        ...(step.includes === undefined ? {} : { includes: step.includes }),
        fields,
        complaints: told(own),
        ...screenOf(step.screen, who.language),
        previews: looked.previews[step.id] ?? [],
      };
    };
    const approved = now["approved-by"];
    const outline = looked.outline?.find((one) => one.path === at);
    return {
      path: at,
      id: String(now["flow"] ?? now["fragment"]),
      kind: "flow" in now ? "guide" : "fragment",
      ...("says" in now ? { title: fieldLine(["says"], "title") } : {}),
      answers: answersIn(now).map((where) => fieldLine(where, String(where[1]))),
      reviewBy: String(now["review-by"] ?? ""),
      ...(isUnitRecord(approved)
        ? { approvedBy: { name: approved["name"] ?? "", on: approved["on"] ?? "" } }
        : {}),
      usedBy: outline?.usedBy ?? [],
      steps: stepsIn(now).map(stepLine),
      complaints: told(
        problems.filter(
          (one) =>
            one.at[0] !== "steps" &&
            ![["says"], ...answersIn(now)].some((where) => liesIn(one.at, where)),
        ),
      ),
      others,
    };
  }

  function screenOf(id: string | undefined, language: Language): Pick<StepLine, "screen"> {
    const address = id === undefined ? undefined : room.pictures?.addressOf(id, language);
    if (id === undefined || address === undefined) return {};
    const own = pictureNow(id) !== undefined;
    return { screen: { id, own, alt: address.alt, url: `${base}${address.url}` } };
  }

  function pictureNow(id: string): Uint8Array | undefined {
    const file = `pictures/${id}.png`;
    const drafted = store.draftFiles(commune).find((one) => one.path === file);
    return drafted === undefined ? inFolder(room.dir, file) : drafted.bytes;
  }

  app.post(`${base}/edit`, async (request, reply) => {
    const who = officerAt(store, commune, request, reply);
    if (who === undefined) return reply;
    const wish = editSchema.safeParse(request.body);
    if (!wish.success) return refuse(reply, 400, "not-read", who);
    const { before, after, ...where } = wish.data;
    if (!mayChange(where.place, where.path)) return refuse(reply, 404, "not-found", who);
    const edited = edit(room, {
      ...where,
      before: before ?? undefined,
      after: after ?? undefined,
      by: who.id,
      now: clock.now(),
    });
    switch (edited.outcome) {
      case "taken":
        return { outcome: "taken" } satisfies Edited;
      case "no-such-place":
        return refuse(reply, 404, "not-found", who);
      case "someone-else":
        return reply.code(409).send({
          outcome: "someone-else",
          now: wireValue(edited.now) ?? null,
          ...(edited.by === undefined ? {} : { by: nameOf(edited.by) }),
        } satisfies Edited);
    }
  });

  /** Words, facts, review and approval; never ids, kinds and roads. */
  function mayChange(where: Place, of: string): boolean {
    const last = String(where.at(-1));
    if (of.startsWith("phrases/")) return where.length === 1;
    if (of.startsWith("facts/"))
      return where.length === 2 && ["value", "from", "until", "source", "checked"].includes(last);
    if (where.length === 1) return ["says", "review-by", "approved-by"].includes(last);
    if (where[0] === "about")
      return answersIn(room.file(of)?.now).some((one) => placeKey(one) === placeKey(where));
    if (where[0] !== "steps") return false;
    const fields = stepsIn(room.file(of)?.now).flatMap((step) => step.fields);
    return fields.some((field) => placeKey(field.place) === placeKey(where));
  }

  app.post(`${base}/source`, async (request, reply) => {
    const who = officerAt(store, commune, request, reply);
    if (who === undefined) return reply;
    const wish = sourceSchema.safeParse(request.body);
    if (!wish.success) return refuse(reply, 400, "not-read", who);
    return { id: addSource(room, wish.data, who.id, clock.now()) };
  });

  app.post(`${base}/picture`, { bodyLimit: largestRead }, async (request, reply) => {
    const who = officerAt(store, commune, request, reply);
    if (who === undefined) return reply;
    const query = z.object({ screen }).safeParse(request.query);
    if (!query.success || !knows(query.data.screen)) return refuse(reply, 404, "not-found", who);
    const picture = Buffer.isBuffer(request.body) ? await redrawn(request.body) : undefined;
    if (picture === undefined) return refuse(reply, 400, "not-a-picture", who);
    put(room, `pictures/${query.data.screen}.png`, picture, who.id, clock.now());
    return {};
  });

  const knows = (id: string): boolean => Object.hasOwn(room.library().screens, id);

  async function redrawn(body: Buffer): Promise<Uint8Array | undefined> {
    const own = body.length > largestPicture ? undefined : drawable(body);
    return own && room.pictures?.redraw(own).catch(() => undefined);
  }

  app.post(`${base}/picture-remove`, async (request, reply) => {
    const who = officerAt(store, commune, request, reply);
    if (who === undefined) return reply;
    const wish = z.object({ screen }).safeParse(request.body);
    if (!wish.success || !knows(wish.data.screen)) return refuse(reply, 404, "not-found", who);
    put(room, `pictures/${wish.data.screen}.png`, undefined, who.id, clock.now());
    return {};
  });

  app.get<{ Params: { file: string; picture: string } }>(
    `${base}/screens/:file/:picture`,
    async (request, reply) => {
      const who = officerAt(store, commune, request, reply);
      if (who === undefined) return reply;
      const [, name = "", language] =
        /^([a-z0-9-]+)\.(vi|en)\.png$/.exec(request.params.picture) ?? [];
      const found =
        language === "vi" || language === "en"
          ? await room.pictures?.pictureFor(`${request.params.file}/${name}`, language)
          : undefined;
      if (found === undefined) return refuse(reply, 404, "not-found", who);
      return reply
        .header("content-type", found.type)
        .header("cache-control", "private, max-age=60")
        .send(Buffer.from(found.bytes));
    },
  );

  app.get(`${base}/facts`, async (request, reply) => {
    const who = officerAt(store, commune, request, reply);
    if (who === undefined) return reply;
    const { problems } = await room.look();
    const known = isRecord(room.file("facts/sources.yaml")?.now)
      ? (room.file("facts/sources.yaml")?.now as Record<string, unknown>)
      : {};
    const sources = Object.entries(known).map(([id, is]) => ({
      id,
      title: isRecord(is) ? String(is["title"]) : id,
    }));
    return overlaid(filesOfFolder(room.dir), overlayOf(room.draft()))
      .yamlIn("facts")
      .filter((at) => at !== "facts/sources.yaml")
      .map((at) => {
        const file = room.file(at);
        const now = isRecord(file?.now) ? file.now : {};
        return {
          path: at,
          sources,
          facts: Object.entries(now).flatMap(([id, is]) => {
            if (!isRecord(is)) return [];
            const before = unitAt(file?.base, [id]) as unknown;
            return [
              {
                id,
                kind: String(is["kind"]),
                ...factSaid(is),
                ...(isRecord(before) ? { base: factSaid(before) } : {}),
                changed: JSON.stringify(is) !== JSON.stringify(unitAt(file?.base, [id])),
                complaints: problems
                  .filter((one) => one.file === at && liesIn(one.at, [id]))
                  .map((one) => complaintOf(one, who.language)),
              },
            ];
          }),
        };
      }) satisfies FactFile[];
  });

  app.get(`${base}/phrases`, async (request, reply) => {
    const who = officerAt(store, commune, request, reply);
    if (who === undefined) return reply;
    const [vi, en] = ["phrases/vi.yaml", "phrases/en.yaml"].map((at) => room.file(at));
    const text = (of: unknown, id: string): string => String(unitAt(of, [id]) ?? "");
    return Object.keys(isRecord(vi?.now) ? vi.now : {}).map((id) => ({
      id,
      vi: text(vi?.now, id),
      en: text(en?.now, id),
      base: { vi: text(vi?.base, id), en: text(en?.base, id) },
      changed: text(vi?.now, id) !== text(vi?.base, id) || text(en?.now, id) !== text(en?.base, id),
    })) satisfies PhraseLine[];
  });
}

/** Where the answers of a guide stand; one that is not written yet may be. A shared part answers nothing itself. */
const answersIn = (file: unknown): Place[] =>
  isRecord(file) && "flow" in file ? matters.map((matter) => ["about", matter]) : [];

const factSaid = (fact: Readonly<Record<string, unknown>>): FactSaid => ({
  value: isUnitRecord(fact["value"]) ? (fact["value"] as unknown as Words) : String(fact["value"]),
  from: String(fact["from"]),
  until: String(fact["until"]),
  source: String(fact["source"]),
  checked: String(fact["checked"]),
});

/** From a draft to residents: looking at what changes, choosing between two people's words, publishing, going back. */
import type { FastifyInstance } from "fastify";
import qrcode from "qrcode";
import { z } from "zod";
import type { EditionId, Language, PropagandistId } from "../../flows/index.ts";
import type { ContentState } from "../authoring/content-difference.ts";
import { contentDifference, stateOfFiles } from "../authoring/content-difference.ts";
import { type Draft, draftFrom, draftNow, edit, markOf, settle } from "../authoring/draft.ts";
import type { Written } from "../authoring/edit-yaml.ts";
import { isUnitRecord, unitAt } from "../authoring/place.ts";
import { publishDraft } from "../authoring/publish-draft.ts";
import { whoStands } from "../authoring/who-stands.ts";
import type { Clock } from "../clock.ts";
import { publishedBytes } from "../content/content-files.ts";
import { hashOf, newCookie } from "../ids.ts";
import type { PropagandistRow } from "../store/people.ts";
import { officerAt, refuse } from "./authoring-door.ts";
import {
  changeLine,
  complaintOf,
  conflictLine,
  fileDifferences,
  stateOfPublication,
  whereOf,
} from "./authoring-lines.ts";
import type { AuthoringRoom } from "./authoring-room.ts";
import type {
  HistoryEntry,
  HistoryLine,
  PublishedDraft,
  Review,
  StandingLine,
  TryLink,
} from "./wire/authoring.ts";

const placeSchema = z.array(z.union([z.string(), z.int()])).max(8);
const aDay = 24 * 60 * 60 * 1000;

const outcomes: Readonly<Record<PublishedDraft["outcome"], { vi: string; en: string }>> = {
  published: { vi: "Đã đưa ra dùng.", en: "Published." },
  same: { vi: "Không có gì mới để đưa ra dùng.", en: "Nothing is new." },
  refused: {
    vi: "Bản nháp còn chỗ sai, chưa đưa ra dùng được.",
    en: "The draft still has errors and was not published.",
  },
  conflicts: {
    vi: "Có chỗ hai người cùng sửa. Chọn lời nào trước đã.",
    en: "Two people changed the same place. Choose whose words stay first.",
  },
  changed: {
    vi: "Bản nháp vừa đổi thêm. Xem lại rồi đưa ra dùng.",
    en: "The draft has just changed. Look at it again, then publish.",
  },
  locked: {
    vi: "Máy không ghi được vào thư mục bài. Nhờ người trông máy xem quyền ghi.",
    en: "The content folder cannot be written. Ask whoever runs the machine.",
  },
};

export function authoringPublishRoutes(
  app: FastifyInstance,
  room: AuthoringRoom,
  { clock, webRoot }: { readonly clock: Clock; webRoot(): string },
): void {
  const { store, commune, dir } = room;
  const base = "/desk/api/authoring";
  const nameOf = (id: PropagandistId): string => store.propagandist(id)?.name ?? "?";

  /** What would be published: the folder with the draft over it. */
  function stateOfDraft(draft: Draft): ContentState {
    const files = new Map<string, Uint8Array>(publishedBytes(dir));
    for (const { path, bytes } of draft.files) {
      if (bytes === undefined) files.delete(path);
      else files.set(path, bytes);
    }
    return stateOfFiles(files);
  }

  app.get(`${base}/review`, async (request, reply) => {
    const who = officerAt(store, commune, request, reply);
    if (who === undefined) return reply;
    const draft = room.draft();
    const mark = markOf(room, draft);
    const [{ problems, outline = [] }, sound] = [await room.look(), await room.refresh()];
    const after = stateOfDraft(draft);
    const [newest] = store.publications();
    const before =
      newest === undefined
        ? undefined
        : stateOfPublication(store, newest.position, store.publication());
    const changes = before === undefined ? [] : contentDifference(before, after);
    const drafted = new Set(draft.files.map(({ path }) => path));
    const { language } = who;
    const library = room.library();
    const told = (weight: "error" | "warning") =>
      problems
        .filter((one) => one.weight === weight && (weight === "error" || drafted.has(one.file)))
        .map((one) => ({
          ...complaintOf(one, language),
          where: [whereOf(one.file, library, language), one.step ?? ""].filter(Boolean).join(" · "),
        }));
    return {
      mark,
      changes: changes.map((change) => changeLine(change, library, language)),
      folderToo: changes.some(({ path }) => !drafted.has(path)),
      conflicts: draft.conflicts.map((one) => conflictLine(one, library, language)),
      standing: sound ? standing(language) : [],
      errors: told("error"),
      warnings: told("warning"),
      files: before === undefined ? [] : fileDifferences(before, after, changes),
      guides: outline
        .filter(({ path, kind }) => kind === "guide" && drafted.has(path))
        .map(({ path, id, title, reviewBy, approvedBy }) => ({
          path,
          id,
          title: title?.[language] ?? id,
          reviewBy,
          approvedBy,
        })),
    } satisfies Review;
  });

  function standing(language: Language): StandingLine[] {
    const library = room.library();
    return whoStands(store.standing(), library).map(({ flow, step, people, then }) => {
      const newest = library.flows.get(flow);
      const rows = store.standing().filter((row) => row.flow === flow && row.step === step);
      const old = rows
        .map((row) => library.edition(row.edition as EditionId))
        .find((one) => one?.has(step));
      return {
        guide: (newest ?? old)?.says[language] ?? flow,
        step,
        says: old?.stepAt(step).says[language] ?? step,
        people,
        then,
      };
    });
  }

  app.post(`${base}/settle`, async (request, reply) => {
    const who = officerAt(store, commune, request, reply);
    if (who === undefined) return reply;
    const wish = z
      .strictObject({ path: z.string(), place: placeSchema, keep: z.enum(["mine", "theirs"]) })
      .safeParse(request.body);
    if (!wish.success) return refuse(reply, 400, "not-read", who);
    return settle(room, wish.data) ? {} : refuse(reply, 404, "not-found", who);
  });

  app.post(`${base}/discard`, async (request, reply) => {
    const who = officerAt(store, commune, request, reply);
    if (who === undefined) return reply;
    const wish = z
      .strictObject({ path: z.string().optional(), place: placeSchema.optional() })
      .safeParse(request.body);
    if (!wish.success) return refuse(reply, 400, "not-read", who);
    const { path, place = [] } = wish.data;
    if (path === undefined || place.length === 0) {
      const paths = draftNow(room).files.map((file) => file.path);
      store.dropDraft(commune, path === undefined ? paths : [path]);
      return {};
    }
    return takenBack(path, place, who) ? {} : refuse(reply, 404, "not-found", who);
  });

  /** One place as it was before the draft. */
  function takenBack(path: string, place: (string | number)[], who: PropagandistRow): boolean {
    const file = room.file(path);
    if (file === undefined) return false;
    const written = (unit: unknown): Written | undefined =>
      typeof unit === "string" || isUnitRecord(unit) ? unit : undefined;
    const edited = edit(room, {
      path,
      place,
      before: written(unitAt(file.now, place)),
      after: written(unitAt(file.base, place)),
      by: who.id,
      now: clock.now(),
    });
    return edited.outcome === "taken";
  }

  app.post(`${base}/publish`, async (request, reply) => {
    const who = officerAt(store, commune, request, reply);
    if (who === undefined) return reply;
    const wish = z.strictObject({ mark: z.string().max(64) }).safeParse(request.body);
    if (!wish.success) return refuse(reply, 400, "not-read", who);
    const { outcome } = await publishDraft(room, wish.data.mark, who.id, clock.now());
    if (outcome === "shown") throw new Error("publishing a draft is never a dry run");
    const fine = outcome === "published" || outcome === "same";
    return reply
      .code(fine ? 200 : 409)
      .send({ outcome, says: outcomes[outcome][who.language] } satisfies PublishedDraft);
  });

  app.post(`${base}/try`, async (request, reply) => {
    const who = officerAt(store, commune, request, reply);
    if (who === undefined) return reply;
    if (!(await room.refresh())) return refuse(reply, 409, "has-errors", who);
    const code = newCookie();
    const expiresAt = clock.now() + aDay;
    store.addTryLink(hashOf(code), commune, who.id, expiresAt);
    const url = `${webRoot()}/thu/${code}`;
    const svg = await qrcode.toString(url, { type: "svg", margin: 2 });
    const qr = `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
    return { url, qr, expiresAt } satisfies TryLink;
  });

  const historyLines = (): HistoryLine[] =>
    store.publications().map(({ position, at, by, restorable }, index) => ({
      position,
      at,
      ...(by === undefined ? {} : { by: nameOf(by) }),
      restorable,
      current: index === 0,
    }));

  app.get(`${base}/history`, async (request, reply) => {
    const who = officerAt(store, commune, request, reply);
    return who === undefined ? reply : historyLines();
  });

  app.get<{ Params: { position: string } }>(`${base}/history/:position`, async (request, reply) => {
    const who = officerAt(store, commune, request, reply);
    if (who === undefined) return reply;
    const all = historyLines();
    const at = all.findIndex(({ position }) => String(position) === request.params.position);
    const [line, earlier] = [all[at], all[at + 1]];
    if (line === undefined) return refuse(reply, 404, "not-found", who);
    const state = (position: number) =>
      stateOfPublication(store, position, store.publicationAt(position));
    const after = state(line.position);
    const before = earlier === undefined ? undefined : state(earlier.position);
    const changes =
      before === undefined || after === undefined ? [] : contentDifference(before, after);
    return {
      ...line,
      changes: changes.map((change) => changeLine(change, room.library(), who.language)),
      files:
        before === undefined || after === undefined ? [] : fileDifferences(before, after, changes),
    } satisfies HistoryEntry;
  });

  app.post(`${base}/restore`, async (request, reply) => {
    const who = officerAt(store, commune, request, reply);
    if (who === undefined) return reply;
    const wish = z
      .strictObject({ position: z.int().min(0), replace: z.boolean() })
      .safeParse(request.body);
    if (!wish.success) return refuse(reply, 400, "not-read", who);
    if (!wish.data.replace && draftNow(room).files.length > 0)
      return refuse(reply, 409, "draft-there", who);
    const drafted = draftFrom(room, wish.data.position, who.id, clock.now());
    return drafted === "not-kept" ? refuse(reply, 409, "not-kept", who) : {};
  });
}

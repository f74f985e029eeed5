/** The commune's hours, telephone, name and limits over HTTP: what holds, what the file says, and who set what. */
import { isDeepStrictEqual } from "node:util";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import {
  type DeskFault,
  type DeskPart,
  type DeskPartValues,
  deskLimits,
  deskParts,
  keptPart,
  partsOf,
  readDeskPart,
  telephoneOf,
} from "../../flows/index.ts";
import { deskInFile, lastChanges } from "../content/set-on-desk.ts";
import { shownName } from "../conversations/roster.ts";
import type { PropagandistRow } from "../store/people.ts";
import { type DeskRoutesOptions, refuse, signedIn } from "./desk-door.ts";
import { oneLine } from "./shown-words.ts";
import type {
  DeskFaults,
  DeskSetting,
  DeskSettingChange,
  DeskSettings,
  DeskSettingValues,
} from "./wire/settings.ts";

const partSchema = z.object({ part: z.enum(deskParts) });
const bodySchema = z.object({ value: z.unknown() });
const wordsSchema = z.record(z.string(), z.unknown());

/** So many changes are shown; all of them are kept. */
const changesShown = 20;

const says: Readonly<Record<DeskFault["what"], (field: string) => { vi: string; en: string }>> = {
  missing: (field) =>
    field === "hours"
      ? {
          vi: "Cần ít nhất một khoảng giờ có người trả lời.",
          en: "At least one stretch of hours is needed.",
        }
      : { vi: "Ghi tên, nhiều nhất 60 chữ cái.", en: "Write a name, at most 60 letters." },
  number: (field) => {
    const { least, most } = deskLimits[field as keyof typeof deskLimits];
    return {
      vi: `Ghi một số từ ${least} đến ${most}.`,
      en: `Write a number from ${least} to ${most}.`,
    };
  },
  order: () => ({
    vi: "Số này không được nhỏ hơn số ở bậc trước.",
    en: "This cannot be less than the step before it.",
  }),
  telephone: () => ({
    vi: "Chỉ ghi một số điện thoại, cả mã vùng. Ví dụ 0207 3822 119, hoặc 0912 345 678.",
    en: "One telephone number with its area code, such as 0207 3822 119 or 0912 345 678.",
  }),
  stretch: () => ({
    vi: "Chọn ít nhất một thứ, và giờ bắt đầu phải trước giờ kết thúc.",
    en: "Choose at least one day, and let it begin before it ends.",
  }),
  quiet: () => ({
    vi: "Từ 20:30 đến 6:30 máy không gọi ai. Ghi giờ trong khoảng 6:30 đến 20:30.",
    en: "From 20:30 to 6:30 nobody is called. Let the hours lie between 6:30 and 20:30.",
  }),
};

export function deskSettingsRoutes(app: FastifyInstance, options: DeskRoutesOptions): void {
  const { store, clock } = options;

  /** The coordinator who asks; otherwise the refusal has been sent. */
  function coordinator(request: FastifyRequest, reply: FastifyReply): PropagandistRow | undefined {
    const who = signedIn(store, request);
    if (who === undefined) refuse(reply, 401, "signed-out");
    else if (who.rank !== "coordinator") refuse(reply, 403, "not-allowed", who);
    return who?.rank === "coordinator" ? who : undefined;
  }

  const nameOf = (id: PropagandistRow["id"]): string => {
    const row = store.propagandist(id);
    return row === undefined ? "" : shownName(row);
  };

  function viewFor(who: PropagandistRow): DeskSettings {
    const library = options.library();
    const changes = store.deskChanges(who.commune);
    const last = lastChanges(changes);
    const now = partsOf(library.desk);
    const inFile = partsOf(deskInFile(library));
    const setting = <Part extends DeskPart>(part: Part): DeskSetting<DeskSettingValues[Part]> => {
      const change = last[part];
      const value = { now: now[part], inFile: inFile[part] } as const;
      if (change === undefined || keptPart(part, change.value) === undefined) return value;
      const fileChanged = !isDeepStrictEqual(change.inFile, inFile[part]);
      return { ...value, set: { by: nameOf(change.who), at: change.at, fileChanged } };
    };
    const desk = { ...library.desk, telephone: undefined };
    return {
      parts: {
        hours: setting("hours"),
        telephone: setting("telephone"),
        operator: setting("operator"),
        limits: setting("limits"),
      },
      telephoneInstead: telephoneOf({ ...library, desk }, clock.now(), who.language),
      bounds: deskLimits,
      changes: changes
        .flatMap((change): DeskSettingChange[] => {
          const { data } = partSchema.safeParse(change);
          if (data === undefined) return [];
          const value = keptPart(data.part, change.value);
          const made = { part: data.part, by: nameOf(change.who), at: change.at };
          return [value === undefined ? made : { ...made, value }];
        })
        .toReversed()
        .slice(0, changesShown),
    };
  }

  /** What is set from now on; nothing gives the part back to the file. */
  function set(who: PropagandistRow, part: DeskPart, value?: DeskPartValues[DeskPart]): void {
    const inFile = partsOf(deskInFile(options.library()))[part];
    store.changeDesk(who.commune, { part, value, inFile, who: who.id, at: clock.now() });
    // Pages that are open say at once whose machine this is, and whom to telephone.
    options.chats.all((page) => page.send("news", {}));
  }

  app.get("/desk/api/settings", async (request, reply) => {
    const who = coordinator(request, reply);
    return who === undefined ? reply : viewFor(who);
  });

  app.post("/desk/api/settings/:part", async (request, reply) => {
    const who = coordinator(request, reply);
    if (who === undefined) return reply;
    const named = partSchema.safeParse(request.params);
    const given = bodySchema.safeParse(request.body);
    if (!named.success || !given.success) return refuse(reply, 400, "not-read", who);
    const { part } = named.data;
    const words = wordsSchema.safeParse(given.data.value);
    const typed =
      part === "operator" && words.success
        ? Object.fromEntries(
            Object.entries(words.data).map(([language, text]) => [language, oneLine(text)]),
          )
        : given.data.value;
    const read = readDeskPart(part, typed);
    if ("faults" in read)
      return reply.code(400).send({
        error: "setting-wrong",
        faults: read.faults.map(({ field, what }) => ({
          field,
          says: says[what](field)[who.language],
        })),
      } satisfies DeskFaults & { error: string });
    if (!isDeepStrictEqual(read.value, partsOf(options.library().desk)[part]))
      set(who, part, read.value);
    return viewFor(who);
  });

  app.post("/desk/api/settings/:part/as-in-file", async (request, reply) => {
    const who = coordinator(request, reply);
    if (who === undefined) return reply;
    const named = partSchema.safeParse(request.params);
    if (!named.success) return refuse(reply, 400, "not-read", who);
    const { part } = named.data;
    if (keptPart(part, lastChanges(store.deskChanges(who.commune))[part]?.value) !== undefined)
      set(who, part);
    return viewFor(who);
  });
}

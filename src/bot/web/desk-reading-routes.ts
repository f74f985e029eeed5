/** Steps read aloud, on the desk: what has been read, the words to read, keeping a recording and removing it. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import {
  allReadAloud,
  type MediaId,
  progressIn,
  type Recorded,
  speeches,
} from "../../flows/index.ts";
import type { PropagandistRow } from "../store/people.ts";
import { type DeskRoutesOptions, refuse, signedIn } from "./desk-door.ts";
import { largestRead, readMedia } from "./media.ts";
import type { DeskReading, DeskReadingGuide, DeskReadings } from "./wire/readings.ts";

const readSchema = z.object({
  flow: z.string().min(1).max(80),
  step: z.string().min(1).max(200),
  mark: z.string().min(1).max(40),
  speech: z.enum(speeches),
});

export function deskReadingRoutes(app: FastifyInstance, options: DeskRoutesOptions): void {
  const { store, clock } = options;

  const readingOf = (who: PropagandistRow, { id, speech, by }: Recorded): DeskReading => ({
    id,
    speech,
    by: store.propagandist(by)?.name ?? "",
    mine: by === who.id,
    mayRemove: by === who.id || who.rank === "coordinator",
  });

  app.get("/desk/api/readings", async (request, reply) => {
    const who = signedIn(store, request);
    if (who === undefined) return refuse(reply, 401, "signed-out");
    const recorded = store.recordings(who.commune);
    const guides = new Map<string, DeskReadings["guides"][number]>();
    for (const speech of speeches)
      for (const { flow, steps, recorded: count, stale } of progressIn(
        options.library(),
        recorded,
        speech,
        clock.now(),
      )) {
        const before = guides.get(flow.id);
        guides.set(flow.id, {
          flow: flow.id,
          says: flow.says[who.language],
          steps,
          recorded: { ...before?.recorded, [speech]: count },
          stale: (before?.stale ?? 0) + stale,
        });
      }
    return {
      guides: [...guides.values()].toSorted((a, b) => Number(b.stale > 0) - Number(a.stale > 0)),
      mine: recorded.filter(({ by }) => by === who.id).length,
    } satisfies DeskReadings;
  });

  app.get<{ Params: { flow: string } }>("/desk/api/readings/:flow", async (request, reply) => {
    const who = signedIn(store, request);
    if (who === undefined) return refuse(reply, 401, "signed-out");
    const flow = options.library().flows.get(request.params.flow);
    if (flow === undefined) return refuse(reply, 404, "not-found", who);
    const steps = allReadAloud(options.library(), clock.now()).get(flow.id) ?? [];
    const recorded = store.recordings(who.commune);
    const said = new Set(steps.map(({ mark }) => mark));
    const changed = (step: string) =>
      recorded.filter((r) => r.flow === flow.id && r.step === step && !said.has(r.mark));
    return {
      flow: flow.id,
      says: flow.says[who.language],
      steps: steps.map(({ step, text, mark }) => ({
        step,
        text,
        mark,
        readings: recorded.filter((r) => r.mark === mark).map((r) => readingOf(who, r)),
        stale: changed(step).map((r) => readingOf(who, r)),
      })),
    } satisfies DeskReadingGuide;
  });

  app.post("/desk/api/readings", { bodyLimit: largestRead }, async (request, reply) => {
    const who = signedIn(store, request);
    if (who === undefined) return refuse(reply, 401, "signed-out");
    const query = readSchema.safeParse(request.query);
    const voice = readMedia(request.body, "voice");
    if (!query.success || voice === undefined) return refuse(reply, 400, "not-read", who);
    const { flow, step, mark, speech } = query.data;
    const today = allReadAloud(options.library(), clock.now())
      .get(flow)
      ?.find((one) => one.step === step);
    // The words changed while they were being read: what was said is not what stands there.
    if (today?.mark !== mark) return refuse(reply, 409, "words-changed", who);
    const { type, bytes } = voice;
    const at = clock.now();
    store.keepRecording({ flow, step, mark, speech, by: who.id, at, type, bytes });
    return { ok: true };
  });

  app.post<{ Params: { id: string } }>("/desk/api/readings/:id/remove", async (request, reply) => {
    const who = signedIn(store, request);
    if (who === undefined) return refuse(reply, 401, "signed-out");
    const id = request.params.id as MediaId;
    const recording = store.recording(id);
    if (recording === undefined || recording.commune !== who.commune) return { ok: true };
    if (!readingOf(who, recording).mayRemove) return refuse(reply, 403, "not-allowed", who);
    store.dropRecording(id);
    return { ok: true };
  });

  app.post("/desk/api/readings/remove-mine", async (request, reply) => {
    const who = signedIn(store, request);
    if (who === undefined) return refuse(reply, 401, "signed-out");
    store.dropRecordingsOf(who.id);
    return { ok: true };
  });
}

/** What reports are made of: each journey's place, field, times and help. Nothing in it says who. */
import type { Database } from "better-sqlite3";
import type { ConversationId, Effect, Instant } from "../../../flows/index.ts";
import type { JourneyLine, JourneyStore } from "../journeys.ts";
import { savedOf } from "./conversations.ts";
import { type ErasedHere, localDay } from "./erasure.ts";

type JourneyEffect = Extract<Effect, { do: "journey" }>;
type StuckEffect = Extract<Effect, { do: "stuck" }>;

export function journeyWriter(db: Database) {
  const save = db.prepare<{
    id: string;
    commune: string;
    conversation: string | null;
    flow: string;
    field: string;
    village: string | null;
    step: string;
    helped: string;
    outcome: string | null;
    sent: number | null;
    finished: number | null;
    at: number;
  }>(
    "insert into journeys (id, commune, conversation, flow, field, village, last_step, helped, outcome, begun_at, sent_at, finished_at, moved_at) " +
      "values (:id, :commune, :conversation, :flow, :field, :village, :step, :helped, :outcome, :at, :sent, :finished, :at) " +
      "on conflict (id) do update set flow = excluded.flow, field = excluded.field, " +
      "village = coalesce(excluded.village, journeys.village), last_step = excluded.last_step, " +
      "helped = excluded.helped, outcome = coalesce(excluded.outcome, journeys.outcome), " +
      "sent_at = coalesce(journeys.sent_at, excluded.sent_at), " +
      "finished_at = coalesce(excluded.finished_at, journeys.finished_at), moved_at = excluded.moved_at",
  );
  const note = db.prepare<
    [
      string,
      string,
      string,
      string,
      string,
      string | null,
      string,
      string,
      string | null,
      number,
      string,
    ]
  >(
    "insert into journey_events (journey, commune, moment, flow, field, village, step, helped, outcome, at, position) " +
      "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (select count(*) from journey_events where journey = ?))",
  );

  // An offer belongs to a journey that is counted; without one there is nothing to count.
  const offer = db.prepare<[string, string, string, string, string | null, string, string]>(
    "insert into stuck (journey, step, day, commune, flow, field, village, signal) " +
      "select id, ?, ?, commune, ?, ?, ?, ? from journeys where id = ? on conflict do nothing",
  );
  const follow = db.prepare<[string, string, string, string]>(
    "update stuck set followed = ? where journey = ? and step = ? and day = ? and followed is null",
  );

  return {
    /** Help was offered unasked, or something came of it. The row has a day and no hour. */
    stuck: (effect: StuckEffect, erased: ErasedHere | undefined): void => {
      const id = erased?.journeyNames.get(effect.journey) ?? effect.journey;
      const { step, day } = effect;
      switch (effect.moment) {
        case "offered": {
          const { flow, field, signal } = effect;
          offer.run(step, day, flow, field, effect.village ?? null, signal, id);
          return;
        }
        case "followed":
          follow.run(effect.followed, id, step, day);
          return;
      }
    },
    /** In a turn that erased, the journey goes on under its new name, without its person. */
    write: (
      effect: JourneyEffect,
      conversation: ConversationId,
      commune: string,
      erased: ErasedHere | undefined,
      now: Instant,
    ): void => {
      const renamed = erased?.journeyNames.get(effect.journey);
      const id = renamed ?? effect.journey;
      const at = renamed === undefined ? now : localDay(now);
      const { flow, field, step, helped } = effect;
      const village = effect.village ?? null;
      const outcome = effect.outcome ?? (effect.moment === "stopped" ? "stopped" : null);
      save.run({
        id,
        commune,
        conversation: renamed === undefined ? conversation : null,
        flow,
        field,
        village,
        step,
        helped,
        outcome,
        sent: effect.moment === "sent" ? at : null,
        finished: effect.moment === "finished" ? at : null,
        at,
      });
      note.run(id, commune, effect.moment, flow, field, village, step, helped, outcome, at, id);
    },
  };
}

export function journeys(db: Database): JourneyStore {
  const offers = db.prepare<
    [string, string, string],
    {
      village: string | null;
      field: string;
      flow: string;
      step: string;
      day: string;
      signal: string;
      followed: string | null;
    }
  >(
    "select village, field, flow, step, day, signal, followed from stuck " +
      "where commune = ? and day >= ? and day < ? order by day, flow, step, journey",
  );
  const within = db.prepare<
    { commune: string; from: number; until: number },
    {
      village: string | null;
      field: string;
      flow: string;
      begun_at: number;
      sent_at: number | null;
      finished_at: number | null;
      outcome: string | null;
      helped: JourneyLine["helped"];
      last_step: string;
    }
  >(
    "select village, field, flow, begun_at, sent_at, finished_at, outcome, helped, last_step from journeys " +
      "where commune = :commune and ((begun_at >= :from and begun_at < :until) " +
      "or (sent_at >= :from and sent_at < :until) " +
      "or (finished_at >= :from and finished_at < :until)) order by begun_at, id",
  );
  const everySaved = db.prepare<[], { saved: string }>(
    "select saved from conversations where saved is not null",
  );

  return {
    journeys: (commune, from, until) =>
      within.all({ commune, from, until }).map((row) => ({
        village: row.village ?? undefined,
        field: row.field,
        flow: row.flow,
        begunAt: row.begun_at,
        sentAt: row.sent_at ?? undefined,
        finishedAt: row.finished_at ?? undefined,
        outcome: row.outcome ?? undefined,
        helped: row.helped,
        lastStep: row.last_step,
      })),
    stuck: (commune, from, until) =>
      offers.all(commune, from, until).map(({ village, followed, ...row }) => ({
        ...row,
        village: village ?? undefined,
        followed: followed ?? undefined,
      })),
    standing: () => {
      const counted = new Map<
        string,
        { flow: string; edition: string; step: string; people: number }
      >();
      for (const { saved } of everySaved.iterate()) {
        for (const { flow, edition, step, practice } of savedOf(saved).journeys) {
          if (practice === true) continue;
          const name = JSON.stringify([flow, edition, step]);
          const people = (counted.get(name)?.people ?? 0) + 1;
          counted.set(name, { flow, edition, step, people });
        }
      }
      return [...counted.values()];
    },
  };
}

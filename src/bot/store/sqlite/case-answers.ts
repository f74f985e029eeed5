/** What was answered to "did it help?", counted under the case's name and nobody's. */
import type { Database } from "better-sqlite3";
import { type Day, dayOf, type Effect, type Instant } from "../../../flows/index.ts";
import type { CaseAnswer, CaseAnswerStore } from "../case-answers.ts";

type Answered = Extract<Effect, { do: "case-answer" }>;

/** Inside a turn: with the village and the field of the case. It is asked about once, so a second answer counts nothing. */
export function caseAnswerWriter(db: Database) {
  const keep = db.prepare<{ id: string; day: Day; well: number }>(
    "insert into case_answers (case_id, commune, day, village, field, well) " +
      "select id, commune, :day, village, field, :well from cases where id = :id on conflict (case_id) do nothing",
  );
  return ({ case: id, well }: Answered, now: Instant): void => {
    keep.run({ id, day: dayOf(now), well: well ? 1 : 0 });
  };
}

export function caseAnswers(db: Database): CaseAnswerStore {
  const within = db.prepare<
    { commune: string; from: Day; until: Day },
    { village: string | null; field: CaseAnswer["field"] | null; well: number }
  >(
    "select village, field, well from case_answers " +
      "where commune = :commune and day >= :from and day < :until order by day, rowid",
  );
  return {
    caseAnswers: (commune, from, until) =>
      within.all({ commune, from, until }).map(({ village, field, well }) => ({
        village: village ?? undefined,
        field: field ?? undefined,
        well: well === 1,
      })),
  };
}

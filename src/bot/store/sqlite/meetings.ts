/** Meetings as cases agree them and end them; they go with the resident, and that there was a visit stays. */
import type { Database } from "better-sqlite3";
import type { CaseId, CaseRow, Day, Instant, PropagandistId } from "../../../flows/index.ts";
import type { MeetingLine, MeetingStore, PastVisit } from "../meetings.ts";
import { open, seal } from "../sealed.ts";

interface Open {
  readonly position: number;
  readonly at: Instant;
  readonly place: string;
  readonly who: string;
}

/** Inside a turn, for each row of a case it writes: what is agreed now, and what became of what was agreed before. */
export function meetingWriter(db: Database) {
  const standing = db.prepare<[string], Open>(
    "select position, at, place, who from meetings where case_id = ? and ended_at is null",
  );
  const end = db.prepare<[number, string, string, number]>(
    "update meetings set ended_at = ?, went = ? where case_id = ? and position = ?",
  );
  const agree = db.prepare<{
    id: string;
    commune: string;
    at: number;
    place: string;
    who: string;
  }>(
    "insert into meetings (case_id, position, commune, at, place, who) values (:id, " +
      "(select count(*) from meetings where case_id = :id), :commune, :at, :place, :who)",
  );

  return (row: CaseRow, commune: string, now: Instant): void => {
    const { id, card, claimedBy: who } = row;
    const agreed = row.state === "resting" ? card.meeting : undefined;
    const before = standing.get(id);
    const same =
      before !== undefined &&
      before.at === agreed?.at &&
      before.who === who &&
      open(before.place) === agreed.place;
    if (same) return;
    if (before !== undefined) {
      const went = row.state === "closed" ? (row.outcome ?? "closed") : row.state;
      end.run(now, went === "resting" ? "meet" : went, id, before.position);
    }
    if (agreed !== undefined && who !== undefined)
      agree.run({ id, commune, at: agreed.at, place: seal(agreed.place), who });
  };
}

export function meetings(db: Database): MeetingStore {
  const within = db.prepare<
    { commune: string; from: number; until: number },
    {
      case_id: CaseId;
      at: Instant;
      place: string;
      who: PropagandistId;
      went: string | null;
      ended_at: Instant | null;
    }
  >(
    "select case_id, at, place, who, went, ended_at from meetings " +
      "where commune = :commune and at >= :from and at < :until order by at, case_id, position",
  );
  const nobodys = db.prepare<
    [string, string, string],
    { day: Day; village: string | null; who: PropagandistId; went: string | null }
  >(
    "select day, village, who, went from past_visits where commune = ? and day >= ? and day < ? " +
      "order by day, village, who, rowid",
  );
  return {
    pastVisits: (commune, from, until) =>
      nobodys.all(commune, from, until).map(
        ({ village, went, ...row }): PastVisit => ({
          ...row,
          village: village ?? undefined,
          went: went ?? undefined,
        }),
      ),
    meetings: (commune, from, until) =>
      within.all({ commune, from, until }).map(
        (row): MeetingLine => ({
          case: row.case_id,
          at: row.at,
          place: open(row.place),
          who: row.who,
          went: row.went ?? undefined,
          endedAt: row.ended_at ?? undefined,
        }),
      ),
  };
}

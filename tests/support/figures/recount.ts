/**
 * The month's figures a second time, by another road: straight from the two logs on the disk, with the database's
 * own counting. Shares no line with the program that is judged.
 */
import Database from "better-sqlite3";

export interface Recount {
  readonly asked: number;
  readonly answered: number;
  readonly waits: readonly number[];
  readonly waitsOutsideHours: readonly number[];
  readonly rungs: Readonly<Record<string, number>>;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly begun: number;
  readonly sent: number;
  readonly finished: { alone: number; "in-chat": number; "in-person": number };
  readonly said: { readonly helped: number; readonly not: number };
  readonly loads: ReadonlyArray<{ who: string; helped: number; closed: number; beside: number }>;
}

/**
 * `from` and `until`: milliseconds UTC. `field` narrows to one field of work, as the log last knew it.
 * Waits are milliseconds, shortest first.
 */
export function recount(file: string, from: number, until: number, field?: string): Recount {
  const db = new Database(file, { readonly: true });
  try {
    db.exec(`create temp view mine as
      select e.* from case_events e
      where e.case_id in (select case_id from case_events where position = 0 and at >= ${from} and at < ${until})
      ${
        field === undefined
          ? ""
          : `and (select field from case_events l where l.case_id = e.case_id and l.field is not null
                  order by position desc limit 1) = '${field}'`
      }`);
    const number = (sql: string): number => (db.prepare(sql).get() as { n: number }).n;
    const firstClaims = (within: 0 | 1) =>
      (
        db
          .prepare(
            `select m.waited as n from mine m join mine o on o.case_id = m.case_id and o.position = 0
             where m.moment = 'claimed' and o.within_hours = ${within}
             and m.position = (select min(position) from mine c where c.case_id = m.case_id and c.moment = 'claimed')
             order by m.waited`,
          )
          .all() as { n: number }[]
      ).map(({ n }) => n);
    const outcomes = db
      .prepare(
        `select case when moment = 'closed' then outcome else 'open' end as outcome, count(*) as n from mine m
         where position = (select max(position) from mine l where l.case_id = m.case_id) group by 1`,
      )
      .all() as { outcome: string; n: number }[];
    const rungs = db
      .prepare(
        `select rung, count(*) as n from mine m where moment = 'claimed' and rung is not null
         and position = (select min(position) from mine c where c.case_id = m.case_id and c.moment = 'claimed') group by rung`,
      )
      .all() as { rung: string; n: number }[];
    const ofField = field === undefined ? "" : `and field = '${field}'`;
    const finished = (helped: string) =>
      number(
        `select count(*) as n from (select journey, helped, at, field from journey_events f where moment = 'finished'
           and position = (select min(position) from journey_events x where x.journey = f.journey and x.moment = 'finished'))
         where at >= ${from} and at < ${until} and helped = '${helped}' ${ofField}`,
      );
    // Answers and sittings are kept by their day in Vietnam.
    const dayAt = (at: number) =>
      `strftime('%Y-%m-%d', ${Math.floor(at / 1000)}, 'unixepoch', '+7 hours')`;
    const [firstDay, lastDay] = [dayAt(from), dayAt(until - 1000)];
    const said = (well: 0 | 1) =>
      number(
        `select count(*) as n from case_answers where well = ${well} and day between ${firstDay} and ${lastDay} ${ofField}`,
      );
    return {
      asked: number("select count(distinct case_id) as n from mine"),
      answered: number("select count(distinct case_id) as n from mine where moment = 'claimed'"),
      waits: firstClaims(1),
      waitsOutsideHours: firstClaims(0),
      rungs: Object.fromEntries(rungs.map(({ rung, n }) => [rung, n])),
      outcomes: Object.fromEntries(outcomes.map(({ outcome, n }) => [outcome, n])),
      begun: number(
        `select count(*) as n from journey_events where position = 0 and at >= ${from} and at < ${until} ${ofField}`,
      ),
      sent: number(
        `select count(*) as n from (select journey, at, field from journey_events f where moment = 'sent'
           and position = (select min(position) from journey_events x where x.journey = f.journey and x.moment = 'sent'))
         where at >= ${from} and at < ${until} ${ofField}`,
      ),
      finished: {
        alone: finished("alone"),
        "in-chat": finished("in-chat"),
        "in-person": finished("in-person"),
      },
      said: { helped: said(1), not: said(0) },
      loads: db
        .prepare(
          `select who, sum(helped) as helped, sum(closed) as closed, sum(beside) as beside from (
             select by as who, count(distinct case when moment = 'claimed' then case_id end) as helped,
               count(distinct case when moment = 'closed' and outcome is not 'unreached' then case_id end) as closed, 0 as beside
             from case_events where by is not null and moment in ('claimed', 'closed') and at >= ${from} and at < ${until}
             group by by
             union all select who, 0, 0, people from beside_counts where day between ${firstDay} and ${lastDay}
           ) group by who order by who`,
        )
        .all() as { who: string; helped: number; closed: number; beside: number }[],
    };
  } finally {
    db.close();
  }
}

/** What the committee's curve says of one month: of the commune, of a village however it is spelled, or of a field. */
export function recountOnline(
  file: string,
  month: string,
  of: { readonly villages?: readonly string[]; readonly field?: string } = {},
): { sent: number; counter: number | null; online: number | null; percent: number | null } {
  const db = new Database(file, { readonly: true });
  try {
    const { villages, field } = of;
    const spelled = (villages ?? []).map((name) => `'${name}'`).join(", ");
    const which =
      villages !== undefined
        ? `and village in (${spelled})`
        : field !== undefined
          ? `and field = '${field}'`
          : "";
    const entered =
      villages !== undefined
        ? `village:${villages[0]}`
        : field !== undefined
          ? `field:${field}`
          : "";
    return db
      .prepare(
        `with first_sent as (
           select journey, min(position) as position from journey_events where moment = 'sent' group by journey
         ), sent as (
           select count(*) as n from journey_events join first_sent using (journey, position)
           where strftime('%Y-%m', at / 1000, 'unixepoch', '+7 hours') = '${month}' ${which}
         ), entry as (
           select counter, case when counter is null then null else online end as online
           from dossier_counts where month = '${month}' and of = '${entered}' order by id desc limit 1
         )
         select n as sent, counter, online,
           case when counter is null or max(coalesce(online, 0), n) + counter = 0 then null
             else round(100.0 * max(coalesce(online, 0), n) / (max(coalesce(online, 0), n) + counter), 1) end as percent
         from sent left join entry`,
      )
      .get() as ReturnType<typeof recountOnline>;
  } finally {
    db.close();
  }
}

/** One field of one village, however it is spelled, in one month; nobody knows the village where none is given. */
export function recountInVillage(
  file: string,
  month: string,
  { villages, field }: { readonly villages: readonly string[]; readonly field: string },
): { sent: number; asked: number; answered: number } {
  const db = new Database(file, { readonly: true });
  try {
    const spelled = villages.map((name) => `'${name}'`).join(", ");
    const where = villages.length === 0 ? "village is null" : `village in (${spelled})`;
    const inMonth = `strftime('%Y-%m', at / 1000, 'unixepoch', '+7 hours') = '${month}'`;
    const last = (what: string) =>
      `(select ${what} from case_events l where l.case_id = o.case_id and l.${what} is not null order by position desc limit 1)`;
    return db
      .prepare(
        `with opened as (
           select case_id, ${last("village")} as village, ${last("field")} as field,
             exists (select 1 from case_events c where c.case_id = o.case_id and c.moment = 'claimed') as taken
           from case_events o where position = 0 and ${inMonth}
         ), mine as (select * from opened where ${where} and field = '${field}')
         select (select count(*) from journey_events j where moment = 'sent' and ${inMonth} and ${where}
             and field = '${field}' and position = (select min(position) from journey_events x
               where x.journey = j.journey and x.moment = 'sent')) as sent,
           (select count(*) from mine) as asked, (select coalesce(sum(taken), 0) from mine) as answered`,
      )
      .get() as ReturnType<typeof recountInVillage>;
  } finally {
    db.close();
  }
}

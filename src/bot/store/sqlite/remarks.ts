/** Remarks about cases: notes, questions to the coordinators and answers, for those who help and nobody else. */
import type { Database } from "better-sqlite3";
import type { CaseId, Helper, Instant, Remark, RemarkKind } from "../../../flows/index.ts";
import type { RemarkStore } from "../remarks.ts";
import { open, seal } from "../sealed.ts";
import { NotInStore } from "../store-errors.ts";

interface Row {
  readonly case_id: CaseId;
  readonly key: string;
  readonly by: string;
  readonly text: string;
  readonly as_kind: RemarkKind;
  readonly of_key: string | null;
  readonly at: Instant;
}

const asRemark = (row: Row): Remark => ({
  case: row.case_id,
  key: row.key,
  by: JSON.parse(open(row.by)) as Helper,
  text: open(row.text),
  as: row.as_kind,
  ...(row.of_key === null ? {} : { of: row.of_key }),
  at: row.at,
});

/** Once for its key. Says whether there is such a case; one that was erased meanwhile keeps no words. */
export function remarkWriter(db: Database): (remark: Remark) => boolean {
  const add = db.prepare<[string, string, string, string, string | null, number, string]>(
    "insert into case_notes (case_id, key, commune, by, text, as_kind, of_key, at) " +
      "select k.id, ?, k.commune, ?, ?, ?, ?, ? from cases k where k.id = ? on conflict (case_id, key) do nothing",
  );
  const isCase = db.prepare<[string]>("select 1 from cases where id = ?");
  return ({ case: id, key, by, text, as, of, at }) => {
    const { changes } = add.run(key, seal(JSON.stringify(by)), seal(text), as, of ?? null, at, id);
    return changes > 0 || isCase.get(id) !== undefined;
  };
}

export function remarks(db: Database): RemarkStore {
  const add = remarkWriter(db);
  const columns =
    "select n.case_id, n.key, n.by, n.text, n.as_kind, n.of_key, n.at from case_notes n";
  const ofCase = db.prepare<[string], Row>(`${columns} where n.case_id = ? order by n.at, n.key`);
  const unanswered = db.prepare<[string], Row>(
    `${columns} join cases k on k.id = n.case_id ` +
      "where n.commune = ? and n.as_kind = 'question' and k.state <> 'closed' and not exists " +
      "(select 1 from case_notes a where a.case_id = n.case_id and a.as_kind = 'answer' and a.of_key = n.key) " +
      "order by n.at, n.key",
  );
  return {
    addRemark: (remark) => {
      if (!add(remark)) throw new NotInStore("case", remark.case);
    },
    remarks: (id) => ofCase.all(id).map(asRemark),
    openQuestions: (commune) => unanswered.all(commune).map(asRemark),
  };
}

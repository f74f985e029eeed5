/** Some village days through the real turns and SQLite; the whole month is `npm run test:long`. */
import { beforeAll, expect, test } from "vitest";
import { prepare } from "../support/talk.ts";
import { inWords, month } from "../support/village/month.ts";

beforeAll(prepare, 120_000);

test("in some village days with absences and kills no open case is ever without somebody or a deadline", async () => {
  const report = await month({
    residents: 30,
    propagandists: 12,
    days: 3,
    asks: 40,
    kills: 6,
    seed: 22_112_026,
  });
  console.log(inWords(report));

  expect(report.unowned).toEqual([]);
  expect(report.parked).toBe(0);
  expect(report.refused).toEqual([]);
  expect(report.kills).toBe(6);
  expect(report.mostAtOnce).toBeLessThanOrEqual(5);
  expect(report.claimed).toBeGreaterThan(report.opened / 2);
});

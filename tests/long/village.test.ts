/** A whole month of the commune; prints who came, how soon, and who had how much to do. */
import { beforeAll, expect, test } from "vitest";
import { prepare } from "../support/talk.ts";
import { inWords, month } from "../support/village/month.ts";

beforeAll(prepare, 120_000);

test("in a month of 500 residents and 40 propagandists no open case is ever without somebody or a deadline", async () => {
  const report = await month({
    residents: 500,
    propagandists: 40,
    days: 30,
    asks: 900,
    kills: 60,
    seed: 4,
  });
  console.log(inWords(report));

  expect(report.unowned).toEqual([]);
  expect(report.parked).toBe(0);
  expect(report.refused).toEqual([]);
  expect(report.kills).toBe(60);
  expect(report.opened).toBeGreaterThan(600);
  expect(report.claimed).toBeGreaterThan(report.opened * 0.9);
  expect(report.mostAtOnce).toBeLessThanOrEqual(5);
});

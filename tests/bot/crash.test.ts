import { expect, test } from "vitest";
import { crashRun } from "../support/process/crash-run.ts";

test("thirty kills under traffic lose nothing, take nothing twice and repeat at most what was being sent", async () => {
  const report = await crashRun(30);

  expect(report.complaints).toEqual([]);
  expect(report.kills).toBe(30);
  // The evening was busy: without that the promises above would be easily kept.
  expect(report.acknowledged).toBeGreaterThan(4 * report.kills);
  expect(report.stepsPassed).toBeGreaterThan(report.kills / 2);
  expect(report.claimsWon).toBeGreaterThan(1);
  expect(report.telegramMessages).toBeGreaterThan(2 * report.kills);
  expect(report.repeats).toBeGreaterThan(0);
  console.log(JSON.stringify({ ...report, complaints: report.complaints.length }));
});

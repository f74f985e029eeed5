import { expect, test } from "vitest";
import { crashRun } from "../support/process/crash-run.ts";

test("three hundred kills under traffic lose nothing and take nothing twice", async () => {
  const report = await crashRun(300);
  console.log(JSON.stringify({ ...report, complaints: report.complaints.length }));

  expect(report.complaints).toEqual([]);
  expect(report.kills).toBe(300);
  expect(report.acknowledged).toBeGreaterThan(5 * report.kills);
  expect(report.claimsWon).toBeGreaterThan(20);
  expect(report.repeats).toBeGreaterThan(0);
});

/**
 * Databases in which the content that ships is published, made once for a whole run: reading and checking the
 * folder is most of a first start, and only the tests of a first start are about it.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { realClock } from "../../../src/bot/clock.ts";
import { makeLog } from "../../../src/bot/log.ts";
import { openHouse } from "../../../src/bot/running.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Published just now. Only to be copied. */
    readonly publishedToday: string;
    /** Published on the morning at which the pages' tests begin. Only to be copied. */
    readonly publishedThatMorning: string;
  }
}

/** A Tuesday: everybody is awake, and tomorrow is a working day. */
export const thatMorning = "2026-11-24T08:30:00+07:00";

const contentDir = join(import.meta.dirname, "..", "..", "..", "content");

export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "cau-noi-published-"));
  const published = async (name: string, at: number): Promise<string> => {
    const databaseFile = join(folder, `${name}.db`);
    const clock = { ...realClock, now: () => at };
    await openHouse({ databaseFile, contentDir, clock, log: makeLog("silent") }).close();
    return databaseFile;
  };
  project.provide("publishedToday", await published("today", Date.now()));
  project.provide("publishedThatMorning", await published("that-morning", Date.parse(thatMorning)));
  return () => rmSync(folder, { recursive: true, force: true });
}

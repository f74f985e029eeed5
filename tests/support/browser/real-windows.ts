/** A browser for all tests of a file; for each of them the program itself, and windows on it that nobody has used. */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from "vitest";
import { thatMorning } from "../process/published.ts";
import { openBrowser } from "./browser.ts";
import { type RealServer, startRealServer } from "./real-server.ts";
import { type Windows, windows } from "./road.ts";

interface Given {
  readonly server: RealServer;
  readonly open: Windows;
}

interface Wished {
  readonly flags?: readonly string[];
  readonly writable?: boolean;
  /** When it is at the beginning of each test; otherwise a working morning, whatever the hour of this machine. */
  readonly at?: string;
  /** A fault that belongs to what the tests do, and fails none of them. */
  readonly expected?: RegExp;
}

/** Called once, outside any test. Whatever a page complained of fails the test that opened it. */
export function inRealWindows(take: (given: Given) => void, wished: Wished = {}): void {
  const { flags, expected, ...wishes } = wished;
  let browser: Browser;
  let given: Given;
  beforeAll(async () => {
    browser = await openBrowser(flags === undefined ? {} : { flags });
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    const server = await startRealServer({
      at: thatMorning,
      from: inject("publishedThatMorning"),
      ...wishes,
    });
    given = { server, open: windows(browser, server.words) };
    take(given);
  });
  afterEach(async () => {
    const faults = given.open.faults();
    await given.open.close();
    await given.server.close();
    expect(faults.filter((fault) => expected?.test(fault) !== true)).toEqual([]);
  });
}

import { expect, test } from "vitest";
import { readConfig } from "../../src/bot/config.ts";
import { SettingsRefused } from "../../src/bot/errors.ts";
import { runCommand } from "../support/process/server.ts";

/** Each wrong in its own way, and each to be found again wherever it is shown. */
const wrong = {
  PORT: "canary-port-7",
  PUBLIC_URL: "ftp://canary.example",
  DATABASE_URL: "mysql://canary:canary-secret@host/db",
  LOG_LEVEL: "canary-loud",
  TELEGRAM_BOT_TOKEN: "canary-token",
  TELEGRAM_API_ROOT: "canary root",
  TELEGRAM_MODE: "canary-mode",
  TELEGRAM_WEBHOOK_SECRET: "canary!",
  ZALO_BOT_TOKEN: "canary token",
  ZALO_BOT_API_ROOT: "canary root",
  ZALO_BOT_WEBHOOK_SECRET: "canary",
  ZALO_BOT_MONTHLY_MESSAGES: "canary",
  ZALO_BOT_MONTHLY_COUNTS: "canary",
  ZALO_BOT_IN_GROUPS: "canary",
};

const complaintsAbout = (environment: Readonly<Record<string, string>>): readonly string[] => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof SettingsRefused) return error.complaints;
    throw error;
  }
};

test("every wrong setting is named at once, with what it should be and without its value", () => {
  const complaints = complaintsAbout(wrong);

  for (const name of Object.keys(wrong)) {
    expect(complaints.filter((line) => line.startsWith(name))).toHaveLength(1);
  }
  expect(complaints).toHaveLength(Object.keys(wrong).length);
  expect(complaints.join("\n")).not.toMatch(/canary/i);
});

test("a webhook without what it needs lists all that is missing", () => {
  const complaints = complaintsAbout({ TELEGRAM_MODE: "webhook" });

  expect(complaints.map((line) => line.split(" ")[0]).toSorted()).toEqual([
    "PUBLIC_URL",
    "TELEGRAM_BOT_TOKEN",
    "TELEGRAM_WEBHOOK_SECRET",
  ]);
});

test("what is wrong and what is missing are told together", () => {
  const complaints = complaintsAbout({ TELEGRAM_MODE: "webhook", PORT: "99999" });

  expect(complaints).toHaveLength(4);
});

test("PostgreSQL is refused once, with the way out", () => {
  const complaints = complaintsAbout({ DATABASE_URL: "postgres://canary:canary@host/db" });

  expect(complaints).toHaveLength(1);
  expect(complaints[0]).toContain("sqlite:data/cau-noi.db");
  expect(complaints[0]).not.toContain("canary");
});

test("an empty line of a settings file is a setting that is not there", () => {
  const config = readConfig({ PORT: "", PUBLIC_URL: "", TELEGRAM_BOT_TOKEN: "" });

  expect(config).toMatchObject({ port: 8080, publicUrl: undefined, telegram: undefined });
  expect(Object.isFrozen(config)).toBe(true);
});

test("the program ends with 2, says every complaint on its error output and writes nothing", async () => {
  const ended = await runCommand(["start"], wrong);

  expect(ended.code).toBe(2);
  expect(ended.out).toBe("");
  for (const name of Object.keys(wrong)) expect(ended.err).toContain(`- ${name} `);
  expect(ended.err).not.toMatch(/canary/i);
  expect(ended.err).not.toMatch(/\bat .*:\d+:\d+/);
});

test("a bot of Zalo polls for a trial, and is pushed to once it has an address and a secret", () => {
  const token = { ZALO_BOT_TOKEN: "145923224:abcdefgh" };
  const address = { PUBLIC_URL: "https://xa.example.vn" };
  const secret = { ZALO_BOT_WEBHOOK_SECRET: "muoi-sau-chu-cai" };

  expect(readConfig({}).zaloBot).toBeUndefined();
  expect(readConfig({ ...token, ...address }).zaloBot).toMatchObject({
    mode: "polling",
    plan: { monthly: 3000, counts: "both" },
    inGroups: "silent",
  });
  expect(readConfig({ ...token, ...address, ...secret }).zaloBot).toMatchObject({
    mode: { webhook: "https://xa.example.vn" },
  });
  expect(complaintsAbout(secret)).toEqual([expect.stringMatching(/^ZALO_BOT_TOKEN is missing/)]);
});

/** A propagandist who has nothing but the bot: numbers and words alone, and never to the wrong person. */
import { readFileSync } from "node:fs";
import { afterEach, beforeAll, expect, test } from "vitest";
import { hashOf } from "../../src/bot/ids.ts";
import { prepare } from "../support/talk.ts";
import { type BotHouse, botHouse } from "../support/zalo-bot/house.ts";

beforeAll(prepare, 120_000);

/** 24 November 2026, a Tuesday, 9:00 in Vietnam. */
const morning = Date.parse("2026-11-24T02:00:00Z");
const hour = 60 * 60 * 1000;
const jpeg = readFileSync(new URL("../support/media/square.jpg", import.meta.url));
const aac = readFileSync(new URL("../support/media/tone.aac", import.meta.url));

let house: BotHouse;
afterEach(() => house.end());

const of = (name: string) => house.emulator.person(name);
const rowOf = (name: string) => {
  const row = house.store.findByPeer(house.account, of(name).id);
  if (row === undefined) throw new Error(`no conversation of ${name}`);
  return row;
};
const caseOf = (name: string) => rowOf(name).saved.case;
const newest = (name: string): string => of(name).reads().at(-1) ?? "";
async function does(name: string, act: () => void): Promise<readonly string[]> {
  const before = of(name).reads().length;
  act();
  await house.settles();
  return of(name).reads().slice(before);
}
const says = (name: string, text: string) => does(name, () => void of(name).sends(text));
/** By the number it has in the newest list that offers it. */
async function picks(name: string, label: string): Promise<readonly string[]> {
  const list = of(name)
    .reads()
    .findLast((text) => text.includes(label));
  const number = new RegExp(`^(\\d)\\. ${label}`, "mu").exec(list ?? "")?.[1];
  return await says(name, number ?? label);
}
const words = (name: string): string => of(name).reads().join("\n");

async function joins(name: string, code: string): Promise<void> {
  house.store.invite({
    codeHash: hashOf(code),
    commune: "tan-an",
    rank: "propagandist",
    name: `${name} (mẫu)`,
    role: "trưởng thôn",
    village: "na-khau",
    woman: false,
    office: false,
    expiresAt: house.clock.now() + 24 * hour,
  });
  await says(name, code);
  await picks(name, "Nhận giúp");
}
async function asksForHelp(name: string, me: string): Promise<void> {
  await says(name, `${me} muốn tra cứu hồ sơ`);
  await says(name, "1");
  if (rowOf(name).saved.asking?.what === "keep") await says(name, "1");
  for (const answer of ["gặp người giúp", "Nà Khau", "Ai giúp cũng được", "Ai giúp cũng được"])
    if (caseOf(name) === undefined) await says(name, answer);
  expect(caseOf(name)?.state.is).toBe("waiting");
}
async function opened(): Promise<void> {
  house = await botHouse(morning, { of: "messages", monthly: 3000, counts: "both" });
  await joins("Dũng", "abcdefgh23456789");
}

test("a working day: two at once, a photo and a voice message, a meeting, an end, off duty", async () => {
  await opened();
  await asksForHelp("Liên", "bà");
  await says("Dũng", "nhận giúp");
  expect(caseOf("Liên")?.state).toMatchObject({ is: "claimed", by: { name: "Dũng (mẫu)" } });
  await says("Dũng", "bà chụp cho cháu xem");
  expect(newest("Liên")).toContain("bà chụp cho cháu xem");
  await does("Liên", () => void of("Liên").sendsPhoto(jpeg));
  await picks("Liên", "Không");
  expect(
    of("Dũng")
      .sees()
      .some(({ photo }) => photo !== undefined),
  ).toBe(true);
  await does("Dũng", () => void of("Dũng").sendsVoice(aac));
  expect(
    of("Liên")
      .sees()
      .some(({ voice }) => voice !== undefined),
  ).toBe(true);

  await asksForHelp("Páo", "ông");
  await says("Dũng", "nhận giúp");
  expect(caseOf("Páo")?.state.is).toBe("claimed");
  await says("Liên", "bà thấy rồi");
  const asked = (await says("Dũng", "bấm nút xanh ạ")).join("\n");
  expect(asked).toMatch(/1\. .*Nà Khau/);
  expect(words("Liên") + words("Páo")).not.toContain("nút xanh");
  await picks("Dũng", "ông ở Nà Khau");
  expect(words("Páo")).toContain("bấm nút xanh ạ");
  expect(words("Liên")).not.toContain("nút xanh");

  await says("Dũng", "kết thúc giúp");
  if (newest("Dũng").includes("ông ở Nà Khau")) await picks("Dũng", "ông ở Nà Khau");
  await picks("Dũng", "Khác…");
  await picks("Dũng", "Hẹn gặp");
  await says("Dũng", "15 giờ ngày 25/11, nhà văn hoá");
  const met = [caseOf("Páo"), caseOf("Liên")].filter((one) => one?.state.is === "resting");
  expect(met).toHaveLength(1);

  await says("Dũng", "/nghi");
  const before = of("Dũng").reads().length;
  await asksForHelp("Mẩy", "bà");
  expect(
    of("Dũng")
      .reads()
      .slice(before)
      .some((text) => text.includes("Nhận giúp")),
  ).toBe(false);
});

test("a number typed a day later to an old list never carries words to the wrong person", async () => {
  await opened();
  await asksForHelp("Liên", "bà");
  await says("Dũng", "nhận giúp");
  await asksForHelp("Páo", "ông");
  await says("Dũng", "nhận giúp");
  await says("Liên", "bà hỏi");
  await says("Páo", "ông hỏi");
  const list = (await says("Dũng", "cháu đây ạ")).at(-1) ?? "";
  const first = /^1\. (.+)$/mu.exec(list)?.[1] ?? "";
  expect(first).toMatch(/Nà Khau/);
  const other = first.startsWith("ông") ? "Liên" : "Páo";

  await house.comesTo(morning + 26 * hour);
  await says("Dũng", "1");

  expect(words(other)).not.toContain("cháu đây ạ");
  // Nor does a bare number reach anybody.
  for (const name of ["Liên", "Páo"])
    expect(
      of(name)
        .reads()
        .some((text) => /\n1$/.test(text)),
    ).toBe(false);
});

test("whoever wrote is told that it may have arrived where the bot's answers were lost, and no failure", async () => {
  await opened();
  await asksForHelp("Liên", "bà");
  await says("Dũng", "nhận giúp");
  house.emulator.breaks({ method: "sendMessage", fault: { kind: "answer-lost" }, times: 2 });

  await says("Dũng", "bà bấm nút xanh nhé");
  // It is said once more after a while, and then given up.
  for (let whiles = 0; whiles < 4; whiles += 1) await house.settles();

  expect(words("Liên")).toContain("bà bấm nút xanh nhé");
  expect(newest("Dũng")).toMatch(/có thể đã tới bà ở Nà Khau, có thể chưa.*nhắn lại/su);
  expect(words("Dũng")).not.toContain("chưa tới được");
  const stand = house.store
    .lastLines(rowOf("Liên").id, 60)
    .flatMap(({ what }) =>
      what.is === "reply" && what.reply.text.includes("nút xanh") ? [what.state] : [],
    );
  expect(stand).toEqual(["perhaps"]);
});

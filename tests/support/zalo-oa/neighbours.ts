/** Two neighbours and a propagandist who have nothing but Zalo: what they do, and what their telephones show. */
import { afterEach, expect } from "vitest";
import { hashOf } from "../../../src/bot/ids.ts";
import { type OaHouse, type OaHouseOptions, oaHouse } from "./house.ts";

export const [ba, ong, dung] = [
  "2468135790246813579",
  "1357913579135791357",
  "8642086420864208642",
] as const;
const hour = 60 * 60 * 1000;

/** Of the test that runs. */
export let house: OaHouse;
afterEach(async () => {
  await house.end();
  house.emulator.assertNoViolations();
});

export const sees = (user: string) => house.emulator.sees(user);
export const newest = (user: string) => sees(user).at(-1);
export const rowOf = (user: string) => {
  const row = house.store.findByPeer(house.channel.sender.account, user);
  if (row === undefined) throw new Error("no conversation");
  return row;
};
export const caseOf = (user: string) => rowOf(user).saved.case;
/** Everything has arrived that was to arrive. */
const settled = () =>
  house.until(
    () =>
      house.emulator.calls === 0 &&
      [ba, ong, dung].every((user) => {
        const row = house.store.findByPeer(house.channel.sender.account, user);
        return row === undefined || house.store.waiting(row.id).length === 0;
      }) &&
      house.store.handedOut(house.channel.sender.account).length === 0,
  );
export const idle = async (): Promise<void> => {
  await house.pass(0);
  await settled();
  await house.pass(0);
  await settled();
};
/** What a person does, and what everybody sees of it once it has arrived. */
export async function does(user: string, act: () => void): Promise<readonly string[]> {
  const before = sees(user).length;
  act();
  await idle();
  return sees(user)
    .slice(before)
    .map(({ text }) => text);
}
export const says = (user: string, text: string) =>
  does(user, () => house.emulator.sendsText(user, text));
export const presses = (user: string, title: string) =>
  does(user, () => house.emulator.presses(user, title));
/** Answers the newest message that says so. */
export const quotes = (user: string, about: string, text: string) =>
  does(user, () => {
    const answered = sees(user).findLast((seen) => seen.text.includes(about));
    if (answered === undefined) throw new Error(`nobody said ${about}`);
    house.emulator.sendsText(user, text, { quote_msg_id: answered.id });
  });

/** One propagandist of Nà Khau, joined by the typed code; everything of the day goes through Zalo. */
export async function opened(options: OaHouseOptions = {}): Promise<void> {
  house = await oaHouse(options);
  house.store.invite({
    codeHash: hashOf("abcdefgh23456789"),
    commune: "tan-an",
    rank: "propagandist",
    name: "Dung (mẫu)",
    role: "trưởng thôn",
    village: "na-khau",
    woman: false,
    office: false,
    expiresAt: house.clock.now() + 24 * hour,
  });
  const welcome = await says(dung, "abcdefgh23456789");
  expect(welcome.join("\n")).toContain("Dung (mẫu)");
  await says(dung, "Bắt đầu trực");
}

/** The same database with a new program on it. */
export async function restarted(): Promise<void> {
  house = await house.restart();
}

/** Stands on a step and asks for somebody of the village. */
export async function asksForHelp(user: string, me: string): Promise<void> {
  await says(user, `${me} muốn tra cứu hồ sơ`);
  await says(user, "1");
  if (rowOf(user).saved.asking?.what === "keep") await says(user, "1");
  await says(user, "gặp người giúp");
  if (newest(user)?.text.includes("thôn") === true) await says(user, "Nà Khau");
  if (caseOf(user) === undefined) await says(user, "Ai giúp cũng được");
  expect(caseOf(user)?.state.is).toBe("waiting");
}

export const buttonsOf = (user: string) => newest(user)?.buttons.map(({ title }) => title) ?? [];
/** Every choice that is offered under the newest message, page after page. */
export async function pages(user: string): Promise<readonly string[]> {
  const all: string[] = [];
  for (;;) {
    const here = buttonsOf(user);
    expect(here.length).toBeLessThanOrEqual(5);
    if (all.includes(here[0] ?? "")) return all;
    all.push(...here.filter((title) => title !== "Khác…"));
    if (!here.includes("Khác…")) return all;
    await presses(user, "Khác…");
  }
}
export async function claimed(): Promise<void> {
  await opened();
  await asksForHelp(ba, "bà");
  await presses(dung, "Nhận giúp");
  expect(caseOf(ba)?.state).toMatchObject({ is: "claimed", by: { name: "Dung (mẫu)" } });
}

/** And a second neighbour, held by the same propagandist. */
export async function two(): Promise<void> {
  await claimed();
  await says(dung, "bà chờ cháu chút");
  await asksForHelp(ong, "ông");
  await presses(dung, "Nhận giúp");
  expect(caseOf(ong)?.state.is).toBe("claimed");
}

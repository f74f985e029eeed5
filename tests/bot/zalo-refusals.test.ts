/** Each number Zalo refuses with, played to its end: what the person reads, and what whoever looks after it sees. */
import { afterEach, beforeAll, expect, test } from "vitest";
import { type Remedy, refusals } from "../../src/bot/channels/zalo/oa/refusals.ts";
import { alarmWords } from "../../src/bot/desk/alarm-words.ts";
import { type ChannelAlarm, channelAlarms } from "../../src/bot/desk/channel-alarms.ts";
import { prepare } from "../support/talk.ts";
import { type OaHouse, oaHouse } from "../support/zalo-oa/house.ts";

beforeAll(prepare);

const ba = "2468135790246813579";
const unknown = -999;

let house: OaHouse;
afterEach(async () => {
  await house.end();
  house.emulator.assertNoViolations();
});

const account = () => house.channel.sender.account;
const rowOf = () => {
  const row = house.store.findByPeer(account(), ba);
  if (row === undefined) throw new Error("no conversation");
  return row;
};
const settled = () =>
  house.until(
    () =>
      house.store.findByPeer(account(), ba) !== undefined &&
      house.store.waiting(rowOf().id).length === 0 &&
      house.emulator.calls === 0,
    { step: 60_000 },
  );
const heard = () => house.heard(ba);
const alarms = () => channelAlarms(house.store, "tan-an", house.clock.now());
const refusal = () =>
  house.store.channels("tan-an").find(({ id }) => id === account())?.stands?.refusal?.why;

/** What one refusal of an answer leads to. */
type End =
  /** The answer arrives, after a while or said more plainly; nobody is needed. */
  | "arrives"
  /** It waits for the person's next word, and the desk says that somebody should telephone. */
  | "held"
  /** It never arrives, and the desk says to whom. */
  | "people-unreached"
  | "people-unanswered";

const endOf: Readonly<Record<Remedy, End>> = {
  "slow-down": "arrives",
  "upload-again": "people-unanswered",
  "once-more": "arrives",
  "say-plainer": "arrives",
  "new-token": "arrives",
  consent: "arrives",
  "tell-person": "arrives",
  rest: "arrives",
  "until-morning": "arrives",
  window: "held",
  unreachable: "people-unreached",
  park: "people-unanswered",
  "our-mistake": "people-unanswered",
};
const numbers: ReadonlyArray<readonly [number, string, End]> = [
  ...[...refusals].map(([number, { name, remedy }]) => [number, name, endOf[remedy]] as const),
  [unknown, "refused", "people-unanswered"],
];

test.each(numbers)("%i (%s) once, of an answer: %s", async (error, name, end) => {
  house = await oaHouse();
  house.emulator.fails({ is: "refuses", error });
  house.emulator.sendsText(ba, "xin chào");
  await settled();

  if (end === "arrives") {
    expect(heard()).toHaveLength(1);
    expect(alarms().filter(isOfPeople)).toEqual([]);
  } else {
    expect(heard()).toEqual([]);
    expect(refusal()).toBe(name);
    expect(alarms().filter(isOfPeople)).toEqual([
      expect.objectContaining({ what: end === "held" ? "people-held" : end, people: 1 }),
    ]);
  }

  // Whoever writes again is answered, with what was kept or anew, and reads nothing twice.
  await house.pass(2000);
  house.emulator.sendsText(ba, "bà muốn tra cứu hồ sơ");
  await house.until(() => heard().length > (end === "arrives" ? 1 : 0));
  await settled();
  expect(new Set(heard()).size).toBe(heard().length);
  if (end === "held") expect(house.store.parkedReplies().filter(isMissed)).toEqual([]);
  if (end !== "people-unreached") expect(alarms().filter(isOfPeople)).toEqual([]);
});

/** What every call is refused with from one moment on, and who is told of it. */
const always: Readonly<Record<Remedy, ReadonlyArray<ChannelAlarm["what"]>>> = {
  "slow-down": [],
  "upload-again": ["people-unanswered"],
  "once-more": ["people-unanswered"],
  "say-plainer": ["people-unanswered"],
  "new-token": [],
  consent: [],
  "tell-person": ["zalo-stopped"],
  rest: [],
  "until-morning": [],
  window: ["people-held"],
  unreachable: ["people-unreached"],
  park: ["people-unanswered"],
  "our-mistake": ["people-unanswered"],
};

/** One number of each remedy. */
const remedies = [...new Map([...refusals].map((each) => [each[1].remedy, each])).values()];

test.each(remedies)(
  "%i for hours: somebody is told, and nothing is said twice",
  async (error, { name, remedy }) => {
    house = await oaHouse();
    house.emulator.sendsText(ba, "xin chào");
    await settled();
    await house.pass(2000);
    house.emulator.fails(...Array.from({ length: 400 }, () => ({ is: "refuses", error }) as const));
    house.emulator.sendsText(ba, "bà muốn tra cứu hồ sơ");
    await house.until(() => refusal() === name);
    await house.pass(3 * 60 * 60 * 1000);

    const raised = alarms();
    for (const what of always[remedy]) expect(raised.map((alarm) => alarm.what)).toContain(what);
    for (const alarm of raised) expect(alarmWords(alarm).vi).toMatch(/\p{L}/u);
    const { waiting, parked } = house.store.channels("tan-an")[0] ?? { waiting: 0, parked: 0 };
    expect(waiting + parked).toBeGreaterThan(0);
    expect(heard()).toHaveLength(1);

    house.emulator.endsFaults();
    await house.pass(2 * 60 * 60 * 1000);
    house.emulator.sendsText(ba, "bà đây");
    await house.until(() => heard().length > 1, { step: 60_000 });
    await settled();
    expect(new Set(heard()).size).toBe(heard().length);
  },
);

const isOfPeople = ({ what }: ChannelAlarm): boolean => what.startsWith("people-");
const isMissed = ({ why }: { readonly why: string }): boolean => why !== "asked-anew";

import { expect, test } from "vitest";
import type { Effect } from "../../../src/flows/index.ts";
import {
  ask,
  aTurn,
  caseId,
  conversationId,
  helper,
  morning,
  say,
  settle,
  telegram,
  web,
} from "./builders.ts";
import type { Current } from "./contract.ts";

const lan = conversationId("lan");
const minh = conversationId("minh");

export function repliesContract(current: Current): void {
  const texts = (now = morning, limit = 10) =>
    current.store.outgoing([telegram], now, limit).map((out) => out.reply.text);

  const tell = (name: string, revision: number, ...said: string[]) => {
    const effects = said.map((text) => ask(text));
    const turn = aTurn({ in: name, account: telegram, revision, effects });
    expect(current.store.commit([turn], morning + revision)).toMatchObject([{ kind: "committed" }]);
  };
  const of = (turn: number, position: number, conversation = lan) => ({
    conversation,
    turn,
    position,
  });

  test("a page's replies are there to be read as soon as they are committed", () => {
    settle(current.store, { web: ["lan"] });

    current.store.commit([aTurn({ in: "lan", effects: [ask("Cần việc gì ạ?")] })], morning);

    expect(current.store.outgoing([web, telegram], morning + 1, 10)).toEqual([]);
    expect(current.store.nextOutgoingAt([web])).toBeUndefined();
    expect(current.store.lastLines(lan, 1)).toMatchObject([
      { what: { is: "reply", state: "sent" } },
    ]);
  });

  test("a platform's replies go out one by one per conversation, in their order", () => {
    settle(current.store, { telegram: ["lan", "minh"] });
    tell("lan", 1, "một", "hai");
    tell("minh", 1, "uno");
    tell("lan", 2, "ba");

    current.restart();
    expect(current.store.outgoing([telegram], morning + 9, 10)).toMatchObject([
      {
        conversation: lan,
        peer: "peer of lan",
        account: telegram,
        turn: 1,
        position: 0,
        seq: 2,
        attempts: 0,
      },
      { conversation: minh, peer: "peer of minh", turn: 1, position: 0 },
    ]);
    expect(texts(morning + 9, 1)).toEqual(["một"]);
    expect(current.store.outgoing([], morning + 9, 10)).toEqual([]);
    expect(current.store.outgoing([web], morning + 9, 10)).toEqual([]);

    current.store.delivered(of(1, 0), { kind: "sent", platformId: "101" }, morning + 9);
    current.restart();
    expect(texts(morning + 9)).toEqual(["hai", "uno"]);
    current.store.delivered(of(1, 1), { kind: "sent" }, morning + 9);
    expect(texts(morning + 9)).toEqual(["uno", "ba"]);
  });

  test("one that must be tried again holds up its own conversation only", () => {
    settle(current.store, { telegram: ["lan", "minh"] });
    tell("lan", 1, "một", "hai");
    tell("minh", 1, "uno");

    current.store.delivered(of(1, 0), { kind: "again", at: morning + 500 }, morning + 9);

    current.restart();
    expect(texts(morning + 499)).toEqual(["uno"]);
    expect(current.store.outgoing([telegram], morning + 500, 10)[0]).toMatchObject({
      reply: { text: "một" },
      attempts: 1,
    });
    current.store.delivered(of(1, 0, minh), { kind: "sent" }, morning + 9);
    expect(current.store.nextOutgoingAt([telegram])).toBe(morning + 500);
    expect(current.store.nextOutgoingAt([])).toBeUndefined();
  });

  test("one that cannot be sent is parked where a person sees it, and the next goes on", () => {
    settle(current.store, { telegram: ["lan"] });
    tell("lan", 1, "một", "hai");

    current.store.delivered(of(1, 0), { kind: "parked", why: "403: blocked" }, morning + 9);

    current.restart();
    expect(current.store.parkedReplies()).toEqual([
      { conversation: lan, turn: 1, why: "403: blocked" },
    ]);
    expect(texts(morning + 9)).toEqual(["hai"]);
    expect(current.store.lines(lan, 1, 1)).toMatchObject([{ what: { state: "parked" } }]);
  });

  test("a result that arrives late changes nothing", () => {
    settle(current.store, { telegram: ["lan"] });
    tell("lan", 1, "một");
    current.store.delivered(of(1, 0), { kind: "sent", platformId: "101" }, morning + 9);

    current.store.delivered(of(1, 0), { kind: "again", at: morning }, morning + 10);
    current.store.delivered(of(1, 0), { kind: "parked", why: "late" }, morning + 10);
    current.store.delivered(of(7, 7), { kind: "sent" }, morning + 10);

    expect(texts(morning + 99)).toEqual([]);
    expect(current.store.parkedReplies()).toEqual([]);
    expect(current.store.platformIds(lan, 1)).toEqual(["101"]);
  });

  test("what somebody waits for goes before what a timer says", () => {
    settle(current.store, { telegram: ["lan", "minh"] });
    const reminder = aTurn({
      in: "minh",
      account: telegram,
      inbound: { kind: "timer", name: "due" },
      effects: [say("nhắc")],
    });
    current.store.commit([reminder], morning);
    tell("lan", 1, "trả lời");

    expect(texts(morning + 9)).toEqual(["trả lời", "nhắc"]);
  });

  test("a page has seen what it showed, and never more than was written", () => {
    const { store } = current;
    settle(store, { web: ["lan"] });
    store.commit([aTurn({ in: "lan", effects: [ask("một"), say("hai")] })], morning);
    const states = () =>
      current.store.lines(lan, 1, 10).map(({ what }) => what.is === "reply" && what.state);
    expect(store.seenTurn(lan)).toBeUndefined();

    store.reached(lan, 3);
    expect(states()).toEqual(["reached", "reached"]);
    expect(store.seenTurn(lan)).toBeUndefined();
    store.shown(lan, 2);
    expect(states()).toEqual(["seen", "reached"]);
    expect(store.seenTurn(lan)).toBe(1);
    store.shown(lan, 1);
    store.reached(lan, 1);
    expect(states()).toEqual(["seen", "reached"]);
    store.shown(lan, 1_000_000);
    store.commit([aTurn({ in: "lan", revision: 2, effects: [ask("ba")] })], morning);

    current.restart();
    expect(states()).toEqual(["seen", "seen", false, "sent"]);
    expect(current.store.seenTurn(lan)).toBe(1);
  });

  test("on a platform, a question is seen once it was sent", () => {
    const { store } = current;
    settle(store, { telegram: ["lan"] });
    tell("lan", 1, "một");
    tell("lan", 2, "hai");
    expect(store.seenTurn(lan)).toBeUndefined();

    store.delivered(of(1, 0), { kind: "sent" }, morning);
    expect(store.seenTurn(lan)).toBe(1);
    store.delivered(of(2, 0), { kind: "parked", why: "403" }, morning);
    expect(store.seenTurn(lan)).toBe(1);
    const remark = aTurn({ in: "lan", account: telegram, revision: 3, effects: [say("thôi ạ")] });
    store.commit([remark], morning);
    store.delivered(of(3, 0), { kind: "sent" }, morning);
    expect(store.seenTurn(lan)).toBe(1); // a remark asks nothing
  });

  test("sent messages are found again by the platform's ids", () => {
    const { store } = current;
    settle(store, { telegram: ["hoa"] });
    const hoa = conversationId("hoa");
    const effects = [
      ask("thẻ", { about: caseId("k1") }),
      say("bà nói: cháu ơi", { about: caseId("k1"), from: helper }),
      ask("việc khác"),
    ];
    store.commit([aTurn({ in: "hoa", account: telegram, effects })], morning);
    for (const position of [0, 1, 2]) {
      store.delivered(of(1, position, hoa), { kind: "sent", platformId: `10${position}` }, morning);
    }

    current.restart();
    expect(current.store.platformIds(hoa, 1)).toEqual(["100", "102"]);
    expect(current.store.sentAbout(hoa, caseId("k1"))).toEqual(["101", "100"]);
    expect(current.store.sentAbout(lan, caseId("k1"))).toEqual([]);
    expect(current.store.caseOfMessage(hoa, "101")).toBe("k1");
    expect(current.store.caseOfMessage(hoa, "102")).toBeUndefined();
    expect(current.store.caseOfMessage(lan, "101")).toBeUndefined();
  });

  test("a reply in several messages leads back to its case by each, and goes with all of them", () => {
    const { store } = current;
    settle(store, { telegram: ["hoa"] });
    const hoa = conversationId("hoa");
    const card = ask("thẻ", { about: caseId("k1") });
    store.commit([aTurn({ in: "hoa", account: telegram, effects: [card] })], morning);
    store.pieceSent(of(1, 0, hoa), 0, ["100"], morning);
    store.pieceSent(of(1, 0, hoa), 1, ["101"], morning);
    store.delivered(of(1, 0, hoa), { kind: "sent", platformId: "101" }, morning);
    const taken = aTurn({
      in: "hoa",
      account: telegram,
      revision: 2,
      effects: [{ do: "recall", turn: 1 }],
    });
    expect(store.caseOfMessage(hoa, "100")).toBe("k1");

    store.commit([taken], morning);

    current.restart();
    expect(current.store.recalledIn(hoa, 1)).toEqual(["101", "100"]);
  });

  test("a new question makes the buttons of the one before it stale, and no others", () => {
    const { store } = current;
    settle(store, { telegram: ["lan"] });
    const sent = (revision: number, ...effects: Effect[]) => {
      store.commit([aTurn({ in: "lan", account: telegram, revision, effects })], morning);
      for (const position of effects.keys()) {
        const platformId = `${revision}.${position}`;
        store.delivered(of(revision, position), { kind: "sent", platformId }, morning);
      }
    };
    sent(1, ask("một"));
    sent(2, ask("hai"), say("thêm"), ask("hai nữa"));
    sent(3, ask("thẻ", { about: caseId("k1") }));
    sent(4, say("dạ"));
    tell("lan", 5, "năm");

    expect(store.oldButtons(lan, 5)).toEqual(["2.0", "2.2"]);
    expect(store.oldButtons(lan, 2)).toEqual(["1.0"]);
    expect(store.oldButtons(lan, 1)).toEqual([]);
  });
}

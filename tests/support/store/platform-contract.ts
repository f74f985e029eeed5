/** What a store promises to platforms that count our messages and push their events once. */
import { expect, test } from "vitest";
import type { AccountId } from "../../../src/flows/index.ts";
import { ask, aTurn, commune, conversationId, morning, say } from "./builders.ts";
import type { Current } from "./contract.ts";

const oa = "zalo-oa:1" as AccountId;
const lan = conversationId("lan");

export function platformContract(current: Current): void {
  const settleOa = (): void => {
    current.store.account({ id: oa, commune, channel: "zalo-oa" });
    current.store.conversationOf(oa, "2468135790246813579", () => lan, morning);
  };
  const tell = (revision: number, ...texts: string[]) =>
    current.store.commit(
      [
        aTurn({
          in: "lan",
          account: oa,
          revision,
          at: morning + revision,
          effects: texts.map((text) => ask(text)),
        }),
      ],
      morning + revision,
    );
  const waiting = () => current.store.waiting(lan).map(({ reply }) => reply.text);
  const at = (turn: number, position = 0) => ({ conversation: lan, turn, position });

  test("what was sent since the person last wrote is counted, messages and not replies", () => {
    settleOa();
    expect(current.store.spent(lan)).toEqual({ sent: 0, perhaps: 0 });
    tell(1, "một", "hai", "ba");

    current.store.delivered(at(1), { kind: "sent", messages: 2 }, morning + 10);
    current.store.delivered(
      at(1, 1),
      { kind: "sent", platformId: "m9", also: [{ turn: 1, position: 2 }] },
      morning + 11,
    );

    expect(waiting()).toEqual([]);
    expect(current.store.spent(lan)).toEqual({ heardAt: morning + 1, sent: 3, perhaps: 0 });
    const later = morning + 20;
    current.store.commit([aTurn({ in: "lan", account: oa, revision: 2, at: later })], later);
    expect(current.store.spent(lan)).toEqual({ heardAt: later, sent: 0, perhaps: 0 });
  });

  test("a message under way, and one whose answer was lost, counts until the person writes again", () => {
    settleOa();
    tell(1, "một");
    const { store } = current;
    store.sendingEnds(store.sendingBegins(at(1), morning + 2), "lost");
    store.sendingEnds(store.sendingBegins(at(1), morning + 3), "refused");
    store.delivered(at(1), { kind: "again", at: morning + 4 }, morning + 3);
    store.sendingBegins(at(1), morning + 4);
    current.restart();
    expect(current.store.spent(lan)).toMatchObject({ sent: 0, perhaps: 2 });

    expect(current.store.loseOpenSendings(oa)).toEqual(["2468135790246813579"]);
    expect(current.store.loseOpenSendings(oa)).toEqual([]);
    expect(current.store.lostSendings(at(1))).toBe(2);
    current.store.sendingEnds(current.store.sendingBegins(at(1), morning + 5), "taken");
    current.store.delivered(at(1), { kind: "sent", platformId: "m1" }, morning + 6);
    expect(current.store.spent(lan)).toMatchObject({ sent: 1, perhaps: 2 });

    const later = morning + 20;
    current.store.commit([aTurn({ in: "lan", account: oa, revision: 2, at: later })], later);
    expect(current.store.spent(lan)).toMatchObject({ sent: 0, perhaps: 0 });
    expect(current.store.lostSendings(at(1))).toBe(0);
  });

  test("a reply given up after a lost answer stands as perhaps arrived, and one that was refused does not", () => {
    settleOa();
    tell(1, "một", "hai", "ba");
    const { store } = current;
    store.sendingEnds(store.sendingBegins(at(1), morning + 2), "lost");
    store.sendingEnds(store.sendingBegins(at(1, 1), morning + 3), "refused");
    for (const position of [0, 1]) {
      store.delivered(at(1, position), { kind: "parked", why: "window-closed" }, morning + 4);
    }
    store.delivered(at(1, 2), { kind: "parked", why: "timeout" }, morning + 4);

    current.restart();

    const states = current.store
      .repliesOfTurn(lan, 1)
      .map(({ what }) => what.is === "reply" && what.state);
    expect(states).toEqual(["perhaps", "parked", "perhaps"]);
    const all = current.store.lines(lan, 0, 9);
    expect(all.map(({ what }) => what.is === "reply" && what.state)).toEqual([false, ...states]);
  });

  test("what the platform itself says is used puts right what may have been, and only that", () => {
    settleOa();
    tell(1, "một", "hai");
    for (const _ of [1, 2, 3])
      current.store.sendingEnds(current.store.sendingBegins(at(1), morning + 2), "lost");

    current.store.delivered(at(1), { kind: "sent", used: 2 }, morning + 3);
    expect(current.store.spent(lan)).toMatchObject({ sent: 1, perhaps: 1 });
    current.store.delivered(at(1, 1), { kind: "sent", used: 1 }, morning + 4);

    expect(current.store.spent(lan)).toMatchObject({ sent: 2, perhaps: 0 });
  });

  test("a reply that is half out counts with the half, and each of its messages is known as it", () => {
    settleOa();
    tell(1, "một");
    current.store.pieceSent(at(1), 0, ["m1"], morning + 10);
    current.store.pieceSent(at(1), 1, ["m2", "m3"], morning + 11);
    current.restart();

    expect(current.store.spent(lan)).toEqual({ heardAt: morning + 1, sent: 3, perhaps: 0 });
    expect(current.store.piecesSent(at(1))).toEqual([
      { piece: 0, platformId: "m1" },
      { piece: 1, platformId: "m2" },
      { piece: 1, platformId: "m3" },
    ]);
    expect(current.store.sentAs(lan, "m2")).toBe(true);

    current.store.delivered(at(1), { kind: "sent", platformId: "m4", messages: 4 }, morning + 12);
    expect(current.store.spent(lan).sent).toBe(4);
    for (const id of ["m1", "m3", "m4"]) {
      expect(current.store.replyOfMessage(lan, id)?.text).toBe("một");
    }
    expect(current.store.replyOfMessage(conversationId("hoa"), "m1")).toBeUndefined();
  });

  test("what is held back waits anew, as late, once the person writes; what is parked does not", () => {
    settleOa();
    tell(1, "giữ lại", "bỏ");
    current.store.delivered(at(1), { kind: "parked", why: "window-closed", untilHeard: true }, 2);
    current.store.delivered(at(1, 1), { kind: "parked", why: "refused" }, 2);
    current.restart();
    expect(current.store.parkedReplies()).toHaveLength(2);
    const timer = aTurn({
      in: "lan",
      account: "inside" as AccountId,
      key: "timer",
      revision: 2,
      inbound: { kind: "timer", name: "remind-1" },
      effects: [say("nhắc")],
    });
    current.store.commit([timer], morning + 3);
    expect(waiting()).toEqual(["nhắc"]);

    tell(3, "mới");

    expect(waiting()).toEqual(["giữ lại", "nhắc", "mới"]);
    expect(current.store.waiting(lan).map(({ late }) => late)).toEqual([
      true,
      undefined,
      undefined,
    ]);
  });

  test("messages the person has seen show everything before them as seen", () => {
    settleOa();
    tell(1, "một", "hai");
    current.store.delivered(at(1), { kind: "sent", platformId: "m1" }, morning + 2);
    current.store.delivered(at(1, 1), { kind: "sent", platformId: "m2" }, morning + 2);

    current.store.seenOnPlatform(lan, ["m1", "unknown"]);

    const states = current.store
      .lines(lan, 0, 9)
      .flatMap(({ what }) => (what.is === "reply" ? [what.state] : []));
    expect(states).toEqual(["seen", "sent"]);
  });

  test("what the telephone has and nobody looked at has arrived, and no more", () => {
    settleOa();
    tell(1, "một", "hai", "ba");
    for (const position of [0, 1, 2]) {
      const sent = { kind: "sent", platformId: `m${position}` } as const;
      current.store.delivered(at(1, position), sent, morning + 2);
    }
    current.store.seenOnPlatform(lan, ["m0"]);

    current.store.reachedOnPlatform(lan, ["m1", "unknown"]);

    current.restart();
    const states = current.store
      .lines(lan, 0, 9)
      .flatMap(({ what }) => (what.is === "reply" ? [what.state] : []));
    expect(states).toEqual(["seen", "reached", "sent"]);
  });

  test("a setting is changed by whoever saw it last, and by nobody else", () => {
    expect(current.store.changeSetting("grant", undefined, "one")).toBe(true);
    expect(current.store.changeSetting("grant", undefined, "two")).toBe(false);
    expect(current.store.changeSetting("grant", "other", "two")).toBe(false);
    expect(current.store.changeSetting("grant", "one", "two")).toBe(true);
    expect(current.store.setting("grant")).toBe("two");
  });
}

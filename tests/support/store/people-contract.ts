import { expect, test } from "vitest";
import type { DeliveryResult } from "../../../src/bot/store/replies.ts";
import type { Invitation } from "../../../src/bot/store/sign-in.ts";
import {
  aPropagandist,
  aTurn,
  commune,
  conversationId,
  morning,
  propagandistId,
  say,
  settle,
  telegram,
} from "./builders.ts";
import type { Current } from "./contract.ts";

const hour = 60 * 60 * 1000;
const hoa = conversationId("hoa");

function anInvitation(codeHash: string, more: Partial<Invitation> = {}): Invitation {
  return {
    codeHash,
    commune,
    rank: "propagandist",
    name: "Cô Hoa (mẫu)",
    role: "trưởng thôn",
    village: "na-khau",
    woman: true,
    office: false,
    expiresAt: morning + 48 * hour,
    ...more,
  };
}

export function peopleContract(current: Current): void {
  const fresh = (name: string) => () => propagandistId(name);

  test("a propagandist is kept as they are, and changed as a whole", () => {
    const { store } = current;
    settle(store, { telegram: ["hoa"] });
    const before = aPropagandist("p1", { conversation: hoa, villages: ["na-khau", "ban-kieng"] });
    store.savePropagandist(before);
    store.savePropagandist(aPropagandist("p0", { commune: "elsewhere" }));

    current.restart();
    expect(current.store.propagandist(before.id)).toEqual(before);
    expect(current.store.propagandists(commune)).toEqual([before]);
    const after = aPropagandist("p1", {
      duty: false,
      language: "en",
      rank: "coordinator",
      office: true,
    });
    current.store.savePropagandist(after);
    expect(current.store.propagandists(commune)).toEqual([after]);
    expect(current.store.propagandist(propagandistId("nobody"))).toBeUndefined();
  });

  test("whose chat takes nothing is known until it takes something, or they are at the desk", () => {
    const { store } = current;
    settle(store, { telegram: ["hoa"] });
    const who = aPropagandist("p1", { conversation: hoa });
    store.savePropagandist(who);
    const since = () => current.store.propagandist(who.id)?.unheardSince;
    let revision = 0;
    const becomes = (result: DeliveryResult) => {
      revision += 1;
      const turn = aTurn({ in: "hoa", account: telegram, revision, effects: [say("thẻ")] });
      current.store.commit([turn], morning);
      const reply = { conversation: hoa, turn: revision, position: 0 };
      current.store.delivered(reply, result, morning + revision);
    };
    becomes({ kind: "parked", why: "our-mistake" });
    expect(since()).toBeUndefined();

    becomes({ kind: "parked", why: "blocked", unreachable: true });
    becomes({ kind: "parked", why: "blocked", unreachable: true });
    store.savePropagandist({ ...who, duty: false });
    current.restart();
    expect(since()).toBe(morning + 2);
    expect(current.store.propagandists(commune)[0]?.unheardSince).toBe(morning + 2);

    becomes({ kind: "sent" });
    expect(since()).toBeUndefined();
    becomes({ kind: "parked", why: "window-closed", untilHeard: true });
    expect(since()).toBe(morning + 5);
    current.store.seenAtDesk(propagandistId("p2"));
    expect(since()).toBe(morning + 5);
    current.store.seenAtDesk(who.id);
    expect(since()).toBeUndefined();
  });

  test("a chat is one propagandist's: whoever takes it over has it alone", () => {
    const { store } = current;
    settle(store, { telegram: ["hoa"] });
    store.savePropagandist(aPropagandist("p1", { conversation: hoa }));

    store.savePropagandist(aPropagandist("p2", { conversation: hoa }));

    expect(store.propagandist(propagandistId("p1"))?.conversation).toBeUndefined();
    expect(store.propagandist(propagandistId("p2"))?.conversation).toBe(hoa);
  });

  test("going on and off duty is part of a turn", () => {
    const { store } = current;
    settle(store, { telegram: ["hoa"] });
    const who = propagandistId("p1");
    store.savePropagandist(aPropagandist("p1", { conversation: hoa }));

    store.commit(
      [aTurn({ in: "hoa", account: telegram, effects: [{ do: "duty", who, on: false }] })],
      morning,
    );
    current.restart();
    expect(current.store.propagandist(who)?.duty).toBe(false);
    current.store.commit(
      [
        aTurn({
          in: "hoa",
          account: telegram,
          revision: 2,
          effects: [{ do: "duty", who, on: true }],
        }),
      ],
      morning,
    );
    expect(current.store.propagandist(who)?.duty).toBe(true);
  });

  test("the language they read is part of a turn, and theirs", () => {
    const { store } = current;
    settle(store, { telegram: ["hoa"] });
    const [who, other] = [propagandistId("p1"), propagandistId("p2")];
    store.savePropagandist(aPropagandist("p1", { conversation: hoa }));
    store.savePropagandist(aPropagandist("p2"));

    store.commit(
      [aTurn({ in: "hoa", account: telegram, effects: [{ do: "reads", who, language: "en" }] })],
      morning,
    );
    current.restart();

    expect(current.store.propagandist(who)?.language).toBe("en");
    expect(current.store.propagandist(other)?.language).toBe("vi");
  });

  test("an invitation makes one propagandist, once", () => {
    const { store } = current;
    settle(store, { telegram: ["hoa"] });
    store.invite(anInvitation("h1"));

    const joined = store.join("h1", fresh("p1"), hoa, morning);
    current.restart();
    const again = current.store.join("h1", fresh("p2"), undefined, morning);

    expect(joined).toEqual({
      outcome: "joined",
      who: aPropagandist("p1", { name: "Cô Hoa (mẫu)", woman: true, conversation: hoa }),
    });
    expect(again).toEqual({ outcome: "used" });
    expect(current.store.propagandists(commune)).toHaveLength(1);
    expect(current.store.join("h9", fresh("p3"), undefined, morning)).toEqual({
      outcome: "unknown",
    });
  });

  test("the same chat, asking again with the same code, hears again that it has joined", () => {
    const { store } = current;
    settle(store, { telegram: ["hoa"] });
    store.invite(anInvitation("h1"));
    const joined = store.join("h1", fresh("p1"), hoa, morning);

    current.restart();
    expect(current.store.join("h1", fresh("p2"), hoa, morning + 99 * hour)).toEqual(joined);
  });

  test("an invitation ends after its hours", () => {
    current.store.invite(anInvitation("h1"));

    expect(current.store.join("h1", fresh("p1"), undefined, morning + 48 * hour)).toEqual({
      outcome: "expired",
    });
    expect(current.store.join("h1", fresh("p1"), undefined, morning + 48 * hour - 1).outcome).toBe(
      "joined",
    );
  });

  test("a second invitation adds a village to the same propagandist", () => {
    const { store } = current;
    settle(store, { telegram: ["hoa"] });
    store.invite(anInvitation("h1", { rank: "coordinator" }));
    store.invite(anInvitation("h2", { village: "ban-kieng" }));
    store.join("h1", fresh("p1"), hoa, morning);

    store.join("h2", fresh("p2"), hoa, morning);

    expect(store.propagandists(commune)).toMatchObject([
      { id: "p1", rank: "coordinator", villages: ["na-khau", "ban-kieng"], conversation: hoa },
    ]);
  });

  test("a sign-in link opens once, in its time", () => {
    const { store } = current;
    store.savePropagandist(aPropagandist("p1"));
    store.addSignInLink("l1", propagandistId("p1"), commune, morning + hour);
    store.addSignInLink("l2", undefined, commune, morning + hour);

    expect(store.useSignInLink("l1", morning + hour)).toEqual({ outcome: "expired" });
    expect(store.useSignInLink("l1", morning)).toEqual({ outcome: "ok", who: "p1", commune });
    current.restart();
    expect(current.store.useSignInLink("l1", morning)).toEqual({ outcome: "used" });
    expect(current.store.useSignInLink("l2", morning)).toEqual({
      outcome: "ok",
      who: undefined,
      commune,
    });
    expect(current.store.useSignInLink("l9", morning)).toEqual({ outcome: "unknown" });
  });

  test("a session lasts until it is ended", () => {
    const { store } = current;
    store.savePropagandist(aPropagandist("p1"));
    store.openSession("s1", propagandistId("p1"), morning);

    current.restart();
    expect(current.store.session("s1")).toBe("p1");
    current.store.endSession("s1");
    expect(current.store.session("s1")).toBeUndefined();
    expect(() => current.store.openSession("s2", propagandistId("nobody"), morning)).toThrow(
      expect.objectContaining({ code: "not-in-store" }),
    );
  });
}

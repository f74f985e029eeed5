import { expect, test } from "vitest";
import type { EditionId, Effect } from "../../../src/flows/index.ts";
import {
  aCase,
  aTurn,
  caseId,
  commune,
  conversationId,
  helper,
  journey,
  journeyId,
  morning,
  openCase,
  propagandistId,
  say,
  settle,
  telegram,
  web,
} from "./builders.ts";
import type { Current } from "./contract.ts";

const hour = 60 * 60 * 1000;
const lan = conversationId("lan");

export function deskContract(current: Current): void {
  const turn = (revision: number, at: number, ...effects: Effect[]) => {
    const done = current.store.commit([aTurn({ in: "lan", revision, effects })], at);
    expect(done).toMatchObject([{ kind: "committed" }]);
  };

  test("a case is listed while it is open, and for a while after it closed", () => {
    settle(current.store, { web: ["lan"] });
    const row = aCase("k1", {
      nextAt: morning + 1,
      called: ["hoa", "minh"],
      village: "na-khau",
      field: "justice",
      flow: "khai-sinh",
      phone: "0912 000 000",
      card: {
        address: "bà",
        reason: "lỗi: mã không về",
        tried: ["error-page"],
        steps: [{ id: "log-in", says: "Đăng nhập", where: "here" }],
      },
    });
    turn(1, morning, { do: "case", row });
    current.restart();
    const { withinHours: _hours, ...listed } = row;
    expect(current.store.case(row.id)).toEqual({
      ...listed,
      conversation: lan,
      commune,
      channel: "web",
      claimedBy: undefined,
      closedAt: undefined,
      outcome: undefined,
    });

    const { nextAt: _, ...done } = row;
    turn(2, morning + hour, {
      do: "case",
      row: { ...done, state: "closed", claimedBy: helper.id, outcome: "finished" },
    });

    expect(current.store.cases(commune, morning)).toMatchObject([
      {
        id: "k1",
        state: "closed",
        closedAt: morning + hour,
        claimedBy: "hoa",
        outcome: "finished",
      },
    ]);
    expect(current.store.case(row.id)?.nextAt).toBeUndefined();
    expect(current.store.cases(commune, morning + hour + 1)).toEqual([]);
    expect(current.store.cases("elsewhere", morning)).toEqual([]);
    expect(current.store.case(caseId("k9"))).toBeUndefined();
    turn(3, morning + 2 * hour, { do: "case", row: { ...done, state: "closed" } });
    expect(current.store.case(row.id)?.closedAt).toBe(morning + hour);
  });

  test("who has waited longest comes first", () => {
    settle(current.store, { web: ["lan"] });

    turn(1, morning, openCase("k1", { waitingSince: morning + 5 }), openCase("k2"));

    expect(current.store.cases(commune, morning).map(({ id }) => id)).toEqual(["k2", "k1"]);
  });

  test("an internal note is kept once for its key", () => {
    const { store } = current;
    settle(store, { web: ["lan"] });
    turn(1, morning, openCase("k1"));

    const note = { case: caseId("k1"), by: helper, as: "note" } as const;
    store.addRemark({ ...note, key: "n1", text: "gọi lúc chiều", at: morning + 1 });
    store.addRemark({ ...note, key: "n1", text: "gọi lúc chiều", at: morning + 2 });
    store.addRemark({ ...note, key: "n2", text: "đã gọi", at: morning + 3 });

    current.restart();
    expect(current.store.remarks(caseId("k1"))).toEqual([
      { ...note, key: "n1", text: "gọi lúc chiều", at: morning + 1 },
      { ...note, key: "n2", text: "đã gọi", at: morning + 3 },
    ]);
    expect(() =>
      store.addRemark({ ...note, case: caseId("k9"), key: "n1", text: "x", at: morning }),
    ).toThrow();
  });

  test("a question is open until it is answered or its case is closed", () => {
    const { store } = current;
    settle(store, { web: ["lan"] });
    turn(1, morning, openCase("k1"));
    turn(2, morning, openCase("k2"));
    const asks = (of: string, key: string, at: number) =>
      store.addRemark({
        case: caseId(of),
        key,
        by: helper,
        text: "giấy nào thay được ạ?",
        as: "question",
        at,
      });
    asks("k1", "q1", morning + 1);
    asks("k1", "q2", morning + 2);
    asks("k2", "q3", morning + 3);

    store.addRemark({
      case: caseId("k1"),
      key: "a1",
      by: helper,
      text: "giấy xác nhận",
      as: "answer",
      of: "q1",
      at: morning + 4,
    });
    turn(3, morning + 5, openCase("k2", { state: "closed", outcome: "finished" }));

    current.restart();
    expect(current.store.openQuestions(commune).map(({ key }) => key)).toEqual(["q2"]);
    expect(current.store.openQuestions("another-commune")).toEqual([]);
  });

  test("what was read stays read", () => {
    settle(current.store, { web: ["lan"] });
    turn(1, morning, openCase("k1"));
    const who = propagandistId("hoa");
    expect(current.store.readUpTo(caseId("k1"), who)).toBe(0);

    current.store.markRead(caseId("k1"), who, 7);
    current.store.markRead(caseId("k1"), who, 5);

    current.restart();
    expect(current.store.readUpTo(caseId("k1"), who)).toBe(7);
    expect(current.store.readUpTo(caseId("k1"), propagandistId("minh"))).toBe(0);
    expect(current.store.reachedUpTo(caseId("k1"), who)).toBe(7);

    current.store.markReached(caseId("k1"), who, 9);
    current.store.markReached(caseId("k1"), who, 8);
    current.store.markReached(caseId("k1"), propagandistId("minh"), 3);

    expect(current.store.reachedUpTo(caseId("k1"), who)).toBe(9);
    expect(current.store.readUpTo(caseId("k1"), who)).toBe(7);
    expect(current.store.reachedUpTo(caseId("k1"), propagandistId("minh"))).toBe(3);
    expect(current.store.readUpTo(caseId("k1"), propagandistId("minh"))).toBe(0);
  });

  test("a journey keeps where, what, when and with whose help", () => {
    settle(current.store, { web: ["lan"] });
    turn(1, morning, journey("j1"), journey("j2", { field: "residence", flow: "tam-tru" }));
    turn(2, morning + hour, journey("j1", { moment: "reached", step: "log-in" }));
    turn(
      3,
      morning + 2 * hour,
      journey("j1", { moment: "helped", step: "log-in", helped: "in-chat" }),
    );
    turn(
      4,
      morning + 30 * hour,
      journey("j1", { moment: "finished", step: "sent", helped: "in-chat" }),
      journey("j2", { moment: "stopped", step: "home", field: "residence", flow: "tam-tru" }),
    );

    current.restart();
    const first = {
      village: "na-khau",
      field: "justice",
      flow: "khai-sinh",
      begunAt: morning,
      finishedAt: morning + 30 * hour,
      outcome: undefined,
      helped: "in-chat",
      lastStep: "sent",
    };
    expect(current.store.journeys(commune, morning, morning + 1)).toEqual([
      first,
      expect.objectContaining({ flow: "tam-tru", finishedAt: undefined, outcome: "stopped" }),
    ]);
    expect(current.store.journeys(commune, morning + 30 * hour, morning + 31 * hour)).toEqual([
      first,
    ]);
    expect(current.store.journeys(commune, morning + 1, morning + hour)).toEqual([]);
    expect(current.store.journeys("elsewhere", 0, morning + 99 * hour)).toEqual([]);
  });

  test("an offer of help is one row a day for a step, and the first thing that came of it stays", () => {
    settle(current.store, { web: ["lan"] });
    const offer = { do: "stuck", journey: journeyId("j1"), step: "log-in" } as const;
    const offered = (day: string, more: Partial<Extract<Effect, { moment: "offered" }>> = {}) => ({
      ...offer,
      moment: "offered" as const,
      flow: "khai-sinh",
      field: "justice" as const,
      village: "na-khau",
      signal: "photo" as const,
      day,
      ...more,
    });
    const followed = (day: string, how: "declined" | "went-on") =>
      ({ ...offer, moment: "followed", day, followed: how }) as const;
    turn(1, morning, journey("j1"), offered("2026-11-22"));
    turn(2, morning + 1, offered("2026-11-22", { signal: "distress" }));
    turn(3, morning + 2, followed("2026-11-22", "declined"), followed("2026-11-22", "went-on"));
    turn(4, morning + 30 * hour, offered("2026-12-01"));
    // A journey that is not counted has no offers either.
    turn(5, morning + 31 * hour, offered("2026-11-23", { journey: journeyId("practice") }));

    current.restart();
    const line = { village: "na-khau", field: "justice", flow: "khai-sinh", step: "log-in" };
    expect(current.store.stuck(commune, "2026-11-01", "2026-12-01")).toEqual([
      { ...line, day: "2026-11-22", signal: "photo", followed: "declined" },
    ]);
    expect(current.store.stuck(commune, "2026-12-01", "2027-01-01")).toEqual([
      { ...line, day: "2026-12-01", signal: "photo", followed: undefined },
    ]);
    expect(current.store.stuck("elsewhere", "2026-11-01", "2027-01-01")).toEqual([]);
  });

  test("each consent is a row: what for, which words, when, given or taken back", () => {
    settle(current.store, { web: ["lan"] });
    turn(1, morning, { do: "consent", purpose: "keep", given: true });
    const editions = [{ id: "e1" as EditionId, flow: "f", expanded: "{}" }];
    current.store.publish({ id: "p1", at: morning, content: "{}", editions });
    turn(2, morning + 1, { do: "consent", purpose: "remind", given: false });
    turn(3, morning + 2, { do: "consent", purpose: "keep", given: false });

    current.restart();
    expect(current.store.consents(lan)).toEqual([
      { purpose: "keep", given: true, textVersion: "", at: morning },
      { purpose: "remind", given: false, textVersion: "p1", at: morning + 1 },
      { purpose: "keep", given: false, textVersion: "p1", at: morning + 2 },
    ]);
  });

  test("a return code opens its conversation until another replaces it", () => {
    const { store } = current;
    settle(store, { web: ["lan", "minh"] });
    const minh = conversationId("minh");
    store.setReturnCode(lan, "tre xanh 41", "h1");

    current.restart();
    expect(current.store.findByReturnCode(commune, "h1")).toMatchObject({
      id: lan,
      returnCode: "tre xanh 41",
    });
    expect(current.store.findByReturnCode("elsewhere", "h1")).toBeUndefined();
    expect(() => current.store.setReturnCode(minh, "tre xanh 41", "h1")).toThrow(
      expect.objectContaining({ code: "return-code-taken" }),
    );
    current.store.setReturnCode(lan, "tre xanh 41", "h1");
    current.store.setReturnCode(lan, "suối mát 12", "h2");
    expect(current.store.findByReturnCode(commune, "h1")).toBeUndefined();
    current.store.setReturnCode(minh, "tre xanh 41", "h1");
    expect(current.store.findByReturnCode(commune, "h1")?.id).toBe(minh);
  });

  test("a conversation moved to another browser is no longer the old one's", () => {
    const { store } = current;
    settle(store, { web: ["lan"], telegram: ["hoa"] });
    store.commit([aTurn({ in: "lan", effects: [say("Dạ")] })], morning);

    store.movePeer(lan, "new cookie");

    expect(store.findByPeer(web, "peer of lan")).toBeUndefined();
    expect(store.findByPeer(web, "new cookie")).toMatchObject({ id: lan, revision: 1 });
    expect(store.findByPeer(telegram, "peer of hoa")).toBeDefined();
    expect(() => store.movePeer(conversationId("nobody"), "x")).toThrow();
  });
}

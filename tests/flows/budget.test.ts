import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Allowance,
  type CaseId,
  freeOnZalo,
  type Plan,
  planSending,
  type ToSend,
} from "../../src/flows/index.ts";

const hour = 60 * 60 * 1000;
const now = Date.parse("2026-11-24T02:00:00Z");
const longest = 1900;
const zalo: Allowance = { freeFor: freeOnZalo, inARow: 8 };
const heard = (ago: number, sent = 0) => ({ heardAt: now - ago, sent });

const aReply = (more: Partial<ToSend> = {}): ToSend => ({
  nudge: false,
  personal: false,
  question: false,
  late: false,
  joinable: true,
  letters: 100,
  messages: 1,
  wordsAlone: 1,
  ...more,
});
const plan = (spent: Parameters<typeof planSending>[1], ...waiting: [ToSend, ...ToSend[]]) =>
  planSending(zalo, spent, waiting, longest, now);

test("with room to spare each message goes by itself, with its picture", () => {
  const step = aReply({ question: true, joinable: false, messages: 2 });
  expect(plan(heard(hour), step, aReply())).toEqual({ do: "send", count: 1, plain: false });
});

test("with few left, what waits is joined and goes without pictures", () => {
  expect(plan(heard(hour, 5), aReply(), aReply(), aReply({ question: true }))).toEqual({
    do: "send",
    count: 3,
    plain: true,
  });
});

test("what does not fit one message any more waits for the next", () => {
  const long = aReply({ letters: 1000 });
  expect(plan(heard(hour, 5), long, long)).toEqual({ do: "send", count: 1, plain: true });
});

test("words about two people are never one message, however few are left", () => {
  const [of, other] = ["a.k1" as CaseId, "b.k1" as CaseId].map((about) =>
    aReply({ about, personal: true }),
  ) as [ToSend, ToSend];
  expect(plan(heard(hour, 5), of, of, other)).toMatchObject({ do: "send", count: 2 });
  expect(plan(heard(hour, 5), of, aReply())).toMatchObject({ do: "send", count: 1 });
});

test("the last message is kept for a neighbour's answer", () => {
  expect(plan(heard(hour, 7), aReply())).toEqual({ do: "hold", why: "last-message-kept" });
  expect(plan(heard(hour, 7), aReply({ personal: true }))).toMatchObject({ do: "send" });
  expect(plan(heard(hour, 7), aReply(), aReply({ personal: true }))).toMatchObject({ count: 2 });
});

test("after the window nothing goes out, and what matters is kept until they write", () => {
  expect(plan(heard(freeOnZalo), aReply())).toMatchObject({ do: "send" });
  expect(plan(heard(freeOnZalo + 1), aReply())).toEqual({ do: "hold", why: "window-closed" });
  expect(plan({ sent: 0 }, aReply({ personal: true }))).toEqual({
    do: "hold",
    why: "window-closed",
  });
  expect(plan(heard(freeOnZalo + 1), aReply({ nudge: true }))).toEqual({
    do: "drop",
    why: "nudge-spared",
  });
});

test("billed days are used for answers, where the commune pays, and never for a reminder", () => {
  const paying: Allowance = { ...zalo, billedFor: 7 * 24 * hour };
  const onDay3 = heard(60 * hour);
  expect(planSending(paying, onDay3, [aReply()], longest, now)).toMatchObject({ do: "send" });
  expect(planSending(paying, onDay3, [aReply({ nudge: true })], longest, now).do).toBe("drop");
  expect(planSending(paying, heard(169 * hour), [aReply()], longest, now).do).toBe("hold");
});

test("of what was held back, a question asked anew is not asked twice", () => {
  const old = aReply({ late: true, question: true });
  expect(plan(heard(0), old, aReply({ question: true }))).toEqual({
    do: "drop",
    why: "asked-anew",
  });
  expect(plan(heard(0), old)).toMatchObject({ do: "send" });
  const said = aReply({ late: true, personal: true });
  expect(plan(heard(0), said, aReply({ question: true }))).toMatchObject({ count: 2 });
});

const anything = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ is: fc.constant("says" as const), reply: someReply() }) },
    { weight: 2, arbitrary: fc.constant({ is: "hears" as const }) },
    {
      weight: 2,
      arbitrary: fc.record({ is: fc.constant("passes" as const), hours: fc.nat({ max: 60 }) }),
    },
  ),
  { maxLength: 60 },
);

function someReply() {
  return fc
    .record({
      nudge: fc.boolean(),
      personal: fc.boolean(),
      question: fc.boolean(),
      joinable: fc.boolean(),
      letters: fc.integer({ min: 1, max: 1900 }),
      more: fc.nat({ max: 2 }),
    })
    .map(({ more, ...rest }) =>
      aReply({ ...rest, personal: rest.personal && !rest.nudge, messages: 1 + more }),
    );
}

test("whatever happens: never more than allowed, never a reminder on the last, nothing lost", () => {
  fc.assert(
    fc.property(anything, fc.integer({ min: 2, max: 9 }), (moments, inARow) => {
      let time = now;
      let heardAt: number | undefined;
      let sent = 0;
      let made = 0;
      let waiting: ToSend[] = [];
      let held: ToSend[] = [];
      const out = { sent: 0, droppedNudges: 0, droppedQuestions: 0 };

      const settle = (): void => {
        for (let [first, ...rest] = waiting; first !== undefined; [first, ...rest] = waiting) {
          const spent = heardAt === undefined ? { sent } : { heardAt, sent };
          const allowance = { freeFor: freeOnZalo, inARow };
          const next: Plan = planSending(allowance, spent, [first, ...rest], longest, time);
          switch (next.do) {
            case "hold":
              held.push(first);
              waiting = rest;
              break;
            case "drop":
              if (first.nudge) out.droppedNudges += 1;
              else {
                expect(first.question && first.late).toBe(true);
                expect(rest.some((r) => r.question)).toBe(true);
                out.droppedQuestions += 1;
              }
              waiting = rest;
              break;
            case "send": {
              const gone = waiting.slice(0, next.count);
              expect(heardAt !== undefined && time - heardAt <= freeOnZalo).toBe(true);
              const left = inARow - sent;
              if (gone.some((g) => g.nudge)) expect(left).toBeGreaterThan(1);
              if (left === 1) expect(gone.some((g) => g.personal)).toBe(true);
              if (next.count > 1) {
                expect(gone.every((g) => g.joinable)).toBe(true);
                expect(gone.reduce((all, g) => all + g.letters + 2, -2)).toBeLessThanOrEqual(
                  longest,
                );
              }
              sent += next.count > 1 || next.plain ? 1 : first.messages;
              expect(sent).toBeLessThanOrEqual(inARow);
              out.sent += next.count;
              waiting = waiting.slice(next.count);
            }
          }
        }
      };

      for (const moment of moments) {
        switch (moment.is) {
          case "says":
            made += 1;
            waiting.push(moment.reply);
            break;
          case "hears":
            heardAt = time;
            sent = 0;
            waiting = [...held.map((h) => ({ ...h, late: true })), ...waiting];
            held = [];
            break;
          case "passes":
            time += moment.hours * hour;
        }
        settle();
      }
      expect(out.sent + out.droppedNudges + out.droppedQuestions + held.length).toBe(made);
    }),
    { numRuns: 500 },
  );
});

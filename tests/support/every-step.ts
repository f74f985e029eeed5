/** Every step, choice and trouble of every shipped guide, reached by a person through the machine alone. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Flow, HandBack, Journey, JourneyId, Saved, Trouble } from "../../src/flows/index.ts";
import { blank } from "../../src/flows/index.ts";
import { place, stepsAhead } from "../../src/flows/journey/place.ts";
import { troublesOf } from "../../src/flows/steps/troubles.ts";
import { aHelper, morning, type Player, prepare, theLibrary, town } from "./talk.ts";

const flows = [...theLibrary().flows.values()];
const answerTo = {
  text: "Nà Khau",
  number: "3",
  date: "30/11/2026",
  phone: "0912345678",
  "dossier-code": "G22.99.08-251124-0012",
} as const;
const dung = aHelper("dung");

/** Somebody who agreed to everything and stands on a step, having come by these answers. */
function standingOn(
  flow: Flow,
  journey: Partial<Journey> & { step: string },
  state = "guided.step",
): Saved {
  return {
    ...blank,
    state,
    address: "ba",
    keep: "yes",
    remind: "yes",
    taughtWayBack: true,
    village: { id: "na-khau", says: "Nà Khau" },
    guiding: true,
    journeys: [
      {
        id: "j" as JourneyId,
        flow: flow.id,
        edition: flow.edition,
        startedAt: morning,
        since: morning,
        path: [],
        answers: {},
        aside: {},
        correcting: false,
        failed: 0,
        tried: [],
        helped: "alone",
        ...journey,
      },
    ],
  };
}

interface Visit {
  readonly saved: Saved;
  /** What was pressed or typed to get here. */
  readonly road: readonly string[];
  /** Everything the step allows, and where each leads. */
  readonly done: ReturnType<typeof doneOn>;
}

/** Puts a person, whose village has one helper, where somebody stands. */
function resumed(saved: Saved): Player {
  const p = town({ roster: [dung] }).player("ba");
  p.chat.saved = saved;
  p.chat.revision = 1000;
  return p;
}

/** The same, with what is asked there shown first. */
function at(saved: Saved): Player {
  const p = resumed(saved);
  p.arrives();
  return p;
}

/** Presses through "Khác…" pages until the wanted button is there. */
function pressTrouble(p: Player, trouble: string): void {
  p.presses("trouble");
  if (p.chat.said.at(-1)?.choices.every((c) => c.id !== `t:${trouble}`) === true)
    p.presses("more-troubles");
  p.presses(`t:${trouble}`);
}

/** Does one thing a step allows; nothing when it is the end. */
function doneOn(flow: Flow, saved: Saved): Array<{ readonly did: string; readonly after: Player }> {
  const step = flow.stepAt(saved.journeys.at(-1)?.step ?? "");
  const fresh = () => at(saved);
  switch (step.kind) {
    case "do": {
      const done = fresh();
      done.presses("done");
      if (step.prove === true) {
        expect(done.saved.state).toBe("guided.proving");
        done.presses("yes");
      }
      const troubles = Object.keys(step.troubles ?? {}).map((id) => {
        const p = fresh();
        pressTrouble(p, id);
        return { did: `trouble ${id}`, after: p };
      });
      return [{ did: "done", after: done }, ...troubles];
    }
    case "gather": {
      const done = fresh();
      done.presses("done");
      const troubles = Object.keys(step.troubles ?? {}).map((id) => {
        const p = fresh();
        p.presses("lacking");
        p.presses(`t:${id}`);
        return { did: `trouble ${id}`, after: p };
      });
      return [{ did: "done", after: done }, ...troubles];
    }
    case "choose":
      return Object.keys(step.choices).map((id) => {
        const p = fresh();
        p.presses(`c:${id}`);
        return { did: `choice ${id}`, after: p };
      });
    case "ask": {
      const p = fresh();
      if (step.answer === "screen-photo") p.sendsPhoto();
      else p.types(answerTo[step.answer]);
      return [{ did: "answer", after: p }];
    }
    case "hand-over": {
      if (step["leads-to"] === undefined) return [];
      const p = fresh();
      p.presses("take-back");
      return [{ did: "go on alone", after: p }];
    }
    case "tell":
    case "finish":
      return [];
  }
}

/** Every step a person can come to, with one way there. */
function everywhere(flow: Flow): ReadonlyMap<string, Visit> {
  const { saved } = at({ ...standingOn(flow, { step: flow.beginning.step }) });
  const begins = { saved, road: [], done: doneOn(flow, saved) };
  const found = new Map<string, Visit>([[flow.beginning.step, begins]]);
  const queue = [flow.beginning.step];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const here = found.get(id)!;
    for (const { did, after } of here.done) {
      const { saved, step: reached } = after;
      if (reached !== undefined && saved.state === "guided.step" && !found.has(reached)) {
        const road = [...here.road, `${id}: ${did}`];
        found.set(reached, { saved, road, done: doneOn(flow, saved) });
        queue.push(reached);
      }
    }
  }
  return found;
}

/** All of it at every step, or some of it at each step in turn, which is all of it at every few steps. */
export type HowMuch = "all" | "in-turn";

export function everyStep(howMuch: HowMuch): void {
  beforeAll(prepare, 120_000);
  describe.each(flows)("$id", (flow) => inFlow(flow, howMuch));
}

function inFlow(flow: Flow, howMuch: HowMuch): void {
  const some = <One>(of: readonly One[], turn: number, share: number): readonly One[] =>
    howMuch === "all" ? of : of.filter((_, at) => (at + turn) % share === 0);

  const visits = everywhere(flow);
  const waits = Object.entries(flow.steps).filter(
    ([, s]) => s.kind !== "tell" && s.kind !== "finish",
  );

  test("every step that waits is reached by pressing and typing", () => {
    expect(waits.map(([id]) => id).filter((id) => !visits.has(id))).toEqual([]);
  });

  test("every choice, trouble and answer leads where its author says", () => {
    for (const [id, { done }] of visits) {
      const step = flow.stepAt(id);
      for (const { did, after } of done) {
        const trouble: Trouble | undefined = troublesOf(step)[did.replace("trouble ", "")];
        const where = `${flow.id}/${id}: ${did} → ${after.saved.state} ${after.step ?? "–"}`;
        if (trouble === undefined) {
          const move =
            step.kind === "choose"
              ? { type: "choice" as const, choice: did.replace("choice ", "") }
              : step.kind === "ask"
                ? { type: "value" as const }
                : step.kind === "hand-over"
                  ? { type: "helped" as const }
                  : { type: "done" as const };
          const { step: next } = flow.follow(id, move);
          if (flow.stepAt(next).kind === "finish")
            expect(after.saved.state, where).toBe("finished");
          else expect(after.step, where).toBe(next);
        } else if (trouble.human === true)
          expect(after.saved.asking?.afterwards.go, where).toBe("open-case");
        else if (trouble["leads-to"] !== undefined) {
          const { step: next } = flow.follow(id, {
            type: "trouble",
            trouble: did.replace("trouble ", ""),
          });
          if (flow.stepAt(next).kind === "finish")
            expect(after.saved.state, where).toBe("finished");
          else expect(after.step, where).toBe(next);
        } else expect([after.saved.state, after.step], where).toEqual(["guided.mending", id]);
      }
    }
  });

  test("from every step a person is one message away, and what is known leads back there", () => {
    for (const [id, { saved }] of visits) {
      const p = at(saved);
      p.commands("human");
      expect(p.saved.asking?.afterwards.go, id).toBe("open-case");
      const journey = saved.journeys.at(-1)!;
      expect(
        place(flow, journey.answers).step,
        `${flow.id}: ${visits.get(id)?.road.join(", ")}`,
      ).toBe(id);
      expect(new Set(journey.path).size, id).toBe(journey.path.length);
    }
  });

  test("“Không làm được” twice at the same step offers a person, once", () => {
    for (const [id, { saved }] of visits) {
      if (flow.stepAt(id).kind !== "do") continue;
      const p = at(saved);
      p.presses("trouble");
      p.commands("later");
      p.arrives();
      p.presses("trouble");
      expect(p.saved.state, id).toBe("guided.offering");
      p.presses("Để tôi thử lại");
      p.presses("trouble");
      expect(p.saved.state, id).toBe("guided.troubles");
    }
  });

  test("“vâng” and the like on a task never count as done", () => {
    for (const [turn, [id, { saved }]] of [...visits].entries()) {
      if (flow.stepAt(id).kind !== "do") continue;
      for (const words of some(["vâng", "ok", "Vâng ạ", "để bà làm"], turn, 4)) {
        const p = at(saved);
        p.types(words);
        expect(p.step, `${id}: ${words}`).toBe(id);
      }
    }
  });

  const by = { id: dung.id, name: dung.name, role: dung.role };
  const claimedAt = (saved: Saved): Saved => {
    const p = resumed(saved);
    p.commands("human");
    p.presses("Ai giúp cũng được");
    p.sends({ kind: "case-claim", case: p.saved.case!.id, by });
    return p.saved;
  };

  const outcomes = (ahead: readonly (string | undefined)[]): readonly HandBack[] => [
    { outcome: "still-here" },
    { outcome: "needs-paper", paper: "giấy chứng sinh" },
    { outcome: "in-person", where: "công an xã" },
    { outcome: "unreached" },
    { outcome: "meet", at: morning + 86_400_000, place: "nhà văn hoá" },
    { outcome: "finished" },
    ...ahead.flatMap((step): HandBack[] =>
      step === undefined ? [] : [{ outcome: "done-up-to", step }],
    ),
    { outcome: "done-up-to", step: "no-such-step" },
  ];

  test("every outcome of a case at every step puts the resident at the right one", () => {
    for (const [turn, [id, { saved }]] of [...visits].entries()) {
      const { answers } = saved.journeys.at(-1)!;
      const ahead = stepsAhead(flow, answers, id);
      const held = claimedAt(saved);
      const of = held.case!.id;
      const all = outcomes([...new Set([ahead[0], ahead.at(-1), id])]);
      for (const result of some(all, turn, 3)) {
        const p = resumed(held);
        p.sends({ kind: "case-hand-back", case: of, by, result });
        const where = `${id}: ${JSON.stringify(result)}`;
        expect(p.saved.case === undefined, where).toBe(result.outcome !== "meet");
        if (result.outcome === "finished") {
          expect(p.saved.journeys, where).toEqual([]);
          continue;
        }
        const target =
          result.outcome === "done-up-to"
            ? place(flow, answers, { doneUpTo: result.step }).step
            : id;
        if (flow.stepAt(target).kind === "finish") expect(p.saved.state, where).toBe("finished");
        else {
          expect(p.step, where).toBe(target);
          expect(p.saved.state, where).toBe("guided.step");
          expect(p.heard.at(-1), where).toBeDefined();
        }
      }
    }
  });

  test("opens within four presses and one typed line", () => {
    const commune = town();
    const p = commune.player("ba");
    let presses = 0;
    p.arrives();
    // Health insurance and support share a line of the menu.
    p.presses(`field:${flow.field === "insurance" ? "social" : flow.field}`);
    presses += 1;
    while (p.step === undefined) {
      const own = p.chat.said.at(-1)?.choices.find((c) => c.id === `f:${flow.id}`);
      p.presses(own?.id ?? p.chat.said.at(-1)!.choices.find((c) => c.id.startsWith("field:"))!.id);
      presses += 1;
    }
    expect(p.saved.journeys.at(-1)?.flow).toBe(flow.id);
    expect(presses).toBeLessThanOrEqual(4);
  });
}

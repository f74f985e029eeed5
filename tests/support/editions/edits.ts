/** Guides made at random, and what an author may do to one between two publications. */
import { createHash } from "node:crypto";
import fc from "fast-check";
import {
  type AuthoredFlow,
  compile,
  type EditionId,
  expand,
  type Flow,
  type StepId,
} from "../../../src/flows/index.ts";

/** A step that can be stood on or is told; every one leads on by `next`, some also elsewhere by `off`. */
export interface Sketch {
  readonly kind: "do" | "choose" | "ask" | "tell" | "hand-over";
  readonly next: StepId;
  readonly off?: StepId | undefined;
  /** How the choice is called that leads off. */
  readonly choice: string;
  readonly optional: boolean;
  readonly words: number;
}

/** What one include of another flow makes of it: every step but the end is `part/…`. */
export interface Guide {
  readonly begins: StepId;
  /** The include says where to begin; what only lies before is still written, and no step of the guide. */
  readonly entered: boolean;
  readonly leftOut: ReadonlyMap<StepId, Sketch>;
  readonly steps: ReadonlyMap<StepId, Sketch>;
  readonly renamed: Readonly<Record<StepId, StepId>>;
  readonly recall: boolean;
  /** For ids that were never used. */
  readonly made: number;
}

export const end = "end";
const flowId = "bai-thu";
const includedId = "doan-thu";
const within = "part/";

export interface Plan {
  readonly kind: Sketch["kind"];
  readonly off: number | undefined;
  readonly optional: boolean;
}

export const aPlan: fc.Arbitrary<Plan> = fc.record({
  kind: fc.constantFrom<Sketch["kind"]>("do", "do", "choose", "choose", "ask", "tell", "hand-over"),
  off: fc.option(fc.nat(9), { nil: undefined }),
  optional: fc.boolean(),
});

export const aGuide: fc.Arbitrary<Guide> = fc
  .array(aPlan, { minLength: 2, maxLength: 6 })
  .map((plans) => {
    const ids = [...plans.map((_, at) => `${within}s${at}`), end];
    const steps = new Map(
      plans.map((plan, at): [StepId, Sketch] => [
        `${within}s${at}`,
        sketch(
          plan,
          ids[at + 1] ?? end,
          plan.off === undefined ? undefined : ids[plan.off % ids.length],
        ),
      ]),
    );
    return {
      begins: `${within}s0`,
      entered: false,
      leftOut: new Map(),
      steps,
      renamed: {},
      recall: false,
      made: plans.length,
    };
  })
  .filter(canBePublished);

function sketch(plan: Plan, next: StepId, off: StepId | undefined): Sketch {
  return { kind: plan.kind, next, off, choice: "off", optional: plan.optional, words: 0 };
}

/** One thing an author does; `at` picks the step. */
export type Edit = { readonly at: number; readonly off: number } & (
  | {
      readonly does:
        | "rename"
        | "delete"
        | "swap"
        | "words"
        | "optional"
        | "retarget"
        | "rechoose"
        | "enter";
    }
  | { readonly does: "insert" | "branch" | "rekind"; readonly plan: Plan }
);

const place = { at: fc.nat(9), off: fc.nat(9) };
export const anEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    does: fc.constantFrom(
      ...(["rename", "delete", "swap", "words", "optional", "retarget"] as const),
      ...(["rechoose", "enter"] as const),
    ),
    ...place,
  }),
  fc.record({
    does: fc.constantFrom("insert" as const, "branch" as const, "rekind" as const),
    plan: aPlan,
    ...place,
  }),
);

/** The guide after some edits; an edit that would leave it unfit to publish is not made. */
export function edited(guide: Guide, edits: readonly Edit[], recall: boolean): Guide {
  return edits.reduce(
    (soFar, edit) => {
      const after = ledToOnly(made(soFar, edit));
      return canBePublished(after) ? after : soFar;
    },
    { ...guide, recall },
  );
}

/** Of a part entered further on only what its entrance leads to is walked. */
function ledToOnly(guide: Guide): Guide {
  if (!guide.entered) return guide;
  const reached = new Set<StepId>([guide.begins]);
  for (const id of reached) {
    const step = guide.steps.get(id);
    for (const to of step === undefined ? [] : waysOf(step)) reached.add(to);
  }
  const kept = (entry: readonly [StepId, Sketch]) => reached.has(entry[0]);
  return {
    ...guide,
    steps: new Map([...guide.steps].filter(kept)),
    leftOut: new Map([...guide.leftOut, ...[...guide.steps].filter((entry) => !kept(entry))]),
    renamed: Object.fromEntries(
      Object.entries(guide.renamed).filter(([, now]) => reached.has(now)),
    ),
  };
}

function made(guide: Guide, edit: Edit): Guide {
  const ids = [...guide.steps.keys()];
  const id = ids[edit.at % ids.length] ?? "";
  const step = guide.steps.get(id);
  if (step === undefined) return guide;
  const fresh = `${within}s${guide.made}`;
  const grown = { ...guide, made: guide.made + 1 };
  const to = [...ids, end][edit.off % (ids.length + 1)] ?? end;
  switch (edit.does) {
    case "rename": {
      const old = Object.entries(guide.renamed).map(([from, now]) => [
        from,
        now === id ? fresh : now,
      ]);
      const renamed = { ...Object.fromEntries(old), [id]: fresh };
      return { ...redirected(moved(grown, id, fresh), id, fresh), renamed };
    }
    case "delete": {
      const steps = new Map([...guide.steps].filter(([other]) => other !== id));
      const kept = Object.entries(guide.renamed).filter(([, now]) => now !== id);
      return redirected({ ...guide, steps, renamed: Object.fromEntries(kept) }, id, step.next);
    }
    case "swap": {
      const after = guide.steps.get(step.next);
      if (after === undefined || step.next === id) return guide;
      const earlier = redirected(guide, id, step.next);
      return with_(with_(earlier, step.next, { ...after, next: id }), id, {
        ...step,
        next: after.next,
      });
    }
    case "enter":
      return { ...guide, begins: id, entered: true };
    case "words":
      return with_(guide, id, { ...step, words: step.words + 1 });
    case "optional":
      return with_(guide, id, { ...step, optional: !step.optional });
    case "retarget":
      return with_(guide, id, { ...step, off: to });
    case "rechoose":
      return with_(guide, id, { ...step, choice: `${step.choice}-x` });
    case "rekind":
      return with_(guide, id, { ...step, kind: edit.plan.kind });
    case "insert": {
      const before = redirected(grown, id, fresh);
      return with_(
        before,
        fresh,
        sketch(edit.plan, id, edit.plan.off === undefined ? undefined : to),
      );
    }
    case "branch":
      return with_(
        with_(grown, id, { ...step, off: fresh }),
        fresh,
        sketch(edit.plan, to, undefined),
      );
  }
}

const with_ = (guide: Guide, id: StepId, step: Sketch): Guide => ({
  ...guide,
  steps: new Map([...guide.steps, [id, step]]),
});

const moved = (guide: Guide, id: StepId, to: StepId): Guide => ({
  ...guide,
  steps: new Map([...guide.steps].map(([other, step]) => [other === id ? to : other, step])),
});

/** Everything that led to a step leads elsewhere. */
function redirected(guide: Guide, from: StepId, to: StepId): Guide {
  const turn = (id: StepId) => (id === from ? to : id);
  const steps = [...guide.steps].map(([id, step]): [StepId, Sketch] => [
    id,
    { ...step, next: turn(step.next), off: step.off === undefined ? undefined : turn(step.off) },
  ]);
  return { ...guide, begins: turn(guide.begins), steps: new Map(steps) };
}

/** Which of a step's ways exist by its kind. */
export function waysOf(step: Sketch): readonly StepId[] {
  const leadsOff = step.kind === "do" || step.kind === "choose";
  return leadsOff && step.off !== undefined ? [step.next, step.off] : [step.next];
}

/** What `check` asks of a guide: each step reached leads to an end, and no circle is only told. */
function canBePublished(guide: Guide): boolean {
  const reached = new Set<StepId>([guide.begins]);
  for (const id of reached)
    for (const to of guide.steps.get(id) === undefined ? [] : waysOf(guide.steps.get(id) as Sketch))
      reached.add(to);
  if (guide.begins === end) return false;
  const leadsOut = (id: StepId): boolean => {
    const seen = new Set<StepId>([id]);
    for (const one of seen) {
      const step = guide.steps.get(one);
      for (const to of step === undefined ? [] : waysOf(step)) seen.add(to);
    }
    return seen.has(end);
  };
  const tellsInCircle = (id: StepId): boolean => {
    const seen = new Set<StepId>();
    for (let at = id; guide.steps.get(at)?.kind === "tell"; at = guide.steps.get(at)?.next ?? end) {
      if (seen.has(at)) return true;
      seen.add(at);
    }
    return false;
  };
  return [...reached].every((id) => leadsOut(id) && !tellsInCircle(id));
}

export const wordsOf = (id: StepId, step: Sketch): string =>
  `Việc ${id} theo lời thứ ${step.words}.`;

const both = (text: string) => ({ vi: text, en: text });

type Step = AuthoredFlow["steps"][string];

function stepOf(id: StepId, step: Sketch): Step {
  const says = both(wordsOf(id, step));
  const optional = step.optional ? { optional: true as const } : {};
  switch (step.kind) {
    case "do": {
      const out =
        step.off === undefined
          ? {}
          : { troubles: { out: { says: both(`Vướng ${id}`), "leads-to": step.off } } };
      const sign = both(`chữ ${id}`);
      return { kind: "do", says, sign, ...optional, ...out, "leads-to": step.next };
    }
    case "choose":
      return {
        kind: "choose",
        says,
        ...optional,
        choices: {
          on: { says: both(`Đi tiếp ${id}`), "leads-to": step.next },
          [step.choice]: { says: both(`Rẽ ${id}`), "leads-to": step.off ?? step.next },
        },
      };
    case "ask": {
      const example = both("số 3");
      return { kind: "ask", says, ...optional, answer: "number", example, "leads-to": step.next };
    }
    case "tell":
      return { kind: "tell", says, "leads-to": step.next };
    case "hand-over":
      return { kind: "hand-over", says, "leads-to": step.next };
  }
}

/** A step's id where it is written, in the included flow. */
const written = (id: StepId): StepId => (id.startsWith(within) ? id.slice(within.length) : id);

export function flowOf(guide: Guide): Flow {
  const common = {
    field: "social" as const,
    tone: "plain" as const,
    says: both("Bài thử"),
    "asked-as": ["bài thử một", "bài thử hai", "bài thử ba"],
    sources: ["some"],
    "review-by": "2027-12-31",
  } satisfies Partial<AuthoredFlow>;
  const over: Step = { kind: "finish", outcome: "done", says: both("Hết bài thử.") };
  const all = new Map([...guide.leftOut, ...guide.steps]);
  // What a step left out led to may be gone since.
  const to = (id: StepId) => (all.has(id) ? written(id) : end);
  const inside = [...all].map(([id, step]) => [
    written(id),
    stepOf(id, { ...step, next: to(step.next), off: step.off && to(step.off) }),
  ]);
  const included: AuthoredFlow = {
    ...common,
    flow: includedId,
    begins: written([...guide.leftOut.keys()][0] ?? guide.begins),
    renamed: Object.fromEntries(
      Object.entries(guide.renamed).map((pair) => pair.map(written)),
    ) as Guide["renamed"],
    steps: { ...(Object.fromEntries(inside) as AuthoredFlow["steps"]), [end]: over },
  };
  const flow: AuthoredFlow = {
    ...common,
    flow: flowId,
    ...(guide.recall ? { recall: true as const } : {}),
    begins: "part",
    renamed: {},
    steps: {
      part: {
        kind: "include",
        flow: includedId,
        ...(guide.entered ? { begins: written(guide.begins) } : {}),
        "leads-to": end,
      },
      [end]: over,
    },
  };
  const flows = new Map([[includedId, included]]);
  const expanded = expand(flow, { flows, fragments: new Map() });
  const id = createHash("sha256").update(JSON.stringify(expanded)).digest("hex").slice(0, 16);
  return compile(expanded, id as EditionId);
}

/**
 * Turns an authored flow into one without includes: included steps stand under `<include>/<step>`,
 * and their `finish` with outcome `done` becomes the include's own next step.
 */
import type { StepId } from "../vocabulary.ts";
import type {
  AuthoredFlow,
  AuthoredFragment,
  AuthoredStep,
  IncludeStep,
  Trouble,
} from "./flow-schema.ts";

/** A step that can be stood on: everything but an include. */
export type Step = Exclude<AuthoredStep, IncludeStep>;

/** A flow as it is run and hashed: no includes, full step ids. */
export interface ExpandedFlow {
  readonly id: string;
  readonly field: AuthoredFlow["field"];
  readonly code?: string | undefined;
  readonly tone: AuthoredFlow["tone"];
  readonly private: boolean;
  readonly recall: boolean;
  readonly reviewed: boolean;
  readonly says: AuthoredFlow["says"];
  readonly about: NonNullable<AuthoredFlow["about"]>;
  readonly begins: StepId;
  /** Old step id → new one. */
  readonly renamed: Readonly<Record<StepId, StepId>>;
  readonly steps: Readonly<Record<StepId, Step>>;
}

export interface Catalogue {
  readonly flows: ReadonlyMap<string, AuthoredFlow>;
  readonly fragments: ReadonlyMap<string, AuthoredFragment>;
}

/** An include that cannot be expanded; `check` says where. */
export class CannotExpand extends Error {
  readonly step: string;
  constructor(step: string, message: string) {
    super(message);
    this.step = step;
  }
}

interface Part {
  readonly begins: StepId;
  readonly renamed: Readonly<Record<StepId, StepId>>;
  readonly steps: Readonly<Record<StepId, Step>>;
}

export function expand(flow: AuthoredFlow, catalogue: Catalogue): ExpandedFlow {
  const whole = expandPart(flow, flow.renamed, catalogue, [`flow:${flow.flow}`]);
  return {
    id: flow.flow,
    field: flow.field,
    code: flow.code,
    tone: flow.tone,
    private: flow.private ?? false,
    recall: flow.recall ?? false,
    reviewed: flow["approved-by"] !== undefined,
    says: flow.says,
    about: flow.about ?? {},
    ...whole,
  };
}

function expandPart(
  part: { readonly begins: StepId; readonly steps: Readonly<Record<StepId, AuthoredStep>> },
  renamed: Readonly<Record<StepId, StepId>>,
  catalogue: Catalogue,
  inside: readonly string[],
): Part {
  const steps: Record<StepId, Step> = {};
  const allRenamed: Record<StepId, StepId> = { ...renamed };
  /** Where a target inside this part really leads. */
  const entrances = new Map<StepId, StepId>();
  const included = new Map<StepId, { readonly part: Part; readonly next: StepId }>();

  for (const [id, step] of Object.entries(part.steps)) {
    if (step.kind !== "include") continue;
    const name = step.flow !== undefined ? `flow:${step.flow}` : `fragment:${step.fragment}`;
    if (inside.includes(name))
      throw new CannotExpand(
        id,
        `includes ${name.replace(":", " ")}, which includes this one again`,
      );
    const source =
      step.flow !== undefined
        ? catalogue.flows.get(step.flow)
        : catalogue.fragments.get(step.fragment ?? "");
    if (source === undefined)
      throw new CannotExpand(id, `includes ${name.replace(":", " ")}, which does not exist`);
    if (step.begins !== undefined && !Object.hasOwn(source.steps, step.begins))
      throw new CannotExpand(
        id,
        `enters ${name.replace(":", " ")} at "${step.begins}", which is no step of it`,
      );
    const whole = expandPart(
      { begins: step.begins ?? source.begins, steps: source.steps },
      "renamed" in source ? source.renamed : {},
      catalogue,
      [...inside, name],
    );
    const inner = step.begins === undefined ? whole : ledToFrom(whole);
    included.set(id, { part: inner, next: step["leads-to"] });
    entrances.set(id, `${id}/${inner.begins}`);
  }

  // An include may lead to another include: follow until a step that can be stood on.
  const entrance = (target: StepId): StepId => entrances.get(target) ?? target;

  for (const [id, step] of Object.entries(part.steps)) {
    if (step.kind !== "include") steps[id] = retarget(step, entrance, (other) => other);
  }
  for (const [id, { part: inner, next }] of included) {
    const ends = new Set(
      Object.entries(inner.steps)
        .filter(([, step]) => step.kind === "finish" && step.outcome === "done")
        .map(([innerId]) => innerId),
    );
    const target = (innerTarget: StepId) =>
      ends.has(innerTarget) ? entrance(next) : `${id}/${innerTarget}`;
    for (const [innerId, step] of Object.entries(inner.steps)) {
      if (!ends.has(innerId))
        steps[`${id}/${innerId}`] = retarget(step, target, (other) => `${id}/${other}`);
    }
    for (const [from, to] of Object.entries(inner.renamed))
      allRenamed[`${id}/${from}`] = `${id}/${to}`;
  }
  return { begins: entrance(part.begins), renamed: allRenamed, steps };
}

/** The steps one step can lead to. */
export function targetsOf(step: Step): StepId[] {
  switch (step.kind) {
    case "gather":
    case "do":
      return [
        step["leads-to"],
        ...Object.values(step.troubles ?? {}).flatMap((t) =>
          t["leads-to"] === undefined ? [] : [t["leads-to"]],
        ),
      ];
    case "choose":
      return Object.values(step.choices).map((c) => c["leads-to"]);
    case "ask":
    case "tell":
      return [step["leads-to"]];
    case "hand-over":
      return step["leads-to"] === undefined ? [] : [step["leads-to"]];
    case "finish":
      return [];
  }
}

/** Only what the beginning leads to: a part entered further on leaves out what lies before. */
function ledToFrom({ begins, renamed, steps }: Part): Part {
  const reached = new Set([begins]);
  for (const id of reached) {
    const step = Object.hasOwn(steps, id) ? steps[id] : undefined;
    if (step !== undefined) for (const target of targetsOf(step)) reached.add(target);
  }
  return {
    begins,
    renamed: Object.fromEntries(Object.entries(renamed).filter(([, now]) => reached.has(now))),
    steps: Object.fromEntries(Object.entries(steps).filter(([id]) => reached.has(id))),
  };
}

/** The same step with its targets (and the answers it refers to) under other names. */
function retarget(
  step: Step,
  target: (id: StepId) => StepId,
  answerOf: (id: StepId) => StepId,
): Step {
  const reminds =
    "reminds" in step && step.reminds !== undefined
      ? {
          reminds: step.reminds.map((r) => (r.on === undefined ? r : { ...r, on: answerOf(r.on) })),
        }
      : {};
  switch (step.kind) {
    case "gather":
    case "do": {
      const troubles =
        step.troubles === undefined
          ? {}
          : {
              troubles: Object.fromEntries(
                Object.entries(step.troubles).map(([id, t]): [string, Trouble] => [
                  id,
                  t["leads-to"] === undefined ? t : { ...t, "leads-to": target(t["leads-to"]) },
                ]),
              ),
            };
      // Of a list of papers the troubles keep their own, narrower shape.
      return { ...step, ...reminds, ...troubles, "leads-to": target(step["leads-to"]) } as Step;
    }
    case "choose":
      return {
        ...step,
        ...reminds,
        choices: Object.fromEntries(
          Object.entries(step.choices).map(([id, c]) => [
            id,
            { ...c, "leads-to": target(c["leads-to"]) },
          ]),
        ),
      };
    case "ask":
      return { ...step, ...reminds, "leads-to": target(step["leads-to"]) };
    case "tell":
      return { ...step, "leads-to": target(step["leads-to"]) };
    case "hand-over":
      return step["leads-to"] === undefined
        ? step
        : { ...step, "leads-to": target(step["leads-to"]) };
    case "finish":
      return step;
  }
}

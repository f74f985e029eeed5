/** The flows and fragments of a draft side by side, and every text in them with its place. */

import type { Day, StepId } from "../../vocabulary.ts";
import { catalogueOf, type Draft } from "../content.ts";
import { CannotExpand, type Catalogue, type ExpandedFlow, expand } from "../expand.ts";
import type { AuthoredFlow, AuthoredStep, IncludeStep, Text } from "../flow-schema.ts";
import type { Spot } from "./fault.ts";

/** What flows and fragments have in common. */
export interface Part {
  readonly kind: "flow" | "fragment";
  readonly id: string;
  readonly file: string;
  readonly begins: StepId;
  readonly steps: Readonly<Record<StepId, AuthoredStep>>;
  readonly sources: readonly string[];
  readonly reviewBy: Day;
  /** Only flows have one. */
  readonly flow: AuthoredFlow | undefined;
  /** Walked by itself, a fragment too; missing when an include cannot be expanded. */
  readonly expanded: ExpandedFlow | undefined;
  /** The flows somebody is in while walking this part; a flow's own first. */
  readonly walkedIn: readonly AuthoredFlow[];
}

/** Everything a check may look at. */
export interface Reading {
  readonly draft: Draft;
  readonly today: Day;
  readonly parts: readonly Part[];
  readonly catalogue: Catalogue;
  /** The file is there and could not be read: what it holds is not known. */
  readonly isUnread: (file: string) => boolean;
}

export function readingOf(draft: Draft, today: Day): Reading {
  const catalogue = catalogueOf(draft);
  const unread = new Set(draft.unread);
  const flows = Object.values(draft.flows).map(({ file, is: flow }): Part => {
    const { flow: id, begins, steps, sources } = flow;
    const common = { file, begins, steps, sources, reviewBy: flow["review-by"] };
    return {
      kind: "flow",
      id,
      ...common,
      flow,
      expanded: tryExpanding(flow, catalogue),
      walkedIn: walkersOf(`flow:${id}`, draft),
    };
  });
  const fragments = Object.values(draft.fragments).map(({ file, is }): Part => {
    const { fragment: id, begins, steps, sources } = is;
    const common = { file, begins, steps, sources, reviewBy: is["review-by"] };
    return {
      kind: "fragment",
      id,
      ...common,
      flow: undefined,
      expanded: tryExpanding(asFlow(id, begins, steps), catalogue),
      walkedIn: walkersOf(`fragment:${id}`, draft),
    };
  });
  return {
    draft,
    today,
    parts: [...flows, ...fragments],
    catalogue,
    isUnread: (file) => unread.has(file),
  };
}

/** A fragment as if it were a flow, so that it can be walked by itself. */
function asFlow(id: string, begins: StepId, steps: Part["steps"]): AuthoredFlow {
  const nothing = { vi: id, en: id };
  return {
    flow: id,
    field: "account",
    tone: "plain",
    says: nothing,
    "asked-as": [],
    sources: [],
    "review-by": "9999-12-31",
    begins,
    renamed: {},
    steps,
  };
}

function tryExpanding(flow: AuthoredFlow, catalogue: Catalogue): ExpandedFlow | undefined {
  try {
    return expand(flow, catalogue);
  } catch (refusal) {
    // Where and why is said by the check of includes.
    if (refusal instanceof CannotExpand) return undefined;
    throw refusal;
  }
}

/** `flow:<id>` or `fragment:<id>`, as an include names it. */
export function nameOf(include: IncludeStep): string {
  return include.flow === undefined ? `fragment:${include.fragment}` : `flow:${include.flow}`;
}

export function includesOf(steps: Part["steps"]): ReadonlyArray<readonly [StepId, IncludeStep]> {
  return Object.entries(steps).flatMap(([id, step]) =>
    step.kind === "include" ? [[id, step] as const] : [],
  );
}

/** The flow itself, and every flow that includes it, directly or through others. */
function walkersOf(name: string, draft: Draft): AuthoredFlow[] {
  const all = [
    ...Object.values(draft.flows).map(({ is }) => ({ name: `flow:${is.flow}`, steps: is.steps })),
    ...Object.values(draft.fragments).map(({ is }) => ({
      name: `fragment:${is.fragment}`,
      steps: is.steps,
    })),
  ];
  const names = new Set([name]);
  for (const reached of names) {
    for (const other of all) {
      if (includesOf(other.steps).some(([, include]) => nameOf(include) === reached))
        names.add(other.name);
    }
  }
  return [...names].flatMap((one) => {
    const [kind, id = ""] = one.split(":");
    const flow = kind === "flow" && Object.hasOwn(draft.flows, id) ? draft.flows[id] : undefined;
    return flow === undefined ? [] : [flow.is];
  });
}

/** The steps an authored step can lead to, an include's own next step among them; with the way into its data. */
export function authoredTargets(
  step: AuthoredStep,
): ReadonlyArray<{ readonly target: StepId; readonly at: readonly string[] }> {
  switch (step.kind) {
    case "gather":
    case "do":
      return [
        { target: step["leads-to"], at: ["leads-to"] },
        ...Object.entries(step.troubles ?? {}).flatMap(([id, trouble]) =>
          trouble["leads-to"] === undefined
            ? []
            : [{ target: trouble["leads-to"], at: ["troubles", id, "leads-to"] }],
        ),
      ];
    case "choose":
      return Object.entries(step.choices).map(([id, choice]) => ({
        target: choice["leads-to"],
        at: ["choices", id, "leads-to"],
      }));
    case "ask":
    case "tell":
    case "include":
      return [{ target: step["leads-to"], at: ["leads-to"] }];
    case "hand-over":
      return step["leads-to"] === undefined ? [] : [{ target: step["leads-to"], at: ["leads-to"] }];
    case "finish":
      return [];
  }
}

/** What a text is for: `button`s are words of the resident, `title` stands in menus, the rest is said by us. */
export type Role =
  | "title"
  | "about"
  | "says"
  | "explain"
  | "sign"
  | "fix"
  | "example"
  | "remind"
  | "button";

export interface Saying {
  readonly role: Role;
  readonly text: Text;
  /** Of the text; one language's words lie below it. */
  readonly spot: Spot;
}

export function sayingsOf(part: Part): Saying[] {
  const title: Saying[] =
    part.flow === undefined
      ? []
      : [{ role: "title", text: part.flow.says, spot: { file: part.file, at: ["says"] } }];
  return [
    ...title,
    ...sayingsAbout(part),
    ...Object.entries(part.steps).flatMap(([id, step]) => sayingsOfStep(part, id, step)),
  ];
}

/** What a guide answers at each of its steps. */
export const sayingsAbout = ({ file, flow }: Part): Saying[] =>
  Object.entries(flow?.about ?? {}).map(([matter, text]) => ({
    role: "about",
    text,
    spot: { file, at: ["about", matter] },
  }));

export function sayingsOfStep(part: Part, id: StepId, step: AuthoredStep): Saying[] {
  const saying = (
    role: Role,
    text: Text | undefined,
    ...at: ReadonlyArray<string | number>
  ): Saying[] =>
    text === undefined
      ? []
      : [{ role, text, spot: { file: part.file, at: ["steps", id, ...at], step: id } }];
  if (step.kind === "include") return [];
  const own = saying("says", step.says, "says");
  const waiting =
    "explain" in step || "reminds" in step
      ? [
          ...saying("explain", step.explain, "explain"),
          ...(step.reminds ?? []).flatMap((remind, at) =>
            saying("remind", remind.says, "reminds", at, "says"),
          ),
        ]
      : [];
  switch (step.kind) {
    case "do":
      return [
        ...own,
        ...saying("sign", step.sign, "sign"),
        ...waiting,
        ...Object.entries(step.troubles ?? {}).flatMap(([trouble, { says, fix }]) => [
          ...saying("button", says, "troubles", trouble, "says"),
          ...saying("fix", fix, "troubles", trouble, "fix"),
        ]),
      ];
    case "gather":
      return [
        ...own,
        ...waiting,
        ...Object.entries(step.items).flatMap(([item, { says, where }]) => [
          ...saying("button", says, "items", item, "says"),
          ...saying("fix", where, "items", item, "where"),
        ]),
        ...Object.entries(step.troubles ?? {}).flatMap(([trouble, { says }]) =>
          saying("button", says, "troubles", trouble, "says"),
        ),
      ];
    case "choose":
      return [
        ...own,
        ...waiting,
        ...Object.entries(step.choices).flatMap(([choice, { says }]) =>
          saying("button", says, "choices", choice, "says"),
        ),
      ];
    case "ask":
      return [...own, ...waiting, ...saying("example", step.example, "example")];
    case "tell":
    case "hand-over":
      return own;
    case "finish":
      return [...own, ...saying("about", step.waits, "waits")];
  }
}

/** Where one language of a text stands. */
export function inLanguage(spot: Spot, language: "vi" | "en"): Spot {
  return { ...spot, at: [...spot.at, language] };
}

export const spotOf = (part: Part, step: StepId, ...at: ReadonlyArray<string | number>): Spot => ({
  file: part.file,
  at: ["steps", step, ...at],
  step,
});

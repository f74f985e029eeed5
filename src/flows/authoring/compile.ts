/**
 * Makes one XState machine of one edition of a flow. All steps stand under one state, so that restoring
 * a stored step costs the same in a long flow as in a short one; the machine's id equals the flow's.
 */
import { type AnyMachineSnapshot, createMachine, transition } from "xstate";
import { storedStates } from "../stored-state.ts";
import type { Answer } from "../talk/saved.ts";
import type { EditionId, StepId } from "../vocabulary.ts";
import type { ExpandedFlow, Step } from "./expand.ts";
import type { GatherStep } from "./flow-schema.ts";

/** What moves a journey from a step: its answer, or a trouble that leads elsewhere. */
export type Move =
  | { readonly type: "done" }
  | { readonly type: "choice"; readonly choice: string }
  | { readonly type: "value" }
  | { readonly type: "helped" }
  | { readonly type: "trouble"; readonly trouble: string };

/** One edition of a flow, ready to be walked. */
export interface Flow extends ExpandedFlow {
  readonly edition: EditionId;
  stepAt(step: StepId): Step;
  has(step: StepId): boolean;
  /** Where a move leads from a step, and the steps passed on the way that only tell something. */
  follow(from: StepId, move: Move): Arrival;
  /** The first step that waits, and the telling steps before it. */
  readonly beginning: Arrival;
}

export interface Arrival {
  readonly step: StepId;
  readonly told: readonly StepId[];
}

/** A way to a step arrives there even from itself ("try again"). */
const to = (target: StepId) => ({ target, reenter: true });

function stateOf(step: Step) {
  const entry = { type: "arrive" };
  switch (step.kind) {
    case "gather":
    case "do": {
      const troubles = Object.entries(step.troubles ?? {}).flatMap(([id, t]) =>
        t["leads-to"] === undefined
          ? []
          : [
              {
                guard: ({ event }: { event: Move }) =>
                  event.type === "trouble" && event.trouble === id,
                ...to(t["leads-to"]),
              },
            ],
      );
      return {
        entry,
        on: {
          done: to(step["leads-to"]),
          ...(troubles.length > 0 ? { trouble: troubles } : {}),
        },
      };
    }
    case "choose":
      return {
        entry,
        on: {
          choice: Object.entries(step.choices).map(([id, c]) => ({
            guard: ({ event }: { event: Move }) => event.type === "choice" && event.choice === id,
            ...to(c["leads-to"]),
          })),
        },
      };
    case "ask":
      return { entry, on: { value: to(step["leads-to"]) } };
    case "tell":
      return { entry, always: { target: step["leads-to"] } };
    case "hand-over":
      return {
        entry,
        on: step["leads-to"] === undefined ? {} : { helped: to(step["leads-to"]) },
      };
    case "finish":
      return { entry };
  }
}

/** Steps nobody could leave at once would hang here; `check` refuses loops without a question first. */
const passingLimit = 200;

export function compile(expanded: ExpandedFlow, edition: EditionId): Flow {
  const states = Object.fromEntries(
    Object.entries(expanded.steps).map(([id, step]) => {
      const { entry, ...rest } = stateOf(step);
      return [id, { entry: { ...entry, params: { step: id } }, ...rest }];
    }),
  );
  const machine = createMachine(
    {
      id: expanded.id,
      initial: "steps",
      options: { maxIterations: passingLimit },
      types: {} as { events: Move | { type: "begin" } },
      states: {
        steps: {
          initial: "outside",
          states: { ...states, outside: { on: { begin: { target: expanded.begins } } } },
        },
      },
    } as never,
    { actions: { arrive: () => undefined } } as never,
  );

  const stored = storedStates(machine);

  const follow = (from: StepId, move: Move | { type: "begin" }): Arrival => {
    const [, actions] = transition(
      machine as never,
      stored({ steps: from }) as never,
      move as never,
    ) as unknown as [
      AnyMachineSnapshot,
      ReadonlyArray<{ type: string; params?: { step: StepId } }>,
    ];
    const arrived = actions.flatMap((a) =>
      a.type === "arrive" && a.params !== undefined ? [a.params.step] : [],
    );
    const step = arrived.at(-1);
    if (step === undefined)
      throw new Error(`${expanded.id}: nothing follows ${move.type} at step ${from}`);
    return { step, told: arrived.slice(0, -1) };
  };

  return {
    ...expanded,
    edition,
    stepAt(step) {
      const found = expanded.steps[step];
      if (found === undefined)
        throw new Error(`${expanded.id} has no step ${step} in edition ${edition}`);
      return found;
    },
    has: (step) => Object.hasOwn(expanded.steps, step),
    follow,
    beginning: follow("outside", { type: "begin" }),
  };
}

/** A helper says that it is done; a resident ticked every paper this edition asks for. */
function hasAll(step: GatherStep, answer: Answer): boolean {
  if (answer.kind === "done") return true;
  if (answer.kind !== "ticked") return false;
  return Object.keys(step.items).every((item) => answer.items.includes(item));
}

/** The move that an earlier answer makes again. */
export function moveOf(step: Step, answer: Answer): Move | undefined {
  switch (step.kind) {
    case "do":
      return answer.kind === "done" ? { type: "done" } : undefined;
    case "gather":
      return hasAll(step, answer) ? { type: "done" } : undefined;
    case "choose":
      return answer.kind === "choice" && Object.hasOwn(step.choices, answer.choice)
        ? { type: "choice", choice: answer.choice }
        : undefined;
    case "ask":
      return answer.kind === "value" ? { type: "value" } : undefined;
    case "hand-over":
      return answer.kind === "done" && step["leads-to"] !== undefined
        ? { type: "helped" }
        : undefined;
    case "tell":
    case "finish":
      return undefined;
  }
}

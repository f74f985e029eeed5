import type { DeskStep } from "../wire/cases.ts";
import { Folded } from "./folded.tsx";
import { useHand } from "./in-hand.ts";
import { Tool } from "./tool.tsx";

/** Every step that may be sent, by its name: what is near at hand, the rest folded away. */
export function StepsToSend({
  steps,
  send,
}: {
  readonly steps: readonly DeskStep[];
  readonly send: (step: string) => void;
}) {
  const { words } = useHand();
  const behind = steps.filter((step) => step.where === "behind");
  const later = steps.filter((step) => step.where === "later");
  const near = steps.filter((step) => step.where !== "behind" && step.where !== "later");
  const list = (some: readonly DeskStep[]) =>
    some.map((step) => (
      <Tool
        key={step.id}
        hint={step.where === "here" ? words.stepNow : undefined}
        press={() => send(step.id)}
      >
        {step.says}
      </Tool>
    ));
  return (
    <>
      {behind.length > 0 && (
        <Folded title={words.stepsBehind} count={behind.length}>
          {list(behind)}
        </Folded>
      )}
      {list(near)}
      {later.length > 0 && (
        <Folded
          title={words.stepsLater}
          count={later.length}
          unfolded={near.length + behind.length === 0}
        >
          {list(later)}
        </Folded>
      )}
    </>
  );
}

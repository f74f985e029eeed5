/**
 * From a state as we store it to a snapshot XState can go on from. Restored, never resolved: resolving slows with
 * the root's children. Made once for each state; a turn's context is put in by whoever has one.
 */
import type { AnyMachineSnapshot, AnyStateMachine, StateValue } from "xstate";

export function storedStates(machine: AnyStateMachine): (value: StateValue) => AnyMachineSnapshot {
  const made = new Map<string, AnyMachineSnapshot>();
  return (value) => {
    const name = JSON.stringify(value);
    const known = made.get(name);
    if (known !== undefined) return known;
    const stored = {
      status: "active",
      value,
      context: {},
      children: {},
      historyValue: {},
      output: undefined,
      error: undefined,
    };
    const restored = machine.restoreSnapshot(stored as never, {} as never) as AnyMachineSnapshot;
    made.set(name, restored);
    return restored;
  };
}

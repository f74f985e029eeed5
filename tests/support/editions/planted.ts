/** Mistakes planted into the program itself, to see that the properties about editions would notice them. */
import { beforeEach, describe, expect, test } from "vitest";
import type { Flow } from "../../../src/flows/index.ts";
import type { Placed } from "../../../src/flows/journey/place.ts";

let planted: string | undefined;

export const isPlanted = (mistake: string): boolean => planted === mistake;

/** The same place, one task further than anybody was shown. */
export function aStepTooFar(flow: Flow, placed: Placed): Placed {
  const { kind } = flow.stepAt(placed.step);
  return kind === "do"
    ? { ...placed, step: flow.follow(placed.step, { type: "done" }).step }
    : placed;
}

/** With any one of them planted the property fails; everywhere else in the file nothing is planted. */
export function everyMistakeIsNoticed(mistakes: readonly string[], property: () => void): void {
  beforeEach(() => {
    planted = undefined;
  });

  describe("a planted mistake is noticed:", () => {
    test.each(mistakes)(
      "%s",
      (mistake) => {
        planted = mistake;

        expect(property).toThrow();
      },
      120_000,
    );
  });
}

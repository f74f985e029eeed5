/** The screens somebody may be looking at now. */
import { stepsAhead } from "../journey/place.ts";
import { standing, type Talk, textOf } from "./talk.ts";

/** The screens around the step stood on, itself first: up to four, in the order of the road. */
export function nearbyScreens(
  talk: Talk,
): ReadonlyArray<{ readonly step: string; readonly says: string; readonly screen: string }> {
  const { journey, flow } = standing(talk);
  const ahead = stepsAhead(flow, journey.answers, journey.step);
  const behind = journey.path.toReversed();
  const near = [journey.step, ...ahead.slice(0, 3), ...behind, ...ahead.slice(3)];
  const seen = new Set<string>();
  return near
    .flatMap((id) => {
      const step = flow.stepAt(id);
      const name = "screen" in step ? step.screen : undefined;
      const screen = name === undefined ? undefined : talk.world.library.screens[name];
      if (name === undefined || screen === undefined || seen.has(name)) return [];
      seen.add(name);
      return [{ step: id, says: textOf(talk, screen.says), screen: name }];
    })
    .slice(0, 4);
}

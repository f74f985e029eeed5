/** Which of the things in the picture of the step is to be pressed, in words. */
import { sayPhrase, standing, type Talk, textOf } from "../talk.ts";

/** Said before the step is shown again with its picture; nothing where the picture marks no press. */
export function pointAtPress(talk: Talk): Talk {
  const { step } = standing(talk);
  const screen = "screen" in step ? talk.world.library.screens[step.screen ?? ""] : undefined;
  const marked = screen?.elements.find(({ press }) => press === true);
  if (marked === undefined) return sayPhrase(talk, "press-as-written");
  if (marked.label !== undefined) return sayPhrase(talk, "press-here", { label: marked.label });
  const place = marked.means === undefined ? "" : textOf(talk, marked.means);
  return place === ""
    ? sayPhrase(talk, "press-as-written")
    : sayPhrase(talk, "press-ringed", { place });
}

/** Acts of standing in a state, and of asking what it asks. */
import type { TalkEvent } from "../../event.ts";
import { question, type StateName, states } from "../../questions.ts";
import { type Talk, withSaved } from "../../talk.ts";

export const actsOfStanding = {
  enter: (talk: Talk, _event: TalkEvent, { state }: { readonly state: StateName }) =>
    standIn(talk, state),
  ask: (talk: Talk, _event: TalkEvent, { state }: { readonly state: StateName }) =>
    question(standIn(talk, state), state),
  showAgain: (talk: Talk) => {
    const state = states.find((known) => known === talk.saved.state);
    return state === undefined ? talk : question(talk, state);
  },
} as const;

/** Whatever was asked on the way is over when another state is entered. */
function standIn(talk: Talk, state: StateName): Talk {
  const wished = choosing.has(state) ? {} : { practiceWished: undefined };
  return withSaved(talk, {
    state,
    ...wished,
    ...(state === "asking" ? {} : { asking: undefined }),
  });
}

/** Where the guide is chosen that somebody would like to practise; elsewhere that wish is over. */
const choosing: ReadonlySet<StateName> = new Set(["need", "fields", "offered"]);

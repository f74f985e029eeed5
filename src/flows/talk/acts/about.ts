/** What a guide answers at each of its steps: what the task costs, how long it takes, where, with which papers. */
import type { Matter } from "../../authoring/flow-schema.ts";
import { activeJourney, flowOf, say, sayPhrase, standing, type Talk, textOf } from "../talk.ts";

const answerOf = (talk: Talk, matter: Matter) => {
  const journey = activeJourney(talk);
  return journey === undefined ? undefined : flowOf(talk, journey).about[matter];
};

/** Whether the open guide has an answer of its own. Beside a list of papers, papers and places are of the list. */
export function answersAbout(talk: Talk, matter: Matter): boolean {
  if (answerOf(talk, matter) === undefined) return false;
  return standing(talk).step.kind !== "gather" || matter === "cost" || matter === "time";
}

/** Says nothing where the guide has no answer, except of money: there is always something to say. */
export function sayAbout(talk: Talk, matter: Matter): Talk {
  const answer = answerOf(talk, matter);
  if (answer !== undefined) return say(talk, textOf(talk, answer));
  return matter === "cost" ? sayPhrase(talk, "aside-does-it-cost") : talk;
}

/** At a step; whoever opens a guide with the question has enough to read. */
export function answerAbout(talk: Talk, matter: Matter): Talk {
  const said = sayAbout(talk, matter);
  return matter === "cost" && answerOf(talk, matter) !== undefined
    ? sayPhrase(said, "about-money")
    : said;
}

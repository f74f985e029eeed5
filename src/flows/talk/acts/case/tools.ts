/** What a propagandist can do in a case besides writing: show a step, ask for the screen, call somebody in. */
import { cardOf, cardText, stepsFor } from "../../../cases/card.ts";
import type { Helper, InboundOf } from "../../../inbound.ts";
import { withRecordings } from "../../../steps/listening.ts";
import { mannerOf } from "../../../steps/manner-of.ts";
import { minute } from "../../../time/calendar.ts";
import { boardOf } from "../../../words/board.ts";
import { placeLine } from "../../../words/place-line.ts";
import { nearbyScreens } from "../../nearby-screens.ts";
import type { Case } from "../../saved.ts";
import {
  activeJourney,
  effect,
  flowOf,
  inBoth,
  label,
  phrase,
  say,
  sayPhrase,
  type Talk,
  withSaved,
} from "../../talk.ts";
import { sayVoice } from "../listen.ts";
import { keepCase, refreshCase } from "./kept.ts";
import { lineNote, noteTo } from "./notes.ts";
import { speakersOf, spoken, stop, tellPerson } from "./speak.ts";

type Tool = InboundOf<"case-tool">["tool"];

export function useTool(talk: Talk, of: Case, by: Helper, tool: Tool): Talk {
  switch (tool.is) {
    case "show":
      return showStepOf(talk, of, by, tool.step);
    case "which-screen":
      return askScreen(talk, of, by);
    case "place": {
      const kept = withSaved(talk, {
        case: { ...of, places: [...(of.places ?? []), talk.world.revision] },
      });
      return done(say(spoken(kept, kept.saved.case ?? of), placeLine(tool), { from: by }));
    }
    case "recall": {
      const gone = effect(talk, { do: "recall", turn: tool.turn });
      const says = phrase(talk, "recalled-helper", { name: by.name });
      return done(say(gone, says, { recalls: tool.turn }));
    }
    case "invite":
      return invite(talk, of, by, tool.to);
  }
}

const waited = (talk: Talk, of: Case): number =>
  Math.round((talk.world.now - of.openedAt) / minute);

const done = (talk: Talk): Talk => effect(talk, { do: "answer-act", ok: true });

/** The step as its guide shows it, picture and voice with it; the machine asks nothing while a person talks. */
function showStepOf(talk: Talk, of: Case, by: Helper, wanted: string | undefined): Talk {
  const journey = talk.saved.journeys.find((j) => j.id === of.journey);
  if (journey === undefined) return stop(talk, of, by, "no-steps-known");
  const flow = flowOf(talk, journey);
  const id = wanted ?? journey.step;
  if (!flow.has(id)) return stop(talk, of, by, "no-steps-known");
  const there = { ...journey, step: id };
  const drawn = withRecordings(
    mannerOf(flow.stepAt(id)).show(talk, journey, flow.stepAt(id)),
    there,
  );
  // A page plays it beside the words; in a chat it is a message.
  const shown = talk.world.channel === "web" ? drawn : sayVoice(drawn, there);
  const steps = shown.effects
    .slice(talk.effects.length)
    .flatMap((e) => (e.do === "say" ? [{ ...e, reply: { ...e.reply, choices: [] } }] : []));
  const first = sayPhrase(spoken(talk, of), "helper-shows", { name: by.name });
  return done(effect(first, ...steps));
}

/** "Which of these do you see?", asked for the propagandist; the answer goes to them. */
function askScreen(talk: Talk, of: Case, by: Helper): Talk {
  const on = activeJourney(talk)?.id === of.journey && of.journey !== undefined;
  const screens = on ? nearbyScreens(talk) : [];
  if (screens.length === 0)
    return done(say(spoken(talk, of), phrase(talk, "describe-screen"), { from: by }));
  const choices = [
    ...screens.map(({ step, says }) => ({ id: `screen:${step}`, says })),
    label(talk, "none-of-these", "screen:"),
  ];
  const asked = say(spoken(talk, of), phrase(talk, "which-screen"), {
    choices,
    screen: boardOf(screens.map(({ screen }) => screen)),
  });
  const shown = { turn: talk.world.revision, state: talk.saved.state, choices };
  return done(withSaved(asked, { shown: [...asked.saved.shown, shown].slice(-6) }));
}

/** The other one gets the card and the same button; the holder stays the holder. */
function invite(talk: Talk, of: Case, by: Helper, to: Helper["id"]): Talk {
  const person = talk.world.roster.find((p) => p.id === to);
  if (person === undefined || of.state.is === "waiting" || of.state.by.id === to)
    return stop(talk, of, by, "second-unknown");
  const asked: Case = {
    ...of,
    invited: [...new Set([...(of.invited ?? []), to])],
    called: [...new Set([...of.called, to])],
  };
  const kept = refreshCase(withSaved(talk, { case: asked }));
  const card = cardOf(kept, asked);
  const told = noteTo(kept, to, ({ desk, language }) => ({
    kind: "called",
    case: of.id,
    card: cardText(kept, card, waited(talk, of), language),
    why: phrase(desk, "why-second", { by: by.name }),
  }));
  return done(told);
}

/** Somebody who was called in has come: both talk from now on. */
export function join(talk: Talk, of: Case, by: Helper): Talk {
  const joined: Case = {
    ...of,
    invited: (of.invited ?? []).filter((id) => id !== by.id),
    beside: [...(of.beside ?? []).filter((p) => p.id !== by.id), by],
  };
  const kept = keepCase(talk, joined, of.nextAt ?? talk.world.now);
  const card = cardOf(kept, joined);
  const theirs = noteTo(kept, by.id, ({ name, language }) => ({
    kind: "yours",
    case: of.id,
    name,
    card: cardText(kept, card, waited(talk, of), language),
    screen: card.step?.screen,
    steps: [...stepsFor(card, language)],
  }));
  const told = speakersOf(joined)
    .filter(({ id }) => id !== by.id)
    .reduce(
      (soFar, { id }) =>
        noteTo(soFar, id, (reader) => lineNote(of.id, reader, "second-came", { by: by.name })),
      theirs,
    );
  const said = sayPhrase(told, "second-claimed", { name: by.name, role: by.role });
  return effect(said, { do: "answer-act", ok: true });
}

/** Who was called in goes again; the case stays with its holder. */
export function goAgain(talk: Talk, of: Case, by: Helper): Talk {
  const left: Case = { ...of, beside: (of.beside ?? []).filter((p) => p.id !== by.id) };
  const kept = refreshCase(withSaved(talk, { case: left }));
  const gone = noteTo(kept, by.id, ({ name }) => ({
    kind: "gone",
    case: of.id,
    why: "closed",
    name,
  }));
  return effect(gone, { do: "answer-act", ok: true });
}

/** What they see, to whoever asked. */
export function tellScreen(talk: Talk, step: string): Talk {
  const shown = talk.saved.shown
    .flatMap((s) => s.choices)
    .findLast((choice) => choice.id === `screen:${step}`);
  const near = (desk: Talk) => (activeJourney(desk) === undefined ? [] : nearbyScreens(desk));
  const named = (desk: Talk): string | undefined =>
    near(desk).find((screen) => screen.step === step)?.says ?? shown?.says;
  return tellPerson(
    talk,
    inBoth(talk, (desk) =>
      phrase(desk, "sees-screen", { screen: named(desk) ?? phrase(desk, "none-of-these") }),
    ),
  );
}

/** One turn: what was saved and what came in, to what is saved now and what is to be done. Reads no clock. */
import { type AnyMachineSnapshot, transition } from "xstate";
import { isHeld } from "../cases/held.ts";
import type { Inbound } from "../inbound.ts";
import { storedStates } from "../stored-state.ts";
import { hour } from "../time/calendar.ts";
import { addressIn } from "../understanding/address.ts";
import { subjectIn } from "../understanding/subject.ts";
import { withdraw } from "./acts/case/end.ts";
import { refreshCase } from "./acts/case/kept.ts";
import { meetNewEdition } from "./acts/new-edition.ts";
import { rememberPractice } from "./acts/practice.ts";
import { lastReminder } from "./acts/reminders.ts";
import { awaitSilence } from "./acts/stuck.ts";
import { comeBy, countBegun } from "./acts/way-in.ts";
import type { Effect, Reply } from "./effect.ts";
import type { TalkEvent } from "./event.ts";
import type { World } from "./library.ts";
import { talkMachine } from "./machine.ts";
import { digitsAnswer } from "./read/shown.ts";
import { isOnlySecret } from "./read/words.ts";
import { read } from "./read.ts";
import { blank, type Saved } from "./saved.ts";
import { silenceTimer } from "./stuck.ts";
import { effect, sayPhrase, type Talk, withSaved } from "./talk.ts";

export interface Decision {
  readonly saved: Saved;
  readonly effects: readonly Effect[];
}

/** Until somebody agrees to be remembered, a day after their last word everything goes. */
const keptWithoutConsent = 24 * hour;
/** And with consent, half a year after it. */
const keptWithConsent = 183 * 24 * hour;

export function decide(before: Saved, inbound: Inbound, world: World): Decision {
  const saved = stillHelps(before, world)
    ? inTheirLanguage(before, world)
    : { ...before, helping: undefined };
  if (inbound.kind === "timer" && inbound.name === "forget") return forget(saved, world);
  if (onlyForHelpers.has(inbound.kind) && !isHelpersChat(world)) return { saved, effects: [] };
  const left = before.helping !== saved.helping && isFromPerson(inbound);
  const talked: Talk = { saved, world, effects: [] };
  const came = notice(left ? sayPhrase(talked, "signed-out-here") : talked, inbound);
  // Whoever is not here, or talks with a person, meets a new edition when they next act in the guide.
  const meets = isFromPerson(inbound) && !isHeld(came.saved.case);
  const { talk, recalled } = meets ? meetNewEdition(came) : { talk: came, recalled: false };
  const meant = read(talk, inbound);
  const event: TalkEvent =
    recalled && !meansTheSameAnywhere.has(meant.type) ? { type: "repeat" } : meant;
  const [next] = transition(
    talkMachine as never,
    standingIn(talk) as never,
    event as never,
  ) as unknown as [AnyMachineSnapshot];
  return finished(next.context as Talk, inbound);
}

/** Another telephone's chat took its place, or a coordinator signed it out: this one is a resident's again. */
function stillHelps({ helping }: Saved, { roster, conversation }: World): boolean {
  if (helping === undefined) return true;
  return roster.some((p) => p.id === helping.me.id && p.conversation === conversation);
}

/** Set on the desk it holds here too. */
function inTheirLanguage(saved: Saved, { roster }: World): Saved {
  const language = roster.find((p) => p.id === saved.helping?.me.id)?.language;
  return language === undefined || language === saved.language ? saved : { ...saved, language };
}

const isHelpersChat = ({ roster, conversation }: World): boolean =>
  roster.some((p) => p.conversation === conversation);

/** What a chat hears only as a propagandist's. That a case is gone takes its card off the screen, anywhere. */
const onlyForHelpers: ReadonlySet<Inbound["kind"]> = new Set([
  "called",
  "yours",
  "resident-said",
  "resident-sent",
  "refused",
  "meeting",
  "letter",
]);

const stored = storedStates(talkMachine);

/** Where a talk stands, with the talk itself as this turn's context. */
export function standingIn(talk: Talk): AnyMachineSnapshot {
  const [outer = "greeting", inner] = talk.saved.state.split(".");
  const standing = stored(inner === undefined ? outer : { [outer]: inner });
  return { ...standing, context: talk } as AnyMachineSnapshot;
}

/** Means the same wherever somebody stands. Anything else was said to the step stood on before the guide changed. */
const meansTheSameAnywhere: ReadonlySet<TalkEvent["type"]> = new Set([
  "need",
  "pick",
  "field",
  "resume",
  "anew",
  "practise",
  "menu",
  "human",
  "send-voice",
  "call-me",
  "later",
  "language",
  "address",
  "erase",
  "elsewhere",
  "moving",
  "aside",
  "voice",
  "helping",
]);

/** What every inbound of a person does before it is read: it ends silence and rest, and may show how to address them. */
function notice(talk: Talk, inbound: Inbound): Talk {
  if (!isFromPerson(inbound)) return talk;
  const heard =
    talk.world.channel === "zalo-oa" ? withSaved(talk, { heardAt: talk.world.now }) : talk;
  const ended = effect(heard, { do: "end-scope", scope: "turn" });
  const back = talk.saved.state === "resting" && talk.saved.guiding;
  const woken = comeBy(back ? withSaved(ended, { state: "guided.step" }) : ended);
  if (inbound.kind === "photo" || inbound.kind === "file" || inbound.kind === "voice")
    return (inbound.masked ?? []).length > 0 ? hideSecret(woken) : woken;
  if (inbound.kind === "edited") return inbound.masked.length > 0 ? hideSecret(talk) : talk;
  if (inbound.kind !== "words") return woken;
  // A propagandist speaks as a helper: "em chào bà" says nothing about how to address them.
  if (talk.saved.helping !== undefined && !talk.saved.guiding)
    return inbound.masked.length > 0 ? effect(woken, { do: "remove-inbound" }) : woken;
  const address = talk.saved.address ?? addressIn(inbound.text)?.says;
  const subject = talk.saved.guiding
    ? talk.saved.subject
    : (subjectIn(inbound.text) ?? talk.saved.subject);
  const known = withSaved(woken, {
    ...(address === undefined ? {} : { address }),
    ...(subject === undefined ? {} : { subject }),
  });
  if (inbound.masked.length === 0) return known;
  // While a person talks this is the one thing the machine still says; a bare secret is answered as an aside.
  const held = isHeld(talk.saved.case);
  return !held && isOnlySecret(inbound)
    ? effect(known, { do: "remove-inbound" })
    : hideSecret(known);
}

function hideSecret(talk: Talk): Talk {
  return sayPhrase(effect(talk, { do: "remove-inbound" }), "aside-secret");
}

const fromPerson: ReadonlySet<Inbound["kind"]> = new Set([
  "arrived",
  "words",
  "press",
  "photo",
  "voice",
  "file",
  "unreadable",
  "command",
  "edited",
  "location",
  "recall",
  "return-code",
  "moved-here",
]);

const isFromPerson = (inbound: Inbound): boolean => fromPerson.has(inbound.kind);

function finished(talk: Talk, inbound: Inbound): Decision {
  const changed =
    talk.saved.case !== undefined && !talk.effects.some((e) => e.do === "case")
      ? refreshCase(talk)
      : talk;
  const remembered = isFromPerson(inbound)
    ? countBegun(awaitSilence(rememberPractice(rememberFor(changed))))
    : inbound.kind === "beside"
      ? rememberFor(changed)
      : changed;
  const { saved } = remembered;
  // The further pictures of an album are met in silence.
  const album = inbound.kind === "photo" || inbound.kind === "file" ? inbound.album : saved.album;
  return {
    saved: album === saved.album ? saved : { ...saved, album },
    effects: fewMessages(remembered.effects)
      .map((each) => (isNudge(inbound) ? asNudge(each) : each))
      .map((each) => (digitsAnswer(remembered) ? withoutNumbers(each) : each)),
  };
}

/** A number typed next answers the step: whatever is offered beside it is chosen by its words. */
const withoutNumbers = (each: Effect): Effect =>
  each.do === "say" && each.reply.choices.length > 0
    ? { do: "say", reply: { ...each.reply, byWords: true } }
    : each;

/** What comes by itself into somebody's silence. News of a case was promised, and is none. */
const isNudge = (inbound: Inbound): boolean =>
  inbound.kind === "timer" && (inbound.name === silenceTimer || inbound.name.startsWith("remind-"));

const asNudge = (each: Effect): Effect =>
  each.do === "say" ? { do: "say", reply: { ...each.reply, nudge: true } } : each;

/** A propagandist's chat is kept as long as they are one. */
function rememberFor(talk: Talk): Talk {
  if (talk.saved.helping !== undefined) return effect(talk, { do: "end-timer", name: "forget" });
  const kept = talk.saved.keep === "yes" ? keptWithConsent : keptWithoutConsent;
  // An open case keeps the conversation until it closes: somebody is on the way.
  const until = Math.max(
    talk.world.now + kept,
    (talk.saved.case?.nextAt ?? 0) + keptWithoutConsent,
    lastReminder(talk) + keptWithoutConsent,
  );
  return effect(talk, { do: "timer", name: "forget", scope: "conversation", at: until });
}

/** A case nobody closed is given up this long after it was opened, when its resident is silent too. */
const longestCase = 7 * 24 * hour;

function forget(saved: Saved, world: World): Decision {
  if (saved.helping !== undefined) return { saved, effects: [] };
  if (saved.case !== undefined && world.now < saved.case.openedAt + longestCase) {
    const at = Math.max(world.now, saved.case.nextAt ?? 0) + keptWithoutConsent;
    return { saved, effects: [{ do: "timer", name: "forget", scope: "conversation", at }] };
  }
  const told = withdraw({ saved, world, effects: [] });
  return {
    saved: { ...blank, language: saved.language },
    effects: [...told.effects, { do: "erase" }],
  };
}

/** Joined messages stay short enough to read on a small screen. */
const longestJoined = 420;

/** Messages are few: short lines of the machine go into the next one instead of standing alone. */
function fewMessages(effects: readonly Effect[]): readonly Effect[] {
  const joined: Effect[] = [];
  for (const next of effects) {
    const before = joined.at(-1);
    if (next.do === "say" && before?.do === "say" && joins(before.reply, next.reply)) {
      joined[joined.length - 1] = {
        do: "say",
        reply: { ...next.reply, text: `${before.reply.text}\n\n${next.reply.text}` },
      };
    } else if (next.do === "say" && before !== undefined && before.do !== "say") {
      // Effects that are no messages stand aside, so that lines around them still meet.
      const line = joined.findLastIndex((e) => e.do === "say");
      const earlier = joined[line];
      if (earlier?.do === "say" && joins(earlier.reply, next.reply)) {
        joined.splice(line, 1);
        joined.push({
          do: "say",
          reply: { ...next.reply, text: `${earlier.reply.text}\n\n${next.reply.text}` },
        });
      } else joined.push(next);
    } else joined.push(next);
  }
  return joined;
}

function joins(before: Reply, next: Reply): boolean {
  const isLine =
    before.choices.length === 0 &&
    before.media === undefined &&
    before.about === undefined &&
    before.from === "machine" &&
    before.screen === undefined;
  return (
    isLine &&
    next.from === "machine" &&
    next.about === undefined &&
    next.media === undefined &&
    before.text.length + next.text.length <= longestJoined
  );
}

/**
 * One person in another place. A turn writes one conversation, so moving is three of them: the new place asks, the
 * old one packs and forgets, the new one unpacks. What lies between two of them waits as a note in the database.
 */
import { openCase } from "../../cases/calling.ts";
import { isHeld } from "../../cases/held.ts";
import type { Channel, InboundOf } from "../../inbound.ts";
import type { PhraseId } from "../../words/phrases.ts";
import type { MovingNote } from "../event.ts";
import { blank, type Moved, movedSchema, type Saved } from "../saved.ts";
import { ask, effect, label, phrase, sayPhrase, type Talk, withSaved } from "../talk.ts";
import { whoSatBeside } from "./beside.ts";
import { withdraw } from "./case/end.ts";
import { keepCase, officeTelephone } from "./case/kept.ts";
import { leftToCome } from "./waiting-photos.ts";

/** The code that is to be said at the other place, made at first need. */
export function giveCode(talk: Talk): Talk {
  if (talk.saved.helping !== undefined) return sayPhrase(talk, "elsewhere-helper");
  const { returnCode, freshCode } = talk.world;
  const code = returnCode ?? freshCode;
  if (code === undefined) throw new Error("this world has no return codes");
  const kept = returnCode === undefined ? effect(talk, { do: "return-code", code }) : talk;
  return ask(kept, phrase(kept, "elsewhere-code", { code }), [label(kept, "go-on", "repeat")]);
}

/** Why a code typed here leads nowhere, in a line; nothing when it was found and may be followed. */
function refusal(talk: Talk, { given }: InboundOf<"return-code">): PhraseId | undefined {
  if (talk.saved.helping !== undefined) return "elsewhere-helper";
  if (given.is !== "found") return `elsewhere-${given.is}`;
  return isHeld(talk.saved.case) ? "elsewhere-busy-here" : undefined;
}

export const isFollowed = (talk: Talk, note: MovingNote): boolean =>
  note.kind === "return-code" && refusal(talk, note) === undefined;

/** Asks the conversation whose code was typed here. */
export function askMove(talk: Talk, note: MovingNote): Talk {
  if (note.kind !== "return-code" || note.given.is !== "found") return talk;
  const { conversation: to, channel } = talk.world;
  return effect(talk, {
    do: "note",
    to: note.given.of,
    note: { kind: "move-asked", to, channel },
  });
}

/** Says why nothing came here. */
export function sayNotMoved(talk: Talk, note: MovingNote): Talk {
  const state = talk.saved.case?.state;
  switch (note.kind) {
    case "return-code": {
      const line = refusal(talk, note);
      const name = state?.is === "claimed" ? state.by.name : "";
      return line === undefined ? talk : sayPhrase(talk, line, { name });
    }
    case "not-moved":
      return sayPhrase(talk, `elsewhere-${note.why}`, { name: note.name ?? "" });
    case "move-asked":
    case "moved-here":
      return talk;
  }
}

/** A person holds it, or has arranged to meet: that is finished where it was begun. */
function heldBy({ case: of }: Saved): string | undefined {
  return of === undefined || of.state.is === "waiting" ? undefined : of.state.by.name;
}

const hasNothing = ({ state, helping }: Saved): boolean =>
  state === "greeting" || helping !== undefined;

export const mayLeave = ({ saved }: Talk): boolean =>
  heldBy(saved) === undefined && !hasNothing(saved);

export function stay(talk: Talk, note: MovingNote): Talk {
  if (note.kind !== "move-asked") return talk;
  const name = heldBy(talk.saved);
  return effect(talk, {
    do: "note",
    to: note.to,
    note:
      name === undefined
        ? { kind: "not-moved", why: "nothing" }
        : { kind: "not-moved", why: "held", name },
  });
}

/** Packs what moves, says where it went, and forgets. Whoever was called here hears that nobody needs to come. */
export function leave(talk: Talk, note: MovingNote): Talk {
  if (note.kind !== "move-asked") return talk;
  const { language, voice } = talk.saved;
  const photos = leftToCome(talk);
  // What is not handed on goes with everything else.
  const told = withdraw(withSaved(talk, { photos: [] }));
  const packed = effect(
    told,
    {
      do: "hand-on",
      to: note.to,
      media: [...(voice === undefined ? [] : [voice]), ...photos.map(({ media }) => media)],
    },
    {
      do: "note",
      to: note.to,
      note: { kind: "moved-here", from: talk.world.channel, moved: packedOf(talk) },
    },
    { do: "erase" },
  );
  const said = sayPhrase(packed, "moved-away", {
    where: placeName(talk, note.channel),
    phone: officeTelephone(talk),
  });
  return withSaved({ ...said, saved: { ...blank, language } }, {});
}

/** The schema says what moves: the rest of what is kept stays here, and is forgotten. */
const packedOf = (talk: Talk): Moved =>
  movedSchema.parse({
    ...talk.saved,
    photos: leftToCome(talk),
    lastHelper: whoSatBeside(talk),
    waiting: talk.saved.case,
  });

/** What came stands on top; what was known here already and is not known there stays. */
export function unpack(talk: Talk, note: MovingNote): Talk {
  if (note.kind !== "moved-here") return talk;
  const { moved, from } = note;
  const { saved } = talk;
  const held = isHeld(saved.case);
  const own = saved.journeys.filter(({ id }) => moved.journeys.every((j) => j.id !== id));
  // With whoever helps here the talk goes on about what it was about.
  const onTop = held || moved.journeys.length === 0;
  const known = withSaved(talk, {
    language: moved.language,
    address: moved.address ?? saved.address,
    speech: moved.speech ?? saved.speech,
    village: moved.village ?? saved.village,
    introducedBy: moved.introducedBy ?? saved.introducedBy,
    cameBy: moved.cameBy ?? saved.cameBy,
    keep: moved.keep ?? saved.keep,
    remind: moved.remind ?? saved.remind,
    lastHelper: moved.lastHelper ?? saved.lastHelper,
    listens: moved.listens ?? saved.listens,
    subject: moved.subject ?? saved.subject,
    offered: { ...saved.offered, ...moved.offered },
    voice: saved.voice ?? moved.voice,
    photos: [...saved.photos, ...moved.photos],
    journeys: onTop ? [...moved.journeys, ...own] : [...own, ...moved.journeys],
    guiding: onTop ? saved.guiding : moved.guiding,
    trouble: undefined,
    asking: undefined,
  });
  const agreed = (["keep", "remind"] as const).reduce((soFar, purpose) => {
    const given = moved[purpose];
    return given === undefined
      ? soFar
      : effect(soFar, { do: "consent", purpose, given: given === "yes" });
  }, known);
  return sayPhrase(agreed, "moved-here", { where: placeName(agreed, from) });
}

export const callsAnew = (talk: Talk, note: MovingNote): boolean =>
  note.kind === "moved-here" && note.moved.waiting !== undefined && talk.saved.case === undefined;

/** Nobody had come yet where they were: people are called for them here. */
export function callAnew(talk: Talk, note: MovingNote): Talk {
  const waiting = note.kind === "moved-here" ? note.moved.waiting : undefined;
  if (waiting === undefined) return talk;
  const opened = openCase(talk, waiting.reason, waiting.wants);
  const of = opened.saved.case;
  if (of === undefined) return opened;
  const { phone, messages } = waiting;
  return keepCase(opened, { ...of, phone, messages }, of.nextAt ?? talk.world.now);
}

function placeName(talk: Talk, channel: Channel): string {
  switch (channel) {
    case "web":
      return phrase(talk, "place-web");
    case "telegram":
      return phrase(talk, "place-telegram");
    case "zalo-bot":
    case "zalo-oa":
      return phrase(talk, "place-zalo");
    case "console":
      return phrase(talk, "place-other");
  }
}

/**
 * The conversation machine, the same for everybody. States ask, transitions say where an event leads, and acts
 * (pure functions from talk to talk) say what it does. All context is one turn's `Talk`; nothing runs here.
 */
import { assign, createMachine } from "xstate";
import { moveOf } from "../authoring/compile.ts";
import { openCase, sayWaiting } from "../cases/calling.ts";
import { askPapers, missingAt, ticking } from "../steps/gather.ts";
import { mannerOf } from "../steps/manner-of.ts";
import { troublesOf } from "../steps/troubles.ts";
import { afterQuiet, hour } from "../time/calendar.ts";
import type { JourneyId } from "../vocabulary.ts";
import { notAgreed, noteMoved, sitDown } from "./acts/beside.ts";
import { askHelped, noteHelped } from "./acts/case/afterwards.ts";
import { recallOwn, tellEdited, tellPlace, tellUndelivered } from "./acts/case/changed.ts";
import { claim } from "./acts/case/claim.ts";
import { takeBack, withdraw } from "./acts/case/end.ts";
import { fromHelper } from "./acts/case/from-helper.ts";
import { assignable, give } from "./acts/case/give.ts";
import { caseTimer } from "./acts/case/moments.ts";
import { sendPerson, tellPerson } from "./acts/case/speak.ts";
import { tellScreen } from "./acts/case/tools.ts";
import {
  answer,
  begin,
  failed,
  finish,
  goBack,
  goTo,
  keepTicks,
  noteAskedAfter,
  putAt,
  reminderText,
  remindsOfPapers,
  resume,
  standing,
  wantsReminders,
} from "./acts/guide.ts";
import { help } from "./acts/helping/help.ts";
import { helperNote } from "./acts/helping/notes.ts";
import {
  hasRecording,
  listenInstead,
  mustChoose,
  noteSpeech,
  playStep,
  sayUnread,
} from "./acts/listen.ts";
import {
  askMove,
  callAnew,
  callsAnew,
  giveCode,
  isFollowed,
  leave,
  mayLeave,
  sayNotMoved,
  stay,
  unpack,
} from "./acts/moving.ts";
import { sayPlace } from "./acts/places.ts";
import {
  beginPractice,
  beginUntouched,
  finishPractice,
  forgetPractice,
  forgetPracticeTimer,
  isPractising,
  leaveForLater,
  leavePractice,
  mayPractise,
  practicable,
  practisedFlow,
  stopPractice,
  untouchedReal,
} from "./acts/practice.ts";
import { leaveToMachine, staffLeft, staffSaid, staffTakes } from "./acts/staff.ts";
import { countShown, noteFollowed, noteOffered, stuckSignal } from "./acts/stuck.ts";
import { askMoreAddresses, keepWanted, setLanguage, want } from "./acts/wanted.ts";
import type { TalkEvent } from "./event.ts";
import { askMoreTroubles, question, type StateName, states } from "./questions.ts";
import { blank, wants } from "./saved.ts";
import {
  activeJourney,
  ask,
  effect,
  flowOf,
  label,
  phrase,
  say,
  sayPhrase,
  type Talk,
  textOf,
  withSaved,
} from "./talk.ts";

type EventOf<Type extends TalkEvent["type"]> = Extract<TalkEvent, { type: Type }>;

/** An act for one type of event; met by another, it is our own mistake. */
function on<Type extends TalkEvent["type"]>(
  type: Type,
  act: (talk: Talk, event: EventOf<Type>) => Talk,
) {
  return (talk: Talk, event: TalkEvent): Talk => {
    if (event.type !== type) throw new Error(`an act for ${type} met ${event.type}`);
    return act(talk, event as EventOf<Type>);
  };
}

const acts = {
  greet: (talk: Talk, event: TalkEvent) => {
    // Whoever sits beside reads one sentence aloud first.
    if (event.type === "beside") return talk;
    const trial = talk.world.library.desk["approved-by"] === undefined;
    return say(
      talk,
      trial ? `${phrase(talk, "greeting")}\n${phrase(talk, "trial")}` : phrase(talk, "greeting"),
    );
  },
  showAgain: (talk: Talk) => {
    const state = states.find((known) => known === talk.saved.state);
    return state === undefined ? talk : question(talk, state);
  },
  noteNeed: (talk: Talk, event: TalkEvent) => {
    if (event.type === "need") return withSaved(talk, { offers: [...event.flows] });
    if (event.type === "pick") return withSaved(talk, { offers: [event.flow] });
    if (event.type === "wrong-thing") return withSaved(talk, { offers: [...event.flows] });
    if (event.type === "practise")
      return withSaved(talk, { offers: [...practicable(talk, event)] });
    return talk;
  },
  noteField: on("field", (talk, { field }) => {
    const [name = "", page = "0"] = field.split(":");
    return withSaved(talk, { offers: [name, page] });
  }),
  begin: (talk: Talk) => begin(talk, talk.saved.offers[0] ?? ""),
  practise: (talk: Talk, event: TalkEvent) =>
    beginPractice(talk, practicable(talk, event)[0] ?? talk.saved.offers[0] ?? ""),
  wishPractice: (talk: Talk) => withSaved(talk, { practiceWished: true }),
  sayPractiseWhich: (talk: Talk) => sayPhrase(talk, "practise-which"),
  sayNotPractised: (talk: Talk) => sayPhrase(talk, "practice-not-here"),
  finishPractice,
  stopPractice,
  leavePractice,
  leaveForLater,
  beginUntouched,
  forgetPractice: on("timer", (talk, { about = "" }) => forgetPractice(talk, about)),
  resume: (talk: Talk, event: TalkEvent) =>
    event.type === "resume" ? resume(talk, event.journey) : talk,
  leaveGuide: (talk: Talk) =>
    withSaved(talk, { guiding: false, trouble: undefined, practiceWished: undefined }),
  dropWrong: (talk: Talk) => {
    const journey = activeJourney(talk);
    return journey !== undefined && (journey.path.length === 0 || journey.practice === true)
      ? finish(talk, "stopped")
      : withSaved(talk, { guiding: false });
  },
  stop: (talk: Talk) => sayPhrase(finish(talk, "stopped"), "stopped"),
  answerDone: (talk: Talk) => {
    const { step } = standing(talk);
    const given = { kind: "done", by: "resident" } as const;
    const move = moveOf(step, given);
    return move === undefined ? talk : answer(withSaved(talk, { trouble: undefined }), given, move);
  },
  answerChoice: on("choice", (talk, { choice }) =>
    answer(talk, { kind: "choice", choice }, { type: "choice", choice }),
  ),
  answerValue: (talk: Talk, event: TalkEvent) =>
    answer(
      talk,
      { kind: "value", value: event.type === "value" ? event.value : "" },
      { type: "value" },
    ),
  passAsk: (talk: Talk, event: TalkEvent) => {
    const sent = event.type === "value" ? sayPhrase(talk, "practice-not-kept") : talk;
    const media = event.type === "value" ? event.media : undefined;
    const dropped = media === undefined ? sent : effect(sent, { do: "drop-media", media });
    return answer(dropped, { kind: "value", value: "" }, { type: "value" });
  },
  answerTicked: (talk: Talk, event: TalkEvent) => {
    const { journey, step } = standing(talk);
    if (step.kind !== "gather") return talk;
    const has = event.type === "tick" ? event.items : Object.keys(step.items);
    return answer(talk, ticking(journey, step, { has }), { type: "done" });
  },
  tick: on("tick", (talk, { items }) => {
    const ticked = keepTicks(talk, { has: items });
    const { journey, step } = standing(ticked);
    return step.kind === "gather"
      ? askPapers(ticked, journey, step, { heading: phrase(talk, "gather-ticked") })
      : ticked;
  }),
  untick: on("untick", (talk, { items }) => keepTicks(talk, { lacks: items })),
  askMorePapers: on("more-papers", (talk, { page }) => {
    const { journey, step } = standing(talk);
    return step.kind === "gather" ? askPapers(talk, journey, step, { page }) : talk;
  }),
  followTrouble: on("trouble", (talk, { trouble }) =>
    answer(failed(talk, trouble), { kind: "trouble", trouble }, { type: "trouble", trouble }),
  ),
  countFailed: (talk: Talk, event: TalkEvent) =>
    failed(talk, event.type === "trouble" ? event.trouble : "unseen"),
  noteTrouble: on("trouble", (talk, { trouble }) => withSaved(talk, { trouble })),
  countShown,
  noteOffered,
  declineOffer: (talk: Talk) => noteFollowed(talk, "declined"),
  explain: (talk: Talk) => {
    const { journey, step } = standing(talk);
    const text =
      "explain" in step && step.explain !== undefined
        ? textOf(talk, step.explain)
        : phrase(talk, "nothing-closer");
    if (step.kind !== "do") return mannerOf(step).show(say(talk, text), journey, step);
    return ask(
      talk,
      text,
      [label(talk, "done"), label(talk, "trouble"), label(talk, "human"), label(talk, "more")],
      { step: true, stepId: journey.step, screen: step.screen },
    );
  },
  goBack,
  goTo: on("correct", (talk, { step }) => (step === undefined ? talk : goTo(talk, step))),
  putAtScreen: on("which-screen", (talk, { step }) => {
    if (step === undefined) return talk;
    const { journey } = standing(talk);
    const back = journey.path.includes(step);
    return sayPhrase(back ? goTo(talk, step) : putAt(talk, { until: step }), "found-your-screen");
  }),
  fumble: (talk: Talk, event: TalkEvent) => {
    // A sticker or a photo was no attempt to say something.
    const tried = event.type === "unread" && event.why === "not-understood";
    const counted = tried ? withSaved(talk, { fumbles: talk.saved.fumbles + 1 }) : talk;
    // The button the usual line names is not among those of an offer.
    if (stuckSignal(talk, event) === "photo") return sayPhrase(counted, "unread-photo-offered");
    return sayPhrase(
      counted,
      `unread-${event.type === "unread" ? event.why : event.type === "photo" ? "photo" : "not-understood"}`,
      exampleOf(talk),
    );
  },
  keepPhoto: on("photo", (talk, { media, caption }) =>
    withSaved(talk, { photos: [...talk.saved.photos, { media, caption }].slice(-10) }),
  ),
  keepVoice: on("send-voice", (talk, { media }) => withSaved(talk, { voice: media })),
  sayVoiceKept: (talk: Talk) => sayPhrase(talk, "voice-kept"),
  sendVoice: on("send-person", (talk, { media }) => sendPerson(talk, media, "voice", "")),
  hearVoice: on("voice", (talk, { media }) =>
    ask(talk, phrase(talk, "voice-unheard"), [
      label(talk, "send-voice", `voice:${media}`),
      ...listenInstead(talk),
      label(talk, "go-on", "repeat"),
    ]),
  ),
  sayFarewell: (talk: Talk) => sayPhrase(talk, "farewell"),
  sayNotErased: (talk: Talk) => sayPhrase(talk, "not-erased"),
  askMoreTroubles,
  answerAside: on("aside", (talk, event) =>
    event.about === "place" ? sayPlace(talk, event.place) : sayPhrase(talk, `aside-${event.about}`),
  ),
  notePlaceTrouble: on("aside", (talk, event) =>
    event.about === "place" && event.trouble !== undefined
      ? withSaved(failed(talk, event.trouble), { trouble: event.trouble })
      : talk,
  ),
  sayOldPress: (talk: Talk) => sayPhrase(talk, "old-button"),
  sayAlready: (talk: Talk) => sayPhrase(talk, "already-noted"),
  welcomeBack: (talk: Talk) => (talk.saved.guiding ? sayPhrase(talk, "welcome-back") : talk),
  setAddress: on("address", (talk, { says }) =>
    says === undefined ? talk : sayPhrase(withSaved(talk, { address: says }), "addressed-so"),
  ),
  noteSpeech: on("listen", (talk, { speech }) => noteSpeech(talk, speech)),
  playStep,
  sayUnread,
  setLanguage: on("language", (talk, { language }) => setLanguage(talk, language)),
  wantPerson: (talk: Talk, event: TalkEvent) => {
    const reason = reasonFor(talk, event);
    const sure = talk.saved.village !== undefined && talk.saved.village.by === undefined;
    const warned = isPractising(talk) ? sayPhrase(talk, "practice-real-person") : talk;
    return want(warned, sure ? "who" : "village", {
      go: "open-case",
      reason,
      ...(event.type === "call-me" ? { call: true as const } : {}),
    });
  },
  wantWho: (talk: Talk) =>
    talk.saved.asking === undefined ? talk : want(talk, "who", talk.saved.asking.afterwards),
  wantPhone: (talk: Talk) => want(talk, "phone", { go: "return" }),
  wantMessage: (talk: Talk) => want(talk, "message", { go: "return" }),
  wantAddress: (talk: Talk) => want(talk, "address", { go: "return" }),
  wantKeep: (talk: Talk, event: TalkEvent) =>
    want(talk, "keep", event.type === "later" ? { go: "rest" } : { go: "show-step" }),
  wantRemind: (talk: Talk, event: TalkEvent) =>
    want(talk, "remind", event.type === "later" ? { go: "rest" } : { go: "show-step" }),
  wantPhotoClear: (talk: Talk) =>
    talk.saved.asking?.what === "photo" ? talk : want(talk, "photo", { go: "return" }),
  keepWanted: on("wanted", (talk, { value }) => keepWanted(talk, value)),
  decline: (talk: Talk) => {
    const what = talk.saved.asking?.what;
    return what === "keep" || what === "remind" ? keepWanted(talk, "no") : talk;
  },
  askedEnough: (talk: Talk) => withSaved(talk, { asking: undefined }),
  askMoreAddresses,
  openCase: (talk: Talk, event: TalkEvent) => {
    const afterwards = talk.saved.asking?.afterwards;
    const wanted =
      event.type === "wanted" ? wants.find((known) => known === event.value) : undefined;
    if (afterwards?.go !== "open-case") return talk;
    const opened = openCase(
      noteFollowed(withSaved(talk, { asking: undefined }), "accepted"),
      afterwards.reason,
      wanted ?? "anyone",
    );
    return afterwards.call === true ? want(opened, "phone", { go: "return" }) : opened;
  },
  sayWaiting,
  caseTimer: on("timer", (talk, { name }) => caseTimer(talk, name)),
  remind: on("timer", (talk, { name, about = "" }) => {
    const text = reminderText(talk, about, name);
    if (text === undefined) return talk;
    const noted = noteAskedAfter(talk, about, name);
    if (activeJourney(talk)?.id === about) return say(noted, text);
    // Something else is on top: what is reminded of is one press away.
    return ask(noted, text, [label(talk, "go-on", `resume:${about}`), label(talk, "menu")]);
  }),
  remindLater: on("timer", (talk, { name, about = "" }) =>
    effect(talk, {
      do: "timer",
      name,
      scope: `step:${about as JourneyId}`,
      at: afterQuiet(talk.world.now + 2 * hour),
      about,
    }),
  ),
  claim: on("claim", (talk, { note }) => {
    const claimed = claim(talk, note);
    const voice = talk.saved.voice;
    const won =
      talk.saved.case?.state.is !== "claimed" && claimed.saved.case?.state.is === "claimed";
    return voice === undefined || !won
      ? claimed
      : withSaved(sendPerson(claimed, voice, "voice", ""), { voice: undefined });
  }),
  staffSaid: on("staff-said", (talk, { note }) => staffSaid(talk, note)),
  leaveToMachine,
  give: on("assign", (talk, { note }) => give(talk, note)),
  fromHelper: on("case-note", (talk, { note }) => fromHelper(talk, note)),
  takeBack,
  tellPerson: on("tell-person", (talk, { text }) => tellPerson(talk, text)),
  tellEdited: on("edited", (talk, { text }) => tellEdited(talk, text)),
  tellPlace: on("place", (talk, at) => tellPlace(talk, at)),
  noteHelped: on("helped", (talk, { well }) => noteHelped(talk, well)),
  askHelped,
  recallOwn: on("recall", (talk, { turn }) => recallOwn(talk, turn)),
  tellUndelivered: on("undelivered", (talk, { note }) => tellUndelivered(talk, note)),
  tellScreen: on("which-screen", (talk, { step = "" }) => tellScreen(talk, step)),
  sayPlaceUnread: (talk: Talk) => sayPhrase(talk, "unread-location"),
  sendPhotos: (talk: Talk) =>
    withSaved(
      talk.saved.photos.reduce(
        (soFar, photo) => sendPerson(soFar, photo.media, "photo", photo.caption),
        ask(talk, phrase(talk, "photo-sent"), [label(talk, "take-back")]),
      ),
      { photos: [] },
    ),
  dropPhotos: (talk: Talk) =>
    sayPhrase(
      effect(
        withSaved(talk, { photos: [] }),
        ...talk.saved.photos.map(({ media }) => ({ do: "drop-media" as const, media })),
      ),
      "photo-dropped",
    ),
  answerHelped: (talk: Talk) => answer(talk, { kind: "done", by: "resident" }, { type: "helped" }),
  finish: (talk: Talk) => {
    const { journey, step } = standing(talk);
    const shown = mannerOf(step).show(talk, journey, step);
    return finish(shown, step.kind === "finish" ? step.outcome : "done");
  },
  helperNote: on("helper-note", (talk, { note }) => helperNote(talk, note)),
  help: on("helping", (talk, { act }) => help(talk, act)),
  sitDown: on("beside", (talk, { by }) => sitDown(talk, by)),
  notAgreed,
  noteMoved,
  erase: (talk: Talk) => {
    const told = withdraw(talk);
    const gone = effect({ ...told, saved: blankAfterErasure(talk) }, { do: "erase" });
    return sayPhrase(gone, "erased");
  },
  giveCode,
  askMove: on("moving", (talk, { note }) => askMove(talk, note)),
  sayNotMoved: on("moving", (talk, { note }) => sayNotMoved(talk, note)),
  stay: on("moving", (talk, { note }) => stay(talk, note)),
  leave: on("moving", (talk, { note }) => leave(talk, note)),
  unpack: on("moving", (talk, { note }) => unpack(talk, note)),
  callAnew: on("moving", (talk, { note }) => callAnew(talk, note)),
  enter: (talk: Talk, _event: TalkEvent, { state }: { readonly state: StateName }) =>
    standIn(talk, state),
  ask: (talk: Talk, _event: TalkEvent, { state }: { readonly state: StateName }) =>
    question(standIn(talk, state), state),
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

/** After erasing only the language stays, and a propagandist's side of the chat: those cases are others'. */
function blankAfterErasure(talk: Talk): Talk["saved"] {
  const { language, helping } = talk.saved;
  return { ...blank, language, ...(helping === undefined ? {} : { helping }) };
}

function exampleOf(talk: Talk): Readonly<Record<string, string>> {
  if (activeJourney(talk) === undefined) return { example: "" };
  const { step } = standing(talk);
  return { example: step.kind === "ask" ? textOf(talk, step.example) : "" };
}

/** Why a person is asked, in a propagandist's words; that it is only practice stands with it. */
function reasonFor(talk: Talk, event: TalkEvent): string {
  const reason = bareReason(talk, event);
  const desk = withSaved(talk, { language: "vi", address: undefined });
  return isPractising(talk) ? phrase(desk, "reason-practice", { reason }) : reason;
}

function bareReason(talk: Talk, event: TalkEvent): string {
  const desk = withSaved(talk, { language: "vi", address: undefined });
  if (event.type === "trouble" && activeJourney(talk) !== undefined) {
    const { step } = standing(talk);
    const trouble = troublesOf(step)[event.trouble];
    if (trouble !== undefined)
      return phrase(desk, "reason-trouble", { trouble: textOf(desk, trouble.says) });
  }
  if (event.type === "call-me") return phrase(desk, "reason-call-me");
  if (event.type === "send-voice") return phrase(desk, "reason-voice");
  if (talk.saved.state === "unguided") {
    const title = talk.world.library.unguided.get(talk.saved.offers[0] ?? "");
    if (title !== undefined) return phrase(desk, "reason-unguided", { guide: title.vi });
  }
  return phrase(desk, talk.saved.state === "guided.offering" ? "reason-stuck" : "reason-asked");
}

const guards = {
  clear: (_talk: Talk, event: TalkEvent) => event.type === "need" && event.clear,
  unguided: (talk: Talk) => !talk.world.library.flows.has(talk.saved.offers[0] ?? ""),
  begunBefore: (talk: Talk) =>
    talk.saved.journeys.some((j) => j.flow === talk.saved.offers[0] && j.practice !== true),
  practising: isPractising,
  wishesPractice: (talk: Talk) =>
    talk.saved.practiceWished === true && mayPractise(talk, talk.saved.offers[0]),
  practisesSeveral: (talk: Talk, event: TalkEvent) => practicable(talk, event).length > 1,
  practisesUnsaid: (talk: Talk, event: TalkEvent) => practicable(talk, event).length === 0,
  practisesAgain: (talk: Talk, event: TalkEvent) =>
    isPractising(talk) && practicable(talk, event)[0] === activeJourney(talk)?.flow,
  refusesPracticeHere: (talk: Talk, event: TalkEvent) => {
    const [flow] = practicable(talk, event);
    return !mayPractise(talk, flow) && activeJourney(talk)?.flow === flow;
  },
  refusesPractice: (talk: Talk, event: TalkEvent) =>
    !mayPractise(talk, practicable(talk, event)[0]),
  practised: (talk: Talk) => practisedFlow(talk) !== undefined,
  untouchedReal: (talk: Talk) => untouchedReal(talk) !== undefined,
  practiceAtEnd: (talk: Talk) => {
    if (!isPractising(talk)) return false;
    const { step } = standing(talk);
    return step.kind === "finish" || (step.kind === "hand-over" && step["leads-to"] === undefined);
  },
  forgetsPracticeHere: (talk: Talk, event: TalkEvent) =>
    event.type === "timer" &&
    event.name === forgetPracticeTimer &&
    activeJourney(talk)?.id === event.about &&
    talk.saved.case?.journey !== event.about,
  forgetsPractice: (_talk: Talk, event: TalkEvent) =>
    event.type === "timer" && event.name === forgetPracticeTimer,
  guiding: (talk: Talk) => activeJourney(talk) !== undefined,
  named: (_talk: Talk, event: TalkEvent) => event.type === "wrong-thing" && event.flows.length > 0,
  provesFirst: (talk: Talk) => {
    const { step } = standing(talk);
    return step.kind === "do" && step.prove === true;
  },
  recordedHere: hasRecording,
  mustChooseSpeech: (talk: Talk, event: TalkEvent) =>
    event.type === "listen" && event.speech === undefined && mustChoose(talk),
  isTask: (talk: Talk) => standing(talk).step.kind === "do",
  isGather: (talk: Talk) => standing(talk).step.kind === "gather",
  ticksLast: (talk: Talk, event: TalkEvent) => {
    const { journey, step } = standing(talk);
    if (step.kind !== "gather" || event.type !== "tick") return false;
    return missingAt(journey, step).every((item) => event.items.includes(item));
  },
  isAsk: (talk: Talk) => standing(talk).step.kind === "ask",
  skippable: (talk: Talk) => {
    const { step } = standing(talk);
    return step.kind === "ask" && step.optional === true;
  },
  /** Going on past a person is no taking back: whoever was called for something else still comes. */
  handsOverInPractice: (talk: Talk) =>
    standing(talk).step.kind === "hand-over" && isPractising(talk),
  onlyShown: (talk: Talk) => standing(talk).step.kind === "ask" && isPractising(talk),
  isHandOver: (talk: Talk) => {
    const { step } = standing(talk);
    return step.kind === "hand-over" && step["leads-to"] !== undefined;
  },
  offersChoice: (talk: Talk, event: TalkEvent) => {
    const { step } = standing(talk);
    return (
      event.type === "choice" && step.kind === "choose" && Object.hasOwn(step.choices, event.choice)
    );
  },
  troubleForPerson: (talk: Talk, event: TalkEvent) => troubleOf(talk, event)?.human === true,
  troubleElsewhere: (talk: Talk, event: TalkEvent) =>
    troubleOf(talk, event)?.["leads-to"] !== undefined,
  saysAddress: (_talk: Talk, event: TalkEvent) =>
    event.type === "address" && event.says !== undefined,
  placeMends: (_talk: Talk, event: TalkEvent) =>
    event.type === "aside" && event.about === "place" && event.trouble !== undefined,
  troubleKnown: (talk: Talk, event: TalkEvent) => troubleOf(talk, event) !== undefined,
  stuckHere: (talk: Talk, event: TalkEvent) => stuckSignal(talk, event) !== undefined,
  asksKeep: (talk: Talk) => {
    const journey = activeJourney(talk);
    return (
      journey !== undefined &&
      journey.practice !== true &&
      talk.saved.keep === undefined &&
      journey.path.length > 0 &&
      flowOf(talk, journey).stepAt(journey.step).kind !== "finish"
    );
  },
  keepUndecided: (talk: Talk) => talk.saved.keep === undefined && !isPractising(talk),
  papersMissing: (talk: Talk) => talk.saved.remind === undefined && remindsOfPapers(talk),
  asksRemind: (talk: Talk) => talk.saved.remind === undefined && wantsReminders(talk),
  atEnd: (talk: Talk) => activeJourney(talk) !== undefined && standing(talk).step.kind === "finish",
  caseOpen: (talk: Talk) => talk.saved.case !== undefined,
  claimed: (talk: Talk) => talk.saved.case?.state.is === "claimed",
  assignable: (talk: Talk, event: TalkEvent) =>
    event.type === "assign" && assignable(talk, event.note),
  claimable: (talk: Talk, event: TalkEvent) =>
    event.type === "claim" &&
    talk.saved.case?.id === event.note.case &&
    talk.saved.case.state.is === "waiting",
  staffTakes,
  staffLeft: (talk: Talk, event: TalkEvent) =>
    event.type === "timer" && staffLeft(talk, event.name),
  endsHelping: (talk: Talk, event: TalkEvent) => {
    const of = talk.saved.case;
    if (event.type !== "case-note" || of?.id !== event.note.case || of.state.is === "waiting")
      return false;
    return (
      of.state.by.id === event.note.by.id &&
      (event.note.kind === "case-hand-back" || event.note.kind === "case-release")
    );
  },
  caseTimer: (_talk: Talk, event: TalkEvent) =>
    event.type === "timer" && (event.name.startsWith("case-") || event.name.startsWith("meet-")),
  endsSilence: (talk: Talk, event: TalkEvent) =>
    event.type === "timer" &&
    (event.name === "case-silent" || event.name === "case-idle") &&
    talk.saved.case?.state.is === "claimed",
  afterHelp: (_talk: Talk, event: TalkEvent) =>
    event.type === "timer" && event.name === "after-help",
  reminderWaits: (talk: Talk, event: TalkEvent) =>
    event.type === "timer" &&
    event.name.startsWith("remind-") &&
    talk.saved.case?.state.is === "claimed",
  reminder: (talk: Talk, event: TalkEvent) =>
    event.type === "timer" &&
    event.name.startsWith("remind-") &&
    talk.saved.journeys.some((j) => j.id === event.about),
  reminderHere: (talk: Talk, event: TalkEvent) =>
    event.type === "timer" &&
    event.name.startsWith("remind-") &&
    activeJourney(talk)?.id === event.about,
  sameAlbum: (_talk: Talk, event: TalkEvent) => event.type === "photo" && event.again,
  /** Called for this very place, and nobody has come: going on alone moves on from here. */
  helpCalledHere: (talk: Talk) => {
    const { journey, step } = standing(talk);
    const leads = step.kind === "hand-over" && step["leads-to"] !== undefined;
    return (
      leads && talk.saved.case?.state.is === "waiting" && talk.saved.case.journey === journey.id
    );
  },
  photosHaveCard: (talk: Talk, event: TalkEvent) =>
    talk.saved.asking?.what === "photo" && event.type === "wanted" && event.value !== "yes",
  aboutPhotos: (talk: Talk) => talk.saved.asking?.what === "photo",
  villageForCase: (talk: Talk) =>
    talk.saved.asking?.what === "village" && talk.saved.asking.afterwards.go === "open-case",
  thenRest: (talk: Talk) => talk.saved.asking?.afterwards.go === "rest",
  moreWanted: (_talk: Talk, event: TalkEvent) => event.type === "wanted" && event.value === "more",
  wantedWho: (talk: Talk, event: TalkEvent) =>
    event.type === "wanted" && talk.saved.asking?.what === "who" && event.value !== "no",
  /** Nobody could be called: what was just offered instead must stay the newest question. */
  nobodyCalled: (talk: Talk) =>
    talk.saved.case?.state.is === "waiting" && talk.saved.case.state.rung === "later",
  needsAddress: (talk: Talk) => talk.saved.address === undefined && talk.saved.language === "vi",
  codeFollowed: (talk: Talk, event: TalkEvent) =>
    event.type === "moving" && isFollowed(talk, event.note),
  leaves: (talk: Talk, event: TalkEvent) =>
    event.type === "moving" && event.note.kind === "move-asked" && mayLeave(talk),
  stays: (_talk: Talk, event: TalkEvent) =>
    event.type === "moving" && event.note.kind === "move-asked",
  callsAnew: (talk: Talk, event: TalkEvent) =>
    event.type === "moving" && callsAnew(talk, event.note),
  unpacks: (_talk: Talk, event: TalkEvent) =>
    event.type === "moving" && event.note.kind === "moved-here",
  withStep: (_talk: Talk, event: TalkEvent) =>
    (event.type === "correct" || event.type === "which-screen") && event.step !== undefined,
} as const;

function troubleOf(talk: Talk, event: TalkEvent) {
  if (event.type !== "trouble") return undefined;
  return troublesOf(standing(talk).step)[event.trouble];
}

type ActName = keyof typeof acts;
type GuardName = keyof typeof guards;
type Asking = { readonly type: "ask" | "enter"; readonly params: { readonly state: StateName } };

/** One way out of a state. Names are checked here, since an unknown action would be skipped in silence. */
interface Way {
  readonly guard?: GuardName;
  readonly actions?: ActName | readonly ActName[];
  readonly target?: string;
}
interface Room {
  readonly id?: string;
  readonly initial?: string;
  readonly entry?: ActName | Asking;
  readonly exit?: ActName;
  readonly always?: readonly Way[];
  readonly on?: { readonly [Type in TalkEvent["type"]]?: Way | readonly Way[] };
  readonly states?: Readonly<Record<string, Room>>;
}

const asks = (state: StateName): Room => ({ entry: { type: "ask", params: { state } } });
const enters = (state: StateName): Room => ({ entry: { type: "enter", params: { state } } });

/** Notes about moving mean the same wherever somebody stands; what is said when nothing came differs. */
const moving = (refused: Way): readonly Way[] => [
  { guard: "codeFollowed", actions: "askMove" },
  { guard: "leaves", actions: "leave", target: "#forgotten" },
  { guard: "stays", actions: "stay" },
  { guard: "callsAnew", actions: ["unpack", "callAnew"], target: "#opened" },
  { guard: "unpacks", actions: "unpack", target: "#returned" },
  refused,
];

/** What any state answers to, unless it says otherwise itself. */
const anywhere: Room["on"] = {
  arrived: { actions: ["welcomeBack", "showAgain"] },
  need: [
    { guard: "clear", actions: "noteNeed", target: "#picked" },
    { actions: "noteNeed", target: "#offered" },
  ],
  pick: { actions: "noteNeed", target: "#picked" },
  field: { actions: "noteField", target: "#fields" },
  resume: { actions: "resume", target: "#returned" },
  anew: [
    { guard: "unguided", target: "#returned" },
    { actions: "begin", target: "#deciding" },
  ],
  practise: [
    { guard: "practisesSeveral", actions: ["wishPractice", "noteNeed"], target: "#offered" },
    { guard: "practisesUnsaid", actions: ["wishPractice", "sayPractiseWhich"], target: "#need" },
    { guard: "refusesPracticeHere", actions: "sayNotPractised", target: "#returned" },
    { guard: "refusesPractice", actions: ["sayNotPractised", "noteNeed"], target: "#offered" },
    { guard: "practisesAgain", target: "#returned" },
    { actions: "practise", target: "#deciding" },
  ],
  "for-real": [
    { guard: "untouchedReal", actions: "beginUntouched", target: "#deciding" },
    { guard: "practised", actions: "leavePractice", target: "#picked" },
    { target: "#returned" },
  ],
  menu: { actions: "leaveGuide", target: "#need" },
  "wrong-thing": { actions: "leaveGuide", target: "#need" },
  human: [
    { guard: "claimed", actions: "showAgain" },
    { guard: "caseOpen", actions: "sayWaiting" },
    { actions: "wantPerson", target: "#asking" },
  ],
  "send-voice": [
    { guard: "claimed", actions: "showAgain" },
    { guard: "caseOpen", actions: ["keepVoice", "sayVoiceKept"], target: "#returned" },
    { actions: ["keepVoice", "wantPerson"], target: "#asking" },
  ],
  // A claim may come while something is being asked: the words are still for the person.
  "tell-person": { guard: "claimed", actions: "tellPerson" },
  "send-person": { guard: "claimed", actions: "sendVoice" },
  // An earlier message that was changed says nothing to a guide; its secrets were met already.
  edited: { guard: "claimed", actions: "tellEdited" },
  place: [{ guard: "claimed", actions: "tellPlace" }, { actions: ["sayPlaceUnread", "showAgain"] }],
  recall: { actions: "recallOwn" },
  helped: { actions: "noteHelped" },
  undelivered: { actions: "tellUndelivered" },
  "same-album": {},
  "more-troubles": { target: "#returned" },
  "call-me": [
    { guard: "caseOpen", actions: "wantPhone", target: "#asking" },
    { actions: "wantPerson", target: "#asking" },
  ],
  "leave-message": [
    { guard: "claimed", actions: "showAgain" },
    { guard: "caseOpen", actions: "wantMessage", target: "#asking" },
    { actions: "wantPerson", target: "#asking" },
  ],
  "take-back": [
    { guard: "caseOpen", actions: "takeBack", target: "#returned" },
    { target: "#returned" },
  ],
  voice: { actions: "hearVoice" },
  photo: { actions: ["fumble", "showAgain"] },
  language: { actions: ["setLanguage", "showAgain"] },
  address: [
    { guard: "saysAddress", actions: ["setAddress", "showAgain"] },
    { actions: "wantAddress", target: "#asking" },
  ],
  listen: { actions: ["noteSpeech", "showAgain"] },
  erase: { target: "#erasing" },
  elsewhere: [{ guard: "claimed", actions: "showAgain" }, { actions: "giveCode" }],
  moving: moving({ actions: ["sayNotMoved", "showAgain"] }),
  // Only the first thing in a conversation says that somebody sits beside.
  beside: {},
  moved: { actions: "noteMoved" },
  aside: { actions: ["answerAside", "showAgain"] },
  unread: { actions: ["fumble", "showAgain"] },
  "old-press": { actions: ["sayOldPress", "showAgain"] },
  already: { actions: "sayAlready" },
  timer: [
    { guard: "forgetsPracticeHere", actions: "forgetPractice", target: "#left" },
    { guard: "forgetsPractice", actions: "forgetPractice" },
    { guard: "staffLeft", actions: "leaveToMachine", target: "#left" },
    { guard: "endsSilence", actions: "caseTimer", target: "#returned" },
    { guard: "caseTimer", actions: "caseTimer" },
    { guard: "afterHelp", actions: "askHelped" },
    { guard: "reminderWaits", actions: "remindLater" },
    { guard: "reminderHere", actions: "remind", target: "#returned" },
    { guard: "reminder", actions: "remind" },
  ],
  claim: [{ guard: "claimable", actions: "claim", target: "#with-person" }, { actions: "claim" }],
  assign: [{ guard: "assignable", actions: "give", target: "#with-person" }, { actions: "give" }],
  "case-note": [
    { guard: "endsHelping", actions: "fromHelper", target: "#returned" },
    { actions: "fromHelper" },
  ],
  "staff-said": [
    { guard: "staffTakes", actions: "staffSaid", target: "#with-person" },
    { actions: "staffSaid" },
  ],
  "helper-note": { actions: "helperNote" },
  helping: { actions: "help" },
  // What means nothing outside a guide shows again what is asked here.
  repeat: { target: "#returned" },
  skip: { target: "#returned" },
  no: { target: "#returned" },
  later: { target: "#returned" },
  back: { target: "#returned" },
  more: { target: "#returned" },
  stop: { target: "#returned" },
  cancel: { target: "#returned" },
  stuck: { target: "#returned" },
  value: { target: "#returned" },
  wanted: { target: "#returned" },
  trouble: { target: "#returned" },
  tick: { target: "#returned" },
  untick: { target: "#returned" },
  lacking: { target: "#returned" },
  "more-papers": { target: "#returned" },
  correct: { target: "#returned" },
  "which-screen": { target: "#returned" },
  choice: { actions: "sayOldPress", target: "#returned" },
  yes: { actions: "showAgain" },
  done: { actions: "showAgain" },
  explain: { actions: "showAgain" },
  "not-done": { actions: "showAgain" },
};

const greeting: Room = {
  id: "forgotten",
  exit: "greet",
  on: {
    arrived: { target: "need" },
    beside: { actions: "sitDown", target: "beside" },
    moved: {},
    repeat: { target: "need" },
    menu: { target: "need" },
    "old-press": { target: "need" },
    already: { target: "need" },
    erase: { target: "need" },
    elsewhere: { actions: "giveCode", target: "heard" },
    moving: moving({ actions: "sayNotMoved", target: "need" }),
    unread: { actions: "fumble", target: "need" },
    aside: { actions: "answerAside", target: "need" },
    language: { actions: "setLanguage", target: "need" },
    listen: { actions: "noteSpeech", target: "need" },
    voice: { actions: "hearVoice", target: "heard" },
    photo: { actions: "fumble", target: "need" },
    yes: { target: "need" },
    done: { target: "need" },
    explain: { target: "need" },
    "not-done": { target: "need" },
    // A propagandist's notes and presses are no beginning of a resident's conversation.
    timer: {},
    edited: {},
    undelivered: {},
    place: { actions: "sayPlaceUnread", target: "need" },
    claim: { actions: "claim" },
    assign: { actions: "give" },
    "case-note": { actions: "fromHelper" },
    "staff-said": { actions: "staffSaid" },
    "helper-note": { actions: "helperNote" },
    helping: { actions: "help" },
  },
};

const guided: Room = {
  initial: "deciding",
  on: {
    repeat: [
      // A new edition may have put them at the end: then there is nothing to repeat.
      { guard: "atEnd", target: ".deciding" },
      { guard: "stuckHere", actions: "noteOffered", target: ".offering" },
      { actions: "countShown", target: ".step" },
    ],
    no: { target: ".step" },
    back: [
      // Offered for the step that was left twice; what is asked stands at the one before it.
      { guard: "stuckHere", actions: ["noteOffered", "goBack"], target: ".offering" },
      { actions: "goBack", target: ".deciding" },
    ],
    timer: { guard: "stuckHere", actions: "noteOffered", target: ".offering" },
    correct: [
      { guard: "withStep", actions: "goTo", target: ".deciding" },
      { target: ".correcting" },
    ],
    "which-screen": [
      { guard: "withStep", actions: "putAtScreen", target: ".deciding" },
      { target: ".screens" },
    ],
    more: { target: ".other" },
    later: [
      { guard: "keepUndecided", actions: "wantKeep", target: "#asking" },
      { guard: "papersMissing", actions: "wantRemind", target: "#asking" },
      { target: "#resting" },
    ],
    cancel: [
      { guard: "practising", actions: "stopPractice", target: "#practised" },
      { target: ".cancelling" },
    ],
    stuck: [
      { guard: "stuckHere", actions: ["countFailed", "noteOffered"], target: ".offering" },
      { target: ".troubles" },
    ],
    "wrong-thing": [
      { guard: "named", actions: ["dropWrong", "noteNeed"], target: "#picked" },
      { actions: "dropWrong", target: "#need" },
    ],
    done: [
      { guard: "provesFirst", target: ".proving" },
      { guard: "isTask", actions: "answerDone", target: ".deciding" },
      { guard: "isGather", actions: "answerTicked", target: ".deciding" },
      { guard: "isHandOver", actions: "answerHelped", target: ".deciding" },
      { target: ".step" },
    ],
    "take-back": [
      { guard: "claimed", actions: "takeBack", target: "#returned" },
      { guard: "helpCalledHere", actions: ["takeBack", "answerHelped"], target: ".deciding" },
      { guard: "caseOpen", actions: "takeBack", target: "#returned" },
      { guard: "isHandOver", actions: "answerHelped", target: ".deciding" },
      { target: ".step" },
    ],
    "not-done": [
      { guard: "stuckHere", actions: ["countFailed", "noteOffered"], target: ".offering" },
      { guard: "isTask", actions: "countFailed", target: ".troubles" },
      { guard: "isGather", target: ".troubles" },
      { actions: ["countShown", "explain"], target: ".shown" },
    ],
    trouble: [
      { guard: "troubleForPerson", actions: ["countFailed", "wantPerson"], target: "#asking" },
      { guard: "troubleElsewhere", actions: "followTrouble", target: ".deciding" },
      { guard: "troubleKnown", actions: ["countFailed", "noteTrouble"], target: ".mending" },
      { target: ".troubles" },
    ],
    // Where it went, and the step's own mend for a commune that is not in the list.
    aside: [
      { guard: "placeMends", actions: ["answerAside", "notePlaceTrouble"], target: ".mending" },
      { actions: ["answerAside", "showAgain"] },
    ],
    "more-troubles": [{ guard: "isTask", actions: "askMoreTroubles" }, { target: ".step" }],
    tick: [
      { guard: "ticksLast", actions: "answerTicked", target: ".deciding" },
      { guard: "isGather", actions: "tick", target: ".shown" },
      { target: ".step" },
    ],
    untick: [{ guard: "isGather", actions: "untick", target: ".troubles" }, { target: ".step" }],
    lacking: { target: ".troubles" },
    "more-papers": [
      { guard: "isGather", actions: "askMorePapers", target: ".shown" },
      { target: ".step" },
    ],
    choice: [
      { guard: "offersChoice", actions: "answerChoice", target: ".deciding" },
      { target: ".step" },
    ],
    value: [
      { guard: "onlyShown", actions: "passAsk", target: ".deciding" },
      { guard: "isAsk", actions: "answerValue", target: ".deciding" },
      { target: ".step" },
    ],
    skip: [
      { guard: "onlyShown", actions: "passAsk", target: ".deciding" },
      { guard: "handsOverInPractice", actions: "answerHelped", target: ".deciding" },
      { guard: "skippable", actions: "answerValue", target: ".deciding" },
      { target: ".step" },
    ],
    explain: { actions: ["countShown", "explain"], target: ".shown" },
    listen: [
      { guard: "mustChooseSpeech", target: ".speech" },
      { guard: "recordedHere", actions: ["noteSpeech", "playStep"], target: ".shown" },
      { actions: ["noteSpeech", "sayUnread"], target: ".step" },
    ],
    unread: [
      { guard: "stuckHere", actions: ["fumble", "noteOffered"], target: ".offering" },
      { actions: ["fumble", "showAgain"] },
    ],
  },
  states: {
    /** Where a guide stands after anything moved it. */
    deciding: {
      id: "deciding",
      always: [
        { guard: "claimed", target: "#with-person" },
        { guard: "practiceAtEnd", actions: "finishPractice", target: "#practised" },
        { guard: "atEnd", actions: "finish", target: "#finished" },
        { guard: "asksKeep", actions: "wantKeep", target: "#asking" },
        { guard: "asksRemind", actions: "wantRemind", target: "#asking" },
        { target: "step" },
      ],
    },
    step: asks("guided.step"),
    /** The step was shown in another manner (explained): stands there without showing it again. */
    shown: enters("guided.step"),
    proving: {
      ...asks("guided.proving"),
      on: {
        yes: { actions: "answerDone", target: "deciding" },
        done: { actions: "answerDone", target: "deciding" },
        no: [
          { guard: "stuckHere", actions: ["countFailed", "noteOffered"], target: "offering" },
          { actions: "countFailed", target: "troubles" },
        ],
      },
    },
    troubles: asks("guided.troubles"),
    mending: asks("guided.mending"),
    offering: {
      ...asks("guided.offering"),
      on: { no: { actions: "declineOffer", target: "step" } },
    },
    other: asks("guided.other"),
    correcting: asks("guided.correcting"),
    screens: asks("guided.screens"),
    speech: asks("guided.speech"),
    cancelling: {
      ...asks("guided.cancelling"),
      on: { stop: { actions: "stop", target: "#need" } },
    },
  },
};

const asking: Room = {
  id: "asking",
  ...asks("asking"),
  on: {
    wanted: [
      { guard: "moreWanted", actions: "askMoreAddresses" },
      { guard: "wantedWho", actions: "openCase", target: "opened" },
      { guard: "photosHaveCard", actions: "dropPhotos", target: "returned" },
      { guard: "aboutPhotos", actions: "sendPhotos", target: "returned" },
      { actions: "keepWanted", target: "settling" },
    ],
    photo: [{ guard: "sameAlbum", actions: "keepPhoto" }, { actions: ["keepPhoto", "showAgain"] }],
    yes: { actions: "showAgain" },
    repeat: { actions: "showAgain" },
    no: { actions: "decline", target: "settling" },
    skip: { actions: "decline", target: "settling" },
    // Resting now is no answer to what was asked.
    later: [{ guard: "guiding", target: "resting" }, { target: "returned" }],
  },
};

const rooms: Readonly<Record<string, Room>> = {
  greeting,
  beside: {
    id: "beside",
    ...asks("beside"),
    on: {
      yes: { actions: "greet", target: "need" },
      no: { actions: "notAgreed", target: "greeting" },
      repeat: { actions: "showAgain" },
    },
  },
  need: { id: "need", ...asks("need") },
  /** Something was asked on the way (a voice message, whose paper): stands at the menu without asking again. */
  heard: enters("need"),
  fields: { id: "fields", ...asks("fields") },
  offered: { id: "offered", ...asks("offered") },
  picked: {
    id: "picked",
    always: [
      { guard: "unguided", target: "unguided" },
      { guard: "wishesPractice", actions: "practise", target: "guided" },
      { guard: "begunBefore", target: "same-again" },
      { actions: "begin", target: "guided" },
    ],
  },
  unguided: { id: "unguided", ...asks("unguided") },
  "same-again": { id: "same-again", ...asks("same-again") },
  practised: {
    id: "practised",
    ...asks("practised"),
    on: {
      yes: [
        { guard: "untouchedReal", actions: "beginUntouched", target: "#deciding" },
        { target: "#picked" },
      ],
      no: { actions: "leaveForLater", target: "#need" },
      later: { actions: "leaveForLater", target: "#need" },
      repeat: { actions: "showAgain" },
    },
  },
  guided,
  asking,
  settling: {
    always: [
      { guard: "villageForCase", actions: "wantWho", target: "asking" },
      { guard: "thenRest", actions: "askedEnough", target: "resting" },
      { target: "returned" },
    ],
  },
  opened: {
    id: "opened",
    always: [
      { guard: "nobodyCalled", target: "left" },
      { guard: "needsAddress", actions: "wantAddress", target: "asking" },
      { target: "returned" },
    ],
  },
  /** Stands again where the conversation was, without asking there: something else has just been asked. */
  left: {
    id: "left",
    always: [{ guard: "guiding", target: "guided.shown" }, { target: "heard" }],
  },
  /** Back to where the conversation was before something came between. */
  returned: {
    id: "returned",
    entry: "askedEnough",
    always: [
      { guard: "claimed", target: "with-person" },
      { guard: "guiding", target: "guided" },
      { target: "need" },
    ],
  },
  resting: { id: "resting", ...asks("resting") },
  finished: { id: "finished", ...enters("finished"), on: { no: { actions: "sayFarewell" } } },
  "with-person": {
    id: "with-person",
    ...enters("with-person"),
    on: {
      "tell-person": { actions: "tellPerson" },
      "send-person": { actions: "sendVoice" },
      photo: { actions: ["keepPhoto", "wantPhotoClear"], target: "asking" },
      "which-screen": { actions: "tellScreen" },
      repeat: { actions: "showAgain" },
      "take-back": { actions: "takeBack", target: "returned" },
    },
  },
  erasing: {
    id: "erasing",
    ...asks("erasing"),
    on: {
      yes: { actions: "erase", target: "greeting" },
      no: { actions: "sayNotErased", target: "returned" },
      repeat: { actions: "showAgain" },
    },
  },
};

/** A loop without a question would hang: stop it as our own mistake. */
const passingLimit = 100;

export const talkMachine = createMachine(
  {
    id: "talk",
    initial: "greeting",
    context: {},
    options: { maxIterations: passingLimit },
    on: anywhere,
    states: rooms,
  } as never,
  {
    actions: Object.fromEntries(
      Object.entries(acts).map(([name, act]) => [
        name,
        assign(({ context, event }, params) =>
          (act as (talk: Talk, event: TalkEvent, params: unknown) => Talk)(
            context as Talk,
            event as TalkEvent,
            params,
          ),
        ),
      ]),
    ),
    guards: Object.fromEntries(
      Object.entries(guards).map(([name, guard]) => [
        name,
        ({ context, event }: { context: unknown; event: unknown }) =>
          guard(context as Talk, event as TalkEvent),
      ]),
    ),
  } as never,
);

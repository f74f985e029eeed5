/** In a guide: at a step, and everything that may be asked about it. */
import { asks, enters, type Room } from "../room.ts";

export const guided: Room = {
  initial: "deciding",
  on: {
    repeat: [
      // A new edition may have put them at the end: then there is nothing to repeat.
      { guard: "atEnd", target: ".deciding" },
      { guard: "stuckHere", actions: "noteOffered", target: ".offering" },
      { actions: "countShown", target: ".step" },
    ],
    "which-press": [
      { guard: "stuckHere", actions: ["pointAtPress", "noteOffered"], target: ".offering" },
      { actions: ["countShown", "pointAtPress"], target: ".step" },
    ],
    "start-over": [
      { guard: "atFirstStep", actions: "sayFirstStep", target: ".step" },
      { target: ".starting-over" },
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
    "common-trouble": [
      { guard: "stuckHere", actions: ["countFailed", "noteOffered"], target: ".offering" },
      { guard: "isTask", actions: ["countFailed", "noteTrouble"], target: ".mending" },
      { actions: ["sayCommonTrouble", "showAgain"] },
    ],
    // Where it went, and the step's own mend for a commune that is not in the list.
    aside: [
      { guard: "onlyWaits", actions: "answerAside" },
      { guard: "stuckHere", actions: ["answerAside", "noteOffered"], target: ".offering" },
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
    "starting-over": {
      ...asks("guided.starting-over"),
      on: { anew: { actions: "beginAgain", target: "deciding" } },
    },
    cancelling: {
      ...asks("guided.cancelling"),
      on: { stop: { actions: "stop", target: "#need" } },
    },
  },
};

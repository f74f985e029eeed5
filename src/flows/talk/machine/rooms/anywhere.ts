/** What leads where, whatever state somebody stands in. */
import type { Room, Way } from "../room.ts";

/** Notes about moving mean the same wherever somebody stands; what is said when nothing came differs. */
export const moving = (refused: Way): readonly Way[] => [
  { guard: "codeFollowed", actions: "askMove" },
  { guard: "leaves", actions: "leave", target: "#forgotten" },
  { guard: "stays", actions: "stay" },
  { guard: "callsAnew", actions: ["unpack", "callAnew"], target: "#opened" },
  { guard: "unpacks", actions: "unpack", target: "#returned" },
  refused,
];

/** What any state answers to, unless it says otherwise itself. */
export const anywhere: Room["on"] = {
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
    { guard: "mayReopen", actions: "wantAgain", target: "#asking" },
    { actions: "wantPerson", target: "#asking" },
  ],
  "writes-helper": [
    { guard: "mayReopen", actions: "wantAgain", target: "#asking" },
    { target: "#returned" },
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
  place: [{ guard: "helped", actions: "tellPlace" }, { actions: ["sayPlaceUnread", "showAgain"] }],
  recall: { actions: "recallOwn" },
  helped: { actions: "noteHelped" },
  undelivered: { actions: "tellUndelivered" },
  unheard: [
    { guard: "losesHolder", actions: "callOthers", target: "#returned" },
    { actions: "callOthers" },
  ],
  // Nobody asks for a number any more.
  "known-phone": {},
  "reached-again": [
    { guard: "owesAnswer", actions: ["tellReachedAgain", "showAgain"] },
    { actions: "tellReachedAgain" },
  ],
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
  // For whoever is on the way.
  photo: { actions: ["keepPhoto", "wantPhotoClear"], target: "#asking" },
  language: { actions: ["setLanguage", "showAgain"] },
  address: [
    { guard: "saysAddress", actions: ["setAddress", "showAgain"] },
    { actions: "wantAddress", target: "#asking" },
  ],
  listen: { actions: ["noteSpeech", "showAgain"] },
  "own-tongue": { actions: ["sayOwnTongue", "showAgain"] },
  erase: { target: "#erasing" },
  elsewhere: [{ guard: "claimed", actions: "showAgain" }, { actions: "giveCode" }],
  moving: moving({ actions: ["sayNotMoved", "showAgain"] }),
  // Only the first thing in a conversation says that somebody sits beside.
  beside: {},
  moved: { actions: "noteMoved" },
  aside: [
    { guard: "onlyWaits", actions: "answerAside" },
    { actions: ["answerAside", "showAgain"] },
  ],
  "common-trouble": { actions: ["sayCommonTrouble", "showAgain"] },
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
  claim: [{ guard: "claimable", actions: "claim", target: "#returned" }, { actions: "claim" }],
  assign: [{ guard: "assignable", actions: "give", target: "#returned" }, { actions: "give" }],
  "case-note": [
    { guard: "finishesPractice", actions: "fromHelper", target: "#practised" },
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
  "which-press": { target: "#returned" },
  "start-over": { target: "#returned" },
  skip: { target: "#returned" },
  no: { target: "#returned" },
  later: { actions: "sayFarewell" },
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

/** The states of the conversation. */
import { asks, enters, type Room } from "../room.ts";
import { asking } from "./asking.ts";
import { greeting } from "./greeting.ts";
import { guided } from "./guided.ts";

export const rooms: Readonly<Record<string, Room>> = {
  greeting,
  beside: {
    id: "beside",
    ...asks("beside"),
    on: {
      yes: { actions: ["agreed", "greet"], target: "need" },
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
      { guard: "whoForCase", target: "asking" },
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
      { guard: "photosUnanswered", actions: "wantPhotoClear", target: "asking" },
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

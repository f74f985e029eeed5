/** Before anything was said. */
import type { Room } from "../room.ts";
import { moving } from "./anywhere.ts";

export const greeting: Room = {
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
    "common-trouble": { target: "need" },
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
    "reached-again": [{ guard: "helpsOnly", actions: "tellReachedAgain" }, {}],
    place: { actions: "sayPlaceUnread", target: "need" },
    claim: { actions: "claim" },
    assign: { actions: "give" },
    "case-note": { actions: "fromHelper" },
    "staff-said": { actions: "staffSaid" },
    "helper-note": { actions: "helperNote" },
    helping: { actions: "help" },
  },
};

/** Something is asked on the way, and the conversation then goes on where it was. */
import { asks, type Room, type Way } from "../room.ts";

const keepLater: Way = {
  guard: "saysNeitherToKeep",
  actions: ["putOffKeep", "sayKeepPutOff"],
  target: "returned",
};

export const asking: Room = {
  id: "asking",
  ...asks("asking"),
  on: {
    wanted: [
      { guard: "moreWanted", actions: "askMoreAddresses" },
      { guard: "wantsOtherPhone", actions: "askOtherPhone" },
      { guard: "fromElsewhere", actions: ["forgetVillage", "showAgain"] },
      { guard: "wantedWho", actions: "openCase", target: "opened" },
      { guard: "wantedAgain", actions: "openAgain", target: "opened" },
      { guard: "wantedSomebodyElse", actions: "wantSomebodyElse", target: "settling" },
      { guard: "photosHaveCard", actions: "dropPhotos", target: "returned" },
      { guard: "aboutPhotosLeft", actions: "leavePhotos", target: "returned" },
      { guard: "aboutPhotos", actions: "sendPhotos", target: "returned" },
      { actions: "keepWanted", target: "settling" },
    ],
    "known-phone": [{ guard: "offersPhone", actions: "offerPhone" }, {}],
    photo: [{ guard: "sameAlbum", actions: "keepPhoto" }, { actions: ["keepPhoto", "showAgain"] }],
    // Words that say neither are not taken for a no: they are asked once more, at a later step.
    done: [keepLater, { actions: "showAgain" }],
    "not-done": [keepLater, { actions: "showAgain" }],
    // "Đồng ý cái gì?" is answered before anything else is asked.
    explain: [{ actions: ["explainKeep", "showAgain"] }],
    stuck: [keepLater, { target: "returned" }],
    trouble: [keepLater, { target: "returned" }],
    "common-trouble": [keepLater, { actions: ["sayCommonTrouble", "showAgain"] }],
    value: [keepLater, { target: "returned" }],
    choice: [keepLater, { actions: "sayOldPress", target: "returned" }],
    unread: [keepLater, { actions: ["fumble", "showAgain"] }],
    yes: { actions: ["sayChooseOne", "showAgain"] },
    repeat: { actions: "showAgain" },
    no: { actions: "decline", target: "settling" },
    skip: { actions: "decline", target: "settling" },
    // Resting now is no answer to what was asked.
    later: [{ guard: "guiding", target: "resting" }, { target: "returned" }],
  },
};

/** Guards on going on in another place. */
import { callsAnew, isFollowed, mayLeave } from "../../acts/moving.ts";
import type { TalkEvent } from "../../event.ts";
import type { Talk } from "../../talk.ts";

export const guardsOfMoving = {
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
} as const;

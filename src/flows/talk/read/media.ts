/** A picture, a recording, a document, a place on the map, and an edit of what was sent. */

import { isHeld } from "../../cases/held.ts";
import type { InboundOf } from "../../inbound.ts";
import { mannerOf } from "../../steps/manner-of.ts";
import { heldOf } from "../acts/helping/side.ts";
import type { TalkEvent } from "../event.ts";
import { standing, type Talk } from "../talk.ts";
import { helpingWith } from "./addressee.ts";

export function readMedia(talk: Talk, inbound: InboundOf<"photo" | "voice" | "file">): TalkEvent {
  const { kind: form, media } = inbound;
  const { caption = "" } = inbound;
  const album = inbound.kind === "voice" ? undefined : inbound.album;
  const again = album !== undefined && album === talk.saved.album;
  const file = inbound.kind === "file" ? inbound.file : undefined;
  const { message, quote, answers } = inbound;
  const act = helpingWith(talk, inbound, {
    is: "media",
    media,
    form,
    file,
    caption,
    album,
    message,
    quote,
    answers,
  });
  if (act !== undefined) return { type: "helping", act };
  if (form === "voice" && talk.saved.helping?.reading?.at !== undefined)
    return { type: "helping", act: { act: "read-aloud", reading: { do: "heard", media } } };
  const photo = { type: "photo", media, file, caption, again, quote, answers } as const;
  const asked = talk.saved.state === "asking" && talk.saved.asking?.what === "photo";
  if (talk.saved.state === "with-person" || (asked && isHeld(talk.saved.case)))
    return form === "voice" ? { type: "send-person", media, caption, quote, answers } : photo;
  if (form === "voice") return { type: "voice", media };
  if (asked) return photo;
  if (form === "photo" && talk.saved.guiding) {
    const { step } = standing(talk);
    if (mannerOf(step).takesPhoto(step)) return { type: "value", value: "photo", media };
  }
  if (mayLeave(talk)) return photo;
  if (again) return { type: "same-album" };
  return { type: "unread", why: form === "photo" ? "photo" : "document" };
}

/** Somebody is being called, and nothing else is being asked. */
const mayLeave = ({ saved }: Talk): boolean =>
  saved.case?.state.is === "waiting" && saved.state !== "asking" && saved.state !== "erasing";

/** An edit follows the message it changes, to whomever that went; while it waits to be sent it waits changed. */
export function readEdited(talk: Talk, { text, masked, message }: InboundOf<"edited">): TalkEvent {
  const { helping } = talk.saved;
  const sent = helping?.sent?.findLast((s) => s.message === message);
  if (sent !== undefined)
    return heldOf(talk).some((c) => c.id === sent.case)
      ? { type: "helping", act: { act: "edit", case: sent.case, text, masked } }
      : { type: "helping", act: { act: "not-held", case: sent.case } };
  if (helping?.unsent?.some((one) => "message" in one && one.message === message) === true)
    return { type: "helping", act: { act: "edit-unsent", message, text, masked } };
  return helping !== undefined && !talk.saved.guiding
    ? { type: "helping", act: { act: "nothing" } }
    : { type: "edited", text };
}

export function readLocation(talk: Talk, inbound: InboundOf<"location">): TalkEvent {
  const { latitude, longitude } = inbound;
  const act = helpingWith(talk, inbound, { is: "place", latitude, longitude });
  return act === undefined ? { type: "place", latitude, longitude } : { type: "helping", act };
}

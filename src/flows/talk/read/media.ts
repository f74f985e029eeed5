/** A picture, a recording, a document, a place on the map, and an edit of what was sent. */

import type { InboundOf } from "../../inbound.ts";
import { mannerOf } from "../../steps/manner-of.ts";
import { heldOf } from "../acts/helping/side.ts";
import type { TalkEvent } from "../event.ts";
import { standing, type Talk } from "../talk.ts";
import { helpingWith } from "./addressee.ts";

export function readMedia(talk: Talk, inbound: InboundOf<"photo" | "voice" | "file">): TalkEvent {
  const { kind: form, media } = inbound;
  const { caption, album } = inbound.kind === "voice" ? { caption: "", album: undefined } : inbound;
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
  if (
    talk.saved.state === "with-person" ||
    (talk.saved.state === "asking" && talk.saved.asking?.what === "photo")
  )
    return form === "voice"
      ? { type: "send-person", media, quote, answers }
      : { type: "photo", media, file, caption, again, quote, answers };
  if (form === "voice") return { type: "voice", media };
  if (form === "photo" && talk.saved.guiding) {
    const { step } = standing(talk);
    if (mannerOf(step).takesPhoto(step)) return { type: "value", value: "photo", media };
  }
  if (again) return { type: "same-album" };
  return { type: "unread", why: form === "photo" ? "photo" : "document" };
}

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

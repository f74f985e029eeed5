/** What a propagandist wrote while it was doubtful whom for: kept until they say, or drop it. */
import type { CaseId } from "../../../vocabulary.ts";
import type { Unsent } from "../../saved.ts";
import { phrase, type Talk } from "../../talk.ts";
import { sendNow } from "./send.ts";
import { heldOf, helpingOf, holding, nameOfCase, page, tell, turnTo, withHelping } from "./side.ts";

/** More than this was no message any more. */
const mostUnsent = 10;

/** Keeps it and asks whom it is for; the further pictures of an album are kept in silence. */
export function askWhom(talk: Talk, what: Unsent): Talk {
  const unsent = helpingOf(talk).unsent ?? [];
  const before = unsent.at(-1);
  const kept = withHelping(talk, { unsent: [...unsent, what].slice(-mostUnsent) });
  const sameAlbum =
    what.is === "media" &&
    what.album !== undefined &&
    before?.is === "media" &&
    before.album === what.album;
  return sameAlbum ? kept : offerWhom(kept, 0);
}

export function offerWhom(talk: Talk, at: number): Talk {
  const unsent = helpingOf(talk).unsent ?? [];
  if (unsent.length === 0) return tell(talk, phrase(talk, "nothing-unsent"), [], { chosen: true });
  const choices = page(
    talk,
    heldOf(talk).map((c) => ({ id: `to:${c.id}`, says: c.name })),
    at,
    (next) => `whom:${next}`,
    [{ id: "drop", says: phrase(talk, "do-not-send") }],
  );
  const newest = unsent.at(-1);
  const text =
    newest?.is === "words"
      ? phrase(talk, "which-case", { text: short(newest.text) })
      : newest?.is === "remark"
        ? phrase(talk, "which-case-remark", { text: short(newest.text) })
        : phrase(talk, "which-case-media");
  return tell(talk, text, choices, { chosen: true });
}

const short = (text: string): string => (text.length <= 80 ? text : `${text.slice(0, 79)}…`);

/** All that waits goes to this case, in its order, and so do plain words from now on. */
export function sendTo(talk: Talk, id: CaseId): Talk {
  const { unsent = [] } = helpingOf(talk);
  // Nothing of it is for the resident, so whom plain words are for is as it was.
  if (unsent.length > 0 && unsent.every((what) => what.is === "remark"))
    return unsent.reduce(
      (soFar, what) => sendNow(soFar, id, what),
      withHelping(talk, { unsent: undefined }),
    );
  const chosen = turnTo(
    withHelping(talk, { unsent: undefined, completing: undefined }),
    id,
    "chosen",
  );
  const sent = unsent.reduce((soFar, what) => sendNow(soFar, id, what), chosen);
  return tell(
    sent,
    phrase(sent, unsent.length === 0 ? "answers-go-to" : "sent-to", {
      name: nameOfCase(sent, id),
    }),
    holding(sent, id),
    { about: id, talking: true },
  );
}

/** What waits goes out as it reads last, and the question about it is asked with these words. */
export function editUnsent(
  talk: Talk,
  {
    message,
    text,
    masked,
  }: { readonly message: string; readonly text: string; readonly masked: readonly string[] },
): Talk {
  const unsent = (helpingOf(talk).unsent ?? []).map((one): Unsent => {
    if (one.is === "words" && one.message === message) return { ...one, text, masked: [...masked] };
    return one.is === "media" && one.message === message ? { ...one, caption: text } : one;
  });
  return offerWhom(withHelping(talk, { unsent }), 0);
}

export function drop(talk: Talk): Talk {
  return tell(withHelping(talk, { unsent: undefined }), phrase(talk, "not-sent"), [], {
    chosen: true,
  });
}

/** Things asked beside a guide because something needs them: address, village, consent, whom to call. */

import { leaveMessage } from "../../cases/calling.ts";
import { addressIn } from "../../understanding/address.ts";
import { readPhone } from "../../understanding/answers.ts";
import { fold } from "../../understanding/fold.ts";
import { villageKey } from "../../understanding/places.ts";
import type { Language } from "../../vocabulary.ts";
import { type Address, addresses, addressWord } from "../../words/address.ts";
import type { Choice } from "../effect.ts";
import type { Afterwards, Wanted } from "../saved.ts";
import {
  activeJourney,
  ask,
  effect,
  flowOf,
  label,
  phrase,
  sayPhrase,
  type Talk,
  withSaved,
} from "../talk.ts";
import { keepPhone } from "./case/kept.ts";
import { readsFromNow } from "./helping/side.ts";
import { whatWaits } from "./waiting-photos.ts";

export function want(talk: Talk, what: Wanted, afterwards: Afterwards): Talk {
  return withSaved(talk, { asking: { what, afterwards } });
}

const firstAddresses: readonly Address[] = ["cu", "ong", "ba", "bac"];
const moreAddresses: readonly Address[] = ["co", "chu", "anh", "chi", "em"];

const capital = (word: string) => word.charAt(0).toLocaleUpperCase("vi") + word.slice(1);
const addressChoice = (id: Address): Choice => ({ id: `w:${id}`, says: capital(addressWord(id)) });

export function askWanted(talk: Talk): Talk {
  const asking = talk.saved.asking;
  if (asking === undefined) throw new Error("nothing is being asked");
  switch (asking.what) {
    case "address":
      return ask(talk, phrase(talk, "ask-address"), [
        ...firstAddresses.map(addressChoice),
        { id: "w:more", says: phrase(talk, "more") },
      ]);
    case "village":
      return ask(talk, askedVillage(talk), [
        ...likelyFirst(talk, villages(talk))
          .slice(0, 4)
          .map((v) => ({ id: `w:${v.id}`, says: v.says })),
        label(talk, "skip-village", "skip"),
      ]);
    case "keep":
      return ask(talk, phrase(talk, "ask-keep"), [
        label(talk, "keep-yes", "w:yes"),
        label(talk, "keep-no", "w:no"),
      ]);
    case "remind":
      return ask(talk, phrase(talk, "ask-remind"), [
        label(talk, "remind-yes", "w:yes"),
        label(talk, "remind-no", "w:no"),
      ]);
    case "who":
      return ask(talk, phrase(talk, discreet(talk) ? "ask-who-discreet" : "ask-who"), [
        label(talk, "who-anyone", "w:anyone"),
        discreet(talk)
          ? label(talk, "who-own-village", "w:own-village")
          : label(talk, "who-other-village", "w:other-village"),
        label(talk, "who-woman", "w:woman"),
        label(talk, "who-office", "w:office"),
        label(talk, "who-nobody", "skip"),
      ]);
    case "again":
      return ask(talk, phrase(talk, "ask-again", { name: talk.saved.recent?.by.name ?? "" }), [
        {
          id: "w:again",
          says: phrase(talk, "again-yes", { name: talk.saved.recent?.by.name ?? "" }),
        },
        label(talk, "again-other", "w:other"),
        label(talk, "who-nobody", "skip"),
      ]);
    case "phone":
      return askPhone(talk, asking.known);
    case "message":
      return ask(talk, phrase(talk, "ask-message"), [label(talk, "no-message", "skip")], {
        byWords: true,
      });
    case "photo":
      return ask(talk, phrase(talk, "ask-photo-clear", { what: whatWaits(talk) }), [
        label(talk, "photo-clear", "w:yes"),
        label(talk, "photo-has-card", "w:no"),
      ]);
  }
}

/** `known`: the number their platform has, or empty where that one is not to be called. */
function askPhone(talk: Talk, known: string | undefined): Talk {
  const never = label(talk, "no-phone", "skip");
  if (known === undefined || known === "")
    return ask(talk, phrase(talk, "ask-phone"), [never], {
      byWords: true,
      ...(known === undefined ? { wantsPhone: true } : {}),
    });
  return ask(
    talk,
    phrase(talk, "ask-known-phone", { ending: known.slice(-3) }),
    [
      label(talk, "call-known-phone", `w:${knownPhone}`),
      label(talk, "call-other-phone", `w:${otherPhone}`),
      never,
    ],
    { byWords: true },
  );
}

/** Asks for the number once more: the one their platform knows is offered, or, empty, left out from now on. */
export function askKnowing(talk: Talk, known: string): Talk {
  const { asking } = talk.saved;
  return asking === undefined ? talk : askWanted(withSaved(talk, { asking: { ...asking, known } }));
}

function askedVillage(talk: Talk): string {
  const { village } = talk.saved;
  return village?.by === undefined
    ? phrase(talk, "ask-village")
    : phrase(talk, "ask-village-linked", { village: village.says });
}

/** Stands for the village their link spoke of, where that is only known by its name. */
const linked = "linked";

interface OfferedVillage {
  readonly id: string;
  readonly says: string;
}

/** The village their link spoke of stands first. */
function likelyFirst(talk: Talk, all: readonly OfferedVillage[]): readonly OfferedVillage[] {
  const { village } = talk.saved;
  if (village?.by === "link" && village.id === undefined)
    return [{ id: linked, says: village.says }, ...all];
  return all.toSorted((a, b) => Number(b.id === village?.id) - Number(a.id === village?.id));
}

/** A private guide calls nobody of the own village unasked, so that is what may be asked for. */
function discreet(talk: Talk): boolean {
  const journey = activeJourney(talk);
  return journey !== undefined && flowOf(talk, journey).private;
}

function villages(talk: Talk) {
  const { library } = talk.world;
  return library.places.communes.find((c) => c.id === library.desk.commune)?.villages ?? [];
}

const longestVillage = 60;
const longestMessage = 1000;

/** Reads words as the answer to what is being asked; nothing when they are something else. */
export function readWanted(talk: Talk, text: string): string | undefined {
  const folded = fold(text);
  switch (talk.saved.asking?.what) {
    case "address":
      return addresses.find((id) => fold(addressWord(id)) === folded) ?? addressIn(text)?.says;
    case "village": {
      const { village } = talk.saved;
      if (village?.by === "link" && agrees.has(folded)) return village.id ?? linked;
      if (disagrees.has(folded)) return village?.by === "link" ? elsewhere : undefined;
      const known = villages(talk).find(
        (v) => folded.includes(fold(v.says)) || villageKey(text) === villageKey(v.says),
      );
      if (known !== undefined) return known.id;
      // With a capital, as names are written; no id of a village has one, and so erasure can tell them apart.
      return text.trim().length >= 2 && text.length <= longestVillage
        ? capital(text.trim())
        : undefined;
    }
    case "phone": {
      const { known = "" } = talk.saved.asking;
      if (known === "") return readPhone(text);
      if (agrees.has(folded)) return knownPhone;
      return readPhone(text) ?? (disagrees.has(folded) ? otherPhone : undefined);
    }
    case "message":
      return text.trim() === "" ? undefined : text.trim().slice(0, longestMessage);
    case "who":
      return whoNamed(folded);
    case "again":
      return againNamed(talk, folded);
    case "photo":
      return photoAnswered(folded);
    case "keep":
    case "remind":
    case undefined:
      return undefined;
  }
}

/** "Is there a card in it?": "không" lets it pass, "có" keeps it back, and "vâng" could be either. */
function photoAnswered(folded: string): string | undefined {
  if (noCard.has(folded)) return "yes";
  return aCard.has(folded) ? "no" : undefined;
}

const noCard: ReadonlySet<string> = new Set([
  ...["khong", "khong a", "khong co", "khong co a", "khong co dau", "da khong", "ko", "ko co"],
  ...["k", "k co", "hok", "no"],
]);
const aCard: ReadonlySet<string> = new Set(["co", "da co", "co a", "co day", "yes"]);

/** To "Nà Khau, phải không?"; everywhere else these would be a village's name. */
const agrees: ReadonlySet<string> = new Set(
  "phai; phai roi; phai a; da phai; dung; dung roi; dung a; da dung; vang; vang a; da; u; uh; um; ok; co; yes; right; that is right".split(
    "; ",
  ),
);

/** The number their platform knows: said by its ending alone, since more than one reads the thread. */
const knownPhone = "known-phone";
/** Not that one. */
export const otherPhone = "other-phone";

/** The same question answered with a no: the link was somebody else's. */
export const elsewhere = "elsewhere";
const disagrees: ReadonlySet<string> = new Set(
  "khong; khong a; khong phai; khong phai a; da khong; da khong phai; khong phai dau; ko; ko phai; k phai; sai; sai roi; nham; nham roi; no; not; not there".split(
    "; ",
  ),
);

/** Whom somebody would like to meet, in a few words of their own. */
function whoNamed(folded: string): string | undefined {
  if (folded.split(" ").length > 8) return undefined;
  if (/\b(thon khac|other village|another village)\b/.test(folded)) return "other-village";
  if (/\b(trong thon|thon minh|thon toi|own village|my village)\b/.test(folded))
    return "own-village";
  if (/\b(phu nu|chi em|nguoi nu|nu|woman|female)\b/.test(folded)) return "woman";
  if (/\b(can bo|uy ban|office)\b/.test(folded)) return "office";
  if (/\b(ai cung|anyone|anybody)\b/.test(folded)) return "anyone";
  return undefined;
}

/** The same person by name, or anybody else. */
function againNamed(talk: Talk, folded: string): string | undefined {
  const name = fold(talk.saved.recent?.by.name.replace(/\(.*\)/, "") ?? "").split(" ");
  if (/\b(nguoi khac|ai khac|someone else|somebody else)\b/.test(folded)) return "other";
  const called = name.at(-1) ?? "";
  return called !== "" && folded.split(" ").includes(called) ? "again" : undefined;
}

/** Keeps the answer. Unknown values ask again, so the caller checks with `isAnswer` first. */
export function keepWanted(talk: Talk, value: string): Talk {
  const asking = talk.saved.asking;
  if (asking === undefined) return talk;
  switch (asking.what) {
    case "address": {
      const address = addresses.find((id) => id === value);
      return address === undefined ? talk : withSaved(talk, { address });
    }
    case "village": {
      if (value === linked && talk.saved.village !== undefined)
        return withSaved(talk, { village: { says: talk.saved.village.says } });
      const known = villages(talk).find((v) => v.id === value);
      return withSaved(talk, {
        village: known === undefined ? { says: value } : { id: known.id, says: known.says },
      });
    }
    case "keep":
    case "remind": {
      const given = value === "yes";
      const forgotten = asking.what === "keep" && !given ? { lastHelper: undefined } : {};
      const kept = effect(withSaved(talk, { [asking.what]: given ? "yes" : "no", ...forgotten }), {
        do: "consent",
        purpose: asking.what,
        given,
      });
      return sayPhrase(kept, given ? `${asking.what}-given` : `${asking.what}-declined`);
    }
    case "phone":
      return keepPhone(talk, value === knownPhone ? (asking.known ?? "") : value);
    case "message":
      return leaveMessage(talk, value);
    case "who":
    case "again":
    case "photo":
      return talk;
  }
}

/** The second page of forms of address. */
export function askMoreAddresses(talk: Talk): Talk {
  return ask(talk, phrase(talk, "ask-address"), moreAddresses.map(addressChoice));
}

export function setLanguage(talk: Talk, language: Language | undefined): Talk {
  return sayPhrase(readsFromNow(talk, language), "language-set");
}

/** Acts of what is asked on the way (which village, who, a telephone number, may we remember), and of what was said to it. */
import type { Text } from "../../../authoring/flow-schema.ts";
import { openAgain, openCase } from "../../../cases/calling.ts";
import { keepWords, mayReopen } from "../../../cases/reopen.ts";
import { troublesOf } from "../../../steps/troubles.ts";
import { isPractising } from "../../acts/practice.ts";
import { noteFollowed } from "../../acts/stuck.ts";
import { askKnowing, askMoreAddresses, keepWanted, want } from "../../acts/wanted.ts";
import type { TalkEvent } from "../../event.ts";
import { wants } from "../../saved.ts";
import {
  activeJourney,
  inBoth,
  phrase,
  sayPhrase,
  standing,
  type Talk,
  textOf,
  withSaved,
} from "../../talk.ts";
import { on } from "../on.ts";

/** Asked once more, before a later task. */
function putOffKeep(talk: Talk): Talk {
  const times = (talk.saved.keepPutOff?.times ?? 0) + 1;
  return withSaved(talk, { keepPutOff: { times, step: activeJourney(talk)?.step ?? "" } });
}

export const actsOfWanted = {
  wantPerson: (talk: Talk, event: TalkEvent) => {
    const reason = reasonFor(talk, event);
    const sure = talk.saved.village !== undefined && talk.saved.village.by === undefined;
    const put = talk.saved.asking?.what === "keep" ? putOffKeep(talk) : talk;
    const warned = isPractising(talk) ? sayPhrase(put, "practice-real-person") : put;
    return want(warned, sure ? "who" : "village", {
      go: "open-case",
      reason,
      ...(event.type === "call-me" ? { call: true as const } : {}),
    });
  },
  wantAgain: (talk: Talk, event: TalkEvent) =>
    want(event.type === "writes-helper" ? keepWords(talk, event.text) : talk, "again", {
      go: "open-case",
      reason: reasonFor(talk, event),
    }),
  openAgain: (talk: Talk) => openAgain(noteFollowed(talk, "accepted")),
  wantWho: (talk: Talk) =>
    talk.saved.asking === undefined ? talk : want(talk, "who", talk.saved.asking.afterwards),
  wantSomebodyElse: (talk: Talk) => {
    const afterwards = talk.saved.asking?.afterwards;
    if (afterwards?.go !== "open-case") return talk;
    return want(talk, "who", { ...afterwards, avoid: talk.saved.recent?.by.id });
  },
  wantPhone: (talk: Talk) => want(talk, "phone", { go: "return" }),
  wantMessage: (talk: Talk) => want(talk, "message", { go: "return" }),
  wantAddress: (talk: Talk) => want(talk, "address", { go: "return" }),
  wantKeep: (talk: Talk, event: TalkEvent) =>
    want(talk, "keep", event.type === "later" ? { go: "rest" } : { go: "show-step" }),
  wantRemind: (talk: Talk, event: TalkEvent) =>
    want(talk, "remind", event.type === "later" ? { go: "rest" } : { go: "show-step" }),
  wantPhotoClear: (talk: Talk) =>
    talk.saved.asking?.what === "photo" ? talk : want(talk, "photo", { go: "return" }),
  keepWanted: on("wanted", (talk, { value }) => keepWanted(talk, value)),
  putOffKeep,
  sayKeepPutOff: (talk: Talk) => sayPhrase(talk, "keep-put-off"),
  explainKeep: (talk: Talk) =>
    talk.saved.asking?.what === "keep" ? sayPhrase(talk, "keep-explained") : talk,
  sayChooseOne: (talk: Talk) => sayPhrase(talk, "unread-choose-one"),
  decline: (talk: Talk) => {
    const what = talk.saved.asking?.what;
    return what === "keep" || what === "remind" ? keepWanted(talk, "no") : talk;
  },
  askedEnough: (talk: Talk) => withSaved(talk, { asking: undefined }),
  askMoreAddresses,
  offerPhone: on("known-phone", (talk, { phone }) => askKnowing(talk, phone)),
  askOtherPhone: (talk: Talk) => askKnowing(talk, ""),
  forgetVillage: (talk: Talk) => withSaved(talk, { village: undefined }),
  openCase: (talk: Talk, event: TalkEvent) => {
    const afterwards = talk.saved.asking?.afterwards;
    const wanted =
      event.type === "wanted" ? wants.find((known) => known === event.value) : undefined;
    if (afterwards?.go !== "open-case") return talk;
    const opened = openCase(
      noteFollowed(withSaved(talk, { asking: undefined }), "accepted"),
      afterwards.reason,
      wanted ?? "anyone",
      afterwards.avoid === undefined ? {} : { avoid: afterwards.avoid },
    );
    return afterwards.call === true ? want(opened, "phone", { go: "return" }) : opened;
  },
} as const;

/** Why a person is asked, in a propagandist's words; that it is only practice stands with it. */
const reasonFor = (talk: Talk, event: TalkEvent): Text =>
  inBoth(talk, (desk) => {
    const reason = bareReason(talk, desk, event);
    return isPractising(talk) ? phrase(desk, "reason-practice", { reason }) : reason;
  });

function bareReason(talk: Talk, desk: Talk, event: TalkEvent): string {
  if (event.type === "trouble" && activeJourney(talk) !== undefined) {
    const { step } = standing(talk);
    const trouble = troublesOf(step)[event.trouble];
    if (trouble !== undefined)
      return phrase(desk, "reason-trouble", { trouble: textOf(desk, trouble.says) });
  }
  if (event.type === "human" && mayReopen(talk)) return phrase(desk, "reason-again");
  if (event.type === "writes-helper") return phrase(desk, "reason-again");
  if (event.type === "call-me") return phrase(desk, "reason-call-me");
  if (event.type === "send-voice") return phrase(desk, "reason-voice");
  if (talk.saved.state === "unguided") {
    const title = talk.world.library.unguided.get(talk.saved.offers[0] ?? "");
    if (title !== undefined) return phrase(desk, "reason-unguided", { guide: textOf(desk, title) });
  }
  return phrase(desk, talk.saved.state === "guided.offering" ? "reason-stuck" : "reason-asked");
}

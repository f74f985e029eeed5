/** A case as the desk shows it: its card for the lists, and its thread, in the eyes of one propagandist. */
import type { CardWords, MediaId, Remark } from "../../flows/index.ts";
import {
  closedShown,
  isBeside,
  isInvited,
  newestOfResident,
  threadOf,
  unreadFor,
} from "../desk/cases.ts";
import { meetingDue } from "../desk/meetings.ts";
import { namesakes } from "../desk/namesakes.ts";
import type { CaseLine } from "../store/cases.ts";
import type { Line } from "../store/lines.ts";
import type { PropagandistRow } from "../store/people.ts";
import type { DeskRoutesOptions } from "./desk-door.ts";
import { asksOf, entriesOf } from "./entries.ts";
import type { DeskCard, DeskCase, DeskEntry, DeskQuestion } from "./wire/cases.ts";

/** Any telephone number as people write it, with or without spaces. */
const telephone = /(?<!\d)(?:\+?84|0)(?:[ .-]?\d){8,10}(?!\d)/g;

/** In the language of whoever reads it. */
const wordsFor = (who: PropagandistRow, { card }: CaseLine): CardWords =>
  who.language === "en" ? (card.en ?? card) : card;

export type DeskCaseView = ReturnType<typeof deskCaseView>;

/** Cards and cases, as this propagandist may see them. */
export function deskCaseView(
  options: Pick<DeskRoutesOptions, "store" | "pictures" | "clock" | "chats">,
) {
  const { store, clock, chats } = options;

  const nameOf = (id: string): string =>
    store.propagandist(id as PropagandistRow["id"])?.name ??
    (id === "zalo-staff" ? "Cán bộ xã (trong Zalo)" : "");

  const numbersIn = (commune: string) => namesakes(store.cases(commune, clock.now() - closedShown));

  /** How this propagandist sees cards, those of one look told apart from each other. */
  function cardsFor(who: PropagandistRow): (of: CaseLine) => DeskCard {
    const numbers = numbersIn(who.commune);
    return (of) => cardOf(who, of, numbers.get(of.id));
  }

  const cardOf = (who: PropagandistRow, of: CaseLine, number: number | undefined): DeskCard => {
    const words = wordsFor(who, of);
    return {
      id: of.id,
      state: of.state,
      address: of.card.address,
      village: of.card.village,
      number,
      subject: words.subject,
      flow: words.flow,
      step: words.step === undefined ? undefined : { says: words.step.says, sign: words.step.sign },
      reason: words.reason,
      why: whyFor(who, of),
      reopened:
        of.card.reopened === undefined
          ? undefined
          : {
              by: of.card.reopened.by,
              at: of.card.reopened.at,
              outcome: of.card.reopened.outcome,
            },
      waitingSince: of.waitingSince,
      claimedBy:
        of.claimedBy === undefined ? undefined : { id: of.claimedBy, name: nameOf(of.claimedBy) },
      wants: words.wants,
      unread: of.claimedBy === who.id || of.state === "waiting" ? unreadFor(store, who.id, of) : 0,
      newest:
        of.claimedBy === who.id || isBeside(who, of) ? newestOfResident(store, of) : undefined,
      invited: isInvited(who, of) || undefined,
      beside: isBeside(who, of) || undefined,
      channel: of.channel,
      present: of.channel === "web" ? chats.isOpen(of.conversation) : undefined,
      reachableUntil: of.state === "closed" ? undefined : of.card.reachableUntil,
      meeting:
        of.card.meeting === undefined
          ? undefined
          : { ...of.card.meeting, due: meetingDue(of.card.meeting.at, clock.now()) },
    } as DeskCard;
  };

  /** By the rung they were called on last; nothing for whoever only sees it. */
  function whyFor(who: PropagandistRow, of: CaseLine): string | undefined {
    const rung = store.callsFor(of.id).findLast((call) => call.who === who.id)?.rung;
    return Object.entries(of.card.whys ?? {}).find(([name]) => name === rung)?.[1][who.language];
  }

  const mostReopenings = 5;

  /** Of this case and of those it goes on from, the oldest first. */
  function remarksOf(of: CaseLine, left = mostReopenings): readonly Remark[] {
    const earlier = of.card.reopened === undefined ? undefined : store.case(of.card.reopened.case);
    return earlier === undefined || left === 0
      ? store.remarks(of.id)
      : [...remarksOf(earlier, left - 1), ...store.remarks(of.id)];
  }

  function caseOf(who: PropagandistRow, of: CaseLine): DeskCase {
    const thread = threadOf(store, of.conversation);
    const mine = of.claimedBy === who.id;
    const mayCall = (mine || isBeside(who, of)) && of.state !== "closed";
    const delivery = new Map(
      thread.map((l) => [l.seq, l.what.is === "reply" ? l.what.state : undefined]),
    );
    const said: DeskEntry[] = entriesOf(thread, {
      earlier: (turn) => store.repliesOfTurn(of.conversation, turn),
      pictureOf: (screen) => options.pictures?.addressOf(screen, who.language),
      isKept: (id) => store.isShared(id) !== undefined,
      language: who.language,
    }).map((entry) => {
      const { choices: _choices, ...rest } = entry;
      const state = delivery.get(entry.seq);
      return {
        ...withDeskMedia(mayCall ? rest : withoutTelephones(rest)),
        ...(state === undefined ? {} : { delivery: state === "parked" ? "failed" : state }),
      };
    });
    const remarks = remarksOf(of);
    const notes: DeskEntry[] = remarks.map(({ key, at, by, text, as }, index) => ({
      seq: (thread.findLast((l) => l.at <= at)?.seq ?? 0) + (index + 1) / 1000,
      at,
      from: { who: "propagandist", name: by.name, role: by.role },
      text,
      internal: true,
      remark: as,
      ...(as === "question"
        ? { question: { key, answered: remarks.some((other) => other.of === key) } }
        : {}),
    }));
    const words = wordsFor(who, of);
    const screen = of.card.step?.screen;
    const picture =
      screen === undefined ? undefined : options.pictures?.addressOf(screen, who.language);
    return {
      card: cardsFor(who)(of),
      ...(picture === undefined ? {} : { picture }),
      ...(mayCall ? { earlier: earlierOf(who, of), sent: sentIn(of, thread) } : {}),
      ...(of.card.passed === undefined ? {} : { passed: of.card.passed }),
      together: (of.card.beside ?? []).map(nameOf),
      ...(mine && of.phone !== undefined ? { phone: of.phone } : {}),
      tried: words.tried,
      missing: words.missing ?? [],
      thread: [...said, ...notes].toSorted((a, b) => a.seq - b.seq || a.at - b.at),
      steps: words.steps.map(({ where, onlyToSend, ...step }) => ({
        ...step,
        ...(where === undefined ? {} : { where }),
        ...(onlyToSend === undefined ? {} : { onlyToSend }),
      })),
      canWrite: mayCall,
    };
  }

  /** Earlier cases of the same person, newest first; for whoever helps them now. */
  const earlierOf = (who: PropagandistRow, of: CaseLine): NonNullable<DeskCase["earlier"]> =>
    store
      .casesOf(of.conversation)
      .filter((c) => c.id !== of.id && c.closedAt !== undefined)
      .map((c) => ({
        at: c.closedAt ?? c.openedAt,
        outcome: c.outcome ?? "",
        flow: wordsFor(who, c).flow,
      }))
      .slice(0, 5);

  /** Steps shown since the case was opened, by their own words. */
  const sentIn = (of: CaseLine, thread: readonly Line[]): readonly string[] => [
    ...new Set(
      thread.flatMap((l) =>
        l.at >= of.openedAt && l.what.is === "reply" && l.what.reply.step
          ? [asksOf(l.what.reply.text)]
          : [],
      ),
    ),
  ];

  /** The number a resident wrote to be called at is for the claimer, in the thread as on the card. */
  const withoutTelephones = (entry: DeskEntry): DeskEntry => {
    const { quote } = entry;
    const covered = quote === undefined ? {} : { quote: quote.replaceAll(telephone, "•••") };
    return entry.from.who === "resident"
      ? { ...entry, ...covered, text: entry.text.replaceAll(telephone, "•••") }
      : { ...entry, ...covered };
  };

  /**
   * Pictures, recordings and documents a resident has not agreed to pass on are no part of the thread, nor is what
   * they are called; of what is kept no longer nobody can tell any more whether it was passed on.
   */
  const withDeskMedia = (entry: DeskEntry): DeskEntry => {
    const { picture, voice, file, recorded: _recorded, ...rest } = entry;
    const withheld = withheldOf(entry);
    if (withheld !== undefined) return { ...rest, withheld };
    const atDesk = (url: string): string => url.replace("/api/media/", "/desk/api/media/");
    return {
      ...rest,
      ...(picture === undefined ? {} : { picture: { ...picture, url: atDesk(picture.url) } }),
      ...(voice === undefined ? {} : { voice: { url: atDesk(voice.url) } }),
      ...(file?.url === undefined ? {} : { file: { ...file, url: atDesk(file.url) } }),
    };
  };

  function withheldOf({ picture, voice, file }: DeskEntry): DeskEntry["withheld"] {
    const url = picture?.url ?? voice?.url ?? file?.url;
    if (url === undefined) return file === undefined ? undefined : "gone";
    // Screens we drew ourselves are everybody's.
    if (!url.startsWith("/api/media/")) return undefined;
    const id = url.slice("/api/media/".length) as MediaId;
    const shared = store.isShared(id);
    if (shared !== undefined) return shared ? undefined : "kept-back";
    // What was read aloud for residents may be heard by everybody who helps them.
    return store.recording(id) === undefined ? "gone" : undefined;
  }

  /** Asked of the coordinators of this commune and not answered. */
  function questions(who: PropagandistRow): readonly DeskQuestion[] {
    const numbers = numbersIn(who.commune);
    return store.openQuestions(who.commune).map(({ case: id, key, by, at, text }) => {
      const { address, village } = store.case(id)?.card ?? {};
      const number = numbers.get(id);
      return {
        case: id,
        key,
        by: by.name,
        at,
        text,
        ...(address === undefined ? {} : { address }),
        ...(village === undefined ? {} : { village }),
        ...(number === undefined ? {} : { number }),
      };
    });
  }

  return { cardsFor, caseOf, questions };
}

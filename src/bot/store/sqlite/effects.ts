/** What a turn wants done, written down. Called inside the turn's savepoint, after its inbound was taken. */
import type { Database } from "better-sqlite3";
import {
  type AccountId,
  type CaseRow,
  type ConversationId,
  dayOf,
  type Effect,
  type Inbound,
  type Instant,
  type Reply,
} from "../../../flows/index.ts";
import { hashOf, plainReturnCode } from "../../ids.ts";
import type { ChannelKind } from "../conversations.ts";
import { open, seal } from "../sealed.ts";
import { NotInStore } from "../store-errors.ts";
import type { FinishedTurn } from "../turns.ts";
import { besideWriter } from "./beside.ts";
import { caseAnswerWriter } from "./case-answers.ts";
import { caseEventWriter } from "./case-events.ts";
import type { ErasedHere } from "./erasure.ts";
import { journeyWriter } from "./journeys.ts";
import { meetingWriter } from "./meetings.ts";
import { pushWriter } from "./pushes.ts";
import { recallWriter } from "./recall.ts";
import { recordingWriter } from "./recordings.ts";
import { remarkWriter } from "./remarks.ts";
import { wayInCounter } from "./ways-in.ts";

/** The conversation as the turn found it, with its inbound's line counted. */
export interface Standing {
  readonly commune: string;
  readonly account: AccountId;
  readonly channel: ChannelKind;
  readonly seq: number;
  /** Set when this turn erases: everything below is written after that. */
  readonly erased: ErasedHere | undefined;
}

interface Applied {
  readonly seq: number;
  readonly replies: number;
  readonly notes: readonly ConversationId[];
}

/** Replies on a page of ours are read from here; nothing has to carry them. */
function isReadFromHere(channel: ChannelKind): boolean {
  switch (channel) {
    case "web":
      return true;
    case "console":
    case "telegram":
    case "zalo-bot":
    case "zalo-oa":
      return false;
  }
}

const awakens: ReadonlySet<Inbound["kind"]> = new Set([
  "arrived",
  "words",
  "press",
  "photo",
  "voice",
  "file",
  "location",
  "unreadable",
  "command",
  "joined",
  "return-code",
]);

type Text = string | null;

export function effectsOn(db: Database) {
  const journeys = journeyWriter(db);
  const events = caseEventWriter(db);
  const writeMeeting = meetingWriter(db);
  const writeAnswer = caseAnswerWriter(db);
  const beside = besideWriter(db);
  const tell = pushWriter(db);
  const shareMedia = db.prepare<[string]>("update media set shared = 1 where id = ?");
  const recall = recallWriter(db);
  const dropMedia = db.prepare<[string]>("delete from media where id = ?");
  const say = db.prepare<
    [
      string,
      number,
      number,
      string,
      string,
      number,
      string,
      string,
      number,
      number,
      number,
      Text,
      Text,
      number,
      number,
      number | null,
    ]
  >(
    "insert into replies (conversation, turn, position, commune, account, seq, state, payload, choices, asks, " +
      "awaited, about, media, at, next_at, sent_at, attempts) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
  );
  const release = db.prepare<[number, string]>(
    "update replies set state = 'waiting', held = 0, late = 1, next_at = ?, why = null " +
      "where conversation = ? and state = 'parked' and held = 1",
  );
  const setTimer = db.prepare<[string, string, string, string, number, Text]>(
    "insert into timers (conversation, name, commune, scope, at, about) values (?, ?, ?, ?, ?, ?) " +
      "on conflict (conversation, name) do update set scope = excluded.scope, at = excluded.at, about = excluded.about",
  );
  const endTimer = db.prepare<[string, string]>(
    "delete from timers where conversation = ? and name = ?",
  );
  const endScope = db.prepare<[string, string]>(
    "delete from timers where conversation = ? and scope = ?",
  );
  const leaveNote = db.prepare<[string, string, string, string, number, string]>(
    "insert into inbox (commune, account, key, conversation, origin, state, kind, payload, at) " +
      "select c.commune, 'inside', ?, c.id, ?, 'pending', ?, ?, ? from conversations c where c.id = ?",
  );
  const saveCase = db.prepare<
    [
      string,
      string,
      string,
      string,
      number,
      number,
      number | null,
      number | null,
      Text,
      string,
      string,
      Text,
      Text,
      Text,
      Text,
      string,
      Text,
      Text,
      number,
    ]
  >(
    "insert into cases (id, commune, conversation, state, opened_at, waiting_since, next_at, closed_at, claimed_by, " +
      "called, wants, village, field, flow, outcome, card, phone, rung, discreet) " +
      "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) " +
      "on conflict (id) do update set state = excluded.state, opened_at = excluded.opened_at, " +
      "waiting_since = excluded.waiting_since, next_at = excluded.next_at, " +
      "closed_at = coalesce(cases.closed_at, excluded.closed_at), claimed_by = excluded.claimed_by, " +
      "called = excluded.called, wants = excluded.wants, village = excluded.village, field = excluded.field, " +
      "flow = excluded.flow, outcome = excluded.outcome, card = excluded.card, phone = excluded.phone, " +
      "rung = coalesce(excluded.rung, cases.rung), discreet = excluded.discreet " +
      "where cases.conversation = excluded.conversation",
  );
  const saveConsent = db.prepare<[string, number, number, string, string, number, number]>(
    "insert into consents (conversation, turn, position, commune, purpose, given, at, text_version) " +
      "values (?, ?, ?, ?, ?, ?, ?, coalesce((select id from publications order by position desc limit 1), ''))",
  );
  const saveCall = db.prepare<[string, string, string, string, number]>(
    "insert into case_calls (case_id, who, commune, rung, at) values (?, ?, ?, ?, ?) " +
      "on conflict (case_id, who, at) do nothing",
  );
  const keepRecording = recordingWriter(db);
  const writeRemark = remarkWriter(db);
  const countWayIn = wayInCounter(db);
  const readBack = db.prepare<[string, string], { type: string; bytes: Uint8Array }>(
    "select type, bytes from media where id = ? and conversation = ? and form = 'voice'",
  );
  const unrecord = db.prepare<[string]>("delete from recordings where id = ?");
  const putCode = db.prepare<[string, string, string]>(
    "update conversations set return_code = ?, return_code_hash = ? where id = ?",
  );
  const handOn = {
    journeys: db.prepare<[string, string]>(
      "update journeys set conversation = ? where conversation = ?",
    ),
    reminders: db.prepare<[string, string]>(
      "update or replace timers set conversation = ? where conversation = ? " +
        "and (scope like 'step:%' or scope like 'journey:%')",
    ),
    media: db.prepare<[string, string, string]>(
      "update media set conversation = ? where conversation = ? and id = ?",
    ),
  };
  const setLanguage = db.prepare<[string, string]>(
    "update propagandists set language = ? where id = ?",
  );
  const setDuty = db.prepare<[number, string]>("update propagandists set duty = ? where id = ?");

  return {
    /** Before anything of this turn is erased. */
    handOn: (turn: FinishedTurn): void => {
      const { conversation } = turn.arriving;
      for (const effect of turn.effects) {
        if (effect.do !== "hand-on") continue;
        beside.handOn(effect.to, conversation);
        handOn.journeys.run(effect.to, conversation);
        handOn.reminders.run(effect.to, conversation);
        for (const media of effect.media) handOn.media.run(effect.to, conversation, media);
      }
    },
    apply: (turn: FinishedTurn, at: Standing, now: Instant): Applied => {
      const { revision } = turn;
      const { conversation, inbound } = turn.arriving;
      const here = isReadFromHere(at.channel);
      const awaited = inbound.kind === "timer" ? 0 : 1;
      const notes = new Set<ConversationId>();
      let seq = at.seq;
      let replies = 0;
      // A platform that had closed its window has opened it again: what was held back waits anew.
      if (at.channel === "zalo-oa" && awakens.has(inbound.kind)) release.run(now, conversation);

      const write = (effect: Effect, position: number): void => {
        switch (effect.do) {
          case "say": {
            const { reply } = effect;
            seq += 1;
            replies += 1;
            say.run(
              conversation,
              revision,
              position,
              at.commune,
              at.account,
              seq,
              here ? "sent" : "waiting",
              seal(JSON.stringify(reply)),
              reply.choices.length,
              isQuestion(reply) ? 1 : 0,
              awaited,
              reply.about ?? null,
              reply.media?.id ?? null,
              now,
              now,
              here ? now : null,
            );
            return;
          }
          case "timer":
            setTimer.run(
              conversation,
              effect.name,
              at.commune,
              effect.scope,
              effect.at,
              effect.about ?? null,
            );
            return;
          case "end-timer":
            endTimer.run(conversation, effect.name);
            return;
          case "end-scope":
            endScope.run(conversation, effect.scope);
            return;
          case "note": {
            const key = `${conversation}/${revision}/${position}`;
            const payload = seal(JSON.stringify(effect.note));
            const { changes } = leaveNote.run(
              key,
              conversation,
              effect.note.kind,
              payload,
              now,
              effect.to,
            );
            if (changes === 0) throw new NotInStore("conversation", effect.to);
            notes.add(effect.to);
            return;
          }
          case "case": {
            const row = at.erased === undefined ? effect.row : withoutWords(effect.row);
            events.write(row, at.commune, at.channel, at.erased, now);
            const { changes } = saveCase.run(
              row.id,
              at.commune,
              conversation,
              row.state,
              row.openedAt,
              row.waitingSince,
              row.nextAt ?? null,
              row.state === "closed" ? now : null,
              row.claimedBy ?? null,
              JSON.stringify(row.called),
              row.wants,
              row.village ?? null,
              row.field ?? null,
              row.flow ?? null,
              row.outcome ?? null,
              seal(JSON.stringify(row.card)),
              row.phone === undefined ? null : seal(row.phone),
              row.rung ?? null,
              row.discreet === true ? 1 : 0,
            );
            if (changes === 0) throw new Error(`case ${row.id} belongs to another conversation`);
            writeMeeting(row, at.commune, now);
            return;
          }
          case "call":
            for (const who of effect.who)
              saveCall.run(effect.case, who, at.commune, effect.rung, now);
            return;
          case "tell":
            tell(effect.case, effect.what, effect.who, now);
            return;
          case "journey":
            journeys.write(effect, conversation, at.commune, at.erased, now);
            return;
          case "stuck":
            journeys.stuck(effect, at.erased);
            return;
          case "came-by":
            countWayIn(at.commune, effect.code, effect.moment, now);
            return;
          case "case-answer":
            writeAnswer(effect, now);
            return;
          case "sat-beside":
            beside.count(effect.who, at.commune, dayOf(now));
            return;
          case "consent":
            saveConsent.run(
              conversation,
              revision,
              position,
              at.commune,
              effect.purpose,
              effect.given ? 1 : 0,
              now,
            );
            return;
          case "reads":
            setLanguage.run(effect.language, effect.who);
            return;
          case "duty":
            setDuty.run(effect.on ? 1 : 0, effect.who);
            return;
          case "share-media":
            shareMedia.run(effect.media);
            return;
          case "recall":
            recall(conversation, effect.turn, effect.theirs);
            return;
          case "drop-media":
            dropMedia.run(effect.media);
            return;
          case "record": {
            const kept = readBack.get(effect.media, conversation);
            // Gone meanwhile: nothing is promised that cannot be played.
            if (kept === undefined) throw new NotInStore("media", effect.media);
            const bytes = open(kept.bytes);
            keepRecording({ ...effect.recorded, at: now, type: kept.type, bytes });
            return;
          }
          case "unrecord":
            unrecord.run(effect.recorded);
            return;
          case "remark":
            writeRemark({ ...effect.remark, at: now });
            return;
          case "return-code":
            putCode.run(seal(effect.code), hashOf(plainReturnCode(effect.code)), conversation);
            return;
          case "hand-on": // done before everything else of this turn
          case "erase": // done before everything else of this turn
          case "remove-inbound": // sent at once, at most once, outside the store
          case "answer-act": // kept with the inbound
            return;
        }
      };
      turn.effects.forEach(write);
      return { seq, replies, notes: [...notes] };
    },
  };
}

/** Something is to be answered: it offers choices, or shows a step. */
function isQuestion(reply: Reply): boolean {
  return reply.choices.length > 0 || reply.step;
}

/** What is left of a case whose resident erased everything in the same turn. */
function withoutWords(row: CaseRow): CaseRow {
  const { phone: _phone, village: _village, flow: _flow, field: _field, ...rest } = row;
  return { ...rest, card: { reason: "", tried: [], steps: [] } };
}

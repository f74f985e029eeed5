/**
 * The store on one SQLite file: nothing to install, nothing to run beside it. One process writes turns;
 * commands such as `publish` or `backup` may visit the same file meanwhile.
 */
import { randomUUID } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import type { ConversationId, Instant } from "../../flows/index.ts";
import { beside } from "./sqlite/beside.ts";
import { caseAnswers } from "./sqlite/case-answers.ts";
import { caseEvents } from "./sqlite/case-events.ts";
import { cases } from "./sqlite/cases.ts";
import { channels } from "./sqlite/channels.ts";
import { conversations } from "./sqlite/conversations.ts";
import { deskChanges } from "./sqlite/desk-changes.ts";
import { dossierCounts } from "./sqlite/dossier-counts.ts";
import { drafts } from "./sqlite/drafts.ts";
import { eraser } from "./sqlite/erasure.ts";
import { journeys } from "./sqlite/journeys.ts";
import { lines } from "./sqlite/lines.ts";
import { media } from "./sqlite/media.ts";
import { meetings } from "./sqlite/meetings.ts";
import { openFile, type Role } from "./sqlite/open-file.ts";
import { people } from "./sqlite/people.ts";
import { platformMessages } from "./sqlite/platform-messages.ts";
import { publications } from "./sqlite/publications.ts";
import { pushes } from "./sqlite/pushes.ts";
import { recordings } from "./sqlite/recordings.ts";
import { remarks } from "./sqlite/remarks.ts";
import { replies } from "./sqlite/replies.ts";
import { sendings } from "./sqlite/sendings.ts";
import { settings } from "./sqlite/settings.ts";
import { signIn } from "./sqlite/sign-in.ts";
import { turns } from "./sqlite/turns.ts";
import { waysIn } from "./sqlite/ways-in.ts";
import type { Erased, Store } from "./store.ts";

export interface SqliteOptions {
  /** A server (the default) is refused when another one holds the file; a visitor is not. */
  readonly role?: Role;
  readonly now?: () => Instant;
  readonly id?: () => string;
}

export function openSqlite(path: string, options: SqliteOptions = {}): Store {
  const { role = "server", now = Date.now, id = randomUUID } = options;
  const { db, close } = openFile(path, role);
  const erasing = eraser(db, id);
  const read = lines(db);
  const onTheWay = sendings(db);
  const { sendingBegins, sendingEnds, loseOpenSendings } = onTheWay;
  const members = people(db);
  const {
    put: _put,
    inChat: _inChat,
    heard: _heard,
    unheard: _unheard,
    ...propagandists
  } = members;
  const readAloud = recordings(db);
  const outdate = db.prepare<[string]>(
    "update conversations set revision = revision + 1 where id = ?",
  );
  const eraseWithin = db.transaction((conversation: ConversationId): Erased => {
    const { messages, replies, journeys: count, media } = erasing.eraseWithin(conversation, now());
    const erased: Erased = { messages, replies, journeys: count, media };
    // A turn decided on what was there before must not write it back.
    outdate.run(conversation);
    return erased;
  });

  return {
    ...conversations(db),
    ...channels(db),
    ...waysIn(db),
    ...beside(db),
    ...turns(db, erasing, now),
    ...replies(db, onTheWay, members),
    sendingBegins,
    sendingEnds,
    loseOpenSendings,
    ...read,
    ...platformMessages(db, read, onTheWay.noted),
    ...propagandists,
    ...signIn(db, members),
    ...pushes(db),
    ...cases(db),
    ...remarks(db),
    ...caseEvents(db),
    ...caseAnswers(db),
    ...meetings(db),
    ...journeys(db),
    ...dossierCounts(db),
    ...deskChanges(db),
    ...media(db),
    ...readAloud,
    dropRecordingsOf: (who) => {
      const dropped = readAloud.dropRecordingsOf(who);
      erasing.forgetTheLog();
      return dropped;
    },
    ...publications(db),
    ...settings(db),
    ...drafts(db),
    erase: (conversation) => {
      const erased = eraseWithin.immediate(conversation);
      erasing.forgetTheLog();
      return erased;
    },
    backup: async (to) => {
      // A visitor copies in one step, in which it reads one moment; page by page it would begin anew with
      // each turn the server commits. The server's own copy follows its own writes and can go in pieces.
      const part = `${to}.part`;
      await rm(part, { force: true });
      // As personal as the original, and so readable by the same account alone.
      await writeFile(part, "", { mode: 0o600 });
      await db.backup(part, role === "visitor" ? { progress: () => 0x7fffffff } : undefined);
      await rename(part, to);
    },
    close,
  };
}

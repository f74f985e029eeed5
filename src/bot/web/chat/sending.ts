import type { ChatSaid } from "../wire/chat.ts";
import type { Entry } from "../wire/entry.ts";
import * as keep from "./keep.ts";
import * as box from "./outbox.ts";
import * as server from "./server.ts";
import type { Showing } from "./shown.ts";

/** Carries the outbox to the server, one at a time, until each has arrived or was given back. */
export interface Sending {
  /** Written and kept on this phone; under this key it goes out. */
  put(content: box.Content): string;
  next(): void;
  /** The network may be back: nothing waits any longer. */
  hurry(): void;
  /** What has come back as an entry is out of the outbox. */
  withoutArrived(unsent: box.Outbox, entries: readonly Entry[]): box.Outbox;
}

const holdFor = 3_000;
/** The stream brings an entry sooner than this; when it does not, it is asked for. */
const echoWithin = 2_500;

export function sending(options: {
  readonly showing: Showing;
  /** The last entry before the resident's eyes. */
  seen(): number;
  /** Nothing goes out before a conversation is open. */
  ready(): boolean;
  /** What was taken should have come back by now. */
  onOverdue(): void;
  /** The server does not know this conversation; resolves when another is open. */
  onGone(): Promise<void>;
}): Sending {
  const { showing } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function next(): void {
    if (timer !== undefined) clearTimeout(timer);
    timer = undefined;
    if (!options.ready()) return;
    const now = box.nextToSend(showing.now().unsent, Date.now());
    if (now.do === "wait") timer = setTimeout(next, Math.max(0, now.until - Date.now()));
    if (now.do === "send") void send(now.unsent).then(next);
  }

  async function send(unsent: box.Unsent): Promise<void> {
    const { key } = unsent;
    const become = (change: (outbox: box.Outbox) => box.Outbox): void =>
      showing.change({ unsent: change(showing.now().unsent) });
    become((outbox) => box.sending(outbox, key));
    const answer = await delivered(unsent);
    if (answer === "no-bytes") {
      become((outbox) => box.refused(outbox, key));
      return;
    }
    if (answer.ok) {
      keep.forgetUnsent(key);
      showing.reached(true);
      become((outbox) => box.taken(outbox, key));
      setTimeout(() => {
        if (showing.now().unsent.some((mine) => mine.key === key)) options.onOverdue();
      }, echoWithin);
      return;
    }
    const { trouble } = answer;
    switch (trouble.kind) {
      case "refused":
        showing.reached(true);
        become((outbox) => box.refused(outbox, key, trouble.says));
        return;
      case "lost":
        showing.reached(false);
        become((outbox) => box.failed(outbox, key, Date.now()));
        return;
      case "busy":
        become((outbox) => box.failed(outbox, key, Date.now(), trouble.wait));
        return;
      case "no-conversation":
        become((outbox) => box.failed(outbox, key, Date.now()));
        await options.onGone();
        return;
    }
  }

  /** Until the answer is here the buttons of this turn stay quiet. */
  function hold(turn: string): void {
    showing.change({ held: turn });
    setTimeout(() => {
      const { held, ...rest } = showing.now();
      if (held === turn) showing.replace(rest);
    }, holdFor);
  }

  return {
    put(content) {
      const unsent = box.written(keep.newKey(), content, options.seen(), Date.now());
      keep.keepUnsent(unsent);
      const outbox = [...showing.now().unsent, unsent];
      showing.change({ unsent: outbox, card: "none", startedAnew: false });
      return unsent.key;
    },
    next,
    hurry() {
      showing.change({ unsent: box.hurried(showing.now().unsent) });
      next();
    },
    withoutArrived(unsent, entries) {
      const keys = new Set<string>();
      for (const { key } of entries) if (key !== undefined) keys.add(key);
      for (const { key, content } of unsent) {
        if (!keys.has(key)) continue;
        keep.forgetUnsent(key);
        if (content.kind === "press") hold(content.turn);
      }
      return box.echoed(unsent, keys);
    },
  };
}

async function delivered({ key, content, seen }: box.Unsent) {
  switch (content.kind) {
    case "text": {
      const { text, answers } = content;
      return server.say({ key, seen, text, ...(answers && { answers: answers.seq }) });
    }
    case "place": {
      const { latitude, longitude } = content;
      return server.say({ key, seen, place: { latitude, longitude } });
    }
    case "recall":
      return server.say({ key, seen, recall: { turn: content.turn } });
    case "press": {
      const press = { turn: content.turn, choice: content.choice };
      const said: ChatSaid = { key, seen, press };
      return server.say(said);
    }
    case "photo":
    case "voice":
    case "file": {
      const media = await keep.keptMedia(key);
      if (media === undefined) return "no-bytes" as const;
      return server.sendMedia(key, content, media);
    }
  }
}

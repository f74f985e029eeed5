import type { ChatNews, ChatState } from "../wire/chat.ts";
import type { Entry } from "../wire/entry.ts";
import { base } from "./base.ts";
import { begin, type Connection, follow, type Happening, pollEvery } from "./connection.ts";
import { entriesAfter, type Trouble } from "./server.ts";

export interface News {
  /** Begins, or begins anew after another conversation was opened. */
  start(): void;
  stop(): void;
  /** Asks now, for when the page is seen again or something is overdue. */
  refresh(): Promise<void>;
  /** The page was away so long that its stream may be dead without knowing. */
  returned(): void;
}

export interface Reader {
  newest(): number;
  entries(entries: readonly Entry[]): void;
  state(state: ChatState): void;
  /** Whether the server could be reached just now. */
  reached(trouble?: Trouble): void;
}

/** Reads the conversation by sequence, by stream or by polling as `connection.ts` decides. */
export function readNews(reader: Reader): News {
  let connection: Connection = begin(Date.now());
  let stream: EventSource | undefined;
  let ticking: ReturnType<typeof setInterval> | undefined;
  let polling: Promise<void> | undefined;
  let lastPoll = 0;
  let failedPolls = 0;
  /** Counts lives: what an earlier life still brings belongs to another conversation. */
  let life = 0;
  let statesFromStream = 0;
  let deliveredByStream = 0;
  /** What a poll brought and the stream must bring too, to be believed. */
  let due: { readonly seq: number; readonly by: number } | undefined;

  function note(happening: Happening): void {
    connection = follow(connection, happening, Date.now());
    if (connection.by === "polling") hangUp();
    else if (stream === undefined) listen();
  }

  function hangUp(): void {
    stream?.close();
    stream = undefined;
    due = undefined;
  }

  function listen(): void {
    if (typeof EventSource === "undefined") {
      connection = follow(connection, "missed", Date.now());
      return;
    }
    const source = new EventSource(`${base}/api/chat/stream?after=${reader.newest()}`);
    stream = source;
    const read = <T>(take: (body: T) => void) => {
      return (event: Event) => {
        if (stream !== source) return;
        let body: T;
        try {
          body = JSON.parse((event as MessageEvent<string>).data) as T;
        } catch {
          note("missed"); // cut short somewhere on the way; polling brings it whole
          return;
        }
        note("delivered");
        take(body);
      };
    };
    source.onopen = () => {
      if (stream !== source) return;
      note("opened");
      reader.reached();
    };
    source.addEventListener(
      "entry",
      read<Entry>((entry) => {
        deliveredByStream = Math.max(deliveredByStream, entry.seq);
        reader.entries([entry]);
      }),
    );
    source.addEventListener(
      "state",
      read<ChatState>((state) => {
        statesFromStream++;
        reader.state(state);
      }),
    );
    source.onerror = () => {
      if (stream !== source) return;
      // Closed for good: another is asked for at the next tick. Otherwise the browser does it itself.
      if (source.readyState === EventSource.CLOSED) stream = undefined;
      connection = follow(connection, "failed", Date.now());
      if (connection.by === "polling") hangUp();
      lastPoll = 0; // ask at once whether anybody is there
    };
  }

  function poll(): Promise<void> {
    polling ??= pollOnce().finally(() => {
      polling = undefined;
    });
    return polling;
  }

  async function pollOnce(): Promise<void> {
    lastPoll = Date.now();
    const [born, statesBefore, known] = [life, statesFromStream, reader.newest()];
    const answer = await entriesAfter(known);
    if (born !== life) return;
    if (!answer.ok) {
      failedPolls++;
      reader.reached(answer.trouble);
      return;
    }
    failedPolls = 0;
    reader.reached();
    taken(answer.body, statesBefore);
  }

  function taken(news: ChatNews, statesBefore: number): void {
    const newest = Math.max(0, ...news.entries.map(({ seq }) => seq));
    if (connection.by === "stream" && connection.open && newest > deliveredByStream) {
      due ??= { seq: newest, by: Date.now() + 2_000 };
    }
    reader.entries(news.entries);
    // A state the stream brought meanwhile is newer than the one this poll had read.
    if (statesFromStream === statesBefore) reader.state(news.state);
  }

  function tick(): void {
    const now = Date.now();
    if (due !== undefined && now >= due.by) {
      const late = deliveredByStream < due.seq;
      due = undefined;
      if (late) note("missed");
    }
    note("tick");
    if (now - lastPoll >= pollEvery(connection, document.hidden, failedPolls)) void poll();
  }

  function stop(): void {
    life++;
    hangUp();
    if (ticking !== undefined) clearInterval(ticking);
    ticking = undefined;
  }

  return {
    start() {
      stop();
      connection = begin(Date.now());
      lastPoll = Date.now();
      deliveredByStream = 0;
      ticking = setInterval(tick, 1_000);
      listen();
    },
    stop,
    refresh: () => poll(),
    returned() {
      if (ticking === undefined || connection.by === "polling") return;
      hangUp();
      note("returned");
    },
  };
}

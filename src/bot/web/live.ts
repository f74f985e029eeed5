/** Open pages: who is looking at which conversation now, and a push to them when something was committed. */
import type { ServerResponse } from "node:http";
import type { ConversationId, PropagandistId } from "../../flows/index.ts";

/** A beat keeps proxies and phones from closing a silent stream, and tells the page that it lives. */
const heartbeatEvery = 20_000;

/** Each page of somebody costs a look at what is new whenever something is: so many are kept, the newest. */
const mostPages = 16;

export interface Stream {
  /** One event; `id` is what the page sends back as Last-Event-ID. */
  send(event: string, data: unknown, id?: number): void;
  close(): void;
}

export interface LivePages<Key extends string> {
  /** The oldest page of the same one is ended where there are very many. */
  open(key: Key, stream: Stream): () => void;
  each(key: Key, act: (stream: Stream) => void): void;
  all(act: (stream: Stream, key: Key) => void): void;
  isOpen(key: Key): boolean;
  /** Ends every page of this one, at once; each hears why as its last word. */
  close(key: Key, why: string): void;
  closeAll(): void;
}

export type LiveChats = LivePages<ConversationId>;
export type LiveDesks = LivePages<PropagandistId>;

/** `onPresence` hears when the first page of somebody opens and when the last one closes. */
export function livePages<Key extends string>(
  onPresence: (key: Key) => void = () => {},
): LivePages<Key> {
  const pages = new Map<Key, Set<Stream>>();
  return {
    open(key, stream) {
      const here = pages.get(key) ?? new Set();
      here.add(stream);
      pages.set(key, here);
      const [oldest] = here;
      if (here.size > mostPages && oldest !== undefined) {
        here.delete(oldest);
        oldest.close();
      }
      if (here.size === 1) onPresence(key);
      return () => {
        here.delete(stream);
        if (here.size > 0 || pages.get(key) !== here) return;
        pages.delete(key);
        onPresence(key);
      };
    },
    each(key, act) {
      for (const stream of pages.get(key) ?? []) act(stream);
    },
    all(act) {
      for (const [key, streams] of pages) for (const stream of streams) act(stream, key);
    },
    isOpen: (key) => pages.has(key),
    close(key, why) {
      for (const stream of pages.get(key) ?? []) {
        stream.send(why, {});
        stream.close();
      }
      pages.delete(key);
    },
    closeAll() {
      for (const streams of pages.values()) for (const stream of streams) stream.close();
      pages.clear();
    },
  };
}

/** Turns an answered request into a stream of server-sent events. */
export function eventStream(
  response: ServerResponse,
  headers: Readonly<Record<string, number | string | string[] | undefined>> = {},
): Stream {
  response.writeHead(200, {
    ...headers,
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",
    connection: "keep-alive",
  });
  // Until its `close` a stream that has ended is still listed: a write then is no reason to end the program.
  const write = (text: string): void => {
    if (!response.writableEnded && !response.destroyed) response.write(text);
  };
  write("retry: 2000\n\n");
  const heartbeat = setInterval(() => write("event: beat\ndata: {}\n\n"), heartbeatEvery);
  response.on("close", () => clearInterval(heartbeat));
  response.on("error", () => response.destroy());
  return {
    send(event, data, id) {
      const head = id === undefined ? "" : `id: ${id}\n`;
      write(`${head}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    close() {
      clearInterval(heartbeat);
      if (!response.writableEnded) response.end();
    },
  };
}

/** What the stream tells: the lists changed, one case changed, or whether it speaks at all. */
export interface News {
  readonly cases: () => void;
  readonly case: (id: string) => void;
  readonly live: (live: boolean) => void;
  /** This telephone was signed out: nothing of the desk may stay on it. */
  readonly signedOut: () => void;
  /** The server would not speak; only a request of the page's own learns why. */
  readonly refused: () => void;
}

const again = 15_000;

/**
 * Listens to the server's events until told to stop. Where streams are blocked `live(true)` never
 * comes, and whoever listens goes on asking by itself.
 */
export function listen(news: News): () => void {
  if (typeof EventSource === "undefined") return () => undefined;
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };

  function open(): void {
    source = new EventSource("/desk/api/stream");
    source.addEventListener("open", () => {
      news.live(true);
      news.cases(); // whatever happened while nobody listened
    });
    source.addEventListener("cases", () => news.cases());
    source.addEventListener("case", (event) => {
      const id = idIn((event as MessageEvent<string>).data);
      if (id !== undefined) news.case(id);
    });
    source.addEventListener("signed-out", () => news.signedOut());
    source.addEventListener("error", () => {
      news.live(false);
      // The browser itself tries again, except after a refusal.
      if (source.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, again);
      news.refused();
    });
  }
}

function idIn(data: string): string | undefined {
  try {
    const { id } = JSON.parse(data) as { id?: unknown };
    return typeof id === "string" ? id : undefined;
  } catch {
    return undefined;
  }
}

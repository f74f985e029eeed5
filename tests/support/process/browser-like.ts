/** What a browser does for our pages, without one: cookies, JSON, pictures and streams of events. */

export interface Answer<Body = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
  readonly text: string;
}

/** One event of a stream. */
export interface StreamEvent {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: unknown;
}

/** A server that is not there any more, or went away in the middle. */
export class Unreached extends Error {}

export class BrowserLike {
  readonly #root: () => string;
  readonly cookies = new Map<string, string>();

  /** `root` is asked at every request: it may be known only once the server was started. */
  constructor(root: () => string) {
    this.#root = root;
  }

  async send<Body = unknown>(
    method: string,
    path: string,
    {
      body,
      headers = {},
    }: {
      readonly body?: string | Uint8Array<ArrayBuffer>;
      readonly headers?: Record<string, string>;
    } = {},
  ): Promise<Answer<Body>> {
    let response: Response;
    let text: string;
    try {
      response = await fetch(this.#root() + path, {
        method,
        redirect: "manual",
        headers: { ...this.#cookieHeader(), ...headers },
        ...(body === undefined ? {} : { body }),
      });
      text = await response.text();
    } catch (cause) {
      throw new Unreached(`${method} ${path}`, { cause });
    }
    this.#keepCookies(response);
    return { status: response.status, headers: response.headers, body: parsed(text) as Body, text };
  }

  get<Body = unknown>(path: string, headers?: Record<string, string>): Promise<Answer<Body>> {
    return this.send("GET", path, headers === undefined ? {} : { headers });
  }

  post<Body = unknown>(
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<Body>> {
    return this.send("POST", path, {
      body: JSON.stringify(body),
      headers: { "content-type": "application/json", ...headers },
    });
  }

  /** Opens a stream of events; `close` hangs up. */
  async stream(path: string, headers: Record<string, string> = {}) {
    const hangUp = new AbortController();
    const response = await fetch(this.#root() + path, {
      headers: { ...this.#cookieHeader(), accept: "text/event-stream", ...headers },
      signal: hangUp.signal,
    });
    const events: StreamEvent[] = [];
    const waiters = new Set<() => void>();
    const ended = (async () => {
      let rest = "";
      const decoder = new TextDecoder();
      try {
        for await (const part of response.body ?? []) {
          const blocks = (rest + decoder.decode(part as Uint8Array, { stream: true })).split(
            "\n\n",
          );
          rest = blocks.pop() ?? "";
          events.push(...blocks.flatMap(eventIn));
          for (const wake of [...waiters]) wake();
        }
      } catch {
        // Hung up, here or there.
      }
      for (const wake of [...waiters]) wake();
    })();
    return {
      status: response.status,
      headers: response.headers,
      events,
      ended,
      /** Resolves once what came so far is enough. */
      async until(enough: (events: readonly StreamEvent[]) => boolean, milliseconds = 10_000) {
        const late = Date.now() + milliseconds;
        while (!enough(events)) {
          if (Date.now() > late)
            throw new Error(`the stream brought only ${JSON.stringify(events)}`);
          await new Promise<void>((resolve) => {
            const wake = () => {
              clearTimeout(timer);
              waiters.delete(wake);
              resolve();
            };
            const timer = setTimeout(wake, 250);
            waiters.add(wake);
          });
        }
      },
      close: () => hangUp.abort(),
    };
  }

  #cookieHeader(): Record<string, string> {
    const all = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return all === "" ? {} : { cookie: all };
  }

  #keepCookies(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "" || /max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function eventIn(block: string): StreamEvent[] {
  const field = (name: string) =>
    block
      .split("\n")
      .filter((line) => line.startsWith(`${name}: `))
      .map((line) => line.slice(name.length + 2))
      .join("\n");
  const event = field("event");
  if (event === "") return [];
  const id = field("id");
  return [{ event, id: id === "" ? undefined : id, data: parsed(field("data")) }];
}

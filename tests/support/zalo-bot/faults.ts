/** What can go wrong between the bot and Zalo. */
import type { ServerResponse } from "node:http";

export type Fault =
  /** 429, in Zalo's manner: HTTP 200, and not a word about when. */
  | { readonly kind: "too-many" }
  /** A gateway's page; nothing was carried out. */
  | { readonly kind: "gateway" }
  /** A gateway that tired of waiting; the call was carried out. */
  | { readonly kind: "gateway-timeout" }
  | { readonly kind: "web-page" }
  /** The connection breaks before anything is done. */
  | { readonly kind: "reset" }
  /** Carried out, and the answer is lost. */
  | { readonly kind: "answer-lost" }
  /** Some other number, in Zalo's manner. */
  | { readonly kind: "refusal"; readonly code: number | string; readonly description: string };

export interface PlannedFault {
  readonly method: string;
  readonly fault: Fault;
  readonly times?: number;
}

export class Faults {
  #planned: Array<{ readonly method: string; readonly fault: Fault; left: number }> = [];

  plan({ method, fault, times = 1 }: PlannedFault): void {
    this.#planned.push({ method, fault, left: times });
  }

  clear(): void {
    this.#planned = [];
  }

  striking(method: string): Fault | undefined {
    const planned = this.#planned.find((each) => each.method === method && each.left > 0);
    if (planned === undefined) return undefined;
    planned.left -= 1;
    return planned.fault;
  }
}

export const takesEffect = (fault: Fault): boolean =>
  fault.kind === "answer-lost" || fault.kind === "gateway-timeout";

export function misanswer(response: ServerResponse, fault: Fault): void {
  switch (fault.kind) {
    case "gateway":
      page(response, 502, "<html><head><title>502 Bad Gateway</title></head><hr>nginx</html>");
      return;
    case "gateway-timeout":
      page(response, 504, "<html><head><title>504 Gateway Time-out</title></head></html>");
      return;
    case "web-page":
      page(response, 200, "<html><body>Đăng nhập Wi-Fi</body></html>");
      return;
    case "reset":
    case "answer-lost":
      response.socket?.resetAndDestroy();
      return;
    case "too-many":
      refuse(response, 429, "Quota exceeded");
      return;
    case "refusal":
      refuse(response, fault.code, fault.description);
      return;
  }
}

function page(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { "content-type": "text/html" }).end(html);
}

/** Every refusal of the platform itself comes with HTTP 200. */
export function refuse(response: ServerResponse, code: number | string, description: string): void {
  response
    .writeHead(200, { "content-type": "application/json" })
    .end(JSON.stringify({ ok: false, description, error_code: code }));
}

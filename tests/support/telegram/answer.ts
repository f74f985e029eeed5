import type { ServerResponse } from "node:http";
import type { Fault } from "./faults.ts";
import { Refusal } from "./refusal.ts";

/** Writes an answer as the Bot API writes it. */
export function answer(
  response: ServerResponse,
  outcome: Refusal | { readonly result: unknown },
): void {
  const refused = outcome instanceof Refusal;
  const body = refused
    ? {
        ok: false,
        error_code: outcome.code,
        description: outcome.message,
        ...(Object.keys(outcome.parameters).length > 0 ? { parameters: outcome.parameters } : {}),
      }
    : { ok: true, result: outcome.result };
  response.writeHead(refused ? outcome.code : 200, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

/** Faults that the server itself puts into words. */
export function refusalBy(fault: Fault | undefined): Refusal | undefined {
  switch (fault?.kind) {
    case "too-many-requests":
      return new Refusal(429, `Too Many Requests: retry after ${fault.retryAfterSeconds}`, {
        parameters: { retry_after: fault.retryAfterSeconds },
      });
    case "blocked":
      return new Refusal(403, "Forbidden: bot was blocked by the user");
    case "server-error":
      return new Refusal(500, "Internal Server Error");
    case "bad-gateway":
    case "web-page":
    case "silence":
    case "reset":
    case "answer-lost":
    case "answer-withheld":
    case "slow":
    case undefined:
      return undefined;
  }
}

/** Whether the call is carried out although its answer goes wrong. */
export function takesEffect(fault: Fault): boolean {
  return ["answer-lost", "answer-withheld", "slow"].includes(fault.kind);
}

/** Does what a fault does instead of an answer; gives the status where there is one. */
export function misanswer(response: ServerResponse, fault: Fault | undefined): number | undefined {
  switch (fault?.kind) {
    case "bad-gateway":
      response.writeHead(502, { "content-type": "text/html" });
      response.end("<html><body><h1>502 Bad Gateway</h1></body></html>");
      return 502;
    case "web-page":
      response.writeHead(200, { "content-type": "text/html" });
      response.end("<html><body>Đăng nhập Wi-Fi</body></html>");
      return 200;
    case "reset":
    case "answer-lost":
      response.socket?.resetAndDestroy();
      return undefined;
    // Nothing is said, and the connection stays open until somebody tires of it.
    case "silence":
    case "answer-withheld":
    case "too-many-requests":
    case "blocked":
    case "server-error":
    case "slow":
    case undefined:
      return undefined;
  }
}

/**
 * The resident's chat in a propagandist's hand: `/desk/cung/<conversation>/`. It opens for the one who began it, while
 * they are signed in at the desk, for a day, and until the conversation went to another phone.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { besideOpened } from "../desk/beside.ts";
import type { ChatRoutesOptions } from "./chat-door.ts";
import { chatRoutes } from "./chat-routes.ts";
import { signedIn } from "./desk-door.ts";

export async function besidePages(
  app: FastifyInstance,
  options: Omit<ChatRoutesOptions, "beside"> & { readonly pagesDir: string },
): Promise<void> {
  const { store, clock } = options;
  const page = join(options.pagesDir, "chat", "index.html");
  const html = existsSync(page) ? readFileSync(page) : Buffer.from("");
  const besideOf = (request: FastifyRequest) => {
    const who = signedIn(store, request);
    const { id } = request.params as { readonly id: string };
    return who === undefined ? undefined : besideOpened(store, who, id, clock.now());
  };
  await app.register(
    async (scope) => {
      scope.get("/", (_request, reply) =>
        reply
          .header("content-type", "text/html; charset=utf-8")
          .header("cache-control", "no-store")
          .send(html),
      );
      chatRoutes(scope, { ...options, beside: besideOf });
    },
    { prefix: "/desk/cung/:id" },
  );
}

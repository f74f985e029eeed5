/** A propagandist at the web desk, as far as the server can tell. */
import { randomUUID } from "node:crypto";
import type { DeskAct, DeskActed } from "../../../src/bot/web/wire/acts.ts";
import type { DeskCase, DeskCases } from "../../../src/bot/web/wire/cases.ts";
import type { DeskMe } from "../../../src/bot/web/wire/desk.ts";
import { type Answer, BrowserLike } from "./browser-like.ts";

const fromTheDesk = { "x-cau-noi": "desk" };

/** An act without its key: the worker gives one. */
type Unkeyed<Act> = Act extends { readonly key: string } ? Omit<Act, "key"> : never;
export type Wish = Unkeyed<DeskAct>;

export class DeskWorker extends BrowserLike {
  signIn(code: string): Promise<Answer<DeskMe>> {
    return this.post("/desk/api/sign-in", { code }, fromTheDesk);
  }

  me(): Promise<Answer<DeskMe>> {
    return this.get("/desk/api/me");
  }

  change(change: Partial<Pick<DeskMe, "name" | "role" | "duty" | "language">>) {
    return this.post<DeskMe>("/desk/api/me", change, fromTheDesk);
  }

  cases(): Promise<Answer<DeskCases>> {
    return this.get("/desk/api/cases");
  }

  case(id: string): Promise<Answer<DeskCase>> {
    return this.get(`/desk/api/cases/${encodeURIComponent(id)}`);
  }

  act(id: string, wish: Wish, key: string = randomUUID()): Promise<Answer<DeskActed>> {
    return this.post(
      `/desk/api/cases/${encodeURIComponent(id)}/acts`,
      { ...wish, key },
      fromTheDesk,
    );
  }

  /** `name` is a document's. */
  sendMedia(
    id: string,
    kind: "photo" | "voice" | "file",
    bytes: Uint8Array,
    type: string,
    name = "",
  ) {
    return this.send<DeskActed>(
      "POST",
      `/desk/api/cases/${encodeURIComponent(id)}/media?key=${randomUUID()}&kind=${kind}&name=${encodeURIComponent(name)}`,
      { body: bytes as Uint8Array<ArrayBuffer>, headers: { "content-type": type, ...fromTheDesk } },
    );
  }

  invite(wish: { readonly name: string; readonly role: string; readonly village?: string }) {
    return this.post<{ code: string; web: string; telegram?: string }>(
      "/desk/api/invitations",
      wish,
      fromTheDesk,
    );
  }
}

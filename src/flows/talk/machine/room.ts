/** What a state of the conversation is made of; XState would skip a name it does not know in silence. */
import type { TalkEvent } from "../event.ts";
import type { StateName } from "../questions.ts";
import type { ActName } from "./acts.ts";
import type { GuardName } from "./guards.ts";

type Asking = { readonly type: "ask" | "enter"; readonly params: { readonly state: StateName } };

/** One way out of a state. Names are checked here, since an unknown action would be skipped in silence. */
export interface Way {
  readonly guard?: GuardName;
  readonly actions?: ActName | readonly ActName[];
  readonly target?: string;
}
export interface Room {
  readonly id?: string;
  readonly initial?: string;
  readonly entry?: ActName | Asking;
  readonly exit?: ActName;
  readonly always?: readonly Way[];
  readonly on?: { readonly [Type in TalkEvent["type"]]?: Way | readonly Way[] };
  readonly states?: Readonly<Record<string, Room>>;
}

export const asks = (state: StateName): Room => ({ entry: { type: "ask", params: { state } } });
export const enters = (state: StateName): Room => ({ entry: { type: "enter", params: { state } } });

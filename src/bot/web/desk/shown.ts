/** What the desk draws, whole: components read it and change nothing in it. */
import type { DeskAct } from "../wire/acts.ts";
import type { DeskCase, DeskCases } from "../wire/cases.ts";
import type { DeskMe } from "../wire/desk.ts";
import type { Outbox } from "./outbox.ts";

/** Everything the page draws. */
export interface Shown {
  readonly stage:
    | { readonly at: "opening" }
    /** The server could not be asked who this is. */
    | { readonly at: "offline" }
    | { readonly at: "outside"; readonly says?: string; readonly entering: boolean }
    | { readonly at: "inside"; readonly me: DeskMe };
  readonly cases: DeskCases | undefined;
  /** The case on the screen, by the address bar. */
  readonly open: string | undefined;
  /** Cases read so far; the last known one is shown while the network is away. */
  readonly known: Readonly<Record<string, DeskCase | "gone">>;
  readonly outbox: Outbox;
  /** The last request reached the server. */
  readonly online: boolean;
  /** Presses on their way: "claim CASE". */
  readonly busy: ReadonlySet<string>;
  /** One line for the person, until the next one or until it is put away. */
  readonly notice:
    | { readonly says: string; readonly bad: boolean; readonly id: number }
    | undefined;
  /** Read out by screen readers only. */
  readonly spoken: string;
  readonly sound: boolean;
  readonly greeted: boolean;
  /** A newer page is ready, and takes this one's place when it disturbs nobody. */
  readonly renewed: boolean;
  /** Grows when a draft was changed from outside its box. */
  readonly redrafted: number;
  /** The line that what is written next in that case answers. */
  readonly answering?:
    | { readonly id: string; readonly seq: number; readonly text: string }
    | undefined;
}

type WithoutKey<T> = T extends unknown ? Omit<T, "key"> : never;
export type Press = WithoutKey<
  Extract<
    DeskAct,
    {
      act:
        | "claim"
        | "release"
        | "hand-back"
        | "show"
        | "which-screen"
        | "invite"
        | "recall"
        | "ask"
        | "answer";
    }
  >
>;

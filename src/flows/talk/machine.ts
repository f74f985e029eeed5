/**
 * The conversation machine, the same for everybody. States ask, transitions say where an event leads, and acts
 * (pure functions from talk to talk) say what it does. All context is one turn's `Talk`; nothing runs here.
 */
import { assign, createMachine } from "xstate";
import type { TalkEvent } from "./event.ts";
import { acts } from "./machine/acts.ts";
import { guards } from "./machine/guards.ts";
import { anywhere } from "./machine/rooms/anywhere.ts";
import { rooms } from "./machine/rooms/rooms.ts";
import type { Talk } from "./talk.ts";

/** A loop without a question would hang: stop it as our own mistake. */
const passingLimit = 100;

export const talkMachine = createMachine(
  {
    id: "talk",
    initial: "greeting",
    context: {},
    options: { maxIterations: passingLimit },
    on: anywhere,
    states: rooms,
  } as never,
  {
    actions: Object.fromEntries(
      Object.entries(acts).map(([name, act]) => [
        name,
        assign(({ context, event }, params) =>
          (act as (talk: Talk, event: TalkEvent, params: unknown) => Talk)(
            context as Talk,
            event as TalkEvent,
            params,
          ),
        ),
      ]),
    ),
    guards: Object.fromEntries(
      Object.entries(guards).map(([name, guard]) => [
        name,
        ({ context, event }: { context: unknown; event: unknown }) =>
          guard(context as Talk, event as TalkEvent),
      ]),
    ),
  } as never,
);

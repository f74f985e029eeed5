/** An act is a pure function from talk to talk; most mean one type of event. */
import type { TalkEvent } from "../event.ts";
import type { Talk } from "../talk.ts";

type EventOf<Type extends TalkEvent["type"]> = Extract<TalkEvent, { type: Type }>;

/** An act for one type of event; met by another, it is our own mistake. */
export function on<Type extends TalkEvent["type"]>(
  type: Type,
  act: (talk: Talk, event: EventOf<Type>) => Talk,
) {
  return (talk: Talk, event: TalkEvent): Talk => {
    if (event.type !== type) throw new Error(`an act for ${type} met ${event.type}`);
    return act(talk, event as EventOf<Type>);
  };
}

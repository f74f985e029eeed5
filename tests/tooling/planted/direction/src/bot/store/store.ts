// Planted: store looks up into conversations, which also closes a cycle.
import { take } from "../conversations/take.ts";

export const fileOfGreetings = "greetings.txt";
export const takeTwice = (text: string): string => take(take(text));

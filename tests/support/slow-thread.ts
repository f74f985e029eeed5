/** A thread that waits, fails or ends, as it is asked. */
import { setTimeout } from "node:timers/promises";
import { doApart } from "../../src/bot/apart.ts";

const slow = {
  later: ({ after, says }: { readonly after: number; readonly says: string }) =>
    setTimeout(after, says),
  fail(why: string): never {
    throw new Error(why);
  },
  die: (_: undefined): never => process.exit(1),
};
export type SlowWork = typeof slow;

doApart(slow);

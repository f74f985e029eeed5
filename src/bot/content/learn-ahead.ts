/** Reading typed words is learned from the content, which takes most of a second: best while nobody waits. */
import { setImmediate } from "node:timers/promises";
import type { Library } from "../../flows/index.ts";
import type { Clock } from "../clock.ts";

/** When a start is over, and seldom after somebody has opened the chat, read it and typed. */
const learnAfter = 10_000;

/** Learns what the first typed words would otherwise have to wait for, in two parts. */
export async function learnAhead(
  library: () => Pick<Library, "readNeed" | "readInGuide">,
  clock: Pick<Clock, "sleep">,
  stop: AbortSignal,
): Promise<void> {
  await clock.sleep(learnAfter, stop);
  if (stop.aborted) return;
  library().readNeed("khai sinh");
  await setImmediate();
  library().readInGuide("xong", { kind: "do", choices: [] });
}

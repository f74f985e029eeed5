/** Runs beside the server: reads drafts, one wish at a time, so that no resident's turn waits for it. */
import { parentPort } from "node:worker_threads";
import { reading } from "./reading.ts";
import type { Read, Wish } from "./reading-apart.ts";

const reader = reading();

parentPort?.on("message", (wish: Wish) => {
  const answer = (read: Read): void => parentPort?.postMessage(read);
  try {
    answer(
      wish.what === "look"
        ? { number: wish.number, what: "look", is: reader.look(wish.wish) }
        : { number: wish.number, what: "prepare", is: reader.prepare(wish.wish) },
    );
  } catch (error) {
    answer({
      number: wish.number,
      what: "failed",
      why: error instanceof Error ? error.message : String(error),
    });
  }
});

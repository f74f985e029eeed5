/** Runs beside the server and draws what it is asked for, one picture at a time. */
import { parentPort } from "node:worker_threads";
import { drawScreen } from "./draw-screen.ts";
import type { Drawing, Order } from "./drawn-apart.ts";

parentPort?.on("message", ({ number, screen, spoken }: Order) => {
  const answer = (drawing: Drawing): void => parentPort?.postMessage(drawing);
  drawScreen(screen, spoken).then(
    (bytes) => answer({ number, bytes }),
    (error: unknown) =>
      answer({ number, failed: error instanceof Error ? error.message : String(error) }),
  );
});

/** Runs beside the server and draws what it is asked for, one picture at a time. */
import { parentPort } from "node:worker_threads";
import { drawBoard } from "./draw-board.ts";
import { drawScreen } from "./draw-screen.ts";
import { type Sheet, sheetPng, sheetSvg } from "./draw-sheet.ts";
import type { Drawing, Order } from "./drawn-apart.ts";
import { redrawn } from "./redraw-picture.ts";

parentPort?.on("message", (order: Order) => {
  const { number } = order;
  const answer = (drawing: Drawing): void => parentPort?.postMessage(drawing);
  const drawn =
    "own" in order
      ? Promise.resolve(order.own).then(redrawn)
      : "board" in order
        ? drawBoard(order.board, order.spoken)
        : "sheet" in order
          ? sheetAs(order)
          : drawScreen(order.screen, order.spoken);
  drawn.then(
    (bytes) => answer({ number, bytes }),
    (error: unknown) =>
      answer({ number, failed: error instanceof Error ? error.message : String(error) }),
  );
});

const sheetAs = async (order: {
  readonly sheet: Sheet;
  readonly as: "svg" | "png";
}): Promise<Uint8Array> =>
  order.as === "png"
    ? sheetPng(order.sheet)
    : new TextEncoder().encode(await sheetSvg(order.sheet));

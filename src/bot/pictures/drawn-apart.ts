/**
 * Drawing takes a core for a few tenths of a second: it happens in a thread of its own, so that no turn waits
 * for it. The thread begins with the first order and ends when nothing has been ordered for a while.
 */
import { Worker } from "node:worker_threads";
import type { Tile } from "./draw-board.ts";
import type { Sheet } from "./draw-sheet.ts";
import type { OwnDrawing } from "./redraw-picture.ts";
import type { PictureWords, Screen } from "./words.ts";

export type Order = { readonly number: number } & Ordered;
type Ordered =
  | { readonly screen: Screen; readonly spoken: PictureWords }
  | { readonly board: readonly Tile[]; readonly spoken: PictureWords }
  /** An author's picture, to be cleaned and made small. */
  | { readonly own: OwnDrawing }
  | { readonly sheet: Sheet; readonly as: "svg" | "png" };

export type Drawing =
  | { readonly number: number; readonly bytes: Uint8Array }
  | { readonly number: number; readonly failed: string };

export interface DrawnApart {
  /** Rejects when the picture could not be drawn. */
  draw(screen: Screen, spoken: PictureWords): Promise<Uint8Array>;
  /** Several screens on one picture, numbered. */
  board(tiles: readonly Tile[], spoken: PictureWords): Promise<Uint8Array>;
  /** Rejects when it is no picture that can be read. */
  redraw(own: OwnDrawing): Promise<Uint8Array>;
  /** A card or a poster, to be printed or sent on. */
  sheet(sheet: Sheet, as: "svg" | "png"): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** The thread holds fonts and a layout engine: memory that a small machine wants back. */
const idleFor = 20_000;

/** Without these it grows to 300 MB before it tidies up; with them it stays near 130 and is no slower. */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 160 } as const;

export function drawnApart(): DrawnApart {
  const waiting = new Map<number, { done(bytes: Uint8Array): void; failed(why: Error): void }>();
  let worker: Worker | undefined;
  let leaving: NodeJS.Timeout | undefined;
  let number = 0;

  function thread(): Worker {
    if (worker !== undefined) return worker;
    const made = new Worker(new URL("./drawing-thread.ts", import.meta.url), { resourceLimits });
    made.unref();
    made.on("message", (drawing: Drawing) => {
      const order = waiting.get(drawing.number);
      waiting.delete(drawing.number);
      if ("bytes" in drawing) order?.done(drawing.bytes);
      else order?.failed(new Error(drawing.failed));
      if (waiting.size === 0) leaveLater();
    });
    made.on("error", (error) =>
      lost(made, error instanceof Error ? error : new Error(String(error))),
    );
    made.on("exit", () => lost(made, new Error("the drawing thread ended")));
    worker = made;
    return made;
  }

  /** What was under way failed; the next order begins a new thread. */
  function lost(which: Worker, why: Error): void {
    if (worker !== which) return;
    worker = undefined;
    const orders = [...waiting.values()];
    waiting.clear();
    for (const order of orders) order.failed(why);
  }

  function leaveLater(): void {
    clearTimeout(leaving);
    leaving = setTimeout(() => void leave(), idleFor);
    leaving.unref();
  }

  async function leave(): Promise<void> {
    clearTimeout(leaving);
    const left = worker;
    worker = undefined;
    await left?.terminate();
  }

  function ordered(what: Ordered): Promise<Uint8Array> {
    clearTimeout(leaving);
    number += 1;
    const order: Order = { number, ...what };
    const drawn = new Promise<Uint8Array>((done, failed) =>
      waiting.set(order.number, { done, failed }),
    );
    thread().postMessage(order);
    return drawn;
  }

  return {
    draw: (screen, spoken) => ordered({ screen, spoken }),
    board: (board, spoken) => ordered({ board, spoken }),
    redraw: (own) => ordered({ own }),
    sheet: (sheet, as) => ordered({ sheet, as }),
    async close() {
      await leave();
      const orders = [...waiting.values()];
      waiting.clear();
      for (const order of orders) order.failed(new Error("the drawing thread was closed"));
    },
  };
}

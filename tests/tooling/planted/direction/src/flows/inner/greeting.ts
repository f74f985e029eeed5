// Planted: flows reads a file, and looks up into the bot.
import { readFileSync } from "node:fs";
import { fileOfGreetings } from "../../bot/store/store.ts";

export const greeting = (): string => readFileSync(fileOfGreetings, "utf8");

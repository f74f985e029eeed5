// Planted: flows entered past its door, and telegraf outside its channel.
import { Markup } from "telegraf";
import { greeting } from "../../flows/inner/greeting.ts";
import { fileOfGreetings } from "../store/store.ts";

export const take = (text: string): string =>
  `${greeting()} ${text} ${fileOfGreetings} ${JSON.stringify(Markup.removeKeyboard())}`;

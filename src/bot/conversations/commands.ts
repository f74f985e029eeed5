/** Commands that can be typed in any channel, in both languages. */
import type { InboundOf } from "../../flows/index.ts";

const commands: Readonly<Record<string, InboundOf<"command">["command"]>> = {
  start: "start",
  viec: "menu",
  menu: "menu",
  giup: "human",
  human: "human",
  nghi: "later",
  later: "later",
  tieng: "language",
  language: "language",
  xoa: "delete",
  delete: "delete",
  help: "help",
  truc: "duty",
  duty: "duty",
};

export function commandIn(text: string): InboundOf<"command"> | undefined {
  const named = /^\/([a-zà-ỹđ]{2,20})\s*$/iu.exec(text.trim())?.[1]?.toLowerCase();
  if (named === undefined) return undefined;
  const plain = named.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll("đ", "d");
  return { kind: "command", command: commands[plain] ?? "unknown" };
}

/** Sixteen letters without look-alikes, as `newCode` makes them; with or without what a link puts before. */
const invitation = /^(?:\/start\s+)?(?:join-)?([0-9a-hjkmnp-tv-z]{16})$/i;
/** Behind its sign it is found among other words too: "chị gửi mã join-… nhé". */
const amongWords = /(?<![\p{L}\d-])join-([0-9a-hjkmnp-tv-z]{16})(?![\p{L}\d])/iu;

/** An invitation code in what somebody wrote. It never becomes an inbound's words. */
export function joinCodeIn(text: string): string | undefined {
  return (invitation.exec(text.trim())?.[1] ?? amongWords.exec(text)?.[1])?.toLowerCase();
}

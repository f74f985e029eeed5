/** Under which name the house knows a bot: its number, which outlives the resetting of its token. */
import { createHash } from "node:crypto";
import type { AccountId } from "../../../../flows/index.ts";

export function zaloBotAccount(token: string): AccountId {
  const number = /^(\d+):/.exec(token)?.[1];
  const name = number ?? createHash("sha256").update(token).digest("hex").slice(0, 12);
  return `zalo-bot:${name}` as AccountId;
}

/** How a resident is spoken of among propagandists: never by a name. */
import type { Talk } from "../talk/talk.ts";
import { addressWord } from "../words/address.ts";

/** "cụ ở Nà Khau": how a case is named among propagandists. */
export function nameOf(talk: Talk): string {
  const { address, village } = talk.saved;
  const who = address === undefined ? "một người" : addressWord(address);
  return village === undefined ? who : `${who} ở ${village.says}`;
}

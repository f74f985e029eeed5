/** What an answer answers, as it stands above it. */
import { type ConversationId, maskSecrets } from "../../flows/index.ts";
import type { Store } from "../store/store.ts";
import { entriesOf } from "./entries.ts";

/** In letters; more of it is looked up in the thread. */
const longestQuote = 100;

/** The answered line as the thread shows it, shortened, and the turn it was said in. */
export function quoteOf(
  store: Pick<Store, "lines">,
  conversation: ConversationId,
  seq: number | undefined,
): { readonly quote?: string; readonly answers?: number } {
  if (seq === undefined) return {};
  const [line] = store.lines(conversation, seq - 1, 1);
  if (line?.seq !== seq) return {};
  const [entry] = entriesOf([line]);
  const said = entry?.text.replaceAll(/\s+/g, " ").trim() ?? "";
  const text = said === "" ? unsaid(entry) : said;
  const letters = [...maskSecrets(text).text];
  if (letters.length === 0) return {};
  const quote =
    letters.length <= longestQuote
      ? letters.join("")
      : `${letters.slice(0, longestQuote - 1).join("")}…`;
  return { quote, answers: line.turn };
}

/** A picture, a document or a recording without words is named. */
function unsaid(entry: ReturnType<typeof entriesOf>[number] | undefined): string {
  if (entry?.picture !== undefined) return "Ảnh";
  if (entry?.file !== undefined) return "Tệp";
  return entry?.voice === undefined ? "" : "Tin nói";
}

/** Fetches a photo or a recording that a person sent, and looks at what it really is. */
import type { MediaRow } from "../../store/media.ts";
import { type Fetched, lookedAt, unreadable } from "../fetched.ts";
import type { BotApi } from "./bot-api.ts";
import type { Wanted } from "./read-update.ts";
import { TelegramRefused } from "./refusals.ts";

const largest = 10 * 1024 * 1024;
/** A weak network between Telegram and us, not the resident's: they are done already. */
const patience = 60_000;

/** Rejects when Telegram could not be reached: the update then comes again. */
export async function fetchFile(
  { api, stop }: { readonly api: BotApi; readonly stop: AbortSignal },
  form: MediaRow["form"],
  { id, size = 0 }: Wanted,
): Promise<Fetched> {
  if (size > largest) return unreadable("too-large");
  const limits = { within: patience, stop };
  try {
    const { file_path: path } = await api.ask("getFile", { file_id: id }, limits);
    // A server in local mode names a path of its own disk, which is not ours to read.
    if (path === undefined || path.startsWith("/")) return unreadable("other");
    const bytes = await api.download(path, largest, limits);
    return bytes === undefined ? unreadable("too-large") : lookedAt(form, bytes);
  } catch (error) {
    if (!(error instanceof TelegramRefused)) throw error;
    if (error.code === "too-many-requests") throw error;
    return unreadable(error.code === "file-too-large" ? "too-large" : "other");
  }
}

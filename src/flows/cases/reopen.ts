/**
 * Asked again within a day: the same helper is asked first, with what was noted before. It is a case of its own, so
 * that what was counted stays counted; it says which one it goes on from.
 */
import type { Case, Saved } from "../talk/saved.ts";
import { activeJourney, type Talk, withSaved } from "../talk/talk.ts";
import { hour } from "../time/calendar.ts";
import { fold } from "../understanding/fold.ts";

type Recent = NonNullable<Saved["recent"]>;

const longest = 24 * hour;

/** After these nobody has helped who could be asked back. */
const inVain: ReadonlySet<string> = new Set(["unreached", "withdrawn", "no-consent"]);

/** What a closing case leaves for a day. */
export function recentOf(talk: Talk, of: Case, outcome: string): Recent | undefined {
  if (of.state.is === "waiting" || inVain.has(outcome)) return undefined;
  if (of.state.is === "claimed" && outcome === "taken-back" && !of.state.spoke) return undefined;
  const { id, wants, journey } = of;
  return { case: id, by: of.state.by, at: talk.world.now, outcome, wants, journey };
}

/** Who helped within the last day, while they still help here. */
export function recentHelp(talk: Talk): Recent | undefined {
  const { recent } = talk.saved;
  if (recent === undefined || talk.world.now - recent.at >= longest) return undefined;
  return talk.world.roster.some((p) => p.id === recent.by.id) ? recent : undefined;
}

/** Whether they can be asked back for what is being done now: another guide may be nobody's business. */
export function mayReopen(talk: Talk): boolean {
  const recent = recentHelp(talk);
  if (recent === undefined || talk.saved.case !== undefined) return false;
  const journey = activeJourney(talk);
  return journey === undefined || recent.journey === undefined || journey.id === recent.journey;
}

/** Longer than this it is a story with a name in it. */
const longestCall = 200;

/** "chị Dung ơi bà vẫn chưa được": written to whoever helped, though nobody listens any more. */
export function writesToHelper(talk: Talk, text: string): boolean {
  const recent = mayReopen(talk) ? recentHelp(talk) : undefined;
  if (recent === undefined || text.length > longestCall) return false;
  const bare = fold(recent.by.name.replace(/\(.*\)/, ""));
  const called = bare.split(" ").at(-1) ?? "";
  if (called.length < 2) return false;
  const said = fold(text);
  const to = "co|chu|anh|chi|em|bac|ong|ba|chau|cho|voi|gap|nho|nhan|goi|hoi";
  return (
    new RegExp(`(?:^| )(?:(?:${to}) )?${called} oi(?: |$)`).test(said) ||
    new RegExp(`(?:^| )(?:${to}) ${called}(?: |$)`).test(said)
  );
}

export function keepWords(talk: Talk, text: string): Talk {
  const { recent } = talk.saved;
  if (recent === undefined) return talk;
  return withSaved(talk, { recent: { ...recent, words: [text] } });
}

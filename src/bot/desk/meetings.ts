/** What a propagandist is to be reminded of about a meeting, now. */
import { dayOf, type Instant, instantOf } from "../../flows/index.ts";

const hour = 60 * 60 * 1000;

/** The evening before (from 19:00), the hour before, and afterwards until somebody says how it went. */
export function meetingDue(at: Instant, now: Instant): "tomorrow" | "soon" | "past" | undefined {
  if (now >= at) return "past";
  if (at - now <= hour) return "soon";
  const tomorrow = dayOf(now + 24 * hour);
  return dayOf(at) === tomorrow && now >= instantOf(dayOf(now), "19:00") ? "tomorrow" : undefined;
}

/** What somebody has begun to write in one case and not yet sent. */
export interface Draft {
  readonly text: string;
  /** A note among helpers, not for the resident. */
  readonly internal: boolean;
  readonly at: number;
}

export const emptyDraft: Draft = { text: "", internal: false, at: 0 };

/** After this long a forgotten draft is cleared from the phone: other people's affairs stand in it. */
export const draftLives = 7 * 24 * 3_600_000;

export const isStale = (draft: Draft, now: number): boolean => now - draft.at > draftLives;

export function readDraft(kept: string | null): Draft {
  const value = parsed(kept);
  return {
    text: typeof value["text"] === "string" ? value["text"] : "",
    internal: value["internal"] === true,
    at: typeof value["at"] === "number" ? value["at"] : 0,
  };
}

/** What a phone kept for us may be half-written, or from an older page. */
export function parsed(kept: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(kept ?? "{}");
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

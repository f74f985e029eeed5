/** What the Bot API adds to some of its refusals. */
export interface RefusalParameters {
  readonly retry_after?: number;
  readonly migrate_to_chat_id?: number;
}

/** A call answered with no; thrown inside the emulator and written out as the Bot API writes it. */
export class Refusal extends Error {
  readonly code: number;
  readonly parameters: RefusalParameters;
  /** What a correct bot would never have sent; nothing when the no is part of ordinary life. */
  readonly violation: string | undefined;

  constructor(
    code: number,
    description: string,
    also: { readonly parameters?: RefusalParameters; readonly violation?: string } = {},
  ) {
    super(description);
    this.code = code;
    this.parameters = also.parameters ?? {};
    this.violation = also.violation;
  }
}

/** A 400 that even a correct bot meets: a message is gone, a press is too old. */
export function badRequest(description: string): Refusal {
  return new Refusal(400, `Bad Request: ${description}`);
}

/** A 400 that only a mistake in the bot can cause. */
export function brokenRule(description: string, violation = description): Refusal {
  return new Refusal(400, `Bad Request: ${description}`, { violation });
}

/** A 403: the person or the group does not want the bot. */
export function forbidden(description: string): Refusal {
  return new Refusal(403, `Forbidden: ${description}`);
}

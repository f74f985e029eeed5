/** Mistakes with a code, a reason for whoever runs the program, and what to try. */

/** A setting is missing or wrong; every complaint at once, no value shown. */
export class SettingsRefused extends Error {
  readonly complaints: readonly string[];
  constructor(complaints: readonly string[]) {
    super(complaints.join("\n"));
    this.complaints = complaints;
  }
}

/** Something the person at the command line did cannot work; said in one line, without a stack. */
export class CannotGoOn extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** What a store can say no with. Each has a code to decide by and a sentence that names the way out. */

export class StoreInUse extends Error {
  readonly code = "store-in-use";
  constructor(path: string) {
    super(
      `${path} is in use by a running server. ` +
        "Stop that one first, or give this one its own DATABASE_URL.",
    );
    this.name = "StoreInUse";
  }
}

export class StoreNotOurs extends Error {
  readonly code = "store-not-ours";
  constructor(path: string) {
    super(
      `${path} is the database of another program, and nothing in it was changed. ` +
        "Give DATABASE_URL the name of another file.",
    );
    this.name = "StoreNotOurs";
  }
}

export class StoreTooNew extends Error {
  readonly code = "store-too-new";
  constructor(path: string, found: number, known: number) {
    super(
      `${path} was written by a newer version of this program ` +
        `(its tables are at ${found}, this version knows ${known}). Run the newer version, or restore a backup.`,
    );
    this.name = "StoreTooNew";
  }
}

export class MediaTooLarge extends Error {
  readonly code = "media-too-large";
  constructor(bytes: number, limit: number) {
    super(`This file has ${bytes} bytes; at most ${limit} are kept. Ask for a smaller one.`);
    this.name = "MediaTooLarge";
  }
}

export class ReturnCodeTaken extends Error {
  readonly code = "return-code-taken";
  constructor() {
    super("Another conversation of this commune has this return code. Make another one.");
    this.name = "ReturnCodeTaken";
  }
}

/** We asked about something that was never written: our own mistake. */
export class NotInStore extends Error {
  readonly code = "not-in-store";
  constructor(what: string, id: string) {
    super(`there is no ${what} ${id} in the store`);
    this.name = "NotInStore";
  }
}

/** What has been begun and not finished, so that the end of the program can wait for it. */
export interface UnderWay {
  /** Counts it until it is done. What it rejects with stays the caller's. */
  follow<Result>(begun: Promise<Result>): Promise<Result>;
  /** Resolves when nothing is under way, what was begun meanwhile included. */
  settled(): Promise<void>;
}

export function underWay(): UnderWay {
  const open = new Set<Promise<unknown>>();
  return {
    follow(begun) {
      const done: Promise<unknown> = begun.then(
        () => open.delete(done),
        () => open.delete(done),
      );
      open.add(done);
      return begun;
    },
    async settled() {
      while (open.size > 0) await Promise.all(open);
    },
  };
}

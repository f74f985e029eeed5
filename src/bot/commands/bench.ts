/**
 * `bench`: what a turn, a commit and an utterance cost, as ratios side by side in one run. Absolute figures
 * belong to the machine they were measured on; ratios travel.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type AccountId,
  blank,
  type ConversationId,
  decide,
  type Inbound,
  type Library,
  type Saved,
} from "../../flows/index.ts";
import { libraryOf } from "../content/library.ts";
import { publicationOf } from "../content/publication.ts";
import { readContent } from "../content/read-content.ts";
import { CannotGoOn } from "../errors.ts";
import { openSqlite } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";
import type { FinishedTurn } from "../store/turns.ts";

const rounds = 7;
const turnsARound = 512;
const shared = 64;

interface Figure {
  readonly what: string;
  /** Median microseconds for one. */
  readonly microseconds: number;
  /** Against the first figure of its group. */
  readonly ratio: number;
}

export function bench(json: boolean): number {
  const { content } = readContent("content");
  if (content === undefined)
    throw new CannotGoOn("content", "content/ cannot be read; npm run cau-noi -- check says why");
  const library = libraryOf(publicationOf(content, Date.now()), () => undefined);
  const groups = [storing(library), deciding(library), understanding(library)];
  if (json) process.stdout.write(`${JSON.stringify(groups.flat())}\n`);
  else {
    const lines = groups.flatMap((group) => [
      ...group.map(
        (f) =>
          `${f.what.padEnd(52)} ${f.microseconds.toFixed(1).padStart(9)} µs   × ${f.ratio.toFixed(2)}`,
      ),
      "",
    ]);
    process.stdout.write(
      `Median of ${rounds} rounds, alternating. × is the ratio to the first line of each group.\n\n${lines.join("\n")}\n`,
    );
  }
  return 0;
}

/** Runs each in turn, round by round, so that a drifting machine drifts under all of them. */
function compare(
  ways: ReadonlyArray<{ readonly what: string; readonly each: number; run(): void }>,
): Figure[] {
  const times = ways.map((): number[] => []);
  for (const way of ways) way.run();
  for (let round = 0; round < rounds; round++) {
    ways.forEach((way, index) => {
      const began = process.hrtime.bigint();
      way.run();
      times[index]?.push(Number(process.hrtime.bigint() - began) / 1000 / way.each);
    });
  }
  const medians = times.map((all) => all.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0);
  return ways.map(({ what }, index) => {
    const microseconds = medians[index] ?? 0;
    return { what, microseconds, ratio: microseconds / (medians[0] ?? 1) };
  });
}

const account = "bench" as AccountId;

/** One turn to each of so many conversations; every call is a new inbound. */
function someTurns(store: Store, library: Library, count: number): FinishedTurn[] {
  return Array.from({ length: count }, (_, index) => {
    const row = store.conversationOf(
      account,
      `p${index}`,
      () => `bench${index}` as ConversationId,
      1,
    );
    const revision = row.revision + 1;
    const inbound: Inbound =
      revision === 1 ? { kind: "arrived" } : { kind: "words", text: "xin chào", masked: [] };
    const { saved, effects } = decide(row.saved, inbound, worldOf(library, row.id, revision));
    return {
      arriving: { account, key: `${row.id}-${revision}`, conversation: row.id, inbound, at: 1 },
      revision,
      saved,
      effects,
    };
  });
}

const worldOf = (library: Library, conversation: ConversationId, revision: number) =>
  ({
    library,
    roster: [],
    now: Date.UTC(2026, 10, 22, 3),
    conversation,
    revision,
    channel: "web",
  }) as const;

function storing(library: Library): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), "cau-noi-bench-"));
  const store = openSqlite(join(folder, "bench.db"));
  try {
    store.account({ id: account, commune: library.desk.commune, channel: "web" });
    const inCommitsOf = (size: number) => () => {
      for (let made = 0; made < turnsARound; made += shared) {
        const turns = someTurns(store, library, shared);
        for (let at = 0; at < turns.length; at += size) store.commit(turns.slice(at, at + size), 1);
      }
    };
    return compare([
      {
        what: `decide and commit, ${shared} turns to a commit, synchronous=FULL`,
        each: turnsARound,
        run: inCommitsOf(shared),
      },
      {
        what: "decide and commit, one turn to a commit, synchronous=FULL",
        each: turnsARound,
        run: inCommitsOf(1),
      },
    ]);
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function deciding(library: Library): Figure[] {
  const conversation = "bench" as ConversationId;
  const walk = (texts: readonly string[]): Saved =>
    texts.reduce<Saved>(
      (saved, text, index) =>
        decide(
          saved,
          { kind: "words", text, masked: [] },
          worldOf(library, conversation, index + 1),
        ).saved,
      blank,
    );
  const inGuide = walk(["xin chào", "làm khai sinh", "1", "2"]);
  const once = (saved: Saved, text: string) => () => {
    for (let n = 0; n < turnsARound; n++)
      decide(saved, { kind: "words", text, masked: [] }, worldOf(library, conversation, 9));
  };
  return compare([
    {
      what: "decide: a greeting at the menu",
      each: turnsARound,
      run: once(walk(["xin chào"]), "xin chào"),
    },
    { what: "decide: an answer inside khai-sinh", each: turnsARound, run: once(inGuide, "1") },
    {
      what: "stored state to value and back (JSON)",
      each: turnsARound,
      run: () => {
        for (let n = 0; n < turnsARound; n++) JSON.parse(JSON.stringify(inGuide));
      },
    },
  ]);
}

function understanding(library: Library): Figure[] {
  const texts = readFileSync("tests/eval/utterances-titles-only.tsv", "utf8")
    .split("\n")
    .slice(1)
    .flatMap((line) => line.split("\t")[2] ?? []);
  return compare([
    {
      what: "read a need",
      each: texts.length,
      run: () => {
        for (const text of texts) library.readNeed(text);
      },
    },
    {
      what: "read words inside a guide",
      each: texts.length,
      run: () => {
        for (const text of texts) library.readInGuide(text, { kind: "do", choices: [] });
      },
    },
  ]);
}

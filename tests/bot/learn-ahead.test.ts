import { expect, test } from "vitest";
import { learnAhead } from "../../src/bot/content/learn-ahead.ts";
import type { Library } from "../../src/flows/index.ts";
import { passing } from "../support/passing-clock.ts";
import { theLibrary } from "../support/talk.ts";

/** The library, and what was read with it so far. */
function watched() {
  const read: string[] = [];
  return {
    read,
    library: (): Pick<Library, "readNeed" | "readInGuide"> => ({
      readNeed: (text) => {
        read.push("needs");
        return theLibrary().readNeed(text);
      },
      readInGuide: (text, standing) => {
        read.push("in a guide");
        return theLibrary().readInGuide(text, standing);
      },
    }),
  };
}

test("soon after a start, before anybody wrote, both readings are learned", async () => {
  const clock = passing(0);
  const { read, library } = watched();
  const learning = learnAhead(library, clock, new AbortController().signal);

  expect(read).toEqual([]);
  clock.advance(15_000);
  await learning;

  expect(read).toEqual(["needs", "in a guide"]);
});

test("a program that ends before that learns nothing any more", async () => {
  const clock = passing(0);
  const { read, library } = watched();
  const ending = new AbortController();
  const learning = learnAhead(library, clock, ending.signal);

  ending.abort();
  await learning;

  expect(read).toEqual([]);
});

/** The first of a thousand races; all of them are `npm run test:long`. */
import { beforeAll, test } from "vitest";
import { prepare } from "../support/talk.ts";
import { race } from "../support/village/race.ts";

beforeAll(prepare, 120_000);

test("in two hundred rounds one claim wins, every loser is told, and nothing is lost", () =>
  race(200));

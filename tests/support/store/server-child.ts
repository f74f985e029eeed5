/**
 * A server that a test may kill: `node server-child.ts FILE` opens the store as a server, says "ready" and
 * then commits turns for as long as it lives, saying each one that was committed. With `hold` behind the file
 * it only holds the store.
 *
 * Every conversation hears its own keys 1, 2, 3…; after a restart the last few arrive again, as they do when
 * a platform never got its acknowledgement.
 */
import { writeSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { openSqlite } from "../../../src/bot/store/sqlite.ts";
import { ask, aTurn, conversationId, journey, say, settle } from "./builders.ts";

const names = ["a", "b", "c", "d"];
const repeated = 3;

const [, , path = "", mode = ""] = process.argv;
const tell = (line: string) => writeSync(1, `${line}\n`);

try {
  const store = openSqlite(path);
  settle(store, { web: names });
  // What is killed writes no cache when it ends, and the next one would compile everything again.
  flushCompileCache();
  tell("ready");
  if (mode === "hold") setInterval(() => {}, 1000);
  else {
    const revisionOf = (name: string) => store.conversation(conversationId(name))!.revision;
    const heard = new Map(names.map((name) => [name, Math.max(0, revisionOf(name) - repeated)]));
    for (;;) {
      const now = Date.now();
      const turns = names.map((name, i) => {
        const key = heard.get(name)! + 1;
        return aTurn({
          in: name,
          key: `${name}-${key}`,
          revision: revisionOf(name) + 1,
          inbound: { kind: "words", text: `${key}`, masked: [] },
          saved: { fumbles: key },
          effects: [
            say(`nghe ${key}`),
            ask(`hỏi ${key}`),
            { do: "timer", name: "silence", scope: "turn", at: now + key },
            journey(`${name}/j`, { moment: "reached", step: `s${key}` }),
            {
              do: "note",
              to: conversationId(names[(i + 1) % names.length]!),
              note: { kind: "joined", outcome: "joined" },
            },
          ],
        });
      });
      // One of them is refused every time, and must not take the others with it.
      const nobody = aTurn({ in: "nobody" });
      const outcomes = store.commit([...turns.slice(0, 2), nobody, ...turns.slice(2)], now);
      for (const [i, turn] of turns.entries()) {
        const outcome = outcomes[i < 2 ? i : i + 1];
        const name = names[i]!;
        if (outcome?.kind !== "committed" && outcome?.kind !== "seen-before") {
          throw new Error(`${name}: ${outcome?.kind}`);
        }
        heard.set(name, heard.get(name)! + 1);
        tell(`${outcome.kind} ${turn.arriving.key}`);
      }
    }
  }
} catch (error) {
  tell(`refused ${(error as { code?: string }).code ?? String(error)}`);
  process.exitCode = 1;
}

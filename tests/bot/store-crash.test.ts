import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { openSqlite } from "../../src/bot/store/sqlite.ts";
import { aTempFolder } from "../support/at-end.ts";
import { soon } from "../support/patience.ts";
import { commune, conversationId, settle, web } from "../support/store/builders.ts";
import { startChild } from "../support/store/child.ts";

const names = ["a", "b", "c", "d"];
const kills = 27;

/** Two files at once: each is opened, written and killed, again and again, and looked at in the end. */
test.concurrent.each(["one", "another"])(
  "nothing acknowledged is lost or counted twice: %s",
  async () => {
    const folder = aTempFolder();
    const path = join(folder, "cau-noi.db");
    const acknowledged = new Set<string>();
    let committed = 0;
    let againSeen = 0;

    for (let kill = 0; kill < kills; kill++) {
      const child = startChild(path, "commit");
      // Most die while they commit, some while they still open the file.
      if (kill % 6 === 5) await sleep(Math.random() * 150);
      else {
        expect(await child.firstLine).toBe("ready");
        // So many lines more, and not so many milliseconds: a busy machine would kill what has hardly begun.
        const enough = 1 + Math.random() * 80;
        await vi.waitFor(() => expect(child.lines.length).toBeGreaterThan(enough), {
          ...soon,
          interval: 1,
        });
      }
      await child.kill();
      for (const line of child.lines.slice(1)) {
        const [outcome, key = ""] = line.split(" ");
        expect(outcome).toMatch(/^(committed|seen-before)$/);
        if (outcome === "committed") {
          expect(acknowledged.has(key)).toBe(false);
          committed += 1;
        } else againSeen += 1;
        acknowledged.add(key);
      }
    }

    const store = openSqlite(path);
    settle(store);
    expect(store.setting("nothing")).toBeUndefined();
    let turns = 0;
    for (const name of names) {
      const id = conversationId(name);
      const { revision, saved } = store.conversation(id)!;
      const lines = store.lines(id, 0, 1_000_000);
      // Each turn whole: what was written, two replies, in order, without a gap.
      expect(lines.map((line) => line.seq)).toEqual(lines.map((_, i) => i + 1));
      expect(lines).toHaveLength(3 * revision);
      const said = lines.map(({ what, turn }) =>
        what.is === "reply"
          ? `${turn} ${what.reply.text}`
          : `${turn} ${what.inbound.kind === "words" && what.inbound.text}`,
      );
      const expected = Array.from({ length: revision }, (_, i) => i + 1).flatMap((n) => [
        `${n} ${n}`,
        `${n} nghe ${n}`,
        `${n} hỏi ${n}`,
      ]);
      expect(said).toEqual(expected);
      expect(saved.fumbles).toBe(revision);
      for (const key of acknowledged) {
        const [of, n] = key.split("-");
        if (of === name) expect(Number(n)).toBeLessThanOrEqual(revision);
        expect(store.seen(web, key)).toBeDefined();
      }
      expect(store.journeys(commune, 0, Number.MAX_SAFE_INTEGER).map((j) => j.lastStep)).toContain(
        `s${revision}`,
      );
      turns += revision;
    }
    // Each turn left one note; each conversation has one timer.
    expect(store.pending(1_000_000)).toHaveLength(turns);
    expect(store.dueTimers(Number.MAX_SAFE_INTEGER, 100)).toHaveLength(names.length);
    store.close();

    expect(committed).toBeGreaterThan(kills);
    expect(againSeen).toBeGreaterThan(kills);
    expect(committed).toBeLessThanOrEqual(turns);
  },
);

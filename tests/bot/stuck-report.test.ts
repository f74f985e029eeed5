import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { stuckCsv } from "../../src/bot/reports/month.ts";
import { openSqlite } from "../../src/bot/store/sqlite.ts";
import type { Store } from "../../src/bot/store/store.ts";
import type { Effect } from "../../src/flows/index.ts";
import { aTempFolder } from "../support/at-end.ts";
import { aTurn, commune, settle } from "../support/store/builders.ts";
import { aHelper, day, morning, type Player, prepare, theLibrary, town } from "../support/talk.ts";

beforeAll(prepare, 120_000);

let folder: string;
let store: Store;
beforeEach(() => {
  folder = aTempFolder();
  store = openSqlite(join(folder, "cau-noi.db"));
});
afterEach(() => {
  store.close();
});

type Offer = Extract<Effect, { do: "stuck" }>;

/** What each resident does after standing on the first task of a guide. */
const stories: Readonly<Record<string, (p: Player, pass: (ms: number) => void) => void>> = {
  accepts: (p) => {
    p.sendsPhoto();
    p.presses("Mời giúp tôi");
    p.types("Nà Khau");
    p.presses("Ai giúp cũng được");
  },
  declines: (p) => {
    p.types("khó quá bà chịu thôi");
    p.presses("Để tôi thử lại");
    p.presses("Xong rồi");
  },
  "goes-on": (p) => {
    p.types("asdf qwer");
    p.types("zxcv uiop");
    p.types("xong rồi");
  },
  stops: (p) => {
    p.sendsPhoto();
    p.types("thôi không làm nữa");
    p.presses("Thôi hẳn");
  },
  leaves: (p) => {
    p.types("nhắc lại");
    p.types("nhắc lại");
  },
  "comes-back": (p, pass) => {
    p.sendsPhoto();
    pass(day);
    p.types("xong rồi");
    p.sendsPhoto();
  },
  "needs-nothing": (p) => {
    p.presses("Xong rồi");
  },
};

test("every offer of the month stands in it once, with what came of it", () => {
  const offers = new Map<string, { offer: Offer & { moment: "offered" }; came: string }>();
  const names = Object.keys(stories);
  settle(store, { web: names });
  const commits = (name: string, p: Player, revision: number) => {
    const effects = p.chat.effects.filter((e) => e.do === "journey" || e.do === "stuck");
    store.commit([aTurn({ in: name, revision, effects })], morning);
    for (const effect of effects) {
      if (effect.do !== "stuck") continue;
      const key = `${effect.journey} ${effect.step} ${effect.day}`;
      if (effect.moment === "offered") offers.set(key, { offer: effect, came: "left" });
      else offers.set(key, { offer: offers.get(key)!.offer, came: effect.followed });
    }
  };

  for (const [name, story] of Object.entries(stories)) {
    const commune = town();
    commune.helper(aHelper("dung"));
    const p = commune.player(name);
    let revision = 0;
    // Every turn is committed as it is decided, so each act of the player is one.
    const committing = new Proxy(p, {
      get: (of, key: keyof Player) =>
        typeof of[key] === "function"
          ? (...given: unknown[]) => {
              const said = (of[key] as (...all: unknown[]) => unknown)(...given);
              revision += 1;
              commits(name, of, revision);
              return said;
            }
          : of[key],
    });
    committing.arrives("tra-cuu-ho-so");
    committing.presses("Có mã đây");
    committing.presses("Có, nhớ giúp tôi");
    story(committing, (ms) => void commune.pass(ms));
  }

  const [heading, ...lines] = stuckCsv(store, theLibrary(), commune, "2026-11", "2026-12-01")
    .replace("\u{feff}", "")
    .trimEnd()
    .split("\r\n");
  expect(heading).toBe(
    "day,village,village_name,field,field_name,flow,flow_name,step,signal,followed",
  );
  expect(lines.toSorted()).toEqual(
    [...offers.values()]
      .map(({ offer: o, came }) =>
        [
          ...[o.day, o.village ?? "", o.village === undefined ? "" : "Nà Khau"],
          ...[o.field, "Tài khoản", o.flow, "Xem hồ sơ đã nộp tới đâu"],
          ...[o.step, o.signal, came],
        ].join(","),
      )
      .toSorted(),
  );
  expect([...offers.values()].map(({ came }) => came).toSorted()).toEqual(
    ["accepted", "declined", "left", "left", "left", "left", "went-on"].toSorted(),
  );
});

test("an offer of today that nothing came of yet is still open, and left tomorrow", () => {
  settle(store, { web: ["lan"] });
  const p = town().player("lan");
  p.arrives("tra-cuu-ho-so");
  store.commit(
    [aTurn({ in: "lan", revision: 1, effects: p.chat.effects.filter((e) => e.do === "journey") })],
    morning,
  );
  p.types("khó quá bà chịu thôi");
  store.commit(
    [aTurn({ in: "lan", revision: 2, effects: p.chat.effects.filter((e) => e.do === "stuck") })],
    morning,
  );

  expect(stuckCsv(store, theLibrary(), commune, "2026-11", "2026-11-24")).toMatch(/distress,\r\n$/);
  expect(stuckCsv(store, theLibrary(), commune, "2026-11", "2026-11-25")).toMatch(
    /distress,left\r\n$/,
  );
});

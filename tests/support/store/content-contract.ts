import { expect, test } from "vitest";
import type { Publication } from "../../../src/bot/store/publications.ts";
import type { EditionId, JourneyId } from "../../../src/flows/index.ts";
import { aTurn, morning, settle } from "./builders.ts";
import type { Current } from "./contract.ts";

const edition = (id: string) => id as EditionId;

function aPublication(id: string, ...editions: string[]): Publication {
  return {
    id,
    at: morning,
    content: `{"what":"${id}"}`,
    editions: editions.map((name) => ({
      id: edition(name),
      flow: "khai-sinh",
      expanded: `{"edition":"${name}"}`,
    })),
  };
}

export function contentContract(current: Current): void {
  test("what was published last runs, and every edition stays", () => {
    expect(current.store.publication()).toBeUndefined();
    expect(current.store.publicationId()).toBeUndefined();

    current.store.publish(aPublication("p1", "e1", "e2"));
    current.store.publish(aPublication("p2", "e2", "e3"));

    current.restart();
    expect(current.store.publicationId()).toBe("p2");
    expect(current.store.publication()).toEqual(aPublication("p2", "e2", "e3"));
    expect(current.store.edition(edition("e1"))).toEqual({
      flow: "khai-sinh",
      expanded: '{"edition":"e1"}',
    });
    expect(current.store.edition(edition("e9"))).toBeUndefined();
  });

  test("an older publication can be put back", () => {
    current.store.publish(aPublication("p1", "e1"));
    current.store.publish(aPublication("p2", "e2"));

    current.store.publish(aPublication("p1", "e1"));
    current.store.publish(aPublication("p1", "e1"));

    expect(current.store.publication()).toEqual(aPublication("p1", "e1"));
  });

  test("an edition never changes once it is published", () => {
    current.store.publish(aPublication("p1", "e1"));
    const forged = { id: edition("e1"), flow: "khai-sinh", expanded: "{}" };

    current.store.publish({ ...aPublication("p2"), editions: [forged] });

    expect(current.store.edition(edition("e1"))?.expanded).toBe('{"edition":"e1"}');
  });

  test("a publication may say whose it is", () => {
    current.store.publish({ ...aPublication("p1"), commune: "tan-an" });

    expect(current.store.publication()).toMatchObject({ id: "p1", commune: "tan-an" });
  });

  test("before publishing, one sees how many stand where", () => {
    const { store } = current;
    settle(store, { web: ["lan", "minh", "an"] });
    const on = (id: string, step: string) => ({
      id: id as JourneyId,
      flow: "khai-sinh",
      edition: edition("e1"),
      startedAt: morning,
      step,
      since: morning,
      path: [],
      answers: {},
      aside: {},
      correcting: false,
      failed: 0,
      tried: [],
      helped: "alone" as const,
    });

    store.commit(
      [
        aTurn({ in: "lan", saved: { journeys: [on("a", "log-in"), on("b", "pay")] } }),
        aTurn({ in: "minh", saved: { journeys: [on("c", "log-in")] } }),
      ],
      morning,
    );

    current.restart();
    expect(current.store.standing()).toEqual([
      { flow: "khai-sinh", edition: "e1", step: "log-in", people: 2 },
      { flow: "khai-sinh", edition: "e1", step: "pay", people: 1 },
    ]);
  });

  test("a secret is made once and kept; a setting is what was set last", () => {
    const first = current.store.secret("cookies", () => "s1");
    current.store.setSetting("trial", "yes");
    current.store.setSetting("trial", "no");

    current.restart();
    expect([first, current.store.secret("cookies", () => "s2")]).toEqual(["s1", "s1"]);
    expect(current.store.secret("other", () => "s3")).toBe("s3");
    expect(current.store.setting("trial")).toBe("no");
    expect(current.store.setting("nothing")).toBeUndefined();
  });
}

import { expect, test } from "vitest";
import type { DraftFile } from "../../../src/bot/store/drafts.ts";
import type { EditionId, PropagandistId } from "../../../src/flows/index.ts";
import { morning } from "./builders.ts";
import type { Current } from "./contract.ts";

const thom = "thom" as PropagandistId;
const bytes = (text: string) => Buffer.from(text);
const aFile = (path: string, base: string | undefined, now: string | undefined): DraftFile => ({
  path,
  base: base === undefined ? undefined : bytes(base),
  bytes: now === undefined ? undefined : bytes(now),
  by: thom,
  at: morning,
});

export function draftsContract(current: Current): void {
  test("a draft lies in its commune, file by file, and survives a restart", () => {
    const changed = aFile("flows/khai-sinh.yaml", "a: 1", "a: 2");
    const added = aFile("pictures/portal/open.png", undefined, "picture");
    const removed = aFile("pictures/portal/send.png", "picture", undefined);
    const touch = { path: changed.path, place: '["a"]', by: thom, at: morning };

    current.store.saveDraft("tan-an", [changed, added, removed], [touch]);
    current.store.saveDraft("other", [aFile("desk.yaml", "b: 1", "b: 2")]);

    current.restart();
    expect(current.store.draftFiles("tan-an")).toEqual([changed, added, removed]);
    expect(current.store.draftTouches("tan-an")).toEqual([touch]);

    current.store.dropDraft("tan-an", [changed.path]);
    expect(current.store.draftFiles("tan-an").map(({ path }) => path)).toEqual([
      added.path,
      removed.path,
    ]);
    expect(current.store.draftTouches("tan-an")).toEqual([]);
    expect(current.store.draftFiles("other")).toHaveLength(1);
  });

  test("a file written again stands once, with its newest words", () => {
    current.store.saveDraft("tan-an", [aFile("desk.yaml", "b: 1", "b: 2")]);
    current.store.saveDraft("tan-an", [aFile("desk.yaml", "b: 1", "b: 3")]);

    expect(current.store.draftFiles("tan-an")).toEqual([aFile("desk.yaml", "b: 1", "b: 3")]);
  });

  test("that a draft is being written is remembered until it is over, and ends the draft", () => {
    current.store.saveDraft("tan-an", [aFile("desk.yaml", "b: 1", "b: 2")]);
    expect(current.store.writings()).toEqual([]);

    current.store.beginWriting("tan-an", thom, morning);

    current.restart();
    expect(current.store.writings()).toEqual([{ commune: "tan-an", by: thom, at: morning }]);
    current.store.endWriting("tan-an");
    expect(current.store.writings()).toEqual([]);
    expect(current.store.draftFiles("tan-an")).toEqual([]);
  });

  test("a link for trying a draft is known until it is over", () => {
    current.store.addTryLink("hash-1", "tan-an", thom, morning + 1000);
    current.store.addTryLink("hash-2", "tan-an", thom, morning + 3000);

    current.restart();
    expect(current.store.tryLink("hash-1")).toEqual({
      commune: "tan-an",
      expiresAt: morning + 1000,
    });
    current.store.dropTryLinks(morning + 2000);
    expect(current.store.tryLink("hash-1")).toBeUndefined();
    expect(current.store.tryLink("hash-2")).toBeDefined();
  });

  test("the history names every publication, who made it, and gives back its files", () => {
    const editions = [{ id: "e1" as EditionId, flow: "khai-sinh", expanded: "{}" }];
    const published = (id: string) => ({ id, at: morning, content: `{"what":"${id}"}`, editions });
    const first = new Map([["desk.yaml", bytes("b: 1")]]);
    const second = new Map([
      ["desk.yaml", bytes("b: 2")],
      ["pictures/a/b.png", bytes("picture")],
    ]);

    current.store.publish(published("p0"));
    current.store.publish({ ...published("p1"), files: first });
    current.store.publish({ ...published("p2"), files: second, by: thom });

    current.restart();
    const [p2, p1, p0] = current.store.publications();
    expect(p2).toMatchObject({ id: "p2", at: morning, by: thom, restorable: true });
    expect(p1).toMatchObject({ id: "p1", restorable: true });
    expect(p0).toMatchObject({ id: "p0", restorable: false });
    expect(current.store.publicationFiles(p1?.position ?? -1)).toEqual(first);
    expect(current.store.publicationFiles(p2?.position ?? -1)).toEqual(second);
    expect(current.store.publicationFiles(p0?.position ?? -1).size).toBe(0);
    expect(current.store.publicationAt(p1?.position ?? -1)).toEqual(published("p1"));
    expect(current.store.publicationAt(999)).toBeUndefined();
  });
}

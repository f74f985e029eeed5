/** Publishing: the first start takes the folder, later ones what is published, and nobody is surprised. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { libraryOf, UnreadablePublication } from "../../src/bot/content/library.ts";
import { canonicalJson, publicationOf } from "../../src/bot/content/publication.ts";
import { ensurePublished, publish } from "../../src/bot/content/publish.ts";
import { readContent } from "../../src/bot/content/read-content.ts";
import { standingDifference } from "../../src/bot/content/standing.ts";
import { openSqlite } from "../../src/bot/store/sqlite.ts";
import type { Store } from "../../src/bot/store/store.ts";
import type { Content, EditionId } from "../../src/flows/index.ts";
import { type Change, folderWith } from "../content/folder.ts";

const now = Date.parse("2026-11-22T08:00:00+07:00");
const trees = "flows/cay-giong.yaml";

const otherWords: Change = {
  file: trees,
  from: "Vậy {me} ghi ngày ấy.",
  to: "Vậy {me} nhớ ngày ấy.",
};
const otherRoad: Change = {
  file: trees,
  from: 'en: "I lost it" }, leads-to: ask-somebody }',
  to: 'en: "I lost it" }, leads-to: not-this-year }',
};
const broken: Change = { file: trees, from: "begins: slip-at-hand", to: "begins: nowhere-at-all" };

let store: Store;
beforeEach(() => {
  store = openSqlite(":memory:");
});
afterEach(() => store.close());

function contentOf(...changes: readonly Change[]): Content {
  const { content } = readContent(folderWith(...changes));
  if (content === undefined) throw new Error("the folder could not be read");
  return content;
}

describe("starting", () => {
  test("the first start publishes the folder", () => {
    const { library, differs, problems } = ensurePublished(store, folderWith(), now);

    expect(problems).toEqual([]);
    expect(differs).toBe(false);
    expect([...(library?.flows.keys() ?? [])]).toEqual(["cay-giong", "tien-dau", "tin-buon"]);
    expect(store.publication()?.id).toBe(publicationOf(contentOf(), now).id);
  });

  test("a later start runs what is published and says that the folder differs", () => {
    ensurePublished(store, folderWith(), now);
    const before = store.publicationId();

    const same = ensurePublished(store, folderWith(), now + 1);
    const changed = ensurePublished(store, folderWith(otherWords), now + 2);

    expect(same.differs).toBe(false);
    expect(changed.differs).toBe(true);
    expect(changed.library?.flows.get("cay-giong")?.stepAt("about-day")).toMatchObject({
      says: { vi: expect.stringContaining("ghi ngày") },
    });
    expect(store.publicationId()).toBe(before);
  });

  test("a folder with errors is never published, and stops nobody who already runs", () => {
    const first = ensurePublished(store, folderWith(broken), now);
    expect(first.library).toBeUndefined();
    expect(first.problems).toHaveLength(1);
    expect(store.publication()).toBeUndefined();

    ensurePublished(store, folderWith(), now);
    const later = ensurePublished(store, folderWith(broken), now);

    expect(later).toMatchObject({
      differs: true,
      problems: [expect.objectContaining({ weight: "error" })],
    });
    expect(later.library?.flows.size).toBe(3);
  });
});

describe("publishing", () => {
  test("a dry run tells which guides change and how many people stand on changed steps, and writes nothing", () => {
    ensurePublished(store, folderWith(), now);
    const before = store.publicationId();
    const people = [standingOn("slip-at-hand", 3), standingOn("about-day", 2)];

    const shown = publish(
      { ...shelfOf(store), standing: () => people },
      folderWith(otherRoad),
      now,
      { dryRun: true },
    );

    expect(shown).toMatchObject({
      outcome: "shown",
      changedFlows: ["cay-giong"],
      standing: [{ flow: "cay-giong", step: "slip-at-hand", people: 3, how: "changed" }],
    });
    expect(store.publicationId()).toBe(before);
  });

  test("what is new is published once; the edition people are walking stays readable", () => {
    const { library } = ensurePublished(store, folderWith(), now);
    const old = library?.flows.get("cay-giong")?.edition as EditionId;

    const outcome = publish(store, folderWith(otherWords), now).outcome;
    const again = publish(store, folderWith(otherWords), now).outcome;

    expect([outcome, again]).toEqual(["published", "same"]);
    const next = ensurePublished(store, folderWith(otherWords), now);
    expect(next.differs).toBe(false);
    expect(next.library?.flows.get("cay-giong")?.edition).not.toBe(old);
    expect(next.library?.edition(old)?.stepAt("about-day")).toMatchObject({
      says: { vi: expect.stringContaining("ghi ngày") },
    });
    expect(next.library?.edition("never-published" as EditionId)).toBeUndefined();
  });

  test("errors refuse it, warnings do not", () => {
    const doubtful: Change = {
      file: "facts/cay.yaml",
      from: "until: 2027-06-30",
      to: "until: 2026-11-01",
    };

    expect(publish(store, folderWith(broken), now)).toMatchObject({ outcome: "refused" });
    expect(publish(store, folderWith(doubtful), now)).toMatchObject({
      outcome: "published",
      problems: [expect.objectContaining({ weight: "warning" })],
    });
  });

  function standingOn(step: string, people: number) {
    const edition =
      store.publication()?.editions.find(({ flow }) => flow === "cay-giong")?.id ?? "";
    return { flow: "cay-giong", edition, step, people };
  }
});

describe("people standing on changed steps", () => {
  const before = publicationOf(contentOf(), now);
  const old = before.editions.find(({ flow }) => flow === "cay-giong");
  const at = (step: string, edition: string = old?.id ?? "") => [
    { flow: "cay-giong", edition, step, people: 4 },
  ];
  const librarySince = (...changes: readonly Change[]) =>
    libraryOf(publicationOf(contentOf(...changes), now), (id) =>
      before.editions.find((edition) => edition.id === id),
    );

  test("other words and other neighbours leave them where they are", () => {
    expect(standingDifference(at("about-day"), librarySince(otherWords))).toEqual([]);
    expect(standingDifference(at("day-given"), librarySince(otherRoad))).toEqual([]);
  });

  test("answers that lead elsewhere change the step", () => {
    expect(standingDifference(at("slip-at-hand"), librarySince(otherRoad))).toEqual([
      { flow: "cay-giong", step: "slip-at-hand", people: 4, how: "changed" },
    ]);
  });

  test("a renamed step is the same step; without renaming it is gone", () => {
    const moved: readonly Change[] = [
      { file: trees, from: "  day-given:\n", to: "  which-day:\n" },
      { file: trees, from: "leads-to: day-given }", to: "leads-to: which-day }" },
      { file: trees, from: "on: day-given", to: "on: which-day" },
    ];
    const renamed: Change = {
      file: trees,
      from: "renamed: {}",
      to: "renamed: { day-given: which-day }",
    };

    expect(standingDifference(at("day-given"), librarySince(...moved, renamed))).toEqual([]);
    expect(standingDifference(at("day-given"), librarySince(...moved))).toMatchObject([
      { how: "gone" },
    ]);
  });

  test("a guide that is no longer there is named, and a lost edition counts as changed", () => {
    const alone = librarySince(
      { file: trees, gone: true },
      { file: "flows/tien-dau.yaml", gone: true },
    );

    expect(standingDifference(at("day-given"), alone)).toMatchObject([{ how: "unpublished" }]);
    expect(standingDifference(at("day-given", "lost"), librarySince())).toMatchObject([
      { how: "changed" },
    ]);
  });
});

describe("an edition's id", () => {
  const editionOf = (...changes: readonly Change[]) => {
    const found = publicationOf(contentOf(...changes), now).editions.find(
      ({ flow }) => flow === "cay-giong",
    );
    return found?.id;
  };

  test("is 16 hexadecimal digits and the same for the same words", () => {
    expect(editionOf()).toMatch(/^[0-9a-f]{16}$/);
    expect(editionOf()).toBe(editionOf());
  });

  test("does not change with how people ask, or with the order of keys", () => {
    expect(editionOf({ file: trees, from: "xin cây giống", to: "hỏi cây giống" })).toBe(
      editionOf(),
    );
    expect(
      editionOf({
        file: trees,
        from: '{ vi: "Có rồi", en: "Yes" }',
        to: '{ en: "Yes", vi: "Có rồi" }',
      }),
    ).toBe(editionOf());
  });

  test("changes with a word, with a word of an included part, and with the order of choices", () => {
    const choices = [
      '      at-hand: { says: { vi: "Có rồi", en: "Yes" }, leads-to: open-list }\n',
      '      lost: { says: { vi: "Mất rồi", en: "I lost it" }, leads-to: ask-somebody }\n',
    ] as const;
    const others = [
      editionOf(otherWords),
      editionOf({
        file: "fragments/gui-don.yaml",
        from: "nút gửi ở cuối",
        to: "nút gửi dưới cuối",
      }),
      editionOf({ file: trees, from: choices.join(""), to: choices.toReversed().join("") }),
    ];

    expect(new Set([editionOf(), ...others]).size).toBe(4);
  });

  test("is the hash of exactly what is stored", () => {
    for (const { expanded } of publicationOf(contentOf(), now).editions) {
      expect(canonicalJson(JSON.parse(expanded))).toBe(expanded);
    }
  });
});

describe("the library", () => {
  test("stands as a turn reads it: values without their files, titles of needs without a guide", () => {
    const library = libraryOf(publicationOf(contentOf(), now));

    expect(library.facts["village-phone"]).toMatchObject({ value: "19000000" });
    expect(library.screens["trang/gui"]).toMatchObject({ app: "portal" });
    expect([...library.unguided]).toEqual([
      ["phan-bon", { vi: "Nhận phân bón", en: "Get fertiliser" }],
    ]);
    expect(library.desk.commune).toBe("xa-mau");
  });

  test("hears the words of a guide and of a need not guided yet", () => {
    const library = libraryOf(publicationOf(contentOf(), now));
    const step = { kind: "do", choices: [] } as const;

    expect(library.readInGuide("xong rồi", step).intent).toBe("done");
    expect(library.readNeed("xong rồi").verdict).toBe("none");
  });

  test("content written by another version is refused by name, not met in the middle of a turn", () => {
    const publication = publicationOf(contentOf(), now);

    expect(() => libraryOf({ ...publication, content: JSON.stringify({ flows: [] }) })).toThrow(
      UnreadablePublication,
    );
  });
});

/** The store's own publishing, without the rest. */
function shelfOf(whole: Store) {
  return {
    publish: whole.publish.bind(whole),
    publication: whole.publication.bind(whole),
    edition: whole.edition.bind(whole),
    standing: whole.standing.bind(whole),
  };
}

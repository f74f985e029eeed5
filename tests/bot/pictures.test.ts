/** Every screen of the content folder as a picture, and how pictures are kept and shown. */
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { fastify } from "fastify";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Clock } from "../../src/bot/clock.ts";
import { makeLog } from "../../src/bot/log.ts";
import { composed, height, width } from "../../src/bot/pictures/compose-screen.ts";
import { drawBoard } from "../../src/bot/pictures/draw-board.ts";
import { drawScreen, laidOut } from "../../src/bot/pictures/draw-screen.ts";
import { type DrawnApart, drawnApart } from "../../src/bot/pictures/drawn-apart.ts";
import { screenPictures } from "../../src/bot/pictures/screen-pictures.ts";
import type { Drawn } from "../../src/bot/pictures/tree.ts";
import type { PictureWords, Screen } from "../../src/bot/pictures/words.ts";
import type { Line } from "../../src/bot/store/lines.ts";
import { entriesOf } from "../../src/bot/web/entries.ts";
import { screenRoutes } from "../../src/bot/web/screen-routes.ts";
import { boardOf, type Language, type Library, screensSchema } from "../../src/flows/index.ts";
import { aTempFolder } from "../support/at-end.ts";

const folder = join(import.meta.dirname, "../../content/screens");
const content: ReadonlyArray<{ readonly id: string; readonly screen: Screen }> = readdirSync(
  folder,
).flatMap((file) =>
  Object.entries(screensSchema.parse(parse(readFileSync(join(folder, file), "utf8")))).map(
    ([id, screen]) => ({ id: `${file.replace(".yaml", "")}/${id}`, screen }),
  ),
);
const languages: readonly Language[] = ["vi", "en"];
const spokenIn = (language: Language): PictureWords => ({ language, commune: "Xã Tân An" });
const large = { scale: 1, crowded: false };

/** Drawing takes a fifth of a second: here the fullest screen of each file, all of them in `test:long`. */
const drawnHere: ReadonlySet<string> =
  process.env["DRAW_ALL"] === "1"
    ? new Set(content.map(({ id }) => id))
    : new Set(
        Object.values(Object.groupBy(content, ({ id }) => id.split("/")[0] ?? "")).flatMap(
          (file = []) =>
            file
              .toSorted((a, b) => b.screen.elements.length - a.screen.elements.length)
              .slice(0, 1)
              .map(({ id }) => id),
        ),
      );

describe("every screen of the content folder", () => {
  test.each(content)("$id has one ring, round the element to press", ({ screen }) => {
    const tree = composed(screen, spokenIn("vi"), large);

    const rings = partsOf(tree, "ring");
    expect(rings).toHaveLength(1);
    const label = screen.elements.find(({ press }) => press === true)?.label;
    expect(textsOf(rings[0]!).join(" ")).toBe(label?.normalize("NFC") ?? "");
  });

  test.each(content)("$id has no words in a shape but sourced labels", ({ screen }) => {
    for (const language of languages) {
      for (const crowded of [false, true]) {
        const tree = composed(screen, spokenIn(language), { scale: 1, crowded });

        const inShapes = partsOf(tree, "shape").flatMap(textsOf);
        const labels = screen.elements.flatMap(({ label, source }) =>
          label !== undefined && source !== undefined ? [label.normalize("NFC")] : [],
        );
        expect(inShapes.toSorted()).toEqual(labels.toSorted());
      }
    }
  });

  test.each(content)("$id says what it is and where one is", ({ screen }) => {
    const tree = composed(screen, spokenIn("vi"), large);

    expect(partsOf(tree, "mark").flatMap(textsOf)).toEqual(["hình minh hoạ"]);
    expect(partsOf(tree, "app").flatMap(textsOf)).toHaveLength(1);
  });

  test("is drawn whole, large enough to read, and below 60 KB", async () => {
    for (const { id, screen } of content) {
      for (const language of languages) {
        const { fit, stands } = await laidOut(screen, spokenIn(language));
        expect([id, language, stands]).toEqual([id, language, true]);
        expect([id, fit.scale >= 0.8]).toEqual([id, true]);
      }
      if (!drawnHere.has(id)) continue;
      const png = read(await drawScreen(screen, spokenIn("vi")));
      expect([id, png.width, png.height]).toEqual([id, width, height]);
      expect([id, png.bytes < 60 * 1024]).toEqual([id, true]);
      expect(png.pixels).toBe((width + 1) * height);
    }
  });
});

test("a crowded screen still shows all its elements", async () => {
  const crowded: Screen = {
    says: { vi: "trang đầy", en: "a full page" },
    app: "portal",
    elements: Array.from({ length: 8 }, (_, n) => ({
      kind: "field" as const,
      means: {
        vi: "một ô có lời tả khá dài để xuống dòng",
        en: "a box with words long enough to wrap",
      },
      ...(n === 4 ? { press: true as const } : {}),
    })),
  };

  const { stands } = await laidOut(crowded, spokenIn("vi"));

  expect(stands).toBe(true);
});

test("a sourced label stands in its shape, whatever its kind and wherever it is", () => {
  const kinds = ["bar", "text", "field", "button", "tick", "photo", "item", "code"] as const;
  const apps = ["portal", "vneid", "store", "sms", "phone", "browser"] as const;
  for (const app of apps) {
    for (const kind of kinds) {
      for (const label of ["Sáu ô gọi điện, nút tròn, giấy, đen trắng", "Chọn", "Tìm", "Khác"]) {
        const elements = [
          { kind, label, source: "portal-all" },
          { kind, label, source: "portal-all", press: true as const },
        ];
        const screen: Screen = { says: { vi: "trang", en: "page" }, app, elements };

        const inShapes = partsOf(composed(screen, spokenIn("vi"), large), "shape").flatMap(textsOf);

        expect([app, kind, inShapes]).toEqual([app, kind, [label, label]]);
      }
    }
  }
});

test("letters with their marks apart are drawn like letters in one piece", async () => {
  const spelled = (form: "NFC" | "NFD"): Screen => ({
    says: { vi: "trang", en: "page" },
    app: "portal",
    elements: [
      {
        kind: "button",
        label: "Đường dẫn tới hồ sơ".normalize(form),
        source: "portal-all",
        press: true,
      },
    ],
  });

  const [whole, apart] = await Promise.all([
    drawScreen(spelled("NFC"), spokenIn("vi")),
    drawScreen(spelled("NFD"), spokenIn("vi")),
  ]);

  expect(Buffer.from(apart).equals(whole)).toBe(true);
});

describe("pictures of a library", () => {
  const one: Screen = {
    says: { vi: "trang của {commune}", en: "the page of {commune}" },
    app: "portal",
    elements: [
      { kind: "bar", means: { vi: "tên trang", en: "name of the page" } },
      { kind: "button", label: "Nộp hồ sơ", source: "portal-all", press: true },
    ],
  };

  test("a screen is drawn once for each language and again only when it changes", async () => {
    const { pictures, library, drawing } = house({ "portal/one": one });

    const [first, again] = await Promise.all([
      pictures.pictureFor("portal/one", "vi"),
      pictures.pictureFor("portal/one", "vi"),
    ]);
    await pictures.pictureFor("portal/one", "en");
    expect(drawing.count).toBe(2);
    expect(again?.bytes).toBe(first?.bytes);

    library.screens = { "portal/one": { ...one, app: "vneid" } };
    const changed = await pictures.pictureFor("portal/one", "vi");
    expect(drawing.count).toBe(3);
    expect(changed?.hash).not.toBe(first?.hash);
  });

  test("what could not be drawn is left out and tried again later", async () => {
    const { pictures, drawing } = house({ "portal/one": one });

    drawing.broken = true;
    expect(await pictures.pictureFor("portal/one", "vi")).toBeUndefined();

    drawing.broken = false;
    expect(await pictures.pictureFor("portal/one", "vi")).toBeDefined();
  });

  test("an unknown screen has no picture, no address and no words", async () => {
    const { pictures } = house({ "portal/one": one });

    for (const id of ["portal/two", "toString", "__proto__"]) {
      expect(await pictures.pictureFor(id, "vi")).toBeUndefined();
      expect(pictures.addressOf(id, "vi")).toBeUndefined();
      expect(pictures.altOf(id, "vi")).toBeUndefined();
    }
  });

  test("its words tell where one is and what is ringed", () => {
    const { pictures } = house({ "portal/one": one });

    expect(pictures.altOf("portal/one", "vi")).toBe(
      "Hình minh hoạ, Cổng Dịch vụ công, trang của Xã Tân An. Chỗ được khoanh: nút “Nộp hồ sơ”, ở dưới cùng.",
    );
    expect(pictures.altOf("portal/one", "en")).toBe(
      "Illustration, Public service portal, the page of Xã Tân An. Ringed: the button “Nộp hồ sơ”, at the bottom.",
    );
  });

  test("an author's own picture takes the place of the drawn one, and leaves it again", async () => {
    const { pictures, own, clock } = house({ "portal/one": one });
    const drawnAt = pictures.addressOf("portal/one", "vi");

    mkdirSync(join(own, "portal"));
    writeFileSync(join(own, "portal/one.png"), onePixel);
    clock.at += 10_000;
    const theirs = await pictures.pictureFor("portal/one", "vi");
    expect(Buffer.from(theirs!.bytes).equals(onePixel)).toBe(true);
    expect(theirs?.alt).not.toContain("minh hoạ");
    expect(pictures.addressOf("portal/one", "vi")?.url).not.toBe(drawnAt?.url);

    writeFileSync(join(own, "portal/one.png"), "no picture at all");
    utimesSync(join(own, "portal/one.png"), 1, 1);
    clock.at += 10_000;
    expect(pictures.addressOf("portal/one", "vi")).toEqual(drawnAt);
  });

  test("a page gets a picture at its address, to be kept for good", async () => {
    const { pictures } = house({ "portal/one": one });
    const app = fastify();
    screenRoutes(app, { pictures });
    const { url } = pictures.addressOf("portal/one", "vi")!;

    const exact = await app.inject(url);
    const older = await app.inject(url.replace(/v=.*/, "v=0123456789abcdef"));
    const none = await Promise.all(
      [
        "/screens/portal/one.fr.png",
        "/screens/portal/two.vi.png",
        "/screens/..%2Fportal/one.vi.png",
      ].map((path) => app.inject(path)),
    );
    await app.close();

    expect(exact.statusCode).toBe(200);
    expect(exact.headers["content-type"]).toBe("image/png");
    expect(exact.headers["cache-control"]).toContain("immutable");
    expect(older.statusCode).toBe(200);
    expect(older.headers["cache-control"]).not.toContain("immutable");
    expect(none.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404]);
  });

  test("a step on a page carries the address of its picture, and a missing one leaves the words", () => {
    const { pictures } = house({ "portal/one": one });
    const saying = (screen: string): Line => ({
      seq: 1,
      at: 0,
      turn: 1,
      what: {
        is: "reply",
        reply: { text: "Bấm nút “Nộp hồ sơ”.", choices: [], step: true, from: "machine", screen },
        state: "sent",
      },
    });

    const [known, unknown] = ["portal/one", "portal/two"].map((screen) =>
      entriesOf([saying(screen)], { pictureOf: (id) => pictures.addressOf(id, "vi") }),
    );

    expect(known?.[0]?.picture).toEqual(pictures.addressOf("portal/one", "vi"));
    expect(unknown?.[0]?.picture).toBeUndefined();
    expect(unknown?.[0]?.text).toBe("Bấm nút “Nộp hồ sơ”.");
  });

  test("drawing goes on in a thread of its own and survives its closing", async () => {
    const drawing = drawnApart();

    const apart = await drawing.draw(one, spokenIn("vi"));
    await drawing.close();
    const after = await drawing.draw(one, spokenIn("vi"));
    await drawing.close();

    const here = await drawScreen(one, spokenIn("vi"));
    expect(Buffer.from(apart).equals(here)).toBe(true);
    expect(Buffer.from(after).equals(here)).toBe(true);
  });
});

describe("which of these do you see", () => {
  const fullest = content
    .toSorted((a, b) => b.screen.elements.length - a.screen.elements.length)
    .slice(0, 4);

  test("the four fullest screens stand on one picture below 60 KB", async () => {
    const board = read(
      await drawBoard(
        fullest.map(({ screen }) => ({ screen })),
        spokenIn("vi"),
      ),
    );

    expect(board.bytes).toBeLessThan(60 * 1024);
    expect([board.width, board.height]).toEqual([720, 1168]);
    expect(board.pixels).toBe((board.width + 1) * board.height);
  });

  test("an author's own picture takes its place among them", async () => {
    const [first, second] = fullest.map(({ screen }) => ({ screen }));
    if (first === undefined || second === undefined) throw new Error("too few screens");

    const drawn = await drawBoard([first, second], spokenIn("vi"));
    const own = await drawBoard([first, { ...second, own: onePixel }], spokenIn("vi"));

    expect(read(own)).toMatchObject({ width: 720, height: 592 });
    expect(Buffer.from(own).equals(drawn)).toBe(false);
  });

  test("the picture tells its numbers in words, is drawn once, and is none when a screen is unknown", async () => {
    const { pictures, drawing } = house(
      Object.fromEntries(fullest.map(({ id, screen }) => [id, screen])),
    );
    const ids = fullest.map(({ id }) => id);

    const board = await pictures.pictureFor(boardOf(ids), "vi");
    await pictures.pictureFor(boardOf(ids), "vi");

    expect(drawing.count).toBe(1);
    expect(board?.alt).toContain("hình minh hoạ");
    fullest.forEach(({ screen }, index) => {
      expect(board?.alt).toContain(`${index + 1}: ${screen.says.vi.split("{")[0]}`);
    });
    expect(await pictures.pictureFor(boardOf([...ids, "nowhere/at-all"]), "vi")).toBeUndefined();
  });

  test("on a page each choice shows its own screen, and the message none", () => {
    const reply = {
      text: "?",
      choices: [
        { id: "screen:a", says: "một" },
        { id: "screen:b", says: "hai" },
        { id: "human", says: "Không có" },
      ],
      step: false,
      from: "machine",
      screen: boardOf(["portal/a", "portal/b"]),
    } as const;
    const line: Line = {
      seq: 1,
      at: 0,
      turn: 1,
      what: { is: "reply", reply, state: "sent" },
    };

    const [entry] = entriesOf([line], {
      pictureOf: (screen) => ({ url: `/screens/${screen}.png`, alt: screen }),
    });

    expect(entry?.picture).toBeUndefined();
    expect(entry?.choices?.map(({ picture }) => picture?.alt)).toEqual([
      "portal/a",
      "portal/b",
      undefined,
    ]);
  });
});

const opened: Array<{ close(): Promise<void> }> = [];
afterAll(async () => {
  for (const { close } of opened) await close();
});

/** Pictures of these screens on their own clock, with a drawing hand that counts. */
function house(screens: Library["screens"]) {
  const library = {
    screens,
    places: { communes: [{ id: "tan-an", says: "Xã Tân An" }] },
    desk: { commune: "tan-an" },
  };
  const clock = { at: 0 };
  const drawing = { count: 0, broken: false };
  const own = aTempFolder();
  const real: Clock = { now: () => clock.at, sleep: () => Promise.resolve() };
  const hand: DrawnApart = {
    async draw(screen, spoken) {
      drawing.count += 1;
      if (drawing.broken) throw new Error("no paper left");
      return Buffer.from(JSON.stringify([screen, spoken]));
    },
    async board(tiles, spoken) {
      drawing.count += 1;
      return Buffer.from(JSON.stringify([tiles, spoken]));
    },
    redraw: async ({ bytes }) => bytes,
    sheet: async () => Buffer.alloc(0),
    close: () => Promise.resolve(),
  };
  const pictures = screenPictures({
    library: () => library as unknown as Library,
    folder: own,
    drawing: hand,
    clock: real,
    log: makeLog("silent"),
  });
  opened.push(pictures);
  return { pictures, library, clock, drawing, own };
}

function partsOf(tree: Drawn, part: string): Drawn[] {
  const inside = childrenOf(tree).flatMap((child) =>
    typeof child === "string" ? [] : partsOf(child, part),
  );
  return tree.props.part === part ? [tree, ...inside] : inside;
}

function textsOf(tree: Drawn): string[] {
  return childrenOf(tree).flatMap((child) =>
    typeof child === "string" ? [child] : textsOf(child),
  );
}

function childrenOf({ props: { children } }: Drawn): ReadonlyArray<Drawn | string> {
  if (children === undefined) return [];
  return Array.isArray(children)
    ? (children as ReadonlyArray<Drawn | string>)
    : [children as Drawn | string];
}

/** Reads a PNG far enough to know that a phone can. */
function read(bytes: Uint8Array) {
  const png = Buffer.from(bytes);
  expect(png.subarray(0, 8).toString("hex")).toBe("89504e470d0a1a0a");
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return {
    width: png.readUInt32BE(16),
    height: png.readUInt32BE(20),
    bytes: png.length,
    pixels: inflateSync(Buffer.concat(data)).length,
  };
}

const onePixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

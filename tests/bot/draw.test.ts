/** The diagram of a guide: nothing left out, shared parts together, and nothing that Mermaid would misread. */
import { Resvg } from "@resvg/resvg-js";
import { describe, expect, test } from "vitest";
import { drawFlow } from "../../src/bot/content/draw.ts";
import { briefly } from "../../src/bot/content/draw-parts.ts";
import { drawSvg } from "../../src/bot/content/draw-svg.ts";
import { libraryOf } from "../../src/bot/content/library.ts";
import { publicationOf } from "../../src/bot/content/publication.ts";
import { readContent } from "../../src/bot/content/read-content.ts";
import { type Flow, waysOf } from "../../src/flows/index.ts";
import { folderWith } from "../content/folder.ts";
import { morning, theContent, theLibrary } from "../support/talk.ts";

const library = theLibrary();
const content = theContent();

test.each([...library.flows.values()])("$id: every step and every way on is drawn", (flow) => {
  const lines = drawFlow(content, library, flow, "vi", morning).split("\n");
  const boxes = lines.filter((line) => /^\s+s\d+[[({]/.test(line));
  const arrows = lines.filter((line) => /^ {2}s\d+ -/.test(line));

  expect(boxes).toHaveLength(Object.keys(flow.steps).length);
  expect(arrows).toHaveLength(
    Object.values(flow.steps)
      .flatMap(waysOf)
      .filter(({ to }) => to !== undefined).length,
  );
  expect(lines.filter((line) => line.includes("lost"))).toEqual([]);
  expect(count(lines, "subgraph")).toBe(count(lines, "end"));
});

const count = (lines: readonly string[], word: string): number =>
  lines.filter((line) => line.trim().split(" ")[0] === word).length;

describe("as a picture", () => {
  test.each([...library.flows.values()])(
    "$id: every own step, answer and shared part is there",
    (flow) => {
      const svg = drawSvg(content, library, flow, "vi", morning);
      const words = spoken(svg);
      const authored = content.flows[flow.id]?.is.steps ?? {};

      for (const [id, step] of Object.entries(authored)) {
        // Its name in the file stands in its box, folded or not.
        if (step.kind === "include") expect(svg).toContain(`>${id}<`);
        else if (Object.hasOwn(flow.steps, id)) expect(svg).toContain(`>${id}<`);
        if (step.kind !== "choose") continue;
        for (const { says } of Object.values(step.choices))
          for (const word of plain(says.vi).split(" ")) expect(words).toContain(word);
      }
      expect(svg).not.toMatch(/\bNaN\b|undefined|Infinity|\{you\}/);
    },
  );

  test("a shared part is one folded box, a trouble is dashed, and no line runs back up", () => {
    const svg = drawSvg(content, library, theFlow("tra-cuu-ho-so"), "vi", morning);
    const heads = [...svg.matchAll(/translate\([\d.]+ [\d.]+\) rotate\((-?[\d.]+)\)/g)];

    expect(svg).not.toContain("log-in/");
    expect(svg).toContain("32 bước, xem bài riêng");
    expect(svg).toContain('stroke-dasharray="6 4"');
    expect(heads.length).toBeGreaterThan(60);
    expect(heads.filter(([, turn]) => Number(turn) < -1)).toEqual([]);
  });

  test("it is a picture that can be rendered, in either language", () => {
    for (const language of ["vi", "en"] as const) {
      const svg = drawSvg(content, library, theFlow("khai-sinh"), language, morning);
      const { width, height } = new Resvg(svg);

      expect(width).toBeGreaterThan(900);
      expect(height).toBeGreaterThan(2000);
      expect(svg).toContain(language === "vi" ? "Bắt đầu" : "Begin");
    }
  });

  const theFlow = (id: string): Flow => library.flows.get(id) as Flow;
  const spoken = (svg: string): Set<string> =>
    new Set([...svg.matchAll(/<text[^>]*>([^<]*)</g)].flatMap(([, text = ""]) => text.split(" ")));
  const plain = (text: string): string =>
    text
      .replaceAll(/\{you\}/g, "bà")
      .replaceAll(/\{You\}/g, "Bà")
      .replaceAll('"', "&quot;")
      .replaceAll(/\{[^}]*\}/g, "")
      .replaceAll(/ +/g, " ")
      .trim();
});

test("shared steps stand in a box of their own, in either language", () => {
  const folder = folderWith();
  const sound = readContent(folder).content;
  if (sound === undefined) throw new Error("the sound guide could not be read");
  const trees = libraryOf(publicationOf(sound, morning));
  const flow = trees.flows.get("cay-giong") as Flow;

  const vi = drawFlow(sound, trees, flow, "vi", morning);
  const en = drawFlow(sound, trees, flow, "en", morning);

  expect(vi).toContain('subgraph send_request_part["Đoạn dùng chung gui-don"]');
  expect(vi).toContain('|"Mất rồi"|');
  expect(en).toContain('subgraph send_request_part["Shared part gui-don"]');
  expect(en).toContain('|"I lost it"|');
});

test("a long text is named by its question, otherwise by its first words", () => {
  expect(briefly("Không sao bà nhé. Nhà mình có giấy nào chưa bà?")).toBe(
    "Nhà mình có giấy nào chưa bà?",
  );
  expect(briefly("Bà bấm nút. Rồi đợi.")).toBe("Bà bấm nút");
  expect(briefly("một hai ba bốn năm sáu bảy tám", 16)).toBe("một hai ba bốn…");
});

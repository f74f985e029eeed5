/** `draw` and `book`: a guide as the folder has it now, drawn or printed for review. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Content, dayOf, type Flow, type Library } from "../../flows/index.ts";
import { realClock } from "../clock.ts";
import type { Config } from "../config.ts";
import { bookPage } from "../content/book.ts";
import { describeProblems } from "../content/describe-problems.ts";
import { drawFlow } from "../content/draw.ts";
import { drawSvg } from "../content/draw-svg.ts";
import { libraryOf } from "../content/library.ts";
import { publicationOf } from "../content/publication.ts";
import { examineContent } from "../content/read-content.ts";
import { CannotGoOn } from "../errors.ts";
import { makeLog } from "../log.ts";
import { drawnApart } from "../pictures/drawn-apart.ts";
import { screenPictures } from "../pictures/screen-pictures.ts";
import { write } from "./answer.ts";

export function draw(
  config: Config,
  name: string | undefined,
  out: string | undefined,
  language: "vi" | "en",
): number {
  if (out !== undefined && !/\.(?:svg|mmd|md)$/.test(out)) {
    throw new CannotGoOn(
      "usage",
      "Chỉ vẽ được ra .svg, .mmd hoặc .md. / Only .svg, .mmd and .md are written.",
    );
  }
  const drafted = draftIn(config, language);
  if (drafted === undefined) return 1;
  const { content, library } = drafted;
  const drawn = out?.endsWith(".svg") === true ? drawSvg : drawFlow;
  const text = drawn(content, library, flowNamed(library, name), language, realClock.now());
  if (out === undefined) write(text);
  else {
    writeFileSync(out, out.endsWith(".md") ? `\`\`\`mermaid\n${text}\`\`\`\n` : text);
    write(`${out}\n`);
  }
  return 0;
}

export async function book(
  config: Config,
  names: readonly string[],
  folder: string,
  language: "vi" | "en",
): Promise<number> {
  const drafted = draftIn(config, language);
  if (drafted === undefined) return 1;
  const { content, library } = drafted;
  const flows =
    names.length === 0
      ? [...library.flows.values()]
      : names.map((name) => flowNamed(library, name));
  const pictures = screenPictures({
    library: () => library,
    folder: join(config.contentDir, "pictures"),
    drawing: drawnApart(),
    clock: realClock,
    log: makeLog("warn"),
  });
  mkdirSync(folder, { recursive: true });
  try {
    for (const flow of flows) {
      const file = join(folder, `${flow.id}.html`);
      writeFileSync(
        file,
        await bookPage({
          content,
          library,
          flow,
          now: realClock.now(),
          pictureOf: pictures.pictureFor,
        }),
      );
      write(`${file}\n`);
    }
  } finally {
    await pictures.close();
  }
  return 0;
}

/**
 * The folder as it is now, published or not. Mistakes are said; only one that leaves nothing to draw ends here,
 * with nothing.
 */
function draftIn(
  config: Config,
  language: "vi" | "en",
): { content: Content; library: Library } | undefined {
  const { content, problems } = examineContent(config.contentDir, dayOf(realClock.now()));
  const errors = problems.filter(({ weight }) => weight === "error");
  if (errors.length > 0)
    process.stderr.write(`${describeProblems(errors, language, config.contentDir)}\n`);
  if (content === undefined) return undefined;
  try {
    return { content, library: libraryOf(publicationOf(content, realClock.now())) };
  } catch (error) {
    // A guide that leads nowhere cannot be put together; what is wrong with it has just been said.
    if (errors.length > 0) return undefined;
    throw error;
  }
}

function flowNamed(library: Library, name: string | undefined): Flow {
  const flow = library.flows.get(name ?? "");
  if (flow !== undefined) return flow;
  throw new CannotGoOn(
    "usage",
    `${name === undefined ? "Cần tên một bài. / Name a guide." : `Không có bài “${name}”. / There is no guide “${name}”.`}\n  ${[...library.flows.keys()].join(" ")}`,
  );
}

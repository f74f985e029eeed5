/** The content this program ships with, as the tests walk it. */
import { fileURLToPath } from "node:url";
import { publicationOf } from "../../src/bot/content/publication.ts";
import { examineContent } from "../../src/bot/content/read-content.ts";
import { compile, type ExpandedFlow, type Flow } from "../../src/flows/index.ts";

/** The day the tests take for today; warnings depend on it, errors hardly. */
export const today = "2026-11-22";

export const contentFolder = fileURLToPath(new URL("../../content", import.meta.url));

const examined = examineContent(contentFolder, today);
export const { problems, content } = examined;

/** Every shipped flow, compiled from exactly what would be stored. */
export const flows: readonly Flow[] =
  content === undefined
    ? []
    : publicationOf(content, 0).editions.map(({ id, expanded }) =>
        compile(JSON.parse(expanded) as ExpandedFlow, id),
      );

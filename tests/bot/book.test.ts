/** The picture book: every step of every guide is on its page, and the page needs nothing beside it. */
import { describe, expect, test } from "vitest";
import { bookPage } from "../../src/bot/content/book.ts";
import { type Flow, seenBy } from "../../src/flows/index.ts";
import { troublesOf } from "../../src/flows/steps/troubles.ts";
import { morning, theContent, theLibrary } from "../support/talk.ts";

const library = theLibrary();
const content = theContent();
const flows = [...library.flows.values()];

const pictureOf = (screen: string, language: string) =>
  Promise.resolve({
    bytes: Buffer.from(`${screen} ${language}`),
    type: "image/png",
    alt: `alt of ${screen} <${language}>`,
    hash: screen,
  });
const pageOf = (flow: Flow) => bookPage({ content, library, flow, now: morning, pictureOf });

const inHtml = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

describe.each(flows)("$id", (flow) => {
  test("every step is on the page, in both languages, as bà sees it", async () => {
    const page = await pageOf(flow);

    const cards = [...page.matchAll(/data-step="([^"]+)"/g)].map(([, id]) => id);
    expect(cards.toSorted()).toEqual(Object.keys(flow.steps).toSorted());
    for (const language of ["vi", "en"] as const) {
      const seen = seenBy(library, { language, address: "ba", now: morning });
      expect(Object.keys(flow.about).length).toBeGreaterThan(0);
      for (const answer of Object.values(flow.about))
        expect(page).toContain(inHtml(seen.text(answer)));
      for (const [id, step] of Object.entries(flow.steps)) {
        const { text, choices } = seen.step(flow, id, step);
        for (const part of text.split(/\n+/)) expect(page).toContain(inHtml(part));
        for (const choice of choices) expect(page).toContain(`<span>${inHtml(choice)}</span>`);
        if ("explain" in step && step.explain !== undefined)
          expect(page).toContain(inHtml(seen.text(step.explain)));
        for (const trouble of Object.values(troublesOf(step)))
          if (trouble.fix !== undefined) expect(page).toContain(inHtml(seen.text(trouble.fix)));
        if (step.kind === "gather")
          for (const { says, where = says } of Object.values(step.items))
            expect(page).toContain(inHtml(seen.text(where)));
      }
    }
  });

  test("nothing is fetched from elsewhere, no place is left open, and every link leads somewhere", async () => {
    const page = await pageOf(flow);

    expect(page).not.toMatch(/(?:src|href)="(?!#|data:)/);
    expect(page.replace(/<style>.*?<\/style>/s, "")).not.toMatch(/\{[a-zA-Z:-]+\}|undefined/);
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });
});

test("pictures stand in the page once each, with their words", async () => {
  const flow = flows.find(({ id }) => id === "khai-sinh") as Flow;
  const screens = new Set(
    Object.values(flow.steps).flatMap((step) =>
      "screen" in step && step.screen !== undefined ? [step.screen] : [],
    ),
  );
  const page = await pageOf(flow);

  expect(page.match(/<symbol /g)).toHaveLength(2 * screens.size);
  for (const screen of screens) expect(page).toContain(`aria-label="alt of ${screen} &lt;vi&gt;"`);
});

test("a fact stands with its source and its dates; a guide nobody approved says so", async () => {
  const page = await pageOf(flows.find(({ id }) => id === "khai-sinh") as Flow);

  const fact = content.facts["civil-copy-fee"]?.is;
  expect(page).toContain("<b>8.000 đồng / 8,000 đồng</b>");
  expect(page).toContain(content.sources[fact?.source ?? ""]?.title ?? "?");
  expect(page).toContain("cán bộ xã chưa duyệt bài này");
});

test("an approved guide names who approved it and when", async () => {
  const approved = theContent();
  const authored = approved.flows["khai-sinh"];
  if (authored === undefined) throw new Error("khai-sinh is gone");
  approved.flows["khai-sinh"] = {
    ...authored,
    is: { ...authored.is, "approved-by": { name: "Hoàng Thị Lan (mẫu)", on: "2026-11-20" } },
  };
  const flow = flows.find(({ id }) => id === "khai-sinh") as Flow;

  const page = await bookPage({ content: approved, library, flow, now: morning, pictureOf });

  expect(page).toContain("Hoàng Thị Lan (mẫu), 20/11/2026");
  expect(page).not.toContain("chưa duyệt bài này");
});

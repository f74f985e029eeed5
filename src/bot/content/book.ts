/**
 * `book`: one guide as a page to print and review with a pen. Every step stands as a resident sees it, in both
 * languages side by side, with its picture, where each answer leads, and where its facts come from.
 */
import {
  type Content,
  type Flow,
  type Instant,
  type Language,
  type Library,
  matters,
  type Step,
  type StepId,
  sayFact,
  seenBy,
  type Text,
  type Way,
  waysOf,
} from "../../flows/index.ts";
import type { PictureOf } from "../conversations/ports.ts";
import { bookStyle } from "./book-style.ts";
import { bookWords as words } from "./book-words.ts";
import { briefly, type Part, partsOf } from "./draw-parts.ts";

export interface BookOptions {
  readonly content: Content;
  readonly library: Library;
  readonly flow: Flow;
  readonly now: Instant;
  readonly pictureOf: PictureOf;
}

const languages: readonly Language[] = ["vi", "en"];

/** A page that needs nothing beside it: style and pictures are inside. */
export async function bookPage(options: BookOptions): Promise<string> {
  const { content, library, flow, now } = options;
  const whole = partsOf(content, flow);
  const order = stepsIn(whole);
  const numbers = new Map(order.map((id, place) => [id, place + 1]));
  const seen = {
    vi: seenBy(library, { language: "vi", address: "ba", now }),
    en: seenBy(library, { language: "en", address: "ba", now }),
  } as const;
  const pictures = await picturesOf(options, order);

  const target = (id: StepId, language: Language): string =>
    `<a href="#step-${numbers.get(id)}">${words.step[language]} ${numbers.get(id)}</a> · ${escaped(briefly(seen[language].text(flow.stepAt(id).says)))}`;

  const whereTo = (way: Way, language: Language): string => {
    const { trouble, to } = way;
    if (to !== undefined) return target(to, language);
    if (trouble?.fix !== undefined)
      return `${escaped(seen[language].text(trouble.fix))} <i>${words.staysHere[language]}</i>`;
    return words.person[language];
  };

  const wayLine = (step: Step, way: Way, language: Language): string => {
    const { says } = way;
    const label =
      says === undefined
        ? step.kind === "do"
          ? library.phrases[language]["done"]
          : step.kind === "gather"
            ? library.phrases[language]["gather-all"]
            : words.onward[language]
        : seen[language].text(says);
    return `<li class="${way.kind}"><b>${escaped(label ?? "")}:</b> ${whereTo(way, language)}</li>`;
  };

  const column = (id: StepId, step: Step, language: Language): string => {
    const { text, choices } = seen[language].step(flow, id, step);
    const ways = waysOf(step);
    const list = (title: string, some: readonly Way[]) =>
      some.length === 0
        ? ""
        : `<p class="head">${title}</p><ul>${some.map((way) => wayLine(step, way, language)).join("")}</ul>`;
    const explain = "explain" in step ? step.explain : undefined;
    const reminds = "reminds" in step ? (step.reminds ?? []) : [];
    return `<div class="column" lang="${language}">
${pictureIn(pictures, "screen" in step ? step.screen : undefined, language)}
<div class="said">${paragraphs(text)}<div class="buttons">${choices.map((says) => `<span>${escaped(says)}</span>`).join("")}</div></div>
${explain === undefined ? "" : `<p class="explain"><b>${escaped(library.phrases[language]["explain"] ?? "")}:</b> ${escaped(seen[language].text(explain))}</p>`}
${"example" in step ? `<p class="explain"><b>${words.example[language]}:</b> ${escaped(seen[language].text(step.example))}</p>` : ""}
${
  "items" in step
    ? Object.values(step.items)
        .map(({ says, where }) =>
          where === undefined
            ? ""
            : `<p class="explain"><b>${escaped(seen[language].text(says))}:</b> ${escaped(seen[language].text(where))}</p>`,
        )
        .join("")
    : ""
}
${reminds.map((r) => `<p class="explain"><b>${words.reminds[language]}:</b> ${escaped(seen[language].text(r.says))}</p>`).join("")}
${list(
  words.leads[language],
  ways.filter(({ kind }) => kind !== "trouble"),
)}
${list(
  words.troubles[language],
  ways.filter(({ kind }) => kind === "trouble"),
)}
</div>`;
  };

  const stepCard = (id: StepId): string => {
    const step = flow.stepAt(id);
    const marks = [
      words.kinds[step.kind],
      ...("prove" in step && step.prove === true ? [words.prove] : []),
      ...("optional" in step && step.optional === true ? [words.optional] : []),
      ...(step.kind === "finish" ? [words.outcomes[step.outcome]] : []),
    ];
    return `<section class="step ${step.kind}" id="step-${numbers.get(id)}" data-step="${escaped(id)}">
<header><span class="number">${numbers.get(id)}</span><span class="marks">${marks.map(both).join(" · ")}</span><code>${escaped(id)}</code></header>
<div class="columns">${languages.map((language) => column(id, step, language)).join("\n")}</div>
${factsOf(step, options)}
${forReview()}
</section>`;
  };

  const answers = (language: Language): string[] =>
    matters.flatMap((matter) => {
      const answer = flow.about[matter];
      return answer === undefined
        ? []
        : `<p class="explain"><b>${words.matters[matter][language]}</b> ${escaped(seen[language].text(answer))}</p>`;
    });
  const askedCard =
    Object.keys(flow.about).length === 0
      ? ""
      : `<section class="step">
<header><span class="marks">${both(words.asked)}</span></header>
<div class="columns">${languages.map((language) => `<div class="column" lang="${language}">${answers(language).join("")}</div>`).join("")}</div>
${factsOf(flow.about, options)}
${forReview()}
</section>`;

  const partOf = (part: Part): string =>
    part.items
      .map((item) =>
        typeof item === "string"
          ? stepCard(item)
          : `<div class="part"><h2>${both(item.title)}</h2>\n${partOf(item)}\n<p class="part-ends">${both(words.partEnds)}: ${both(item.title)}</p></div>`,
      )
      .join("\n");

  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(flow.says.vi)} · ${words.book.vi}</title>
<style>${bookStyle}</style>
</head>
<body>
${pictures.symbols}
${coverOf(options, order.length)}
<p class="begins">${both(words.begins)}: ${target(flow.begins, "vi")}</p>
<main>
${askedCard}
${partOf(whole)}
</main>
</body>
</html>
`;
}

/** Where the reviewer's pen goes. */
const forReview = (): string =>
  `<footer><span class="tick"></span>${both(words.right)}<span class="tick"></span>${both(words.wrong)}<span class="remarks">${both(words.remarks)}:</span></footer>`;

function stepsIn(part: Part): StepId[] {
  return part.items.flatMap((item) => (typeof item === "string" ? [item] : stepsIn(item)));
}

function coverOf({ content, library, flow, now }: BookOptions, steps: number): string {
  const authored = content.flows[flow.id]?.is;
  const approved = authored?.["approved-by"];
  const state =
    approved === undefined
      ? `<p class="unreviewed">${both(words.unreviewed)}</p>`
      : `<p>${both(words.approved)}: ${escaped(approved.name)}, ${dated(approved.on)}</p>`;
  const sources = (authored?.sources ?? []).map((id) => {
    const source = content.sources[id];
    return source === undefined
      ? ""
      : `<li>${escaped(source.title)}${source.url === undefined ? "" : ` <span class="url">${escaped(source.url)}</span>`}, ${words.read.vi} ${dated(source.read)}</li>`;
  });
  return `<header class="cover">
<p class="operator">${escaped(library.desk.operator.vi)} · ${both(words.book)}</p>
<h1>${escaped(flow.says.vi)} <span lang="en">${escaped(flow.says.en)}</span></h1>
${state}
<p>${flow.code === undefined ? "" : `${both(words.code)}: ${escaped(flow.code)} · `}${steps} ${both(words.steps)} · ${both(words.edition)} ${escaped(flow.edition)} · ${both(words.printed)} ${dated(new Date(now + 7 * 3600_000).toISOString().slice(0, 10))} · ${both(words.reviewBy)} ${authored === undefined ? "" : dated(authored["review-by"])}</p>
<p class="how">${words.how.vi} <span lang="en">${words.how.en}</span></p>
<p class="head">${both(words.sources)}</p><ul class="sources">${sources.join("")}</ul>
<div class="signature"><span>${both(words.reviewer)}:</span><span>${both(words.day)}:</span><span>${both(words.signature)}:</span></div>
</header>`;
}

/** Every dated value quoted there: what it is now, from where, and until when it may be said. */
function factsOf(told: Step | Flow["about"], { content }: BookOptions): string {
  const ids = new Set(
    [...JSON.stringify(told).matchAll(/\{(?:fact|due):([a-z0-9-]+)\}/g)].map(([, id]) => id),
  );
  if (ids.size === 0) return "";
  const lines = [...ids].map((id = "") => {
    const fact = content.facts[id]?.is;
    if (fact === undefined) return `<li>${escaped(id)}: ?</li>`;
    const inBoth = (["vi", "en"] as const).map((language) => sayFact(fact, language));
    const value = [...new Set(inBoth)].join(" / ");
    const source = content.sources[fact.source];
    return `<li><b>${escaped(value)}</b> <code>${escaped(id)}</code>: ${escaped(source?.title ?? fact.source)}${source?.url === undefined ? "" : ` <span class="url">${escaped(source.url)}</span>`}. ${words.checked.vi} ${dated(fact.checked)}, ${words.until.vi} ${dated(fact.until)}.</li>`;
  });
  return `<div class="facts"><p class="head">${both(words.facts)}</p><ul>${lines.join("")}</ul></div>`;
}

interface Pictures {
  /** Each picture stands once on the page, however many steps show it. */
  readonly symbols: string;
  readonly alts: ReadonlyMap<string, { readonly id: string; readonly alt: string }>;
}

async function picturesOf(
  { flow, pictureOf }: BookOptions,
  order: readonly StepId[],
): Promise<Pictures> {
  const screens = new Set(
    order.flatMap((id) => {
      const step = flow.stepAt(id);
      return "screen" in step && step.screen !== undefined ? [step.screen] : [];
    }),
  );
  const alts = new Map<string, { id: string; alt: string }>();
  const symbols: string[] = [];
  for (const screen of screens) {
    for (const language of languages) {
      const picture = await pictureOf(screen, language);
      if (picture === undefined) continue;
      const id = `picture-${alts.size + 1}`;
      alts.set(`${screen} ${language}`, { id, alt: picture.alt });
      symbols.push(
        `<symbol id="${id}" viewBox="0 0 720 960"><image width="720" height="960" href="data:${picture.type};base64,${Buffer.from(picture.bytes).toString("base64")}"/></symbol>`,
      );
    }
  }
  return {
    symbols: `<svg width="0" height="0" style="position:absolute" aria-hidden="true">${symbols.join("\n")}</svg>`,
    alts,
  };
}

function pictureIn({ alts }: Pictures, screen: string | undefined, language: Language): string {
  const picture = alts.get(`${screen} ${language}`);
  return picture === undefined
    ? ""
    : `<svg class="picture" viewBox="0 0 720 960" role="img" aria-label="${escaped(picture.alt)}"><use href="#${picture.id}"/></svg>`;
}

const both = ({ vi, en }: Text): string =>
  vi === en ? escaped(vi) : `${escaped(vi)} <span lang="en">${escaped(en)}</span>`;

/** 2026-11-22 as people here write it. */
const dated = (day: string): string => day.split("-").toReversed().join("/");

const paragraphs = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((part) => `<p>${escaped(part).replaceAll("\n", "<br>")}</p>`)
    .join("");

const escaped = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

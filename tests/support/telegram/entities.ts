import { brokenRule, type Refusal } from "./refusal.ts";

/** A stretch of formatted text; offset and length count UTF-16 units. */
export interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
  readonly language?: string;
  readonly custom_emoji_id?: string;
}

/** Text as a person reads it, without any markup. */
export interface FormattedText {
  readonly text: string;
  readonly entities: readonly Entity[];
}

/** The text a person will see; refuses what the Bot API cannot read. */
export function formattedText(
  text: string,
  parseMode: string | undefined,
  entities: readonly Entity[] | undefined,
): FormattedText {
  return trimmed(parsed(text, parseMode, entities));
}

/** What Telegram finds in a person's words by itself. */
export function entitiesIn(text: string): readonly Entity[] {
  const patterns: ReadonlyArray<readonly [string, RegExp]> = [
    ["bot_command", /(?<![\w/])\/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?!\w)/g],
    ["url", /\bhttps?:\/\/[^\s<>"]+/g],
    ["mention", /(?<!\w)@[A-Za-z]\w{3,31}/g],
    ["hashtag", /(?<!\w)#[\p{L}\d_]+/gu],
  ];
  return patterns
    .flatMap(([type, pattern]) =>
      [...text.matchAll(pattern)].map((match) => ({
        type,
        offset: match.index,
        length: match[0].length,
      })),
    )
    .sort((a, b) => a.offset - b.offset);
}

/** Limits count characters as people do, not UTF-16 units. */
export function lengthOf(text: string): number {
  return [...text].length;
}

function parsed(
  text: string,
  parseMode: string | undefined,
  entities: readonly Entity[] | undefined,
): FormattedText {
  switch (parseMode?.toLowerCase()) {
    case undefined:
    case "":
      return { text, entities: checkedEntities(text, entities ?? []) };
    case "html":
      return parsedHtml(text);
    case "markdownv2":
      return parsedMarkdownV2(text);
    case "markdown":
      return parsedMarkdown(text);
    default:
      throw brokenRule("unsupported parse_mode", `parse_mode "${parseMode}" does not exist`);
  }
}

function cannotParse(reason: string): Refusal {
  return brokenRule(`can't parse entities: ${reason}`);
}

function checkedEntities(text: string, entities: readonly Entity[]): readonly Entity[] {
  for (const { type, offset, length } of entities) {
    if (offset < 0 || length <= 0 || offset + length > text.length) {
      throw cannotParse(`entity "${type}" at ${offset} of length ${length} lies outside the text`);
    }
  }
  return entities;
}

function trimmed({ text, entities }: FormattedText): FormattedText {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  if (start >= end) return { text: "", entities: [] };
  return {
    text: text.slice(start, end),
    entities: entities.flatMap((entity) => {
      const from = Math.max(entity.offset, start);
      const to = Math.min(entity.offset + entity.length, end);
      return to > from ? [{ ...entity, offset: from - start, length: to - from }] : [];
    }),
  };
}

const byOffset = (a: Entity, b: Entity) => a.offset - b.offset || b.length - a.length;

/** Byte offsets are what the real error texts name. */
const byteAt = (text: string, index: number) => Buffer.byteLength(text.slice(0, index));

const HTML_TYPES: Readonly<Record<string, string>> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  ins: "underline",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  "tg-spoiler": "spoiler",
  span: "spoiler",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  a: "text_link",
  "tg-emoji": "custom_emoji",
};

const HTML_CHARACTERS: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
};

interface OpenTag {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly offset: number;
}

function parsedHtml(source: string): FormattedText {
  const entities: Entity[] = [];
  const open: OpenTag[] = [];
  let text = "";

  let at = 0;
  while (at < source.length) {
    const character = /^&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|amp|quot));/i.exec(
      source.slice(at, at + 12),
    );
    if (character !== null) {
      const [whole, decimal, hexadecimal, name] = character;
      if (name !== undefined) text += HTML_CHARACTERS[name.toLowerCase()] ?? whole;
      else text += String.fromCodePoint(Number(decimal ?? `0x${hexadecimal}`));
      at += whole.length;
    } else if (source[at] !== "<") {
      text += source[at];
      at += 1;
    } else {
      const where = byteAt(source, at);
      const end = source.indexOf(">", at);
      const closing = source[at + 1] === "/";
      if (end === -1) {
        throw cannotParse(`Unclosed ${closing ? "end" : "start"} tag at byte offset ${where}`);
      }
      if (closing) {
        const last = open.pop();
        if (last === undefined) throw cannotParse(`Unexpected end tag at byte offset ${where}`);
        const found = source
          .slice(at + 2, end)
          .trim()
          .toLowerCase();
        if (found !== "" && found !== last.tag) {
          throw cannotParse(
            `Unmatched end tag at byte offset ${where}, expected "</${last.tag}>", found "</${found}>"`,
          );
        }
        if (text.length > last.offset) entities.push(htmlEntity(last, text.length));
      } else open.push(htmlTag(source.slice(at + 1, end), where, text.length));
      at = end + 1;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) {
    throw cannotParse(`Can't find end tag corresponding to start tag "${unclosed.tag}"`);
  }
  return { text, entities: entities.sort(byOffset) };
}

function htmlTag(source: string, where: number, offset: number): OpenTag {
  const tag = (/^\S*/.exec(source)?.[0] ?? "").toLowerCase();
  if (HTML_TYPES[tag] === undefined) {
    throw cannotParse(`Unsupported start tag "${tag}" at byte offset ${where}`);
  }
  const attributes = new Map<string, string>();
  const pattern = /([^\s=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+)))?/g;
  for (const [, name = "", double, single, bare] of source.slice(tag.length).matchAll(pattern)) {
    attributes.set(name.toLowerCase(), double ?? single ?? bare ?? "");
  }
  if (tag === "span" && attributes.get("class") !== "tg-spoiler") {
    throw cannotParse(`Tag "span" must have class "tg-spoiler" at byte offset ${where}`);
  }
  return { tag, attributes, offset };
}

function htmlEntity({ tag, attributes, offset }: OpenTag, end: number): Entity {
  const entity = { type: HTML_TYPES[tag] ?? tag, offset, length: end - offset };
  switch (tag) {
    case "a":
      return { ...entity, url: attributes.get("href") ?? "" };
    case "tg-emoji":
      return { ...entity, custom_emoji_id: attributes.get("emoji-id") ?? "" };
    case "blockquote":
      return attributes.has("expandable") ? { ...entity, type: "expandable_blockquote" } : entity;
    default:
      return entity;
  }
}

/** Longer marks first: "__" is underline before it is twice italic. */
const MARKS: ReadonlyArray<readonly [string, string, string]> = [
  ["```", "pre", "Pre"],
  ["__", "underline", "Underline"],
  ["||", "spoiler", "Spoiler"],
  ["*", "bold", "Bold"],
  ["_", "italic", "Italic"],
  ["~", "strikethrough", "Strikethrough"],
  ["`", "code", "Code"],
];

function parsedMarkdownV2(source: string): FormattedText {
  const entities: Entity[] = [];
  const open: Array<{ type: string; name: string; mark: string; offset: number; where: number }> =
    [];
  let text = "";

  let at = 0;
  while (at < source.length) {
    const character = source.charAt(at);
    const last = open.at(-1);
    const verbatim = last?.mark === "`" || last?.mark === "```";
    if (character === "\\" && at + 1 < source.length) {
      text += source.charAt(at + 1);
      at += 2;
      continue;
    }
    const mark = MARKS.find(([each]) => source.startsWith(each, at));
    const closes =
      last !== undefined &&
      source.startsWith(last.mark, at) &&
      (verbatim || last.mark === "]" || mark?.[0] === last.mark);
    if (last !== undefined && closes) {
      open.pop();
      at += last.mark.length;
      const entity = { type: last.type, offset: last.offset, length: text.length - last.offset };
      if (last.type !== "text_link") entities.push(entity);
      else {
        const link = /^\(((?:\\.|[^)\\])*)\)/.exec(source.slice(at));
        at += link?.[0].length ?? 0;
        entities.push({ ...entity, url: (link?.[1] ?? "").replaceAll(/\\(.)/g, "$1") });
      }
    } else if (verbatim && character !== "`") {
      text += character;
      at += 1;
    } else if (mark !== undefined) {
      const [each, type, name] = mark;
      open.push({ type, name, mark: each, offset: text.length, where: byteAt(source, at) });
      at += each.length;
      // The language of a block stands on the line that opens it.
      if (type === "pre") at += /^\w*\n/.exec(source.slice(at))?.[0].length ?? 0;
    } else if (character === "[") {
      const where = byteAt(source, at);
      open.push({ type: "text_link", name: "TextUrl", mark: "]", offset: text.length, where });
      at += 1;
    } else if (character === ">" && (at === 0 || source[at - 1] === "\n")) {
      at += 1;
    } else if ("_*[]()~`>#+-=|{}.!".includes(character)) {
      throw cannotParse(
        `Character '${character}' is reserved and must be escaped with the preceding '\\'`,
      );
    } else {
      text += character;
      at += 1;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) {
    throw cannotParse(`Can't find end of ${unclosed.name} entity at byte offset ${unclosed.where}`);
  }
  return { text, entities: entities.filter((each) => each.length > 0).sort(byOffset) };
}

function parsedMarkdown(source: string): FormattedText {
  const entities: Entity[] = [];
  let text = "";

  let at = 0;
  while (at < source.length) {
    const rest = source.slice(at);
    const escaped = /^\\([_*`[])/.exec(rest);
    if (escaped !== null) {
      text += escaped[1];
      at += 2;
      continue;
    }
    const mark = /^(?:```|[_*`[])/.exec(rest)?.[0];
    if (mark === undefined) {
      text += source.charAt(at);
      at += 1;
      continue;
    }
    const close = mark === "[" ? "]" : mark;
    const end = source.indexOf(close, at + mark.length);
    if (end === -1) {
      throw cannotParse(
        `Can't find end of the entity starting at byte offset ${byteAt(source, at)}`,
      );
    }
    const inner = source.slice(at + mark.length, end);
    const link = mark === "[" ? /^\(([^)]*)\)/.exec(source.slice(end + 1)) : null;
    const type = { "```": "pre", "`": "code", _: "italic", "*": "bold", "[": "text_link" }[mark];
    if (type !== undefined && inner !== "" && (mark !== "[" || link !== null)) {
      const entity = { type, offset: text.length, length: inner.length };
      entities.push(link === null ? entity : { ...entity, url: link[1] ?? "" });
    }
    text += inner;
    at = end + close.length + (link?.[0].length ?? 0);
  }
  return { text, entities };
}

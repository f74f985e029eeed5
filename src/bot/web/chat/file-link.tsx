import type { Entry } from "../wire/entry.ts";
import { base } from "./base.ts";
import { Icon } from "./icons.tsx";
import type { Words } from "./words.ts";

/** A document, opened by another program of the telephone. */
export function FileLink(props: { words: Words; file: NonNullable<Entry["file"]> }) {
  const { name, size, url } = props.file;
  const Tag = url === undefined ? "p" : "a";
  return (
    <Tag class="file" {...(url !== undefined && { href: base + url, download: name })}>
      <Icon name="file" />
      <span>
        {name} <small>{url === undefined ? props.words.fileGone : size}</small>
      </span>
    </Tag>
  );
}

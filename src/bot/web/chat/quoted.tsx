/** What a message answers, above it. */
export function Quoted({ text }: { text: string | undefined }) {
  return text === undefined ? null : <blockquote class="answered">{text}</blockquote>;
}

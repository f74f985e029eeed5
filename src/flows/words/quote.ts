/** A message that answers another one. */

/** What is answered stands above the answer, on every channel alike. */
export const withQuote = (quote: string | undefined, text: string): string =>
  quote === undefined || quote === "" ? text : `↪ “${quote}”\n${text}`.trimEnd();

/** The same taken apart again, for a platform that shows what is answered by itself. */
export function quoteIn(
  text: string,
): { readonly quote: string; readonly rest: string } | undefined {
  const [, quote, rest = ""] = /^↪ “([^\n]+)”(?:\n(.*))?$/su.exec(text) ?? [];
  return quote === undefined ? undefined : { quote, rest };
}

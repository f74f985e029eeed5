/** A message that answers another one. */

/** What is answered stands above the answer, where a platform cannot quote by itself. */
export const withQuote = (quote: string | undefined, text: string): string =>
  quote === undefined || quote === "" ? text : `${above(quote)}${text}`.trimEnd();

/** The answer alone, for a page or a platform that shows in its own manner what is answered. */
export const withoutQuote = (quote: string | undefined, text: string): string =>
  quote === undefined ? text : text.replace(above(quote), "").replace(above(quote).trimEnd(), "");

const above = (quote: string): string => `↪ “${quote}”\n`;

/** What is answered, found again in the words, where it was not kept apart. */
export function quoteIn(
  text: string,
): { readonly quote: string; readonly rest: string } | undefined {
  const [, quote, rest = ""] = /^↪ “([^\n]+)”(?:\n(.*))?$/su.exec(text) ?? [];
  return quote === undefined ? undefined : { quote, rest };
}

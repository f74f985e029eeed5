/** A message that answers another one. */

/** What is answered stands above the answer, on every channel alike. */
export const withQuote = (quote: string | undefined, text: string): string =>
  quote === undefined || quote === "" ? text : `↪ “${quote}”\n${text}`.trimEnd();

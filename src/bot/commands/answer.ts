/** What a command answers with: words for whoever typed it, or JSON for a program. */

export const write = (text: string): void => void process.stdout.write(text);

export const answer = (json: boolean, value: unknown, words: string): void =>
  write(json ? `${JSON.stringify(value)}\n` : words);

/** A telephone number as people here write it, 0912…; Zalo says 84912…. */
export function phoneIn(said: string): string | undefined {
  const found = /(?<!\d)(?:\+?84|0)(\d{9})(?!\d)/.exec(said.replaceAll(/[ .-]/g, ""))?.[1];
  return found === undefined ? undefined : `0${found}`;
}

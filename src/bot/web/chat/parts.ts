/** Parts of the page that come once somebody needs them: a page on a weak network begins without. */

/** Everything that is only there while a person helps. */
export type PersonTools = typeof import("./person-tools.ts");

export const bringPersonTools = (): Promise<PersonTools> => import("./person-tools.ts");

export const bringEnglish = async () => (await import("./words-en.ts")).english;

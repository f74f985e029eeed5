/** Several screens as one numbered picture, where "which of these do you see?" is asked. */

/** No screen's name has it: `<file>/<screen>`, letters, digits and hyphens. */
const between = "+";

/** The picture's name, as `Reply.screen` carries it; of one screen it is that screen's own. */
export function boardOf(screens: readonly string[]): string {
  return screens.join(between);
}

/** The screens on a picture in the order of their numbers; a picture of one screen is that one. */
export function screensOn(picture: string): readonly string[] {
  return picture.split(between);
}

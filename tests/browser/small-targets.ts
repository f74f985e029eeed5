import type { Page } from "playwright-core";

/** What is to be pressed in the window's front and is smaller than a thumb; a link within a sentence may be. */
export async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const front = document.querySelector("dialog[open]") ?? document.body;
    const all = front.querySelectorAll<HTMLElement>(
      "button, a[href], select, summary, textarea, input:not([type=hidden])",
    );
    return [...all].flatMap((element) => {
      // A switch or a file is pressed on what it is labelled with.
      const pressed = element.matches("[type=radio], [type=checkbox], [type=file]")
        ? (element.closest("label") ?? element)
        : element;
      const { width, height } = pressed.getBoundingClientRect();
      const hidden = width <= 1 || height <= 1 || getComputedStyle(pressed).visibility === "hidden";
      const inSentence = element.matches("p a");
      return hidden || inSentence || (width >= 44 && height >= 44)
        ? []
        : [`${Math.round(width)}×${Math.round(height)}: ${element.outerHTML.slice(0, 90)}`];
    });
  });
}

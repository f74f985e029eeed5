import type { Page } from "playwright-core";

/** Tab until the named thing has the focus, which must be drawn. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return {
        name: element.getAttribute("aria-label") ?? element.innerText,
        seen: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
      };
    });
    if (!focused.name.includes(name)) continue;
    if (!focused.seen) throw new Error(`Where the keyboard stands is not drawn: ${name}.`);
    return;
  }
  throw new Error(`Tab never reached ${name}.`);
}

import type { Page } from "playwright-core";

/** Tab until the named thing has the focus, which must be drawn. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      // A switch is called like the button it stands for.
      const label = element.matches("[type=radio]")
        ? undefined
        : (element as Partial<HTMLInputElement>).labels?.[0]?.innerText;
      // A long list that scrolls takes the focus, too, and holds every word in it.
      const own = element.matches("a, button, summary, [role]") ? element.innerText : "";
      return {
        name: element.getAttribute("aria-label") ?? label ?? own,
        seen: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
      };
    });
    if (!focused.name.includes(name)) continue;
    if (!focused.seen) throw new Error(`Where the keyboard stands is not drawn: ${name}.`);
    return;
  }
  throw new Error(`Tab never reached ${name}.`);
}

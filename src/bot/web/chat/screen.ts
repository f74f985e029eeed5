import { keepLetters, keptLetters, type Letters } from "./keep.ts";

/** Keeps the page as high as what is really to be seen: some in-app browsers slide their keyboard over it. */
export function fitScreen(): void {
  showLetters(keptLetters());
  const view = window.visualViewport;
  if (view === null || view === undefined) return;
  const measure = () => {
    if (view.scale > 1.05) return; // someone looks closer; leave the page as it is
    document.documentElement.style.setProperty("--seen-height", `${Math.round(view.height)}px`);
    window.scrollTo(0, 0);
  };
  view.addEventListener("resize", measure);
  measure();
}

export function chooseLetters(letters: Letters): void {
  keepLetters(letters);
  showLetters(letters);
}

function showLetters(letters: Letters): void {
  document.documentElement.setAttribute("data-letters", String(letters));
}

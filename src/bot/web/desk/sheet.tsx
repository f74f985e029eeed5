import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { useHand } from "./in-hand.ts";

/** A sheet over the page: from below on a phone, in the middle of a large screen. */
export function Sheet({
  title,
  close,
  wide = false,
  prints = false,
  children,
}: {
  readonly title: string;
  readonly close: () => void;
  readonly wide?: boolean;
  /** Meant for paper too: printing the page prints this sheet alone. */
  readonly prints?: boolean;
  readonly children: ComponentChildren;
}) {
  const { words } = useHand();
  const dialog = useRef<HTMLDialogElement>(null);
  const name = useId();
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (typeof element?.showModal === "function") element.showModal();
    else element?.setAttribute("open", "");
    return () => {
      // Once it is off the page: whoever works by keyboard goes on where they were.
      queueMicrotask(() => {
        if (before instanceof HTMLElement && document.activeElement === document.body)
          before.focus();
      });
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      class={`sheet${wide ? " wide" : ""}${prints ? " prints" : ""}`}
      aria-labelledby={name}
      onClose={close}
      onClick={({ target }) => {
        if (target === dialog.current) close(); // outside of it
      }}
      onKeyDown={({ key }) => {
        if (key === "Escape") close();
      }}
    >
      <div class="sheet-inside">
        <div class="sheet-head">
          <h2 id={name}>{title}</h2>
          {prints && (
            <button type="button" class="quiet" onClick={() => window.print()}>
              {words.print}
            </button>
          )}
          <button type="button" class="quiet" onClick={close}>
            {words.close}
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}

import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "./icons.tsx";
import type { Words } from "./words.ts";

/**
 * A page over the page. Closed by its button, by Escape, by the dark beside it, and by the phone's
 * own back key, which people press before they look for a cross.
 */
export function Sheet(props: {
  words: Words;
  title: string;
  kind?: "whole";
  onClose: () => void;
  children: ComponentChildren;
}) {
  const { words, title, onClose } = props;
  const panel = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  // Before it is painted: a back key pressed at once must already find the sheet.
  useLayoutEffect(() => {
    panel.current?.focus();
    history.pushState({ sheet: true }, "");
    let wentBack = false;
    const back = () => {
      wentBack = true;
      close.current();
    };
    addEventListener("popstate", back);
    return () => {
      removeEventListener("popstate", back);
      if (!wentBack) history.back();
    };
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
    }
    if (event.key !== "Tab" || panel.current === null) return;
    const stops = panel.current.querySelectorAll<HTMLElement>("button, input, a[href], audio");
    const first = stops[0];
    const last = stops[stops.length - 1];
    const here = document.activeElement;
    if (event.shiftKey && (here === first || here === panel.current)) {
      event.preventDefault();
      last?.focus();
    } else if (!event.shiftKey && here === last) {
      event.preventDefault();
      first?.focus();
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the dark beside the sheet only repeats the close button
    <div
      class={`shade ${props.kind ?? ""}`}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      onKeyDown={onKeyDown}
    >
      <div
        class="sheet"
        role="dialog"
        aria-modal="true"
        aria-label={title}
        tabIndex={-1}
        ref={panel}
      >
        <div class="sheet-head">
          <h2>{title}</h2>
          <button type="button" class="close" onClick={onClose}>
            <Icon name="close" />
            <span>{words.close}</span>
          </button>
        </div>
        {props.children}
      </div>
    </div>
  );
}

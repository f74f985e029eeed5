import type { ComponentChildren } from "preact";

/** One thing to press in a sheet: what it does, and a word more where it helps. */
export function Tool(props: {
  readonly hint?: string | undefined;
  readonly press: () => void;
  readonly children: ComponentChildren;
}) {
  return (
    <button type="button" class="outcome" onClick={props.press}>
      <strong>{props.children}</strong>
      {props.hint !== undefined && <span>{props.hint}</span>}
    </button>
  );
}

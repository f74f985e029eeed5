import type { ComponentChildren } from "preact";

/** A part of a page that is unfolded when looked for, with how much is in it. */
export function Folded(props: {
  readonly title: string;
  readonly count: number;
  /** There is nothing else to look at. */
  readonly unfolded?: boolean;
  readonly children: ComponentChildren;
}) {
  return (
    <details class="folded" open={props.unfolded === true}>
      <summary>
        <h2>{props.title}</h2>
        <span class="count">{props.count}</span>
      </summary>
      {props.children}
    </details>
  );
}

import type { Ref } from "preact";
import { Icon } from "./icons.tsx";
import type { Shown } from "./shown.ts";
import type { Words } from "./words.ts";

/** Whose machine this is, and that it is one. */
export function Header(props: {
  words: Words;
  shown: Shown;
  opener: Ref<HTMLButtonElement>;
  open: boolean;
  onMenu: () => void;
}) {
  const { words, shown } = props;
  const { header } = shown;
  return (
    <header class="header">
      <div class="who">
        <h1>
          {header?.title ?? "Cầu Nối"}
          {header?.draft === true && <span class="trial draft">{words.draft}</span>}
          {header?.trial === true && header.draft !== true && (
            <span class="trial" title={words.trialLong}>
              {words.trial}
            </span>
          )}
        </h1>
        <p class="answers">{words.machineAnswers(shown.state.operator ?? "")}</p>
      </div>
      <button
        ref={props.opener}
        type="button"
        class="menu-button"
        aria-haspopup="dialog"
        aria-expanded={props.open}
        onClick={props.onMenu}
      >
        <Icon name="menu" />
        <span>{words.menu}</span>
      </button>
    </header>
  );
}

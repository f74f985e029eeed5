import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { LockIcon } from "./icons.tsx";
import { useHand } from "./in-hand.ts";

/** Words for those who help, and nobody else: a question, or the answer to one. */
export function RemarkForm(props: {
  readonly label: string;
  readonly busy: boolean;
  readonly send: (text: string) => void;
}) {
  const { words } = useHand();
  const [text, setText] = useState("");
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => box.current?.focus(), []);
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "") props.send(text.trim());
      }}
    >
      <p class="note-banner">
        <LockIcon />
        {words.noteBanner}
      </p>
      <label for="remark">{props.label}</label>
      <textarea
        ref={box}
        id="remark"
        rows={3}
        maxLength={3000}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <button type="submit" class="main-button" disabled={props.busy}>
        {words.send}
      </button>
    </form>
  );
}

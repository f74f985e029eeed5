import { useEffect, useRef, useState } from "preact/hooks";
import type { Desk } from "./desk-state.ts";
import { codeIn } from "./entrance.ts";
import { BridgeIcon } from "./icons.tsx";
import type { Shown } from "./shown.ts";

/** For somebody without a session: how one gets in, and a field for a code. */
export function SigningIn({
  desk,
  stage,
}: {
  readonly desk: Desk;
  readonly stage: Extract<Shown["stage"], { at: "outside" }>;
}) {
  const { words } = desk;
  const [code, setCode] = useState("");
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const says = missing ? words.codeMissing : stage.says;
  useEffect(() => {
    document.title = words.welcome;
  }, [words]);

  return (
    <main class="outside">
      <BridgeIcon />
      <h1>{words.welcome}</h1>
      <p>{words.howToEnter}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const entered = codeIn(code);
          setMissing(entered === "");
          if (entered === "") field.current?.focus();
          else void desk.signIn(entered);
        }}
      >
        <label for="code">{words.codeLabel}</label>
        <input
          id="code"
          ref={field}
          value={code}
          onInput={({ currentTarget }) => setCode(currentTarget.value)}
          autocomplete="one-time-code"
          autocapitalize="none"
          spellcheck={false}
          aria-describedby={says === undefined ? undefined : "code-says"}
          aria-invalid={says !== undefined}
        />
        {says !== undefined && (
          <p id="code-says" class="says" role="alert">
            {says}
          </p>
        )}
        <button type="submit" class="main-button" disabled={stage.entering}>
          {stage.entering ? words.entering : words.enter}
        </button>
      </form>
    </main>
  );
}

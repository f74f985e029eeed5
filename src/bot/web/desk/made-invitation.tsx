import { useState } from "preact/hooks";
import { useHand } from "./in-hand.ts";

export interface Invitation {
  readonly code: string;
  readonly web: string;
  readonly telegram?: string;
}

/** A way in that has just been made, in every form it can be handed on. It is shown once. */
export function Made({ invitation }: { readonly invitation: Invitation }) {
  const { words } = useHand();
  return (
    <>
      <Copied label={words.inviteWeb} text={invitation.web} />
      {invitation.telegram !== undefined && (
        <Copied label={words.inviteTelegram} text={invitation.telegram} />
      )}
      <Copied label={words.inviteCode} text={invitation.code} />
    </>
  );
}

/** A line to be given to somebody, with a button that copies it. */
export function Copied({ label, text }: { readonly label: string; readonly text: string }) {
  const { words } = useHand();
  const [copied, setCopied] = useState(false);
  return (
    <div class="copied">
      <label>
        <span>{label}</span>
        <input readOnly value={text} onFocus={({ currentTarget }) => currentTarget.select()} />
      </label>
      <button
        type="button"
        class="side-button"
        onClick={({ currentTarget }) => {
          currentTarget.parentElement?.querySelector("input")?.select();
          copySelected(text).then(setCopied, () => setCopied(false));
        }}
      >
        {copied ? words.copied : words.copy}
      </button>
    </div>
  );
}

/** Without a secure address, or when it was refused, the clipboard is closed, and the old way is left. */
async function copySelected(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return document.execCommand("copy");
  }
}

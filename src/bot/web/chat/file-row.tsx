import { useRef, useState } from "preact/hooks";
import { Icon } from "./icons.tsx";
import type { Media } from "./keep.ts";
import type { PersonWords } from "./person-words.ts";
import { bytesOf } from "./photos.ts";
import type { Words } from "./words.ts";

/** The server refuses larger ones. */
const largest = 10 * 1024 * 1024;

/** A document for whoever helps: chosen, looked at once more by its name, and sent. */
export function FileRow(props: {
  words: Words & PersonWords;
  onSend: (name: string, media: Media) => void;
}) {
  const { words } = props;
  const [file, setFile] = useState<File>();
  const [trouble, setTrouble] = useState(false);
  const [sending, setSending] = useState(false);
  const picker = useRef<HTMLInputElement>(null);

  async function send(chosen: File): Promise<void> {
    if (sending) return;
    setSending(true);
    try {
      const bytes = await bytesOf(chosen);
      props.onSend(chosen.name, { type: "application/octet-stream", bytes });
    } catch {
      setTrouble(true); // moved or deleted since it was chosen
      setSending(false);
    }
  }

  const tooLarge = file !== undefined && file.size > largest;
  return (
    <>
      <button type="button" class="row" onClick={() => picker.current?.click()}>
        <Icon name="file" />
        <span>
          {words.sendFile} <small>{words.sendFileHint}</small>
        </span>
      </button>
      <input
        ref={picker}
        class="picker"
        type="file"
        accept=".pdf,.doc,.docx,application/pdf,application/msword,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          event.currentTarget.value = "";
          setTrouble(false);
          if (chosen !== undefined) setFile(chosen);
        }}
      />
      {file !== undefined && (
        <div>
          <p>
            <b>{file.name}</b>
          </p>
          {tooLarge || trouble ? (
            <p role="alert">{tooLarge ? words.fileTooLarge : words.fileUnreadable}</p>
          ) : (
            <p class="warning">{words.fileWarning}</p>
          )}
          <div class="pair">
            <button type="button" class="plain" onClick={() => setFile(undefined)}>
              {words.remove}
            </button>
            {!tooLarge && (
              <button type="button" class="main" disabled={sending} onClick={() => void send(file)}>
                {words.sendThisFile}
              </button>
            )}
          </div>
        </div>
      )}
    </>
  );
}

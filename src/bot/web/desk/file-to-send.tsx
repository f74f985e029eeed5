import { useState } from "preact/hooks";
import { FileIcon } from "./icons.tsx";
import { useHand } from "./in-hand.ts";

const taken =
  ".pdf,.doc,.docx,application/pdf,application/msword,application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** A document for the resident: chosen, looked at once more by its name, and sent. */
export function FileToSend(props: {
  readonly send: (file: File) => void;
  readonly back: () => void;
}) {
  const { words } = useHand();
  const [file, setFile] = useState<File>();
  return (
    <>
      <label class="side-button choose-file">
        <FileIcon />
        <span>{file === undefined ? words.fileChoose : words.fileChooseOther}</span>
        <input
          type="file"
          accept={taken}
          onChange={({ currentTarget }) => setFile(currentTarget.files?.[0])}
        />
      </label>
      {file !== undefined && (
        <>
          <p>
            <strong>{file.name}</strong>
          </p>
          <p>{words.fileCheck}</p>
        </>
      )}
      <div class="end-line">
        <button type="button" class="side-button" onClick={props.back}>
          {words.backStep}
        </button>
        {file !== undefined && (
          <button type="button" class="main-button" onClick={() => props.send(file)}>
            {words.sendFile}
          </button>
        )}
      </div>
    </>
  );
}

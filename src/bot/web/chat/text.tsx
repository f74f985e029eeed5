import { Icon } from "./icons.tsx";
import { pieces } from "./links.ts";
import { type Words, wordsOfCommand } from "./words.ts";

/** Begins the line that says what will be seen when a step has worked. */
const sign = /\n*^👉 *(.*)$\n*/mu;

/** The words of a message, line by line; addresses and telephone numbers can be pressed. */
export function Text({ text }: { text: string }) {
  const [before = "", seen, after = ""] = text.split(sign);
  return (
    <p class="text">
      <Pieces text={before} />
      {seen !== undefined && (
        <>
          {" "}
          <span class="sign">
            <Icon name="sign" />
            <span>
              <Pieces text={seen} />
            </span>
          </span>{" "}
          <Pieces text={after} />
        </>
      )}
    </p>
  );
}

/** What the resident wrote: never a link, and a command in words. */
export function OwnText({ words, text }: { words: Words; text: string }) {
  return <p class="text">{wordsOfCommand(text, words) ?? text}</p>;
}

function Pieces({ text }: { text: string }) {
  return (
    <>
      {pieces(text).map((piece) =>
        piece.kind === "words" ? (
          piece.text
        ) : (
          <a
            href={piece.to}
            {...(piece.to.slice(0, 4) === "tel:"
              ? {}
              : { target: "_blank", rel: "noopener noreferrer" })}
          >
            {piece.text}
          </a>
        ),
      )}
    </>
  );
}

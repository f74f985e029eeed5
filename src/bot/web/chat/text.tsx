import { Icon } from "./icons.tsx";
import { pieces } from "./links.ts";
import { type Words, wordsOfCommand } from "./words.ts";

/** Begins the line that says what will be seen when a step has worked. */
const sign = /\n*^👉 *(.*)$\n*/mu;
/** A paper of a list, found or still to be found. */
const paper = /^([☐✓]) (.*)$\n?/mu;

/** The words of a message, line by line; addresses and telephone numbers can be pressed. */
export function Text({ words, text }: { words: Words; text: string }) {
  const [before = "", seen, after = ""] = text.split(sign);
  return (
    <p class="text">
      <Papers words={words} text={before} />
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

/** Boxes are drawn: many an old phone has no letter for them. */
function Papers({ words, text }: { words: Words; text: string }) {
  const [before = "", mark, name] = text.split(paper);
  if (mark === undefined || name === undefined) return <Pieces text={text} />;
  const found = mark === "✓";
  return (
    <>
      <Pieces text={before} />
      <span class={found ? "paper found" : "paper"}>
        <span class="box">{found && <Icon name="check" />}</span>
        <span>
          {name}
          <span class="heard">{found ? words.paperFound : words.paperMissing}</span>
        </span>
      </span>
      <Papers
        words={words}
        text={text.slice((before + mark + name).length + 1).replace(/^\n/, "")}
      />
    </>
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

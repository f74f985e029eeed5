import { pieces } from "./links.ts";

/** The words of a message, line by line; addresses and telephone numbers can be pressed. */
export function Text({ text, links }: { text: string; links: boolean }) {
  if (!links) return <p class="text">{text}</p>;
  return (
    <p class="text">
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
    </p>
  );
}

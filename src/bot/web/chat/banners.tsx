import type { Session, Shown } from "./session.ts";
import type { Words } from "./words.ts";

/** What holds for the whole conversation just now. */
export function Banners(props: { words: Words; shown: Shown; session: Session }) {
  const { words, shown } = props;
  const { withPerson, waitingForPerson } = shown.state;
  return (
    <div class="banners" role="status">
      {shown.offline && shown.header !== undefined && <p class="banner lost">{words.offline}</p>}
      {shown.startedAnew && <p class="banner">{words.startedAnew}</p>}
      {withPerson !== undefined ? (
        <div class="banner person talking">
          <p>
            <b>{words.withPerson(withPerson.name, withPerson.role)}</b>
            <span>{words.machineSilent}</span>
          </p>
          {/* Once offered, the choice scrolls away with the talk; the way back to the guide must not. */}
          <button
            type="button"
            class="small take-back"
            disabled={shown.unsent.some(
              ({ content }) => content.kind === "text" && content.text === words.takeBack,
            )}
            onClick={() => props.session.write(words.takeBack)}
          >
            {words.takeBack}
          </button>
        </div>
      ) : (
        waitingForPerson && (
          <p class="banner person">
            <b>{words.waiting}</b>
            <span>{words.waitingMeanwhile}</span>
          </p>
        )
      )}
    </div>
  );
}

import type { Shown } from "./session.ts";
import type { Words } from "./words.ts";

/** What holds for the whole conversation just now. */
export function Banners({ words, shown }: { words: Words; shown: Shown }) {
  const { withPerson, waitingForPerson } = shown.state;
  return (
    <div class="banners" role="status">
      {shown.offline && shown.header !== undefined && <p class="banner lost">{words.offline}</p>}
      {shown.startedAnew && <p class="banner">{words.startedAnew}</p>}
      {withPerson !== undefined ? (
        <p class="banner person">
          <b>{words.withPerson(withPerson.name, withPerson.role)}</b>
          <span>{words.machineSilent}</span>
        </p>
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

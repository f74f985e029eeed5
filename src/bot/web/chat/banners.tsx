import { base } from "./base.ts";
import { pressable } from "./entries.ts";
import type { Session } from "./session.ts";
import type { Shown } from "./shown.ts";
import type { Words } from "./words.ts";

/** What holds for the whole conversation just now. */
export function Banners(props: { words: Words; shown: Shown; session: Session }) {
  const { words, shown } = props;
  const { withPerson, waitingForPerson } = shown.state;
  const goneBy = offerGoneBy(shown);
  return (
    <div class="banners" role="status">
      {shown.offline && shown.header !== undefined && <p class="banner lost">{words.offline}</p>}
      {shown.header?.draft === true && (
        <p class="banner draft">
          <b>{words.draft}</b> {words.draftLong}
        </p>
      )}
      {shown.header?.beside !== undefined && (
        <p class="banner draft">
          <b>{words.beside(shown.header.beside)}</b> <a href="/desk#lam-cung">{words.besideBack}</a>
        </p>
      )}
      {shown.startedAnew && <p class="banner">{words.startedAnew}</p>}
      {withPerson !== undefined ? (
        <div class="banner person talking">
          {withPerson.photo !== undefined && (
            <img class="face" src={base + withPerson.photo} alt="" />
          )}
          <p>
            <b>
              {goneBy
                ? words.helpedBy(withPerson.name, withPerson.role)
                : words.withPerson(withPerson.name, withPerson.role)}
            </b>
            {!goneBy && <span>{words.machineSilent}</span>}
          </p>
          {goneBy && (
            <button
              type="button"
              class="small take-back"
              disabled={shown.unsent.length > 0}
              onClick={() => takeBack(props)}
            >
              {words.takeBack}
            </button>
          )}
        </div>
      ) : (
        waitingForPerson && (
          <p class="banner person">
            <b>{shown.header?.draft === true ? words.draftCalls : words.waiting}</b>
            <span>{words.waitingMeanwhile}</span>
          </p>
        )
      )}
    </div>
  );
}

/**
 * Once offered, “Tự làm tiếp” scrolls away with the talk; the way back to the guide must not, so it then
 * stands in the banner. A question that is still open keeps its place in the talk.
 */
export function offerGoneBy({ entries, state }: Pick<Shown, "entries" | "state">): boolean {
  if (state.withPerson === undefined) return false;
  const open = pressable(entries, state);
  return open === undefined || (open !== entries[entries.length - 1] && open.choices?.length === 1);
}

/** Pressed where a choice for it is known, written where none is. */
function takeBack({ words, shown, session }: Parameters<typeof Banners>[0]): void {
  const open = pressable(shown.entries, shown.state);
  const choice = open?.choices?.[0];
  if (open === undefined || choice === undefined) session.write(words.takeBack);
  else session.press(open, choice);
}

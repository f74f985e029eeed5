import { useState } from "preact/hooks";
import type { ChangeLine, PublishedDraft, Review, TryLink } from "../wire/authoring.ts";
import { Differences, FileDifferences } from "./difference.tsx";
import { sayOf, useHand, useRead } from "./in-hand.ts";
import { write } from "./server.ts";

/** Everything an officer wants to know before residents see it, and the button. */
export function ReviewPage() {
  const { words, notify, touched } = useHand();
  const { is: review, says, again } = useRead<Review>("review");
  const [trial, setTrial] = useState<TryLink>();
  const [busy, setBusy] = useState(false);
  const [sure, setSure] = useState(false);
  const [done, setDone] = useState<string>();

  async function act<T>(work: () => Promise<T>): Promise<T | undefined> {
    setBusy(true);
    try {
      const found = await work();
      touched();
      return found;
    } catch (error) {
      notify(sayOf(error, words));
      return undefined;
    } finally {
      setBusy(false);
      await again();
    }
  }
  const discard = (change: ChangeLine) =>
    void act(() => write("discard", { path: change.path, place: change.place }));

  if (review === undefined) return <p role="status">{says ?? words.opening}</p>;
  const nothing = review.changes.length === 0 && review.conflicts.length === 0;
  return (
    <div class="review">
      <h1>{words.review}</h1>
      {done !== undefined && (
        <p class="done" role="status">
          {done}
        </p>
      )}
      {nothing && <p>{words.nothing}</p>}
      {review.conflicts.length > 0 && (
        <section>
          <h2>{words.conflicts}</h2>
          {review.conflicts.map((one) => (
            <div key={JSON.stringify([one.path, one.place])} class="conflict">
              <h3>{one.where}</h3>
              {one.place.length === 0 && <p>{words.fileTogether}</p>}
              {(["mine", "theirs"] as const).map((keep) => (
                <div key={keep}>
                  <blockquote>{one[keep]}</blockquote>
                  <button
                    type="button"
                    class="side-button"
                    onClick={() =>
                      void act(() => write("settle", { path: one.path, place: one.place, keep }))
                    }
                  >
                    {words[keep]}
                  </button>
                </div>
              ))}
            </div>
          ))}
        </section>
      )}
      {(["errors", "warnings"] as const).map(
        (weight) =>
          review[weight].length > 0 && (
            <section key={weight}>
              <h2>{weight === "errors" ? words.mustMend : words.worthALook}</h2>
              <ul>
                {review[weight].map(({ says: what, tries, where }) => (
                  <li key={where + what} class={weight === "errors" ? "wrong" : "doubtful"}>
                    <b>{where}</b> {what} {tries}
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
      {review.changes.length > 0 && (
        <>
          <section>
            <h2>{words.changes}</h2>
            {review.folderToo && <p class="here">{words.folderToo}</p>}
            <Differences changes={review.changes} discard={discard} />
            <FileDifferences files={review.files} />
          </section>
          <section>
            <h2>{words.standing}</h2>
            {review.standing.length === 0 ? (
              <p>{words.nobody}</p>
            ) : (
              <ul class="standing">
                {review.standing.map((one) => (
                  <li key={one.guide + one.step + one.then} class="paper">
                    <b>{words.people(one.people)}</b> {words.happens[one.then]}
                    <span class="soft">
                      {one.guide} · {one.says}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </section>
          {review.guides
            .filter(({ approvedBy }) => approvedBy === undefined)
            .map(({ path, title }) => (
              <p key={path} class="soft">
                <a href={`#${path}`}>{title}</a>: {words.unreviewed}
              </p>
            ))}
          <section class="trial-part">
            <button
              type="button"
              class="side-button"
              disabled={busy}
              onClick={() =>
                void act(() => write<TryLink>("try", {})).then((made) => made && setTrial(made))
              }
            >
              {words.tryIt}
            </button>
            {trial !== undefined && (
              <div class="paper trial-link">
                <p>{words.tryHint}</p>
                <img src={trial.qr} alt={words.tryLink} width="220" height="220" />
                <a href={trial.url} target="_blank" rel="noreferrer">
                  {words.tryLink}
                </a>
              </div>
            )}
          </section>
          <div class="publishing">
            <button
              type="button"
              class="main-button"
              disabled={busy || review.errors.length > 0 || review.conflicts.length > 0}
              onClick={() =>
                void act(() => write<PublishedDraft>("publish", { mark: review.mark })).then(
                  (made) => made && setDone(made.says),
                )
              }
            >
              {busy ? words.publishing : words.publish}
            </button>
            <button
              type="button"
              class="quiet"
              disabled={busy}
              onClick={() => {
                if (sure) void act(() => write("discard", {}));
                setSure(!sure);
              }}
            >
              {sure ? words.discardSure : words.discardAll}
            </button>
          </div>
        </>
      )}
    </div>
  );
}

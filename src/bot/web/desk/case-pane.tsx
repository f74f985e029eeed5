import { useEffect, useRef, useState } from "preact/hooks";
import { CaseCard } from "./case-card.tsx";
import { whenOf } from "./case-row.tsx";
import { ClaimButton } from "./claim-button.tsx";
import { Ending, Releasing } from "./ending.tsx";
import { BackIcon, PhoneIcon } from "./icons.tsx";
import { useHand, useNow } from "./in-hand.ts";
import { badgeOf, notCounting, titleOf } from "./lists.ts";
import { NotSent, Reply } from "./reply.tsx";
import { telephone } from "./telephone.ts";
import { Thread } from "./thread.tsx";
import { waited } from "./waited.ts";

/** Back to the lists, under the thumb that writes. */
function WayBack({ elsewhere }: { readonly elsewhere: number }) {
  const { desk, words } = useHand();
  return (
    <button type="button" class="tool" onClick={() => desk.closeCase()}>
      <BackIcon />
      <span>{words.toListsShort}</span>
      {elsewhere > 0 && <span class="elsewhere">{elsewhere}</span>}
    </button>
  );
}

/** One case: who it is, what was said, and the one thing to do next at the bottom. */
export function CasePane({ id, wide }: { readonly id: string; readonly wide: boolean }) {
  const { desk, me, words } = useHand();
  const now = useNow(1000);
  const [sheet, setSheet] = useState<"ending" | "releasing">();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const known = desk.shown.known[id];
  const card = desk.cardOf(id);
  const found = known === "gone" ? undefined : known;
  const title = card === undefined ? "…" : titleOf(card, words.someone);
  const mine = card !== undefined && card.claimedBy?.id === me.id && card.state !== "closed";
  // On a phone the list is hidden: who waits or writes there is counted on the way back.
  const { cases } = desk.shown;
  const elsewhere = cases === undefined || wide ? 0 : badgeOf(notCounting(cases, id), me.duty);

  return (
    <>
      <section class="case" aria-label={words.caseOf(title)}>
        <header class="case-head">
          <button
            type="button"
            class="round back"
            title={words.back}
            onClick={() => desk.closeCase()}
          >
            <BackIcon />
            <span class="for-ears">{words.back}</span>
            {elsewhere > 0 && <span class="elsewhere">{elsewhere}</span>}
          </button>
          <div class="case-name">
            <h2 ref={heading} tabIndex={-1}>
              {title}
            </h2>
            <p>
              {card?.state === "waiting" && (
                <span class="clock">
                  {words.waitingShort(waited(now - card.waitingSince, me.language, "seconds"))}
                </span>
              )}
              {card?.present !== undefined && card.state !== "closed" && (
                <span class={card.present ? "presence here" : "presence"}>
                  {card.present ? words.present : words.absent}
                </span>
              )}
            </p>
          </div>
          {found?.phone !== undefined && (
            <a
              class="round call"
              href={telephone(found.phone)}
              aria-label={words.call(found.phone)}
            >
              <PhoneIcon />
            </a>
          )}
        </header>
        {known === "gone" ? (
          <p class="empty gone">
            {card?.claimedBy === undefined ? words.caseGone : words.takenBy(card.claimedBy.name)}
          </p>
        ) : (
          <>
            {!wide && mine && found !== undefined && (
              <details class="card-fold">
                <summary>
                  <span class="for-ears">{words.card}: </span>
                  <span class="fold-step">
                    {found.card.meeting === undefined
                      ? (found.card.step?.says ?? found.card.reason)
                      : words.meetingAt(
                          whenOf(found.card.meeting.at, now, me.language),
                          found.card.meeting.place,
                        )}
                  </span>
                </summary>
                <CaseCard found={found} />
              </details>
            )}
            <Thread
              id={id}
              found={found}
              before={!wide && !mine && found !== undefined && <CaseCard found={found} />}
            />
            <div class="case-foot">
              <NotSent id={id} />
              {card?.state === "waiting" && (
                <>
                  <p class="foot-hint">{words.beforeClaim}</p>
                  <ClaimButton id={id} />
                </>
              )}
              {card?.state === "closed" && <p class="foot-hint">{words.caseClosed}</p>}
              {card?.invited === true && (
                <>
                  <p class="foot-hint">{words.invitedHint(card.claimedBy?.name ?? "")}</p>
                  <ClaimButton id={id} />
                </>
              )}
              {card?.claimedBy !== undefined && !mine && card.state !== "closed" && (
                <p class="foot-hint">{words.takenBy(card.claimedBy.name)}</p>
              )}
              {found?.canWrite === true && (
                <Reply
                  id={id}
                  found={found}
                  back={wide ? undefined : <WayBack elsewhere={elsewhere} />}
                />
              )}
              {!wide && found?.canWrite !== true && (
                <div class="end-line">
                  <button type="button" class="side-button" onClick={() => desk.closeCase()}>
                    {words.toLists}
                  </button>
                </div>
              )}
              {mine && (
                <div class="end-line">
                  <button type="button" class="side-button" onClick={() => setSheet("releasing")}>
                    {words.release}
                  </button>
                  <button
                    type="button"
                    class="side-button strong"
                    onClick={() => setSheet("ending")}
                  >
                    {words.finish}
                  </button>
                </div>
              )}
            </div>
          </>
        )}
      </section>
      {wide && (
        <aside class="case-aside" aria-label={words.card}>
          {found !== undefined && <CaseCard found={found} />}
        </aside>
      )}
      {sheet === "ending" && found !== undefined && (
        <Ending found={found} close={() => setSheet(undefined)} />
      )}
      {sheet === "releasing" && <Releasing id={id} close={() => setSheet(undefined)} />}
    </>
  );
}

import { useLayoutEffect, useState } from "preact/hooks";
import { CasePane } from "./case-pane.tsx";
import { ChannelAlarms } from "./channel-alarms.tsx";
import type { Desk } from "./desk-state.ts";
import { BridgeIcon } from "./icons.tsx";
import { Hand } from "./in-hand.ts";
import { allOf } from "./lists.ts";
import { Lists } from "./lists-pane.tsx";
import { NewPage } from "./phone/new-page.tsx";
import { Offline } from "./phone/offline.tsx";
import { SigningIn } from "./signing-in.tsx";
import { TopBar } from "./top-bar.tsx";
import { useWide } from "./window-size.ts";

/** The whole page: outside, one kind question; inside, the lists and the open case. */
export function Page({ desk }: { readonly desk: Desk }) {
  const [, redraw] = useState(0);
  // Before anything can answer: a change nobody watches for would never be drawn.
  useLayoutEffect(() => desk.watch(() => redraw((times) => times + 1)), [desk]);
  const wide = useWide();
  const { words } = desk;
  const { stage, cases, open, online, notice, spoken, renewed } = desk.shown;

  if (stage.at === "opening") {
    return (
      <main class="outside" aria-busy="true">
        <BridgeIcon />
        <p>{words.opening}</p>
      </main>
    );
  }
  if (stage.at === "offline") return <Offline desk={desk} />;
  if (stage.at === "outside") return <SigningIn desk={desk} stage={stage} />;

  const inCase = open !== undefined;
  return (
    <Hand.Provider value={{ desk, me: stage.me, words }}>
      <div class={`desk${inCase ? " in-case" : ""}`}>
        {(wide || !inCase) && <TopBar />}
        {stage.me.rank === "coordinator" && (wide || !inCase) && <ChannelAlarms />}
        {!online && (
          <p class="offline" role="status">
            {words.lostNetwork}
          </p>
        )}
        {renewed && <NewPage />}
        {notice !== undefined && (
          <div class={`notice${notice.bad ? " bad" : ""}`} role="alert" key={notice.id}>
            <p>{notice.says}</p>
            <button type="button" class="quiet" onClick={() => desk.putAway()}>
              {words.close}
            </button>
          </div>
        )}
        <main class="panes">
          {(wide || !inCase) && <Lists />}
          {inCase && <CasePane key={open} id={open} wide={wide} />}
          {wide && !inCase && (
            <div class="nothing-open">
              {/* With an empty list beside it there is nothing to choose, and the list says so. */}
              {cases !== undefined && allOf(cases).length > 0 && (
                <>
                  <BridgeIcon />
                  <p>{words.chooseCase}</p>
                </>
              )}
            </div>
          )}
        </main>
        <p class="for-ears" aria-live="polite">
          {spoken}
        </p>
      </div>
    </Hand.Provider>
  );
}

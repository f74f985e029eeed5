import { useState } from "preact/hooks";
import type { DeskCase } from "../wire/cases.ts";
import { dayName, dayOf, daysAfter, hourOffered, instantOf } from "./calendar.ts";
import { useHand } from "./in-hand.ts";
import { Refusal } from "./refusal.tsx";
import { serverNow } from "./server.ts";
import { Sheet } from "./sheet.tsx";
import type { Press } from "./shown.ts";
import { Tool } from "./tool.tsx";

type HandBack = Extract<Press, { act: "hand-back" }>;

/** How it went: one tap, except for the step and the meeting, which need a second. */
export function Ending({ found, close }: { readonly found: DeskCase; readonly close: () => void }) {
  const { desk, words } = useHand();
  const { card } = found;
  const tasks = found.steps.filter((step) => step.onlyToSend !== true);
  const [page, setPage] = useState<"outcomes" | "steps" | "meeting">("outcomes");
  const [line, setLine] = useState("");
  const [says, setSays] = useState<string>();
  const busy = desk.shown.busy.has(`hand-back ${card.id}`);

  const end = async (press: HandBack) => {
    const answer = await desk.press(card.id, press);
    if (!answer.ok) {
      setSays(answer.says);
      return;
    }
    desk.writing.keepDraft(card.id, "", false);
    close();
    desk.closeCase();
    desk.notify(press.outcome === "meet" ? words.metAgreed : words.handedBack);
  };
  const plainly = (
    outcome: "still-here" | "finished" | "needs-paper" | "in-person" | "unreached",
  ) =>
    void end({
      act: "hand-back",
      outcome,
      ...(line.trim() === "" ? {} : { text: line.trim() }),
    });

  const address = card.address ?? words.someone;
  const title = {
    outcomes: words.endTitle(address.charAt(0).toUpperCase() + address.slice(1)),
    steps: words.stepsTitle,
    meeting: words.meetTitle,
  }[page];
  return (
    <Sheet title={title} close={close}>
      <Refusal says={says} />
      {page === "outcomes" && (
        <fieldset class="outcomes" disabled={busy}>
          <legend>{words.endHint}</legend>
          <Tool hint={words.stillHereHint} press={() => plainly("still-here")}>
            {words.stillHere}
          </Tool>
          {tasks.length > 0 && (
            <Tool hint={words.doneUpToHint} press={() => setPage("steps")}>
              {words.doneUpTo}
            </Tool>
          )}
          <Tool hint={words.finishedHint} press={() => plainly("finished")}>
            {words.finished}
          </Tool>
          <Tool hint={words.needsPaperHint} press={() => plainly("needs-paper")}>
            {words.needsPaper}
          </Tool>
          <Tool hint={words.inPersonHint} press={() => plainly("in-person")}>
            {words.inPerson}
          </Tool>
          <Tool hint={words.meetHint} press={() => setPage("meeting")}>
            {words.meet}
          </Tool>
          <Tool hint={words.unreachedHint} press={() => plainly("unreached")}>
            {words.unreached}
          </Tool>
          <label class="one-line">
            <span>{words.oneLine}</span>
            <input
              value={line}
              maxLength={300}
              placeholder={words.oneLineExample}
              onInput={({ currentTarget }) => setLine(currentTarget.value)}
            />
          </label>
        </fieldset>
      )}
      {page === "steps" && (
        <fieldset class="outcomes steps" disabled={busy}>
          <legend class="for-ears">{title}</legend>
          {tasks.map((step) => (
            <Tool
              key={step.id}
              hint={step.where === "here" ? words.stepNow : undefined}
              press={() => void end({ act: "hand-back", outcome: "done-up-to", step: step.id })}
            >
              {step.says}
            </Tool>
          ))}
          <button type="button" class="quiet" onClick={() => setPage("outcomes")}>
            {words.backStep}
          </button>
        </fieldset>
      )}
      {page === "meeting" && (
        <Meeting
          village={card.village}
          address={card.address}
          busy={busy}
          back={() => setPage("outcomes")}
          meet={(day, hour, place) =>
            void end({ act: "hand-back", outcome: "meet", day, hour, place })
          }
        />
      )}
    </Sheet>
  );
}

/** Tomorrow morning at the cultural house, unless somebody says otherwise. */
function Meeting(props: {
  readonly village: string | undefined;
  readonly address: string | undefined;
  readonly busy: boolean;
  readonly back: () => void;
  readonly meet: (day: string, hour: string, place: string) => void;
}) {
  const { me, words } = useHand();
  const today = dayOf(serverNow());
  const [day, setDay] = useState(daysAfter(today, 1));
  const [hour, setHour] = useState("08:00");
  const house = words.placeHouse(props.village);
  const places = [
    { says: house, place: house },
    { says: words.placeHome, place: words.placeHomeOf(props.address) },
    { says: words.placeOffice, place: words.placeOffice },
  ];
  const [place, setPlace] = useState(house);
  const [says, setSays] = useState<string>();
  const near = [0, 1, 2].map((days) => daysAfter(today, days));

  return (
    <form
      class="form meeting"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (place.trim() === "") setSays(words.meetPlaceMissing);
        else if (!(instantOf(day, hour) > serverNow())) setSays(words.meetPast);
        else props.meet(day, hour, place.trim());
      }}
    >
      <fieldset class="choices">
        <legend>{words.day}</legend>
        {near.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={day === one}
            onClick={() => {
              setDay(one);
              setHour(hourOffered(one, serverNow()));
            }}
          >
            {dayName(one, today, me.language)}
          </button>
        ))}
      </fieldset>
      <div class="pair">
        <label>
          <span>{words.otherDay}</span>
          <input
            type="date"
            value={day}
            min={today}
            onInput={({ currentTarget }) => setDay(currentTarget.value)}
          />
        </label>
        <label>
          <span>{words.hour}</span>
          <input
            type="time"
            step={900}
            value={hour}
            onInput={({ currentTarget }) => setHour(currentTarget.value)}
          />
        </label>
      </div>
      <fieldset class="choices">
        <legend>{words.place}</legend>
        {places.map((one) => (
          <button
            key={one.place}
            type="button"
            aria-pressed={place === one.place}
            onClick={() => setPlace(one.place)}
          >
            {one.says}
          </button>
        ))}
      </fieldset>
      <input
        aria-label={words.place}
        value={place}
        maxLength={120}
        onInput={({ currentTarget }) => setPlace(currentTarget.value)}
      />
      <Refusal says={says} />
      <div class="end-line">
        <button type="button" class="side-button" onClick={props.back}>
          {words.backStep}
        </button>
        <button type="submit" class="main-button" disabled={props.busy}>
          {words.meetYes}
        </button>
      </div>
    </form>
  );
}

/** Giving the case back to the waiting list is asked once: the resident waits anew. */
export function Releasing({ id, close }: { readonly id: string; readonly close: () => void }) {
  const { desk, words } = useHand();
  const [says, setSays] = useState<string>();
  const [note, setNote] = useState("");
  const busy = desk.shown.busy.has(`release ${id}`);
  const release = async () => {
    const answer = await desk.press(id, {
      act: "release",
      ...(note.trim() === "" ? {} : { note: note.trim() }),
    });
    if (!answer.ok) {
      setSays(answer.says);
      return;
    }
    close();
    desk.closeCase();
    desk.notify(words.released);
  };
  return (
    <Sheet title={words.releaseTitle} close={close}>
      <p>{words.releaseHint}</p>
      <label class="one-line">
        <span>{words.releaseNote}</span>
        <input
          value={note}
          maxLength={500}
          onInput={({ currentTarget }) => setNote(currentTarget.value)}
        />
      </label>
      <Refusal says={says} />
      <div class="end-line">
        <button type="button" class="side-button" onClick={close}>
          {words.backStep}
        </button>
        <button type="button" class="main-button" disabled={busy} onClick={() => void release()}>
          {words.releaseYes}
        </button>
      </div>
    </Sheet>
  );
}

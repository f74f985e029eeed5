import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { DeskReadingGuide, DeskReadings } from "../wire/readings.ts";
import { useHand } from "./in-hand.ts";
import { ReadingStep } from "./reading-step.tsx";
import { Refusal } from "./refusal.tsx";
import { read, write } from "./server.ts";
import { Sheet } from "./sheet.tsx";
import { takeFocus } from "./take-focus.ts";

const speeches = ["vi", "tay", "dao", "mong"] as const;

/** Which guides can be heard, and the recorder for their steps. */
export function Readings({ close }: { readonly close: () => void }) {
  const { desk, words } = useHand();
  const [all, setAll] = useState<DeskReadings>();
  const [guide, setGuide] = useState<DeskReadingGuide>();
  const [speech, setSpeech] = useState<string>(speeches[0]);
  const [says, setSays] = useState<string>();
  /** The guide one comes back from. */
  const from = useRef<string | undefined>(undefined);

  const look = useCallback(
    async (flow?: string) => {
      try {
        setSays(undefined);
        if (flow === undefined) setAll(await read<DeskReadings>("readings"));
        else setGuide(await read<DeskReadingGuide>(`readings/${flow}`));
      } catch (error) {
        setSays(desk.sayOf(error));
      }
    },
    [desk],
  );
  useEffect(() => {
    void look();
  }, [look]);

  const removeMine = async () => {
    try {
      await write("readings/remove-mine", {});
      await look();
    } catch (error) {
      setSays(desk.sayOf(error));
    }
  };

  return (
    <Sheet title={guide?.says ?? words.readings} close={close} wide>
      <label class="read-in">
        <span>{words.readIn}</span>
        <select value={speech} onChange={({ currentTarget }) => setSpeech(currentTarget.value)}>
          {speeches.map((one) => (
            <option key={one} value={one}>
              {words.speech[one]}
            </option>
          ))}
        </select>
      </label>
      <Refusal says={says} />
      {guide === undefined ? (
        <>
          <p class="hint">{words.readingsHint}</p>
          <ul class="readings">
            {(all?.guides ?? []).map((one) => (
              <li key={one.flow}>
                <button
                  type="button"
                  class="outcome"
                  ref={one.flow === from.current ? takeFocus : null}
                  onClick={() => void look(one.flow)}
                >
                  <strong>{one.says}</strong>
                  <span>
                    {words.readOf(one.recorded[speech] ?? 0, one.steps)}
                    {one.stale > 0 && <b class="stale"> · {words.readStale(one.stale)}</b>}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {all !== undefined && all.mine > 0 && (
            <button type="button" class="side-button" onClick={() => void removeMine()}>
              {words.readRemoveMine(all.mine)}
            </button>
          )}
        </>
      ) : (
        <>
          <button
            type="button"
            class="side-button"
            ref={takeFocus}
            onClick={() => {
              from.current = guide.flow;
              setGuide(undefined);
              void look();
            }}
          >
            {words.readBack}
          </button>
          <ol class="readings">
            {guide.steps.map((step) => (
              <ReadingStep
                key={`${step.step} ${step.mark}`}
                flow={guide.flow}
                step={step}
                speech={speech}
                changed={() => look(guide.flow)}
              />
            ))}
          </ol>
        </>
      )}
    </Sheet>
  );
}

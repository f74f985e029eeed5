import { useCallback, useEffect, useState } from "preact/hooks";
import type { DeskReadingGuide, DeskReadings } from "../wire.ts";
import { useHand } from "./in-hand.ts";
import { ReadingStep } from "./reading-step.tsx";
import { read, write } from "./server.ts";
import { Sheet } from "./sheet.tsx";

const speeches = ["vi", "tay", "dao", "mong"] as const;

/** Which guides can be heard, and the recorder for their steps. */
export function Readings({ close }: { readonly close: () => void }) {
  const { desk, words } = useHand();
  const [all, setAll] = useState<DeskReadings>();
  const [guide, setGuide] = useState<DeskReadingGuide>();
  const [speech, setSpeech] = useState<string>(speeches[0]);
  const [says, setSays] = useState<string>();

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
      <label for="reading-speech">{words.readIn}</label>
      <select
        id="reading-speech"
        value={speech}
        onChange={({ currentTarget }) => setSpeech(currentTarget.value)}
      >
        {speeches.map((one) => (
          <option key={one} value={one}>
            {words.speech[one]}
          </option>
        ))}
      </select>
      {says !== undefined && (
        <p class="says" role="alert">
          {says}
        </p>
      )}
      {guide === undefined ? (
        <>
          <p>{words.readingsHint}</p>
          <ul class="readings">
            {(all?.guides ?? []).map((one) => (
              <li key={one.flow}>
                <button type="button" class="side-button" onClick={() => void look(one.flow)}>
                  {one.says}: {words.readOf(one.recorded[speech] ?? 0, one.steps)}
                  {one.stale > 0 && ` · ${words.readStale(one.stale)}`}
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
            onClick={() => {
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

import { useState } from "preact/hooks";
import type { PersonWords } from "./person-words.ts";
import { Sheet } from "./sheet.tsx";
import type { Words } from "./words.ts";

/** Further off than this, whoever comes looks in the wrong lane. */
const roughAbove = 200;
const patience = 20_000;

interface Found {
  readonly latitude: number;
  readonly longitude: number;
  /** In metres. */
  readonly within: number;
}
type Stage =
  | { readonly at: "asking" | "looking" | "refused" | "not-found" }
  | { readonly at: "rough"; readonly found: Found };

/** Says who will see it and what the telephone will ask, before anything is asked. */
export function PlaceSheet(props: {
  words: Words & PersonWords;
  name: string;
  onSend: (found: Found) => void;
  onClose: () => void;
}) {
  const { words, name, onSend, onClose } = props;
  const [stage, setStage] = useState<Stage>({ at: "asking" });

  function look(): void {
    setStage({ at: "looking" });
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        const found = { latitude, longitude, within: accuracy };
        if (accuracy > roughAbove) setStage({ at: "rough", found });
        else onSend(found);
      },
      ({ code, PERMISSION_DENIED }) =>
        setStage({ at: code === PERMISSION_DENIED ? "refused" : "not-found" }),
      { enableHighAccuracy: true, timeout: patience, maximumAge: 60_000 },
    );
  }

  return (
    <Sheet words={words} title={words.placeTitle} onClose={onClose}>
      <p>{words.placeWhy(name)}</p>
      <p role="status">{saysAt(stage, words)}</p>
      <div class="pair">
        <button type="button" class="plain" onClick={onClose}>
          {stage.at === "refused" ? words.close : words.remove}
        </button>
        {stage.at === "asking" && (
          <button type="button" class="main" onClick={look}>
            {words.placeSend}
          </button>
        )}
        {stage.at === "not-found" && (
          <button type="button" class="main" onClick={look}>
            {words.placeAgain}
          </button>
        )}
        {stage.at === "rough" && (
          <button type="button" class="main" onClick={() => onSend(stage.found)}>
            {words.placeSend}
          </button>
        )}
      </div>
    </Sheet>
  );
}

function saysAt(stage: Stage, words: PersonWords): string {
  switch (stage.at) {
    case "asking":
      return words.placeAsk;
    case "looking":
      return words.placeLooking;
    case "refused":
      return words.placeRefused;
    case "not-found":
      return words.placeNotFound;
    case "rough":
      return words.placeRough(Math.round(stage.found.within / 100) * 100);
  }
}
